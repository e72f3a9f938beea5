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


_NAME = r"(?:[A-Z][\w.’'-]*|(?:he|she|they|it|we|I|you|who)\b|(?:the|a|an|his|her|one)\s+[\w’'-]+)"
_SAID = (
    r"(?:said|says|say|told|tells|added|adds|asked|asks|replied|wrote|writes|tweeted|noted|explained|argued|"
    r"warned|insisted|continued|recalled|declared|announced|concluded|admitted|joked|claimed|stated|testified|"
    r"responded|answered|shouted|according\s+to)"
)
# “We wait, she said. / “We wait, said Mara Lind. The stop before the clause ended the quotation.
_REPORT = rf"\s+(?:{_NAME}(?:\s+[\w.’'-]+){{0,3}}\s+{_SAID}\b|{_SAID}\s+{_NAME})"
_CLAUSE = re.compile(rf"(?<=[,?!…—–]){_REPORT}")
# “We wait,” Brodie said.” — the last mark closes nothing
_ONLY_CLAUSE = re.compile(rf"(?:{_NAME}(?:\s+[\w.’'-]+){{0,3}}\s+{_SAID}|{_SAID}\s+{_NAME})\.?")
_CLAUSE_BEHIND = re.compile(_REPORT)
# called it “a joke and left: the verb behind *and* has the narrator's subject
_FRAGMENT_STOP = re.compile(
    r"\s(?:and|but)\s(?:\w+ed|left|went|said|told|took|made|gave|came|began|put|ran|won|lost|kept)\b|[.?!…][)\]]?(?=\s)"
)
# a digest names its source in brackets behind the quotation: … and waits. [The Tide]
_SOURCE = re.compile(r"\s\[[^\[\]]+\]$")
_LONGEST_SOURCE = 60
_FRAGMENT_END = re.compile(r"[,.;:?!](?=\s|$)")


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


def _introduced(text: str, sign: Sign) -> bool:
    """Whether a comma or colon leads to this mark: he said, ‘go home."""
    return text[max(0, sign.start - 2) : sign.start].rstrip().endswith((",", ":"))


def _gaps(
    pairing: Pairing, pairs: dict[int, int], k: int, limit: int
) -> Iterator[tuple[int, int, int | None]]:
    """The text behind an opener outside inner pairs: (start, end, the opener that follows)."""
    signs = pairing.signs
    at, j = signs[k].end, k + 1
    while j < len(signs) and signs[j].start < limit:
        if signs[j].role != "close" and signs[j].family == signs[k].family:
            yield at, signs[j].start, j
        else:
            yield at, signs[j].start, None
        closer = pairs.get(j, j)
        at, j = signs[closer].end, closer + 1
    yield at, limit, None


def _open_end(text: str, pairing: Pairing, pairs: dict[int, int], k: int, limit: int) -> tuple[int, bool]:
    """Where a quotation without closing mark ends, and whether evidence in the text says so."""
    if pairing.too_deep:
        return limit, False
    sign = pairing.signs[k]
    fragment = sign.behind.islower() and sign.before.isspace() and not _introduced(text, sign)
    for start, end, opener in _gaps(pairing, pairs, k, limit):
        if clause := _CLAUSE.search(text, start, end):
            return clause.start(), True
        if fragment and (stop := _FRAGMENT_STOP.search(text, start, end)):
            return (stop.start() if stop.group()[0].isspace() else stop.end()), True
        if opener is not None and _independent(text, pairing, pairs, opener):
            return sign.start + len(text[sign.start : end].rstrip()), True
        if source := _SOURCE.search(text, max(start, end - _LONGEST_SOURCE), end):
            return source.start(), True
    return limit, False


def _independent(text: str, pairing: Pairing, pairs: dict[int, int], k: int) -> bool:
    """Whether a mark opens a quotation of its own: a new sentence that ends before its mark."""
    sign = pairing.signs[k]
    if text[max(0, sign.start - 3) : sign.start].rstrip()[-1:] not in (".", "?", "!", "…", ":"):
        return False
    if sign.behind.islower():
        return False
    if k not in pairs:
        return True
    return pairing.signs[pairs[k]].before in (".", ",", "?", "!", "…")


def _inner_mark_lost(text: str, pairing: Pairing, pairs: dict[int, int], k: int, end: int) -> int | None:
    """The inner opener whose closing mark is the one that is missing, if it is not this one's.

    “They call it “bad business, which it is,” he said: the mark ends the whole.
    """
    signs = pairing.signs
    inner = k + 1
    if inner not in pairs or signs[inner].family != signs[k].family or not signs[inner].behind.islower():
        return None
    if _CLAUSE.search(text, signs[k].end, signs[inner].start):
        return None
    closer = signs[pairs[inner]]
    if closer.before not in (",", ".", "?", "!"):
        return None
    rest = text[closer.end : end].strip()
    if rest and not _CLAUSE_BEHIND.match(text, closer.end, end):
        return None
    return inner


def _fragment_end(text: str, start: int, limit: int) -> int:
    """Where a short quotation inside another ends that lost its mark: before the next stop."""
    stop = _FRAGMENT_END.search(text, start, limit)
    return stop.start() if stop else limit


def _lost_opening(doc: Document, signs: list[Sign], k: int, start: int) -> int | None:
    """Where a quotation begins whose opening mark is missing: with its sentence."""
    sign = signs[k]
    if sign.before not in (",", ".", "?", "!", "…"):
        return None
    sentence = doc.sentences.holding(sign.start)
    begin = max(doc.sentences.starts[sentence] if sentence is not None else start, start)
    if k:
        begin = max(begin, signs[k - 1].end)
    begin += len(doc.text[begin : sign.start]) - len(doc.text[begin : sign.start].lstrip())
    if begin >= sign.start or _ONLY_CLAUSE.fullmatch(doc.text, begin, sign.start):
        return None
    return begin
