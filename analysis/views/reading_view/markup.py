"""Segments into escaped HTML whose text content is the text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape

from analysis.text.document import Document
from analysis.views.reading_view.layers import ViewMark
from analysis.views.reading_view.segments import Segment, cut_segments, find_wide, to_utf16

# How a layer is called in the attributes that the style sheet draws from: data-vo opens a voice.
KEYS = {
    "voices": "v",
    "quotations": "q",
    "framing": "f",
    "news_framing": "k",
    "loaded": "l",
    "tone": "t",
    "names": "n",
    "stance": "c",
}
# HTML has no way to write these; each becomes one U+FFFD, so that no offset moves.
_NOT_IN_HTML = re.compile("[\0\ud800-\udfff]")
# Characters that nobody sees or that turn the direction of what follows. Joiners (U+200C, U+200D) are
# left alone: emoji and Persian words are made with them.
_HIDDEN = re.compile(
    "[\x01-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060\u2066-\u2069\ufeff]"
)
_SIGNS = {
    "\t": "⇥", "\r": "␍", "\x7f": "␡", "\u061c": "ALM", "\u200b": "ZWSP", "\u200e": "LRM", "\u200f": "RLM",
    "\u2028": "LS", "\u2029": "PS", "\u202a": "LRE", "\u202b": "RLE", "\u202c": "PDF", "\u202d": "LRO",
    "\u202e": "RLO", "\u2060": "WJ", "\u2066": "LRI", "\u2067": "RLI", "\u2068": "FSI", "\u2069": "PDI",
    "\ufeff": "BOM",
}  # fmt: skip


def escape_text(text: str) -> str:
    """The text as HTML that is read back the same, carriage returns included.

    A NUL and a lone surrogate, which HTML cannot carry, become U+FFFD each.

    >>> escape_text('<b> & "c"\\r')
    '&lt;b&gt; &amp; &quot;c&quot;&#13;'
    """
    return escape(carry_text(text), quote=True).replace("\r", "&#13;")


def carry_text(text: str) -> str:
    """The text with U+FFFD for each character that no web page can carry; of the same length."""
    return _NOT_IN_HTML.sub("\ufffd", text)


def count_not_carried(text: str) -> int:
    """How many characters a page shows as U+FFFD."""
    return sum(1 for _ in _NOT_IN_HTML.finditer(text))


def format_text(doc: Document, marks: Sequence[ViewMark]) -> str:
    """The text in one HTML paragraph a paragraph, each segment naming the marks that lie on it.

    ``data-m`` holds the marks' numbers; ``data-start`` counts UTF-16 units of the text content, as
    scripts do. Letters and lines are drawn by the style sheet alone.
    """
    borders = [0, *doc.paragraphs.starts[1:], len(doc.text)]
    wide = find_wide(doc.text)
    blocks: list[str] = []
    pieces: list[str] = []
    ends = set(borders[1:])
    for segment in cut_segments(len(doc.text), marks, borders=borders):
        content = _show_hidden(doc.text, segment.start, segment.end)
        if segment.marks:
            numbers = " ".join(map(str, segment.marks))
            content = (
                f'<mark class="s {find_looks(marks, segment)}"{_letters(marks, segment)} data-m="{numbers}" '
                f'data-start="{to_utf16(wide, segment.start)}" tabindex="-1">{content}</mark>'
            )
        pieces.append(content)
        if segment.end in ends:
            blocks.append(f"<p>{''.join(pieces)}</p>")
            pieces = []
    return "".join(blocks)


def find_looks(marks: Sequence[ViewMark], segment: Segment) -> str:
    """The classes of a segment's marks, each once."""
    return " ".join(dict.fromkeys(look for number in segment.marks for look in marks[number].look.split()))


def _letters(marks: Sequence[ViewMark], segment: Segment) -> str:
    """Attributes with the letters that the style sheet draws before and behind the segment."""
    letters: dict[str, str] = {}
    for numbers, side in ((segment.opening, "o"), (segment.closing, "c")):
        for number in numbers:
            mark = marks[number]
            if drawn := (mark.opens if side == "o" else mark.closes):
                key = f"data-{KEYS[mark.layer]}{side}"
                letters[key] = f"{letters[key]} {drawn}" if key in letters else drawn
    return "".join(f' {key}="{escape_text(value)}"' for key, value in letters.items())


def _show_hidden(text: str, start: int, end: int) -> str:
    """The stretch as HTML; a character that nobody would see gets a sign, drawn in front of it."""
    pieces: list[str] = []
    place = start
    for found in _HIDDEN.finditer(text, start, end):
        char = found.group()
        if char == "\r" and text[found.end() : found.end() + 1] == "\n":
            continue  # half of a line end, which shows as one
        sign = _SIGNS.get(char) or (chr(0x2400 + ord(char)) if ord(char) < 32 else f"{ord(char):02X}")
        line = " cr" if char == "\r" else ""  # a text whose lines end in CR alone keeps its lines
        pieces.append(escape_text(text[place : found.start()]))
        pieces.append(f'<i class="hid{line}" data-sign="{sign}">{escape_text(char)}</i>')
        place = found.end()
    pieces.append(escape_text(text[place:end]))
    return "".join(pieces)
