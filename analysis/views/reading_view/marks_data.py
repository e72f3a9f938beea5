"""The marks as data for the page's script: no words of the article, no sentence twice."""

from __future__ import annotations

import json
from collections.abc import Sequence

from analysis.views.reading_view.layers import LAYERS, ViewMark
from analysis.views.reading_view.markup import carry_text
from analysis.views.reading_view.segments import find_wide, to_utf16


def format_data(text: str, marks: Sequence[ViewMark]) -> str:
    """JSON for a script element: layers, strings, and a row of numbers for each mark.

    Returns: ``{"layers": [[name, title], …], "strings": […], "marks": [[start, end, layer, label, reason],
    …]}``; start and end in UTF-16 units, layer, label and reason as places in the lists. The offsets lead
    to the words, so these are not repeated; neither is a reason that many marks share.
    """
    wide = find_wide(text)
    layer_places = {name: place for place, name in enumerate(LAYERS)}
    strings: dict[str, int] = {}
    rows = [
        (
            to_utf16(wide, mark.start),
            to_utf16(wide, mark.end),
            layer_places[mark.layer],
            strings.setdefault(carry_text(mark.label), len(strings)),
            strings.setdefault(carry_text(mark.reason), len(strings)),
        )
        for mark in marks
    ]
    data = {
        "layers": [[layer.name, layer.title] for layer in LAYERS.values()],
        "strings": list(strings),
        "marks": rows,
    }
    # Inside a script element only "<" can end it or open a comment.
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
