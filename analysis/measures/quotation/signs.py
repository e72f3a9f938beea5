"""Signs: the quotation marks of a paragraph, each with what it can do where it stands.

A mark opens when a space, a bracket or a dash stands before it and a word behind it; it closes
when it follows a word or a stop and is followed by a space or a stop. The place decides, because
it is the same in straight and in curly type. Where it does not, the order does (see `pairs`); only
guillemets, which French sets between spaces, go by their shape then.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from analysis.measures.quotation.apostrophes import SINGLES, read_single
from analysis.text.making import maker
from analysis.text.patterns import find_characters
from analysis.text.remembered import Remembered

DOUBLES = '"“”„‟〝〞'
GUILLEMETS = "«»"
ANGLES = "‹›"
MARKS = DOUBLES + GUILLEMETS + ANGLES + SINGLES
# More marks in a row than this are a ruler or noise.
_LONGEST_RUN = 8
# Marks inside <a href="…"> belong to the markup of a page, not to the text.
_TAG = re.compile(r"<[A-Za-z/][^<>]*>")
_SHAPE = {"«": "open", "»": "close", "‹": "open", "›": "close"}

_STOPS = ",.;:?!…"
_AFTER_CLOSING = ")]}>/\\|*_"
_STOP_ENDS = re.compile(rf"[{_STOPS}](?=\s|$|[)\]{DOUBLES}{GUILLEMETS}{ANGLES}’‘'])(?!\s\.)")
# soft hyphens, joiners and direction marks have no width and belong to no word
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\ufeff"
_DASHES = "-‐‑‒–—―"
_BEFORE_OPENING = "([{<=/\\|*_" + _DASHES


class Sign(NamedTuple):
    """One mark: where it stands, its family, what it does and whether that is sure."""

    start: int
    end: int
    family: str  # double, single, guillemet, angle
    role: str  # open, close, either
    sure: bool  # False: a single mark that may as well be an apostrophe
    before: str  # the character before the run of marks, "" at a paragraph's start
    behind: str  # the character behind the run of marks, "" at a paragraph's end


_sign = maker(Sign)


def find_runs(text: str) -> list[tuple[int, int]]:
    """Where marks stand, those side by side as one run; apostrophes within a word (can't) are left out."""
    places = find_characters(text, MARKS)
    runs: list[tuple[int, int]] = []
    first, end = -1, -1  # of the run that is being read
    for place in [*places, len(text) + 1]:
        if place != end:
            if end > first and not _is_within_word(text, first, end):
                runs.append((first, end))
            first = place
        end = place + 1
    return runs


def _is_within_word(text: str, a: int, b: int) -> bool:
    """Whether a run is one apostrophe between letters: `read_single` would say so too."""
    return b - a == 1 and text[a] in SINGLES and text[a - 1 : a].isalnum() and text[b : b + 1].isalnum()


def find_signs(text: str, start: int, end: int, runs: list[tuple[int, int]]) -> list[Sign]:
    """The marks of one paragraph in order; apostrophes, inch signs and markup are left out."""
    return _without_inches(text, _read_signs(text, start, end, runs)) if runs else []


def _read_signs(text: str, start: int, end: int, runs: list[tuple[int, int]]) -> list[Sign]:
    signs: list[Sign] = []
    tags = _find_tags(text, start, end)
    tags.reverse()
    for a, b in runs:
        while tags and tags[-1][1] <= a:
            tags.pop()
        if b - a > _LONGEST_RUN or (tags and tags[-1][0] < a):
            continue
        before_at = a - 1
        while before_at >= start and a - before_at < _LONGEST_RUN and text[before_at] in _INVISIBLE:
            before_at -= 1
        before = text[before_at] if before_at >= start else ""
        behind = text[b] if b < end else ""
        place = _role_by_place(text, before, behind, b, end)
        if b - a == 1 and text[a] in DOUBLES:
            signs.append(_sign((a, b, "double", place, True, before, behind)))
            continue
        for at, until, family in _units(text, a, b, place):
            if family == "single":
                role, sure = read_single(text, at, before, behind, place, start, end, alone=b - a == 1)
                if role:
                    signs.append(Sign(at, until, family, role, sure, before, behind))
                continue
            role = place
            if place == "either" and family != "double":
                role = _SHAPE[text[at]]  # « mots »: the shape has a direction that writers keep
            signs.append(Sign(at, until, family, role, True, before, behind))
    return signs


def _find_tags(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where markup with attributes stands."""
    if text.find("<", start, end) < 0:
        return []
    return [tag.span() for tag in _TAG.finditer(text, start, end) if "=" in tag.group()]


def _role_by_place(text: str, before: str, behind: str, behind_at: int, end: int) -> str:
    """What any mark does between these two characters: open, close or either."""
    if behind and behind in _STOPS:
        # “… and”, “.5 per cent”, “. . . and”: a stop that begins something
        begins = behind == "…" or not _STOP_ENDS.match(text, behind_at, end)
        return "open" if begins and not _is_word_before(before) else "close"
    return _ROLES[before, behind]


def _is_word_before(before: str) -> bool:
    return bool(before) and not before.isspace() and before not in _BEFORE_OPENING


def _role_between(characters: tuple[str, str]) -> str:
    before, behind = characters
    word_before = _is_word_before(before)
    if not behind or behind.isspace() or behind in _AFTER_CLOSING:
        if word_before or (before in _DASHES and before):
            return "close"
        if not behind:
            return "close" if before else "either"
        return "open" if not before else "either"
    if behind in _DASHES:
        return "close" if word_before else "either" if before in _DASHES and before else "open"
    if not word_before:
        return "open"
    return "open" if before == ":" else "either"


_ROLES = Remembered(_role_between)


def _units(text: str, a: int, b: int, place: str) -> Iterator[tuple[int, int, str]]:
    """The marks of a run; two single ones side by side are one double ('' or ``)."""
    at = a
    while at < b:
        mark = text[at]
        if mark in SINGLES:
            stop = at
            while stop < b and text[stop] in SINGLES:
                stop += 1
            yield from _single_units(at, stop, place)
            at = stop
            continue
        family = "guillemet" if mark in GUILLEMETS else "angle" if mark in ANGLES else "double"
        yield at, at + 1, family
        at += 1


def _single_units(a: int, b: int, place: str) -> Iterator[tuple[int, int, str]]:
    """Pairs of single marks; the odd one stands inside: last when they open, first when they close."""
    odd = (b - a) % 2
    if odd and place != "open":
        yield a, a + 1, "single"
        a += 1
    while b - a >= 2:
        yield a, a + 2, "double"
        a += 2
    if a < b:
        yield a, a + 1, "single"


def _without_inches(text: str, signs: list[Sign]) -> list[Sign]:
    """Without the straight marks that stand for inches or seconds: 6'2", a 5" pipe."""
    if _MEASURES.isdisjoint([sign.before for sign in signs]):
        return signs
    kept: list[Sign] = []
    open_doubles = 0
    for number, sign in enumerate(signs):
        if sign.family == "double":
            later = next((s for s in signs[number + 1 : number + 4] if s.family == "double"), None)
            if text[sign.start] == '"' and _is_inch(text, sign, open_doubles > 0, later):
                continue
            if sign.role == "open" or (sign.role == "either" and not open_doubles):
                open_doubles += 1
            else:
                open_doubles = max(0, open_doubles - 1)
        kept.append(sign)
    return kept


_MEASURES = frozenset("0123456789½¼¾")
_FEET_AND_INCHES = re.compile(r"\d['’′]\s?\d{1,2}(?:½|¼|¾)?$")
_MEASURED = re.compile(r"\s?(?:x|×|by|tall|wide|long|deep|thick|high|diameter)\b")


def _is_inch(text: str, sign: Sign, is_open: bool, later: Sign | None) -> bool:
    if sign.before not in _MEASURES:
        return False
    if _FEET_AND_INCHES.search(text, max(0, sign.start - 8), sign.start):
        return True
    if _MEASURED.match(text, sign.end):
        return True
    if not is_open:
        return True
    # “a 5" pipe will do,” he said: the next mark closes too, so this one did not
    return later is not None and later.role == "close" and sign.behind == " "
