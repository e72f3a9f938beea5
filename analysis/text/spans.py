"""Spans: half-open stretches of characters, and sorted layers of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate, chain, pairwise
from typing import NamedTuple

from analysis.text.making import maker


class Span(NamedTuple):
    """One stretch of a text: ``text[start:end]``, offsets in code points."""

    start: int
    end: int


_span = maker(Span)


@dataclass(frozen=True)
class Spans:
    """A flat layer: spans that do not overlap, sorted, as two integer columns.

    >>> words = Spans.of([(0, 3), (4, 7), (9, 12)])
    >>> words[1]
    Span(start=4, end=7)
    >>> list(words.inside(3, 9))
    [1]
    """

    starts: tuple[int, ...]
    ends: tuple[int, ...]

    @classmethod
    def of(cls, pairs: Iterable[tuple[int, int]]) -> Spans:
        """Build a layer from (start, end) pairs.

        Raises:
            ValueError: a pair is empty, or begins before the one in front of it ends.
        """
        starts: list[int] = []
        ends: list[int] = []
        last = 0
        for start, end in pairs:
            if start < last or end <= start:
                raise ValueError(f"spans must be sorted, apart and not empty: ({start}, {end})")
            starts.append(start)
            ends.append(end)
            last = end
        return cls(tuple(starts), tuple(ends))

    @classmethod
    def of_pieces(cls, pieces: Iterable[str]) -> Spans:
        """Every second piece of a text that is cut into gap, word, gap, word … gap.

        >>> Spans.of_pieces(["", "No", ", ", "no", "."])
        Spans(starts=(0, 4), ends=(2, 6))
        """
        ends = tuple(accumulate(map(len, pieces)))  # each piece begins where the one before it ends
        return cls(ends[:-1:2], ends[1::2])

    def cut(self, text: str) -> tuple[str, ...]:
        """A text in pieces: gap, span, gap, span … gap.

        >>> Spans((0, 4), (2, 6)).cut("No, no.")
        ('', 'No', ', ', 'no', '.')
        """
        cuts = [0, *chain.from_iterable(self.pairs()), len(text)]
        return tuple([text[start:end] for start, end in pairwise(cuts)])

    def __len__(self) -> int:
        return len(self.starts)

    def __getitem__(self, index: int) -> Span:
        return _span((self.starts[index], self.ends[index]))

    def __iter__(self) -> Iterator[Span]:
        return map(_span, self.pairs())

    def pairs(self) -> Iterator[tuple[int, int]]:
        """The spans as plain pairs of numbers, which cost less than a `Span` each."""
        return zip(self.starts, self.ends, strict=True)

    def inside(self, start: int, end: int) -> range:
        """Indexes of the spans that begin in ``[start, end)``."""
        return range(bisect_left(self.starts, start), bisect_left(self.starts, end))

    def holding(self, offset: int) -> int | None:
        """Index of the span that holds the character at ``offset``, or None."""
        index = bisect_right(self.starts, offset) - 1
        if index >= 0 and offset < self.ends[index]:
            return index
        return None
