"""Where two readers disagree: each place, with what either of them marked there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from analysis.findings.agreement.coefficients import Mark, find_meeting
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

    Returns: a row a place: ``start``, ``end``, ``kind`` (only a, only b, another label, another border),
        ``surface`` (all that either marked there), ``label_a``, ``label_b``, ``surface_a``, ``surface_b``
        (missing where that reader marked nothing).

    Limits: where three marks meet, two of them make the row.

    Example: one reader marks two words, the other one of them and one more.

    >>> from collections import namedtuple
    >>> from analysis.text.document import make_document
    >>> Span = namedtuple("Span", "start end label")
    >>> doc = make_document("one two three")
    >>> table = list_disagreements(doc, [Span(0, 7, "x")], [Span(0, 3, "x"), Span(8, 13, "y")])
    >>> list(table["kind"]), list(table["surface"])
    (['another border', 'only b'], ['one two', 'three'])
    """
    rows = []
    for a, b in find_meeting(marks_a, marks_b):
        if b is None:
            rows.append(_row(doc, ONLY_A, a, None))
        elif a.label != b.label:
            rows.append(_row(doc, LABEL, a, b))
        elif (a.start, a.end) != (b.start, b.end):
            rows.append(_row(doc, BORDER, a, b))
    rows += [_row(doc, ONLY_B, None, b) for b, a in find_meeting(marks_b, marks_a) if a is None]
    return to_table(sorted(rows, key=lambda row: (row["start"], row["end"])), _COLUMNS)


def _row(doc: Document, kind: str, a: Mark | None, b: Mark | None) -> dict[str, object]:
    there = [mark for mark in (a, b) if mark is not None]
    start, end = min(mark.start for mark in there), max(mark.end for mark in there)
    return {
        "start": start, "end": end, "kind": kind, "surface": doc.text[start:end],
        "label_a": a.label if a else None, "label_b": b.label if b else None,
        "surface_a": doc.text[a.start : a.end] if a else None,
        "surface_b": doc.text[b.start : b.end] if b else None,
    }  # fmt: skip
