"""The ``discourse`` command: read the arguments, call one function, print."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, NoReturn

from analysis import __version__
from analysis.text.document import Document, make_document
from analysis.text.library import DataError
from analysis.text.reading import ReadingError, load_text, read_document

# What each command imports beyond this, it imports when it runs: `annotate` needs no pandas.

OK, BAD_INPUT = 0, 2
EVALUATIONS = ("quotations", "tone")
EXAMPLES = {
    "report": "discourse report my-article.txt",
    "annotate": "discourse annotate my-article.txt --layers quotations,tone",
    "figures": "discourse figures my-article.txt --only tone --out pictures",
    "evaluate": "discourse evaluate quotations gold.jsonl",
    "check-data": "discourse check-data",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0, or 2 after one sentence on standard error."""
    options = _parser().parse_args(arguments)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # marks and minus signs, also where the locale has none
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        command: Callable[[argparse.Namespace], int] = options.command
        return command(options)
    except (ReadingError, DataError, ValueError) as error:
        return _refuse(str(error))
    except BrokenPipeError:  # the reader of our output has left, as `head` does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK
    except OSError as error:
        return _refuse(f"{error.filename or 'output'} cannot be used: {error.strerror}")
    except KeyboardInterrupt:
        return _refuse("stopped; nothing more was written")


class _Parser(argparse.ArgumentParser):
    """A parser that refuses in one sentence, like everything else here."""

    def error(self, message: str) -> NoReturn:
        self.exit(BAD_INPUT, f"discourse: {message}; {self.prog} --help says what there is\n")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="discourse",
        description="Measure the rhetoric of a news text: whose words, which frames, what tone.",
        epilog="Each command has its own help: discourse report --help",
    )
    parser.add_argument("--version", action="version", version=f"discourse-lens {__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    def add(name: str, run: Callable[[argparse.Namespace], int], text: str) -> argparse.ArgumentParser:
        command = commands.add_parser(
            name, help=text, description=text + ".", epilog=f"Example: {EXAMPLES[name]}"
        )
        command.set_defaults(command=run)
        return command

    report = add("report", run_report, "Print the findings on an article and write its page and figures")
    report.add_argument("file", nargs="?", metavar="FILE", help="UTF-8 text; without it, the sample article")
    report.add_argument("--out", type=Path, default=Path("report"), metavar="DIR", help="folder of the page")

    annotate = add("annotate", run_annotate, "Print everything found, one JSON object a line")
    annotate.add_argument("files", nargs="*", metavar="FILE", help="UTF-8 text files")
    annotate.add_argument(
        "--jsonl", nargs="?", const="-", metavar="FILE",
        help='read lines of {"id": …, "text": …} from FILE, or from standard input (-)',
    )  # fmt: skip
    annotate.add_argument(
        "--layers", metavar="A,B", help="print only these layers, for example quotations,tone"
    )

    figures = add("figures", run_figures, "Draw the figures of an article, each with a CSV of its numbers")
    figures.add_argument("file", nargs="?", metavar="FILE", help="UTF-8 text; without it, the sample article")
    figures.add_argument("--only", metavar="NAME", help="draw one figure")
    figures.add_argument(
        "--out", type=Path, default=Path("figures"), metavar="DIR", help="folder of the figures"
    )
    figures.add_argument("--check", action="store_true", help="write nothing; fail when a file is stale")

    evaluate = add("evaluate", run_evaluate, "Compare a measure with human annotation")
    evaluate.add_argument("measure", choices=EVALUATIONS, help="what to evaluate")
    evaluate.add_argument("gold", type=Path, metavar="GOLD.jsonl", help="annotated articles, one a line")
    evaluate.add_argument(
        "--reader",
        type=Path,
        metavar="FILE",
        help="compare a second reader's quotations instead of the tool's",
    )

    add("check-data", run_check_data, "Check lexicons, sources and texts in data/")
    return parser


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
        return _refuse(f"stale in {options.out}: {', '.join(stale)}; run: discourse figures")
    print(f"{options.out}: every figure is up to date")
    return OK


def run_evaluate(options: argparse.Namespace) -> int:
    """Score a measure on a gold file and print the figures with their intervals."""
    from tqdm import tqdm

    from analysis.findings.evaluation import score_articles, summarize
    from analysis.findings.evaluation_tone import score_texts, summarize_tone

    if options.measure == "tone":
        texts = score_texts(options.gold)
        if not texts:
            raise ReadingError(f"{options.gold} has no text in it")
        print("\n".join(summarize_tone(texts)))
        return OK
    articles = score_articles(options.gold, reader=options.reader)
    scores = list(tqdm(articles, unit=" articles", disable=not sys.stderr.isatty()))
    if not scores:
        raise ReadingError(f"{options.gold} has no article in it")
    print("\n".join(summarize(scores)))
    return OK


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


def _refuse(sentence: str) -> int:
    print(f"discourse: {sentence}", file=sys.stderr)
    return BAD_INPUT
