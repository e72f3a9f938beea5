"""Finding loaded words: lists before forms, one term a word; and what they make of a sentence."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable

from analysis.measures.loaded.forms import find_forms
from analysis.measures.loaded.lists import find_listed, find_rated
from analysis.measures.loaded.model import (
    SCARE_QUOTE,
    LoadedFindings,
    LoadedSentence,
    LoadedTerm,
    Marked,
    make_term,
)
from analysis.measures.loaded.shouts import find_capitals, find_exclamations
from analysis.text.document import Document

SCARE_WEIGHT = 0.25
# Plain words that hand what is said to a source, and what is left of a weight beside them.
PLAIN_REPORTS = frozenset(("said", "says", "told", "according"))
OWNED = 0.5
DECIMALS = 6  # the order in which weights are multiplied does not show


def find_loaded(doc: Document, *, quotes_nobody: Iterable[Marked] = ()) -> LoadedFindings:
    """Where loaded words stand, and how loaded each sentence is.

    Args:
        quotes_nobody: scare quotes, as the measure of quotation finds them: stretches with ``start`` and
            ``end`` that quote nobody. They become terms, before what stands in them.

    Returns: ``terms``, sorted, no two of which share a character; ``sentences``, one for each sentence of
        the document, with the score 1 - (1 - w1)(1 - w2)… over the weights of the terms that begin in it:
        each term leaves the sentence a chance to be plain, and the chances multiply. In a sentence that
        says by a plain word who said so (*said*, *told*, *according to*) each weight counts half: the
        judgment has an owner. A sentence without a term scores 0; more terms never lower the score, and
        it never goes beyond 1.

    Limits: words are found, not readings. *The play shows a cruel king.* holds *cruel* as a plain report
    of a play; *They buried forty that night.* holds no loaded word. A loaded word counts where the
    sentence denies it: *It was no disgrace.* A term says nothing of whether the judgment is fair.

    Source: own lists and rules; kinds after Recasens et al. (2013), Hyland (2005), Van Dijk (1998) and
    Wiebe et al. (2005).

    Example: two terms, of weights .6 and .6, leave .4 x .4 = .16.

    >>> from analysis.text.document import make_document
    >>> found = find_loaded(make_document("The reckless board slammed the plan. It rained."))
    >>> [(term.surface, term.kind) for term in found.terms]
    [('reckless', 'evaluative'), ('slammed', 'loaded_verb')]
    >>> [round(sentence.score, 2) for sentence in found.sentences]
    [0.84, 0.0]
    """
    layers: list[Iterable[LoadedTerm | tuple[int, int]]] = [
        [_scare_quote(doc, mark) for mark in quotes_nobody],
        find_listed(doc),
        find_rated(doc),
        find_forms(doc),
        find_capitals(doc),
        find_exclamations(doc),
    ]
    terms = _without_overlap(layers)
    return LoadedFindings(tuple(terms), tuple(_score_sentences(doc, terms)))


def _scare_quote(doc: Document, mark: Marked) -> LoadedTerm:
    return make_term(
        doc.text, mark.start, mark.end, kind=SCARE_QUOTE, weight=SCARE_WEIGHT,
        why="nobody in the sentence says the words", source="recasens2013", rule="marks",
    )  # fmt: skip


def _without_overlap(layers: Iterable[Iterable[LoadedTerm | tuple[int, int]]]) -> list[LoadedTerm]:
    """The terms of all layers in order; where two overlap, that of the earlier layer stays."""
    taken: set[int] = set()
    terms = []
    for layer in layers:
        for term in layer:
            start, end = (term.start, term.end) if isinstance(term, LoadedTerm) else term
            stretch = range(start, end)
            if not taken.isdisjoint(stretch):
                continue
            taken.update(stretch)
            if isinstance(term, LoadedTerm):
                terms.append(term)
    return sorted(terms, key=lambda term: term.start)


def _score_sentences(doc: Document, terms: Iterable[LoadedTerm]) -> list[LoadedSentence]:
    weights: dict[int, list[float]] = defaultdict(list)
    for term in terms:
        index = doc.sentences.holding(term.start)
        if index is not None:
            weights[index].append(term.weight)
    return [
        LoadedSentence(start, end, _score(weights[index], owned=_has_source(doc, index)))
        if index in weights
        else LoadedSentence(start, end, 0.0)
        for index, (start, end) in enumerate(doc.sentences.pairs())
    ]


def _score(weights: Iterable[float], *, owned: bool) -> float:
    """How loaded terms of these weights make a sentence.

    >>> _score([0.6, 0.6], owned=False), _score([0.6, 0.6], owned=True)
    (0.84, 0.51)
    """
    return round(1 - math.prod(1 - weight * (OWNED if owned else 1) for weight in weights), DECIMALS)


def _has_source(doc: Document, index: int) -> bool:
    words = doc.sentence_words[index]
    return not PLAIN_REPORTS.isdisjoint(doc.keys[words.start : words.stop])
