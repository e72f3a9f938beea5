"""How sure a figure is: the same figure on sentences drawn anew from the text."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from analysis.findings.robustness.samples import Sample, evaluate

if TYPE_CHECKING:
    import numpy as np

    Numbers = np.ndarray[tuple[int, ...], np.dtype[np.float64]]

RESAMPLES = 2_000
FEWEST = 2  # units that each side needs
TAIL = 0.025  # left out on each side of a 95 % interval
MOST_UNDEFINED = 0.5  # share of draws in which the figure may have nothing to divide by
CELLS = 4_000_000  # numbers held at once; longer work goes in pieces


class Interval(NamedTuple):
    """The ends of a 95 % interval."""

    low: float
    high: float


def find_interval(sample: Sample, *, seed: int, resamples: int = RESAMPLES) -> Interval | None:
    """The 95 % percentile interval of a figure: its units drawn with replacement, as many as there are.

    Args:
        seed: the same seed gives the same interval.

    Returns: None where a side has fewer than two units, or where in more than half of the draws nothing is
        left to divide by (such draws are left out).

    Limits: units are drawn as if they were independent. With few units the interval is too narrow: in made
    texts without any structure it held the truth in 80 of 100 where there were 5 sentences, in 90 where there
    were 10, in 94 where there were 30. What the text does not show cannot be drawn: where every sentence says
    the same, the interval has no width.

    Source: Efron and Tibshirani (1993), An Introduction to the Bootstrap, chapter 13.
    """
    import numpy as np

    if min(sample.sizes) < FEWEST:
        return None
    values = draw(sample, seed=seed, resamples=resamples)
    values = values[~np.isnan(values)]
    if len(values) < (1 - MOST_UNDEFINED) * resamples:
        return None
    low, high = np.quantile(values, [TAIL, 1 - TAIL])
    return Interval(float(low), float(high))


def draw(sample: Sample, *, seed: int, resamples: int = RESAMPLES) -> Numbers:
    """The figure of each draw; nan where nothing is left to divide by."""
    import numpy as np

    n_units = len(sample.columns)
    pieces = (_kept_draws if n_units * resamples <= CELLS else _draw_units)(n_units, seed, resamples)
    return np.concatenate([evaluate(sample.figure, counts @ sample.columns) for counts in pieces])


def _draw_units(n_units: int, seed: int, resamples: int) -> Iterator[Numbers]:
    """How often each unit is drawn, a row a draw, in pieces of `CELLS` numbers at most."""
    import numpy as np

    chance = np.random.default_rng(seed)
    chances = np.full(n_units, 1 / n_units)
    piece = max(1, CELLS // n_units)
    for start in range(0, resamples, piece):
        yield chance.multinomial(n_units, chances, size=min(piece, resamples - start)).astype(float)


@lru_cache(maxsize=2)
def _kept_draws(n_units: int, seed: int, resamples: int) -> tuple[Numbers, ...]:
    """The draws of a text that is not long: most cards rest on its sentences, one on its paragraphs."""
    return tuple(_draw_units(n_units, seed, resamples))
