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
from analysis.commands.printing import show, visible
from analysis.text.document import Document
from analysis.text.reading import load_text, read_document, text_names

if TYPE_CHECKING:
    import pandas as pd


def run_compare(options: argparse.Namespace) -> int:
    """Compare two texts or more, or one text with its own in other words; a name in data/texts will do."""
    if options.html is not None:
        spare_sources(options.html, options.files)
    if options.reword:
        return _compare_wording(options)
    from analysis.findings.comparison import compare_texts
    from analysis.findings.reading import find_all
    from analysis.views.comparison_text import format_comparison

    if len(options.files) < 2:
        raise ValueError("name two texts or more, for example: discourse compare mine.txt theirs.txt")
    texts = [find_all(doc) for doc in load_all(options.files)]
    tables = compare_texts(texts)
    show(format_comparison(texts, tables))
    if options.html is not None:
        from analysis.views.side_by_side import format_side_by_side

        write_page(format_side_by_side(texts, tables), options.html)
    if options.csv is not None:
        write_tables(tables, options.csv)
    return OK


def _compare_wording(options: argparse.Namespace) -> int:
    """One text before and after its words were changed."""
    from analysis.findings.comparison.wording import compare_sentence_tone, compare_wording
    from analysis.findings.reading import find_all
    from analysis.text.rewording import reword
    from analysis.views.comparison_text import format_wording

    if len(options.files) != 1:
        raise ValueError("--reword goes with one text")
    pairs = [pair.partition("=") for pair in options.reword]
    if unclear := [old for old, equals, _ in pairs if not equals]:
        raise ValueError(f"write --reword {unclear[0]}=OTHER, with nothing behind = to take the word out")
    (doc,) = load_all(options.files)
    rewording = reword(doc, [(old, new) for old, _, new in pairs])
    before, after = find_all(rewording.before), find_all(rewording.after)
    wording = compare_wording(before, after)
    show(format_wording(rewording, wording))
    if options.html is not None:
        from analysis.views.side_by_side import format_before_after

        write_page(format_before_after(rewording, before, after), options.html)
    if options.csv is not None:
        sentences = compare_sentence_tone(rewording, before, after)
        write_tables({"wording": wording, "sentence_tone": sentences}, options.csv)
    return OK


def load_all(files: Sequence[str]) -> list[Document]:
    """The texts, in their order, with their warnings on standard error."""
    if twice := [file for file, n in Counter(files).items() if n > 1]:
        raise ValueError(f"{twice[0]} is named twice; name each text once")
    docs = _with_own_names([load_or_read(file) for file in files])
    for doc in docs:
        for warning in doc.warnings:
            print(f"warning: {visible(doc.id)}: {warning}", file=sys.stderr)
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


def spare_sources(page: Path, files: Sequence[str]) -> None:
    """Refuse to write a page over a file that it is made from."""
    if any(Path(file).exists() and page.exists() and page.samefile(file) for file in files):
        raise ValueError(f"{page} is one of the files to read; name another one for the page")


def write_page(html: str, page: Path) -> None:
    """Write the page, its folder too, and say where it lies."""
    from analysis.views.writing import write_file

    write_file(html.encode("utf-8", "replace"), page)
    print(f"\nPage: {page}")


def write_tables(tables: Mapping[str, pd.DataFrame], folder: Path) -> None:
    """Write each table as a CSV file, and say where they lie."""
    from analysis.views.export import format_csv, write_files

    write_files({f"{name}.csv": format_csv(table) for name, table in tables.items()}, folder)
    print(f"\nTables: {folder} ({', '.join(f'{name}.csv' for name in tables)})")
