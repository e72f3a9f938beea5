"""The report: one HTML page without scripts and without any other file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from html import escape
from typing import Any

import pandas as pd
from pandas.api.types import is_numeric_dtype

from analysis.findings.reading import Findings
from analysis.findings.unknowns import list_unknowns
from analysis.findings.voice_tone import compare_voice_tone
from analysis.measures.framing import load_frames
from analysis.views.figures import DrawnFigure
from analysis.views.highlight import CSS, Mark, escape_text, highlight_document, legend
from analysis.views.style import VOICE_LOOKS

PAGE_CSS = """
:root { color-scheme: light; }
body { font: 1rem/1.5 'DejaVu Sans', Verdana, Arial, sans-serif; color: #1a1a1a; background: #fff;
  max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.25rem; margin-top: 2.5rem; border-top: 1px solid #bbb;
  padding-top: 1rem; }
table { border-collapse: collapse; font-size: .85rem; margin: .5rem 0 1.5rem; }
th, td { border-bottom: 1px solid #ccc; padding: .25rem .6rem; text-align: left; }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; }
caption { text-align: left; font-weight: 700; padding: .4rem 0; }
summary { cursor: pointer; padding: .3rem 0; font-weight: 700; } details { border-bottom: 1px solid #ccc; }
summary:focus-visible { outline: 3px solid #0072B2; }
@media print { details > *:not(summary) { display: block; } }
.scroll { overflow-x: auto; } figure { margin: 1.5rem 0; } img { max-width: 100%; height: auto; }
figcaption, .note { color: #444; font-size: .9rem; } dt { font-weight: 700; margin-top: .5rem; }
@media print { h2 { break-after: avoid; } table, figure { break-inside: avoid; } }
"""
# Nothing is fetched and no script runs, whatever the article's text may be.
POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"

CAPTIONS = {
    "text": "Paragraphs, sentences and words",
    "voices": "Words and characters by voice",
    "quotation_share": "Share of quotation, by definition",
    "speakers": "Speakers",
    "framing": "Framing terms by paragraph",
    "framing_by_voice": "Framing terms by voice",
    "framing_by_speaker": "Framing terms by speaker",
    "news_framing": "Terms of general news frames by paragraph",
    "news_framing_by_voice": "Terms of general news frames by voice",
    "loaded": "Loaded words by kind and voice",
    "stance": "Calls, certainty, agentless passives and numbers by voice",
    "calls": "Who must do what",
    "names": "How each actor is named, by voice",
    "namers": "Who calls whom what",
    "labels": "Words for which there were others",
    "us_and_them": "What is said of each actor",
    "tone": "Tone by paragraph",
    "tone_by_voice": "Tone by voice",
    "tone_by_speaker": "Tone by speaker",
}
GLOSSARY = {
    "voice": "Whose words a stretch is: direct quotation, indirect quotation, reporting clause or narration. "
    "Each character has exactly one.",
    "reporting clause": "The words that introduce speech: “she said that”.",
    "free indirect speech": "Narration that may go on in a speaker's voice. "
    "It is marked, and counted as narration.",
    "framing term": "A term of the project's lists: ten frames of texts that argue, eleven of news. "
    "A match describes a word, not an intention.",
    "loaded word": "A word that judges where it could tell. A judgment can be fair.",
    "call": "A demand that is open: who must do what.",
    "hedge, booster": "Words that leave a thing open, and words that close it.",
    "agentless passive": "What was done, by nobody whom the sentence names.",
    "tone": "The rating that readers would be expected to give, from −4 to +4; "
    "in practice between −2 and +2.",
    "coverage": "The share of words that a tone score rests on.",
    "VADER": "A well-known list of tone words with rules, made for short posts, from −1 to +1; "
    "shown to compare.",
}


def format_page(findings: Findings, tables: Mapping[str, pd.DataFrame], figures: list[DrawnFigure]) -> str:
    """The report on one article as a whole HTML page."""
    doc = findings.doc
    title = (doc.source and doc.source.title) or doc.id
    sections = [
        f"<h1>{escape_text(title)}</h1>",
        f"<p>{len(doc.words)} words, {len(doc.sentences)} sentences, {len(doc.paragraphs)} paragraphs. "
        "This page describes wording. It does not say whether a claim is true, "
        "and rates no person and no outlet.</p>",
        *(f"<p><strong>Warning:</strong> {escape_text(warning)}</p>" for warning in findings.warnings),
        "<h2>The text, with its marks</h2>",
        legend(),
        '<p class="note">Hover over a mark to read why it stands there.</p>',
        highlight_document(doc, list_marks(findings)),
        _frame_key(),
        "<h2>Figures</h2>",
        *(figure.to_html() for figure in figures),
        f"<p>How does the narrator sound? {escape_text(compare_voice_tone(findings).verdict)}</p>",
        "<h2>What this cannot tell</h2>",
        "<ul>" + "".join(f"<li>{escape_text(line)}</li>" for line in list_unknowns(findings)) + "</ul>",
        "<h2>Tables</h2>",
        '<p class="note">Open a table to read it. Rows that count nothing are left out here.</p>',
        *(_folded(CAPTIONS.get(name, name), _counted(table)) for name, table in tables.items()),
        _folded("Quotations, each with its reason", _quotations(findings)),
        _folded("Loaded words, each with its reason", _loaded_terms(findings)),
        "<h2>Source card</h2>",
        _source_card(findings),
        "<h2>Glossary</h2>",
        "<dl>" + "".join(f"<dt>{escape(k)}</dt><dd>{escape(v)}</dd>" for k, v in GLOSSARY.items()) + "</dl>",
    ]
    body = "\n".join(sections)
    return (
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape_text(title)} – Discourse Lens</title><style>{PAGE_CSS}{CSS}</style></head>\n"
        f"<body><main>\n{body}\n</main></body></html>\n"
    )


@dataclass(frozen=True)
class Shown:
    """A piece of HTML, as notebooks show it."""

    html: str

    def _repr_html_(self) -> str:
        return self.html


def show_text(findings: Findings) -> Shown:
    """The text with its marks, for a notebook: hover over a mark to read why it stands there."""
    marked = highlight_document(findings.doc, list_marks(findings))
    return Shown(f"<style>{CSS}</style>{legend()}{marked}{_frame_key()}")


def show_table(table: pd.DataFrame, caption: str = "") -> Shown:
    """A table in full, for a notebook: no cell is cut short, numbers have three places."""
    return Shown(_table(caption, table))


def list_marks(findings: Findings) -> list[Mark]:
    """The marks of the text: its voices and its framing terms, each with its reason."""
    letters = {frame.frame: frame.letter for frame in load_frames()}
    names = {entity.entity: entity.name for entity in findings.quotations.entities}
    marks = []
    for span in findings.voices:
        who = f" of {names[span.entity]}" if span.entity in names else ""
        why = f": {span.reason}" if span.reason else ""
        reason = f"{VOICE_LOOKS[span.voice].words}{who}{why}" if span.voice != "narration" or why else ""
        marks.append(Mark(span.start, span.end, "voice", span.voice, reason, span.free_indirect))
    for match in findings.framing:
        reason = f"framing term “{match.term}”, frame {match.label} (source: {match.source})"
        marks.append(Mark(match.start, match.end, "framing", letters[match.label], reason))
    return marks


def _frame_key() -> str:
    items = "; ".join(f"<b>{escape(f.letter)}</b> {escape(f.title)}" for f in load_frames())
    return f'<p class="note">Frames: {items}.</p>'


def _table(caption: str, table: pd.DataFrame) -> str:
    numeric = [is_numeric_dtype(dtype) for dtype in table.dtypes]
    css = [' class="number"' if flag else "" for flag in numeric]
    head = "".join(
        f'<th scope="col"{c}>{escape(str(name))}</th>' for name, c in zip(table.columns, css, strict=True)
    )
    rows = "".join(
        "<tr>" + "".join(f"<td{c}>{_cell(v)}</td>" for v, c in zip(row, css, strict=True)) + "</tr>"
        for row in table.itertuples(index=False)
    )
    return (
        f'<div class="scroll"><table><caption>{escape(caption)}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _cell(value: Any) -> str:
    if pd.isna(value):
        return "–"
    if isinstance(value, float):
        return f"{value:.3f}".replace("-", "−")
    return escape_text(str(value))


def _folded(caption: str, table: pd.DataFrame) -> str:
    """A table that opens on demand; without a script, and with the keyboard too."""
    return (
        f"<details><summary>{escape(caption)} ({len(table)} rows)</summary>{_table(caption, table)}</details>"
    )


def _counted(table: pd.DataFrame) -> pd.DataFrame:
    return table[table["n"] > 0] if "n" in table.columns else table


def _quotations(findings: Findings) -> pd.DataFrame:
    rows = [asdict(row) for row in findings.quotations.rows]
    columns = ["start", "end", "surface", "type", "level", "attribution", "kind", "speaker", "cue", "reason"]
    return pd.DataFrame(rows, columns=columns)


def _loaded_terms(findings: Findings) -> pd.DataFrame:
    rows = [asdict(term) for term in findings.loaded.terms]
    return pd.DataFrame(rows, columns=["start", "end", "surface", "kind", "weight", "reason", "source"])


def _source_card(findings: Findings) -> str:
    source = findings.doc.source
    if source is None:
        return "<p>There is none: the text did not come from a file.</p>"
    rows = [
        f'<tr><th scope="row">{escape(key)}</th><td>{escape_text(str(value or "not known"))}</td></tr>'
        for key, value in asdict(source).items()
    ]
    return f"<table>{''.join(rows)}</table>"
