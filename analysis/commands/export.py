"""``discourse export``: findings as files for spreadsheets, programs and annotation tools."""

from __future__ import annotations

import argparse
import sys

from analysis.commands.compare import load_all, spare_sources
from analysis.commands.exits import OK
from analysis.commands.printing import is_terminal, visible


def run_export(options: argparse.Namespace) -> int:
    """Write the findings on each text in each format; a second run writes the same files again."""
    from tqdm import tqdm

    from analysis.findings.reading import find_all
    from analysis.views.export import list_tables, make_files, write_files

    docs = load_all(options.files)
    for doc in tqdm(docs, unit="text", disable=len(docs) == 1 or not is_terminal(sys.stderr)):
        findings = find_all(doc)
        tables = list_tables(findings)
        for format_ in dict.fromkeys(options.to):
            files = make_files(findings, format_, tables=tables)
            for name in files:
                spare_sources(options.out / name, options.files)
            paths = write_files(files, options.out)
            shown = (
                ", ".join(map(str, paths)) if len(paths) < 3 else f"{paths[0].parent} ({len(paths)} files)"
            )
            tqdm.write(visible(f"{doc.id}: {shown}"))
    return OK
