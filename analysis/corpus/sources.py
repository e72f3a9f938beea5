"""A corpus as a stream of articles: a folder, lines of JSON, a CSV or Parquet file; in a settled order.

Whatever cannot be read is an article too, with the reason instead of a text, so that nothing vanishes.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from analysis.corpus.rows import Row, read_csv_rows, read_json_rows, read_parquet_rows
from analysis.text.reading import ReadingError
from analysis.text.reading.packed import LINES, PACKED

TEXT_FILES = {".txt", ".md", ".html", ".htm", ".mhtml", ".docx", ".pdf"}
SAMPLED = 65_536  # bytes at each end of a file that tell whether it is the same one


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
        ReadingError: nothing of the kind is there, the table has no column ``text``, or a packed file breaks
            off: what it would have held cannot be told, so there is no row for it.
    """
    kind = find_kind(path)
    readers = {"folder": _files, "lines": read_json_rows, "csv": read_csv_rows, "parquet": read_parquet_rows}
    for number, (id_, text, file, error) in enumerate(readers[kind](path)):
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
        return len(_list_files(path))
    if kind == "lines" and path.suffix.lower() not in PACKED:
        with path.open("rb") as file:
            return sum(piece.count(b"\n") for piece in iter(lambda: file.read(1 << 20), b""))
    return None


def list_left_out(path: Path) -> Counter[str]:
    """How many files of a folder are no articles of its corpus, by their endings, the commonest first.

    A folder with a Parquet file in it is a corpus of Parquet files alone. Hidden files, and those that begin
    with an underscore, as programs lay them beside tables, are not counted.
    """
    if not path.is_dir():
        return Counter()
    taken = {".parquet"} if find_kind(path) == "parquet" else TEXT_FILES
    others = Counter(
        file.suffix.lower() or "without an ending"
        for file in path.rglob("*")
        if file.suffix.lower() not in taken and not file.name.startswith((".", "_")) and file.is_file()
    )
    return Counter(dict(sorted(others.items(), key=lambda item: (-item[1], item[0]))))


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


def _files(path: Path) -> Iterator[Row]:
    found = _list_files(path)
    if not found:
        raise ReadingError(
            f"{path} holds no article ({', '.join(sorted(TEXT_FILES))}) and no Parquet file; "
            "a .jsonl or .csv file is named itself"
        )
    for file in found:
        name = file.relative_to(path).as_posix().encode("utf-8", "backslashreplace").decode()
        yield name, None, str(file), None


def _list_files(path: Path) -> list[Path]:
    return sorted(file for file in path.rglob("*") if file.suffix.lower() in TEXT_FILES and not file.is_dir())
