"""Commands on one article: report, figures, terms."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from analysis.commands.compare import load_or_read
from analysis.commands.exits import OK, refuse
from analysis.commands.printing import show
from analysis.text.document import Document
from analysis.text.reading import load_text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pandas as pd

    from analysis.findings.reading import Findings
    from analysis.findings.robustness.card import RobustnessCard


def run_report(options: argparse.Namespace) -> int:
    """Print the summary; write the page, and the figures beside it or, for the sample, in figures/."""
    from analysis.commands.robustness import show_progress
    from analysis.findings.reading import find_all, measure_all
    from analysis.findings.robustness.card import make_cards
    from analysis.views.export import list_tables, make_files, write_files
    from analysis.views.terminal import format_summary

    doc = _load(options.file)
    findings = find_all(doc)
    tables = measure_all(findings)
    cards = make_cards(findings, progress=show_progress)
    show(format_summary(findings, tables, cards), end="\n\n")
    if options.format in ("html", "all"):
        _write_page(options, findings, tables, cards)
    for kind in ("json", "csv", "xlsx"):
        if options.format in (kind, "all"):
            files = make_files(findings, kind, tables=list_tables(findings, tables))
            paths = write_files(files, options.out)
            print(f"Tables: {paths[0] if len(paths) == 1 else paths[0].parent}")
    return OK


def _write_page(
    options: argparse.Namespace,
    findings: Findings,
    tables: Mapping[str, pd.DataFrame],
    cards: Sequence[RobustnessCard],
) -> None:
    from analysis.views.export import name_of, write_files
    from analysis.views.figures import FIGURES, draw_figure, write_figures
    from analysis.views.page import format_page

    # figures/ holds PNGs too; for a text of one's own: discourse figures
    drawn = [draw_figure(name, findings, slides=options.file is None) for name in FIGURES]
    folder = Path("figures") if options.file is None else options.out / f"{name_of(findings)}-figures"
    write_figures(drawn, folder)
    page = format_page(findings, tables, drawn, cards=cards).encode("utf-8", "replace")
    (path,) = write_files({f"{name_of(findings)}.html": page}, options.out)
    print(f"Figures: {folder}{os.sep}   Page: {path}")


def run_figures(options: argparse.Namespace) -> int:
    """Draw figures into a folder, or compare them with what lies there."""
    from analysis.findings.reading import find_all
    from analysis.views.figures import FIGURES, draw_figure, find_stale, write_figures

    findings = find_all(_load(options.file))
    drawn = [draw_figure(name, findings) for name in ([options.only] if options.only else FIGURES)]
    if not options.check:
        print("\n".join(str(path) for path in write_figures(drawn, options.out)))
        return OK
    if stale := find_stale(drawn, options.out):
        return refuse(f"stale in {options.out}: {', '.join(stale)}; run: discourse figures")
    print(f"{options.out}: every figure is up to date")
    return OK


def run_terms(options: argparse.Namespace) -> int:
    """Print a term's concordance, the terms of a list, or the key words of quotation and narration."""
    from analysis.findings.reading import find_all
    from analysis.views.terms import format_concordance, format_keyness, format_lexicon

    if options.lexicon is not None or options.key:  # then the only place is the file's
        if options.file is not None or (options.lexicon is not None and options.key):
            raise ValueError("give one of TERM, --lexicon CSV and --key, then the FILE")
        findings = find_all(_load(options.term))
        show(format_keyness(findings) if options.key else format_lexicon(findings, options.lexicon))
        return OK
    if options.term is None:
        raise ValueError('name a TERM, for example: discourse terms "call for" my-article.txt')
    if options.file is None and Path(options.term).is_file():
        raise ValueError(f"name a TERM before the FILE: discourse terms TERM {options.term}")
    if options.width < 1:
        raise ValueError(f"--width is {options.width}; give it a number above 0")
    findings = find_all(_load(options.file))
    show(format_concordance(findings, options.term, inflection=options.inflect, width=options.width))
    return OK


def _load(file: str | None) -> Document:
    doc = load_text() if file is None else load_or_read(file)
    for warning in doc.warnings:
        print(f"warning: {warning}", file=sys.stderr)
    return doc
