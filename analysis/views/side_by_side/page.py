"""The page itself: one HTML file that needs no other, runs no script and fetches nothing."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING

from analysis.findings.comparison.wording import compare_sentence_tone, compare_wording
from analysis.findings.reading import Findings
from analysis.measures.framing import load_frames
from analysis.text.rates import share
from analysis.text.rewording import Rewording
from analysis.views.comparison_plots import draw_differences, draw_voices
from analysis.views.figures import DrawnFigure
from analysis.views.side_by_side.columns import (
    escape_text,
    format_column,
    list_anchors,
    list_marks,
)
from analysis.views.side_by_side.links import Link, link_changes, link_shared
from analysis.views.side_by_side.panels import format_figure, format_key, format_links, format_switches
from analysis.views.side_by_side.tables import format_table
from analysis.views.style import count_of, percent

if TYPE_CHECKING:
    import pandas as pd

NEUTRAL = (
    "This page describes wording. It does not say which text is right, and rates no person and no outlet."
)
LIMITS = (
    "Links are found by words in common, not by meaning: one statement in other words stays without a link.",
    "Words and sentences are taken to fall on their own; where they cluster, intervals are too narrow.",
    "Among many labels, some differ by chance alone. Two texts cannot stand for their outlets.",
)


def format_side_by_side(texts: Sequence[Findings], tables: Mapping[str, pd.DataFrame]) -> str:
    """Two texts or more in columns, what they share linked, and the tables of `compare_texts` below.

    Returns: a whole HTML page; the text content of each ``.text`` in ``.columns`` is that text.
    """
    ids = [findings.doc.id for findings in texts]
    links = link_shared(ids, tables)
    figures = [draw_voices(tables["voices"])]
    if len(texts) == 2:
        titles = {frame.frame: frame.title for frame in load_frames("frames_news")}
        figures.append(
            draw_differences(
                tables["news_framing"],
                title="Frames of news: which text has more of which?",
                unit="terms per 1,000 words",
                names=titles,
            )
        )
    return _page(
        title=f"Side by side: {', '.join(ids)}",
        texts=texts,
        headings=[f"{chr(ord('A') + place)}: {id_}" for place, id_ in enumerate(ids)],
        links=links,
        of_links="What the texts share",
        none="No quotation and no sentence of four words or more is shared.",
        figures=figures,
        tables=tables,
        limits=LIMITS,
    )


def format_before_after(rewording: Rewording, before: Findings, after: Findings) -> str:
    """A text before and after a change of words, each changed place linked with its like.

    Args:
        before, after: what was found in both documents of the rewording.

    Returns: a whole HTML page, as `format_side_by_side`.
    """
    wording = compare_wording(before, after)
    moved = wording.sort_values("moved", ascending=False, kind="stable")
    return _page(
        title=f"Before and after: {before.doc.id}",
        texts=[before, after],
        headings=["Before", "After"],
        links=link_changes(rewording),
        of_links="Which words were changed",
        none="No word was changed.",
        figures=[],
        tables={"wording": moved, "sentence_tone": compare_sentence_tone(rewording, before, after)},
        limits=("It shows what the measures hear, not what readers would feel.",),
        verdict=f"{count_of(int(wording['moved'].sum()), 'figure')} of {len(wording)} moved.",
    )


def _page(
    *,
    title: str,
    texts: Sequence[Findings],
    headings: Sequence[str],
    links: Sequence[Link],
    of_links: str,
    none: str,
    figures: Iterable[DrawnFigure],
    tables: Mapping[str, pd.DataFrame],
    limits: Iterable[str],
    verdict: str = "",
) -> str:
    style = files("analysis.views.side_by_side").joinpath("style.css").read_text(encoding="utf-8")
    columns = "\n".join(
        _column(findings, heading, links, place)
        for place, (findings, heading) in enumerate(zip(texts, headings, strict=True))
    )
    drawn = "".join(format_figure(figure) for figure in figures)
    return (
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{_policy(style)}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape_text(title)}</title><style>{style}</style></head>\n"
        '<body><a id="skip" href="#texts">To the texts</a><main>\n'
        f'<header><h1 dir="auto">{escape_text(title)}</h1><p class="note">{NEUTRAL}</p>'
        f"{_warnings(texts)}</header>\n"
        f"{format_switches()}{format_key(texts, links)}\n"
        f'<div class="columns" id="texts">{columns}</div>\n'
        f"<h2>{of_links}</h2>{format_links(texts, headings, links) or f'<p>{none}</p>'}\n"
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


def _column(findings: Findings, heading: str, links: Sequence[Link], place: int) -> str:
    doc = findings.doc
    spans = findings.spans_by_voice()["direct"]
    n_direct = sum(len(doc.words.inside(start, end)) for start, end in spans)
    quoted = percent(share(n_direct, len(doc.words)))
    told = f"{count_of(len(doc.words), 'word')}, {quoted} in direct quotation"
    name = f"text-{place + 1}"
    text = format_column(doc, list_marks(findings), list_anchors(links, place))
    return (
        f'<section aria-labelledby="{name}"><h2 id="{name}" dir="auto">{escape_text(heading)}</h2>'
        f'<p class="note">{told}</p><div class="scroller" tabindex="0" role="region" '
        f'aria-labelledby="{name}">{text}</div></section>'
    )


def _warnings(texts: Sequence[Findings]) -> str:
    return "".join(
        f'<p class="warning"><strong>Warning:</strong> <bdi>{escape_text(findings.doc.id)}: '
        f"{escape_text(warning)}</bdi></p>"
        for findings in texts
        for warning in findings.warnings
    )
