"""Readers' marks on one text, in a notebook: a line and a letter for each reader."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from analysis.findings.agreement.readers import LabeledSpan
from analysis.text.document import Document
from analysis.views.reading_view.layers import ViewMark
from analysis.views.reading_view.markup import escape_text
from analysis.views.reading_view.notebook import BLOCK, Shown, format_pieces

# Each reader has a place above or below the words as well as a color and a kind of line.
_LOOKS = (
    ("border-bottom: 2px solid #b34a00", "solid line below"),
    ("border-top: 2px dashed #00507e", "dashed line above"),
    ("outline: 1px dotted #1a1a1a", "dotted box"),
)


def show_readers(doc: Document, marks: Mapping[str, Sequence[LabeledSpan]]) -> Shown:
    """The text with each reader's marks; reader and label show on hover, and the letter stands behind.

    Args:
        marks: by reader's name; two or three readers.

    Raises:
        ValueError: there are more than three readers.
    """
    if len(marks) > len(_LOOKS):
        raise ValueError(f"{len(marks)} readers are too many for one text; show {len(_LOOKS)} at most")
    looks = dict(zip(marks, _LOOKS, strict=False))
    shown = [
        ViewMark(mark.start, mark.end, reader, mark.label, "", looks[reader][0], closes=reader)
        for reader, found in marks.items()
        for mark in found
    ]
    shown.sort(key=lambda mark: (mark.start, -mark.end))
    pieces = format_pieces(doc.text, shown, look=lambda mark: mark.look, told=_told)
    key = "; ".join(f"<b>{escape_text(name)}</b>: {look}" for name, (_, look) in looks.items())
    return Shown(f'<p>{key}</p><div style="{BLOCK}" lang="en" dir="auto">{pieces}</div>')


def _told(mark: ViewMark) -> str:
    return f"{mark.layer}: {mark.label}"
