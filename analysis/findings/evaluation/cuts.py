"""Scores as yes or no: the cut is chosen on other documents than it judges."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Sequence
from random import Random

from analysis.text.rates import share

FOLDS = 5
SEED = 1
CUTS = 101  # candidates, at even shares of the scores

Judged = tuple[float, bool]  # a score, and whether people say yes
Confusion = tuple[int, int, int, int]  # yes called yes, no called yes, yes called no, no called no


def choose_cuts(docs: Sequence[Sequence[Judged]]) -> list[float]:
    """For each document the cut with the best macro-F1 on the other folds of documents.

    Scores above the cut are called yes. Of cuts that do equally well, the lowest.
    """
    order = list(range(len(docs)))
    Random(SEED).shuffle(order)
    fold_of = {doc: place % FOLDS for place, doc in enumerate(order)}
    cuts = [
        _best_cut([judged for n, doc in enumerate(docs) if fold_of[n] != fold for judged in doc])
        for fold in range(FOLDS)
    ]
    return [cuts[fold_of[n]] for n in range(len(docs))]


def count_calls(doc: Sequence[Judged], cut: float) -> Confusion:
    """How often the calls of one document meet people's.

    >>> count_calls([(0.9, True), (0.9, False), (0.1, True), (0.1, False)], 0.5)
    (1, 1, 1, 1)
    """
    calls = [(score > cut, yes) for score, yes in doc]
    return (
        calls.count((True, True)),
        calls.count((True, False)),
        calls.count((False, True)),
        calls.count((False, False)),
    )


def macro_f1(counts: Sequence[float]) -> float:
    """The mean of F1 of yes and F1 of no, from the four counts; nan without any.

    >>> macro_f1((2, 0, 0, 2)), macro_f1((1, 1, 1, 1)), macro_f1((1, 0, 0, 0))
    (1.0, 0.5, 0.5)
    """
    if not any(counts):
        return math.nan
    hit, alarm, missed, quiet = counts
    return (_f1(hit, alarm, missed) + _f1(quiet, missed, alarm)) / 2


def correlate_calls(counts: Sequence[float]) -> float:
    """Matthews' correlation of the calls with people's, from the four counts; 0 where one side never varies.

    >>> correlate_calls((2, 0, 0, 2)), correlate_calls((1, 1, 1, 1)), correlate_calls((2, 2, 0, 0))
    (1.0, 0.0, 0.0)
    """
    hit, alarm, missed, quiet = counts
    spread = (hit + alarm) * (hit + missed) * (quiet + alarm) * (quiet + missed)
    return (hit * quiet - alarm * missed) / math.sqrt(spread) if spread else 0.0


def _f1(hit: float, alarm: float, missed: float) -> float:
    return share(2 * hit, 2 * hit + alarm + missed) if hit + alarm + missed else 0.0


def _best_cut(judged: Sequence[Judged]) -> float:
    if not judged:
        return 0.0
    scores = sorted(score for score, _ in judged)
    yes = sorted(score for score, is_yes in judged if is_yes)
    no = sorted(score for score, is_yes in judged if not is_yes)
    candidates = sorted({scores[(len(scores) - 1) * n // (CUTS - 1)] for n in range(CUTS)})

    def fit(cut: float) -> float:
        missed, quiet = bisect_right(yes, cut), bisect_right(no, cut)
        return macro_f1((len(yes) - missed, len(no) - quiet, missed, quiet))

    return max(candidates, key=fit)
