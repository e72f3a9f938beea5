"""The switches of the layers, which are the key to the marks too, and the letters of the frames."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from analysis.measures.framing import load_frames
from analysis.views.reading_view.layers import LAYERS, Layer, ViewMark
from analysis.views.reading_view.markup import escape_text
from analysis.views.style import FORM_LOOKS, VOICE_LOOKS

# Two words of a made-up sentence under each look that the layer has: (words, classes, letters).
_SAMPLES: dict[str, tuple[tuple[str, str, str], ...]] = {
    "voices": (
        ("direct", "v-direct", 'data-vo="D"'),
        ("indirect", "v-indirect", 'data-vo="I"'),
        ("reporting", "v-reporting", 'data-vo="R"'),
        ("free", "v-free", 'data-vo="F"'),
    ),
    "quotations": (("she said so", "q", 'data-qo="[1" data-qc="1]"'),),
    "framing": (("rights", "framing", 'data-fc="B"'),),
    "news_framing": (("budget", "news_framing", 'data-kc="L"'),),
    "loaded": (("outrage", "loaded", 'data-lc="*"'),),
    "tone": (("joy", "good t3", 'data-tc="+"'), ("grief", "bad t3", 'data-tc="−"')),
    "names": (("Ada Brook", "name", 'data-nc="#1"'),),
    "stance": (("must act", "stance", 'data-cc="c"'),),
}


def format_switches(marks: Sequence[ViewMark], shown: Sequence[str]) -> str:
    """A checkbox for each layer, with how many marks it has and how they are drawn."""
    counts = Counter(mark.layer for mark in marks)
    items = "".join(_switch(layer, counts[layer.name], layer.name in shown) for layer in LAYERS.values())
    return (
        '<fieldset class="switches"><legend>Layers: switch on what you want to see</legend>'
        f'<ul class="plain">{items}</ul></fieldset>'
    )


def format_letters(marks: Sequence[ViewMark]) -> str:
    """What the letters stand for: voices, frames with the number of their terms, forms of names."""
    frames = Counter(mark.label for mark in marks if mark.layer in ("framing", "news_framing"))
    voices = [
        f"<b>{look.letter}</b> {look.words}" for name, look in VOICE_LOOKS.items() if name != "narration"
    ]
    parts = [
        f"<h3>Voices</h3><p>{'; '.join(voices)}; <b>F</b> narration that may be free indirect speech. "
        "Narration is left plain.</p>",
        "<h3>Quotations</h3><p><b>[1 … 1]</b> a quotation, <b>[2 … 2]</b> one inside it; "
        "<b>‹ … ›</b> marks that quote nobody: a scare quote, a title, a term.</p>",
    ]
    for name, title in (("frames", "Frames of argument"), ("frames_news", "Frames of news")):
        items = "".join(
            f"<li><b>{frame.letter}</b> {escape_text(frame.title)} "
            f"({frames[f'{frame.letter}, {frame.title}']}): {escape_text(frame.definition)}</li>"
            for frame in load_frames(name)
        )
        parts.append(f'<h3>{title}</h3><ul class="plain">{items}</ul>')
    forms = ", ".join(look.words for look in FORM_LOOKS.values())
    parts.append(
        "<h3>Tone</h3><p><b>+</b> and a solid line: lifts the tone of its sentence; <b>−</b> and a dashed "
        "line: lowers it; the thicker the line, the more.</p>"
        f"<h3>Names</h3><p><b>#1</b>, <b>#2</b> …: the number of the actor. How it is named: {forms}.</p>"
    )
    return f"<details><summary>Key to the letters</summary>{''.join(parts)}</details>"


def _switch(layer: Layer, count: int, shown: bool) -> str:
    samples = " ".join(
        f'<span class="s {classes}" {letters}>{words}</span>'
        for words, classes, letters in _SAMPLES[layer.name]
    )
    return (
        f'<li><label><input type="checkbox" value="{layer.name}"{" checked" if shown else ""}>{layer.title} '
        f'<span class="n">({count})</span></label> '
        f'<span class="swatch marked on-{layer.name}" aria-hidden="true">{samples}</span>'
        f'<span class="how">{escape_text(layer.drawn)}</span></li>'
    )
