"""Tone by sentence: a score that is the sum of named shares."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import NamedTuple

from analysis.measures.tone.evidence import find_units
from analysis.measures.tone.model import ToneModel, load_model
from analysis.text.document import Document


class ToneTerm(NamedTuple):
    """A word or phrase with its share of a sentence's score: ``text[start:end] == surface``."""

    start: int
    end: int
    surface: str
    contribution: float
    reason: str


class SentenceTone(NamedTuple):
    """How a sentence sounds, from -4 to 4; the score is None where nothing is known about it."""

    start: int
    end: int
    surface: str
    score: float | None
    status: str  # scored, neutral or no_evidence
    coverage: float
    intercept: float
    terms: tuple[ToneTerm, ...]


def find_tone(doc: Document, *, model: ToneModel | None = None) -> list[SentenceTone]:
    """The tone of each sentence, with the share of each word and phrase in it.

    Args:
        model: weights other than the ones that the project ships.

    Returns: one item a sentence. ``score`` is what readers would answer on average, from -4 to 4:
    ``intercept`` plus the sum of the contributions, or None with status ``no_evidence`` where no
    term was found. Status ``neutral``: the score is too close to 0 to have a sign. ``coverage``
    is the share of the sentence's words that lie in a term.

    Limits: irony is read at face value (*What a brilliant way to lose.*), and so is a quotation
    that the text disowns. Scores are cautious: they lie closer together than readers' ratings.

    Source: own ratings of words (valence.csv), weighted to fit readers' ratings of sentences from
    Hutto and Gilbert (2014); see the cards in data/lexicons and data/models.

    >>> from analysis.text.document import make_document
    >>> first, second = find_tone(make_document("They were not robbed. It stands there."))
    >>> [(term.surface, term.reason) for term in first.terms]
    [('robbed', 'robbed, turned by not')]
    >>> second.status
    'no_evidence'
    """
    model = model or load_model()
    terms: list[list[ToneTerm]] = [[] for _ in doc.sentence_words]
    text, listed_weights, word_weights = doc.text, model.listed, model.words
    for unit in find_units(doc, words=word_weights):
        start, end, sentence, reason, listed, negator, contrast, after_contrast = unit
        weight = (listed_weights if listed else word_weights).get(reason)
        if not weight:
            continue
        contribution = model.adjusted(weight, unit, len(doc.sentence_words[sentence]))
        if negator is not None:
            reason += f", turned by {negator}"
        if contrast is not None:
            reason += f", {'after' if after_contrast else 'before'} {contrast}"
        terms[sentence].append(ToneTerm(start, end, text[start:end], contribution, reason))
    sentences = zip(doc.sentences.pairs(), doc.sentence_words, terms, strict=True)
    return [
        make_sentence_tone(doc, span, len(words), found, model.intercept, model.neutral_band)
        for span, words, found in sentences
    ]


def make_sentence_tone(
    doc: Document,
    span: tuple[int, int],
    n_words: int,
    terms: Iterable[ToneTerm],
    intercept: float,
    neutral_band: float,
) -> SentenceTone:
    """Add up the terms of a sentence, or of the part of it that has ``n_words``."""
    start, end = span
    terms = tuple(terms)
    score = math.fsum([intercept, *[term.contribution for term in terms]]) if terms else None
    status = "no_evidence" if score is None else "neutral" if abs(score) <= neutral_band else "scored"
    covered = " ".join([term.surface for term in terms]).split()  # white space alone divides words
    coverage = len(covered) / n_words if n_words else 0.0
    return SentenceTone(start, end, doc.text[start:end], score, status, coverage, intercept, terms)
