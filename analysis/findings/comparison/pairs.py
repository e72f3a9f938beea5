"""What all comparisons share: the pairs of texts, and the difference of two rates with its interval."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import combinations

from analysis.findings.reading import Findings
from analysis.text.rates import PER_THOUSAND, per_thousand

SURE = 0.95  # how often an interval made in this way holds the true difference


def pairs_of(texts: Sequence[Findings]) -> Iterator[tuple[Findings, Findings]]:
    """Each text with each later one.

    Raises:
        ValueError: there are fewer than two.
    """
    if len(texts) < 2:
        raise ValueError("a comparison needs two texts or more")
    yield from combinations(texts, 2)


def difference_of_rates(n_a: int, words_a: int, n_b: int, words_b: int) -> tuple[float, float, float]:
    """How many more in 1,000 words b has than a, and the ends of the 95 % interval.

    Each rate has its exact Poisson interval; the two make that of the difference by the recovery of
    variances. Swapping a and b turns all signs. All three are nan where one has no words.

    Limits: words are taken to fall on their own; where they come in clusters the interval is too narrow.

    Source: Garwood (1936) for one rate; Zou and Donner (2008) for the difference.

    >>> [round(x, 1) for x in difference_of_rates(2, 1000, 8, 1000)]
    [6.0, -0.9, 14.0]
    """
    rate_a, rate_b = per_thousand(n_a, words_a), per_thousand(n_b, words_b)
    if math.isnan(rate_a) or math.isnan(rate_b):
        return math.nan, math.nan, math.nan
    (low_a, high_a), (low_b, high_b) = _interval(n_a, words_a), _interval(n_b, words_b)
    difference = rate_b - rate_a
    low = difference - math.hypot(rate_b - low_b, high_a - rate_a)
    high = difference + math.hypot(high_b - rate_b, rate_a - low_a)
    return difference, low, high


def _interval(n: int, words: int) -> tuple[float, float]:
    from scipy.stats import chi2

    tail = (1 - SURE) / 2
    low = chi2.ppf(tail, 2 * n) / 2 if n else 0.0
    high = chi2.ppf(1 - tail, 2 * n + 2) / 2
    return float(low) * PER_THOUSAND / words, float(high) * PER_THOUSAND / words
