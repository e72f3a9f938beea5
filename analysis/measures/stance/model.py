"""What the parts of stance share: the match, and a sentence with its words and tags."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from analysis.text.document import Document
from analysis.text.phrases import NounPhrase, find_noun_phrases
from analysis.text.tagging import tag_sentence

LONGEST_SENTENCE = 1_000  # words; what is longer is no sentence, and is not read
OUTSIDE = ("",) * 8  # no rule asks for a word further away from the edge of its sentence
KINDS = ("call", "hedge", "booster", "agentless_passive", "number")


class StanceMatch(NamedTuple):
    """A mark of stance: ``text[start:end] == surface``; what does not apply to its kind is None.

    Attributes:
        kind: call, hedge, booster, agentless_passive or number.
        addressee: of a call, who is to act, as it stands; None if nobody is named.
        act: of a call, what is to be done.
        sourced: of a number, whether its sentence or its quotation says who states it.
        source: of a number, that mention.
        rule, reason: how the match was found, as a key and in words.
    """

    start: int
    end: int
    surface: str
    kind: str
    addressee: str | None = None
    addressee_start: int | None = None
    addressee_end: int | None = None
    act: str | None = None
    act_start: int | None = None
    act_end: int | None = None
    sourced: bool | None = None
    source: str | None = None
    rule: str = ""
    reason: str = ""


@dataclass  # not frozen: to make a frozen one takes three times as long
class Sentence:
    """A sentence as rules read it: its words by place, from 0.

    ``keys`` (the words in lower case), ``tags`` and ``gaps`` (the marks behind each word, straight, without
    white space) are empty outside the sentence: some empty ones behind the last stand for what follows, and
    for words before the first too, as Python counts -1 from the end. Only ``gaps[-1]`` is there: the marks in
    front of the first word.
    """

    doc: Document
    index: int
    first: int  # number of its first word in the document
    n_words: int
    keys: tuple[str, ...]
    tags: tuple[str, ...]
    gaps: tuple[str, ...]

    @cached_property
    def phrases(self) -> list[NounPhrase]:
        """Noun phrases, read when a rule first asks for them."""
        return find_noun_phrases(self.doc, self.index)

    @property
    def is_question(self) -> bool:
        """Whether a question mark closes it."""
        return self.gaps[self.n_words - 1].startswith("?")

    def start(self, place: int) -> int:
        """Where the word begins in the text."""
        return self.doc.words.starts[self.first + place]

    def end(self, place: int) -> int:
        """Where the word ends in the text."""
        return self.doc.words.ends[self.first + place]

    def place_at(self, offset: int) -> int:
        """The place of the first word that begins at an offset or behind it."""
        return bisect_left(self.doc.words.starts, offset) - self.first


SentenceAt = Callable[[int], Sentence]  # the sentence of a number, made once


def sentence_of(doc: Document, index: int) -> Sentence:
    """One sentence of a document, which holds a word."""
    first, stop = doc.sentence_words[index].start, doc.sentence_words[index].stop
    start, end = doc.sentences.starts[index], doc.sentences.ends[index]
    before = doc.folded[start : doc.words.starts[first]].strip()
    behind = doc.folded[doc.words.ends[stop - 1] : end].strip()
    return Sentence(
        doc, index, first, stop - first, doc.keys[first:stop] + OUTSIDE, tag_sentence(doc, index) + OUTSIDE,
        (*doc.gaps[first : stop - 1], behind, *OUTSIDE, before),
    )  # fmt: skip
