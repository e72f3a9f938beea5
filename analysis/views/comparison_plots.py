"""Comparisons of texts as figures: their voices side by side, and differences with their intervals."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from analysis.text.rates import rows_of
from analysis.views.figures import DrawnFigure, draw_table
from analysis.views.style import GRID, INK, VOICE_LOOKS, percent, signed

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes

ROOM_FOR_LETTER = 0.06  # share of a bar; in a shorter stretch letter and number would not fit


def draw_voices(table: pd.DataFrame) -> DrawnFigure:
    """The voices of each text as a bar, from the table of `compare_voices`."""
    import pandas as pd

    sides = [
        table[["text_" + side, "label", "n_" + side, "base_" + side, "value_" + side]].set_axis(
            ["text", "voice", "n", "base", "share"], axis=1
        )
        for side in ("a", "b")
    ]
    stacked = pd.concat(sides).drop_duplicates(["text", "voice"], ignore_index=True)
    return draw_table(
        "voices-of-texts",
        stacked,
        title="Whose words, text by text",
        plot=plot_voices,
        alt_text=describe_voices,
        size=(9, 1.6 + 0.6 * stacked["text"].nunique()),
    )


def draw_differences(table: pd.DataFrame, *, title: str, unit: str, names: dict[str, str]) -> DrawnFigure:
    """Differences of two texts with their intervals, a row a label.

    Args:
        table: of `compare_rates`, `compare_voices` or `compare_tone`; one pair of texts.
        unit: what a difference of 1 means, such as *terms per 1,000 words*.
        names: label -> how it is written in the figure; a label without a name is written as it is.

    Raises:
        ValueError: the table holds no pair or more than one.
    """
    pairs = {(row.text_a, row.text_b) for row in rows_of(table)}
    if len(pairs) != 1:
        raise ValueError(f"a figure of differences shows one pair of texts, and the table has {len(pairs)}")
    shown = table.assign(label=[names.get(label, label) for label in table["label"]], unit=unit)
    return draw_table(
        "differences",
        shown[["text_a", "text_b", "label", "difference", "low", "high", "unit"]],
        title=title,
        plot=plot_differences,
        alt_text=describe_differences,
        size=(9, 1.8 + 0.34 * len(shown)),
    )


def plot_voices(table: pd.DataFrame, *, ax: Axes) -> Axes:
    """One bar a text, cut into its voices.

    Args:
        table: text, voice, n (words), base (words of the text), share.
    """
    texts = list(dict.fromkeys(table["text"]))
    for place, text in enumerate(texts):
        left = 0.0
        for row in rows_of(table[table["text"] == text]):
            look = VOICE_LOOKS[row.voice]
            share = row.share if row.base else 0.0
            ax.barh(place, share, left=left, height=0.62, color=look.color, hatch=look.hatch,
                    edgecolor="white", linewidth=0.5)  # fmt: skip
            if share >= ROOM_FOR_LETTER:
                ax.text(
                    left + share / 2, place, f"{look.letter} {100 * share:.0f}", ha="center",
                    va="center_baseline", color="white" if row.voice == "direct" else INK, weight="bold",
                    bbox=None if row.voice in ("direct", "narration")
                    else {"facecolor": "white", "edgecolor": "none", "pad": 1.5, "alpha": 0.85},
                )  # fmt: skip
            left += share
    handles = [
        ax.barh(
            0, 0, color=look.color, hatch=look.hatch, edgecolor="white", label=f"{look.letter}  {look.words}"
        )
        for look in VOICE_LOOKS.values()
    ]
    ax.legend(handles=handles, loc="upper right", bbox_to_anchor=(1.01, -0.25), ncols=4)
    ax.set(
        yticks=range(len(texts)), ylim=(len(texts) - 0.5, -0.5), xlim=(0, 1), xlabel="percent of its words"
    )
    ax.set_yticklabels(texts)
    ax.xaxis.set_major_formatter(lambda value, _: f"{100 * value:.0f}")
    return ax


def plot_differences(table: pd.DataFrame, *, ax: Axes) -> Axes:
    """A mark a label with the line of its interval; a filled mark where the line does not cross 0.

    Args:
        table: text_a, text_b, label, difference, low, high (nan: nothing to compare), unit.
    """
    ax.axvline(0, color=INK, linewidth=0.8)
    for place, row in enumerate(rows_of(table)):
        if row.difference != row.difference:
            ax.text(0, place, " nothing to compare", va="center", fontsize=9)
            continue
        clear = is_clear(row.low, row.high)
        ax.plot([row.low, row.high], [place] * 2, color=INK, lw=1.4, marker="|", ms=7, zorder=2)
        ax.plot(row.difference, place, marker="D" if clear else "o", ms=8, color=INK, zorder=3,
                markerfacecolor="#D55E00" if clear else "white")  # fmt: skip
    first = next(rows_of(table))
    ax.set(
        yticks=range(len(table)),
        ylim=(len(table) - 0.4, -0.6),
        xlabel=f"{first.unit}\n← more in {first.text_a}      more in {first.text_b} →",
    )
    ax.set_yticklabels(list(table["label"]))
    ax.plot([], [], "o", ms=8, color=INK, markerfacecolor="white", ls="", label="its interval holds 0")
    ax.plot([], [], "D", ms=8, color=INK, markerfacecolor="#D55E00", ls="", label="its interval does not")
    ax.legend(loc="lower right", bbox_to_anchor=(1, 1), ncols=2)
    ax.grid(axis="x", color=GRID, linewidth=0.6)
    ax.set_axisbelow(True)
    return ax


def is_clear(low: float, high: float) -> bool:
    """Whether an interval lies on one side of 0."""
    return low > 0 or high < 0


def describe_voices(table: pd.DataFrame) -> str:
    """Say the shares of each text."""
    sentences = []
    for text in dict.fromkeys(table["text"]):
        rows = rows_of(table[table["text"] == text])
        parts = [f"{VOICE_LOOKS[row.voice].words} {percent(row.share)}" for row in rows]
        sentences.append(f"{text}: {', '.join(parts)}.")
    return "Bars, one a text, cut into voices by words. " + " ".join(sentences)


def describe_differences(table: pd.DataFrame) -> str:
    """Say each difference with its interval."""
    first = next(rows_of(table))
    parts = [_described(row.label, (row.difference, row.low, row.high)) for row in rows_of(table)]
    return f"Differences, {first.text_b} minus {first.text_a}, in {first.unit}: {'; '.join(parts)}."


def _described(label: str, numbers: Sequence[float]) -> str:
    if any(number != number for number in numbers):
        return f"{label}: nothing to compare"
    difference, low, high = (signed(number, 2) for number in numbers)
    return f"{label} {difference} (95 % interval {low} to {high})"
