"""What may carry tone in a text: listed terms and single words, with what stands around them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container, Sequence
from functools import partial
from itertools import compress
from typing import NamedTuple

from analysis.text.document import Document
from analysis.text.lexicon import TermMatch, find_valence

REACH = 4  # words that a negator turns, up to the next punctuation mark
NEGATORS = frozenset(
    (
        *("no", "not", "never", "nor", "neither", "without", "nothing", "nobody", "none", "cannot"),
        *("hardly", "barely", "scarcely", "seldom", "rarely"),
    )
)
CONTRASTS = frozenset(("but", "however", "yet"))


TURNING = NEGATORS | CONTRASTS
_CONTRACTED = re.compile("'[tT]")  # isn't


class Unit(NamedTuple):
    """A listed term, or a word that is in none, and what stands around it."""

    start: int
    end: int
    sentence: int
    term: str  # as listed, or the word in lower case
    listed: bool
    negator: str | None  # the word that turns it
    contrast: str | None  # the word *but* of its sentence, if there is one
    after_contrast: bool


_unit = partial(tuple.__new__, Unit)  # as Unit._make, without a step in Python


def find_units(doc: Document, *, words: Container[str] | None = None) -> list[Unit]:
    """Cut the sentences of a text into listed terms and single words, in their order.

    Args:
        words: single words that are wanted, in lower case and without possessive endings; None for all.

    Limits: a negator is taken to turn whatever follows within its reach: in *no later than the
    attack* it is said to turn *attack*.

    >>> from analysis.text.document import make_document
    >>> units = find_units(make_document("He was not shot dead."))
    >>> [(unit.term, unit.listed, unit.negator) for unit in units[2:]]
    [('not', False, None), ('shot dead', True, 'not')]
    """
    starts, ends, keys = doc.words.starts, doc.words.ends, doc.bare_keys
    matches: dict[int, TermMatch] = {}  # by number of the first word
    in_phrase: set[int] = set()
    first = 0
    for match in find_valence(doc):
        first = bisect_left(starts, match.start, first)
        matches[first] = match
        in_phrase.add(first)
        if ends[first] < match.end:  # of more than one word
            in_phrase.update(doc.words.inside(match.start, match.end))
    wanted = range(len(keys)) if words is None else compress(range(len(keys)), map(words.__contains__, keys))
    begins = sorted([*matches, *set(wanted).difference(in_phrase)])
    turned, contrasts = _find_turns(doc, in_phrase)
    units: list[Unit] = []
    index, first, stop = -1, 0, 0  # the sentence, and its words
    contrast: int | None = None
    contrast_word: str | None = None
    for number in begins:
        while number >= stop:
            index += 1
            first, stop = doc.sentence_words[index].start, doc.sentence_words[index].stop
            contrast = _last_between(contrasts, first, stop)
            contrast_word = None if contrast is None else _word(doc, contrast)
        found = matches.get(number)
        negator = turned.get(number)
        negated = None if negator is None or negator < first else _word(doc, negator)
        after_contrast = contrast is not None and number > contrast
        around = negated, contrast_word, after_contrast
        if found is None:
            units.append(_unit((starts[number], ends[number], index, keys[number], False, *around)))
        else:
            units.append(_unit((starts[number], found.end, index, found.term, True, *around)))
    return units


def _find_turns(doc: Document, in_phrase: Container[int]) -> tuple[dict[int, int], list[int]]:
    """Words within the reach of a negator, each with the nearest one; and the words of contrast.

    Inside a listed phrase neither turns anything: it has done its work there.
    """
    keys, gaps = doc.keys, doc.gaps
    turning = list(compress(range(len(keys)), map(TURNING.__contains__, keys)))
    for mark in _CONTRACTED.finditer(doc.folded):
        number = doc.words.holding(mark.start())
        if number is not None and keys[number].endswith("n't"):
            turning.append(number)
    turned: dict[int, int] = {}
    contrasts = []
    for number in sorted(turning):
        if number in in_phrase:
            continue
        if keys[number] in CONTRASTS:
            contrasts.append(number)
            continue
        for near in range(number, min(number + REACH, len(gaps))):
            if gaps[near]:
                break
            turned[near + 1] = number
    return turned, contrasts


def _last_between(numbers: Sequence[int], first: int, stop: int) -> int | None:
    """The last of sorted numbers that lies between two others."""
    place = bisect_left(numbers, stop)
    return numbers[place - 1] if place and numbers[place - 1] > first else None


def _word(doc: Document, index: int) -> str:
    return doc.text[doc.words.starts[index] : doc.words.ends[index]]
