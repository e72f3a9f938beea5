"""A corpus as a stream of articles: a folder, lines of JSON, a CSV or Parquet file; in a settled order.

Whatever cannot be read is an article too, with the reason instead of a text, so that nothing vanishes.
"""

from __future__ import annotations

import csv
import gzip
import hashlib
import io
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from analysis.text.reading import ReadingError

TEXT_FILES = {".txt", ".md", ".html", ".htm", ".mhtml", ".docx", ".pdf"}
LINES = (".jsonl", ".ndjson")
PACKED = {".gz", ".zst"}
LONGEST_LINE = 50_000_000  # bytes
SAMPLED = 65_536  # bytes at each end of a file that tell whether it is the same one
BATCH = 256  # rows of Parquet read at a time


@dataclass(frozen=True, slots=True)
class Article:
    """One article of a corpus: a text, a file to be read where it is measured, or why there is none."""

    number: int  # its place in the corpus, from 0
    id: str
    text: str | None = None
    file: str | None = None
    error: str | None = None


def read_source(path: Path) -> Iterator[Article]:
    """The articles of a corpus, in order: files by their names, lines and rows as they stand.

    Rows need a column ``text``; ``id`` is taken where there is one, else the line or row gives it. Two
    articles may have one id: their numbers tell them apart.

    Raises:
        ReadingError: nothing of the kind is there, or the table has no column ``text``.
    """
    kind = find_kind(path)
    rows = {"folder": _files, "lines": _json_lines, "csv": _csv_rows, "parquet": _parquet_rows}[kind](path)
    for number, (id_, text, file, error) in enumerate(rows):
        yield Article(number, id_, text, file, error)


def find_kind(path: Path) -> str:
    """What a corpus is: folder, lines, csv or parquet.

    Raises:
        ReadingError: it is not there, or of no known kind.
    """
    if path.is_dir():
        return "parquet" if any(path.rglob("*.parquet")) else "folder"
    if not path.is_file():
        raise ReadingError(f"there is no file or folder {path}")
    name = path.name.lower()
    for ending in PACKED:
        name = name.removesuffix(ending)
    if name.endswith(LINES):
        return "lines"
    if name.endswith(".csv"):
        return "csv"
    if name.endswith(".parquet"):
        return "parquet"
    raise ReadingError(
        f"{path.name} is no corpus: give a folder, .jsonl or .csv (also .gz, .zst), or .parquet"
    )


def count_articles(path: Path) -> int | None:
    """How many articles there are about, where that is quickly said; for the progress bar alone."""
    kind = find_kind(path)
    if kind == "folder":
        return sum(file.suffix.lower() in TEXT_FILES for file in path.rglob("*"))
    if kind == "lines" and path.suffix.lower() not in PACKED:
        with path.open("rb") as file:
            return sum(piece.count(b"\n") for piece in iter(lambda: file.read(1 << 20), b""))
    return None


def fingerprint(path: Path) -> str:
    """Tells whether a corpus is the same as before: names, sizes, and both ends of each file."""
    digest = hashlib.sha256()
    for file in [path] if path.is_file() else sorted(one for one in path.rglob("*") if one.is_file()):
        size = file.stat().st_size
        name = file.name if path.is_file() else file.relative_to(path).as_posix()
        digest.update(f"{name}\n{size}\n".encode("utf-8", "surrogateescape"))
        with file.open("rb") as content:
            digest.update(content.read(SAMPLED))
            content.seek(max(size - SAMPLED, 0))
            digest.update(content.read(SAMPLED))
    return digest.hexdigest()


Row = tuple[str, str | None, str | None, str | None]  # id, text, file, error


def _files(path: Path) -> Iterator[Row]:
    found = sorted(file for file in path.rglob("*") if file.suffix.lower() in TEXT_FILES)
    if not found:
        raise ReadingError(f"{path} holds no article ({', '.join(sorted(TEXT_FILES))}) and no Parquet file")
    for file in found:
        name = file.relative_to(path).as_posix().encode("utf-8", "backslashreplace").decode()
        yield name, None, str(file), None


def _json_lines(path: Path) -> Iterator[Row]:
    with _open(path) as lines:
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


def _csv_rows(path: Path) -> Iterator[Row]:
    before = csv.field_size_limit(LONGEST_LINE)  # Python has one limit for all: it is set back below
    try:
        yield from _read_csv(path)
    finally:
        csv.field_size_limit(before)


def _read_csv(path: Path) -> Iterator[Row]:
    with _open(path) as content:
        text = io.TextIOWrapper(content, encoding="utf-8-sig", errors="replace", newline="")
        reader = csv.DictReader(line.replace("\0", "\ufffd") for line in text)
        if "text" not in (reader.fieldnames or ()):
            raise ReadingError(f'{path.name} has no column "text" in its first line')
        for number, row in enumerate(reader, start=1):
            yield _row(row.get("id"), row.get("text"), f"row {number}")


def _parquet_rows(path: Path) -> Iterator[Row]:
    import pyarrow as pa
    import pyarrow.parquet as pq

    number = 0
    for file in [path] if path.is_file() else sorted(path.rglob("*.parquet")):
        try:
            table = pq.ParquetFile(file)
        except (OSError, pa.ArrowInvalid) as error:
            raise ReadingError(f"{file.name} is damaged or no Parquet file") from error
        names = table.schema_arrow.names
        if "text" not in names:
            raise ReadingError(f'{file.name} has no column "text"')
        columns = [name for name in ("id", "text") if name in names]
        for batch in table.iter_batches(batch_size=BATCH, columns=columns):
            for row in batch.to_pylist():
                number += 1
                yield _row(row.get("id"), row["text"], f"row {number}")


def _row(id_: Any, text: Any, name: str) -> Row:
    known = str(id_) if isinstance(id_, str | int) and not isinstance(id_, bool) and id_ != "" else name
    if id_ is not None and not isinstance(id_, str | int):
        return name, None, None, f'{name}: "id" must be a string or a whole number'
    if not isinstance(text, str):
        return known, None, None, f'{name} has no "text" that is a string'
    return known, text, None, None


def _open(path: Path) -> IO[bytes]:
    if path.suffix.lower() == ".gz":
        return io.BufferedReader(gzip.open(path, "rb"))
    if path.suffix.lower() == ".zst":
        import zstandard

        return io.BufferedReader(zstandard.open(path, "rb"))
    return path.open("rb")
