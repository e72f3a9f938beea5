"""A sentence as the reporting rules see it: tagged words, noun phrases, and what stands in marks."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from analysis.measures.quotation.cues import load_cues
from analysis.text.document import Document
from analysis.text.phrases import NounPhrase, find_noun_phrases
from analysis.text.spans import Spans
from analysis.text.tagging import tag_sentence

_AUXILIARIES = """
has have had having is are was were be been being do does did will would can could may might should must
to not n't 's 've 'd also never still just even then later
"""
AUXILIARIES = frozenset(_AUXILIARIES.split())
BE = frozenset(["is", "are", "was", "were", "be", "been", "being"])
FINITE = frozenset(["VBD", "VBZ", "VBP", "MD"])
NOMINAL = frozenset(["NN", "NNS", "NNP", "NNPS", "PRP", "CD"])
VERBS = FINITE | {"VB", "VBG", "VBN"}


@dataclass(frozen=True)
class Sentence:
    """One sentence; ``words`` are places in ``doc.words``, ``speech`` the marks that quote somebody."""

    doc: Document
    start: int
    end: int
    words: range
    tags: tuple[str, ...]
    phrases: list[NounPhrase]
    speech: Spans
    by_start: dict[int, NounPhrase]

    def tag(self, word: int) -> str:
        """The tag of a word, or nothing outside the sentence."""
        return self.tags[word - self.words.start] if word in self.words else ""

    def key(self, word: int) -> str:
        """The word in lower case, or nothing outside the sentence."""
        return self.doc.keys[word] if word in self.words else ""

    def gap(self, left: int, right: int) -> str:
        """The text between two places, without white space at its edges."""
        return self.doc.text[left:right].strip()

    def phrase_at(self, word: int) -> NounPhrase | None:
        """The noun phrase that begins with a word."""
        if word not in self.words:
            return None
        return self.by_start.get(self.doc.words.starts[word])

    def word_from(self, offset: int) -> int:
        """The first word that begins at an offset or behind it."""
        return self.doc.words.inside(offset, len(self.doc.text)).start

    def marks_from(self, left: int, right: int) -> int | None:
        """Where the first words in marks begin between two places of the sentence, both included."""
        place = bisect_left(self.speech.starts, left)
        if place == len(self.speech):
            return None
        opening = self.speech.starts[place]
        return opening if opening <= right and opening < self.end else None

    def behind(self, word: int) -> str:
        """What stands between a word and the next one (or the end of the sentence)."""
        right = self.doc.words.starts[word + 1] if word + 1 in self.words else self.end
        return self.doc.text[self.doc.words.ends[word] : right]


def read_sentence(doc: Document, index: int, speech: Spans) -> Sentence:
    """Tag one sentence and find its noun phrases outside of marks."""
    start, end = doc.sentences[index]
    phrases = [phrase for phrase in find_noun_phrases(doc, index) if speech.holding(phrase.start) is None]
    words = doc.sentence_words[index]
    tags = tag_sentence(doc, index)
    phrases = [_without_cue(doc, words, tags, phrase) for phrase in phrases]
    by_start = {phrase.start: phrase for phrase in phrases}
    return Sentence(doc, start, end, words, tags, phrases, speech, by_start)


def _without_cue(doc: Document, words: range, tags: tuple[str, ...], phrase: NounPhrase) -> NounPhrase:
    """A phrase that begins with a participle that reports, without it: *said Ann Lee*, *called her*."""
    first = doc.words.inside(phrase.start, phrase.end)
    if len(first) < 2 or tags[first[0] - words.start] not in ("VBN", "VBD"):
        return phrase
    after_marks = doc.text[max(phrase.start - 2, 0) : phrase.start].rstrip()[-1:] in ("”", "’", '"', "'", "»")
    if doc.keys[first[0]] not in load_cues().index and not after_marks:
        return phrase
    start = doc.words.starts[first[1]]
    return phrase._replace(start=start, surface=doc.text[start : phrase.end])


def verb_group_start(sentence: Sentence, word: int) -> int:
    """The first word of the verb group that ends with a word: *has also said* begins with *has*."""
    first = word
    while first - 1 in sentence.words and not sentence.behind(first - 1).strip():
        before = first - 1
        capital = sentence.doc.text[sentence.doc.words.starts[before]].isupper()  # Kelly is no adverb
        if sentence.key(before) in AUXILIARIES or (sentence.tag(before) == "RB" and not capital):
            first = before
        else:
            break
    return first


def is_passive(sentence: Sentence, first: int, word: int) -> bool:
    """Whether a participle has a form of *be* in its verb group: *was told*."""
    keys = [sentence.key(other) for other in range(first, word)]
    return sentence.tag(word) in ("VBN", "VBD") and any(key in BE for key in keys)
