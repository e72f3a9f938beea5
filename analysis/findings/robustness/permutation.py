"""Permutation tests: how often chance alone deals out what the text shows.

Each test says how many arrangements it looked at. Where there are few enough it goes through all of them, and
p is exact; else it draws some, always the same ones for a seed, and p is (hits + 1) / (draws + 1), so that it
is never 0 (Phipson and Smyth 2010, Permutation p-values should never be zero).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, combinations, permutations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np

    Numbers = np.ndarray[tuple[int, ...], np.dtype[np.float64]]
    Places = np.ndarray[tuple[int, ...], np.dtype[np.intp]]

MOST_ARRANGEMENTS = 200_000  # beyond it, arrangements are drawn
DRAWS = 20_000
SEED = 1988
FEWEST = 2  # units that each side needs
CELLS = 4_000_000  # numbers held at once; longer work goes in pieces
_ROUNDING = 1e-9  # figures that are nearer to each other are equal

Pair = tuple[float, float]  # what is counted in a unit, and out of how much


@dataclass(frozen=True, slots=True)
class Permutation:
    """A p-value and how it was got; p is None where there is too little to deal out."""

    p: float | None
    n_arrangements: int  # all there are if exact, else how many were drawn
    exact: bool

    def __str__(self) -> str:
        if self.p is None:
            return "not tested"
        how = f"all {self.n_arrangements:,}" if self.exact else f"{self.n_arrangements:,} drawn"
        return f"p = {self.p:.3g} ({how} arrangements)"


UNTESTED = Permutation(None, 0, True)


def deal_sides(one: Sequence[Pair], other: Sequence[Pair], *, seed: int = SEED) -> Permutation:
    """Whether two sides differ in a ratio, such as the mean score or the calls in 1,000 words.

    Each unit is a pair: (score, 1) for a mean, (calls, words) for a rate. A side's figure is the sum of the
    first numbers over the sum of the second. All units are thrown together and dealt out anew, as many to
    each side as before; p is the share of arrangements whose sides lie at least as far apart, in either
    direction.

    Returns: no p where a side has fewer than two units.

    Limits: units are dealt out as if each had been written on its own; in a text that moves from a sad half
    to a glad one neighbors are alike, and p comes out too small.

    Source: Fisher (1935), The Design of Experiments, section 21.

    Two of the 6 ways to deal four scores into pairs put the low ones together:

    >>> print(deal_sides([(-2, 1), (-1, 1)], [(1, 1), (2, 1)]))
    p = 0.333 (all 6 arrangements)
    """
    import numpy as np

    if min(len(one), len(other)) < FEWEST:
        return UNTESTED
    pool = np.array(sorted((*one, *other)), dtype=float)  # so that neither order nor side plays a part
    totals = pool.sum(axis=0)

    def apart(part: Numbers) -> Numbers:
        rest = totals - part
        gaps: Numbers = np.abs(part[..., 0] / part[..., 1] - rest[..., 0] / rest[..., 1])
        return gaps

    size = min(len(one), len(other))
    smaller = one if len(one) == size else other
    observed = float(apart(np.array(smaller, dtype=float).sum(axis=0)))
    n_all = math.comb(len(pool), size)
    if n_all <= MOST_ARRANGEMENTS:
        sides = np.fromiter(
            chain.from_iterable(combinations(range(len(pool)), size)), dtype=np.intp, count=n_all * size
        )
        return _all(apart(_add_up(pool, sides.reshape(n_all, size))), observed)
    return _drawn(len(pool), seed, lambda orders: apart(_add_up(pool, orders[:, :size])), observed)


def flip_signs(differences: Sequence[float], *, seed: int = SEED) -> Permutation:
    """Whether one of two labels leads: in each unit the two may as well have changed places.

    Args:
        differences: of each unit, how many more places the one label has than the other.

    Returns: p, the share of arrangements of signs whose sum lies at least as far from 0; units without a
        difference play no part, and with fewer than two others nothing is tested.

    Limits: if one label was picked because it leads and the other was not, p comes out too small; between the
    two most frequent labels it comes out too large.

    Source: Fisher (1935), The Design of Experiments, section 21.

    Of the 8 ways to sign 1, 1 and 2, only two reach 4 or -4:

    >>> print(flip_signs([1, 0, 1, 2]))
    p = 0.25 (all 8 arrangements)
    """
    import numpy as np

    sizes = np.array(sorted(abs(difference) for difference in differences if difference), dtype=float)
    if len(sizes) < FEWEST:
        return UNTESTED
    observed = abs(math.fsum(differences))
    n_all = 2 ** len(sizes) if len(sizes) < 60 else math.inf  # 2 ** 60 is beyond any limit
    if n_all <= MOST_ARRANGEMENTS:
        sums = np.zeros(1)
        for size in sizes:  # each size doubles the arrangements: once with plus, once with minus
            sums = np.concatenate([sums + size, sums - size])
        return _all(np.abs(sums), observed)
    chance = np.random.default_rng(seed)
    hits = 0
    for n in _pieces(len(sizes)):
        plus = chance.integers(0, 2, size=(n, len(sizes))) @ sizes
        hits += _hits(np.abs(2 * plus - sizes.sum()), observed)
    return Permutation((hits + 1) / (DRAWS + 1), DRAWS, False)


def shuffle_extreme(groups: Sequence[Sequence[float]], *, lowest: bool, seed: int = SEED) -> Permutation:
    """Whether the lowest (or highest) of several groups lies apart, such as the darkest paragraph.

    All scores are shuffled over the places; p is the share of orders in which some group's mean, whichever
    it is, is ahead of the next by at least as much as in the text. So it counts that the group was picked
    because it is ahead.

    Returns: no p with fewer than two groups that hold a score. An exact p goes through every order of the
        scores.

    Limits: as `deal_sides`. A group of one score is ahead more easily than a large one.

    Source: own definition, after the permutation of maxima in Westfall and Young (1993).

    One score against one: however they are dealt, the lower one is as far below the other.

    >>> print(shuffle_extreme([[-1.0], [1.0]], lowest=True))
    p = 1 (all 2 arrangements)
    """
    import numpy as np

    filled = [group for group in groups if group]
    if len(filled) < FEWEST:
        return UNTESTED
    scores = np.array([score for group in filled for score in group], dtype=float)
    scores = scores if lowest else -scores
    sizes = np.array([len(group) for group in filled], dtype=float)
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]]).astype(np.intp)

    def ahead(dealt: Numbers) -> Numbers:
        means = np.sort(np.add.reduceat(dealt, starts, axis=1) / sizes, axis=1)
        leads: Numbers = means[:, 1] - means[:, 0]
        return leads

    observed = float(ahead(scores[None, :])[0])
    scores = np.sort(scores)
    n_all = math.factorial(len(scores)) if len(scores) < 20 else math.inf
    if n_all <= MOST_ARRANGEMENTS:
        orders = np.array(list(permutations(range(len(scores)))), dtype=np.intp)
        return _all(ahead(scores[orders]), observed)
    return _drawn(len(scores), seed, lambda orders: ahead(scores[orders]), observed)


def _all(figures: Numbers, observed: float) -> Permutation:
    return Permutation(_hits(figures, observed) / len(figures), len(figures), True)


def _drawn(n_units: int, seed: int, figure: Callable[[Places], Numbers], observed: float) -> Permutation:
    """The figure of `DRAWS` orders of the units, drawn at random."""
    pieces = (_kept_orders if n_units * DRAWS <= CELLS else _draw_orders)(n_units, seed)
    hits = sum(_hits(figure(orders), observed) for orders in pieces)
    return Permutation((hits + 1) / (DRAWS + 1), DRAWS, False)


def _draw_orders(n_units: int, seed: int) -> Iterator[Places]:
    """`DRAWS` orders of the units, a row an order, in pieces."""
    import numpy as np

    chance = np.random.default_rng(seed)
    for n in _pieces(n_units):
        orders = np.tile(np.arange(n_units, dtype=np.intp), (n, 1))
        yield chance.permuted(orders, axis=1, out=orders)


@lru_cache(maxsize=1)
def _kept_orders(n_units: int, seed: int) -> tuple[Places, ...]:
    """The orders of few units: cards that follow each other ask for the same."""
    return tuple(_draw_orders(n_units, seed))


def _add_up(pool: Numbers, chosen: Places) -> Numbers:
    """The sums of some rows of the pool, a row a row of places. Column by column takes half of the time."""
    import numpy as np

    return np.stack([column[chosen].sum(axis=1) for column in pool.T.copy()], axis=-1)


def _pieces(n_units: int) -> list[int]:
    """The draws in pieces that hold no more than `CELLS` numbers each."""
    size = max(1, min(DRAWS, CELLS // max(n_units, 1)))
    whole, rest = divmod(DRAWS, size)
    return [size] * whole + ([rest] if rest else [])


def _hits(figures: Numbers, observed: float) -> int:
    return int((figures >= observed - _ROUNDING * max(1.0, abs(observed))).sum())
