"""The ``discourse`` command: read the arguments, call one function of `commands`."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn

from analysis import __version__
from analysis.collector import collect_seldom
from analysis.commands.agree import run_agree
from analysis.commands.annotate import run_annotate
from analysis.commands.article import run_figures, run_report, run_terms
from analysis.commands.compare import run_compare
from analysis.commands.corpus import add_corpus_arguments, run_corpus_command
from analysis.commands.evaluate import run_check_data, run_evaluate
from analysis.commands.exits import BAD_INPUT, INTERRUPTED, OK, refuse
from analysis.commands.export import run_export
from analysis.commands.lesson import add_lesson_commands
from analysis.commands.robustness import run_robustness
from analysis.text.library import DataError
from analysis.text.reading import ReadingError, one_line

REPORTS = ("html", "json", "csv", "xlsx", "all")
EXPORTS = ("csv", "xlsx", "json", "w3c", "brat")
EVALUATIONS = ("quotations", "tone", "loaded", "framing", "stance")
# What the help lists; a test holds it to the modules that know, which take too long to import for a help.
NAMES = {
    "layers": "paragraphs, sentences, words, voices, quotations, entities, framing, tone, loaded, stance, "
    "names",
    "figures": "voices, quotation-share, tone, framing, framing-by-voice, names, calls, choices",
    "compared": "quotations, framing, news_framing, calls, certainty, passives, numbers",
}
EXAMPLES = {
    "report": "discourse report my-article.txt",
    "annotate": "discourse annotate my-article.txt --layers quotations,tone",
    "figures": "discourse figures my-article.txt --only tone --out pictures",
    "terms": 'discourse terms "call for" my-article.txt --inflect verb',
    "compare": "discourse compare mine.txt theirs.txt --html both.html --csv tables",
    "agree": "discourse agree my-article.txt --marks ada.csv --marks ben.csv --tool --layer framing",
    "export": "discourse export my-article.txt --to xlsx --to brat --out tables",
    "corpus": "discourse corpus articles.jsonl.zst tables",
    "robustness": "discourse robustness my-article.txt --only voice_tone",
    "lesson": "discourse lesson new --article my-article.txt",
    "evaluate": "discourse evaluate quotations gold.jsonl",
    "check-data": "discourse check-data",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0; or, after one sentence on standard error, 2 or 130."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # marks and minus signs, also where the locale has none
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    collect_seldom()
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # numpy's sums are small here: more threads only wait
    options = _parser().parse_args(arguments)
    try:
        command: Callable[[argparse.Namespace], int] = options.command
        code = command(options)
        if sys.stdout is not None:
            sys.stdout.flush()  # a full disk or a closed pipe shows here, not when Python ends
        return code
    except (ReadingError, DataError, ValueError) as error:
        return refuse(str(error))
    except BrokenPipeError:  # the reader of our output has left, as `head` does
        _drop_output()
        return OK
    except OSError as error:
        _drop_output()
        return refuse(f"{error.filename or 'output'} cannot be used: {error.strerror or error}")
    except KeyboardInterrupt:
        refuse("stopped; nothing more was written")
        return INTERRUPTED


def _drop_output() -> None:
    """What is left to print goes nowhere: Python would try again when it ends, and complain."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except AttributeError:  # closed from the beginning
        pass


