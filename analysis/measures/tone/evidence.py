"""What may carry tone in a text: listed terms and single words, with what stands around them."""

from __future__ import annotations

from collections.abc import Container, Set
from itertools import compress, count
from typing import NamedTuple

from analysis.text.document import Document
from analysis.text.lexicon import Place, find_valence
from analysis.text.making import maker

REACH = 4  # words that a negator turns, up to the next punctuation mark
NEGATORS = frozenset(
    (
        *("no", "not", "never", "nor", "neither", "without", "nothing", "nobody", "none", "cannot"),
        *("hardly", "barely", "scarcely", "seldom", "rarely"),
    )
)
CONTRASTS = frozenset(("but", "however", "yet"))
TURNING = NEGATORS | CONTRASTS


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


_unit = maker(Unit)


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
    listed: dict[int, Place] = {}  # by first word
    inner: set[int] = set()  # the words of phrases behind the first
    for place in find_valence(doc):
        first, stop, _ = place
        listed[first] = place
        if stop > first + 1:
            inner.update(range(first + 1, stop))
    wanted = range(len(keys)) if words is None else compress(count(), map(words.__contains__, keys))
    turned, contrasts = _find_turns(doc, inner.union(listed))
    units: list[Unit] = []
    index, first, stop = -1, 0, 0  # the sentence, and its words
    for number in sorted({*listed, *wanted} - inner):
        while number >= stop:
            index += 1
            first, stop = doc.sentence_words[index].start, doc.sentence_words[index].stop
        contrast = contrasts.get(index)
        negator = turned.get(number)
        around = (
            None if negator is None or negator < first else _word(doc, negator),
            None if contrast is None else _word(doc, contrast),
            contrast is not None and number > contrast,
        )
        if number in listed:
            _, behind, entry = listed[number]
            units.append(_unit((starts[number], ends[behind - 1], index, entry.term, True, *around)))
        else:
            units.append(_unit((starts[number], ends[number], index, keys[number], False, *around)))
    return units


def _find_turns(doc: Document, in_phrase: Set[int]) -> tuple[dict[int, int], dict[int, int]]:
    """Words within the reach of a negator, each with the nearest one; and of each sentence the last contrast.

    Inside a listed phrase neither turns anything: it has done its work there. A word of contrast that opens
    its sentence has nothing before it to turn.
    """
    keys, gaps = doc.keys, doc.gaps
    turning = {*compress(count(), map(TURNING.__contains__, keys))}
    turning.update([number for number in doc.apostrophes if keys[number].endswith("n't")])
    turned: dict[int, int] = {}
    contrasts: dict[int, int] = {}
    for number in sorted(turning.difference(in_phrase)):
        if keys[number] in CONTRASTS:
            sentence = doc.sentences.holding(doc.words.starts[number])
            if sentence is not None and number > doc.sentence_words[sentence].start:
                contrasts[sentence] = number
            continue
        for near in range(number, min(number + REACH, len(gaps))):
            if gaps[near]:
                break
            turned[near + 1] = number
    return turned, contrasts


def _word(doc: Document, index: int) -> str:
    return doc.text[doc.words.starts[index] : doc.words.ends[index]]
