"""Stretches of words with capitals that may name somebody."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from analysis.text.document import Document
from analysis.text.mentions.habits import (
    CAPITAL,
    PARTICLES,
    WITHIN_A_CLAUSE,
    Habits,
    find_titles,
    in_range,
    may_begin_names,
    surfaces,
)
from analysis.text.tagging import function_words, tag_sentence
from analysis.text.wordlists import load_given_names, load_organization_words, load_places, load_roles

ARTICLES = frozenset(["la", "le", "al", "el"])
CONNECTORS = PARTICLES | {"of", "the"}
ACRONYM = 6  # letters, at most


def find_runs(doc: Document, number: int, habits: Habits) -> Iterator[tuple[int, int]]:
    """First and last word of each stretch of name words in one sentence."""
    words = doc.sentence_words[number]
    title = find_titles(doc)[number]
    free_from = words.start
    for place in in_range(may_begin_names(doc), words):
        if place < free_from or not _begins(doc, number, place, words, habits, title):
            continue
        last = place
        while (following := _next(doc, place, last, words.stop)) is not None:
            if title and not _known(surfaces(doc)[following], habits):
                break
            last = following
        yield place, last
        free_from = last + 1


def _known(surface: str, habits: Habits) -> bool:
    """Whether a capital means a name even where every word has one."""
    return surface in habits.names or surface in load_given_names() or surface in load_places()


@cache
def _no_names() -> frozenset[str]:
    """Words that begin no name: the, two, where; but not Will."""
    return function_words() - {name.lower() for name in load_given_names()}


def _begins(doc: Document, number: int, word: int, words: range, habits: Habits, title: bool) -> bool:
    surface = surfaces(doc)[word]
    key = surface.lower()
    after = ""  # the word behind it, where no mark divides them
    if word + 1 < words.stop and _joined(doc, word):
        after = surfaces(doc)[word + 1]
    if after and key in PARTICLES:
        return key not in ARTICLES and CAPITAL[after]
    if not CAPITAL[surface]:
        return False
    if key in _no_names() and not (surface.isupper() and 2 < len(surface) < ACRONYM):
        return False
    if not title and word > words.start and doc.gaps[word - 1] in WITHIN_A_CLAUSE:
        return True
    if _known(surface, habits):
        return True
    if title:
        return False
    small = habits.writes_small(key)
    if surface.isupper() and 2 <= len(surface.replace(".", "")) <= ACRONYM:
        return not small or (after.isupper() and not habits.writes_small(after.lower()))  # PORT MERROW
    if after and CAPITAL[after] and (surface in load_roles() or not small):
        return True
    return not small and tag_sentence(doc, number)[word - words.start] in ("NNP", "NNPS")


def _next(doc: Document, first: int, last: int, stop: int) -> int | None:
    """The next word of a name that goes on, over "of the", "de", or the stop of an initial."""
    step = last + 1
    if step >= stop or not _joined(doc, last):
        return None
    known = surfaces(doc)
    if len(known[last]) != doc.words.ends[last] - doc.words.starts[last]:
        return None  # Lee's
    surface = known[step]
    if CAPITAL[surface] and surface != "The":
        return step
    if surface not in CONNECTORS or surface == "the":
        return None
    if surface == "of" and not _takes_of(doc, first, last):
        return None
    while step < stop and step - last <= 2 and known[step] in CONNECTORS and _joined(doc, step - 1):
        step += 1
    if step >= stop or not _joined(doc, step - 1):
        return None
    return step if CAPITAL[known[step]] else None


def _takes_of(doc: Document, first: int, last: int) -> bool:
    words, known = load_organization_words(), surfaces(doc)
    return any(known[word] in words for word in range(first, last + 1))


def _joined(doc: Document, word: int) -> bool:
    """Whether only white space, or the stop of an abbreviation, divides a word from the next."""
    start, end = doc.words.starts[word], doc.words.ends[word]
    gap = doc.gaps[word]
    if not gap:
        return end < doc.words.starts[word + 1]
    if gap != ".":
        return False
    surface = doc.text[start:end]
    return (len(surface) < 4 or surface in load_roles()) and surface[0].isupper()
