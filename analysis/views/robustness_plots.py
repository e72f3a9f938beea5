"""Specification curves: one figure under every combination of choices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.findings.robustness.choices import TONE
from analysis.findings.robustness.headline import POINTS, SHARE
from analysis.text.rates import rows_of
from analysis.views.style import GRID, INK, percent, signed

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes

FACTS = ("number", "value", "n", "primary", "same_sign", "benchmark", "unit")  # the other columns are choices
DECLARED = "#D55E00"
SCALES = (
    "points (tone −4 to +4,\nVADER, TextBlob −1 to +1)"  # their signs can be compared, their sizes cannot
)
LOOKS = (("D", DECLARED, "declared beforehand"), ("o", INK, "same sign"), ("o", "white", "not the same sign"))
CURVE = 0.5  # share of the axes that the curve takes; the rest shows the choices


def plot_choices(table: pd.DataFrame, *, ax: Axes) -> Axes:
    """A figure under every combination of choices, from the smallest value to the largest.

    Above, a mark a combination: filled where it has the sign of the declared one, open where it has not; the
    declared one is a larger diamond. Below, in each column, a mark for each option that was chosen.

    Args:
        table: of `measure_choices`; a row a combination, with a column for each choice.
    """
    options = list_options(table)
    known = table[table["value"].notna()]
    known = known.assign(height=known["value"].round(9)).sort_values(["height", "number"])
    ax.set_axis_off()
    curve = ax.inset_axes((0, 1 - CURVE, 1, CURVE))
    grid = ax.inset_axes((0, 0, 1, 1 - CURVE - 0.03), sharex=curve)
    benchmark = float(table["benchmark"].iloc[0])
    curve.axhline(benchmark, color=INK, linewidth=0.8)
    for place, row in enumerate(rows_of(known)):
        curve.plot(
            place, row.value, marker="D" if row.primary else "o", ms=10 if row.primary else 6, color=INK,
            markerfacecolor=DECLARED if row.primary else INK if row.same_sign else "white", zorder=3,
        )  # fmt: skip
        if row.primary:
            grid.axvspan(place - 0.5, place + 0.5, facecolor="none", edgecolor=DECLARED, linewidth=1.4)
    for line, (choice, option) in enumerate(options):
        chosen = [place for place, value in enumerate(known[choice]) if value == option]
        grid.plot(chosen, [line] * len(chosen), "s", ms=5, color=INK)
    _label(curve, grid, table, options)
    if known.empty:
        curve.text(0.5, 0.5, "nothing to measure", ha="center", transform=curve.transAxes)
    return ax


def list_options(table: pd.DataFrame) -> list[tuple[str, str]]:
    """Each choice with each of its options, in the order of the table."""
    choices = [column for column in table.columns if column not in FACTS]
    return [(choice, option) for choice in choices for option in dict.fromkeys(table[choice])]


def _label(curve: Axes, grid: Axes, table: pd.DataFrame, options: list[tuple[str, str]]) -> None:
    """Scales, names and legend of the two parts."""
    unit = str(table["unit"].iloc[0])
    curve.set(ylabel=SCALES if ("tone", TONE[1]) in options else unit, xlim=(-0.7, len(table) - 0.3))
    curve.tick_params(bottom=False, labelbottom=False)
    curve.grid(axis="y", color=GRID, linewidth=0.6)
    curve.yaxis.set_major_formatter(lambda value, _: show_value(value, unit))
    for marker, face, words in LOOKS:
        curve.plot([], [], marker, ms=7, color=INK, markerfacecolor=face, label=words)
    curve.legend(loc="lower right", bbox_to_anchor=(1, 1), ncols=3)
    grid.set(yticks=range(len(options)), ylim=(len(options) - 0.4, -0.6))
    grid.set_yticklabels([f"{choice}: {option}" for choice, option in options])
    grid.tick_params(left=False, bottom=False, labelbottom=False)
    for line in range(1, len(options)):
        if options[line][0] != options[line - 1][0]:
            grid.axhline(line - 0.5, color=GRID, linewidth=0.8)
    grid.spines[["left", "bottom"]].set_visible(False)


def describe_choices(table: pd.DataFrame) -> str:
    """Say the spread, the declared figure, and the spread under each option."""
    unit = str(table["unit"].iloc[0])
    known = table[table["value"].notna()]
    head = f"A figure under {len(table)} combinations of choices"
    if known.empty:
        return f"{head}: under none is there anything to measure."
    parts = [
        f"{choice} {option}, {_spread(known[known[choice] == option], unit)}"
        for choice, option in list_options(table)
    ]
    declared = ", ".join(show_value(row.value, unit) for row in rows_of(known[known["primary"]]))
    return (
        f"{head}, in {unit}: {_spread(known, unit)}; "
        f"{declared or 'nothing to measure'} under the one declared beforehand, whose sign "
        f"{int(known['same_sign'].sum())} of {len(known)} have. By option: {'; '.join(parts)}."
    )


def _spread(rows: pd.DataFrame, unit: str) -> str:
    if rows.empty:
        return "nothing to measure"
    least, most = (show_value(value, unit) for value in (rows["value"].min(), rows["value"].max()))
    return f"from {least} to {most}"


def show_value(value: float, unit: str) -> str:
    """A figure as its unit wants it.

    >>> show_value(-0.124, "points of tone"), show_value(0.51, "share"), show_value(20.9, "per 1,000 words")
    ('−0.12', '51.0 %', '+20.9')
    """
    if unit == SHARE:
        return percent(value).replace("-", "−")
    return signed(value, 2 if unit == POINTS else 1)
