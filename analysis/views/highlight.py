"""Matches into HTML: the text exactly as read, with marks on it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from itertools import pairwise

from analysis.text.document import Document
from analysis.views.style import VOICE_LOOKS

CSS = """
.dl-text { white-space: pre-wrap; overflow-wrap: anywhere; max-width: 44rem; line-height: 2.1;
  font-family: Georgia, 'DejaVu Serif', serif; font-size: 1.05rem; color: #1a1a1a; background: #fff; }
.dl-text span { color: #1a1a1a; }
.dl-direct { background: #cfe6f5; box-shadow: inset 0 -2px #0072B2; }
.dl-indirect { background: #e6f4fc; border-bottom: 2px dashed #2a7fb0; }
.dl-reporting { background: #fbe9c8; border-bottom: 2px dotted #9a6700; }
.dl-free { border-bottom: 2px dotted #444; }
.dl-first::before, .dl-term::after { font: 700 .62rem/1 'DejaVu Sans', Arial, sans-serif; color: #1a1a1a;
  vertical-align: super; border: 1px solid #666; border-radius: 3px; padding: 0 2px; margin: 0 1px;
  background: #fff; }
.dl-first::before { content: attr(data-voice); }
.dl-term::after { content: attr(data-frame); border-radius: 9px; border-color: #b34a00; }
.dl-framing { text-decoration: underline double #b34a00; text-underline-offset: 3px; }
@media print { .dl-text span { background: none; } }
"""


@dataclass(frozen=True, slots=True)
class Mark:
    """Something to show on a stretch of text.

    ``layer`` is "voice" or "framing"; ``label`` the voice, or the letter of the frame; ``free`` says
    that a stretch of narration may be free indirect speech.
    """

    start: int
    end: int
    layer: str
    label: str
    reason: str
    free: bool = False


def highlight_document(doc: Document, marks: Iterable[Mark]) -> str:
    """The text as HTML, with its marks.

    The text content of the result equals the text, character for character: letters and lines
    are drawn by the style sheet only. Marks may overlap and cross; the text is cut at each border
    and every piece carries the marks that lie on it. The reason of each shows on hover.

    Returns: one ``<div>``, to be used with the style sheet `CSS`.
    """
    marks = sorted(marks, key=lambda mark: (mark.start, mark.end))
    borders = sorted({0, len(doc.text)} | {m.start for m in marks} | {m.end for m in marks})
    opening: dict[int, list[Mark]] = {}
    for mark in marks:
        opening.setdefault(mark.start, []).append(mark)
    pieces: list[str] = []
    active: list[Mark] = []
    for start, end in pairwise(borders):
        active = [mark for mark in active if mark.end > start] + opening.get(start, [])
        pieces.append(_piece(doc.text, start, end, active))
    return f'<div class="dl-text" lang="en">{"".join(pieces)}</div>'


def legend() -> str:
    """What the letters and lines mean."""
    parts = [
        f'<span class="dl-{voice}" style="padding:0 .3em">{look.letter} = {look.words}</span>'
        for voice, look in VOICE_LOOKS.items()
    ]
    parts.append('<span class="dl-free" style="padding:0 .3em">narration, may be free indirect</span>')
    parts.append('<span class="dl-framing">a framing term</span>, with the letter of its frame')
    return f'<p class="dl-legend">{" · ".join(parts)}</p>'


def escape_text(text: str) -> str:
    """The text as HTML that is read back the same, carriage returns included."""
    return escape(text, quote=True).replace("\r", "&#13;")


def _piece(text: str, start: int, end: int, marks: list[Mark]) -> str:
    content = escape_text(text[start:end])
    if not marks:
        return content
    classes: list[str] = []
    data: list[str] = []
    for mark in marks:
        if mark.layer == "voice":
            if mark.label != "narration":
                classes.append(f"dl-{mark.label}")
            if mark.free:
                classes.append("dl-free")
            if mark.start == start and mark.label != "narration":
                classes.append("dl-first")
                data.append(f'data-voice="{VOICE_LOOKS[mark.label].letter}"')
        else:
            classes.append("dl-framing")
            if mark.end == end:
                classes.append("dl-term")
                data.append(f'data-frame="{escape(mark.label, quote=True)}"')
    reasons = escape_text("\n".join(mark.reason for mark in marks if mark.reason))
    title = f' title="{reasons}"' if reasons else ""
    return f'<span class="{" ".join(classes)}"{"".join(" " + d for d in data)}{title}>{content}</span>'
