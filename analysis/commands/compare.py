"""``discourse compare``: texts on one event, side by side."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from analysis.commands.exits import OK
from analysis.text.document import Document
from analysis.text.reading import load_text, read_document, text_names

if TYPE_CHECKING:
    import pandas as pd


def run_compare(options: argparse.Namespace) -> int:
    """Print the comparison of two texts or more; a name of a text in data/texts will do for a file."""
    from analysis.findings.comparison import compare_texts
    from analysis.findings.reading import find_all
    from analysis.views.comparison_text import format_comparison

    if len(options.files) < 2:
        raise ValueError("name two texts or more, for example: discourse compare mine.txt theirs.txt")
    texts = [find_all(doc) for doc in _load_all(options.files)]
    tables = compare_texts(texts)
    print(format_comparison(texts, tables))
    if options.csv is not None:
        print(f"\nTables: {_write_tables(tables, options.csv)}")
    return OK


def _load_all(files: Sequence[str]) -> list[Document]:
    """The texts, in their order, with their warnings on standard error."""
    if twice := [file for file, n in Counter(files).items() if n > 1]:
        raise ValueError(f"{twice[0]} is named twice; name each text once")
    docs = _with_own_names([load_or_read(file) for file in files])
    for doc in docs:
        for warning in doc.warnings:
            print(f"warning: {doc.id}: {warning}", file=sys.stderr)
    return docs


def load_or_read(file: str) -> Document:
    """The text of a file, or the project's text of that name where there is no such file."""
    if file in text_names() and not Path(file).exists():
        return load_text(file)
    return read_document(file)


def _with_own_names(docs: Sequence[Document]) -> list[Document]:
    """The documents, a number behind the name where files of two folders have the same one."""
    names = Counter(doc.id for doc in docs)
    seen: Counter[str] = Counter()
    named = []
    for doc in docs:
        seen[doc.id] += 1
        named.append(replace(doc, id=f"{doc.id} ({seen[doc.id]})") if names[doc.id] > 1 else doc)
    return named


def _write_tables(tables: Mapping[str, pd.DataFrame], folder: Path) -> str:
    """Each table as a CSV in the folder; what to print about it."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, table in tables.items():
        table.to_csv(
            folder / f"{name}.csv", index=False, encoding="utf-8", errors="replace", lineterminator="\n"
        )
    return f"{folder} ({', '.join(f'{name}.csv' for name in tables)})"
