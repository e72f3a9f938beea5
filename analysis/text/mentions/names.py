"""Names: stretches of words with capitals, cut into titles and the name itself."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import partial
from typing import NamedTuple

from analysis.text.document import Document, once
from analysis.text.mentions.habits import ACRONYM, end_of, surfaces, writes_small
from analysis.text.mentions.runs import find_runs
from analysis.text.remembered import Remembered
from analysis.text.wordlists import (
    load_given_names,
    load_organization_words,
    load_places,
    load_roles,
    role_of,
)

KIND_OF_PLACE = {"seat": "organization", "people": "people"}
# Words between a parenthesis and the first word that its acronym stands for, at most.
ACRONYM_REACH = 14
# What an office is of: Secretary of *State* Ann Lee, Chief of *Staff* Ann Lee.
_OFFICES = """
State Defense Defence Education Energy Labor Labour Commerce Transportation Transport Agriculture Interior
Justice Health Finance Staff Police Security Affairs Treasury War Trade Communications Operations
"""
OFFICES = frozenset(_OFFICES.split())
_OPENING = re.compile(r"\(")


class Name(NamedTuple):
    """A name as it stands: title, then the name's own words without possessive endings."""

    start: int  # of the title, where there is one
    end: int
    title: str
    words: tuple[str, ...]
    kind: str
    sentence: int
    written: str  # the name without its title, as it stands
    places: range  # numbers of the words, those of the title too
    acronym: str  # the acronym in parentheses behind it, or ""


_name = partial(tuple.__new__, Name)  # as Name._make, without a step in Python

# A name in a run of words, which are counted from the run's first: where it begins (with a title, where there
# is one), where the title ends, where the name ends; the title; the name's words; its kind; whether it may be
# no name, but a noun that a capital honors. A plain tuple: a large table of them is cheap to keep.
_Part = tuple[int, int, int, str, tuple[str, ...], str, bool]


@once
def find_names(doc: Document) -> tuple[Name, ...]:
    """All names of a document, sorted by place."""
    names: list[Name] = []
    acronyms = find_acronyms(doc)
    known, starts, text = surfaces(doc), doc.words.starts, doc.text
    for number, first, last in find_runs(doc):
        if known[first] in OFFICES:
            first += _office(known, first, last)
        for begin, cut, stop, title, words, kind, may_be_common in _PARTS[known[first : last + 1]]:
            start = starts[first + begin]
            if may_be_common and _common_noun(doc, start, words) and not _introduced(words, acronyms):
                continue
            end = starts[first + stop - 1] + len(known[first + stop - 1])
            written = text[starts[first + cut] : end]
            if stop - cut > 1:
                written = " ".join(written.split())
            places = range(first + begin, first + stop)
            names.append(_name((start, end, title, words, kind, number, written, places, "")))
    return tuple(_with_long_forms(doc, names, acronyms))


def _with_long_forms(doc: Document, names: list[Name], phrases: dict[str, tuple[int, int]]) -> list[Name]:
    """Phrases with an acronym behind them are one name, whatever names they hold."""
    if not phrases:
        return names
    long = sorted((start, end, acronym) for acronym, (start, end) in phrases.items())
    starts = [name.start for name in names]
    kept: list[Name] = []
    position = 0  # in names
    for start, end, acronym in long:
        first, behind = bisect_left(starts, start), bisect_left(starts, end)
        if (
            first < position
            or (first and names[first - 1].end > start)
            or (behind and names[behind - 1].end > end)
        ):
            continue  # it begins or ends inside another name
        words = tuple(doc.folded[start:end].split())
        sentence = doc.sentences.holding(start) or 0
        kept.extend(names[position:first])
        written = " ".join(doc.text[start:end].split())
        places = doc.words.inside(start, end)
        kept.append(Name(start, end, "", words, "organization", sentence, written, places, acronym))
        position = behind
    return kept + names[position:]


def _common_noun(doc: Document, start: int, words: tuple[str, ...]) -> bool:
    """Whether a capital only honors a word that the text also writes small: *the 1988 Fire*."""
    if not " ".join(words).isupper():  # MY HEDGE
        before = doc.folded[max(0, start - 12) : start].split()[-1:]
        if not before or not (before[0].lower() in ("the", "this", "a") or before[0].isdigit()):
            return False
    return all(writes_small(doc, word.lower()) for word in words)


def _introduced(words: tuple[str, ...], acronyms: dict[str, tuple[int, int]]) -> bool:
    return "".join(words).replace(".", "") in acronyms  # WHO is not who


