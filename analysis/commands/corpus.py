"""``discourse corpus``: many articles into tables, on all cores or on a cluster; a stopped run goes on."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from analysis.commands.exits import INTERRUPTED, OK
from analysis.commands.printing import is_terminal, visible


def add_corpus_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument(
        "source", type=Path, metavar="IN",
        help="a folder of articles; .jsonl or .csv (also .gz, .zst) or .parquet with a column text, and id",
    )  # fmt: skip
    parser.add_argument("out", type=Path, metavar="OUT", help="folder of the tables (Parquet)")
    parser.add_argument("--workers", type=int, metavar="N", help="processes; without it, one a core")
    parser.add_argument(
        "--shard", type=int, default=200, metavar="N", help="articles a part of each table (200)"
    )
    parser.add_argument(
        "--engine", choices=("local", "dask"), default="local", help="this machine, or a Dask cluster"
    )
    parser.add_argument("--scheduler", metavar="ADDRESS", help="of a Dask cluster, as tcp://10.0.0.1:8786")
    parser.add_argument("--quiet", action="store_true", help="no progress bar")


def run_corpus_command(options: argparse.Namespace) -> int:
    """Measure the corpus; say how many articles went where."""
    from tqdm import tqdm

    from analysis.corpus import run_corpus
    from analysis.corpus.sources import count_articles, list_left_out

    hidden = options.quiet or not is_terminal(sys.stderr)
    if left_out := list_left_out(options.source):
        listed = ", ".join(f"{n} {ending}" for ending, n in left_out.items())
        print(
            visible(f"warning: left out, for they are no articles of this corpus: {listed}"), file=sys.stderr
        )
    total = None if hidden else count_articles(options.source)
    try:
        with tqdm(total=total, unit=" articles", disable=hidden, smoothing=0.05) as bar:
            result = run_corpus(
                options.source,
                options.out,
                workers=options.workers,
                shard=options.shard,
                engine=options.engine,
                scheduler=options.scheduler,
                progress=bar.update,
            )
    except KeyboardInterrupt:
        print("discourse: stopped; the same command goes on from here", file=sys.stderr)
        return INTERRUPTED
    found = f" ({result.n_found_done:,} of them by an earlier run)" if result.n_found_done else ""
    errors = f"{result.n_errors:,} in {options.out / 'errors'}"
    articles = "article" if result.n_in == 1 else "articles"
    print(f"{result.n_in:,} {articles}{found}: {result.n_out:,} measured, {errors}")
    return OK
