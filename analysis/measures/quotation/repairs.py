"""Repairs: every stretch of a text in marks, the missing marks supplied, with a warning for each."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from typing import NamedTuple

from analysis.measures.quotation.continuations import Carried, find_lost_reopening, find_reopened, may_go_on
from analysis.measures.quotation.endings import (
    find_beginning_without_mark,
    find_end_without_mark,
    find_fragment_end,
    find_inner_without_mark,
    is_introduced,
)
from analysis.measures.quotation.pairs import Pairing
from analysis.measures.quotation.signs import Sign
from analysis.text.document import Document
from analysis.text.making import maker

MISSING_CLOSER = "a closing quotation mark is missing; the quotation is read up to where it seems to end."
MISSING_OPENER = "an opening quotation mark is missing; the quotation is read from where it seems to begin."
MISSING_REOPENING = "a quotation goes on from the paragraph before without a new opening mark."
STRAY_CLOSER = "a closing quotation mark without an opening one is left out."


class Stretch(NamedTuple):
    """A stretch in marks before levels are counted; an empty mark is one that is missing."""

    start: int
    end: int
    opener: str
    closer: str
    group: int
    repaired: bool


_stretch = maker(Stretch)


class _Paragraph(NamedTuple):
    """One paragraph and what its neighbours say about it."""

    doc: Document
    start: int
    end: int
    pairing: Pairing
    groups: dict[int, int]  # opening mark -> the group that it re-opens
    goes_on: bool  # the next paragraph can take up what is open here
    singles_quote: bool

    @property
    def text(self) -> str:
        return self.doc.text

    def mark(self, sign: Sign) -> str:
        return self.doc.text[sign.start : sign.end]

    def quotes(self, sign: Sign) -> bool:
        """Whether a mark without partner quotes: a single one only where single marks are the rule."""
        return sign.family != "single" or self.singles_quote


class _Reading(NamedTuple):
    """What was decided about one paragraph; ``carried`` is still open at its end."""

    stretches: list[Stretch]
    carried: list[Carried]
    warnings: list[str]


def mend(doc: Document, pairings: list[Pairing], *, singles_quote: bool) -> tuple[list[Stretch], list[str]]:
    """All stretches of the document with missing marks supplied, and the warnings."""
    counter = count(1)
    carried: list[Carried] = []
    stretches: list[Stretch] = []
    warnings: list[str] = []
    starts, ends = doc.paragraphs.starts, doc.paragraphs.ends
    for number, pairing in enumerate(pairings):
        if not pairing.signs:
            carried = []
            continue
        if not carried and not pairing.openers and not pairing.closers:  # as nearly always: none is missing
            stretches += [_between(doc.text, pairing, a, b, next(counter)) for a, b in pairing.pairs]
            continue
        follows = number + 1 < len(pairings)
        paragraph = _Paragraph(
            doc,
            starts[number],
            ends[number],
            pairing,
            find_reopened(pairing.signs, starts[number], carried),
            follows and may_go_on(pairings[number + 1], starts[number + 1], singles_quote),
            singles_quote,
        )
        reading = _read(paragraph, carried, counter)
        stretches += reading.stretches
        carried = reading.carried
        warnings += [f"Paragraph {number + 1}: {message}" for message in dict.fromkeys(reading.warnings)]
    return stretches, warnings


def _read(paragraph: _Paragraph, carried: list[Carried], counter: count[int]) -> _Reading:
    pairs = dict(paragraph.pairing.pairs)
    reading = _unclosed(paragraph, pairs, counter)  # may give an opener the partner of another
    for k, closer in pairs.items():
        group = paragraph.groups.get(k) or next(counter)
        reading.stretches.append(_between(paragraph.text, paragraph.pairing, k, closer, group))
    taken_up = carried[0].group if carried and not paragraph.groups else None
    for stretch, warning in _unopened(paragraph, taken_up, counter):
        reading.warnings.append(warning)
        if stretch:
            reading.stretches.append(stretch)
    return reading


def _between(text: str, pairing: Pairing, opener: int, closer: int, group: int) -> Stretch:
    """The stretch from one mark to another, both by number."""
    start, opened, *_ = pairing.signs[opener]
    closed, end, *_ = pairing.signs[closer]
    return _stretch((start, end, text[start:opened], text[closed:end], group, False))


def _unclosed(paragraph: _Paragraph, pairs: dict[int, int], counter: count[int]) -> _Reading:
    """The quotations whose closing mark is not in this paragraph."""
    signs, text = paragraph.pairing.signs, paragraph.text
    reading = _Reading([], [], [])
    around: list[int] = []  # ends of the unclosed quotations that a later one may stand in
    for k, limit in _limits(paragraph.pairing, paragraph.end):
        sign = signs[k]
        enclosed = limit < paragraph.end
        if not paragraph.quotes(sign) and not (enclosed and is_introduced(text, sign)):
            continue
        while around and around[-1] <= sign.start:
            around.pop()
        if not paragraph.goes_on and not enclosed:
            inner = find_inner_without_mark(text, paragraph.pairing, pairs, k, paragraph.end)
            if inner is not None:
                closer = pairs[k] = pairs.pop(inner)
                k, sign = inner, signs[inner]
                stop = find_fragment_end(text, sign.end, signs[closer].start)
                reading.stretches.append(
                    Stretch(sign.start, stop, paragraph.mark(sign), "", next(counter), True)
                )
                reading.warnings.append(MISSING_CLOSER)
                continue
        limit = min([limit, *around[-1:]])
        stop, shown = find_end_without_mark(text, paragraph.pairing, pairs, k, limit)
        around.append(stop)
        continued = paragraph.goes_on and stop == paragraph.end and not shown
        group = paragraph.groups.get(k) or next(counter)
        reading.stretches.append(Stretch(sign.start, stop, paragraph.mark(sign), "", group, not continued))
        if continued:
            reading.carried.append(Carried(sign.family, group))
        else:
            reading.warnings.append(MISSING_CLOSER)
    return reading


def _unopened(
    paragraph: _Paragraph, taken_up: int | None, counter: count[int]
) -> Iterator[tuple[Stretch | None, str]]:
    """The quotations whose opening mark is not in this paragraph, or a warning alone for a stray mark."""
    signs = paragraph.pairing.signs
    lost = None
    if taken_up is not None:
        lost = find_lost_reopening(paragraph.pairing, paragraph.singles_quote)
    for k in paragraph.pairing.closers:
        sign = signs[k]
        if not paragraph.quotes(sign):
            continue
        if k == lost and taken_up is not None:
            mark = paragraph.mark(sign)
            yield Stretch(paragraph.start, sign.end, "", mark, taken_up, True), MISSING_REOPENING
            continue
        begin = find_beginning_without_mark(paragraph.doc, signs, k, paragraph.start)
        if begin is not None:
            mark = paragraph.mark(sign)
            yield Stretch(begin, sign.end, "", mark, next(counter), True), MISSING_OPENER
        elif sign.family != "single":
            yield None, STRAY_CLOSER


def _limits(pairing: Pairing, end: int) -> Iterator[tuple[int, int]]:
    """Each opener without partner, with where the pair around it closes, or the paragraph's end."""
    if not pairing.openers:
        return
    pairs = dict(pairing.pairs)
    around: list[int] = []
    for k in sorted([*pairs, *pairing.openers]):
        while around and around[-1] < k:
            around.pop()
        if k in pairs:
            around.append(pairs[k])
        else:
            yield k, pairing.signs[around[-1]].start if around else end
