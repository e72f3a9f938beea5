"""How sure a figure is: the same figure again and again on articles drawn at random."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from random import Random
from typing import NamedTuple

RESAMPLES = 1_000
SEED = 1
TAIL = 0.025  # left out on each side of a 95 % interval

Sums = Sequence[float]  # what a figure is computed from: the articles' numbers, added up column by column


class Estimate(NamedTuple):
    """A figure with the ends of its 95 % interval."""

    value: float
    low: float
    high: float

    def __str__(self) -> str:
        return f"{self.value:.3f} [{self.low:.3f}, {self.high:.3f}]"


def estimate(
    articles: Sequence[Sums], figure: Callable[[Sums], float], *, resamples: int = RESAMPLES
) -> Estimate:
    """A figure of all articles together, and its 95 % interval by drawing articles with replacement.

    Args:
        articles: the same numbers of each article, such as (hits, found, gold).
        figure: what to compute from the sums of these numbers.

    Returns: nan for all three without articles; without an interval's width for one article.

    >>> print(estimate([(1, 2), (1, 2)], lambda sums: sums[0] / sums[1]))
    0.500 [0.500, 0.500]
    """
    if not articles:
        return Estimate(math.nan, math.nan, math.nan)
    random = Random(SEED)
    drawn = sorted(
        figure(add_up(random.choices(articles, k=len(articles))))
        for _ in range(resamples if len(articles) > 1 else 1)
    )
    low, high = drawn[int(TAIL * len(drawn))], drawn[int((1 - TAIL) * len(drawn))]
    return Estimate(figure(add_up(articles)), low, high)


def add_up(articles: Sequence[Sums]) -> tuple[float, ...]:
    """The sum of each column.

    >>> add_up([(1, 2), (3, 4)])
    (4.0, 6.0)
    """
    return tuple(math.fsum(column) for column in zip(*articles, strict=True))
