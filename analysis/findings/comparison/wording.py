"""The same text before and after a change of words: which measures moved."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from analysis.findings.comparison.rates import COUNTED
from analysis.findings.reading import Findings
from analysis.measures.vader import score_vader_by_paragraph
from analysis.text.rates import mean, per_thousand, share, to_table
from analysis.text.rewording import Rewording

if TYPE_CHECKING:
    import pandas as pd

PER_1000, SHARE, RATING, COUNT = "per 1,000 words", "share of words", "−4 to +4", "count"
Row = tuple[str, str, str, float]


def compare_wording(before: Findings, after: Findings) -> pd.DataFrame:
    """Every measure of a text before and after its words were changed.

    Args:
        before, after: what was found in both documents of a `Rewording`.

    Returns: a row a measure and label: ``measure``, ``label``, ``unit`` (per 1,000 words, share of words,
        −4 to +4, −1 to +1, or count), ``before``, ``after`` (nan where there is nothing to divide by),
        ``difference`` (after minus before), ``moved`` (whether it differs from 0).

    Limits: it shows what the instrument hears, not what readers would feel.

    Source: own definition.
    """
    rows = [
        {
            "measure": measure, "label": label, "unit": unit, "before": old, "after": new,
            "difference": new - old, "moved": abs(new - old) > 1e-9,
        }
        for (measure, label, unit, old), (_, _, _, new) in zip(_figures(before), _figures(after), strict=True)
    ]  # fmt: skip
    columns = dict.fromkeys(("measure", "label", "unit"), "str")
    columns |= dict.fromkeys(("before", "after", "difference"), "float64")
    return to_table(rows, columns | {"moved": "bool"})


def compare_sentence_tone(rewording: Rewording, before: Findings, after: Findings) -> pd.DataFrame:
    """The tone of each sentence in which words were changed, before and after.

    Returns: a row a sentence of the text before: ``sentence`` (from 1), ``start``, ``end``, ``surface``,
        ``surface_after``, ``tone``, ``tone_after`` (nan without evidence), ``difference``.
    """
    rows = []
    for number, tone in enumerate(before.tone):
        if not any(tone.start < r.end and r.start < tone.end for r in rewording.replacements):
            continue
        start, end = rewording.span_after(tone.start, tone.end)
        new = mean(t.score for t in after.tone if start < t.end and t.start < end)
        old = mean([tone.score])
        rows.append(
            {
                "sentence": number + 1, "start": tone.start, "end": tone.end,
                "surface": before.doc.text[tone.start : tone.end],
                "surface_after": after.doc.text[start:end],
                "tone": old, "tone_after": new, "difference": new - old,
            }
        )  # fmt: skip
    columns = dict.fromkeys(("sentence", "start", "end"), "int64")
    columns |= dict.fromkeys(("surface", "surface_after"), "str")
    return to_table(rows, columns | dict.fromkeys(("tone", "tone_after", "difference"), "float64"))


def _figures(findings: Findings) -> Iterator[Row]:
    """Each figure of a text, always in the same order."""
    doc = findings.doc
    n_words = len(doc.words)
    yield "words", "all", COUNT, float(n_words)
    for voice, spans in findings.spans_by_voice().items():
        n = sum(len(doc.words.inside(start, end)) for start, end in spans)
        yield "voices", voice, SHARE, share(n, n_words)
    for counted, (labels, find) in COUNTED.items():
        counts = Counter(find(findings))
        for label in labels():
            yield counted, label, PER_1000, per_thousand(counts[label], n_words)
    scores = [tone.score for tone in findings.tone]
    yield "tone", "mean of sentences", RATING, mean(scores)
    yield "tone", "sentences with a score", COUNT, float(sum(score is not None for score in scores))
    yield "VADER", "mean of paragraphs", "−1 to +1", mean(score_vader_by_paragraph(doc))
    yield "names", "mentions", COUNT, float(len(findings.names))
    yield "quotations", "found", COUNT, float(len(findings.quotations.rows))
