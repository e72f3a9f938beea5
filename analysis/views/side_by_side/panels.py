"""What stands around the columns: switches, the key, figures."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence

from analysis.findings.reading import Findings
from analysis.measures.framing import load_frames
from analysis.views.figures import DrawnFigure
from analysis.views.side_by_side.columns import escape_text
from analysis.views.side_by_side.links import Link
from analysis.views.style import VOICE_LOOKS

SWITCHES = {"voices": "Voices", "frames": "Frames", "links": "Links between the columns"}
KINDS = {
    "Q": "Q a shared quotation (one of four words or more without a box stands in this text only)",
    "S": "S a shared sentence",
    "W": "W changed words",
}


def format_switches(names: Sequence[str]) -> str:
    """Boxes that show and hide marks; the style sheet alone does it."""
    inputs = "".join(
        f'<label><input type="checkbox" id="show-{name}" autocomplete="off" checked> {SWITCHES[name]}</label>'
        for name in names
    )
    return f'<fieldset class="switches only-screen"><legend>Show</legend>{inputs}</fieldset>'


def format_key(texts: Sequence[Findings], links: Sequence[Link]) -> str:
    """What letters and lines mean; of the frames, those that stand in the texts."""
    voices = " · ".join(
        f'<span class="text"><span class="v-{voice}" data-o="{look.letter}">{look.words}</span></span>'
        for voice, look in VOICE_LOOKS.items()
        if voice != "narration"
    )
    found = {match.label for findings in texts for match in [*findings.framing, *findings.news_framing]}
    frames = "; ".join(
        f"{frame.letter} {escape_text(frame.title)}"
        for name in ("frames", "frames_news")
        for frame in load_frames(name)
        if frame.frame in found
    )
    shown = [KINDS[letter] for letter in KINDS if any(link.name[0] == letter for link in links)]
    linked = (
        f" <strong>Links</strong> (boxed; choose one to go to its like): {', '.join(shown)}; "
        "below, [−words−] were taken out and {+words+} put in."
        if shown
        else ""
    )
    framed = (
        f" <strong>Frames</strong> (line below, letter behind; double line: frames of news): {frames}."
        if frames
        else ""
    )
    return f"<strong>Voices</strong>: {voices}; narration is plain.{framed}{linked}"


def format_figure(figure: DrawnFigure) -> str:
    """A figure inside the page, with its alt text."""
    data = b64encode(figure.svg.encode("utf-8")).decode("ascii")
    return (
        f'<figure><img src="data:image/svg+xml;base64,{data}" alt="{escape_text(figure.alt_text)}">'
        f"<figcaption>{escape_text(figure.title)}</figcaption></figure>"
    )
