"""A table as CSV that a spreadsheet opens rightly, runs nothing of, and that programs read back."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import numpy as np

from analysis.views.export.cells import defuse, plain_value

if TYPE_CHECKING:
    import pandas as pd

# Readers end a row there, even the row of a formula; not every Python puts such a cell into quotes.
_LONE_RETURN = re.compile(r"\r(?!\n)")


def format_csv(table: pd.DataFrame, *, float_format: str | None = None) -> bytes:
    """A table whose texts no spreadsheet takes for a formula; UTF-8 with the mark that Excel needs.

    Args:
        float_format: how decimals are written, such as ``%.3f``; else all their digits.
    """
    cells = table.map(_csv_cell)
    written = cells.to_csv(index=False, lineterminator="\n", float_format=float_format)
    return written.encode("utf-8-sig", "replace")


def _csv_cell(cell: Any) -> Any:
    """A text without a formula or a lone CR, a truth value as the other formats write it, else what it is."""
    if isinstance(cell, str):
        return defuse(_LONE_RETURN.sub("\n", cell))
    return plain_value(cell) if isinstance(cell, bool | np.bool_) else cell
