"""``make bench``: how fast, beside what people use elsewhere, on the same articles in the same run.

Articles come in batches, as in a corpus. Every contestant reads a batch before the next one is read, in an
order that turns, so that a busy moment of the machine falls on all; a ratio is the median over the batches.
Each has a process of its own, in which no other warms what it keeps of words, and reads each article once:
nothing is timed that was seen before. In all of them Python looks for garbage as seldom as in the workers of
`discourse corpus`. Times are of the processor, not of the clock. The usual harnesses
(pyperf, pytest-benchmark) time one function after the other, often on the same input; here the ratios are
what counts, so contestants take turns.
"""

from __future__ import annotations

import argparse
import csv
import datetime
import json
import multiprocessing
import os
import platform
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack
from functools import cache
from itertools import accumulate
from pathlib import Path

from tqdm import tqdm

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path[:0] = [str(ROOT), str(HERE)]

from articles import GOLD, load_articles, make_articles  # noqa: E402
from contestants import BASICS, CONTESTANTS, PIPELINE, WHOLE, Contestant, list_contestants  # noqa: E402
from parts import print_parts  # noqa: E402

from analysis.collector import collect_seldom  # noqa: E402

HISTORY = HERE / "history.csv"
SIZES = (1_000, 10_000, 100_000, 1_000_000, 10_000_000)  # characters
BATCH = 100_000  # characters
MADE = 2_000  # articles, made from a seed
STARTS = 5  # of which the fastest counts
WORDS_OF_ONE = 500
WORDS_OF_REPORT = 1_000


