"""Tables of actors into Axes: how they are named, and what is demanded of them."""

from __future__ import annotations

from textwrap import shorten
from typing import TYPE_CHECKING, Any

from matplotlib.ticker import MaxNLocator

from analysis.text.rates import rows_of
from analysis.views.style import FORM_LOOKS, GRID, INK, VOICE_LOOKS

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes

LONGEST_NAME = 44  # characters
LONGEST_ADDRESSEE = 36
LONGEST_ACT = 76
MOST_CALLS = 12  # lines that the figure has room for
NOBODY = "(nobody named)"


def plot_ledger(table: pd.DataFrame, *, ax: Axes) -> Axes:
    """Mentions of each actor, cut into the forms in which they name it.

    Args:
        table: name, form, n, n_mentions; actors in the order wanted.
    """
    # actors may share a name: each runs through all forms once
    actors = [rows for _, rows in table.groupby(table.index // len(FORM_LOOKS))]
    for place, rows in enumerate(actors):
        left = 0
        for row in rows_of(rows[rows["n"] > 0]):
            look = FORM_LOOKS[row.form]
            ax.barh(place, row.n, left=left, height=0.62, color=look.color, hatch=look.hatch, edgecolor=INK,
                    linewidth=0.5)  # fmt: skip
            ax.text(left + row.n / 2, place, f"{look.letter} {row.n}" if row.n > 1 else look.letter,
                    ha="center", va="center_baseline", fontsize=8, weight="bold",
                    bbox={"facecolor": "white", "edgecolor": "none", "pad": 0.8})  # fmt: skip
            left += row.n
    handles: list[Any] = [
        ax.barh(0, 0, color=look.color, hatch=look.hatch, edgecolor=INK, label=f"{look.letter}  {look.words}")
        for look in FORM_LOOKS.values()
    ]
    ax.legend(handles=handles, loc="upper center", bbox_to_anchor=(0.4, 1.1), ncols=5)
    ax.set(xlabel="mentions in the text", yticks=range(len(actors)), ylim=(max(len(actors), 1) - 0.4, -0.6))
    names = [shorten(rows["name"].iloc[0], LONGEST_NAME, placeholder=" …") for rows in actors]
    ax.set_yticklabels(names)
    ax.xaxis.set_major_locator(MaxNLocator(integer=True))
    if not actors:
        ax.text(0.5, 0.5, "nobody is named", transform=ax.transAxes, ha="center")
    return ax


def plot_calls(table: pd.DataFrame, *, ax: Axes) -> Axes:
    """Who must do what: a line for each call, under the one who is to act.

    Args:
        table: paragraph, voice, speaker, addressee, act; in the order of the text.
    """
    ax.set_axis_off()
    shown = table.head(MOST_CALLS)
    ax.set(xlim=(0, 1), ylim=(max(len(shown), 5) + 0.2, -1.2))
    for x, title in ((0.0, "¶"), (0.05, "voice"), (0.13, "who is to act"), (0.44, "what is to be done")):
        ax.text(x, -0.85, title, weight="bold", va="center")
    for place, row in enumerate(rows_of(shown)):
        look = VOICE_LOOKS[row.voice]
        ax.axhline(place - 0.5, color=GRID, linewidth=0.6)
        ax.text(0.0, place, str(row.paragraph), va="center")
        ax.text(0.065, place, look.letter, va="center", ha="center", weight="bold",
                color="white" if row.voice == "direct" else INK,
                bbox={"facecolor": look.color, "edgecolor": INK, "linewidth": 0.5})  # fmt: skip
        addressee = shorten(row.addressee or NOBODY, LONGEST_ADDRESSEE, placeholder=" …")
        ax.text(0.13, place, addressee, va="center", style="normal" if row.addressee else "italic")
        ax.text(0.44, place, shorten(row.act, LONGEST_ACT, placeholder=" …"), va="center", fontsize=9)
    if len(table) > len(shown):
        ax.text(0.13, len(shown), f"and {len(table) - len(shown)} more", va="center", style="italic")
    if not len(table):
        ax.text(0.0, 0.2, "no calls were found")
    return ax
