"""Figures that are no numbers in our sense: dates, times, ages, addresses, parts of names."""

from __future__ import annotations

import re

from analysis.measures.stance.model import Sentence

_SMALL = """
two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety
"""
SMALL = frozenset(_SMALL.split())
SCALES = frozenset(["hundred", "thousand", "million", "billion", "trillion", "dozen"])
_MONTHS = """
january february march april may june july august september october november december jan feb mar apr
jun jul aug sep sept oct nov dec
"""
MONTHS = frozenset(_MONTHS.split())
_STREETS = """
street road avenue lane drive square boulevard place st ave rd terrace highway
"""
STREETS = frozenset(_STREETS.split())
_PEOPLE = """
he she i who they you he's she's i'm they're you're who's
"""
PEOPLE = frozenset(_PEOPLE.split())
_BE = """
is was be am are were turned turns turn being
"""
BE = frozenset(_BE.split())
_CHILD = """
boy girl man woman child son daughter boys girls children lad
"""
CHILD = frozenset(_CHILD.split())
_NAMED = """
no nos number chapter page article room route flight section line gate
"""
NAMED = frozenset(_NAMED.split())
PUTTING = frozenset(["put", "puts", "stood", "stands", "estimated", "estimates", "capped", "set"])
YEAR = range(1000, 2101)
CURRENCY = "$£€¥"
_YEARS = re.compile(r"\d{4}-\d{2,4}")
_CLOCK = re.compile(r"\d{1,2}[:.]\d\d")
_CODE = re.compile(r"\d{3}-\d{3,4}|\d{3}-\d{3}-\d{4}|0\d{2,}")  # a telephone number, a code


def is_year(sentence: Sentence, place: int) -> bool:
    """Whether a figure may be a year."""
    key = sentence.keys[place]
    return key.isdecimal() and len(key) == 4 and int(key) in YEAR


def is_other(sentence: Sentence, first: int, last: int, rule: str) -> bool:
    """Whether a number is a date, a year, a time of day, an age, an address or part of a name."""
    if rule in ("part", "share", "many"):
        return False
    key, before, after = sentence.keys[first], sentence.keys[first - 1], sentence.keys[last + 1]
    gap_before = sentence.gaps[first - 1] if first else ""
    gap_after = sentence.gaps[last]
    if rule == "compound":
        return "year-old" in key
    if (
        any(sign in gap_before for sign in CURRENCY)
        or last > first
        or (key[-1:] in "mn%" and key[:1].isdigit())
    ):
        return False
    measured = "%" in gap_after[:1]
    if measured:
        return False
    if gap_before.endswith("'") and len(key) == 2 and key.isdecimal():
        return True  # '62
    return (
        _is_date(sentence, first, before, after, gap_before, gap_after)
        or _is_time(sentence, first, before, after, gap_before, gap_after)
        or _is_age(sentence, first, before, after, gap_before, gap_after)
        or _is_name(sentence, first, before, after, gap_before, gap_after)
    )


def _is_date(sentence: Sentence, place: int, before: str, after: str, gap: str, behind: str) -> bool:
    key = sentence.keys[place]
    if "/" in key or _YEARS.fullmatch(key):
        return key.count("/") != 1 or key == "9/11"
    day = key.isdecimal() and int(key) < 32 if len(key) < 5 else False
    if day and ((before in MONTHS and gap in ("", ".")) or (after in MONTHS and not behind)):
        return sentence.tags[place - 1] != "MD"
    if not is_year(sentence, place):
        return False
    noun = place + 1 + (sentence.tags[place + 1] == "JJ")
    counted = not behind and sentence.tags[noun] == "NNS" and before not in MONTHS
    return not counted or before in ("in", "since", "between")