def _find_parts(run: tuple[str, ...]) -> tuple[_Part, ...]:
    """The names in a run of words: none in a role (*Attorney General*), two around a second title."""
    if not run:
        return ()  # behind Secretary of State
    roles, places = load_roles(), load_places()
    whole = " ".join(run)
    if roles.keys() >= set(run) and run[-1] not in load_given_names():
        return ()  # the President, the Attorney General: a role, not a name
    if len(run) == 1 and places.get(whole) == "part":
        return ()  # the Street, the Town
    if len(run) == 1 and whole.endswith("s") and whole[:-1].lower() in roles:
        return ()  # Republicans: a group
    cut = 0
    if whole not in places and not _organization(run):
        for place in range(len(run) - 1):
            if run[place] in roles or run[place].removesuffix("s") in roles:
                cut = place + 1
        if not cut and len(run) > 2 and run[0].lower() in roles and run[0] not in roles:
            cut = 1  # Baker Zora Linde
    begin = cut
    if cut == 1:
        begin = 0
    while begin and (run[begin - 1] in roles or " ".join(run[:begin]) in roles):
        begin -= 1
    if begin > 0 and cut and _kind(run[:begin], "") == "unknown":
        begin = 0  # Shadow Home Secretary
    parts = []
    if begin > 0:
        parts.append(_part(run, 0, 0, begin))
    if cut and run[cut] == "of":  # Chief of Staff Ann Lee
        cut = next((n for n in range(cut + 1, len(run) - 1) if run[n] not in OFFICES), cut)
    name = _part(run, begin, cut, len(run))
    words, kind = name[4:6]
    if not (kind == "people" and len(words) == 1 and not words[0].endswith("s")):
        parts.append(name)  # but not Iranian, which describes what follows
    return tuple(parts)


def _part(run: tuple[str, ...], begin: int, cut: int, stop: int) -> _Part:
    title, words = " ".join(run[begin:cut]), run[cut:stop]
    kind = _kind(words, title)
    may_be_common = " ".join(words).isupper() or (kind == "unknown" and len(words) == 1)
    return begin, cut, stop, title, words, kind, may_be_common


_PARTS = Remembered(_find_parts)


def _office(known: tuple[str, ...], first: int, last: int) -> int:
    """How many words of a run belong to an office in front of the name: *Secretary of State*."""
    if first < 2 or known[first - 1] != "of" or not role_of(known[first - 2]):
        return 0
    run = known[first : last + 1]
    return next((n for n, word in enumerate(run) if word not in OFFICES), len(run))


def _organization(words: tuple[str, ...]) -> bool:
    """Whether the head of a name is a word for an organization: *Bank of Hull*, *Hull Post*."""
    head = words[: words.index("of")] if "of" in words else words
    return len(words) > 1 and (
        head[-1] in load_organization_words() or words[-1] in load_organization_words()
    )


def _kind(words: tuple[str, ...], title: str) -> str:
    """Person, organization, place, people, acronym or unknown."""
    whole = " ".join(words)
    places = load_places()
    if title:
        return "person"
    if whole in places:
        return KIND_OF_PLACE.get(places[whole], "place")
    if len(words) == 1 and whole.endswith("s") and places.get(whole[:-1]) == "people":
        return "people"
    if len(words) > 1 and places.get(words[-1]) == "part":
        return "place"
    if _organization(words) or words[-1].removesuffix(".") in (
        "Inc",
        "Corp",
        "Ltd",
        "LLC",
        "Co",
    ):
        return "organization"
    if len(words) == 1:
        bare = whole.replace(".", "")
        if whole.isupper() and 2 <= len(bare) <= ACRONYM:
            return "acronym"
        if whole in load_organization_words():
            return "organization"
        return "given" if whole in load_given_names() else "unknown"
    if words[0] in load_given_names() or any(len(word.strip(".")) == 1 for word in words[:-1]):
        return "person"
    return "unknown"


def find_acronyms(doc: Document) -> dict[str, tuple[int, int]]:
    """Acronyms in parentheses, with the phrase in front of them that they stand for.

    *Justice for the Victims of the Fire in Hull (JVFH)*: J, V, F and H begin words in front of it.
    """
    found: dict[str, tuple[int, int]] = {}
    text, starts, ends = doc.text, doc.words.starts, doc.words.ends
    for mark in _OPENING.finditer(text):
        start = mark.end()
        word = bisect_left(starts, start)
        if not 0 < word < len(starts) or starts[word] != start or text[ends[word] : ends[word] + 1] != ")":
            continue
        acronym = text[start : ends[word]].replace(".", "")
        if not (acronym.isupper() and 2 <= len(acronym) <= ACRONYM and acronym not in found):
            continue
        letters = list(acronym)
        for back in range(word - 1, max(-1, word - 1 - ACRONYM_REACH), -1):
            if text[starts[back]] == letters[-1]:
                letters.pop()
                if not letters:
                    found[acronym] = (starts[back], end_of(doc, word - 1))
                    break
    return found
