"""Comparisons of texts as plain text for a terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import groupby
from textwrap import shorten
from typing import TYPE_CHECKING, Any

from analysis.findings.reading import Findings
from analysis.measures.framing import load_frames
from analysis.text.rates import rows_of
from analysis.text.rewording import Rewording
from analysis.views.comparison_plots import is_clear
from analysis.views.style import VOICE_LOOKS, count_of, percent, signed

if TYPE_CHECKING:
    import pandas as pd

WIDTH = 100
MOST_ACTORS = 8
MOST_WORDS = 8
COUNTED_TITLES = {
    "framing": "Frames of argument",
    "news_framing": "Frames of news",
    "loaded": "Loaded words",
    "stance": "Stance",
}


def format_comparison(texts: Sequence[Findings], tables: Mapping[str, pd.DataFrame]) -> str:
    """What `discourse compare` prints: the same template for each pair of texts."""
    pairs = [pair for pair, _ in _by_pair(tables["voices"])]
    lines = [f"{t.doc.id}: {count_of(len(t.doc.words), 'word')}" for t in texts]
    lines += _titled("Whose words are these? Shares of words, and their difference with its 95 % interval")
    lines.append("(* marks an interval that does not hold 0)")
    for pair, rows in _by_pair(tables["voices"]):
        lines.append(pair)
        lines += [
            f"    {VOICE_LOOKS[row.label].words:<20}{percent(row.value_a):>8}{percent(row.value_b):>8}   "
            f"{_points(row)}"
            for row in rows
        ]
    lines += _titled("How does it sound, on a scale of −4 to +4?")
    for pair, (row,) in _by_pair(tables["tone"]):
        lines.append(f"{pair}: {_score(row.value_a)} and {_score(row.value_b)}; {_interval(row, 1)}")
    lines += _titled("What differs in 1,000 words? Only where the 95 % interval does not hold 0")
    for pair, found in _clear_rates(tables).items():
        lines.append(pair)
        lines += found or ["    nothing: with so few words, none of the differences is clear"]
    lines += _titled("The same actors (mentions; how each text words them)") + _actors(tables["actors"])
    lines += _titled("Shared quotations, with what was edited")
    lines += _quotations(tables["quotations"], pairs)
    lines += _titled("Numbers that more than one text gives (with a source, of all)")
    lines += _numbers(tables["numbers"])
    lines += _titled("Who must do what?") + _calls(tables["calls"])
    lines += _titled("Words that one text has and the other has not, or seldom")
    lines += _words(tables["words"], pairs)
    return "\n".join(lines)


def format_wording(rewording: Rewording, table: pd.DataFrame) -> str:
    """Which figures moved when words were changed, from the table of `compare_wording`."""
    swaps = Counter((r.surface, r.surface_after) for r in rewording.replacements)
    lines = ["CHANGED WORDS"]
    lines += [f"    {old} → {new or '(left out)'}: {count_of(n, 'time')}" for (old, new), n in swaps.items()]
    moved = [row for row in rows_of(table) if row.moved]
    lines += _titled(f"What moved: {count_of(len(moved), 'figure')} of {len(table)}")
    titles = _frame_titles()
    for row in moved:
        before, after, difference = (_figure(row.unit, x) for x in (row.before, row.after, row.difference))
        label = f"{row.measure.replace('_', ' ')}: {titles.get(row.label, row.label)}"
        plus = "+" if row.difference > 0 and not difference.startswith("+") else ""
        lines.append(f"    {label:<46}{before:>9} → {after:<9}{plus}{difference}  ({row.unit})")
    return "\n".join(lines if moved else [*lines, "    nothing: every figure is as it was"])


def _figure(unit: str, value: float) -> str:
    if value != value:
        return "–"
    if unit == "share of words":
        return percent(value).replace("-", "−")
    return f"{value:.0f}".replace("-", "−") if unit == "count" else f"{value:.2f}".replace("-", "−")


def _frame_titles() -> dict[str, str]:
    return {frame.frame: frame.title for name in ("frames", "frames_news") for frame in load_frames(name)}


def _titled(title: str) -> list[str]:
    return ["", title.upper()]


def _by_pair(table: pd.DataFrame) -> list[tuple[str, list[Any]]]:
    rows = groupby(rows_of(table), key=lambda row: f"{row.text_a} | {row.text_b}")
    return [(pair, list(group)) for pair, group in rows]


def _points(row: Any) -> str:
    if row.difference != row.difference:
        return "nothing to compare"
    difference, low, high = (signed(100 * x) for x in (row.difference, row.low, row.high))
    return f"{difference} points ({low} to {high}){' *' if is_clear(row.low, row.high) else ''}"


def _interval(row: Any, digits: int) -> str:
    if row.difference != row.difference:
        return "nothing to compare"
    difference, low, high = (signed(x, digits) for x in (row.difference, row.low, row.high))
    return f"{difference} ({low} to {high}){' *' if is_clear(row.low, row.high) else ''}"


def _score(value: float) -> str:
    return "no evidence" if value != value else signed(value)


def _clear_rates(tables: Mapping[str, pd.DataFrame]) -> dict[str, list[str]]:
    titles = _frame_titles()
    found: dict[str, list[str]] = {pair: [] for pair, _ in _by_pair(tables["voices"])}
    for counted, title in COUNTED_TITLES.items():
        for pair, rows in _by_pair(tables[counted]):
            for row in rows:
                if is_clear(row.low, row.high):
                    label = titles.get(row.label, row.label)
                    found[pair].append(f"    {title}: {label} {row.n_a} and {row.n_b}; {_interval(row, 1)}")
    return found


def _actors(table: pd.DataFrame) -> list[str]:
    lines = []
    shared = table[(table["n_texts"] > 1) & (table["actor"] <= MOST_ACTORS)]
    for row in rows_of(shared):
        wordings = shorten(row.wordings, WIDTH - 42, placeholder=" …")
        lines.append(f"    {row.name:<22} {row.text:<32} {row.n:>3}  {wordings}" if row.n else "")
    return [line for line in lines if line] or ["    none"]


def _quotations(table: pd.DataFrame, pairs: Sequence[str]) -> list[str]:
    lines = []
    of_pair = dict(_by_pair(table))
    for pair in pairs:
        rows = of_pair.get(pair, [])
        shared = [row for row in rows if row.found_in == "both"]
        only = [sum(row.found_in == side for row in rows) for side in ("a", "b")]
        lines.append(f"{pair}: {len(shared)} shared, {only[0]} and {only[1]} only in one")
        lines += [f"    {row.edits}" for row in shared]
    return lines


def _numbers(table: pd.DataFrame) -> list[str]:
    shared = table[(table["n_texts"] > 1) & (table["n"] > 0)]
    rows = [f"    {row.number:<24}{row.text}: {row.n_sourced} of {row.n}" for row in rows_of(shared)]
    return rows or ["    none"]


def _calls(table: pd.DataFrame) -> list[str]:
    lines = []
    for row in rows_of(table):
        who = row.addressee if isinstance(row.addressee, str) else "nobody named"
        lines.append(f"    {row.text}: {who}: {row.act} ({VOICE_LOOKS[row.voice].words})")
    return lines or ["    nobody is told to do anything"]


def _words(table: pd.DataFrame, pairs: Sequence[str]) -> list[str]:
    lines = []
    of_pair = dict(_by_pair(table))
    for pair in pairs:
        rows = of_pair.get(pair, [])
        more_a = [f"{row.word} ({row.n_reference}, {row.n_target})" for row in rows if row.log_ratio < 0]
        more_b = [f"{row.word} ({row.n_reference}, {row.n_target})" for row in rows if row.log_ratio > 0]
        lines += [f"{pair} (counts)", f"    more in the first: {', '.join(more_a[:MOST_WORDS]) or 'none'}"]
        lines.append(f"    more in the second: {', '.join(more_b[:MOST_WORDS]) or 'none'}")
    return [*lines, f"    of {count_of(len(table), 'word')} that stand three times or more"]
