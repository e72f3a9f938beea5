"""The words of a whole text with which a mark of stance may begin, found at once."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import compress
from operator import not_
from typing import NamedTuple

from analysis.measures.stance import calls, certainty, duties, openings, participles, quantities
from analysis.text.document import Document
from analysis.text.remembered import Remembered


class Candidates(NamedTuple):
    """The numbers of the words with which something may begin, sorted."""

    calls: list[int]
    auxiliaries: list[int]  # of passives
    numbers: list[int]
    likelihood: list[int]
    openings: list[int]


# Of words of letters alone only those may begin something that a list holds.
_LISTED = (
    calls.WORDS
    | participles.BE
    | participles.GET
    | quantities.WORDS
    | certainty.LIKELIHOOD
    | openings.OPENING_WORDS
)


def _roles(key: str) -> tuple[int, ...]:
    """What may begin with a word, as places in `Candidates`."""
    answers = (
        key in calls.WORDS or calls.is_contraction(key),
        participles.is_auxiliary(key),
        quantities.is_candidate(key),
        key in certainty.LIKELIHOOD,
        key in openings.OPENING_WORDS,
    )
    return tuple([role for role, answer in enumerate(answers) if answer])


_ROLES = Remembered(_roles)


def find_candidates(doc: Document) -> Candidates:
    """All words of a document with which a mark of stance may begin, and perhaps some more."""
    keys = doc.keys
    places = range(len(keys))
    listed = compress(places, map(_LISTED.__contains__, keys))
    with_marks_or_figures = compress(places, map(not_, map(str.isalpha, keys)))
    found = Candidates([], [], [], [], [])
    for number in sorted({*listed, *with_marks_or_figures}):
        for role in _ROLES[keys[number]]:
            found[role].append(number)
    return found._replace(
        calls=[number for number in found.calls if _may_call(keys, number)],
        auxiliaries=participles.with_participles(keys, found.auxiliaries),
    )


def _may_call(keys: Sequence[str], number: int) -> bool:
    """Whether what a word needs for a call is near: *to* behind *have*, *got* behind *they've*."""
    key = keys[number]
    if key in duties.HAVE_TO:
        return "to" in keys[number + 1 : number + 1 + duties.TO_REACH]
    return key in calls.WORDS or keys[number + 1 : number + 2] == ("got",)
