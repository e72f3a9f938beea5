"""Tone: how a sentence sounds, and which words make it sound so.

The score of a sentence is an intercept plus the contributions of its words and phrases, each with
its place. A contribution does not depend on the other terms of the sentence, only on the term,
on the words that turn it, and on the length of the sentence: blank a term out with letters that
mean nothing, and the score changes by the contribution that was printed.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from analysis.text.document import Document
from analysis.text.lexicon import Lexicon, TermMatch, find_terms, load_lexicon
from analysis.text.rates import mean, share, to_table
from analysis.text.spans import Spans

if TYPE_CHECKING:
    import pandas as pd

INTERCEPT = 0.0
GAIN = 6.0  # what a term of weight 1 adds to a very short sentence, times SMOOTHING
SMOOTHING = 12  # neutral words that are thought to stand in every sentence
NEUTRAL_BAND = 0.2  # a score within this distance of 0 is called neutral
TURNED = -0.5  # what is left of a weight behind a negator: *not good* is not as bad as *bad*
REACH = 3  # words that a negator turns, up to the next punctuation mark
NEGATORS = frozenset(
    (
        "no",
        "not",
        "never",
        "nor",
        "neither",
        "without",
        "nothing",
        "nobody",
        "none",
        "cannot",
        "hardly",
        "barely",
    )
)


@dataclass(frozen=True, slots=True)
class ToneTerm:
    """A word or phrase with its share of a sentence's score: ``text[start:end] == surface``."""

    start: int
    end: int
    surface: str
    contribution: float
    reason: str


@dataclass(frozen=True, slots=True)
class SentenceTone:
    """How a sentence sounds, from -4 to 4; the score is None where nothing is known about it."""

    start: int
    end: int
    surface: str
    score: float | None
    status: str  # scored, neutral or no_evidence
    coverage: float
    intercept: float
    terms: tuple[ToneTerm, ...]


def find_tone(doc: Document) -> list[SentenceTone]:
    """The tone of each sentence, with the share of each word and phrase in it.

    Returns: one item a sentence. ``score`` is ``intercept`` plus the sum of the contributions, or
    None with status ``no_evidence`` where no term was found. ``coverage`` is the share of the
    sentence's words that lie in a term.

    Limits: irony is read at face value (*What a brilliant way to lose.*).

    Source: valence.csv, the project's own ratings of words in news sentences.

    >>> from analysis.text.document import make_document
    >>> first, second = find_tone(make_document("Nobody was robbed. The council met."))
    >>> [(term.surface, term.reason) for term in first.terms]
    [('robbed', 'robbed, turned by Nobody')]
    >>> second.status
    'no_evidence'
    """
    terms: dict[int, list[TermMatch]] = {}
    for match in find_terms(doc, load_valence()):
        sentence = doc.sentences.holding(match.start)
        if match.weight and sentence is not None:
            terms.setdefault(sentence, []).append(match)
    return [_score(doc, number, terms.get(number, [])) for number in range(len(doc.sentences))]


def measure_tone(
    doc: Document, tones: Sequence[SentenceTone], *, vader: Sequence[float] | None = None
) -> pd.DataFrame:
    """Tone by paragraph.

    Args:
        vader: VADER's score of each paragraph, to stand beside the tone.

    Returns: a row a paragraph: paragraph (from 1), start, end (characters), score (-4 to 4, the
    mean of its sentences with a score; nan if none has one), n_scored, n_sentences, coverage
    (share of its words that lie in a term, 0 to 1), n_words, vader (-1 to 1; nan if not given).
    """
    rows = []
    for number, (start, end) in enumerate(doc.paragraphs):
        inside = [tones[index] for index in doc.sentences.inside(start, end)]
        rows.append(
            {"paragraph": number + 1, "start": start, "end": end}
            | _summary(doc, inside, [(start, end)])
            | {"vader": math.nan if vader is None else vader[number]}
        )
    counts = dict.fromkeys(("paragraph", "start", "end"), "int64")
    return to_table(rows, counts | _SUMMARY | {"vader": "float64"})


