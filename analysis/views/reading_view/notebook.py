"""Marked texts and tables for notebooks, trusted or not: no script, no style sheet, inline styles alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from analysis.findings.reading import Findings, find_all
from analysis.text.document import Document
from analysis.views.reading_view.layers import LAYERS, ViewMark, first_layers, list_view_marks
from analysis.views.reading_view.markup import escape_text
from analysis.views.reading_view.page_tables import format_table
from analysis.views.reading_view.segments import Segment, cut_segments

if TYPE_CHECKING:
    import pandas as pd

# Of two lines on one side of a word one is drawn; the letters tell of both.
_LINES = {
    "framing": "border-bottom: 2px solid #b34a00",
    "news_framing": "border-bottom: 4px double #8a2f6b",
    "loaded": "border-bottom: 2px dotted #1a1a1a",
    "tone": "border-bottom: 2px dashed #5a4a00",
    "stance": "border-top: 2px solid #00694d",
}
_VOICES = {
    "v-direct": "background-color: #cfe6f5",
    "v-indirect": "background-color: #e6f4fc",
    "v-reporting": "background-color: #fbe9c8",
    "v-free": "background-color: #ececec",
}
# Paper and ink are set here too: a dark notebook would otherwise write light on light.
BLOCK = "white-space: pre-wrap; line-height: 2; color: #1a1a1a; background-color: #ffffff; padding: 8px"


@dataclass(frozen=True)
class Shown:
    """A piece of HTML, as notebooks show it."""

    html: str = field(repr=False)

    def _repr_html_(self) -> str:
        return self.html


def highlight(read: Document | Findings, *, layers: Iterable[str] | None = None) -> Shown:
    """A text with the marks of some layers, for a notebook; a mark's reason shows on hover.

    Args:
        layers: names of `LAYERS`; without it those that the report shows first.

    Raises:
        ValueError: there is no layer of that name; the message lists those there are.
    """
    findings = read if isinstance(read, Findings) else find_all(read)
    chosen = first_layers(findings) if layers is None else list(layers)
    marks = list_view_marks(findings, layers=chosen)
    doc = findings.doc
    pieces = format_pieces(doc.text, marks, look=_look, told=describe)
    key = "; ".join(f"<b>{LAYERS[name].title}</b>: {escape_text(LAYERS[name].drawn)}" for name in chosen)
    return Shown(f'<p>{key}</p><div style="{BLOCK}" lang="en" dir="auto">{pieces}</div>')


def show_table(table: pd.DataFrame, caption: str = "") -> Shown:
    """A table in full, for a notebook: no cell is cut short, numbers have three places."""
    return Shown(format_table(caption, table, plain=True))


def format_pieces(
    text: str,
    marks: Sequence[ViewMark],
    *,
    look: Callable[[ViewMark], str],
    told: Callable[[ViewMark], str],
) -> str:
    """The text as HTML with inline styles.

    Args:
        look: the style of a mark; of two for the same side of a word the first in the text's order is drawn.
        told: what a mark's title says.
    """
    return "".join(_piece(text, marks, segment, look, told) for segment in cut_segments(len(text), marks))


def _piece(
    text: str,
    marks: Sequence[ViewMark],
    segment: Segment,
    look: Callable[[ViewMark], str],
    told: Callable[[ViewMark], str],
) -> str:
    content = escape_text(text[segment.start : segment.end])
    if not segment.marks:
        return content
    found = [marks[number] for number in segment.marks]
    styles = {"color": "#1a1a1a", "background-color": "#ffffff"}
    drawn: set[str] = set()
    for mark in found:
        side, _, value = look(mark).partition(": ")
        if side and side not in drawn:
            drawn.add(side)
            styles[side] = value
    style = "; ".join(f"{side}: {value}" for side, value in styles.items())
    title = escape_text("\n".join(map(told, found)))
    before = _letters([marks[number].opens for number in segment.opening])
    behind = _letters([marks[number].closes for number in segment.closing])
    return f'{before}<span style="{style}" title="{title}">{content}</span>{behind}'


def _look(mark: ViewMark) -> str:
    return _VOICES.get(mark.look, "") or _LINES.get(mark.layer, "")


def describe(mark: ViewMark) -> str:
    """Layer, label and reason in one line."""
    return f"{LAYERS[mark.layer].title}: {mark.label}" + (f"; {mark.reason}" if mark.reason else "")


def _letters(letters: list[str]) -> str:
    """Letters that belong to the marks and not to the text: each in a ``sup`` element."""
    drawn = " ".join(letter for letter in letters if letter)
    return f"<sup>{escape_text(drawn)}</sup>" if drawn else ""
