"""Stretches of words with capitals that may name somebody."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from analysis.text.document import Document
from analysis.text.mentions.habits import (
    ACRONYM,
    CAPITAL,
    FUNCTION_WORD,
    NAME,
    NUMERALS,
    PARTICLES,
    WITHIN_A_CLAUSE,
    find_name_words,
    find_shouted,
    find_titles,
    may_begin_names,
    no_names,
    surfaces,
    writes_small,
)
from analysis.text.tagging import tag_sentence
from analysis.text.wordlists import load_given_names, load_organization_words, load_places, load_roles

ARTICLES = frozenset(["la", "le", "al", "el"])
CONNECTORS = PARTICLES | {"of", "the", "for", "and"}
# Center for American Progress; the others only as a name's first word: the Department for Transport, but *he
# asked the Justice Department for Lee's papers*.
_TAKE_FOR = "Center Centers Centre Centres Club Coalition Institute"
TAKE_FOR = frozenset(_TAKE_FOR.split())
_TAKE_FOR_FIRST = """
Alliance Americans Association Campaign Citizens Committee Council Department Foundation Fund Ministry
Organization Partnership Society
"""
TAKE_FOR_FIRST = TAKE_FOR | frozenset(_TAKE_FOR_FIRST.split())
NEAR_FOR = 12  # words back from an *and*, so that a text of nothing but names takes linear time


def find_runs(doc: Document) -> Iterator[tuple[int, int, int]]:
    """Number of the sentence, first and last word of each stretch of name words."""
    known, gaps = surfaces(doc), doc.gaps
    shouted = find_shouted(doc)
    capitals = {*chain.from_iterable(may_begin_names(doc))}
    by_sentence = zip(doc.sentence_words, may_begin_names(doc), find_titles(doc), strict=True)
    for number, (words, places, title) in enumerate(by_sentence):
        free_from = start = words.start
        for place in places:
            if place < free_from or (letter := CAPITAL[known[place]]) == FUNCTION_WORD:
                continue
            titled = title or place in shouted
            inside = letter == NAME and not titled and place > start and gaps[place - 1] in WITHIN_A_CLAUSE
            if not inside and not _begins(doc, known, number, place, words, titled):
                continue
            last, stop = place, words.stop
            while last + 1 < stop and (last + 1 in capitals or known[last + 1] in CONNECTORS):
                following = _next(doc, known, place, last, stop)
                if following is None or (
                    (title or following in shouted) and not _known(doc, known[following])
                ):
                    break
                last = following
            yield number, place, last
            free_from = last + 1


def _known(doc: Document, surface: str) -> bool:
    """Whether a capital means a name even where every word has one, or each letter: TRUMP is Trump."""
    names, given, places = find_name_words(doc), load_given_names(), load_places()
    forms = (surface, surface.capitalize()) if surface.isupper() else (surface,)
    return any(form in names or form in given or form in places for form in forms)


def _begins(doc: Document, known: tuple[str, ...], number: int, word: int, words: range, title: bool) -> bool:
    surface = known[word]
    key = surface.lower()
    if key in PARTICLES and word + 1 < words.stop and _joined(doc, word):
        return key not in ARTICLES and CAPITAL[known[word + 1]] != ""
    if not CAPITAL[surface]:
        return False
    if key in no_names() and not (surface.isupper() and 2 < len(surface) < ACRONYM):
        return False
    if not title and word > words.start and doc.gaps[word - 1] in WITHIN_A_CLAUSE:
        return True
    if _known(doc, surface):
        return True
    if title:
        return False
    small = writes_small(doc, key)
    after = known[word + 1] if word + 1 < words.stop and _joined(doc, word) else ""
    if surface.isupper() and 2 <= len(surface.replace(".", "")) <= ACRONYM:
        return not small or (after.isupper() and not writes_small(doc, after.lower()))  # PORT MERROW
    if after and CAPITAL[after] and (surface in load_roles() or not small):
        return True
    if small or key in NUMERALS:
        return False
    return tag_sentence(doc, number)[word - words.start] in ("NNP", "NNPS")


def _next(doc: Document, known: tuple[str, ...], first: int, last: int, stop: int) -> int | None:
    """The next word of a name that goes on, over "of the", "de", or the stop of an initial."""
    step = last + 1
    surface = known[step]
    capital = CAPITAL[surface] and surface != "The"
    if not capital and (surface not in CONNECTORS or surface == "the"):
        return None  # most words behind a name
    if len(known[last]) != doc.words.ends[last] - doc.words.starts[last] or not _joined(doc, last):
        return None  # Lee's, or a mark behind it
    if capital:
        return step
    if surface == "of" and not _takes_of(known, first, last):
        return None
    if surface == "for" and known[last] not in (TAKE_FOR_FIRST if first == last else TAKE_FOR):
        return None
    if surface == "and" and "for" not in known[max(first, last - NEAR_FOR) : last]:
        return None  # Ann Lee and Bob Roe; but: Centers for Disease Control and Prevention
    links = CONNECTORS | {"a"} if surface == "for" else CONNECTORS
    while step < stop and step - last <= 2 and known[step] in links and _joined(doc, step - 1):
        step += 1
    if step >= stop or not _joined(doc, step - 1):
        return None
    if surface == "and" and known[step] in load_given_names():
        return None
    return step if CAPITAL[known[step]] else None


def _takes_of(known: tuple[str, ...], first: int, last: int) -> bool:
    words = load_organization_words()
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
