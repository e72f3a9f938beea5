"""Figures as elements of the page: one set of letters for all, nothing that the page's policy refuses."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from xml.etree import ElementTree

from analysis.views.figures import DrawnFigure
from analysis.views.reading_view.markup import escape_text

_SVG = "http://www.w3.org/2000/svg"
_LINK = "{http://www.w3.org/1999/xlink}href"
_STEP = re.compile(r"([MLQCz])\s*([-\d.\s]*)")
_LONG_NUMBER = re.compile(r"-?\d+\.\d{3,}")
_REFERENCE = re.compile(r"#([\w.-]+)")
_GLYPH = "DejaVuSans"
_DROPPED = {f"{{{_SVG}}}{name}" for name in ("metadata", "title", "style")}


def format_figures(figures: Sequence[DrawnFigure]) -> str:
    """The figures, each with its alt text and a button that shows it larger.

    The outlines of letters are most of a figure's weight, and most figures share their letters: they are
    written once, in front of the figures.
    """
    glyphs: dict[str, str] = {}
    drawn = [_format_figure(figure, glyphs) for figure in figures]
    letters = (
        f'<svg class="unseen" aria-hidden="true"><defs>{"".join(glyphs.values())}</defs></svg>'
        if glyphs
        else ""
    )
    return letters + "\n".join(drawn)


def _format_figure(figure: DrawnFigure, glyphs: dict[str, str]) -> str:
    title = escape_text(figure.title)
    return (
        f'<figure id="figure-{figure.name}">{slim_svg(figure.svg, figure.alt_text, glyphs)}'
        f'<figcaption>{title} <button type="button" class="tool" data-figure="figure-{figure.name}">'
        f'Larger<span class="unseen">: {title}</span></button></figcaption></figure>'
    )


def slim_svg(svg: str, alt_text: str, glyphs: dict[str, str]) -> str:
    """The same drawing as an element of a page, in fewer bytes.

    Styles become attributes, since the page's policy refuses inline styles. Places are cut to a hundredth
    of a point; names that nothing refers to go.

    Args:
        glyphs: receives the outlines of letters by name; they leave the drawing.
    """
    root = ElementTree.fromstring(svg)
    used = {
        name
        for element in root.iter()
        for value in element.attrib.values()
        for name in _REFERENCE.findall(value)
    }
    for parent in list(root.iter()):
        for child in list(parent):
            if child.get("id", "").startswith(_GLYPH):
                glyphs.setdefault(child.attrib["id"], _format_glyph(child))
                parent.remove(child)
            elif child.tag in _DROPPED:
                parent.remove(child)
    for parent in list(root.iter()):
        for child in [child for child in parent if child.tag == f"{{{_SVG}}}defs" and not len(child)]:
            parent.remove(child)
    for element in root.iter():
        _slim(element, used)
    for name in ("width", "height", "version"):
        root.attrib.pop(name, None)
    root.attrib |= {"role": "img", "aria-label": alt_text}
    ElementTree.register_namespace("", _SVG)
    return ElementTree.tostring(root, encoding="unicode").replace(f' xmlns="{_SVG}"', "", 1)


def _slim(element: ElementTree.Element, used: set[str]) -> None:
    element.text = element.tail = None  # blanks and line ends
    for declaration in element.attrib.pop("style", "").split(";"):
        name, _, value = declaration.partition(":")
        if value:
            element.set(name.strip(), value.strip())
    if (target := element.attrib.pop(_LINK, None)) is not None:
        element.set("href", target)
    if element.get("id") not in used:
        element.attrib.pop("id", None)
    for name, value in element.attrib.items():
        if name in ("d", "transform", "x", "y", "width", "height", "points"):
            element.set(name, " ".join(_LONG_NUMBER.sub(lambda number: _short(number[0]), value).split()))


def _format_glyph(path: ElementTree.Element) -> str:
    outline, scale = _in_steps(path.get("d", "")), path.get("transform", "")
    return f'<path id="{path.attrib["id"]}" d="{outline}" transform="{scale}"/>'


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
