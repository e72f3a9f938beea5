"""Cards beside the text: its source, what cannot be told, what the words mean, which works are named."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from analysis.findings.reading import Findings
from analysis.findings.unknowns import LOOK_ELSEWHERE, list_unknowns
from analysis.text.document import Document
from analysis.text.library import DATA, read_rows
from analysis.views.reading_view.layers import ViewMark
from analysis.views.reading_view.markup import count_not_carried, escape_text
from analysis.views.reading_view.words import FIELD_NAMES, GLOSSARY

_SOURCE = "source: "


def format_source_card(doc: Document) -> str:
    """Whatever the source card says, field by field."""
    if doc.source is None:
        return "<p>There is none: the text did not come from a file.</p>"
    rows = [
        f'<tr><th scope="row">{escape_text(_field_name(field.name))}</th>'
        f"<td>{_format_value(getattr(doc.source, field.name))}</td></tr>"
        for field in fields(doc.source)
    ]
    note = ""
    if n_lost := count_not_carried(doc.text):
        note = f"<p>{n_lost} characters of the text cannot stand in a web page; each shows as �.</p>"
    return f'<div class="scroll"><table><tbody>{"".join(rows)}</tbody></table></div>{note}'


def format_unknowns(findings: Findings) -> str:
    """What this cannot tell, and what to ask elsewhere."""
    items = "".join(f"<li><bdi>{escape_text(line)}</bdi></li>" for line in list_unknowns(findings))
    questions = "".join(
        f"<h4>{escape_text(title)}</h4><ul>{''.join(f'<li>{escape_text(line)}</li>' for line in lines)}</ul>"
        for title, lines in LOOK_ELSEWHERE.items()
    )
    return f"<ul>{items}</ul><h3>Questions to take elsewhere</h3>{questions}"


def format_glossary() -> str:
    """The words of this page and what they mean here."""
    items = "".join(
        f"<dt>{escape_text(term)}</dt><dd>{escape_text(told)}</dd>" for term, told in GLOSSARY.items()
    )
    return f"<dl>{items}</dl>"


def format_references(marks: list[ViewMark]) -> str:
    """The works that the reasons name by a short key, in full."""
    named = {
        part.removeprefix(_SOURCE)
        for reason in {mark.reason for mark in marks}
        for part in reason.split("; ")
        if part.startswith(_SOURCE)
    }
    columns = ("source", "author", "year", "title")
    items = "".join(
        f"<dt>{escape_text(row['source'])}</dt>"
        f"<dd>{escape_text(row['author'])} ({escape_text(row['year'])}). {escape_text(row['title'])}.</dd>"
        for row in read_rows(DATA / "lexicons" / "sources.csv", columns)
        if row["source"] in named
    )
    return f"<dl>{items}</dl>" if items else "<p>No reason on this page names a work.</p>"


def _field_name(name: str) -> str:
    return FIELD_NAMES.get(name) or name.replace("_", " ").capitalize()


def _format_value(value: Any) -> str:
    """A field's value, also of the field that holds counts."""
    if value is None or value == "" or value == ():
        return "not known"
    if isinstance(value, tuple):  # what was left out, with counts
        value = "; ".join(f"{what}: {count}" for what, count in value)
    return f"<bdi>{escape_text(str(value))}</bdi>"
