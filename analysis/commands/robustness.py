"""``discourse robustness``: how far to trust each headline figure of a text."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from analysis.commands.compare import load_or_read, write_tables
from analysis.commands.exits import OK
from analysis.commands.printing import is_terminal, show
from analysis.text.reading import load_text

if TYPE_CHECKING:
    from analysis.findings.robustness.headline import Headline


def run_robustness(options: argparse.Namespace) -> int:
    """Print the cards of all headline figures, or of one; with --csv, every combination of choices too."""
    from analysis.findings.reading import find_all
    from analysis.findings.robustness.card import make_cards, tabulate_cards
    from analysis.findings.robustness.choices import make_material
    from analysis.findings.robustness.headlines import HEADLINES, find_headline
    from analysis.findings.robustness.multiverse import measure_choices
    from analysis.views.robustness_text import format_cards

    if options.seed < 0:
        raise ValueError(f"the seed is {options.seed}; write 0 or more")
    headlines = [find_headline(options.only)] if options.only else HEADLINES
    doc = load_text() if options.file is None else load_or_read(options.file)
    for warning in doc.warnings:
        print(f"warning: {warning}", file=sys.stderr)
    findings = find_all(doc)
    cards = make_cards(findings, seed=options.seed, progress=show_progress, headlines=headlines)
    show(f"{doc.id}\n\n{format_cards(cards)}")
    if options.csv is not None:
        material = make_material(findings)
        tables = {
            f"choices-{h.name}": measure_choices(findings, h.name, material=material) for h in headlines
        }
        write_tables({"cards": tabulate_cards(cards)} | tables, options.csv)
    return OK


def show_progress(headlines: Sequence[Headline]) -> Iterable[Headline]:
    """A bar on a terminal, for texts that take longer than a moment; it goes when the work is done."""
    if not is_terminal(sys.stderr):
        return headlines
    from tqdm import tqdm

    bar: Iterable[Headline] = tqdm(headlines, unit=" figures", delay=1, leave=False)
    return bar
