"""Set the weights of valence.csv to the mean of the passes, and print how far they agree.

Run from anywhere: ``python data/lexicons/make_valence.py``. Each pass is a file
``valence_pass<n>.csv`` with the columns term and weight, rated without sight of the others.
"""

from __future__ import annotations

import csv
from itertools import combinations
from pathlib import Path
from statistics import correlation, fmean

FOLDER = Path(__file__).parent
LIST = FOLDER / "valence.csv"


def read_pass(path: Path) -> dict[str, float]:
    """The ratings of one pass, by term."""
    with path.open(encoding="utf-8", newline="") as file:
        return {row["term"]: float(row["weight"]) for row in csv.DictReader(file)}


def print_agreement(passes: dict[str, dict[str, float]]) -> None:
    """Pearson's r, mean difference and clashes of sign of every two passes."""
    for (name, first), (other, second) in combinations(passes.items(), 2):
        both = sorted(first.keys() & second.keys())
        pairs = [(first[term], second[term]) for term in both]
        apart = fmean(abs(a - b) for a, b in pairs)
        clash = sum(a * b < 0 for a, b in pairs)
        r = correlation(*zip(*pairs, strict=True))
        print(
            f"{name}, {other}: {len(both)} terms, r {r:.3f}, mean difference {apart:.2f}, signs clash {clash}"
        )


def main() -> None:
    """Rewrite the column ``weight`` of the list."""
    passes = {path.stem: read_pass(path) for path in sorted(FOLDER.glob("valence_pass*.csv"))}
    with LIST.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        ratings = [ratings[row["term"]] for ratings in passes.values() if row["term"] in ratings]
        # a term that was listed to be 0 guards against a wrong score: a decision, no estimate
        guard = ratings[0] == 0
        row["weight"] = "0" if guard else f"{round(fmean(ratings), 2) + 0.0:g}"
    with LIST.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    print(f"{len(rows)} terms, {len(passes)} passes")
    print_agreement(passes)


if __name__ == "__main__":
    main()