def measure_tone_of_spans(
    doc: Document, tones: Sequence[SentenceTone], spans_by_label: Mapping[str, Sequence[tuple[int, int]]]
) -> pd.DataFrame:
    """Tone of groups of spans, such as the voices.

    A sentence that a group shares with others is scored as if the words outside the group were
    blanked out: the intercept plus the contributions of the terms that begin in its spans.

    Returns: a row a label, also for one without spans: label, score (-4 to 4, the mean of the
    sentences that have a term in the group; nan if none), n_scored (sentences with a term in the
    group), n_sentences (sentences with a word in the group), coverage (share of the group's words
    that lie in a term, 0 to 1), n_words.

    Raises:
        ValueError: the spans of a label are not sorted, or overlap.
    """
    rows = []
    for label, spans in spans_by_label.items():
        layer = Spans.of(spans)
        parts = [part for tone in tones if (part := _within(doc, tone, layer))]
        rows.append({"label": label} | _summary(doc, parts, spans))
    return to_table(rows, {"label": "string"} | _SUMMARY)


@cache
def load_valence() -> Lexicon:
    """The project's ratings of what words and phrases do in news sentences."""
    return load_lexicon("valence")


_SUMMARY = {
    "score": "float64",
    "n_scored": "int64",
    "n_sentences": "int64",
    "coverage": "float64",
    "n_words": "int64",
}


def _score(doc: Document, number: int, matches: list[TermMatch]) -> SentenceTone:
    start, end = doc.sentences[number]
    n_words = len(doc.words.inside(start, end))
    terms = tuple(_weigh(doc, match, start, n_words) for match in matches)
    return _sentence(doc, start, end, n_words, terms)


def _sentence(doc: Document, start: int, end: int, n_words: int, terms: tuple[ToneTerm, ...]) -> SentenceTone:
    score = math.fsum((INTERCEPT, *(term.contribution for term in terms))) if terms else None
    status = "no_evidence" if score is None else "neutral" if abs(score) <= NEUTRAL_BAND else "scored"
    covered = sum(len(doc.words.inside(term.start, term.end)) for term in terms)
    coverage = covered / n_words if n_words else 0.0
    return SentenceTone(start, end, doc.text[start:end], score, status, coverage, INTERCEPT, terms)


def _weigh(doc: Document, match: TermMatch, sentence_start: int, n_words: int) -> ToneTerm:
    weight = match.weight or 0.0
    reason = match.term
    if negator := _negator(doc, match.start, sentence_start):
        weight *= TURNED
        reason = f"{match.term}, turned by {negator}"
    return ToneTerm(match.start, match.end, match.surface, GAIN * weight / (SMOOTHING + n_words), reason)


def _negator(doc: Document, start: int, sentence_start: int) -> str | None:
    """The negator close before a term, with no punctuation mark between."""
    words = doc.words
    before = words.inside(sentence_start, start)[-REACH:]
    right = start
    for index in reversed(before):
        if doc.text[words.ends[index] : right].strip():
            return None
        key = doc.keys[index]
        if key in NEGATORS or key.endswith("n't"):
            return doc.text[words.starts[index] : words.ends[index]]
        right = words.starts[index]
    return None


def _within(doc: Document, tone: SentenceTone, layer: Spans) -> SentenceTone | None:
    """The part of a sentence that lies in a layer of spans, or None if no word of it does."""
    words = doc.words.starts
    inside = doc.words.inside(tone.start, tone.end)
    n_words = sum(layer.holding(words[index]) is not None for index in inside)
    if not n_words:
        return None
    terms = tuple(term for term in tone.terms if layer.holding(term.start) is not None)
    return _sentence(doc, tone.start, tone.end, n_words, terms)


def _summary(
    doc: Document, tones: Sequence[SentenceTone], spans: Iterable[tuple[int, int]]
) -> dict[str, float]:
    n_words = _n_words(doc, spans)
    terms = (term for tone in tones for term in tone.terms)
    return {
        "score": mean(tone.score for tone in tones),
        "n_scored": sum(tone.score is not None for tone in tones),
        "n_sentences": len(tones),
        "coverage": share(sum(len(doc.words.inside(term.start, term.end)) for term in terms), n_words),
        "n_words": n_words,
    }


def _n_words(doc: Document, spans: Iterable[tuple[int, int]]) -> int:
    return sum(len(doc.words.inside(start, end)) for start, end in spans)
