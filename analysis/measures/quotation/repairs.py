"""Repairs: what a reader supplies where a quotation mark is missing, and a warning for it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import count
from typing import NamedTuple

from analysis.measures.quotation.pairs import Pairing
from analysis.measures.quotation.signs import Sign
from analysis.text.document import Document


class Stretch(NamedTuple):
    """A stretch in marks before levels are counted; an empty mark is one that is missing."""

    start: int
    end: int
    opener: str
    closer: str
    group: int
    repaired: bool


class _Carried(NamedTuple):
    """A quotation left open at a paragraph's end that the next paragraph goes on with."""

    family: str
    group: int


class _Reading(NamedTuple):
    """What was decided about one paragraph."""

    stretches: list[Stretch]
    carried: list[_Carried]
    warnings: list[str]


def mend(doc: Document, pairings: list[Pairing], *, singles_quote: bool) -> tuple[list[Stretch], list[str]]:
    """All stretches of the document with missing marks supplied, and the warnings."""
    groups = count(1)
    carried: list[_Carried] = []
    stretches: list[Stretch] = []
    warnings: list[str] = []
    for number, pairing in enumerate(pairings):
        following = pairings[number + 1] if number + 1 < len(pairings) else None
        next_start = doc.paragraphs.starts[number + 1] if following else 0
        goes_on = following is not None and _goes_on(following, next_start)
        reading = _read_paragraph(doc, number, pairing, carried, groups, goes_on, singles_quote)
        stretches += reading.stretches
        carried = reading.carried
        warnings += [f"Paragraph {number + 1}: {message}" for message in dict.fromkeys(reading.warnings)]
    return stretches, warnings


def _goes_on(following: Pairing, start: int) -> bool:
    """Whether a paragraph can continue a quotation: it re-opens it, or closes what it never opened."""
    if not following.signs:
        return False
    if following.signs[0].start == start and following.signs[0].role != "close":
        return True
    return _lost_reopening(following) is not None


def _lost_reopening(pairing: Pairing) -> int | None:
    """The closing mark without partner that ends what an earlier paragraph opened."""
    for closer in pairing.closers:
        if pairing.signs[closer].family == "single":
            continue
        first_opener = min([*pairing.openers[:1], *(a for a, _ in pairing.pairs[:1]), closer])
        return closer if first_opener == closer else None
    return None


def _read_paragraph(
    doc: Document,
    number: int,
    pairing: Pairing,
    carried: list[_Carried],
    groups: count[int],
    goes_on: bool,
    singles_quote: bool,
) -> _Reading:
    start, end = doc.paragraphs[number]
    signs, text = pairing.signs, doc.text
    pairs = dict(pairing.pairs)
    group_of = _reopened(signs, start, carried)
    reading = _Reading([], [], [])
    open_end: dict[int, int] = {}  # opener without partner -> where its quotation is taken to end
    limits = _limits(pairing, end)

    for k in pairing.openers:
        sign = signs[k]
        enclosed = limits[k] < end
        if sign.family == "single" and not singles_quote and not (enclosed and _introduced(text, sign)):
            continue
        limit = min([limits[k], *(stop for stop in open_end.values() if stop > sign.start)])
        swapped = None if goes_on or enclosed else _inner_mark_lost(text, pairing, pairs, k, end)
        if swapped is not None:
            inner = swapped
            closer = pairs.pop(inner)
            pairs[k] = closer
            stop = _fragment_end(text, signs[inner].end, signs[closer].start)
            open_end[inner] = stop
            reading.stretches.append(
                Stretch(signs[inner].start, stop, _mark(text, signs[inner]), "", next(groups), True)
            )
            reading.warnings.append(_MISSING_CLOSER)
            continue
        stop, by_rule = _open_end(text, pairing, pairs, k, limit)
        continued = goes_on and stop == end and not by_rule
        group = group_of.get(k) or next(groups)
        open_end[k] = stop
        reading.stretches.append(Stretch(sign.start, stop, _mark(text, sign), "", group, not continued))
        if continued:
            reading.carried.append(_Carried(sign.family, group))
        else:
            reading.warnings.append(_MISSING_CLOSER)

    for k, closer in pairs.items():
        a, b = signs[k], signs[closer]
        group = group_of.get(k) or next(groups)
        reading.stretches.append(Stretch(a.start, b.end, _mark(text, a), _mark(text, b), group, False))

    lost = _lost_reopening(pairing) if carried and not group_of else None
    for k in pairing.closers:
        sign = signs[k]
        if k == lost:
            group = carried[0].group
            reading.stretches.append(Stretch(start, sign.end, "", _mark(text, sign), group, True))
            reading.warnings.append(_MISSING_REOPENING)
        elif sign.family != "single" or singles_quote:
            begin = _lost_opening(doc, signs, k, start)
            if begin is None:
                if sign.family != "single":
                    reading.warnings.append(_STRAY_CLOSER)
            else:
                reading.stretches.append(Stretch(begin, sign.end, "", _mark(text, sign), next(groups), True))
                reading.warnings.append(_MISSING_OPENER)
    return reading


_MISSING_CLOSER = "a closing quotation mark is missing; the quotation is read up to where it seems to end."
_MISSING_OPENER = "an opening quotation mark is missing; the quotation is read from where it seems to begin."
_MISSING_REOPENING = "a quotation goes on from the paragraph before without a new opening mark."
_STRAY_CLOSER = "a closing quotation mark without an opening one is left out."


def _mark(text: str, sign: Sign) -> str:
    return text[sign.start : sign.end]


def _reopened(signs: list[Sign], start: int, carried: list[_Carried]) -> dict[int, int]:
    """Opening marks at a paragraph's start that take up a carried quotation: index -> group."""
    taken: dict[int, int] = {}
    at = start
    for k, (sign, quotation) in enumerate(zip(signs, carried, strict=False)):
        if sign.start != at or sign.role == "close" or sign.family != quotation.family:
            break
        taken[k] = quotation.group
        at = sign.end
    return taken


def _limits(pairing: Pairing, end: int) -> dict[int, int]:
    """For each opener without partner: where the pair around it closes, or the paragraph's end."""
    limits: dict[int, int] = {}
    around: list[int] = []
    pairs = dict(pairing.pairs)
    for k in sorted([*pairs, *pairing.openers]):
        while around and around[-1] < k:
            around.pop()
        if k in pairs:
            around.append(pairs[k])
        else:
            limits[k] = pairing.signs[around[-1]].start if around else end
    return limits


