"""Colors, hatches and fonts: the same label looks the same in every figure and page.

Colors are Okabe and Ito's, which readers with any color vision tell apart. No label rests on its
color alone: voices have a hatch and a letter too, frames a letter.
"""

from __future__ import annotations

from typing import Any, NamedTuple

INK = "#1a1a1a"
GRID = "#d0d0d0"


class Look(NamedTuple):
    """How a label is drawn: its words, a letter, a fill color and a hatch."""

    words: str
    letter: str
    color: str
    hatch: str


VOICE_LOOKS = {
    "direct": Look("direct quotation", "D", "#0072B2", ""),
    "indirect": Look("indirect quotation", "I", "#56B4E9", "////"),
    "reporting": Look("reporting clause", "R", "#E69F00", ".."),
    "narration": Look("narration", "N", "#E8E8E8", ""),
}

# How an actor is named. Letters and hatches tell the forms apart where colors do not.
FORM_LOOKS = {
    "name": Look("name", "N", "#0072B2", ""),
    "title": Look("title and name", "T", "#56B4E9", "////"),
    "role": Look("role", "R", "#E69F00", ".."),
    "group": Look("group", "G", "#F0E442", "xxxx"),
    "pronoun": Look("pronoun", "P", "#E8E8E8", ""),
}

# Deterministic bytes: one named font, a fixed salt for SVG ids, no date (see figures.py).
RC: dict[str, Any] = {
    "font.family": "DejaVu Sans",
    "font.size": 10,
    "svg.hashsalt": "discourse-lens",
    "svg.fonttype": "path",
    "figure.dpi": 100,
    "savefig.dpi": 150,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.edgecolor": INK,
    "axes.labelcolor": INK,
    "axes.titlelocation": "left",
    "axes.titleweight": "bold",
    "text.color": INK,
    "xtick.color": INK,
    "ytick.color": INK,
    "hatch.linewidth": 0.6,
    "legend.frameon": False,
}


def signed(value: float, digits: int = 1) -> str:
    """A number with its sign, a true minus, and no minus before a zero.

    >>> signed(-1.24), signed(0.04), signed(2)
    ('−1.2', '0.0', '+2.0')
    """
    text = f"{value:+.{digits}f}".replace("-", "−")
    return text[1:] if float(text[1:]) == 0 else text


def percent(value: float) -> str:
    """A share as a percentage, or a dash where there is nothing to divide by.

    >>> percent(0.2514), percent(float("nan"))
    ('25.1 %', '–')
    """
    return "–" if value != value else f"{100 * value:.1f} %"


def count_of(n: int, thing: str) -> str:
    """A number with its noun.

    >>> count_of(1, "word"), count_of(0, "word")
    ('1 word', '0 words')
    """
    return f"{n} {thing}" if n == 1 else f"{n} {thing}s"
