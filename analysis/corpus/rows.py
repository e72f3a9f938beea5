"""The rows of a corpus as they stand in lines of JSON, a CSV file, or Parquet files."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import Any

from analysis.text.reading import ReadingError
from analysis.text.reading.packed import open_unpacked

LONGEST_LINE = 50_000_000  # bytes
BATCH = 256  # rows of Parquet read at a time
MOST_NAMED = 12  # columns that a message lists
_NO_UTF8 = re.compile("[\udc80-\udcff]")  # what Python makes of a byte that is none

Row = tuple[str, str | None, str | None, str | None]  # id, text, file, error


def read_json_rows(path: Path) -> Iterator[Row]:
    """Lines of ``{"id": …, "text": …}``."""
    with open_unpacked(path) as lines:
        number = 0
        while line := lines.readline(LONGEST_LINE + 1):
            number += 1
            name = f"line {number}"
            if len(line) > LONGEST_LINE:
                while line and not line.endswith(b"\n"):
                    line = lines.readline(LONGEST_LINE)
                yield name, None, None, f"{name} is longer than {LONGEST_LINE:,} bytes"
            elif line.strip():
                yield _json_row(line, name)


def _json_row(line: bytes, name: str) -> Row:
    try:
        row = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return name, None, None, f"{name} is not JSON in UTF-8"
    if not isinstance(row, dict):
        return name, None, None, f"{name} is not an object"
    return _row(row.get("id"), row.get("text"), name)


def read_csv_rows(path: Path) -> Iterator[Row]:
    """Rows below a first line that names the columns; commas, semicolons or tabs part them."""
    before = csv.field_size_limit(LONGEST_LINE)  # Python has one limit for all: it is set back below
    try:
        yield from _read_csv(path)
    finally:
        csv.field_size_limit(before)


def _read_csv(path: Path) -> Iterator[Row]:
    with open_unpacked(path) as content:
        # A byte that is no UTF-8 becomes a surrogate, by which it is known below.
        text = io.TextIOWrapper(content, encoding="utf-8-sig", errors="surrogateescape", newline="")
        lines = (line.replace("\0", "\ufffd") for line in text)
        first = next(lines, "")
        if not _is_utf8(first):
            raise ReadingError(f"{path.name} is not UTF-8; save it as “CSV UTF-8” and try again")
        parted_by = max(",;\t", key=first.count)
        # Strict: a mark that never closes would otherwise swallow the articles behind it.
        rows = csv.reader(chain([first], lines), delimiter=parted_by, strict=True)
        try:
            id_, column = _find_columns(next(rows, []), path.name)
        except csv.Error as error:
            raise ReadingError(f"{path.name} does not begin with the names of columns: {error}") from error
        number = 0
        while True:
            try:
                cells = next(rows)
            except StopIteration:
                return
            except csv.Error as error:
                number += 1
                yield f"row {number}", None, None, f"row {number} is no row of a CSV file: {error}"
                continue
            if not cells:
                continue
            number += 1
            name = f"row {number}"
            if not all(map(_is_utf8, cells)):
                yield name, None, None, f"{name} is not UTF-8; save the file as “CSV UTF-8”"
            else:
                yield _row(_cell(cells, id_), _cell(cells, column), name)


def _is_utf8(text: str) -> bool:
    return _NO_UTF8.search(text) is None


def _cell(cells: Sequence[str], place: int | None) -> str | None:
    return cells[place] if place is not None and place < len(cells) else None


def read_parquet_rows(path: Path) -> Iterator[Row]:
    """Rows of a Parquet file, or of all those in a folder."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    number = 0
    for file in [path] if path.is_file() else sorted(path.rglob("*.parquet")):
        try:
            table = pq.ParquetFile(file)
        except (OSError, pa.ArrowInvalid) as error:
            raise ReadingError(f"{file.name} is damaged or no Parquet file") from error
        names = table.schema_arrow.names
        id_, column = (None if place is None else names[place] for place in _find_columns(names, file.name))
        wanted = [name for name in (id_, column) if name is not None]
        for batch in table.iter_batches(batch_size=BATCH, columns=wanted):
            for row in batch.to_pylist():
                number += 1
                yield _row(row.get(id_), row.get(column), f"row {number}")


def _find_columns(names: Sequence[str], file: str) -> tuple[int | None, int]:
    """Where the columns of ids (which may lack) and texts stand; capitals and blanks do not count."""
    known: dict[str, int] = {}
    for place, name in enumerate(names):
        known.setdefault(name.strip().lower(), place)
    exact = {name: names.index(name) for name in ("id", "text") if name in names}
    found = known | exact
    if "text" not in found:
        listed = ", ".join(names[:MOST_NAMED]) + (", …" if len(names) > MOST_NAMED else "")
        raise ReadingError(
            f'{file} has no column "text"; its columns are: {listed or "none"}; '
            'give the one with the articles the name "text"'
        )
    return found.get("id"), found["text"]


def _row(id_: Any, text: Any, name: str) -> Row:
    known = str(id_) if isinstance(id_, str | int) and not isinstance(id_, bool) and id_ != "" else name
    if id_ is not None and not isinstance(id_, str | int):
        return name, None, None, f'{name}: "id" must be a string or a whole number'
    if not isinstance(text, str):
        return known, None, None, f'{name} has no "text" that is a string'
    return known, text, None, None
