"""Counts, rates and tables: what every measure does with its numbers, decided once.

The only place that imports pandas for the measures. It does so when a table is asked for, so
that `discourse annotate`, which needs none, starts without it.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd

PER_THOUSAND = 1_000


def share(count: float, base: float) -> float:
    """``count / base``, or nan where there is nothing to divide by.

    >>> share(1, 4), share(0, 0)
    (0.25, nan)
    """
    return count / base if base else math.nan


def per_thousand(count: float, base: float) -> float:
    """How many in a thousand, or nan where there is nothing to divide by.

    >>> per_thousand(3, 150)
    20.0
    """
    return share(count * PER_THOUSAND, base)


def mean(values: Iterable[float | None]) -> float:
    """The mean of the values that are there, or nan if none is.

    >>> mean([1.0, None, 3.0])
    2.0
    """
    there = [value for value in values if value is not None]
    return share(math.fsum(there), len(there))


# Strings as Python has them: Arrow's, which pandas would take, cannot hold a lone surrogate, and a text may.
PLAIN = "python"


def to_table(rows: Iterable[Mapping[str, Any]], columns: Mapping[str, str]) -> pd.DataFrame:
    """A tidy table with exactly these columns (name -> pandas type), also when there are no rows.

    >>> to_table([{"word": "is", "n": 2}], {"word": "string", "n": "int64"}).shape
    (1, 2)
    """
    import pandas as pd  # here, not above: see the head of this module

    data = {name: [row[name] for row in rows] for name in columns} if (rows := list(rows)) else {}
    with pd.option_context("mode.string_storage", PLAIN):
        return pd.DataFrame(data, columns=list(columns)).astype(dict(columns))


def rows_of(table: pd.DataFrame) -> Iterator[Any]:
    """The rows of a table as named tuples; untyped, for a column's type is not known to the checker.

    >>> [row.n for row in rows_of(to_table([{"n": 2}, {"n": 3}], {"n": "int64"}))]
    [2, 3]
    """
    return iter(table.itertuples())


def matches_table(matches: Iterable[Any]) -> pd.DataFrame:
    """Matches of any kind as a table: a row a match, a column a field, in their order."""
    import pandas as pd

    with pd.option_context("mode.string_storage", PLAIN):
        return pd.DataFrame([match._asdict() for match in matches])
