"""Names: stretches of words with capitals, cut into titles and the name itself."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from analysis.text.document import Document, once
from analysis.text.mentions.runs import ACRONYM, Habits, end_of, find_habits, find_runs, surface_of
from analysis.text.tagging import tag_sentence
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


@dataclass(frozen=True, slots=True)
class Name:
    """A name as it stands: title, then the name's own words without possessive endings."""

    start: int  # of the title, where there is one
    end: int
    title: str
    words: tuple[str, ...]
    kind: str
    sentence: int
    written: str  # the name without its title, as it stands
    acronym: str = ""  # the acronym in parentheses behind it


@once
def find_names(doc: Document) -> tuple[Name, ...]:
    """All names of a document, sorted by place."""
    habits = find_habits(doc)
    names: list[Name] = []
    acronyms = find_acronyms(doc)
    for number, words in enumerate(doc.sentence_words):
        for first, last in find_runs(doc, tag_sentence(doc, number), words, habits):
            for name in _names_of_run(doc, number, first, last):
                introduced = "".join(name.words).replace(".", "") in acronyms  # WHO is not who
                if introduced or not _common_noun(doc, name, habits):
                    names.append(name)
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
        kept.append(Name(start, end, "", words, "organization", sentence, written, acronym))
        position = behind
    return kept + names[position:]


def _common_noun(doc: Document, name: Name, habits: Habits) -> bool:
    """Whether a capital only honors a word that the text also writes small: *the 1988 Fire*."""
    small = [habits.writes_small(word.lower()) for word in name.words]
    if " ".join(name.words).isupper() and all(small):
        return True  # MY HEDGE
    if name.kind != "unknown" or len(name.words) > 1 or not small[0]:
        return False
    before = doc.folded[max(0, name.start - 12) : name.start].split()
    return bool(before) and (before[-1].lower() in ("the", "this", "a") or before[-1].isdigit())


def _names_of_run(doc: Document, number: int, first: int, last: int) -> Iterator[Name]:
    """The name or names of one run: *Senate Committee Chairman Ann Lee* holds two."""
    surfaces = [surface_of(doc, word) for word in range(first, last + 1)]
    roles, places = load_roles(), load_places()
    whole = " ".join(surfaces)
    if all(surface in roles for surface in surfaces) and surfaces[-1] not in load_given_names():
        return  # the President, the Attorney General: a role, not a name
    if len(surfaces) == 1 and places.get(whole) == "part":
        return  # the Street, the Town
    if len(surfaces) == 1 and whole.endswith("s") and whole[:-1].lower() in roles:
        return  # Republicans: a group
    cut = _office(doc, first, surfaces)
    if cut == len(surfaces):
        return  # Secretary of State: a role
    if cut:
        yield from _names_of_run(doc, number, first + cut, last)
        return
    if places.get(whole) is None and not _organization(surfaces):
        for place in range(len(surfaces) - 1):
            if surfaces[place] in roles or surfaces[place].removesuffix("s") in roles:
                cut = place + 1
        if not cut and len(surfaces) > 2 and surfaces[0].lower() in roles and surfaces[0] not in roles:
            cut = 1  # Baker Zora Linde
    title_from = cut
    if cut == 1:
        title_from = 0
    while title_from and (surfaces[title_from - 1] in roles or " ".join(surfaces[:title_from]) in roles):
        title_from -= 1
    if title_from > 0 and cut and _kind(surfaces[:title_from], "") == "unknown":
        title_from = 0  # Shadow Home Secretary
    if title_from > 0:
        before = surfaces[:title_from]
        if kind := _kind(before, ""):
            end = end_of(doc, first + title_from - 1)
            start = doc.words.starts[first]
            written = " ".join(doc.text[start:end].split())
            yield Name(start, end, "", tuple(before), kind, number, written)
    if cut and surfaces[cut : cut + 1] == ["of"]:  # Chief of Staff Ann Lee
        cut = next((n for n in range(cut + 1, len(surfaces) - 1) if surfaces[n] not in OFFICES), cut)
    title = " ".join(surfaces[title_from:cut])
    words = surfaces[cut:]
    kind = _kind(words, title)
    if kind == "people" and len(words) == 1 and not words[0].endswith("s"):
        return  # Iranian: describes what follows
    start = doc.words.starts[first + title_from]
    end = end_of(doc, last)
    written = " ".join(doc.text[doc.words.starts[first + cut] : end].split())
    yield Name(start, end, title, tuple(words), kind, number, written)


def _office(doc: Document, first: int, surfaces: list[str]) -> int:
    """How many words at the beginning belong to an office in front of the name: *Secretary of State*."""
    before = [surface_of(doc, word) for word in range(max(0, first - 2), first)]
    if len(before) < 2 or before[1] != "of" or role_of(before[0]) is None:
        return 0
    return next((n for n, word in enumerate(surfaces) if word not in OFFICES), len(surfaces))


def _organization(words: list[str]) -> bool:
    """Whether the head of a name is a word for an organization: *Bank of Hull*, *Hull Post*."""
    head = words[: words.index("of")] if "of" in words else words
    return len(words) > 1 and (
        head[-1] in load_organization_words() or words[-1] in load_organization_words()
    )


def _kind(words: list[str], title: str) -> str:
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
    if "(" not in doc.text:
        return found
    for word, start in enumerate(doc.words.starts[1:], start=1):
        if doc.text[start - 1] != "(":
            continue
        end = doc.words.ends[word]
        acronym = doc.text[start:end].replace(".", "")
        if not (acronym.isupper() and 2 <= len(acronym) <= ACRONYM and acronym not in found):
            continue
        if doc.text[end : end + 1] != ")":
            continue
        letters = list(acronym)
        for back in range(word - 1, max(-1, word - 1 - ACRONYM_REACH), -1):
            if doc.text[doc.words.starts[back]] == letters[-1]:
                letters.pop()
                if not letters:
                    found[acronym] = (doc.words.starts[back], end_of(doc, word - 1))
                    break
    return found
