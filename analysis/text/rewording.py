"""Other words in the same text: a second document, and a map of offsets both ways."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from analysis.text.document import Document, make_document


@dataclass(frozen=True, slots=True)
class Replacement:
    """One stretch with its new words: ``before[start:end] == surface``, and the same behind ``_after``."""

    start: int
    end: int
    surface: str
    start_after: int
    end_after: int
    surface_after: str


@dataclass(frozen=True)
class Rewording:
    """A text, the same text with other words, and what was replaced, in the order of the text."""

    before: Document
    after: Document
    replacements: tuple[Replacement, ...]

    @cached_property
    def _borders(self) -> list[tuple[int, int, int, int]]:
        return [(r.start, r.end, r.start_after, r.end_after) for r in self.replacements]

    @cached_property
    def _borders_back(self) -> list[tuple[int, int, int, int]]:
        return [(r.start_after, r.end_after, r.start, r.end) for r in self.replacements]

    def span_after(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of the text stands in the reworded one.

        A border inside replaced words moves to the border of the new ones, so that they are covered whole.
        """
        return _moved(self._borders, start, end)

    def span_before(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of the reworded text stood in the first one."""
        return _moved(self._borders_back, start, end)


def reword(doc: Document, pairs: Iterable[tuple[str, str]]) -> Rewording:
    """Replace words everywhere in a text, to see which measures move.

    Args:
        pairs: words and what shall stand for them; an empty string takes them out. Whole words only, in any
            case; the new words take over a capital at the beginning, or capitals throughout. *Regime* is
            found in *regime's* and not in *regimes*. Where two could stand, the longer is taken.

    Returns: both texts with the map between them; the first is not altered.

    Raises:
        ValueError: words that do not stand in the text, are given twice, or hold nothing to look for.

    Limits: grammar is not looked after: *an army* becomes *an police*.

    Source: own definition.

    >>> from analysis.text.document import make_document
    >>> swap = reword(make_document("The regime fell. Regimes fall."), [("regime", "government")])
    >>> swap.after.text, swap.span_after(11, 15)
    ('The government fell. Regimes fall.', (15, 19))
    """
    new_words: dict[str, str] = {}
    for old, new in pairs:
        key = _key(old)
        if not any(c.isalnum() for c in key):
            raise ValueError(f"there is no word to look for in {old!r}")
        if key in new_words:
            raise ValueError(f"{old!r} is given twice")
        new_words[key] = new
    places = _finder(new_words).finditer(doc.folded) if new_words else ()
    found = [(m.start(), m.end(), key) for m in places if (key := _key(m[0])) in new_words]
    standing = {key for _, _, key in found}
    if missing := [key for key in new_words if key not in standing]:
        raise ValueError(f"{missing[0]!r} does not stand in the text as a word of its own")
    return reword_spans(
        doc, [(start, end, _cased(new_words[key], doc.text[start:end])) for start, end, key in found]
    )


def reword_spans(doc: Document, replacements: Iterable[tuple[int, int, str]]) -> Rewording:
    """Replace stretches of a text, given as (start, end, new words), in any order.

    Raises:
        ValueError: a stretch is empty, lies outside the text, or two overlap.
    """
    ordered = sorted(replacements)
    for start, end, _ in ordered:
        if not 0 <= start < end <= len(doc.text):
            raise ValueError(f"there is no stretch from {start} to {end} in {len(doc.text)} characters")
    for (_, end, _), (start, _, _) in pairwise(ordered):
        if start < end:
            raise ValueError(f"two stretches to replace overlap at {start}")
    pieces, done, place, length = [], [], 0, 0
    for start, end, new in ordered:
        pieces += [doc.text[place:start], new]
        length += start - place
        done.append(Replacement(start, end, doc.text[start:end], length, length + len(new), new))
        place, length = end, length + len(new)
    after = "".join([*pieces, doc.text[place:]])
    return Rewording(doc, make_document(after, id=f"{doc.id}-reworded"), tuple(done))


def _finder(terms: Iterable[str]) -> re.Pattern[str]:
    """Any of the terms as whole words, the longest first; a blank stands for any white space."""
    longest_first = sorted(terms, key=lambda term: (-len(term), term))
    patterns = (r"\s+".join(map(re.escape, term.split())) for term in longest_first)
    return re.compile(rf"(?<!\w)(?:{'|'.join(patterns)})(?!\w)", re.IGNORECASE)


def _key(words: str) -> str:
    return " ".join(words.replace("’", "'").lower().split())


def _cased(new: str, old: str) -> str:
    if old.isupper() and len(old) > 1:
        return new.upper()
    return new[:1].upper() + new[1:] if old[:1].isupper() else new


def _moved(borders: Sequence[tuple[int, int, int, int]], start: int, end: int) -> tuple[int, int]:
    """A stretch on the other side; a start is taken behind what ends there, an end before what begins."""
    last = bisect_right(borders, start, key=lambda row: row[0]) - 1
    new_start = start
    if last >= 0:
        here, here_end, there, there_end = borders[last]
        new_start = there if here <= start < here_end else there_end + start - here_end
    last = bisect_left(borders, end, key=lambda row: row[0]) - 1
    new_end = end
    if last >= 0:
        here, here_end, there, there_end = borders[last]
        new_end = there_end if end <= here_end else there_end + end - here_end
    return new_start, max(new_start, new_end)
