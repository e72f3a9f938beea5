"""The report: one HTML page that needs no other file and fetches nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from analysis.findings.reading import Findings
from analysis.findings.robustness.card import RobustnessCard
from analysis.findings.voice_tone import compare_voice_tone
from analysis.text.rates import to_table
from analysis.views.export import name_of
from analysis.views.figures import DrawnFigure
from analysis.views.reading_view.assets import make_policy, read_asset
from analysis.views.reading_view.cards import (
    format_glossary,
    format_references,
    format_source_card,
    format_unknowns,
)
from analysis.views.reading_view.layers import LAYERS, ViewMark, first_layers, list_view_marks
from analysis.views.reading_view.marks_data import format_data
from analysis.views.reading_view.markup import escape_text, format_text
from analysis.views.reading_view.own_marks import format_own_marks
from analysis.views.reading_view.page_figures import format_figures
from analysis.views.reading_view.page_tables import format_folded
from analysis.views.reading_view.segments import find_wide
from analysis.views.reading_view.switches import format_letters, format_switches
from analysis.views.reading_view.words import CAPTIONS
from analysis.views.robustness_cards import format_cards_html

if TYPE_CHECKING:
    import pandas as pd

HINT = (
    "Point at a mark or tap it to read why it stands there. On the keyboard: Tab into the text, then n or → "
    "for the next mark, p or ← for the one before; Escape closes."
)


def format_page(
    findings: Findings,
    tables: Mapping[str, pd.DataFrame],
    figures: Sequence[DrawnFigure],
    *,
    cards: Sequence[RobustnessCard] = (),
) -> str:
    """The report on one article as a whole HTML page, whose element ``#text`` holds the text as read."""
    doc = findings.doc
    marks = list_view_marks(findings)
    style, script = (
        read_asset("view.css") + read_asset("page.css"),
        read_asset("view.js") + read_asset("annotate.js"),
    )
    title = escape_text((doc.source and doc.source.title) or doc.id)
    shown = first_layers(findings)
    classes = " ".join(f"on-{name}" for name in shown)
    return (
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{escape_text(make_policy(style, script))}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>Discourse Lens: {title}</title><style>{style}</style></head>\n"
        f'<body><a id="skip" href="#text">To the text</a><main>{_header(findings, title)}\n'
        '<article aria-label="The text, with its marks">'
        f'<p class="note only-screen">{HINT} '
        '<button type="button" class="tool" data-step="-1">Previous mark</button> '
        '<button type="button" class="tool" data-step="1">Next mark</button></p>'
        f'<div id="text" class="marked {classes}" lang="en" tabindex="-1">{format_text(doc, marks)}</div>'
        f"</article>\n<aside>{_panel(findings, tables, figures, cards, marks, shown)}</aside></main>\n"
        '<div id="reason" role="status" aria-live="polite" aria-atomic="true"></div>'
        '<dialog id="large" aria-label="Figure">'
        '<button type="button" data-close="1">Close</button><div></div></dialog>'
        f'<script type="application/json" id="marks">{format_data(doc.text, marks)}</script>\n'
        f"<script>{script}</script></body></html>\n"
    )


def _header(findings: Findings, title: str) -> str:
    doc = findings.doc
    warnings = "".join(
        f'<p class="warning"><strong>Warning:</strong> <bdi>{escape_text(warning)}</bdi></p>'
        for warning in findings.warnings
    )
    return (
        f'<header><h1 dir="auto">{title}</h1><p>{len(doc.words)} words, {len(doc.sentences)} sentences, '
        f"{len(doc.paragraphs)} paragraphs. This page describes wording. It does not say whether a claim is "
        f"true, and rates no person and no outlet.</p>{warnings}"
        "<noscript><p>Switching layers and reading reasons needs this page's own script.</p></noscript>"
        "</header>"
    )


def _panel(
    findings: Findings,
    tables: Mapping[str, pd.DataFrame],
    figures: Sequence[DrawnFigure],
    cards: Sequence[RobustnessCard],
    marks: list[ViewMark],
    shown: list[str],
) -> str:
    wide = find_wide(findings.doc.text)
    marks_of = {name: sum(mark.layer == name for mark in marks) for name in LAYERS}
    mark_tables = "".join(
        f'<details data-layer="{layer.name}"><summary>{layer.title} ({marks_of[layer.name]} marks)</summary>'
        f'<div class="scroll" tabindex="0" role="region" aria-label="Marks: {layer.title}"></div></details>'
        for layer in LAYERS.values()
        if marks_of[layer.name]
    )
    measured = "".join(format_folded(CAPTIONS.get(n, n), table, wide=wide) for n, table in tables.items())
    sections = [
        format_switches(marks, shown),
        format_letters(marks),
        format_own_marks(name_of(findings)),
        f'<details class="only-screen"><summary>Every mark and its reason</summary>{mark_tables}</details>',
        "<h2>What this cannot tell you</h2>",
        format_unknowns(findings),
        f"<h2>How far can this be trusted?</h2>{format_cards_html(cards)}" if cards else "",
        "<h2>Figures</h2>",
        format_figures(figures),
        f"<p>How does the narrator sound? {escape_text(compare_voice_tone(findings).verdict)}</p>",
        f"<h2>Tables</h2>{measured}",
        format_folded("Quotations, each with its reason", _quotations(findings), wide=wide),
        "<h2>Source card</h2>",
        format_source_card(findings.doc),
        f"<details><summary>Glossary</summary>{format_glossary()}</details>",
        f"<details><summary>Works that the reasons name</summary>{format_references(marks)}</details>",
    ]
    return "\n".join(sections)


def _quotations(findings: Findings) -> pd.DataFrame:
    kinds = dict.fromkeys(("surface", "type", "attribution", "kind", "speaker", "cue"), "object")
    columns = ("start", "end", "surface", "type", "level", "attribution", "kind", "speaker", "cue")
    rows = [row._asdict() for row in findings.quotations.rows]
    return to_table(rows, {name: kinds.get(name, "int64") for name in columns})
