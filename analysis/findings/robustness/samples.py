"""Samples: a figure as sums over the sentences of a text, so that it can be had again from other sentences.

Each unit (mostly a sentence) is a row of two to four numbers; the figure is computed from their sums. Then
the figure of a text that is drawn anew, lacks a sentence or lacks a word takes an addition, not another
reading.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.text.tokenization import bare, fold_marks

if TYPE_CHECKING:
    import numpy as np

    Numbers = np.ndarray[tuple[int, ...], np.dtype[np.float64]]

Figure = Callable[["Numbers"], "Numbers"]  # sums, last axis first to last column -> the figure
THOUSAND = 1_000


@dataclass(frozen=True, slots=True)
class Evidence:
    """One place of a term: what it adds to a column of its unit."""

    term: str
    unit: int
    column: int
    amount: float


@dataclass(frozen=True, slots=True)
class Sample:
    """What a figure is computed from, under one combination of choices.

    ``counted``: columns that hold how much each side has to go by; where one is filled in fewer than two
    units, the figure has no interval. ``scored``: columns come in pairs, a sum of scores and the number of
    units with a score; a unit that loses its last term loses its score.
    """

    units: tuple[tuple[int, int], ...]  # their spans, in the order of the text
    columns: Numbers  # a row a unit
    figure: Figure
    counted: tuple[int, ...]
    evidence: tuple[Evidence, ...] = ()
    scored: bool = False

    @property
    def sums(self) -> Numbers:
        """The columns, added up."""
        total: Numbers = self.columns.sum(axis=0)
        return total

    @property
    def value(self) -> float:
        """The figure of the text as it is; nan where there is nothing to divide by."""
        return self.of(self.sums)

    def of(self, sums: Numbers) -> float:
        """The figure of other sums."""
        return float(evaluate(self.figure, sums))

    @property
    def sizes(self) -> tuple[int, ...]:
        """How many units each side rests on."""
        return tuple(int((self.columns[:, column] > 0).sum()) for column in self.counted)

    @property
    def n(self) -> int:
        """How many units play any part."""
        return int((self.columns != 0).any(axis=1).sum())


def make_sample(
    units: Iterable[tuple[int, int]],
    rows: Iterable[Iterable[float]],
    figure: Figure,
    *,
    counted: tuple[int, ...],
    evidence: Iterable[Evidence] = (),
    scored: bool = False,
    width: int = 0,
) -> Sample:
    """A sample of rows of numbers; also of none, with as many columns as the figure needs."""
    import numpy as np

    columns = np.array([tuple(row) for row in rows], dtype=float)
    columns = columns if len(columns) else np.zeros((0, max(width, max(counted) + 1)))
    return Sample(tuple(units), columns, figure, counted, tuple(evidence), scored)


def evaluate(figure: Figure, sums: Numbers) -> Numbers:
    """A figure of one row of sums or of many; nan where there is nothing to divide by."""
    import numpy as np

    with np.errstate(divide="ignore", invalid="ignore"):
        values = np.asarray(figure(sums), dtype=float)
        finite: Numbers = np.where(np.isfinite(values), values, np.nan)
        return finite


def difference_of_means(sums: Numbers) -> Numbers:
    """Columns: sum, number; of one side, then of the other. Their means, one minus the other."""
    gaps: Numbers = sums[..., 0] / sums[..., 1] - sums[..., 2] / sums[..., 3]
    return gaps


def difference_of_rates(sums: Numbers) -> Numbers:
    """Columns: count, words; of one side, then of the other. Per 1,000 words, one minus the other."""
    gaps: Numbers = THOUSAND * difference_of_means(sums)
    return gaps


def share_of_two(sums: Numbers) -> Numbers:
    """Columns: part, whole."""
    shares: Numbers = sums[..., 0] / sums[..., 1]
    return shares


def lead(sums: Numbers) -> Numbers:
    """Columns: count of the first label, of each rival, of the rest, of all. First minus best, as a share."""
    leads: Numbers = (sums[..., 0] - sums[..., 1:-2].max(axis=-1)) / sums[..., :-1].sum(axis=-1)
    return leads


def distance_below(sums: Numbers) -> Numbers:
    """Columns in pairs: sum, number; of the first group, then of rivals. Lowest rival minus it."""
    import numpy as np

    means, there = sums[..., 0::2] / sums[..., 1::2], sums[..., 1::2] > 0
    rivals = np.where(there, means, np.inf)[..., 1:].min(axis=-1)
    gaps: Numbers = rivals - means[..., 0]
    return gaps


def distance_above(sums: Numbers) -> Numbers:
    """As `distance_below`, with the highest rival."""
    import numpy as np

    means, there = sums[..., 0::2] / sums[..., 1::2], sums[..., 1::2] > 0
    rivals = np.where(there, means, -np.inf)[..., 1:].max(axis=-1)
    gaps: Numbers = means[..., 0] - rivals
    return gaps


def term_of(surface: str) -> str:
    """A term as cards name it: in lower case, with straight marks, without a possessive ending.

    >>> term_of("The Regime’s"), term_of("Regime")
    ('the regime', 'regime')
    """
    return bare(" ".join(fold_marks(surface).lower().split()))
