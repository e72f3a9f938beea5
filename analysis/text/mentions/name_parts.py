"""A run of words with capitals, cut into titles and names, each with its kind: told by spelling alone."""

from __future__ import annotations

from analysis.text.mentions.habits import ACRONYM
from analysis.text.remembered import Remembered
from analysis.text.wordlists import (
    load_given_names,
    load_organization_words,
    load_places,
    load_roles,
    role_of,
)

KIND_OF_PLACE = {"seat": "organization", "people": "people"}
COMPANIES = frozenset(["Inc", "Corp", "Ltd", "LLC", "Co"])
# What an office is of: Secretary of *State* Ann Lee, Chief of *Staff* Ann Lee.
_OFFICES = """
State Defense Defence Education Energy Labor Labour Commerce Transportation Transport Agriculture Interior
Justice Health Finance Staff Police Security Affairs Treasury War Trade Communications Operations
"""
OFFICES = frozenset(_OFFICES.split())
# A name in a run of words, which are counted from the run's first: where it begins (with a title, where there
# is one), where the title ends, where the name ends; the title; the name's words; its kind; whether it may be
# no name, but a noun that a capital honors. A plain tuple: a large table of them is cheap to keep.
NamePart = tuple[int, int, int, str, tuple[str, ...], str, bool]


def _find_parts(run: tuple[str, ...]) -> tuple[NamePart, ...]:
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
    if begin > 0 and run[begin - 1] in ("for", "and"):
        begin = cut = 0  # Citizens for Mayor Lee
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


def _part(run: tuple[str, ...], begin: int, cut: int, stop: int) -> NamePart:
    title, words = " ".join(run[begin:cut]), run[cut:stop]
    kind = _kind(words, title)
    may_be_common = " ".join(words).isupper() or (kind == "unknown" and len(words) == 1)
    return begin, cut, stop, title, words, kind, may_be_common


PARTS = Remembered(_find_parts)


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
    if "for" in words or _organization(words) or words[-1].removesuffix(".") in COMPANIES:
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


def office_before(known: tuple[str, ...], first: int, last: int) -> int:
    """How many words of a run belong to an office in front of the name: *Secretary of State*."""
    if first < 2 or known[first - 1] != "of" or not role_of(known[first - 2]):
        return 0
    run = known[first : last + 1]
    return next((n for n, word in enumerate(run) if word not in OFFICES), len(run))
