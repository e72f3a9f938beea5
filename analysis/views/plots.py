"""Tables into Axes. A plot knows its table's columns, never the text or a measure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from analysis.text.rates import rows_of
from analysis.views.style import GRID, INK, VOICE_LOOKS, percent, signed

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes

TONE_LIMIT = 2.0  # what readers' means reach in practice, on a scale that ends at ±4
ROOM_FOR_DOT = 0.15  # on that scale, beyond a sentence that reaches further
ROOM_FOR_LETTER = 40  # characters; in a shorter stretch the letter would not fit
BESIDE = 0.18  # between the sentences of a paragraph
DOT_AREA = 90.0  # square points for one term


def plot_voice_strip(table: pd.DataFrame, *, ax: Axes) -> Axes:
    """Each paragraph as a strip of its voices.

    Args:
        table: paragraph, start, end (characters from the paragraph's beginning), voice,
            free_indirect.
    """
    for row in rows_of(table):
        look = VOICE_LOOKS[row.voice]
        ax.barh(
            row.paragraph, row.end - row.start, left=row.start, height=0.62,
            color=look.color, hatch=look.hatch, edgecolor="white", linewidth=0.5,
        )  # fmt: skip
        if row.end - row.start >= ROOM_FOR_LETTER:
            ink = "white" if row.voice == "direct" else INK
            ax.text((row.start + row.end) / 2, row.paragraph, look.letter, ha="center", va="center_baseline",
                    color=ink, weight="bold")  # fmt: skip
        if row.free_indirect:
            ax.plot([row.start, row.end], [row.paragraph + 0.4] * 2, color=INK, lw=2.2, ls=(0, (1, 1)))
    handles: list[Any] = [
        ax.barh(
            0, 0, color=look.color, hatch=look.hatch, edgecolor="white", label=f"{look.letter}  {look.words}"
        )
        for look in VOICE_LOOKS.values()
    ]
    if table["free_indirect"].any():
        handles += ax.plot([], [], color=INK, lw=2.2, ls=(0, (1, 1)), label="narration, may be free indirect")
    ax.legend(handles=handles, loc="upper center", bbox_to_anchor=(0.5, -0.13), ncols=3)
    ax.set(
        xlabel="characters from the beginning of the paragraph",
        ylabel="paragraph",
        yticks=sorted(table["paragraph"].unique()),
        ylim=(table["paragraph"].max() + 0.6, table["paragraph"].min() - 0.6),
    )
    return ax


def plot_quotation_share(table: pd.DataFrame, *, ax: Axes) -> Axes:
    """How much is quotation, under each definition.

    Args:
        table: definition, n (words counted as quotation), base (words), share, low and high (where a
            human reader's share is expected).
    """
    places = range(len(table))
    ax.barh(places, table["share"], height=0.55, color="#0072B2", edgecolor=INK, linewidth=0.6)
    for place, row in zip(places, rows_of(table), strict=True):
        ax.plot([row.low, row.high], [place + 0.18] * 2, color=INK, lw=1.4, marker="|", ms=7)
        ax.text(
            max(row.share, row.high) + 0.015, place,
            f"{percent(row.share)}   {row.n} of {row.base} words", va="center",
        )  # fmt: skip
    ax.set(
        yticks=places,
        xlim=(0, 1),
        xlabel="share of all words; the line says where a human reader's answer is expected",
    )
    ax.set_yticklabels(table["definition"])
    ax.xaxis.set_major_formatter(lambda value, _: f"{100 * value:.0f} %")
    ax.invert_yaxis()
    return ax


def plot_tone(table: pd.DataFrame, *, ax: Axes) -> Axes:
    """Tone by paragraph, with its sentences as dots.

    Args:
        table: unit ("paragraph" or "sentence"), paragraph, score (nan: no evidence), n_scored,
            n_sentences (both for paragraphs).
    """
    ax.axhline(0, color=INK, linewidth=0.8)
    sentences = table[table["unit"] == "sentence"]
    place = sentences.groupby("paragraph").cumcount()
    n_beside = sentences.groupby("paragraph")["paragraph"].transform("size")
    x = sentences["paragraph"] + (place - (n_beside - 1) / 2) * BESIDE
    silent = sentences["score"].isna()
    ax.scatter(x[~silent], sentences["score"][~silent], s=34, facecolor="white", edgecolor=INK, zorder=3)
    ax.scatter(x[silent], [0.0] * int(silent.sum()), s=38, marker="x", color=INK, zorder=3)
    paragraphs = table[table["unit"] == "paragraph"]
    labels = []
    for row in rows_of(paragraphs):
        silent_here = row.score != row.score
        if not silent_here:
            ax.plot([row.paragraph - 0.33, row.paragraph + 0.33], [row.score] * 2, color="#D55E00", lw=3.5)
        score = "no evidence" if silent_here else signed(row.score)
        labels.append(f"{row.paragraph}\n{score}\n{row.n_scored} of {row.n_sentences}")
    ax.plot([], [], color="#D55E00", lw=3.5, label="mean of the paragraph")
    ax.scatter([], [], s=34, facecolor="white", edgecolor=INK, label="a sentence")
    ax.scatter([], [], s=38, marker="x", color=INK, label="a sentence without evidence")
    ax.legend(loc="upper center", bbox_to_anchor=(0.5, 1.08), ncols=3)
    limit = max(TONE_LIMIT, float(table["score"].abs().max()) + ROOM_FOR_DOT)
    ticks = range(-int(limit), int(limit) + 1)
    ax.set(
        ylim=(-limit, limit),
        yticks=ticks,
        ylabel="expected rating by readers (−4 … +4)",
        xticks=list(paragraphs["paragraph"]),
        xlim=(paragraphs["paragraph"].min() - 0.6, paragraphs["paragraph"].max() + 0.6),
        xlabel="paragraph, its mean, and how many of its sentences have a score",
    )
    ax.set_yticklabels([signed(tick, 0) for tick in ticks])
    ax.set_xticklabels(labels)
    return ax


def plot_framing(table: pd.DataFrame, *, ax: Axes) -> Axes:
    """Framing terms by paragraph: a dot for each count, its area the count.

    Args:
        table: paragraph, frame, n; ``frame`` is shown as it stands, in the table's order.
    """
    frames = list(dict.fromkeys(table["frame"]))
    paragraphs = sorted(table["paragraph"].unique())
    for row in rows_of(table[table["n"] > 0]):
        place = frames.index(row.frame)
        ax.scatter(row.paragraph, place, s=DOT_AREA * (row.n + 1), color="#0072B2", edgecolor=INK, lw=0.6)
        ax.text(
            row.paragraph, place, str(row.n), ha="center", va="center_baseline", color="white", weight="bold"
        )
    ax.set(
        xticks=paragraphs, yticks=range(len(frames)), xlabel="paragraph",
        xlim=(paragraphs[0] - 0.6, paragraphs[-1] + 0.6), ylim=(len(frames) - 0.4, -0.6),
    )  # fmt: skip
    ax.set_yticklabels(frames)
    ax.grid(color=GRID, linewidth=0.6)
    ax.set_axisbelow(True)
    return ax


def plot_framing_by_voice(table: pd.DataFrame, *, ax: Axes) -> Axes:
    """Framing terms per 1,000 words of each voice, side by side, with their counts.

    Args:
        table: frame, group (a voice), n, n_words, per_thousand (nan: the voice has no words).
    """
    frames = list(dict.fromkeys(table["frame"]))
    groups = list(dict.fromkeys(table["group"]))
    top = max(table["per_thousand"].max(), 1.0)  # one scale for all voices
    for column, group in enumerate(groups):
        look = VOICE_LOOKS[group]
        rows = table[table["group"] == group].set_index("frame").loc[frames]
        widths = (rows["per_thousand"].fillna(0) / top * 0.62).to_list()
        ax.barh(range(len(frames)), widths, left=column, height=0.6, color=look.color, hatch=look.hatch,
                edgecolor=INK, linewidth=0.5)  # fmt: skip
        for place, (width, row) in enumerate(zip(widths, rows_of(rows), strict=True)):
            if row.n:
                ax.text(
                    column + width + 0.02, place, f"{row.per_thousand:.0f} ({row.n})", va="center", fontsize=9
                )
        ax.axvline(column, color=INK, linewidth=0.8)
    words = {g: int(table.loc[table["group"] == g, "n_words"].iloc[0]) for g in groups}
    ax.set(xticks=[c + 0.31 for c in range(len(groups))], yticks=range(len(frames)), xlim=(0, len(groups)))
    ax.set_xticklabels([f"{VOICE_LOOKS[g].words}\n{words[g]} words" for g in groups])
    ax.set_yticklabels(frames)
    ax.set_xlabel("terms per 1,000 words of the voice (count in brackets)")
    ax.set_ylim(len(frames) - 0.4, -0.6)
    ax.spines["bottom"].set_visible(False)
    ax.tick_params(axis="x", length=0)
    return ax
