"""Marks that overlap and cross, into flat segments that cover the text once."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from analysis.views.reading_view.layers import ViewMark


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text with the numbers of the marks that lie on it, that begin and that end with it."""

    start: int
    end: int
    marks: tuple[int, ...] = ()
    opening: tuple[int, ...] = ()
    closing: tuple[int, ...] = ()


def cut_segments(length: int, marks: Sequence[ViewMark], *, borders: Iterable[int] = ()) -> list[Segment]:
    """Cut a text at each border of each mark, and at further borders.

    Returns: segments in the order of the text, without gap or overlap, from 0 to ``length``. An
    inner mark closes before the one around it.

    Raises:
        ValueError: a mark is empty or does not lie in the text.
    """
    starting: dict[int, list[int]] = {}
    ending: dict[int, list[int]] = {}
    for number, mark in enumerate(marks):
        if not 0 <= mark.start < mark.end <= length:
            raise ValueError(f"a mark from {mark.start} to {mark.end} does not lie in {length} characters")
        starting.setdefault(mark.start, []).append(number)
        ending.setdefault(mark.end, []).append(number)
    segments: list[Segment] = []
    active: dict[int, None] = {}  # a set that keeps the order
    for start, end in pairwise(sorted({0, length, *borders} | starting.keys() | ending.keys())):
        for number in ending.get(start, ()):
            del active[number]
        opening = starting.get(start, [])
        active.update(dict.fromkeys(opening))
        closing = sorted(ending.get(end, ()), key=lambda number: (-marks[number].start, -number))
        segments.append(Segment(start, end, tuple(active), tuple(opening), tuple(closing)))
    return segments


def find_wide(text: str) -> list[int]:
    """Where the characters stand that a browser counts as two: those beyond U+FFFF.

    >>> find_wide("a🙂é")
    [1]
    """
    return [place for place, char in enumerate(text) if char > "\uffff"]


def to_utf16(wide: Sequence[int], offset: int) -> int:
    """An offset in code points as the offset in UTF-16 units that scripts count in.

    >>> to_utf16(find_wide("a🙂é"), 2)
    3
    """
    return offset + bisect_left(wide, offset)