def _is_time(sentence: Sentence, place: int, before: str, after: str, gap: str, behind: str) -> bool:
    key = sentence.keys[place]
    if _CLOCK.fullmatch(key) and (":" in key or before == "at" or after in ("am", "pm", "a.m", "p.m")):
        return True
    if after.rstrip(".") in ("am", "pm", "a.m", "p.m", "o'clock") and not behind:
        return True
    small = key in SMALL or (key.isdecimal() and len(key) < 3)
    if not small:
        return False
    if before in ("past", "to") and (sentence.keys[place - 2] in SMALL | {"half", "quarter", "minutes"}):
        return (
            sentence.keys[place - 3] != "from" and after not in MONTHS and sentence.tags[place + 1] != "NNS"
        )
    if (
        after in ("past", "to")
        and sentence.keys[place + 2] in SMALL
        and before in ("at", "until", "by", "about")
    ):
        return True
    if before == "of" and sentence.keys[place - 2] == "stroke":
        return True
    if before == "at" and not PUTTING.isdisjoint(sentence.keys[max(0, place - 9) : place]):
        return False  # put the number of guests at nine
    plain = bool(behind) or not sentence.tags[place + 1].startswith(("NN", "JJ", "CD"))
    weekday = after.endswith("day") or after in ("tonight", "tomorrow", "sharp")
    return before in ("at", "until", "till", "past") and (plain or weekday)


def _is_age(sentence: Sentence, place: int, before: str, after: str, gap: str, behind: str) -> bool:
    key = sentence.keys[place]
    if before in ("aged", "age", "ages"):
        return True
    if after in ("years", "year", "months") and sentence.keys[place + 2] in ("old", "older"):
        return True
    small = key in SMALL or is_word(key) or (key.isdecimal() and len(key) < 4 and int(key) < 120)
    closed = (
        bool(behind)
        or place + 1 == sentence.n_words
        or sentence.tags[place + 1] in ("CC", "IN", "WRB", "VBD")
    )
    if not small or not closed:
        return False
    if gap == "," and behind[:1] in (",", ".", ")", ";") and sentence.tags[place - 1] in ("NNP", "NNPS"):
        return behind[:1] != "." or not before[-1:].isdigit()
    if before == "of" and sentence.keys[place - 2] in CHILD:
        return True
    if before in BE or before in ("just", "only", "now", "nearly", "he's", "she's", "i'm"):
        people = any(sentence.keys[n] in PEOPLE for n in range(max(0, place - 4), place))
        return people and not gap
    return False


def _is_name(sentence: Sentence, place: int, before: str, after: str, gap: str, behind: str) -> bool:
    key = sentence.keys[place]
    written = sentence.doc.text[sentence.start(place)]
    if _CODE.fullmatch(key) or (before in NAMED and gap in ("", ".")):
        return True
    if gap == "#":
        return True
    here = sentence.doc.text[sentence.start(place + 1)] if after else ""
    if not behind and here.isupper() and not key[-1].isalpha():
        # 14 Mill Lane
        ahead = [sentence.keys[n] for n in range(place + 1, min(place + 4, sentence.n_words))]
        if STREETS.intersection(ahead):
            return True
    if written.isupper() and place and gap not in (":", '"', ".", '."') and not gap.endswith('"'):
        return sentence.tags[place] != "CD" or here.isupper()  # the Big Ten, Two Rivers
    if gap or not before:
        return False
    capital = sentence.doc.text[sentence.start(place - 1)].isupper()
    counts = sentence.tags[place + 1] in ("NN", "NNS", "JJ", "CD") and not behind
    title = (
        sentence.tags[place - 1] in ("NNP", "NNPS", "NN")
        and capital
        and (place > 1 or sentence.tags[0] == "NNP")
    )
    score = behind.startswith(",") and _scores(sentence, place)
    score = score or (
        place > 3 and sentence.keys[place - 2][:1].isdigit() and "," in sentence.gaps[place - 2]
    )
    return title and not counts and not score


def _scores(sentence: Sentence, place: int) -> bool:
    """Whether the other half of a score follows: *Hull 3, Leeds 2*."""
    return any(sentence.keys[n].isdecimal() for n in range(place + 2, min(place + 4, sentence.n_words)))


def is_word(key: str) -> bool:
    """Whether a word is a number word: *forty*, *twenty-one*."""
    parts = key.split("-")
    return all(
        part in SMALL or part in SCALES or (number and part == "one") for number, part in enumerate(parts)
    )
