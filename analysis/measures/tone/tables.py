"""Tone as tables: by paragraph, and by groups of spans such as the voices."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from analysis.measures.tone.model import load_model
from analysis.measures.tone.sentences import SentenceTone, make_sentence_tone
from analysis.text.document import Document
from analysis.text.rates import mean, share, to_table
from analysis.text.spans import Spans

if TYPE_CHECKING:
    import pandas as pd

_SUMMARY = {
    "score": "float64",
    "n_scored": "int64",
    "n_sentences": "int64",
    "coverage": "float64",
    "n_words": "int64",
}


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
        rows.append({"label": label} | _summary(doc, find_tone_within(doc, tones, spans), spans))
    return to_table(rows, {"label": "string"} | _SUMMARY)


def find_tone_within(
    doc: Document, tones: Iterable[SentenceTone], spans: Iterable[tuple[int, int]]
) -> list[SentenceTone]:
    """The tone of the parts of sentences that lie in some spans.

    Returns: one item a sentence with a word in the spans, with the terms that begin in them.

    Raises:
        ValueError: the spans are not sorted, or overlap.
    """
    layer = Spans.of(spans)
    return [part for tone in tones if (part := _within(doc, tone, layer))]


def _within(doc: Document, tone: SentenceTone, layer: Spans) -> SentenceTone | None:
    """The part of a sentence that lies in a layer of spans, or None if no word of it does."""
    words = doc.words.starts
    inside = doc.words.inside(tone.start, tone.end)
    n_words = sum(layer.holding(words[index]) is not None for index in inside)
    if not n_words:
        return None
    terms = (term for term in tone.terms if layer.holding(term.start) is not None)
    band = load_model().neutral_band
    return make_sentence_tone(doc, (tone.start, tone.end), n_words, terms, tone.intercept, band)


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
