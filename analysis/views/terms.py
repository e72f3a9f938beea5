"""Terms as plain text: a concordance, the terms of a list of one's own, the key words of quotation."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from analysis.findings.reading import Findings
from analysis.findings.terms import compare_quotation_words, find_term_voices
from analysis.measures.concordance import find_concordance, measure_collocates, measure_terms
from analysis.text.lexicon import find_terms, load_lexicon, make_lexicon
from analysis.text.rates import rows_of
from analysis.text.reading import ReadingError
from analysis.views.style import count_of, signed

COLLOCATES = 8  # at most
KEY_WORDS = 12  # of each side, at most


def format_concordance(findings: Findings, term: str, *, inflection: str = "", width: int = 36) -> str:
    """Where a term stands, in whose words, and which words keep it company."""
    doc = findings.doc
    lines = find_concordance(doc, term, inflection=inflection, width=width)
    if not lines:
        return f"{doc.id} does not hold {term!r}"
    lexicon = make_lexicon("term", [term], inflection=inflection)
    (row,) = rows_of(measure_terms(doc, find_terms(doc, lexicon)))
    voices = find_term_voices(findings, lines)
    counts = Counter(voice for voice, _ in voices)
    longest = max(len(line.surface) for line in lines)
    out = [
        f"{doc.id}: {term!r} stands {count_of(row.n, 'time')}, {row.per_thousand:.1f} in 1,000 words, "
        f"in {row.n_paragraphs} of {len(doc.paragraphs)} paragraphs",
        f"(dispersion {row.dispersion:.2f}: 0 would be even, 1 all in one place)",
        "in " + ", ".join(f"{voice} {n}" for voice, n in counts.most_common()),
        "",
    ]
    for line, (voice, name) in zip(lines, voices, strict=True):
        out.append(
            f"{line.paragraph:>4}  {line.before:>{width}}[{line.surface}]"
            f"{line.after:<{width + longest - len(line.surface)}}  {voice}{f': {name}' if name else ''}"
        )
    if collocates := list(rows_of(measure_collocates(doc, lines)))[:COLLOCATES]:
        beside = ", ".join(f"{row.word} ({row.n_near} of {row.n})" for row in collocates)
        out += ["", f"Within five words, more often than by chance: {beside}"]
    return "\n".join(out)


def format_lexicon(findings: Findings, path: Path) -> str:
    """The terms of a reader's own list in an article.

    Raises:
        ReadingError: there is no such file.
        DataError: the list, or ``sources.csv`` beside it, breaks a rule of lexicons.
    """
    if not path.is_file():
        raise ReadingError(f"there is no file {path}")
    doc = findings.doc
    lexicon = load_lexicon(path.stem, folder=path.parent)
    table = measure_terms(doc, find_terms(doc, lexicon))
    if not len(table):
        return f"{doc.id} holds none of the {count_of(len(lexicon.entries), 'term')} of {path.name}"
    head = f"{'term':<28}{'label':<28}{'n':>5}{'per 1,000':>11}{'paragraphs':>12}"
    rows = [
        f"{row.term:<28}{row.label:<28}{row.n:>5}{row.per_thousand:>11.1f}{row.n_paragraphs:>12}"
        for row in rows_of(table)
    ]
    return "\n".join([f"{doc.id}: {len(doc.words)} words", "", head, *rows])


def format_keyness(findings: Findings) -> str:
    """The words that quotation and narration use more often than each other."""
    table = compare_quotation_words(findings)
    head = f"{'word':<24}{'quoted':>8}{'narrated':>10}{'log-likelihood':>16}{'log ratio':>11}"
    parts = [
        f"{findings.doc.id}: words in quotation (direct and indirect) against narration, 3 and more in all"
    ]
    for title, rows in (
        ("more in quotation", table[table["log_ratio"] > 0]),
        ("more in narration", table[table["log_ratio"] < 0]),
    ):
        listed = [
            f"{row.word:<24}{row.n_target:>8}{row.n_reference:>10}{row.log_likelihood:>16.2f}"
            f"{signed(row.log_ratio, 2):>11}"
            for row in list(rows_of(rows))[:KEY_WORDS]
        ]
        parts += ["", f"{title}:", head, *(listed or ["(none)"])]
    parts += ["", "3.84 is the 5 % point for one word; among many, some reach it by chance."]
    return "\n".join(parts)
