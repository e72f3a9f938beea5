"""Make share_errors.csv: how far shares of quotation lie from a human reader's, on annotated articles.

    python data/models/make_share_errors.py TRAIN.jsonl        writes share_errors.csv beside this file
    python data/models/make_share_errors.py --check DEV.jsonl  says how many articles its intervals cover

The gold is an examination, not a teacher: what is kept are quantiles of errors, no text and no weight.
"""

from __future__ import annotations

import argparse
import csv
from pathlib import Path

from analysis.findings.evaluation.quotation import ArticleScore, score_articles
from analysis.measures.quotation.shares import load_share_errors

HERE = Path(__file__).parent
LOW, HIGH = 0.05, 0.95
# scope of the evaluation -> the definitions of a share that its errors stand for
DEFINITIONS = {
    "direct and mixed": ("direct only",),
    "all": ("direct and indirect", "with reporting clauses", "with what may be free indirect"),
}


def quantile(values: list[float], at: float) -> float:
    """The value below which this share of the sorted values lies (nearest rank)."""
    return sorted(values)[min(len(values) - 1, int(at * len(values)))]


def errors_of(scores: list[ArticleScore], scope: str) -> list[float]:
    """Signed errors of the articles that have letters in them: found share minus gold share."""
    return [error for score in scores if (error := score.share_error[scope]) == error]


def main() -> None:
    """Write the quantiles, or check how many articles they cover."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    scores = list(score_articles(options.gold))
    if options.check:
        limits = load_share_errors()
        for scope, definitions in DEFINITIONS.items():
            low, high = limits[definitions[0]]
            errors = errors_of(scores, scope)
            covered = sum(low <= error <= high for error in errors) / len(errors)
            print(f"{scope}: {covered:.3f} of {len(errors)} articles within the 90 % interval")
        return
    with (HERE / "share_errors.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["definition", "error_low", "error_high", "n_articles"])
        for scope, definitions in DEFINITIONS.items():
            errors = errors_of(scores, scope)
            for definition in definitions:
                low, high = quantile(errors, LOW), quantile(errors, HIGH)
                writer.writerow([definition, f"{low:.4f}", f"{high:.4f}", len(errors)])


if __name__ == "__main__":
    main()
