"""People's marks from files: CSV rows of start, end, label and perhaps layer; brat; web annotations."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence
from pathlib import Path

from analysis.findings.agreement.readers import LabeledSpan
from analysis.text.document import Document
from analysis.text.reading import ReadingError
from analysis.text.standoff import Mark, read_brat, read_w3c

NEEDED = ("start", "end", "label")
LAYER, SURFACE = "layer", "surface"
NO_LAYER = ""  # the layer of marks from a file that names none
MAX_BYTES = 20_000_000
STANDOFF = {".ann": read_brat, ".jsonld": read_w3c, ".json": read_w3c}
LONGEST_SHOWN = 40  # characters of a wrong entry that a message repeats


def read_marks(path: Path | str, doc: Document) -> dict[str, list[LabeledSpan]]:
    """Read a person's marks on a text: CSV, brat's ``.ann``, or web annotations (``.jsonld``, ``.json``).

    The first row of a CSV file names the columns: ``start``, ``end`` (characters of the text, from 0; the
    end is the place behind the last one) and ``label``; if there are also ``layer``, and ``surface`` with the
    marked words, these are used too; other columns are not. Commas, semicolons or tabs part the columns.

    Returns: the marks of each layer, in the order of the text; of a file without that column under "".

    Raises:
        ReadingError: the file cannot be read, lacks a column, or has a row that fits no stretch of the text;
            the message names the file, the row as a spreadsheet counts it, and what to do.

    Example: a spreadsheet with one mark on the first word of *Ferries sank.*

    >>> from analysis.text.document import make_document
    >>> parse_marks("start,end,label\\n0,7,ship\\n", make_document("Ferries sank."), name="marks.csv")
    {'': [LabeledSpan(start=0, end=7, label='ship')]}
    """
    path = Path(path)
    if path.is_dir():
        raise ReadingError(f"{path} is a folder; name a CSV file in it")
    if not path.exists():
        raise ReadingError(f"there is no file {path}")
    if not path.is_file():
        raise ReadingError(f"{path} is not a regular file")
    try:
        if (size := path.stat().st_size) > MAX_BYTES:
            raise ReadingError(f"{path} has {size:,} bytes; marks of one text need at most {MAX_BYTES:,}")
        content = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ReadingError(f"{path} is not UTF-8; save it as “CSV UTF-8” and try again") from None
    except OSError as error:
        raise ReadingError(f"{path} cannot be read: {error.strerror}") from error
    if reader := STANDOFF.get(path.suffix.lower()):
        return _from_standoff(reader, content, doc, str(path))
    return parse_marks(content, doc, name=str(path))


def _from_standoff(
    reader: Callable[[str], list[Mark]], content: str, doc: Document, name: str
) -> dict[str, list[LabeledSpan]]:
    """Marks of an annotation tool; the same mark twice is one."""
    try:
        marks = reader(content)
    except ValueError as error:
        raise ReadingError(f"{name}: {error}") from error
    layers: dict[str, set[LabeledSpan]] = {}
    for number, mark in enumerate(marks, start=1):
        if not 0 <= mark.start < mark.end <= len(doc.text):
            raise ReadingError(
                f"{name}, mark {number}: it goes from {mark.start} to {mark.end}, and the text has "
                f"{len(doc.text)} characters; is it the text that was marked?"
            )
        layers.setdefault(mark.layer, set()).add(LabeledSpan(mark.start, mark.end, mark.label))
    return {layer: sorted(found, key=_place) for layer, found in layers.items()} or {NO_LAYER: []}


def parse_marks(content: str, doc: Document, *, name: str) -> dict[str, list[LabeledSpan]]:
    """The marks in the content of a file, as `read_marks`; ``name`` stands in messages."""
    first_line = content.partition("\n")[0]
    parted_by = max(",;\t", key=first_line.count)
    try:
        rows = list(csv.reader(io.StringIO(content, newline=""), delimiter=parted_by, strict=True))
    except csv.Error as error:
        raise ReadingError(
            f"{name} is not a CSV file: {error}; save it as “CSV UTF-8” and try again"
        ) from None
    head = [column.strip().lower() for column in rows[0]] if rows else []
    if missing := [column for column in NEEDED if column not in head]:
        raise ReadingError(
            f"{name}, row 1: there is no column {missing[0]}; the first row must name start, end and label"
        )
    marks: dict[str, list[LabeledSpan]] = {} if LAYER in head else {NO_LAYER: []}
    seen: dict[tuple[str, LabeledSpan], int] = {}
    for number, row in enumerate(rows[1:], start=2):
        if not any(cell.strip() for cell in row):
            continue
        where = f"{name}, row {number}"
        layer, mark = _read_row(dict(zip(head, row + [""] * len(head), strict=False)), doc, where)
        if (layer, mark) in seen:
            raise ReadingError(f"{where}: the same mark as in row {seen[layer, mark]}; take one of them out")
        seen[layer, mark] = number
        marks.setdefault(layer, []).append(mark)
    return {layer: sorted(found, key=_place) for layer, found in marks.items()}


def _read_row(row: dict[str, str], doc: Document, where: str) -> tuple[str, LabeledSpan]:
    start, end = (_offset(row.get(column, ""), column, where) for column in ("start", "end"))
    if start >= end:
        raise ReadingError(
            f"{where}: the mark from {start} to {end} is empty; the end must lie behind the start"
        )
    if end > len(doc.text):
        raise ReadingError(
            f"{where}: the mark ends at {end}, and the text has {len(doc.text)} characters; "
            "is it the text that was marked?"
        )
    label, layer = row.get("label", "").strip(), row.get(LAYER, "").strip()
    if not label:
        raise ReadingError(f"{where}: the label is empty; write what the stretch was marked as")
    if LAYER in row and not layer:
        raise ReadingError(f"{where}: the layer is empty; write one, or take out the column")
    words, there = row.get(SURFACE, "").strip(), doc.text[start:end]
    if words and words.split() != there.split():
        raise ReadingError(
            f"{where}: from {start} to {end} the text says {_short(there)}, not {_short(words)}; "
            "offsets count characters from 0 in the same file"
        )
    return layer, LabeledSpan(start, end, label)


def _offset(cell: str, column: str, where: str) -> int:
    digits = cell.strip()
    if not (digits.isascii() and digits.isdigit() and len(digits) <= len(str(MAX_BYTES))):
        raise ReadingError(f"{where}: the {column} is {_short(cell)}; write a whole number, counted from 0")
    return int(digits)


def _short(words: str) -> str:
    return repr(words if len(words) <= LONGEST_SHOWN else words[:LONGEST_SHOWN] + "…")


def _place(mark: LabeledSpan) -> tuple[int, int, str]:
    return mark.start, -mark.end, mark.label


def choose_layers(
    readers: dict[str, dict[str, list[LabeledSpan]]], *, layer: str | None = None
) -> dict[str, dict[str, list[LabeledSpan]]]:
    """Turn marks by reader and layer into marks by layer and reader, for the layers that all readers have.

    Args:
        layer: only this one; marks without a layer count as belonging to it.

    Raises:
        ValueError: a reader has no marks in that layer, only some name layers, or none is common to all.
    """
    if layer is not None:
        return {layer: {name: _of_layer(name, marks, layer) for name, marks in readers.items()}}
    without = [name for name, marks in readers.items() if NO_LAYER in marks]
    if without and len(without) < len(readers):
        raise ValueError(f"{without[0]} names no layers and others do; say with --layer which one is meant")
    first, *others = readers.values()
    common = [name for name in first if all(name in marks for marks in others)]
    if not common:
        listed = "; ".join(f"{name}: {', '.join(marks) or 'none'}" for name, marks in readers.items())
        raise ValueError(f"the readers have no layer in common ({listed})")
    return {name: {reader: marks[name] for reader, marks in readers.items()} for name in common}


def _of_layer(reader: str, marks: dict[str, list[LabeledSpan]], layer: str) -> list[LabeledSpan]:
    if NO_LAYER in marks:
        return marks[NO_LAYER]
    if layer not in marks:
        raise ValueError(f"{reader} has no marks in the layer {layer!r}; it has: {_listed(list(marks))}")
    return marks[layer]


def _listed(names: Sequence[str]) -> str:
    return ", ".join(names) or "none"
