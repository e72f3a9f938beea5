"""What each command of ``discourse`` does: call the functions, print, and return the exit code.

What a command needs beyond this, it imports when it runs: `annotate` needs no pandas.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from analysis.text.document import Document, make_document
from analysis.text.reading import ReadingError, load_text, read_document

OK, BAD_INPUT = 0, 2


def run_report(options: argparse.Namespace) -> int:
    """Print the summary; write the page, and the figures beside it or, for the sample, in figures/."""
    from analysis.findings.reading import find_all, measure_all
    from analysis.views.figures import FIGURES, draw_figure, write_figures
    from analysis.views.page import format_page
    from analysis.views.terminal import format_summary

    doc = _load(options.file)
    findings = find_all(doc)
    tables = measure_all(findings)
    print(format_summary(findings, tables))
    drawn = [draw_figure(name, findings) for name in FIGURES]
    folder = Path("figures") if options.file is None else options.out / f"{doc.id}-figures"
    write_figures(drawn, folder)
    options.out.mkdir(parents=True, exist_ok=True)
    page = options.out / f"{doc.id}.html"
    page.write_bytes(format_page(findings, tables, drawn).encode("utf-8", "replace"))
    print(f"\nFigures: {folder}{os.sep}   Page: {page}")
    return OK


def run_annotate(options: argparse.Namespace) -> int:
    """Print a JSON object for each article; one that cannot be annotated gets its error instead."""
    from analysis.findings.annotation import LAYERS, SCHEMA, annotate, check_layers

    if bool(options.files) == (options.jsonl is not None):
        raise ValueError("name one or more FILEs, or --jsonl [FILE], not both")
    layers = check_layers(options.layers.split(",")) if options.layers else LAYERS
    if options.files:
        for file in options.files:
            _print_json(annotate(read_document(file), layers=layers))
        return OK
    for id_, doc in _jsonl_documents(options.jsonl):
        if isinstance(doc, str):
            _print_json({"schema": SCHEMA, "id": id_, "error": doc})
        else:
            _print_json(annotate(doc, layers=layers))
    return OK


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
        print(format_keyness(findings) if options.key else format_lexicon(findings, options.lexicon))
        return OK
    if options.term is None:
        raise ValueError('name a TERM, for example: discourse terms "call for" my-article.txt')
    if options.file is None and Path(options.term).is_file():
        raise ValueError(f"name a TERM before the FILE: discourse terms TERM {options.term}")
    if options.width < 1:
        raise ValueError(f"--width is {options.width}; give it a number above 0")
    findings = find_all(_load(options.file))
    print(format_concordance(findings, options.term, inflection=options.inflect, width=options.width))
    return OK


def run_evaluate(options: argparse.Namespace) -> int:
    """Score a measure on a gold file and print the figures with their intervals."""
    measure, gold, reader = options.measure, options.gold, options.reader
    if options.list and measure not in ("framing", "stance"):
        raise ValueError("--list goes with framing and stance")
    if measure == "quotations":
        lines = _evaluate_quotations(gold, reader)
    elif measure == "tone":
        from analysis.findings.evaluation_tone import score_texts, summarize_tone

        lines = summarize_tone(score_texts(gold, reader=reader), reader=reader)
    elif measure == "loaded":
        from analysis.findings.evaluation_loaded import score_loaded, summarize_loaded

        if reader is not None:
            raise ValueError("--reader does not go with loaded")
        lines = summarize_loaded(score_loaded(gold))
    elif measure == "framing":
        from analysis.findings import evaluation_framing as framing

        scores = framing.score_framing(gold, reader=reader)
        lines = framing.summarize_framing(scores)
        lines += framing.list_framing_disagreements(scores) if options.list else []
    else:
        from analysis.findings import evaluation_stance as stance

        marks = stance.score_stance(gold, reader=reader)
        lines = stance.summarize_stance(marks)
        lines += stance.list_disagreements(marks) if options.list else []
    print("\n".join(lines))
    return OK


def _evaluate_quotations(gold: Path, reader: Path | None) -> list[str]:
    from tqdm import tqdm

    from analysis.findings.evaluation import score_articles, summarize

    articles = score_articles(gold, reader=reader)
    scores = list(tqdm(articles, unit=" articles", disable=not sys.stderr.isatty()))
    if not scores:
        raise ReadingError(f"{gold} has no article in it")
    return summarize(scores)


def run_check_data(options: argparse.Namespace) -> int:
    """Load everything in data/ and say what there is."""
    from analysis.findings.data_check import check_data

    print("\n".join(check_data()))
    return OK


def _load(file: str | None) -> Document:
    doc = load_text() if file is None else read_document(file)
    for warning in doc.warnings:
        print(f"warning: {warning}", file=sys.stderr)
    return doc


def _jsonl_documents(file: str) -> Iterator[tuple[Any, Document | str]]:
    """The id and document of each line; instead of the document, a sentence why there is none."""
    if file != "-" and not Path(file).is_file():
        raise ReadingError(f"there is no file {file}")
    with sys.stdin.buffer if file == "-" else Path(file).open("rb") as lines:
        for number, line in enumerate(lines, start=1):
            if not line.strip():
                continue
            try:
                row = json.loads(line.decode("utf-8-sig"))
            except (ValueError, RecursionError):
                yield None, f"line {number} is not JSON in UTF-8"
                continue
            id_ = row.get("id") if isinstance(row, dict) else None
            if id_ is not None and not isinstance(id_, str | int):
                yield None, f'line {number}: "id" must be a string or a whole number'
            elif not isinstance(row, dict) or not isinstance(row.get("text"), str):
                yield id_, f'line {number} has no "text" that is a string'
            else:
                yield id_, make_document(row["text"], id=f"line {number}" if id_ is None else str(id_))


def _print_json(value: dict[str, Any]) -> None:
    """One line; a lone surrogate, which UTF-8 cannot hold, is written as its \\u escape."""
    line = json.dumps(value, ensure_ascii=False, allow_nan=False)
    try:
        line.encode("utf-8")
    except UnicodeEncodeError:
        line = json.dumps(value, allow_nan=False)
    print(line)


def refuse(sentence: str) -> int:
    """One sentence on standard error, and the exit code of bad input."""
    print(f"discourse: {sentence}", file=sys.stderr)
    return BAD_INPUT
