"""``discourse annotate``: everything found, one JSON object an article, as a stream."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import IO, Any

from analysis.commands.exits import OK, refuse
from analysis.commands.printing import is_terminal
from analysis.text.document import Document, make_document
from analysis.text.reading import MAX_BYTES, ReadingError, read_document
from analysis.text.reading.packed import LINES, PACKED, open_unpacked

# A character of an article may take six bytes as an escape of JSON.
MAX_LINE_BYTES = 6 * MAX_BYTES


def run_annotate(options: argparse.Namespace) -> int:
    """Print a JSON object for each article; one that cannot be annotated gets its error instead."""
    from analysis.findings.annotation import LAYERS, SCHEMA, annotate, check_layers, to_json

    if bool(options.files) == (options.jsonl is not None):
        raise ValueError("name one or more FILEs, or --jsonl [FILE], not both")
    layers = check_layers(options.layers.split(",")) if options.layers else LAYERS
    if options.files:
        if corpora := [file for file in options.files if Path(file).suffix.lower() in LINES]:
            raise ValueError(f"{corpora[0]} holds articles line by line; put --jsonl before its name")
        codes = [_print_file(file, layers) for file in options.files]
        return max(codes)
    with _open_lines(options.jsonl) as lines, _bar(_size(options.jsonl)) as count:
        for id_, doc in _documents(_bounded(lines, count)):
            if isinstance(doc, str):
                print(to_json({"schema": SCHEMA, "id": id_, "error": doc}))
            else:
                print(to_json(annotate(doc, layers=layers)))
    return OK


def _print_file(file: str, layers: Sequence[str]) -> int:
    """A file's object, or a sentence why there is none; the files behind it are read all the same."""
    from analysis.findings.annotation import annotate, to_json

    try:
        doc = read_document(file)
    except ReadingError as error:
        return refuse(str(error))
    print(to_json(annotate(doc, layers=layers)))
    return OK


def _open_lines(file: str) -> AbstractContextManager[IO[bytes]]:
    """A file of lines, packed or not, or standard input."""
    if file != "-" and not Path(file).is_file():
        raise ReadingError(f"there is no file {file}")
    if file == "-" and sys.stdin is None:
        raise ReadingError("standard input is closed; name a FILE, or send it lines of JSON")
    return sys.stdin.buffer if file == "-" else open_unpacked(Path(file))


def _size(file: str) -> int | None:
    """Bytes of a file; how many standard input will send, or a packed file holds, nobody knows."""
    return None if file == "-" or Path(file).suffix.lower() in PACKED else Path(file).stat().st_size


@contextmanager
def _bar(total: int | None) -> Iterator[Callable[[int], object]]:
    """A bar of progress; what is called with the bytes of each line that is done."""
    # Rows that run over the same terminal say themselves how far it is, and would tear a bar.
    if not is_terminal(sys.stderr) or is_terminal(sys.stdout):
        yield lambda n_bytes: None
        return
    from tqdm import tqdm  # takes as long as some ten articles

    with tqdm(total=total, unit="B", unit_scale=True, smoothing=0.05) as bar:
        yield bar.update


def _documents(lines: Iterable[bytes]) -> Iterator[tuple[Any, Document | str]]:
    """The id and document of each line; instead of the document, a sentence why there is none."""
    for number, line in enumerate(lines, start=1):
        if len(line) > MAX_LINE_BYTES:
            yield None, f"line {number} has more than {MAX_LINE_BYTES:,} bytes; an article has fewer"
            continue
        if not line.strip():
            continue
        try:
            row = json.loads(line.decode("utf-8-sig"))
        except (ValueError, RecursionError):
            yield None, f"line {number} is not JSON in UTF-8"
            continue
        id_ = row.get("id") if isinstance(row, dict) else None
        if isinstance(id_, bool) or not isinstance(id_, str | int | None):
            yield None, f'line {number}: "id" must be a string or a whole number'
        elif not isinstance(row, dict) or not isinstance(row.get("text"), str):
            yield id_, f'line {number} has no "text" that is a string'
        else:
            yield id_, make_document(row["text"], id=f"line {number}" if id_ is None else str(id_))


def _bounded(lines: IO[bytes], count: Callable[[int], object]) -> Iterator[bytes]:
    """Each line; of one that is too long only the beginning, so that no line fills the memory."""
    while line := lines.readline(MAX_LINE_BYTES + 1):
        yield line
        count(len(line))
        while len(line) > MAX_LINE_BYTES and not line.endswith(b"\n"):
            line = lines.readline(MAX_LINE_BYTES + 1)
            count(len(line))
