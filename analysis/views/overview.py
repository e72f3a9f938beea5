"""The findings on one article as one small table: a question, its answer, and what the answer rests on."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from analysis.findings.reading import Findings, measure_all
from analysis.findings.voice_tone import compare_voice_tone
from analysis.measures.framing import load_frames
from analysis.measures.loaded import MILD
from analysis.text.rates import rows_of, to_table
from analysis.views.style import count_of, percent, signed

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd


def summarize_findings(findings: Findings, tables: Mapping[str, pd.DataFrame] | None = None) -> pd.DataFrame:
    """The findings on one article in eight rows.

    Args:
        tables: those of `measure_all`, where they are at hand already.

    Returns: a row a question: ``question``, ``answer``, ``rests_on`` (counts and definitions).

    Limits: one line cannot hold a finding's conditions; they stand with the figures and tables.
    """
    tables = measure_all(findings) if tables is None else tables
    rows = [
        _length(findings),
        _quotation(tables["quotation_share"]),
        _speaker(tables["speakers"]),
        _frame(findings),
        _loaded(findings),
        _calls(findings),
        _numbers(findings),
        _tone(findings),
    ]
    columns = ("question", "answer", "rests_on")
    return to_table([dict(zip(columns, row, strict=True)) for row in rows], dict.fromkeys(columns, "string"))


def _length(findings: Findings) -> tuple[str, str, str]:
    doc = findings.doc
    parts = f"{count_of(len(doc.sentences), 'sentence')}, {count_of(len(doc.paragraphs), 'paragraph')}"
    return "How long is it?", count_of(len(doc.words), "word"), parts


def _quotation(table: pd.DataFrame) -> tuple[str, str, str]:
    shares = list(table["share"])
    if shares[0] != shares[0]:
        return "How much of it is quotation?", "no words", ""
    least, most = percent(min(shares)), percent(max(shares))
    answer = least if least == most else f"{least} to {most}"
    return "How much of it is quotation?", answer, "the least and the most of four definitions"


def _speaker(table: pd.DataFrame) -> tuple[str, str, str]:
    question, heard = "Who speaks most?", list(rows_of(table[table["n_quotations"] > 0]))
    if not heard:
        return question, "nobody is quoted", ""
    first, total = heard[0], sum(row.n_words for row in heard)
    return (
        question,
        str(first.name),
        f"{first.n_words} of the {count_of(total, 'word')} of {count_of(len(heard), 'speaker')}",
    )


def _frame(findings: Findings) -> tuple[str, str, str]:
    """Of the set that has more terms: frames of texts that argue, or of news."""
    question = "Which frame has most terms?"
    is_news = findings.fuller_framing == "news_framing"
    counts = Counter(match.label for match in (findings.news_framing if is_news else findings.framing))
    if not counts:
        return question, "none of the listed terms", ""
    titles = {frame.frame: frame.title for frame in load_frames("frames_news" if is_news else "frames")}
    most = max(counts.values())
    first = [titles[frame] for frame in titles if counts[frame] == most]
    kind = "frames of news" if is_news else "frames of argument"
    return question, " and ".join(first), f"{most} of {count_of(counts.total(), 'term')} of {kind}"


def _loaded(findings: Findings) -> tuple[str, str, str]:
    question = "How many loaded words does the narrator use?"
    strong = [term for term in findings.loaded.terms if term.weight >= MILD]
    own = _count_narrated(findings, [term.start for term in strong])
    return question, str(own), f"of {len(strong)} in the whole text, the mild ones left out"


def _calls(findings: Findings) -> tuple[str, str, str]:
    calls = [match.start for match in findings.stance if match.kind == "call"]
    own = _count_narrated(findings, calls)
    return "How many calls does the narrator make?", str(own), f"of {len(calls)} in the whole text"


def _numbers(findings: Findings) -> tuple[str, str, str]:
    numbers = [match for match in findings.stance if match.kind == "number"]
    bare = sum(match.sourced is False for match in numbers)
    return "How many numbers stand without a source?", str(bare), f"of {len(numbers)} in the whole text"


def _tone(findings: Findings) -> tuple[str, str, str]:
    test = compare_voice_tone(findings)
    question = "Does the narrator sound different from those quoted?"
    units = f"{test.n_narrated} narrated and {test.n_quoted} quoted units"
    if test.p is None:
        return question, "cannot tell: too few words with a known tone", units
    means = f"narrated {signed(test.mean_narrated)}, quoted {signed(test.mean_quoted)}, p = {test.p:.2f}"
    return question, test.verdict.partition(":")[0].rstrip("."), f"{means}; {units}"


def _count_narrated(findings: Findings, places: list[int]) -> int:
    """How many places lie in narration."""
    return sum(findings.voice_at(place)[0] == "narration" for place in places)
