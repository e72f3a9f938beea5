"""What the parts of stance share: the match, and a sentence with its words and tags."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from analysis.text.document import Document
from analysis.text.phrases import NounPhrase, find_noun_phrases
from analysis.text.tagging import tag_sentence

LONGEST_SENTENCE = 1_000  # words; what is longer is no sentence, and is not read
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
    """A sentence as rules read it: its words by place, from 0."""

    doc: Document
    index: int
    first: int  # number of its first word in the document
    keys: tuple[str, ...]

    @cached_property
    def tags(self) -> tuple[str, ...]:
        """Penn tags, read when a rule first asks for them."""
        return tag_sentence(self.doc, self.index)

    @cached_property
    def phrases(self) -> list[NounPhrase]:
        """Noun phrases, read when a rule first asks for them."""
        return find_noun_phrases(self.doc, self.index)

    @property
    def is_question(self) -> bool:
        """Whether a question mark closes it."""
        return self.gap(len(self.keys) - 1).startswith("?")

    def __len__(self) -> int:
        return len(self.keys)

    def start(self, place: int) -> int:
        """Where the word begins in the text."""
        return self.doc.words.starts[self.first + place]

    def end(self, place: int) -> int:
        """Where the word ends in the text."""
        return self.doc.words.ends[self.first + place]

    def key(self, place: int) -> str:
        """The word in lower case; empty beyond the sentence's edges."""
        return self.keys[place] if 0 <= place < len(self.keys) else ""

    def tag(self, place: int) -> str:
        """The word's tag; empty beyond the sentence's edges."""
        return self.tags[place] if 0 <= place < len(self.keys) else ""

    def gap(self, place: int) -> str:
        """The marks between a word and the next, without white space; before the first word with -1."""
        if 0 <= place < len(self.keys) - 1:
            return self.doc.gaps[self.first + place]
        begin = self.end(place) if place >= 0 else self.doc.sentences.starts[self.index]
        close = self.start(place + 1) if place + 1 < len(self.keys) else self.doc.sentences.ends[self.index]
        return self.doc.folded[begin:close].strip()

    def place_at(self, offset: int) -> int:
        """The place of the first word that begins at an offset or behind it."""
        return self.doc.words.inside(0, offset).stop - self.first


SentenceAt = Callable[[int], Sentence]  # the sentence of a number, made once


def sentence_of(doc: Document, index: int) -> Sentence:
    """One sentence of a document."""
    words = doc.sentence_words[index]
    return Sentence(doc, index, words.start, doc.keys[words.start : words.stop])
