"""Loaded words that shout: common words in capitals, and the marks of exclamations."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from analysis.measures.loaded.forms import FORM_WEIGHT, SOURCE
from analysis.measures.loaded.model import INTENSIFIER, LoadedTerm, make_term
from analysis.text.document import Document
from analysis.text.tagging import common_words

SHOUT_WEIGHT = 0.15
LONG = 4  # letters: shorter words in capitals are mostly abbreviations
_CLOSING = "\"'”’»)] "


def find_capitals(doc: Document) -> Iterator[LoadedTerm]:
    """Common words in capitals, in order; a sentence mostly in capitals is a headline, and shouts nothing."""

    written = doc.written

    @cache
    def is_quiet(index: int) -> bool:
        words = doc.sentence_words[index]
        return 2 * sum(map(str.isupper, written[words.start : words.stop])) < len(words)

    for number in doc.capitals:  # every common word begins with a letter
        word = written[number]
        if not word.isupper() or len(word) < LONG or doc.keys[number] not in common_words():
            continue
        start, end = doc.words[number]
        index = doc.sentences.holding(start)
        if index is not None and is_quiet(index):
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
