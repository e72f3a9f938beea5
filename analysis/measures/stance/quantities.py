"""Numbers: how many, how much, how large, what share; and whether somebody is named who says so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from analysis.measures.stance.model import Sentence, StanceMatch
from analysis.measures.stance.other_figures import SCALES, SMALL, is_other, is_word, is_year

SCALE_SIGNS = frozenset(["m", "bn", "k", "tn", "mn"])
MANY = frozenset(["dozens", "hundreds", "thousands", "millions", "billions", "trillions"])
_PARTS = """
half halves third thirds quarter quarters fifth fifths tenth tenths sixth eighth
"""
PARTS = frozenset(_PARTS.split())
PERCENT = frozenset(["percent", "pct"])
FIRST_PARTS = SMALL | SCALES | {"one"}  # of a number word with a hyphen
WORDS = FIRST_PARTS | MANY | PARTS
_UNITS = (
    r"day|week|month|year|hour|minute|mile|foot|inch|member|person|point|ton|meter|metre|man|page|seat|part"
)
_COMPOUND = re.compile(rf"([a-z]+|\d[\d,.]*)-(?:{_UNITS}|percent)s?")
_FIGURE = re.compile(r"(\d[\d,.]*(?:[-/]\d[\d,.]*)?)-?([a-z]*)")
_MEASURED = re.compile(r"\d+'\d+")
_FRACTION_WORD = re.compile(
    r"(?:one|two|three|four|five|seven|nine)-(?:half|thirds?|quarters?|fifths?|tenths?|eighths?)"
)

REASONS = {
    "figure": "a figure",
    "word": "a number word",
    "many": "a plural of a number word",
    "part": "a fraction",
    "share": "one in so many",
    "compound": "a number before a unit, in one word",
}


class Number(NamedTuple):
    """A number of a sentence, and the rule by which it was found."""

    start: int
    end: int
    rule: str


def find_numbers(sentence: Sentence, places: Iterable[int]) -> Iterator[Number]:
    """The numbers of one sentence.

    Args:
        places: of the words that may begin a number.
    """
    behind = 0  # the place behind the last number
    for place in places:
        if place < behind:
            continue
        found = _number_at(sentence, place)
        if found is None:
            continue
        start, end, last, rule = found
        if rule and not is_other(sentence, place, last, rule):
            yield Number(start, end, rule)
        behind = last + 1


def make_number(sentence: Sentence, number: Number, source: str | None) -> StanceMatch:
    """A number with the mention that names its source, if there is one."""
    start, end, rule = number
    return StanceMatch(
        start, end, sentence.doc.text[start:end], "number", sourced=source is not None, source=source,
        rule=rule, reason=f"{REASONS[rule]} that says how many, how much or what share",
    )  # fmt: skip


def is_candidate(key: str) -> bool:
    """Whether a word may begin a number."""
    if key in WORDS or key[0].isdigit():
        return True
    return "-" in key and key.partition("-")[0] in FIRST_PARTS


def _number_at(sentence: Sentence, place: int) -> tuple[int, int, int, str] | None:
    """Start, end, last word and rule of the number that begins at a place."""
    key = sentence.keys[place]
    start, end = sentence.start(place), sentence.end(place)
    if key[0].isdigit():
        return _figure_at(sentence, place)
    if "-" in key:
        if _FRACTION_WORD.fullmatch(key):
            return start, end, place, "part"
        if compound := _COMPOUND.fullmatch(key):
            return start, start + compound.end(1), place, "compound" if is_word(compound[1]) else ""
    if key == "one":
        return _one_at(sentence, place)
    if key in PARTS:
        return _part_at(sentence, place)
    if not is_word(key) and key not in MANY:
        return None
    first = place
    if (
        key in ("hundred", "thousand", "million", "billion", "dozen", "trillion")
        and sentence.keys[place - 1] == "a"
    ):
        first = place - 1
    last = _extend(sentence, place)
    if key in MANY and sentence.keys[place + 1] == "of" and sentence.keys[place + 2] in MANY:
        last = place + 2  # hundreds of thousands
    return sentence.start(first), sentence.end(last), last, "many" if key in MANY else "word"


def _extend(sentence: Sentence, place: int) -> int:
    """The last word of a number that goes on: *four hundred and six thousand*, *12 percent*."""
    last = place
    while last + 1 < sentence.n_words and not sentence.gaps[last]:
        key = sentence.keys[last + 1]
        scaled = sentence.keys[last] in SCALES
        if key in SCALES or (scaled and is_word(key)):
            last += 1
        elif key == "and" and scaled and (is_word(sentence.keys[last + 2]) and not sentence.gaps[last + 1]):
            last += 2
        elif key == "and" and sentence.keys[last + 2] == "a" and sentence.keys[last + 3] in PARTS:
            last += 3
        elif key in PERCENT or (key in SCALE_SIGNS and sentence.keys[last][-1:].isdigit()):
            return last + 1
        elif key == "per" and sentence.keys[last + 2] == "cent":
            return last + 2
        else:
            break
    return last


def _figure_at(sentence: Sentence, place: int) -> tuple[int, int, int, str]:
    start, end, key = sentence.start(place), sentence.end(place), sentence.keys[place]
    if not key.isdecimal():
        if _MEASURED.fullmatch(key):
            return start, end, place, "figure"
        if compound := _COMPOUND.fullmatch(key):
            return start, start + compound.end(1), place, "compound"
        figure = _FIGURE.fullmatch(key)
        if not figure or figure[2] in ("st", "nd", "rd", "th", "s", "am", "pm", "a", "b", "c", "d", "e"):
            return start, end, place, ""
        if figure[2]:
            if not (figure[2] in SCALE_SIGNS or figure[2] in SCALES):
                end = start + figure.end(1)
            return start, end, place, "figure"
    last = _extend(sentence, place)
    end = sentence.end(last)
    if last == place and sentence.doc.text[end : end + 1] == "%":
        end += 1
    return start, end, last, "figure"


def _one_at(sentence: Sentence, place: int) -> tuple[int, int, int, str]:
    """*one* counts in *one in sixty*, *one percent*, *one million*; else it may be *a*, or a pronoun."""
    start, end = sentence.start(place), sentence.end(place)
    following = sentence.keys[place + 1]
    if (
        following in PERCENT
        or following in SCALES
        or (following == "per" and sentence.keys[place + 2] == "cent")
    ):
        last = _extend(sentence, place)
        return start, sentence.end(last), last, "word"
    if following in PARTS - {"half"}:
        return start, sentence.end(place + 1), place + 1, "part"
    for ahead in range(place + 1, min(place + 4, sentence.n_words - 1)):
        share = sentence.keys[ahead] == "in" and is_candidate(sentence.keys[ahead + 1])
        if share and not is_year(sentence, ahead + 1):
            return start, end, place, "share"
    return start, end, place, ""


def _part_at(sentence: Sentence, place: int) -> tuple[int, int, int, str]:
    """*half the town*, *a third of*, *two thirds*: but not *the third man* nor *the second half*."""
    key, before = sentence.keys[place], sentence.keys[place - 1]
    start, end = sentence.start(place), sentence.end(place)
    if key == "half":
        game = before in ("first", "second", "other", "better", "and")
        ordinary = game or sentence.gaps[place][:1] in ("-",)
        first = place - 1 if before == "a" else place
        return (
            sentence.start(first),
            end,
            place,
            "" if ordinary or sentence.keys[place + 1] == "past" else "part",
        )
    if before == "a" and (sentence.keys[place + 1] == "of" or sentence.gaps[place]):
        return sentence.start(place - 1), end, place, "part"
    if key.endswith("s") and key != "quarters":
        return start, end, place, "part"
    return start, end, place, ""
