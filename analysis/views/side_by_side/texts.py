"""Pages of texts: several on one event, or one before and after a change of words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from analysis.findings.comparison.wording import compare_sentence_tone, compare_wording
from analysis.findings.reading import Findings
from analysis.measures.framing import load_frames
from analysis.text.rates import share
from analysis.text.rewording import Rewording
from analysis.views.comparison_plots import draw_differences, draw_voices
from analysis.views.side_by_side.columns import list_marks
from analysis.views.side_by_side.links import link_changes, link_shared
from analysis.views.side_by_side.page import Column, format_columns_page
from analysis.views.side_by_side.panels import format_key
from analysis.views.style import count_of, percent

if TYPE_CHECKING:
    import pandas as pd

LIMITS = (
    "Links are found by words in common, not by meaning: one statement in other words stays without a link.",
    "Words and sentences are taken to fall on their own; where they cluster, intervals are too narrow.",
    "Among many labels, some differ by chance alone. Two texts cannot stand for their outlets.",
)


def format_side_by_side(texts: Sequence[Findings], tables: Mapping[str, pd.DataFrame]) -> str:
    """Two texts or more in columns, what they share linked, and the tables of `compare_texts` below.

    Returns: a whole HTML page; the text content of each ``.text`` in ``.columns`` is that text.

    Raises:
        ValueError: two texts have the same id, so that a link could mean either.
    """
    ids = [findings.doc.id for findings in texts]
    if len(set(ids)) < len(ids):
        raise ValueError(f"each text needs an id of its own, and these have {', '.join(ids)}")
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
    return format_columns_page(
        title=f"Side by side: {', '.join(ids)}",
        columns=[_column(f, f"{chr(ord('A') + place)}: {f.doc.id}") for place, f in enumerate(texts)],
        links=links,
        links_title="What the texts share",
        key=format_key(texts, links),
        switches=("voices", "frames", "links"),
        no_links="No quotation and no sentence of four words or more is shared.",
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
    links = link_changes(rewording)
    wording = compare_wording(before, after)
    moved = wording.sort_values("moved", ascending=False, kind="stable")
    return format_columns_page(
        title=f"Before and after: {before.doc.id}",
        columns=[_column(before, "Before"), _column(after, "After")],
        links=links,
        links_title="Which words were changed",
        key=format_key([before, after], links),
        switches=("voices", "frames", "links"),
        no_links="No word was changed.",
        tables={"wording": moved, "sentence_tone": compare_sentence_tone(rewording, before, after)},
        limits=("It shows what the measures hear, not what readers would feel.",),
        verdict=f"{count_of(int(wording['moved'].sum()), 'figure')} of {len(wording)} moved.",
    )


def _column(findings: Findings, heading: str) -> Column:
    doc = findings.doc
    spans = findings.spans_by_voice()["direct"]
    n_direct = sum(len(doc.words.inside(start, end)) for start, end in spans)
    quoted = percent(share(n_direct, len(doc.words)))
    note = f"{count_of(len(doc.words), 'word')}, {quoted} in direct quotation"
    return Column(doc, heading, note, list_marks(findings), findings.warnings)
