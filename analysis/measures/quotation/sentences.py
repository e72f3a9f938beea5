"""A sentence as the reporting rules see it: tagged words, noun phrases, and what stands in marks."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.text.document import Document
from analysis.text.phrases import NounPhrase, find_noun_phrases
from analysis.text.spans import Span, Spans
from analysis.text.tagging import tag_sentence

AUXILIARIES = frozenset(
    [
        "has",
        "have",
        "had",
        "having",
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "being",
        "do",
        "does",
        "did",
        "will",
        "would",
        "can",
        "could",
        "may",
        "might",
        "should",
        "must",
        "to",
        "not",
        "n't",
        "'s",
        "'ve",
        "'d",
        "also",
        "never",
        "still",
        "just",
        "even",
        "then",
        "later",
    ]
)
BE = frozenset(["is", "are", "was", "were", "be", "been", "being"])
FINITE = frozenset(["VBD", "VBZ", "VBP", "MD"])
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
        start = self.doc.words.starts[word]
        return next((phrase for phrase in self.phrases if phrase.start == start), None)

    def word_from(self, offset: int) -> int:
        """The first word that begins at an offset or behind it."""
        return self.doc.words.inside(offset, len(self.doc.text)).start

    def behind(self, word: int) -> str:
        """What stands between a word and the next one (or the end of the sentence)."""
        right = self.doc.words.starts[word + 1] if word + 1 in self.words else self.end
        return self.doc.text[self.doc.words.ends[word] : right]


def read_sentence(doc: Document, index: int, speech: Spans) -> Sentence:
    """Tag one sentence and find its noun phrases outside of marks."""
    start, end = doc.sentences[index]
    phrases = [phrase for phrase in find_noun_phrases(doc, index) if speech.holding(phrase.start) is None]
    words = doc.words.inside(start, end)
    return Sentence(doc, start, end, words, tag_sentence(doc, index), phrases, speech)


def verb_group_start(sentence: Sentence, word: int) -> int:
    """The first word of the verb group that ends with a word: *has also said* begins with *has*."""
    first = word
    while first - 1 in sentence.words and not sentence.behind(first - 1).strip():
        before = first - 1
        if sentence.key(before) in AUXILIARIES or sentence.tag(before) == "RB":
            first = before
        else:
            break
    return first


def is_passive(sentence: Sentence, first: int, word: int) -> bool:
    """Whether a participle has a form of *be* in its verb group: *was told*."""
    keys = [sentence.key(other) for other in range(first, word)]
    return sentence.tag(word) in ("VBN", "VBD") and any(key in BE for key in keys)


def find_subject(sentence: Sentence, group: int) -> Span | None:
    """The mention that ends where a verb group begins, with all that belongs to it.

    Directly before the verb it is the longest noun phrase there, both of a pair (*Lee and Roe said*).
    Behind a comma the mention began earlier: *Ann Lee, 63, who came from Hull, said*.
    """
    edge = sentence.doc.words.starts[group]
    touching = [
        phrase
        for phrase in sentence.phrases
        if phrase.end <= edge
        and phrase.kind != "time"
        and not sentence.gap(min(max(phrase.full_end, phrase.end), edge), edge)
    ]
    if touching:
        return Span(_with_partner(sentence, touching[0]), _trimmed(sentence, touching[0].start, edge))
    if sentence.behind(group - 1).strip() == ",":
        return _set_off(sentence, edge)
    return None


def _with_partner(sentence: Sentence, phrase: NounPhrase) -> int:
    """Where a mention begins, if it is the second of a pair: Lee and Roe."""
    before = sentence.word_from(phrase.start) - 1
    if sentence.key(before) != "and" or sentence.behind(before - 1).strip():
        return phrase.start
    end = sentence.doc.words.ends[before - 1]
    partner = next(
        (p for p in sentence.phrases if end in (p.end, p.full_end) and p.kind == phrase.kind), None
    )
    return partner.start if partner is not None else phrase.start


def _set_off(sentence: Sentence, edge: int) -> Span | None:
    """A mention with something between commas behind it."""
    for phrase in sentence.phrases:
        word = sentence.word_from(phrase.start)
        if phrase.end >= edge or phrase.kind == "time" or sentence.tag(word - 1) in ("IN", "TO", "VBG"):
            continue
        following = sentence.doc.text[phrase.end : edge].lstrip()
        linked = sentence.doc.text[min(phrase.full_end, edge) : edge].lstrip()
        if following.startswith((",", "(")) or linked.startswith(","):
            return Span(phrase.start, _trimmed(sentence, phrase.start, edge))
        if sentence.tag(sentence.word_from(phrase.end)) in FINITE:
            return None  # it is the subject of another verb
    return None


def _trimmed(sentence: Sentence, start: int, edge: int) -> int:
    return start + len(sentence.doc.text[start:edge].rstrip(" ,\n\t"))


def main_subject(sentence: Sentence, before: int) -> Span | None:
    """The first mention in front of an offset that a finite verb follows, or something between commas."""
    for phrase in sentence.phrases:
        if phrase.start >= before or phrase.kind == "time" or phrase.tag in ("WP", "WDT"):
            continue
        word = sentence.word_from(max(phrase.end, min(phrase.full_end, before)))
        while sentence.tag(word) == "RB":
            word += 1
        led = sentence.tag(sentence.word_from(phrase.start) - 1)
        set_off = sentence.gap(phrase.end, sentence.end).startswith(",") and led not in ("IN", "TO", "VBG")
        if sentence.tag(word) in FINITE or (set_off and sentence.tag(word) in ("WP", "DT", "CD")):
            return speaker_span(sentence, phrase, before)
    return None


def speaker_span(sentence: Sentence, phrase: NounPhrase, limit: int) -> Span:
    """A phrase as the mention of a speaker: with apposition and complements, up to a limit."""
    end = phrase.full_end if phrase.full_end <= limit else phrase.end
    return Span(phrase.start, end)
