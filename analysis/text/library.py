"""What lies in ``data/``: the only module that knows where it is."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

# In a checkout the data lie beside the package, in an installed wheel inside it.
_PACKAGE = Path(__file__).resolve().parents[1]
DATA = next(p for p in (_PACKAGE / "data", _PACKAGE.parent / "data") if p.is_dir())

CARD_COLUMNS = ("id", "title", "author", "outlet", "date", "url", "licence", "sha256")


class DataError(ValueError):
    """A file in ``data/`` breaks a rule; the message names file, row and what to do."""


def read_rows(path: Path, columns: tuple[str, ...]) -> list[dict[str, str]]:
    """The rows of a CSV file that has at least these columns.

    Raises:
        DataError: the file is missing, is not UTF-8, lacks a column, or a row has too many or
            too few fields.
    """
    if not path.is_file():
        where = f"{path.parent.name}/" if path.parent.name else "this folder"
        raise DataError(f"{path.name} is missing from {where}; its columns are {', '.join(columns)}")
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            lines = csv.reader(file, strict=True)
            found, rows = next(lines, []), [fields for fields in lines if fields]
    except (UnicodeDecodeError, csv.Error) as error:
        raise DataError(f"{path.name} cannot be read as UTF-8 CSV: {error}") from error
    if missing := [c for c in columns if c not in found]:
        raise DataError(f"{path.name}: add the column {missing[0]} to its first line")
    for number, fields in enumerate(rows, start=2):
        if len(fields) != len(found):
            raise DataError(
                f"{path.name}, row {number}: give it {len(found)} fields (quote a field that holds a comma)"
            )
    return [dict(zip(found, fields, strict=True)) for fields in rows]


@cache
def load_abbreviations() -> frozenset[str]:
    """The project's abbreviations that do not end a sentence, lower case, without the last stop."""
    rows = read_rows(DATA / "lexicons" / "abbreviations.csv", ("term", "label"))
    return frozenset(row["term"].lower().removesuffix(".") for row in rows)


def load_cards() -> dict[str, dict[str, str]]:
    """What ``data/texts/texts.csv`` says of each text, by its id; an empty field is not known."""
    rows = read_rows(DATA / "texts" / "texts.csv", CARD_COLUMNS)
    return {row["id"]: row for row in rows}
