"""``discourse agree``: people's marks on a text compared with each other and with the tool's."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING

from analysis.commands.compare import load_or_read, spare_sources, write_page, write_tables
from analysis.commands.exits import OK
from analysis.commands.printing import show
from analysis.text.document import Document
from analysis.text.reading import ReadingError

if TYPE_CHECKING:
    import pandas as pd

    from analysis.findings.agreement.readers import LabeledSpan

TOOL = "tool"
READERS = ("a", "b", "adjudicated")  # those of data/texts/annotations


def run_agree(options: argparse.Namespace) -> int:
    """Print how far readers agree, layer by layer, and list the places where they do not."""
    from analysis.findings.agreement import choose_layers, compare_readers, list_disagreements
    from analysis.views.agreement_text import NOTE, format_agreement

    if options.html is not None:
        spare_sources(options.html, [options.file, *options.marks])
    doc = load_or_read(options.file)
    for warning in doc.warnings:
        print(f"warning: {warning}", file=sys.stderr)
    readers = _read_all(options.marks, doc)
    if len(readers) + options.tool < 2:
        raise ValueError("name two files of marks, or one and --tool")
    layers = choose_layers(readers, layer=options.layer)
    left_out = {name for marks in readers.values() for name in marks} - set(layers)
    if left_out and options.layer is None:
        print(f"warning: not every reader has {', '.join(sorted(left_out))}; left out", file=sys.stderr)
    if options.tool:
        _add_tool(layers, doc)
    tables, places, printed = [], [], []
    for layer, marks in layers.items():
        table = compare_readers(doc, marks)
        pairs = {(a, b): list_disagreements(doc, marks[a], marks[b]) for a, b in combinations(marks, 2)}
        printed.append(format_agreement(doc, layer, table, pairs))
        tables.append(_with_first(table, layer=layer))
        places += [_with_first(found, layer=layer, reader_a=a, reader_b=b) for (a, b), found in pairs.items()]
    show("\n\n".join([*printed, NOTE]))
    agreement, disagreements = _joined(tables), _joined(places)
    if options.html is not None:
        from analysis.views.side_by_side import format_readers

        write_page(format_readers(doc, layers, agreement, disagreements), options.html)
    if options.csv is not None:
        write_tables({"agreement": agreement, "disagreements": disagreements}, options.csv)
    return OK


def _read_all(files: Sequence[str], doc: Document) -> dict[str, dict[str, list[LabeledSpan]]]:
    """The marks of each reader by layer; readers have the names of their files."""
    from analysis.findings.agreement import read_marks

    stems = [Path(file).stem for file in files]
    unclear = len({*stems, TOOL}) <= len(stems)  # two of one name, or one that is called as the tool is
    readers = {}
    for file, stem in zip(files, stems, strict=True):
        name = file if unclear else stem
        if name in readers:
            raise ValueError(f"{file} is named twice; name each file of marks once")
        own = file in READERS and not Path(file).exists()
        readers[name] = _load_reader(file, doc) if own else read_marks(file, doc)
    return readers


def _load_reader(reader: str, doc: Document) -> dict[str, list[LabeledSpan]]:
    """All layers in which one of the project's readers has marked one of its texts."""
    from analysis.findings.agreement import LAYERS, load_reader_marks

    marks = {}
    for layer in LAYERS:
        try:
            marks[layer] = load_reader_marks(reader, doc.id, layer)
        except ReadingError:
            continue
    if not marks:
        raise ReadingError(f"reader {reader} has not read {doc.id}, and there is no file {reader}")
    return marks


def _add_tool(layers: dict[str, dict[str, list[LabeledSpan]]], doc: Document) -> None:
    """Put the tool's marks beside those of the readers; a layer that it does not mark is left out."""
    from analysis.findings.agreement import LAYERS, list_tool_marks
    from analysis.findings.reading import find_all

    known = [layer for layer in layers if layer in LAYERS]
    if not known:
        raise ValueError(f"say with --layer what the tool shall mark; it knows: {', '.join(LAYERS)}")
    if unknown := sorted(set(layers) - set(known)):
        print(f"warning: left out, for the tool does not mark it: {', '.join(unknown)}", file=sys.stderr)
    for layer in unknown:
        del layers[layer]
    findings = find_all(doc)
    for layer, marks in layers.items():
        found = list_tool_marks(findings, layer)
        theirs = {mark.label for of_reader in marks.values() for mark in of_reader}
        ours = {mark.label for mark in found}
        if theirs and ours and not theirs & ours:
            print(
                f"warning: {layer}: none of the readers' labels is one of the tool's, such as {min(ours)}",
                file=sys.stderr,
            )
        marks[TOOL] = found


def _with_first(table: pd.DataFrame, **columns: str) -> pd.DataFrame:
    """The table behind columns that are the same in each row; one of that name is replaced."""
    others = table.drop(columns=[name for name in columns if name in table.columns])
    for place, (name, value) in enumerate(columns.items()):
        others.insert(place, name, value)
    return others


def _joined(tables: Sequence[pd.DataFrame]) -> pd.DataFrame:
    import pandas as pd

    return pd.concat(tables, ignore_index=True)
