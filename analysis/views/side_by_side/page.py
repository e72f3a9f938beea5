"""The page itself: one HTML file that needs no other, runs no script and fetches nothing."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING

from analysis.text.document import Document
from analysis.views.figures import DrawnFigure
from analysis.views.side_by_side.columns import ColumnMark, escape_text, format_column, list_anchors
from analysis.views.side_by_side.links import Link
from analysis.views.side_by_side.panels import format_figure, format_switches
from analysis.views.side_by_side.tables import format_table

if TYPE_CHECKING:
    import pandas as pd

LONGEST_WORDING = 240  # characters of a stretch that the list of links repeats
NEUTRAL = (
    "This page describes wording. It does not say which text is right, and rates no person and no outlet."
)


@dataclass(frozen=True)
class Column:
    """One text with its heading, what is told above it, its marks, and what to know before trusting them."""

    doc: Document
    heading: str
    note: str
    marks: Sequence[ColumnMark]
    warnings: Sequence[str] = ()


def format_columns_page(
    *,
    title: str,
    columns: Sequence[Column],
    links: Sequence[Link],
    links_title: str,
    no_links: str,
    key: str,
    switches: Sequence[str],
    figures: Iterable[DrawnFigure] = (),
    tables: Mapping[str, pd.DataFrame],
    verdict: str = "",
    limits: Iterable[str],
) -> str:
    """A whole page: texts in columns, their links, figures and tables.

    Args:
        links: none overlaps another in its column.
        no_links: what to say where there are none.
        key: HTML that says what the letters and lines mean.
        switches: of `panels.SWITCHES`, the boxes that show and hide marks.
        verdict: a sentence before the tables.
    """
    style = files("analysis.views.side_by_side").joinpath("style.css").read_text(encoding="utf-8")
    texts = "\n".join(_column(column, links, place) for place, column in enumerate(columns))
    drawn = "".join(format_figure(figure) for figure in figures)
    return (
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{_policy(style)}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape_text(title)}</title><style>{style}</style></head>\n"
        '<body><a id="skip" href="#texts">To the texts</a><main>\n'
        f'<header><h1 dir="auto">{escape_text(title)}</h1><p class="note">{NEUTRAL}</p>'
        f"{_warnings(columns)}</header>\n"
        f'{format_switches(switches)}<p class="key">{key}</p>\n'
        f'<div class="columns" id="texts">{texts}</div>\n'
        f"<h2>{links_title}</h2>{_links(columns, links) or f'<p>{no_links}</p>'}\n"
        + (f"<h2>Figures</h2>{drawn}\n" if drawn else "")
        + f"<h2>Tables</h2>{f'<p>{verdict}</p>' if verdict else ''}"
        + "".join(format_table(name, table) for name, table in tables.items())
        + "\n<h2>What this cannot tell you</h2><ul>"
        + "".join(f"<li>{limit}</li>" for limit in limits)
        + "</ul></main></body></html>\n"
    )


def _policy(style: str) -> str:
    """A content-security policy: this style sheet and no other, no script, nothing fetched."""
    digest = b64encode(sha256(style.encode("utf-8")).digest()).decode("ascii")
    return (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; form-action 'none'; base-uri 'none'"
    )


def _column(column: Column, links: Sequence[Link], place: int) -> str:
    name = f"text-{place + 1}"
    text = format_column(column.doc, column.marks, list_anchors(links, place))
    return (
        f'<section aria-labelledby="{name}"><h2 id="{name}" dir="auto">{escape_text(column.heading)}</h2>'
        f'<p class="note">{escape_text(column.note)}</p><div class="scroller" tabindex="0" role="region" '
        f'aria-labelledby="{name}">{text}</div></section>'
    )


def _links(columns: Sequence[Column], links: Sequence[Link]) -> str:
    """Each link with the words of every place and its notes; the headings lead to the places."""
    items = []
    for link in links:
        words = [_quoted(columns[place.column].doc.text[place.start : place.end]) for place in link.places]
        headings = [escape_text(columns[place.column].heading) for place in link.places]
        told = [f"<bdi>{escape_text(part)}</bdi>" for part in link.told] or words
        places = "".join(
            f'<li><a href="#{link.name}-{number}"><bdi>{heading}</bdi></a>: {shown}</li>'
            for number, (heading, shown) in enumerate(zip(headings, told, strict=True), start=1)
        )
        once = f": {words[0]}" if link.told else ""
        notes = "".join(f'<p class="edits"><bdi>{escape_text(note)}</bdi></p>' for note in link.notes)
        items.append(f'<li id="{link.name}"><strong>{link.name}</strong>{once}<ul>{places}</ul>{notes}</li>')
    return f'<ol class="links">{"".join(items)}</ol>' if items else ""


def _quoted(words: str) -> str:
    cut = words if len(words) <= LONGEST_WORDING else words[:LONGEST_WORDING] + " …"
    return f"<q><bdi>{escape_text(cut)}</bdi></q>" if cut else "left out"


def _warnings(columns: Sequence[Column]) -> str:
    return "".join(
        f'<p class="warning"><strong>Warning:</strong> <bdi>{escape_text(column.doc.id)}: '
        f"{escape_text(warning)}</bdi></p>"
        for column in columns
        for warning in column.warnings
    )
