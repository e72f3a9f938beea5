"""Quotation against narration: tone, and how often something stands in 1,000 words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from analysis.findings.robustness.choices import TONE, Choice, Cut, Material, Places, part_sides, score_alone
from analysis.findings.robustness.samples import (
    Evidence,
    Sample,
    difference_of_means,
    difference_of_rates,
    make_sample,
    share_of_two,
    term_of,
)
from analysis.measures.tone import SentenceTone, find_tone_within
from analysis.text.document import Document
from analysis.text.spans import Spans

if TYPE_CHECKING:
    from analysis.findings.robustness.permutation import Pair

Place = tuple[int, str]  # where a term begins, and its name in the card


def sample_tone_by_voice(material: Material, choice: Choice) -> Sample:
    """Mean tone of the quoted parts of sentences minus that of the narrated parts.

    Choices: quotation, tone, sentences, words. VADER's nought counts as a score, as those who use it count.
    """
    cut = material.cut(choice)
    rows = [[0.0] * 4 for _ in cut.doc.sentences]
    evidence: list[Evidence] = []
    for side, spans in enumerate(part_sides(material.findings, choice["quotation"])):
        for unit, score, terms in _scores(cut, spans, choice["tone"]):
            rows[unit][2 * side : 2 * side + 2] = [score, 1.0]
            evidence += [Evidence(term, unit, 2 * side, amount) for term, amount in terms]
    return make_sample(
        cut.doc.sentences, rows, difference_of_means, counted=(1, 3), evidence=evidence, scored=True
    )


def sample_rate_by_voice(material: Material, choice: Choice, places: Iterable[Place]) -> Sample:
    """How often some terms stand in 1,000 words of quotation, minus of narration.

    Choices: quotation, words.
    """
    doc = material.cut(choice).doc
    rows = [[0.0] * 4 for _ in doc.sentences]
    evidence = []
    places = list(places)
    for side, spans in enumerate(part_sides(material.findings, choice["quotation"])):
        _count_words(doc, spans, rows, 2 * side + 1)
        layer = Spans.of(spans)
        for start, term in places:
            unit = doc.sentences.holding(start)
            if unit is not None and layer.holding(start) is not None:
                rows[unit][2 * side] += 1
                evidence.append(Evidence(term, unit, 2 * side, 1.0))
    return make_sample(doc.sentences, rows, difference_of_rates, counted=(1, 3), evidence=evidence)


def sample_quotation_share(material: Material, choice: Choice) -> Sample:
    """The share of a text that is quotation. Choices: quotation, words (or characters)."""
    doc = material.cut({} if choice["words"] == "characters" else choice).doc
    quoted, _ = part_sides(material.findings, choice["quotation"])
    everything = [(span.start, span.end) for span in material.findings.voices]
    rows = [[0.0] * 2 for _ in doc.sentences]
    for column, spans in enumerate((quoted, everything)):
        if choice["words"] == "characters":
            for unit, start, end in _by_sentence(doc, spans):
                rows[unit][column] += end - start
        else:
            _count_words(doc, spans, rows, column)
    return make_sample(doc.sentences, rows, share_of_two, counted=(1,))


def pair_up(sample: Sample) -> tuple[list[Pair], list[Pair]]:
    """The units of the two sides of a difference, as `permutation.deal_sides` takes them."""
    one = [(float(row[0]), float(row[1])) for row in sample.columns if row[1] > 0]
    other = [(float(row[2]), float(row[3])) for row in sample.columns if row[3] > 0]
    return one, other


def _scores(cut: Cut, spans: Places, tone: str) -> Iterable[tuple[int, float, Sequence[tuple[str, float]]]]:
    """For each sentence with a score in some spans: its number, the score, and the terms that make it."""
    if tone == TONE[0]:
        for part in find_tone_within(cut.doc, cut.tones, spans):
            unit = cut.doc.sentences.holding(part.start)
            if part.score is not None and unit is not None:
                yield unit, part.score, tone_terms(part)
        return
    pieces: dict[int, list[str]] = defaultdict(list)
    for unit, start, end in _by_sentence(cut.doc, spans):
        pieces[unit].append(cut.doc.text[start:end])
    for unit, texts in pieces.items():
        if (score := score_alone(" ".join(texts), tone)) is not None:
            yield unit, score, ()


def tone_terms(tone: SentenceTone) -> list[tuple[str, float]]:
    """The terms of a sentence in lower case, each with its share of the score."""
    return [(term_of(term.surface), term.contribution) for term in tone.terms]


def _by_sentence(doc: Document, spans: Places) -> Iterable[tuple[int, int, int]]:
    """Spans cut where sentences begin: number of the sentence, start, end."""
    starts = doc.sentences.starts
    for start, end in spans:
        inside = doc.sentences.inside(start, end)
        for unit in range(max(inside.start - 1, 0), inside.stop):  # one may have begun before the span
            left = max(starts[unit], start)
            right = min(starts[unit + 1], end) if unit + 1 < len(starts) else end
            if left < right:
                yield unit, left, right


def _count_words(doc: Document, spans: Places, rows: list[list[float]], column: int) -> None:
    for start, end in spans:
        for word in doc.words.inside(start, end):
            unit = doc.sentences.holding(doc.words.starts[word])
            if unit is not None:
                rows[unit][column] += 1
