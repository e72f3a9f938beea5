"""Scores as three classes, bad, neutral, good: the cuts are chosen on other documents than they judge."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import combinations_with_replacement
from random import Random
from typing import Protocol

from analysis.text.rates import share

FOLDS = 5
SEED = 1
CUTS = 25  # candidates for each of the two cuts, at even shares of the scores
RATED_NEUTRAL = 0.2  # the mean rating up to which a sentence is neutral, after Hutto and Gilbert (2014)
N_CLASSES = 3


class Rated(Protocol):
    """A text with the mean rating of its readers; its scores are attributes too."""

    @property
    def rating(self) -> float:
        """-4 to 4."""


def add_classes(docs: Sequence[Sequence[Rated]], columns: Sequence[str]) -> dict[str, list[Sequence[float]]]:
    """Class by class, how often a score's class meets the readers', for each document.

    Args:
        docs: the texts of each document.
        columns: the names of the scores.

    Returns: for each score and document nine counts: the readers' class (bad, neutral, good) by the score's.
        A document's two cuts are those with the best macro-F1 on the other folds of documents.
    """
    order = list(range(len(docs)))
    Random(SEED).shuffle(order)
    fold_of = {doc: place % FOLDS for place, doc in enumerate(order)}
    counts: dict[str, list[Sequence[float]]] = {}
    for column in columns:
        cuts = []
        for fold in range(FOLDS):
            others = [text for n, doc in enumerate(docs) if fold_of[n] != fold for text in doc]
            cuts.append(_best_cuts([(getattr(text, column), _rated(text)) for text in others]))
        counts[column] = [_confusion(doc, column, *cuts[fold_of[n]]) for n, doc in enumerate(docs)]
    return counts


def macro_f1(counts: Sequence[float]) -> float:
    """The mean of the three classes' F1, from the nine counts; nan without any.

    >>> macro_f1([2, 0, 0, 0, 2, 0, 0, 0, 2]), macro_f1([1, 1, 0, 0, 0, 0, 0, 0, 0])
    (1.0, 0.2222222222222222)
    """
    if not any(counts):
        return float("nan")
    f1 = []
    for k in range(N_CLASSES):
        rated = sum(counts[N_CLASSES * k : N_CLASSES * (k + 1)])
        scored = sum(counts[k::N_CLASSES])
        f1.append(share(2 * counts[(N_CLASSES + 1) * k], rated + scored) if rated + scored else 0.0)
    return sum(f1) / N_CLASSES


def _rated(text: Rated) -> int:
    return 1 + (text.rating > RATED_NEUTRAL) - (text.rating < -RATED_NEUTRAL)


def _best_cuts(pairs: Sequence[tuple[float, int]]) -> tuple[float, float]:
    """The two cuts, below which a score is bad and above which it is good, that fit these texts best."""
    if not pairs:
        return 0.0, 0.0
    scores = sorted(score for score, _ in pairs)
    by_class = [sorted(score for score, k in pairs if k == wanted) for wanted in range(N_CLASSES)]
    candidates = sorted({scores[(len(scores) - 1) * n // (CUTS - 1)] for n in range(CUTS)})

    def fit(low: float, high: float) -> float:
        counts: list[float] = []
        for held in by_class:
            bad, up_to_high = bisect_left(held, low), bisect_right(held, high)
            counts += [bad, up_to_high - bad, len(held) - up_to_high]
        return macro_f1(counts)

    return max(combinations_with_replacement(candidates, 2), key=lambda cuts: fit(*cuts))


def _confusion(doc: Sequence[Rated], column: str, low: float, high: float) -> Sequence[float]:
    counts = [0.0] * N_CLASSES**2
    for text in doc:
        score = getattr(text, column)
        counts[N_CLASSES * _rated(text) + 1 + (score > high) - (score < low)] += 1
    return counts
