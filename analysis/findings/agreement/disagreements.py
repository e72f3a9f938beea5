"""Where two readers disagree: each place, with what either of them marked there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from analysis.findings.agreement.coefficients import Mark, find_overlapping
from analysis.text.document import Document
from analysis.text.rates import to_table

if TYPE_CHECKING:
    import pandas as pd

ONLY_A, ONLY_B, LABEL, BORDER = "only a", "only b", "another label", "another border"
_COLUMNS = {
    "start": "int64", "end": "int64", "kind": "str", "surface": "str", "label_a": "str", "label_b": "str",
    "surface_a": "str", "surface_b": "str",
}  # fmt: skip


def list_disagreements(doc: Document, marks_a: Sequence[Mark], marks_b: Sequence[Mark]) -> pd.DataFrame:
    """Each place where two readers disagree, in the order of the text.

    Each mark has one partner at most. Of all marks that share a character, those with the same borders and
    label are partners first, and are no disagreement; then those with the same label, the pair with the
    larger share of characters in common (over all that either marked) before the others; then, in the same
    order, those with two labels. Of pairs that are alike, the first in the text goes first. What is left
    without a partner is marked by one reader only.

    Returns: a row a place: ``start``, ``end``, ``kind`` (only a, only b, another label, another border),
        ``surface`` (all that either marked there), ``label_a``, ``label_b``, ``surface_a``, ``surface_b``
        (missing where that reader marked nothing).

    Limits: two marks that together cover what the other reader marked as one are another border and a mark
    of one reader only, not one mark cut in two.

    Example: both mark the first two words; one marks the second of them, too, and cuts the last one short.

    >>> from collections import namedtuple
    >>> from analysis.text.document import make_document
    >>> Span = namedtuple("Span", "start end label")
    >>> doc = make_document("one two three")
    >>> a = [Span(0, 7, "x"), Span(8, 13, "x")]
    >>> b = [Span(0, 7, "x"), Span(4, 7, "x"), Span(8, 11, "x")]
    >>> table = list_disagreements(doc, a, b)
    >>> list(table["kind"]), list(table["surface"])
    (['only b', 'another border'], ['two', 'three'])
    """
    pairs, only_a, only_b = _pair(marks_a, marks_b)
    rows = [
        _row(doc, LABEL if a.label != b.label else BORDER, a, b) for a, b in pairs if _place(a) != _place(b)
    ]
    rows += [_row(doc, ONLY_A, a, None) for a in only_a]
    rows += [_row(doc, ONLY_B, None, b) for b in only_b]
    return to_table(sorted(rows, key=lambda row: (row["start"], row["end"])), _COLUMNS)


def _pair(
    marks_a: Sequence[Mark], marks_b: Sequence[Mark]
) -> tuple[list[tuple[Mark, Mark]], list[Mark], list[Mark]]:
    """The partners, and the marks of either reader that have none; the same mark twice is one."""
    left_a, left_b = ({_place(mark): mark for mark in marks} for marks in (marks_a, marks_b))
    meeting = [(a, b) for a, others in find_overlapping(left_a.values(), left_b.values()) for b in others]
    pairs = []
    for a, b in sorted(meeting, key=lambda pair: _rank(*pair)):
        if _place(a) in left_a and _place(b) in left_b:
            pairs.append((left_a.pop(_place(a)), left_b.pop(_place(b))))
    return pairs, list(left_a.values()), list(left_b.values())


def _rank(a: Mark, b: Mark) -> tuple[bool, float]:
    """Which marks become partners first; those that are alike stay in the order of the text."""
    common = min(a.end, b.end) - max(a.start, b.start)
    return a.label != b.label, -common / (max(a.end, b.end) - min(a.start, b.start))


def _place(mark: Mark) -> tuple[int, int, str]:
    return mark.start, mark.end, mark.label


def _row(doc: Document, kind: str, a: Mark | None, b: Mark | None) -> dict[str, object]:
    there = [mark for mark in (a, b) if mark is not None]
    start, end = min(mark.start for mark in there), max(mark.end for mark in there)
    return {
        "start": start, "end": end, "kind": kind, "surface": doc.text[start:end],
        "label_a": a.label if a else None, "label_b": b.label if b else None,
        "surface_a": doc.text[a.start : a.end] if a else None,
        "surface_b": doc.text[b.start : b.end] if b else None,
    }  # fmt: skip
