"""The page of readers: one text in a column a reader, with their marks and the places where they differ."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from analysis.findings.agreement.coefficients import Mark
from analysis.text.document import Document
from analysis.text.rates import rows_of
from analysis.views.side_by_side.columns import ColumnMark, escape_text
from analysis.views.side_by_side.links import Link, Place
from analysis.views.side_by_side.page import Column, format_columns_page
from analysis.views.style import count_of

if TYPE_CHECKING:
    import pandas as pd

LIMITS = (
    "Of two readers who see the same mistake, agreement says nothing.",
    "Kappa and alpha count words that nobody would mark as agreement: read them beside F1.",
)


def format_readers(
    doc: Document,
    layers: Mapping[str, Mapping[str, Sequence[Mark]]],
    agreement: pd.DataFrame,
    disagreements: pd.DataFrame,
) -> str:
    """What two readers or more marked in one text, side by side.

    Args:
        layers: the marks of each reader, by layer; each layer has the same readers.
        agreement: tables of `compare_readers`, one below the other, with a column ``layer``.
        disagreements: of `list_disagreements`, with ``layer``, ``reader_a`` and ``reader_b``.

    Returns: a whole HTML page, as `format_side_by_side`.
    """
    numbers = _number_labels(layers)
    marks = {reader: _list_marks(reader, layers, numbers) for reader in next(iter(layers.values()))}
    columns = [
        Column(doc, reader, count_of(len(of_reader), "mark"), of_reader)
        for reader, of_reader in marks.items()
    ]
    labels = "; ".join(f"{number} {escape_text(label)}" for label, number in numbers.items())
    return format_columns_page(
        title=f"Readers side by side: {doc.id}",
        columns=columns,
        links=_link_places(doc, disagreements, marks),
        links_title="Where the readers differ",
        no_links="They differ nowhere.",
        key=(
            "<strong>Marks</strong> stand in [brackets], their label behind: "
            f"{labels or 'none'}. <strong>D</strong> (boxed; choose one to go to the next reader): "
            "a place where readers differ."
        ),
        switches=("links",),
        tables={"agreement": agreement, "disagreements": disagreements},
        limits=LIMITS,
    )


def _number_labels(layers: Mapping[str, Mapping[str, Sequence[Mark]]]) -> dict[str, int]:
    """Each label's number; where there are several layers, a label is named with its layer."""
    labels = {
        _name(layer, mark, layers)
        for layer, of_readers in layers.items()
        for marks in of_readers.values()
        for mark in marks
    }
    return {label: number for number, label in enumerate(sorted(labels), start=1)}


def _name(layer: str, mark: Mark, layers: Mapping[str, object]) -> str:
    label = mark.label.replace("_", " ")
    return f"{layer.replace('_', ' ')}: {label}" if len(layers) > 1 else label


def _list_marks(
    reader: str, layers: Mapping[str, Mapping[str, Sequence[Mark]]], numbers: Mapping[str, int]
) -> list[ColumnMark]:
    """The marks of one reader in all layers, in the order of the text."""
    marks = []
    for layer, of_readers in layers.items():
        for mark in of_readers[reader]:
            name = _name(layer, mark, layers)
            marks.append(ColumnMark(mark.start, mark.end, "marked", name, "[", f"{numbers[name]}]"))
    return sorted(marks, key=lambda mark: (mark.start, -mark.end))


def _link_places(
    doc: Document, disagreements: pd.DataFrame, marks: Mapping[str, Sequence[ColumnMark]]
) -> list[Link]:
    """Each stretch in which readers differ, in every column; disagreements that touch make one stretch."""
    stretches = _merge(rows_of(disagreements))
    told = [_tell(doc, of_reader, stretches) for of_reader in marks.values()]
    return [
        Link(
            f"D{number + 1}",
            tuple(Place(column, start, end) for column in range(len(marks))),
            told=tuple(of_reader[number] for of_reader in told),
        )
        for number, (start, end) in enumerate(stretches)
    ]


def _merge(rows: Iterable[Any]) -> list[tuple[int, int]]:
    """Stretches that do not overlap, in the order of the text."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted((row.start, row.end) for row in rows):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return merged


def _tell(doc: Document, marks: Sequence[ColumnMark], stretches: Sequence[tuple[int, int]]) -> list[str]:
    """What a reader marked in each stretch."""
    told: list[list[str]] = [[] for _ in stretches]
    ends = [end for _, end in stretches]
    for mark in marks:
        words = " ".join(doc.text[mark.start : mark.end].split())
        place = bisect_right(ends, mark.start)  # the first stretch that ends behind the mark's beginning
        while place < len(stretches) and stretches[place][0] < mark.end:
            told[place].append(f"“{words}” as {mark.title}")
            place += 1
    return ["; ".join(parts) or "nothing" for parts in told]
