"""Loaded words that shout: common words in capitals, and the marks of exclamations."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from analysis.measures.loaded.forms import FORM_WEIGHT, SOURCE
from analysis.measures.loaded.model import INTENSIFIER, LoadedTerm, make_term
from analysis.text.document import Document
from analysis.text.tagging import common_words

SHOUT_WEIGHT = 0.15
LONG = 4  # letters: shorter words in capitals are mostly abbreviations
_CLOSING = "\"'”’»)] "
# In a common word so long two letters of A to Z stand side by side.
_CAPITALS = re.compile("[A-Z][A-Z]+")


def find_capitals(doc: Document) -> Iterator[LoadedTerm]:
    """Common words in capitals, in order; a sentence mostly in capitals is a headline, and shouts nothing."""

    @cache
    def is_quiet(index: int) -> bool:
        words = [doc.text[slice(*doc.words[number])] for number in doc.sentence_words[index]]
        return 2 * sum(map(str.isupper, words)) < len(words)

    last = -1  # the word that was looked at last, for one may hold capitals in two places
    for capitals in _CAPITALS.finditer(doc.text):
        number = doc.words.holding(capitals.start())
        if number is None or number == last:
            continue
        last = number
        start, end = doc.words[number]
        if len(doc.keys[number]) < LONG or doc.keys[number] not in common_words():
            continue
        index = doc.sentences.holding(start)
        if doc.text[start:end].isupper() and index is not None and is_quiet(index):
            yield make_term(
                doc.text, start, end, kind=INTENSIFIER, weight=SHOUT_WEIGHT,
                why="a common word in capitals", source=SOURCE, rule="capitals",
            )  # fmt: skip


def find_exclamations(doc: Document) -> Iterator[LoadedTerm]:
    """The marks of sentences that end in an exclamation mark, in order."""
    if "!" not in doc.text:
        return
    for start, end in doc.sentences.pairs():
        bare = doc.text[start:end].rstrip(_CLOSING)
        first = len(bare.rstrip("!"))
        if first < len(bare):
            yield make_term(
                doc.text, start + first, start + len(bare), kind=INTENSIFIER, weight=FORM_WEIGHT,
                why="the sentence is an exclamation", source=SOURCE, rule="exclamation",
            )  # fmt: skip
