"""Tables as HTML: every cell in full, and rows that lead to their characters."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from analysis.views.reading_view.markup import escape_text
from analysis.views.reading_view.segments import to_utf16

if TYPE_CHECKING:
    import pandas as pd

PLACE = ("start", "end")


def format_table(
    caption: str, table: pd.DataFrame, *, wide: Sequence[int] | None = None, plain: bool = False
) -> str:
    """A table with its caption.

    Args:
        wide: where the text's wide characters stand (`find_wide`); with it, a row that has a start and an end
            gets a button that shows these characters of the text.
        plain: the table alone with its caption in sight, as notebooks show it.
    """
    from pandas.api.types import is_numeric_dtype

    columns = [str(name) for name in table.columns]
    css = [' class="number"' if is_numeric_dtype(dtype) else "" for dtype in table.dtypes]
    placed = wide is not None and all(name in columns for name in PLACE)
    head = "".join(
        f'<th scope="col"{c}>{escape_text(name)}</th>' for name, c in zip(columns, css, strict=True)
    )
    rows = []
    for row in table.itertuples(index=False, name=None):
        cells = "".join(f"<td{c}>{_cell(value)}</td>" for value, c in zip(row, css, strict=True))
        if placed and wide is not None:
            start, end = (to_utf16(wide, int(row[columns.index(name)])) for name in PLACE)
            cells += f'<td><button type="button" data-from="{start}" data-to="{end}">show</button></td>'
        rows.append(f"<tr>{cells}</tr>")
    if placed:
        head += '<th scope="col">in the text</th>'
    body = f"<thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table>"
    if plain:
        return f"<table><caption>{escape_text(caption)}</caption>{body}"
    return (
        f'<div class="scroll" tabindex="0" role="region" aria-label="{escape_text(caption)}"><table>'
        f'<caption class="unseen">{escape_text(caption)}</caption>{body}</div>'
    )


def format_folded(caption: str, table: pd.DataFrame, *, wide: Sequence[int]) -> str:
    """A table that opens on demand; rows that count nothing are left out."""
    counted = table[table["n"] > 0] if "n" in table.columns else table
    left_out = len(table) - len(counted)
    note = f'<p class="note">{left_out} rows that count nothing are left out here.</p>' if left_out else ""
    return (
        f"<details><summary>{escape_text(caption)} ({len(counted)} rows)</summary>{note}"
        f"{format_table(caption, counted, wide=wide)}</details>"
    )


def _cell(value: Any) -> str:
    if value is None or str(value) in ("nan", "<NA>"):  # pandas' NA cannot be compared with itself
        return "–"
    if isinstance(value, float):
        return f"{value:.3f}".replace("-", "−")
    text = escape_text(str(value))
    return text if text.isascii() else f"<bdi>{text}</bdi>"
