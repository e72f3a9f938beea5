"""A sentence as the reporting rules see it: tagged words, noun phrases, and what stands in marks."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from analysis.measures.quotation.cues import load_cues
from analysis.text.document import Document
from analysis.text.phrases import NounPhrase, find_noun_phrases
from analysis.text.spans import Span, Spans
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


@dataclass(slots=True)  # not frozen: to make a frozen one takes three times as long
class Sentence:
    """One sentence; its words are numbered from 0.

    ``tags``, ``keys`` and ``gaps`` (the marks behind each word, straight, without white space) are empty
    outside the sentence: some empty ones behind the last stand for what follows, and for word -1 too, as
    Python counts -1 from the end. Only ``gaps[-1]`` is there: the marks in front of the first word.
    ``speech`` are the marks that quote somebody, those in the sentence and directly in front of it.
    """

    doc: Document
    number: int
    start: int
    end: int
    words: range
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    tags: tuple[str, ...]
    keys: tuple[str, ...]
    gaps: tuple[str, ...]
    phrases: list[NounPhrase]
    by_word: dict[int, NounPhrase]  # the noun phrase that begins with a word
    speech: Spans
    subjects: dict[int, Span | None]  # by verb group; `find_subject` keeps here what it has found once

    def gap(self, left: int, right: int) -> str:
        """The text between two places, without white space at its edges."""
        return self.doc.text[left:right].strip()

    def word_from(self, offset: int) -> int:
        """The first word that begins at an offset or behind it."""
        return bisect_left(self.starts, offset)

    def marks_from(self, left: int, right: int) -> int | None:
        """Where the first words in marks begin between two places of the sentence, both included."""
        openings = self.speech.starts
        if not openings or openings[-1] < left:
            return None
        opening = openings[bisect_left(openings, left)]
        return opening if opening <= right and opening < self.end else None

    def behind(self, word: int) -> str:
        """What stands between a word and the next one (or the end of the sentence), as it is written."""
        right = self.starts[word + 1] if word + 1 < len(self.starts) else self.end
        return self.doc.text[self.ends[word] : right]


_OUTSIDE = ("", "", "")
_NO_SPEECH = Spans((), ())
_REACH = 8  # characters in front of a sentence in which marks may end that belong to it: “…?” Ann Lee said


def read_sentence(doc: Document, index: int, speech: Spans) -> Sentence:
    """Tag one sentence and find its noun phrases outside of marks."""
    start, end = doc.sentences.starts[index], doc.sentences.ends[index]
    words = doc.sentence_words[index]
    first, stop = words.start, words.stop
    starts, ends = doc.words.starts[first:stop], doc.words.ends[first:stop]
    tags, keys = tag_sentence(doc, index), doc.keys[first:stop]
    low, high = bisect_left(speech.ends, start - _REACH), bisect_left(speech.starts, end)
    speech = Spans(speech.starts[low:high], speech.ends[low:high]) if low < high else _NO_SPEECH
    by_word = {}
    for phrase in find_noun_phrases(doc, index):
        if speech.starts and speech.holding(phrase.start) is not None:
            continue
        word = bisect_left(starts, phrase.start)
        if tags[word] in ("VBN", "VBD") and _is_reporting(doc, keys[word], phrase):
            following = word + 1
            if following < len(starts) and starts[following] < phrase.end:
                word, begin = following, starts[following]
                phrase = phrase._replace(start=begin, surface=doc.text[begin : phrase.end])
        by_word[word] = phrase
    behind = doc.folded[ends[-1] : end].strip() if ends else ""
    before = doc.gaps[first - 1] if first else ""
    gaps = (*doc.gaps[first : max(first, stop - 1)], behind, *_OUTSIDE, before)
    return Sentence(
        doc, index, start, end, range(len(starts)), starts, ends, tags + _OUTSIDE, keys + _OUTSIDE, gaps,
        list(by_word.values()), by_word, speech, {},
    )  # fmt: skip


def _is_reporting(doc: Document, participle: str, phrase: NounPhrase) -> bool:
    """Whether the participle that begins a phrase is none of its words: *said Ann Lee*, *called her*."""
    after_marks = doc.text[max(phrase.start - 2, 0) : phrase.start].rstrip()[-1:] in ("”", "’", '"', "'", "»")
    return after_marks or participle in load_cues().first_words


def verb_group_start(sentence: Sentence, word: int) -> int:
    """The first word of the verb group that ends with a word: *has also said* begins with *has*."""
    keys, tags, gaps = sentence.keys, sentence.tags, sentence.gaps
    first = word
    while first and not gaps[first - 1]:
        before = first - 1
        if keys[before] not in AUXILIARIES and (
            tags[before] != "RB" or sentence.doc.text[sentence.starts[before]].isupper()  # Kelly is no adverb
        ):
            break
        first = before
    return first


def is_passive(sentence: Sentence, first: int, word: int) -> bool:
    """Whether a participle has a form of *be* in its verb group: *was told*."""
    return sentence.tags[word] in ("VBN", "VBD") and not BE.isdisjoint(sentence.keys[first:word])
