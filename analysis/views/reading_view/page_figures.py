"""Figures for a page that may hold nothing but itself: slim SVG inside the img element."""

from __future__ import annotations

import re
from functools import cache

from analysis.views.figures import DrawnFigure
from analysis.views.reading_view.markup import escape_text

_GLYPH = re.compile(r'(<path id="DejaVuSans[^"]*" d=")([^"]*)(")')
_STEP = re.compile(r"([MLQCz])\s*([-\d.\s]*)")
_LONG_NUMBER = re.compile(r"-?\d+\.\d{3,}")
_DROPPED = re.compile(r"<!--.*?-->|<metadata>.*?</metadata>|<\?xml.*?\?>|<!DOCTYPE[^>]*>", re.DOTALL)


def format_figure(figure: DrawnFigure) -> str:
    """A figure with its alt text and a button that shows it larger."""
    title = escape_text(figure.title)
    return (
        f'<figure id="figure-{figure.name}">'
        f'<img src="{_data_address(figure.svg)}" alt="{escape_text(figure.alt_text)}">'
        f'<figcaption>{title} <button type="button" class="tool" data-figure="figure-{figure.name}">'
        f'Larger<span class="unseen">: {title}</span></button></figcaption></figure>'
    )


def slim_svg(svg: str) -> str:
    """The same drawing in fewer bytes.

    The outlines of letters are most of a figure's weight. They are written in steps from point to point,
    without blanks; places are cut to a hundredth of a point; comments and blanks between elements go.
    """
    svg = _DROPPED.sub("", svg)
    svg = _GLYPH.sub(lambda glyph: glyph[1] + _in_steps(glyph[2]) + glyph[3], svg)
    svg = _LONG_NUMBER.sub(lambda number: _short(number[0]), svg)
    svg = re.sub(r">\s+<", "><", svg)
    return re.sub(r"\s*\n\s*", " ", svg).strip()


def _data_address(svg: str) -> str:
    """The drawing as an address; read as UTF-8 text, which is shorter than base64."""
    slim = slim_svg(svg).replace("%", "%25").replace("#", "%23").replace('"', "'")
    return "data:image/svg+xml;charset=utf-8," + escape_text(slim)


def _short(number: str) -> str:
    value = float(number)
    # scales are small numbers that everything else is multiplied by
    return f"{value:.6g}" if abs(value) < 1 else f"{value:.2f}".rstrip("0").rstrip(".")


@cache
def _in_steps(outline: str) -> str:
    """An outline of whole numbers, with each point told from the one before it."""
    if "." in outline:
        return outline
    x = y = left = top = 0
    pieces: list[str] = []
    for letter, numbers in _STEP.findall(outline):
        if letter == "z":
            x, y = left, top
            pieces.append("z")
            continue
        values = [int(number) for number in numbers.split()]
        pairs = list(zip(values[::2], values[1::2], strict=True))
        steps = " ".join(f"{a - x} {b - y}" for a, b in pairs)
        pieces.append(letter.lower() + steps.replace(" -", "-"))
        x, y = pairs[-1]
        if letter == "M":
            left, top = x, y
    return "".join(pieces)