def main() -> int:
    """Run everything, print the tables, add a row to the history."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=800, help="how many news articles are read (800)")
    parser.add_argument(
        "--quick", action="store_true", help="40 articles a kind, no long texts, no row in the history"
    )
    parser.add_argument("--parts", action="store_true", help="only what each part of an annotation costs")
    options = parser.parse_args()
    articles, kind = load_articles(40 if options.quick else options.articles if GOLD.is_file() else MADE)
    if options.parts:
        collect_seldom()
        print_parts(articles)
        return 0
    made = make_articles(MADE)[: 40 if options.quick else MADE] if kind == "news" else []
    times = time_contestants(list_contestants(), articles)
    print_table(times, articles, kind)
    if made:
        print_table(time_contestants(list_contestants(), made), made, "made")
    start, memory = measure_cold_start(), measure_memory(articles)
    print(
        f"\n`discourse annotate` on {WORDS_OF_ONE} words: {start:.2f} × the processor time of `import nltk`"
    )
    print(f"Peak memory of `discourse annotate --jsonl` on these {len(articles)} articles: {memory} MB")
    print(f"`discourse report` on {WORDS_OF_REPORT:,} words: {measure_report():.2f} s beyond its imports")
    if not options.quick:
        print_growth()
        keep_row(times, articles, kind, start, memory)
    return 0


def time_contestants(names: list[str], articles: list[str]) -> dict[str, list[float]]:
    """Seconds of processor time of each contestant on each batch of the articles."""
    seconds: dict[str, list[float]] = {name: [] for name in names}
    spawn = multiprocessing.get_context("spawn")
    with ExitStack() as open_pools:
        pools = {
            name: open_pools.enter_context(ProcessPoolExecutor(1, spawn, initializer=collect_seldom))
            for name in names
        }
        for name, pool in pools.items():
            pool.submit(read_batch, name, make_articles(8, seed=99)).result()  # loads models and lists
        for number, batch in enumerate(
            tqdm(_batches(articles), unit=" batches", disable=not sys.stderr.isatty())
        ):
            turn = number % len(names)
            for name in names[turn:] + names[:turn]:
                seconds[name].append(pools[name].submit(read_batch, name, batch).result())
    return seconds


def read_batch(name: str, batch: list[str]) -> float:
    """Let a contestant read articles, in its process; returns its seconds of processor time."""
    read = make_contestant(name)
    begun = time.process_time()
    for text in batch:
        read(text)
    return time.process_time() - begun


@cache
def make_contestant(name: str) -> Contestant:
    """A contestant, made once a process."""
    return CONTESTANTS[name]()


def _batches(articles: list[str]) -> list[list[str]]:
    """The articles in their order, in batches of at least `BATCH` characters but the last."""
    batches: list[list[str]] = [[]]
    for text in articles:
        if sum(map(len, batches[-1])) >= BATCH:
            batches.append([])
        batches[-1].append(text)
    return batches


def ratio_to_pipeline(times: dict[str, list[float]], name: str) -> float:
    """How many times as fast as the NLTK pipeline a contestant is: the median over the batches."""
    return statistics.median(nltk / own for nltk, own in zip(times[PIPELINE], times[name], strict=True))


def print_table(times: dict[str, list[float]], articles: list[str], kind: str) -> None:
    """A row a contestant, with its ratio to the NLTK pipeline."""
    n, megabytes = len(articles), sum(len(text.encode()) for text in articles) / 1e6
    each = f"{1000 * megabytes / n:.1f} KB each"
    print(f"\n{n} articles ({kind}), {each}, one core, Python {platform.python_version()}\n")
    print(f"| {'':<24} | ms an article | articles/s | MB/s | against the NLTK pipeline |")
    print(f"|{'-' * 26}|--:|--:|--:|--:|")
    for name, by_batch in times.items():
        seconds = sum(by_batch)
        print(
            f"| {name:<24} | {1000 * seconds / n:.2f} | {n / seconds:.0f} | {megabytes / seconds:.2f} | "
            f"{ratio_to_pipeline(times, name):.2f} × as fast |"
        )


def measure_cold_start() -> float:
    """The processor time of one article by command, against `import nltk`; the fastest of several each."""
    text = " ".join(" ".join(make_articles(5, seed=3)).split()[:WORDS_OF_ONE])
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "one.txt"
        file.write_text(text, encoding="utf-8")
        ours, nltk = [], []
        for _ in range(STARTS):
            nltk.append(_seconds_of([sys.executable, "-c", "import nltk"]))
            ours.append(_seconds_of([sys.executable, "-m", "analysis", "annotate", str(file)]))
    return min(ours) / min(nltk)


def measure_report() -> float:
    """Seconds of the processor for a report, without those for importing the modules that it took."""
    paragraphs = "\n\n".join(make_articles(20, seed=5)).split("\n\n")
    totals = accumulate(len(paragraph.split()) for paragraph in paragraphs)
    taken = [one for one, total in zip(paragraphs, totals, strict=True) if total <= WORDS_OF_REPORT]
    with tempfile.TemporaryDirectory() as folder:
        file, names = Path(folder, "one.txt"), Path(folder, "modules.txt")
        file.write_text("\n\n".join(taken), encoding="utf-8")
        run = f"from analysis.cli import main; main(['report', {str(file)!r}, '--out', {folder!r}])"
        listed = f"import sys; open({str(names)!r}, 'w').write('\\n'.join(sys.modules))"
        command = [sys.executable, "-c", f"{run}; {listed}"]
        whole = min(_seconds_of(command) for _ in range(STARTS))
        ours = [name for name in names.read_text().split() if name.startswith("analysis.")]
        imports = [sys.executable, "-c", f"import {', '.join(ours)}"]
        return whole - min(_seconds_of(imports) for _ in range(STARTS))


def measure_memory(articles: list[str]) -> int:
    """The peak memory of a process that annotates the articles and nothing else, in megabytes."""
    lines = "".join(
        json.dumps({"id": str(number), "text": text}) + "\n" for number, text in enumerate(articles)
    )
    peak = "import resource, sys; print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, file=sys.stderr)"
    run = subprocess.run(
        [sys.executable, "-c", f"from analysis.cli import main; main(['annotate', '--jsonl']); {peak}"],
        input=lines.encode(), check=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    return int(run.stderr) // (1024**2 if sys.platform == "darwin" else 1024)


def _seconds_of(command: list[str]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        command, check=True, stdout=subprocess.DEVNULL, cwd=ROOT, env=os.environ | {"PYTHONPATH": str(ROOT)}
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def print_growth() -> None:
    """Speed by length of the text: a linear measure has one speed."""
    whole = make_contestant(WHOLE)
    base = "\n\n".join(make_articles(60, seed=11))
    print("\n| characters | seconds | MB/s |\n|--:|--:|--:|")
    for size in SIZES:
        text = (base * (size // len(base) + 1))[:size]
        begun = time.process_time()
        whole(text)
        seconds = time.process_time() - begun
        print(f"| {size:,} | {seconds:.2f} | {size / seconds / 1e6:.2f} |", flush=True)


def keep_row(
    times: dict[str, list[float]], articles: list[str], kind: str, start: float, memory: int
) -> None:
    """Add what was measured today to the history."""
    n = len(articles)
    row = {
        "date": datetime.datetime.now(tz=datetime.UTC).date().isoformat(),
        "python": platform.python_version(), "cores": os.cpu_count(), "articles": n, "kind": kind,
        "like_for_like_against_nltk": round(ratio_to_pipeline(times, BASICS), 2),
        "all_measures_against_nltk": round(ratio_to_pipeline(times, WHOLE), 2),
        "all_measures_articles_per_second": round(n / sum(times[WHOLE]), 1),
        "annotate_against_import_nltk": round(start, 2), "peak_megabytes": memory,
    }  # fmt: skip
    is_new = not HISTORY.is_file()
    with HISTORY.open("a", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(row), lineterminator="\n")
        if is_new:
            writer.writeheader()
        writer.writerow(row)


if __name__ == "__main__":
    sys.exit(main())
