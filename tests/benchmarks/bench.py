"""``make bench``: how fast, beside what people use elsewhere, on the same articles in the same run.

Every contestant reads an article before the next is read, in an order that turns, so that a busy moment of
the machine falls on all. Each reads each article once: nothing is timed that was seen before. Times are of
the processor, not of the clock.
"""

from __future__ import annotations

import argparse
import csv
import datetime
import os
import platform
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tqdm import tqdm

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path[:0] = [str(ROOT), str(HERE)]

from articles import load_articles, make_articles  # noqa: E402
from contestants import BASICS, PIPELINE, WHOLE, Contestant, list_contestants  # noqa: E402

from analysis.measures.vader import score_vader  # noqa: E402

HISTORY = HERE / "history.csv"
SIZES = (1_000, 10_000, 100_000, 1_000_000, 10_000_000)  # characters
STARTS = 5  # of which the fastest counts
WORDS_OF_ONE = 500


def main() -> int:
    """Run everything, print the tables, add a row to the history."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=300, help="how many are read (300)")
    parser.add_argument(
        "--quick", action="store_true", help="40 articles, no long texts, no row in the history"
    )
    options = parser.parse_args()
    n = 40 if options.quick else options.articles
    articles, kind = load_articles(n)
    made = make_articles(max(2_000, n))[:n] if kind == "news" else []
    times = time_contestants(list_contestants(), articles)
    print_table(times, articles, kind)
    if made:
        print_table(time_contestants(list_contestants(), made), made, "made")
    start = cold_start()
    print(
        f"\n`discourse annotate` on {WORDS_OF_ONE} words: {start:.2f} × the processor time of `import nltk`"
    )
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // (
        1024 if sys.platform != "darwin" else 1024**2
    )
    print(f"Peak memory of this process: {memory} MB")
    if not options.quick:
        print_growth()
        keep_row(times, articles, kind, start, memory)
    return 0


def time_contestants(contestants: dict[str, Contestant], articles: list[str]) -> dict[str, float]:
    """Seconds of processor time of each contestant on all the articles."""
    warm = make_articles(8, seed=99)
    for contestant in contestants.values():
        for text in warm:
            contestant(text)
    seconds = dict.fromkeys(contestants, 0.0)
    names = list(contestants)
    for number, text in enumerate(tqdm(articles, unit=" articles", disable=not sys.stderr.isatty())):
        turn = number % len(names)
        for name in names[turn:] + names[:turn]:
            score_vader.cache_clear()  # another contestant has just scored the same paragraphs
            begun = time.process_time()
            contestants[name](text)
            seconds[name] += time.process_time() - begun
    return seconds


def print_table(times: dict[str, float], articles: list[str], kind: str) -> None:
    """A row a contestant, with its ratio to the NLTK pipeline."""
    n, megabytes = len(articles), sum(len(text.encode()) for text in articles) / 1e6
    each = f"{1000 * megabytes / n:.1f} KB each"
    print(f"\n{n} articles ({kind}), {each}, one core, Python {platform.python_version()}\n")
    print(f"| {'':<24} | ms an article | articles/s | MB/s | against the NLTK pipeline |")
    print(f"|{'-' * 26}|--:|--:|--:|--:|")
    for name, seconds in times.items():
        ratio = times[PIPELINE] / seconds
        print(
            f"| {name:<24} | {1000 * seconds / n:.2f} | {n / seconds:.0f} | {megabytes / seconds:.2f} | "
            f"{ratio:.2f} × as fast |"
        )


def cold_start() -> float:
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


def _seconds_of(command: list[str]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        command, check=True, stdout=subprocess.DEVNULL, cwd=ROOT, env=os.environ | {"PYTHONPATH": str(ROOT)}
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def print_growth() -> None:
    """Speed by length of the text: a linear measure has one speed."""
    whole = list_contestants()[WHOLE]
    base = "\n\n".join(make_articles(60, seed=11))
    print("\n| characters | seconds | MB/s |\n|--:|--:|--:|")
    for size in SIZES:
        text = (base * (size // len(base) + 1))[:size]
        begun = time.process_time()
        whole(text)
        seconds = time.process_time() - begun
        print(f"| {size:,} | {seconds:.2f} | {size / seconds / 1e6:.2f} |", flush=True)


def keep_row(times: dict[str, float], articles: list[str], kind: str, start: float, memory: int) -> None:
    """Add what was measured today to the history."""
    n = len(articles)
    row = {
        "date": datetime.datetime.now(tz=datetime.UTC).date().isoformat(),
        "python": platform.python_version(), "cores": os.cpu_count(), "articles": n, "kind": kind,
        "like_for_like_against_nltk": round(times[PIPELINE] / times[BASICS], 2),
        "all_measures_against_nltk": round(times[PIPELINE] / times[WHOLE], 2),
        "all_measures_articles_per_second": round(n / times[WHOLE], 1),
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