class _Parser(argparse.ArgumentParser):
    """A parser that refuses in one sentence, like everything else here."""

    def error(self, message: str) -> NoReturn:
        self.exit(BAD_INPUT, f"discourse: {one_line(message)}; {self.prog} --help says what there is\n")


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
    report.add_argument(
        "file",
        nargs="?",
        metavar="FILE",
        help="an article, or a name of a text in data/texts; without it, the sample article",
    )
    report.add_argument(
        "--out", type=Path, default=Path("report"), metavar="DIR", help="folder of the files (report)"
    )
    report.add_argument(
        "--format", choices=REPORTS, default="html",
        help="the page with its figures (html), the tables (json, csv, xlsx), or all of them",
    )  # fmt: skip

    annotate = add("annotate", run_annotate, "Print everything found, one JSON object a line")
    annotate.add_argument(
        "files", nargs="*", metavar="FILE", help="text, Markdown, saved web page, Word, PDF"
    )
    annotate.add_argument(
        "--jsonl", nargs="?", const="-", metavar="FILE",
        help='read lines of {"id": …, "text": …} from FILE (also .gz, .zst), or from standard input (-)',
    )  # fmt: skip
    annotate.add_argument(
        "--layers",
        metavar="A,B",
        help=f"print only these layers, of: {NAMES['layers']}",
    )

    figures = add("figures", run_figures, "Draw the figures of an article, each with a CSV of its numbers")
    figures.add_argument(
        "file",
        nargs="?",
        metavar="FILE",
        help="an article, or a name of a text in data/texts; without it, the sample article",
    )
    figures.add_argument(
        "--only", metavar="NAME",
        help=f"draw one figure, of: {NAMES['figures']}",
    )  # fmt: skip
    figures.add_argument(
        "--out", type=Path, default=Path("figures"), metavar="DIR", help="folder of the figures (figures)"
    )
    figures.add_argument("--check", action="store_true", help="write nothing; fail when a file is stale")

    terms = add("terms", run_terms, "Show where a term stands, who says it, and beside which words")
    terms.add_argument(
        "term", nargs="?", metavar="TERM", help="a word or several; not with --lexicon or --key"
    )
    terms.add_argument(
        "file",
        nargs="?",
        metavar="FILE",
        help="an article, or a name of a text in data/texts; without it, the sample article",
    )
    terms.add_argument(
        "--inflect", choices=("noun", "verb"), default="", help="find the regular forms of the term too"
    )
    terms.add_argument(
        "--width", type=int, default=36, metavar="N", help="characters on each side of the term (36)"
    )
    terms.add_argument("--lexicon", type=Path, metavar="CSV", help="count the terms of a list of your own")
    terms.add_argument(
        "--key",
        action="store_true",
        help="list the words that quotation and narration use more than each other",
    )

    compare = add("compare", run_compare, "Lay two texts or more on one event side by side")
    compare.add_argument(
        "files", nargs="+", metavar="FILE", help="text files, or names of texts in data/texts; the first is A"
    )
    compare.add_argument("--html", type=Path, metavar="PAGE", help="write a page with the texts in columns")
    compare.add_argument(
        "--reword", action="append", metavar="OLD=NEW", help="compare one text with itself in other words"
    )
    compare.add_argument("--csv", type=Path, metavar="DIR", help="write every table as a CSV file too")

    agree = add("agree", run_agree, "Compare people's marks on a text with each other and with the tool's")
    agree.add_argument(
        "file", metavar="FILE", help="the text that was marked, or a name of a text in data/texts"
    )
    agree.add_argument(
        "--marks", action="append", required=True, metavar="MARKS",
        help="a reader's marks, once a reader: CSV with start, end, label (layer, surface); .ann; .jsonld",
    )  # fmt: skip
    agree.add_argument("--tool", action="store_true", help="compare with the tool's own marks too")
    agree.add_argument(
        "--layer", metavar="NAME",
        help=f"the layer to compare; the tool marks: {NAMES['compared']}",
    )  # fmt: skip
    agree.add_argument("--html", type=Path, metavar="PAGE", help="write a page with a column a reader")
    agree.add_argument("--csv", type=Path, metavar="DIR", help="write the tables as CSV files too")

    export = add("export", run_export, "Write the findings as tables, or as marks for annotation tools")
    export.add_argument("files", nargs="+", metavar="FILE", help="articles, or names of texts in data/texts")
    export.add_argument(
        "--to", action="append", required=True, choices=EXPORTS,
        help="tables: csv, xlsx, json; marks beside the text: w3c (Web Annotation), brat; may be repeated",
    )  # fmt: skip
    export.add_argument(
        "--out", type=Path, default=Path("export"), metavar="DIR", help="folder of the files (export)"
    )

    robustness = add("robustness", run_robustness, "Say how far to trust each headline figure of a text")
    robustness.add_argument(
        "file", nargs="?", metavar="FILE",
        help="an article, or a name of a text in data/texts; without it, the sample article",
    )  # fmt: skip
    robustness.add_argument(
        "--only", metavar="NAME", help="one figure: voice_tone is “voice tone” in the report"
    )
    robustness.add_argument(
        "--seed", type=int, default=0, metavar="N", help="draw other sentences and arrangements (0)"
    )
    robustness.add_argument(
        "--csv", type=Path, metavar="DIR", help="write the cards, and each figure under every choice, as CSV"
    )

    corpus = add("corpus", run_corpus_command, "Measure many articles into tables; a stopped run goes on")
    add_corpus_arguments(corpus)

    lesson = add("lesson", run_check_data, "Make lessons that check themselves, and gather a class's answers")
    add_lesson_commands(lesson)

    evaluate = add("evaluate", run_evaluate, "Compare a measure with human annotation")
    evaluate.add_argument("measure", choices=EVALUATIONS, help="what to evaluate")
    evaluate.add_argument(
        "gold", type=Path, metavar="GOLD.jsonl",
        help="annotated articles, one a line, laid out as data/texts/annotations/adjudicated.jsonl",
    )  # fmt: skip
    evaluate.add_argument(
        "--reader",
        type=Path,
        metavar="FILE",
        help="compare another reader's marks, or another tool's scores of tone, instead of ours",
    )
    evaluate.add_argument(
        "--list", action="store_true", help="quotations, framing, stance: list each disagreement too"
    )

    add("check-data", run_check_data, "Check lexicons, sources and texts in data/")
    return parser
