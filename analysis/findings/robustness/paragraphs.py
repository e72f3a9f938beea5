"""The tone of sentences and paragraphs: of the whole text, of the extreme ones, beside VADER's."""

from __future__ import annotations

from typing import NamedTuple

from analysis.findings.robustness.by_voice import tone_terms
from analysis.findings.robustness.choices import SENTENCES, TONE, WORDS, Choice, Cut, Material, score_alone
from analysis.findings.robustness.samples import (
    Evidence,
    Sample,
    distance_above,
    distance_below,
    make_sample,
    share_of_two,
)
from analysis.measures.vader import score_vader
from analysis.text.rates import mean

RIVALS = 12  # paragraphs that may be next; those behind them never come near
UNITS = ("paragraphs", "sentences")
PRIMARY_CUT = {"tone": TONE[0], "sentences": SENTENCES[0], "words": WORDS[0]}  # declared beforehand
Terms = list[tuple[str, float]]


class Scored(NamedTuple):
    """A sentence with a score: its number, its paragraph, the score, and the terms that make it."""

    unit: int
    paragraph: int
    score: float
    terms: Terms


def score_sentences(material: Material, choice: Choice) -> list[Scored]:
    """The sentences with a score, in order. Choices: tone, sentences, words."""
    cut = material.cut(choice)
    scored = []
    for unit, start in enumerate(cut.doc.sentences.starts):
        score, terms = _score(cut, unit, choice["tone"])
        paragraph = cut.doc.paragraphs.holding(start)
        if score is not None and paragraph is not None:
            scored.append(Scored(unit, paragraph, score, terms))
    return scored


def _score(cut: Cut, unit: int, tone: str) -> tuple[float | None, Terms]:
    if tone == TONE[0]:
        return cut.tones[unit].score, tone_terms(cut.tones[unit])
    start, end = cut.doc.sentences[unit]
    return score_alone(cut.doc.text[start:end], tone), []


def sample_text_tone(material: Material, choice: Choice) -> Sample:
    """The mean tone of the sentences. Choices: tone, sentences, words."""
    sentences = material.cut(choice).doc.sentences
    rows = [[0.0] * 2 for _ in sentences]
    evidence = []
    for one in score_sentences(material, choice):
        rows[one.unit] = [one.score, 1.0]
        evidence += [Evidence(term, one.unit, 0, amount) for term, amount in one.terms]
    return make_sample(sentences, rows, share_of_two, counted=(1,), evidence=evidence, scored=True)


def group_by_paragraph(material: Material, choice: Choice) -> dict[int, list[float]]:
    """The scores of each paragraph that has some."""
    groups: dict[int, list[float]] = {}
    for one in score_sentences(material, choice):
        groups.setdefault(one.paragraph, []).append(one.score)
    return groups


def order_by_mean(groups: dict[int, list[float]], *, lowest: bool) -> list[int]:
    """The paragraphs by their mean, lowest (or highest) first; among equals the first."""
    sign = 1 if lowest else -1
    return sorted(groups, key=lambda paragraph: (sign * mean(groups[paragraph]), paragraph))


def find_extreme(groups: dict[int, list[float]], *, lowest: bool) -> int | None:
    """The paragraph with the lowest or highest mean; among equals the first."""
    return next(iter(order_by_mean(groups, lowest=lowest)), None)


def sample_extreme(material: Material, choice: Choice, first: int | None, *, lowest: bool) -> Sample:
    """How far a paragraph lies beyond the next one, in the direction asked for.

    Positive: it is the darkest (or brightest) under this choice too. Choices: tone, sentences, words.
    """
    sentences = material.cut(choice).doc.sentences
    groups = group_by_paragraph(material, choice)
    rivals = order_by_mean({n: scores for n, scores in groups.items() if n != first}, lowest=lowest)[:RIVALS]
    columns = {paragraph: 2 * place for place, paragraph in enumerate([first, *rivals])}
    rows = [[0.0] * max(2 * len(columns), 4) for _ in sentences]
    evidence = []
    for one in score_sentences(material, choice):
        if one.paragraph in columns:
            column = columns[one.paragraph]
            rows[one.unit][column : column + 2] = [one.score, 1.0]
            evidence += [Evidence(term, one.unit, column, amount) for term, amount in one.terms]
    figure = distance_below if lowest else distance_above
    return make_sample(sentences, rows, figure, counted=(1,), evidence=evidence, scored=True, width=4)


def sample_opposite_signs(material: Material, choice: Choice) -> Sample:
    """The share of paragraphs (or sentences) in which the project's tone and VADER have opposite signs.

    VADER's nought has no sign, and so is not opposite. Choices: units, sentences, words.
    """
    doc = material.cut(choice).doc
    layer = doc.paragraphs if choice["units"] == UNITS[0] else doc.sentences
    ours = score_sentences(material, {**choice, "tone": TONE[0]})
    groups: dict[int, list[float]] = {}
    for one in ours:
        number = one.paragraph if choice["units"] == UNITS[0] else one.unit
        groups.setdefault(number, []).append(one.score)
    rows = []
    for number, (start, end) in enumerate(layer):
        opposite = number in groups and mean(groups[number]) * score_vader(doc.text[start:end]) < 0
        rows.append([float(opposite), float(number in groups)])
    return make_sample(layer, rows, share_of_two, counted=(1,))
