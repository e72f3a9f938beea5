"""Tables of comparisons as HTML: every row, with headings in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from analysis.measures.framing import load_frames
from analysis.views.side_by_side.columns import escape_text
from analysis.views.style import count_of

if TYPE_CHECKING:
    import pandas as pd

CAPTIONS = {
    "voices": "Whose words: share of words in each voice, with the 95 % interval of the difference",
    "tone": "Tone: mean of the sentences with a score, −4 to +4",
    "framing": "Frames of argument, terms per 1,000 words",
    "news_framing": "Frames of news, terms per 1,000 words",
    "loaded": "Loaded words by kind, per 1,000 words",
    "stance": "Calls, certainty, agentless passives and numbers, per 1,000 words",
    "actors": "The same actors, and how each text words them",
    "quotations": "Quotations: shared, and only in one text",
    "sentences": "Sentences that two texts share",
    "numbers": "Numbers, and how many of them have a source",
    "calls": "Who must do what",
    "headlines": "Headline against body",
    "words": "Words that one text uses more",
    "wording": "Every measure before and after",
    "agreement": "How far the readers agree, by label",
    "disagreements": "Places where two readers differ",
    "sentence_tone": "Tone of each sentence in which words were changed",
}
HEADINGS = {
    "text_a": "first text",
    "text_b": "second text",
    "n": "count",
    "n_a": "count, first",
    "n_b": "count, second",
    "n_texts": "texts",
    "n_words": "words of the text",
    "n_sourced": "with a source",
    "n_quoted": "times quoted",
    "low": "interval from",
    "high": "interval to",
    "alike": "word pairs in common",
    "edits": "edits, from first to second",
    "reader_a": "first reader",
    "reader_b": "second reader",
    "n_exact": "marks in common",
    "f1_exact": "F1, exact",
    "f1_overlap": "F1, overlap",
    "n_target": "count, second",
    "n_reference": "count, first",
}
PAIR = ("text_a", "text_b")
SIGNED = ("difference", "low", "high", "log_ratio", "tone", "tone_after")


def format_table(name: str, table: pd.DataFrame) -> str:
    """A table that opens on demand; rows in which nothing was counted are left out, and their number told."""
    from pandas.api.types import is_bool_dtype, is_numeric_dtype

    shown = _with_titles(_with_counts(table))
    note = f"<p>{len(table) - len(shown)} rows in which nothing was counted are left out here.</p>"
    note = note if len(shown) < len(table) else ""
    if len(pairs := set(zip(*(table.get(name, []) for name in PAIR), strict=True))) == 1:
        ((first, second),) = pairs  # the same in each row: told once
        note += f"<p>first: <bdi>{escape_text(first)}</bdi>; second: <bdi>{escape_text(second)}</bdi></p>"
        shown = shown.drop(columns=list(PAIR))
    caption = escape_text(CAPTIONS.get(name, name))
    columns = [str(column) for column in shown.columns]
    numeric = [is_numeric_dtype(kind) and not is_bool_dtype(kind) for kind in shown.dtypes]
    css = [' class="number"' if is_number else "" for is_number in numeric]
    head = "".join(
        f'<th scope="col"{c}>{escape_text(_heading(column))}</th>'
        for column, c in zip(columns, css, strict=True)
    )
    rows = "".join(
        "<tr>"
        + "".join(
            f"<td{c}>{_cell(column, value)}</td>" for column, value, c in zip(columns, row, css, strict=True)
        )
        + "</tr>"
        for row in shown.itertuples(index=False, name=None)
    )
    return (
        f"<details><summary>{caption} ({count_of(len(shown), 'row')})</summary>{note}"
        f'<div class="scroll" tabindex="0" role="region" aria-label="{caption}"><table>'
        f'<caption class="unseen">{caption}</caption><thead><tr>{head}</tr></thead><tbody>{rows}</tbody>'
        "</table></div></details>"
    )


def _with_counts(table: pd.DataFrame) -> pd.DataFrame:
    if {"n_a", "n_b"} <= set(table.columns):
        return table[(table["n_a"] > 0) | (table["n_b"] > 0)]
    return table


def _with_titles(table: pd.DataFrame) -> pd.DataFrame:
    """Labels as readers know them: frames by their titles, others without underscores."""
    titles = {frame.frame: frame.title for name in ("frames", "frames_news") for frame in load_frames(name)}
    return table.assign(
        **{
            column: [titles.get(label, label.replace("_", " ")) for label in table[column]]
            for column in ("label", "frame")
            if column in table.columns
        }
    )


def _heading(column: str) -> str:
    if column in HEADINGS:
        return HEADINGS[column]
    words = column.replace("_", " ")
    for ending, side in ((" a", ", first"), (" b", ", second")):
        if words.endswith(ending):
            return words.removesuffix(ending) + side
    return words


def _cell(column: str, value: Any) -> str:
    if value is None or str(value) in ("<NA>", "nan", ""):
        return "–"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        sign = "+" if column in SIGNED and round(value, 3) > 0 else ""
        return f"{sign}{value:.3f}".replace("-0.000", "0.000").replace("-", "−")
    return f"<bdi>{escape_text(str(value))}</bdi>"
