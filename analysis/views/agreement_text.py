"""How far readers agree, and where they do not, as plain text for a terminal."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from analysis.text.document import Document
from analysis.text.rates import rows_of
from analysis.views.style import count_of

if TYPE_CHECKING:
    import pandas as pd

CONTEXT = 32  # characters on each side of a place
LONGEST = 72  # characters of a place that are shown
HEADINGS = ("marks of a", "marks of b", "F1 exact", "F1 overlap", "kappa", "alpha")
NOTE = """\
F1: twice the marks in common over all marks (exact: same borders; overlap: a character in common).
Kappa (Cohen) and alpha (Krippendorff) of words: 1 is agreement on each, 0 what chance would give."""


def format_agreement(
    doc: Document,
    layer: str,
    table: pd.DataFrame,
    disagreements: Mapping[tuple[str, str], pd.DataFrame],
) -> str:
    """What `discourse agree` prints of one layer.

    Args:
        layer: its name; empty where the marks have none.
        table: of `compare_readers`.
        disagreements: for each pair of readers the table of `list_disagreements`.
    """
    lines = [f"{doc.id}{', ' + layer if layer else ''}: {count_of(len(doc.words), 'word')}"]
    for (a, b), places in disagreements.items():
        rows = [row for row in rows_of(table) if (row.reader_a, row.reader_b) == (a, b)]
        lines += ["", f"{a} (a) and {b} (b)"]
        width = max(len(row.label) for row in rows)
        head = "".join(f"{name:>12}" for name in HEADINGS)
        lines.append(f"    {'label':<{width}}{head}")
        lines += [f"    {row.label:<{width}}{_figures(row)}" for row in rows]
        lines += ["", f"    They differ in {count_of(len(places), 'place')}{':' if len(places) else ''}"]
        for row in rows_of(places):
            lines.append(f"    {row.start}–{row.end}  {_told(row)}")
            lines.append(f"        {show_place(doc, row.start, row.end)}")
    return "\n".join(lines)


def show_place(doc: Document, start: int, end: int) -> str:
    """A stretch in [brackets] with some characters before and behind it, in one line.

    >>> from analysis.text.document import make_document
    >>> show_place(make_document("Ferries sank in May."), 8, 12)
    'Ferries [sank] in May.'
    """
    left, right = max(0, start - CONTEXT), min(len(doc.text), end + CONTEXT)
    before, here, behind = doc.text[left:start], doc.text[start:end], doc.text[end:right]
    if len(here) > LONGEST:
        here = f"{here[: LONGEST // 2]} … {here[-LONGEST // 2 :]}"
    shown = f"{'…' if left else ''}{before}[{here}]{behind}{'…' if right < len(doc.text) else ''}"
    return " ".join(shown.split())


def _figures(row: Any) -> str:
    ratios = (row.f1_exact, row.f1_overlap, row.kappa, row.alpha)
    return f"{row.n_a:>12}{row.n_b:>12}" + "".join(f"{_ratio(x):>12}" for x in ratios)


def _ratio(value: float) -> str:
    return "–" if value != value else f"{value:.2f}".replace("-0.00", "0.00").replace("-", "−")


def _told(row: Any) -> str:
    if row.kind == "only a":
        return f"only a: {row.label_a}"
    if row.kind == "only b":
        return f"only b: {row.label_b}"
    if row.kind == "another label":
        return f"another label: a {row.label_a}, b {row.label_b}"
    return f"another border: a “{_cut(row.surface_a)}”, b “{_cut(row.surface_b)}” ({row.label_a})"


def _cut(words: str) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= LONGEST // 2 else f"{flat[: LONGEST // 4]} … {flat[-LONGEST // 4 :]}"
