"""The panel where readers mark the text themselves."""

from __future__ import annotations

import json

from analysis.measures.framing import load_frames
from analysis.views.reading_view.markup import escape_text


def list_labels() -> dict[str, tuple[str, ...]]:
    """What each layer offers: the tool's labels, so that a reader's marks can be compared with its own."""
    return {
        "quotations": ("direct", "indirect", "mixed"),
        "framing": tuple(frame.frame for frame in load_frames("frames")),
        "news_framing": tuple(frame.frame for frame in load_frames("frames_news")),
        "calls": ("call",),
        "certainty": ("hedge", "booster"),
        "passives": ("agentless_passive",),
        "numbers": ("number",),
    }


def format_own_marks(name: str) -> str:
    """The panel, closed; ``name`` begins the name of the file that is saved."""
    layers = "".join(f'<option value="{layer}">{layer.replace("_", " ")}</option>' for layer in list_labels())
    return (
        f'<details id="own-marks" class="only-screen" data-name="{escape_text(name)}">'
        "<summary>Mark the text yourself</summary>"
        "<p>Select words in the text, choose a label, press <b>Mark</b>. Without a mouse: write the words "
        "into the last field. It helps to switch the layer off first. Save the file and compare it with the "
        "tool's marks or another reader's: "
        "<code>discourse agree FILE --marks yours.csv --tool</code>.</p>"
        f'<p><label>Layer <select name="layer">{layers}</select></label> '
        '<label>Label <input name="label" list="label-list"></label><datalist id="label-list"></datalist> '
        '<button type="button" data-add="1">Mark</button></p>'
        '<p><label>Words to mark <input name="words"></label> '
        '<button type="button" data-written="1">Mark these words</button></p>'
        '<p role="status"></p><ol></ol>'
        '<p><button type="button" data-save="1" disabled>Save my marks (CSV)</button></p></details>'
        f'<script type="application/json" id="labels">{json.dumps(list_labels())}</script>'
    )
