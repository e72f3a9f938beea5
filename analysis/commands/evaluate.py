"""``discourse evaluate`` and ``discourse check-data``: measures against human readers, and the data."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from analysis.commands.exits import OK
from analysis.commands.printing import is_terminal, show
from analysis.text.reading import ReadingError


def run_evaluate(options: argparse.Namespace) -> int:
    """Score a measure on a gold file and print the figures with their intervals."""
    measure, gold, reader = options.measure, options.gold, options.reader
    if options.list and measure not in ("quotations", "framing", "stance"):
        raise ValueError("--list goes with quotations, framing and stance")
    if measure == "quotations":
        lines = _evaluate_quotations(gold, reader, listed=options.list)
    elif measure == "tone":
        from analysis.findings.evaluation.tone import score_texts, summarize_tone

        lines = summarize_tone(score_texts(gold, reader=reader), reader=reader)
    elif measure == "loaded":
        from analysis.findings.evaluation.loaded import score_loaded, summarize_loaded

        if reader is not None:
            raise ValueError("--reader does not go with loaded")
        lines = summarize_loaded(score_loaded(gold))
    elif measure == "framing":
        from analysis.findings.evaluation import framing

        scores = framing.score_framing(gold, reader=reader)
        lines = framing.summarize_framing(scores)
        lines += framing.list_framing_disagreements(scores) if options.list else []
    else:
        from analysis.findings.evaluation import stance

        marks = stance.score_stance(gold, reader=reader)
        lines = stance.summarize_stance(marks)
        lines += stance.list_disagreements(marks) if options.list else []
    show("\n".join(lines))
    return OK


def _evaluate_quotations(gold: Path, reader: Path | None, *, listed: bool) -> list[str]:
    from tqdm import tqdm

    from analysis.findings.evaluation.quotation import read_both, score_both, summarize
    from analysis.findings.evaluation.quotation_errors import find_both_errors, format_errors

    scores, errors = [], []
    articles = tqdm(read_both(gold, reader), unit=" articles", disable=not is_terminal(sys.stderr))
    for article, doc, found in articles:
        scores.append(score_both(article, doc, found))
        if listed:
            errors += find_both_errors(article, doc, found)
    if not scores:
        raise ReadingError(f"{gold} has no article in it")
    return summarize(scores) + (format_errors(errors) if listed else [])


def run_check_data(options: argparse.Namespace) -> int:
    """Load everything in data/ and say what there is."""
    from analysis.findings.data_check import check_data

    print("\n".join(check_data()))
    return OK
