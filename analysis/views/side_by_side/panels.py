"""What stands around the columns: switches, the key, the list of links, figures."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence

from analysis.findings.reading import Findings
from analysis.measures.framing import load_frames
from analysis.views.figures import DrawnFigure
from analysis.views.side_by_side.columns import escape_text
from analysis.views.side_by_side.links import Link
from analysis.views.style import VOICE_LOOKS

LONGEST_WORDING = 240  # characters of a stretch that the list of links repeats


def format_switches() -> str:
    """Boxes that show and hide marks; the style sheet alone does it."""
    boxes = (("voices", "Voices"), ("frames", "Frames"), ("links", "Links between the texts"))
    inputs = "".join(
        f'<label><input type="checkbox" id="show-{name}" autocomplete="off" checked> {label}</label>'
        for name, label in boxes
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
    kinds = {"Q": "Q a shared quotation", "S": "S a shared sentence", "W": "W changed words"}
    shown = [words for letter, words in kinds.items() if any(link.name[0] == letter for link in links)]
    linked = (
        f" <strong>Links</strong> (boxed; choose one to go to its like in the next text): {', '.join(shown)}."
        if shown
        else ""
    )
    framed = (
        f" <strong>Frames</strong> (line below, letter behind; double line: frames of news): {frames}."
        if frames
        else ""
    )
    return f'<p class="key"><strong>Voices</strong>: {voices}; narration is plain.{framed}{linked}</p>'


def format_links(texts: Sequence[Findings], headings: Sequence[str], links: Sequence[Link]) -> str:
    """Each link with the words of every place and its edits; the names lead to the places."""
    items = []
    for link in links:
        places = []
        for number, place in enumerate(link.places, start=1):
            words = texts[place.column].doc.text[place.start : place.end]
            cut = words if len(words) <= LONGEST_WORDING else words[:LONGEST_WORDING] + " …"
            where = escape_text(headings[place.column])
            shown = f"<q>{escape_text(cut)}</q>" if cut else "left out"
            places.append(
                f'<li><a href="#{link.name}-{number}"><bdi>{where}</bdi></a>: <bdi>{shown}</bdi></li>'
            )
        notes = "".join(f'<p class="edits"><bdi>{escape_text(note)}</bdi></p>' for note in link.notes)
        items.append(
            f'<li id="{link.name}"><strong>{link.name}</strong><ul>{"".join(places)}</ul>{notes}</li>'
        )
    how = '<p class="note">[−taken out−] {+put in+}, from the earlier column to the later.</p>'
    return f'{how}<ol class="links">{"".join(items)}</ol>' if items else ""


def format_figure(figure: DrawnFigure) -> str:
    """A figure inside the page, with its alt text."""
    data = b64encode(figure.svg.encode("utf-8")).decode("ascii")
    return (
        f'<figure><img src="data:image/svg+xml;base64,{data}" alt="{escape_text(figure.alt_text)}">'
        f"<figcaption>{escape_text(figure.title)}</figcaption></figure>"
    )
