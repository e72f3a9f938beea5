"""Which quotation that was found is which of a human reader's: the same stretch, by letters and digits."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from analysis.findings.gold import Row
from analysis.measures.quotation.marks import MarkedSpan
from analysis.measures.quotation.quotations import DIRECT_FROM
from analysis.text.spans import Span

MATCH = 0.5  # least overlap (intersection over union, in letters and digits) of a found and a gold quotation


@dataclass(frozen=True, slots=True)
class Stretch:
    """A quotation as it is compared: trimmed span, type, and the speaker's words."""

    start: int
    end: int
    type: str
    speaker: str | None


def trim_rows(text: str, rows: Iterable[Row], in_marks: bytearray) -> list[Stretch]:
    """Rows trimmed to letters and digits, one a span; typed by the marks."""
    stretches: dict[tuple[int, int], Stretch] = {}
    for start, end, speaker in rows:
        letters = [n for n in range(max(start, 0), min(end, len(text))) if text[n].isalnum()]
        if letters:
            marked = sum(in_marks[n] for n in letters) / len(letters)
            by_marks = "direct" if marked >= DIRECT_FROM else "mixed" if marked else "indirect"
            span = letters[0], letters[-1] + 1
            stretches.setdefault(span, Stretch(*span, by_marks, speaker))
    return list(stretches.values())


def cover(text: str, stretches: Iterable[Stretch | MarkedSpan | Span]) -> bytearray:
    """For each character of a text 1 where a stretch covers it, else 0."""
    covered = bytearray(len(text))
    for stretch in stretches:
        covered[stretch.start : stretch.end] = b"\1" * (stretch.end - stretch.start)
    return covered


def pair_stretches(text: str, theirs: list[Stretch], ours: list[Stretch]) -> dict[Stretch, Stretch]:
    """Gold to found, one to one, the best overlaps first; overlaps below `MATCH` are no pair."""
    before = [0]
    for c in text:
        before.append(before[-1] + c.isalnum())

    def size(start: int, end: int) -> int:
        return max(0, before[end] - before[start]) if end > start else 0

    overlaps = []
    for i, t in enumerate(theirs):
        for j, o in enumerate(ours):
            both = size(max(t.start, o.start), min(t.end, o.end))
            if both:
                union = size(t.start, t.end) + size(o.start, o.end) - both
                overlaps.append((both / union, -i, -j))
    pairs: dict[Stretch, Stretch] = {}
    taken: set[int] = set()
    for overlap, i, j in sorted(overlaps, reverse=True):
        if overlap >= MATCH and theirs[-i] not in pairs and j not in taken:
            pairs[theirs[-i]] = ours[-j]
            taken.add(j)
    return pairs


def is_same_name(one: str | None, other: str | None) -> bool:
    """Whether two mentions of a speaker are one name; a speaker who is not named has none."""
    return bool(one and other) and _plain(one or "") == _plain(other or "")


def _plain(name: str) -> str:
    """A mention without articles, courtesy titles, possessive and edges: *Mrs. Lee’s* is *lee*."""
    words = name.strip(' .,;:"“”').casefold().removesuffix("’s").removesuffix("'s").split()
    while len(words) > 1 and words[0] in ("the", "a", "an", "mr.", "mrs.", "ms.", "mr", "mrs", "ms"):
        words.pop(0)
    return " ".join(words)
