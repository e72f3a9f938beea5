"""Findings as files for other programs: what each format holds."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from analysis.findings.reading import Findings
from analysis.text.standoff import format_brat, format_w3c
from analysis.views.export.cells import plain_value
from analysis.views.export.csv_table import format_csv
from analysis.views.export.marks import list_marks
from analysis.views.export.notes import list_notes
from analysis.views.export.tables import list_tables
from analysis.views.export.workbook import LEGEND, LEGEND_HEAD, make_workbook

if TYPE_CHECKING:
    import pandas as pd

_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f\ud800-\udfff]')
LONGEST_NAME = 100


def make_files(
    findings: Findings, to: str, *, tables: Mapping[str, pd.DataFrame] | None = None
) -> dict[str, bytes]:
    """The files of one format, by their names; a slash in a name stands for a folder.

    Args:
        to: a key of `FORMATS`.
        tables: those of `list_tables`, where they are at hand already.

    Raises:
        ValueError: there is no format of that name; the message lists those there are.
    """
    if to not in FORMATS:
        raise ValueError(f"there is no format {to!r}; there are: {', '.join(FORMATS)}")
    return FORMATS[to](findings, list_tables(findings) if tables is None else tables)


def name_of(findings: Findings) -> str:
    """The text's id as a file name that stays in its folder on every system.

    Example: ``../a:b`` becomes ``.._a_b`` without the dots in front, ``_a_b``.
    """
    return _NOT_IN_NAMES.sub("_", findings.doc.id).strip(". ")[:LONGEST_NAME] or "text"


def _csv(findings: Findings, tables: Mapping[str, pd.DataFrame]) -> dict[str, bytes]:
    import pandas as pd

    legend = pd.DataFrame(list_notes(tables), columns=list(LEGEND_HEAD))
    folder = f"{name_of(findings)}-tables"
    return {f"{folder}/{name}.csv": format_csv(table) for name, table in {LEGEND: legend, **tables}.items()}


def _json(findings: Findings, tables: Mapping[str, pd.DataFrame]) -> dict[str, bytes]:
    """Rows as objects; what is missing is null, and no number is NaN or infinite."""
    content = {
        name: [
            {str(column): plain_value(cell) for column, cell in zip(table.columns, row, strict=True)}
            for row in table.itertuples(index=False, name=None)
        ]
        for name, table in tables.items()
    }
    return {
        f"{name_of(findings)}.json": (json.dumps(content, indent=1, allow_nan=False) + "\n").encode("ascii")
    }


def _xlsx(findings: Findings, tables: Mapping[str, pd.DataFrame]) -> dict[str, bytes]:
    return {f"{name_of(findings)}.xlsx": make_workbook(tables)}


def _w3c(findings: Findings, tables: Mapping[str, pd.DataFrame]) -> dict[str, bytes]:
    doc = findings.doc
    source = doc.source.file if doc.source else f"{name_of(findings)}.txt"
    title = (doc.source and doc.source.title) or doc.id
    content = format_w3c(doc.text, list_marks(findings), source=source, title=title)
    return {f"{name_of(findings)}.jsonld": content.encode("ascii")}


def _brat(findings: Findings, tables: Mapping[str, pd.DataFrame]) -> dict[str, bytes]:
    text, marks = format_brat(findings.doc.text, list_marks(findings))
    name = name_of(findings)
    return {f"{name}.txt": text.encode("utf-8"), f"{name}.ann": marks.encode("utf-8", "replace")}


FORMATS: dict[str, Callable[[Findings, Mapping[str, pd.DataFrame]], dict[str, bytes]]] = {
    "csv": _csv,
    "xlsx": _xlsx,
    "json": _json,
    "w3c": _w3c,
    "brat": _brat,
}
