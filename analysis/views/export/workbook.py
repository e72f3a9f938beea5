"""Tables as one workbook: a sheet a table, and a sheet that says what every column means."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any

from analysis.views.export.cells import plain_value, printable, shorten
from analysis.views.export.notes import TABLE_NOTES, list_notes

if TYPE_CHECKING:
    import pandas as pd

# The same tables give the same bytes: a workbook would otherwise hold the time of its making.
CREATED = datetime(2000, 1, 1)
LEGEND = "columns"
LEGEND_HEAD = ("sheet", "column", "meaning", "range")
WIDEST, NARROWEST = 60, 8  # of a column, in characters
# A cell holds what it is given: text stays text, whatever it begins with.
_SETTINGS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def make_workbook(tables: Mapping[str, pd.DataFrame]) -> bytes:
    """The tables as an .xlsx file; no cell is a formula or a link.

    Limits: a cell longer than a workbook allows (32,767 UTF-16 units) is cut, with a sign; control characters
    show as their pictures. The characters themselves stand in the text, at ``start`` to ``end``.

    Raises:
        KeyError: a column has no note that says what it means.
    """
    from xlsxwriter import Workbook

    content = BytesIO()
    with Workbook(content, _SETTINGS) as book:
        book.set_properties({"created": CREATED, "comments": "Made by Discourse Lens"})
        head = book.add_format({"bold": True, "bottom": 1})
        legend = [
            LEGEND_HEAD,
            *((name, "", note, "") for name, note in TABLE_NOTES.items() if name in tables),
        ]
        _write_sheet(book, head, LEGEND, [*legend, *list_notes(tables)])
        for name, table in tables.items():
            rows = [tuple(map(str, table.columns)), *table.itertuples(index=False, name=None)]
            _write_sheet(book, head, name, rows)
    return content.getvalue()


def _write_sheet(book: Any, head: Any, name: str, rows: list[tuple[Any, ...]]) -> None:
    sheet = book.add_worksheet(name)
    widths = [NARROWEST] * len(rows[0])
    for at, row in enumerate(rows):
        for column, cell in enumerate(row):
            value = plain_value(cell)
            if isinstance(value, str):
                value = shorten(printable(value))
                sheet.write_string(at, column, value, head if at == 0 else None)
            elif value is not None:
                sheet.write_number(at, column, value)
            widths[column] = max(widths[column], len(str(value or "")))
    sheet.freeze_panes(1, 0)
    for column, width in enumerate(widths):
        sheet.set_column(column, column, min(width, WIDEST) + 1)
