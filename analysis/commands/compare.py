"""``discourse compare``: texts on one event, side by side."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from analysis.commands.exits import OK
from analysis.text.reading import load_text, read_document, text_names


def run_compare(options: argparse.Namespace) -> int:
    """Print the comparison of two texts or more; a name of a text in data/texts will do for a file."""
    from analysis.findings.comparison import compare_texts
    from analysis.findings.reading import find_all
    from analysis.views.comparison_text import format_comparison

    if len(options.files) < 2:
        raise ValueError("name two texts or more, for example: discourse compare mine.txt theirs.txt")
    if len(set(options.files)) < len(options.files):
        raise ValueError("name each text once")
    names = text_names()
    docs = [
        load_text(file) if file in names and not Path(file).exists() else read_document(file)
        for file in options.files
    ]
    for doc in docs:
        for warning in doc.warnings:
            print(f"warning: {doc.id}: {warning}", file=sys.stderr)
    texts = [find_all(doc) for doc in docs]
    print(format_comparison(texts, compare_texts(texts)))
    return OK
