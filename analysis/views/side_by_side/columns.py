"""One text as a column: exactly its characters, with marks on them and links to the other columns."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

from analysis.findings.reading import Findings
from analysis.measures.framing import load_frames
from analysis.text.document import Document
from analysis.views.side_by_side.links import Link
from analysis.views.style import VOICE_LOOKS

# HTML has no way to write these; each becomes one U+FFFD, so that no offset moves.
_NOT_IN_HTML = {0: 0xFFFD, **dict.fromkeys(range(0xD800, 0xE000), 0xFFFD)}


@dataclass(frozen=True, slots=True)
class ColumnMark:
    """Something drawn on a stretch; ``opens`` and ``closes`` are letters before and behind it."""

    start: int
    end: int
    look: str
    title: str
    opens: str = ""
    closes: str = ""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A stretch that is a link to its like in another column; it may be empty."""

    start: int
    end: int
    id: str
    target: str
    name: str


def list_marks(findings: Findings) -> list[ColumnMark]:
    """Voices other than plain narration, and the terms of both sets of frames."""
    names = {entity.entity: entity.name for entity in findings.quotations.entities}
    marks = []
    for span in findings.voices:
        if span.voice != "narration":
            look = VOICE_LOOKS[span.voice]
            who = f", {names[span.entity]}" if span.entity in names else ""
            marks.append(
                ColumnMark(span.start, span.end, f"v-{span.voice}", look.words + who, opens=look.letter)
            )
    for matches, frames, look_of_frame in (
        (findings.framing, "frames", "framing"),
        (findings.news_framing, "frames_news", "news"),
    ):
        by_name = {frame.frame: frame for frame in load_frames(frames)}
        for match in matches:
            frame = by_name[match.label]
            title = f"frame {frame.letter}: {frame.title}"
            marks.append(ColumnMark(match.start, match.end, look_of_frame, title, closes=frame.letter))
    return marks


def list_anchors(links: Iterable[Link], column: int) -> list[Anchor]:
    """The links of one column, each leading to the next place of its group, the last to the first."""
    anchors = []
    for link in links:
        n = len(link.places)
        for number, place in enumerate(link.places):
            if place.column == column:
                target = f"{link.name}-{(number + 1) % n + 1}"
                anchors.append(Anchor(place.start, place.end, f"{link.name}-{number + 1}", target, link.name))
    return sorted(anchors, key=lambda anchor: (anchor.start, anchor.end))


def format_column(doc: Document, marks: Sequence[ColumnMark], anchors: Sequence[Anchor]) -> str:
    """The text as HTML whose text content is the text, character for character.

    Args:
        marks: may overlap and cross; the text is cut at each border.
        anchors: none overlaps another.
    """
    borders = {0, len(doc.text)}
    borders.update(*((m.start, m.end) for m in marks), *((a.start, a.end) for a in anchors))
    opening: dict[int, list[ColumnMark]] = {}
    for mark in marks:
        opening.setdefault(mark.start, []).append(mark)
    linked: dict[int, list[Anchor]] = {}
    for anchor in anchors:
        linked.setdefault(anchor.start, []).append(anchor)
    pieces: list[str] = []
    active: list[ColumnMark] = []
    ends = -1  # where the open link ends
    cuts = sorted(borders)
    for start, end in zip(cuts, [*cuts[1:], len(doc.text)], strict=True):
        if ends == start:
            pieces.append("</a>")
        for anchor in linked.get(start, ()):
            pieces.append(_opening_tag(anchor) + ("</a>" if anchor.start == anchor.end else ""))
            ends = max(ends, anchor.end)
        if start < end:
            active = [mark for mark in active if mark.end > start] + opening.get(start, [])
            pieces.append(_piece(doc.text, start, end, active))
    return f'<div class="text" lang="en" dir="auto">{"".join(pieces)}</div>'


def escape_text(text: str) -> str:
    """The text as HTML that is read back the same, carriage returns included."""
    return escape(text.translate(_NOT_IN_HTML), quote=True).replace("\r", "&#13;")


def _opening_tag(anchor: Anchor) -> str:
    kind = "gone" if anchor.start == anchor.end else "kept"
    letter = anchor.name[0].lower()
    label = f' aria-label="{anchor.name}: words left out here"' if kind == "gone" else ""
    return (
        f'<a class="link {letter} {kind}" id="{anchor.id}" href="#{anchor.target}" data-name="{anchor.name}" '
        f'aria-describedby="{anchor.name}"{label}>'
    )


def _piece(text: str, start: int, end: int, marks: Sequence[ColumnMark]) -> str:
    content = escape_text(text[start:end])
    if not marks:
        return content
    looks = " ".join(dict.fromkeys(mark.look for mark in marks))
    opens = " ".join(mark.opens for mark in marks if mark.opens and mark.start == start)
    closes = " ".join(mark.closes for mark in marks if mark.closes and mark.end == end)
    titles = "; ".join(dict.fromkeys(mark.title for mark in marks))
    letters = "".join(_attribute(name, value) for name, value in (("o", opens), ("c", closes)) if value)
    return f'<span class="{looks}"{letters} title="{escape_text(titles)}">{content}</span>'


def _attribute(name: str, value: str) -> str:
    return f' data-{name}="{escape_text(value)}"'
