"""All marks of stance of a document, in order."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from analysis.measures.stance import calls, imperatives, passives, quantities
from analysis.measures.stance.certainty import find_certainty
from analysis.measures.stance.letters import (
    CALL,
    LIKELIHOOD,
    NUMBER,
    OPENING,
    PASSIVE,
    letters_of,
    numbers_of,
)
from analysis.measures.stance.model import LONGEST_SENTENCE, Sentence, StanceMatch, sentence_of
from analysis.measures.stance.openings import marks_before
from analysis.measures.stance.sources import Quoted, add_sources
from analysis.text.document import Document


def find_stance(doc: Document, *, quotations: Iterable[Quoted] = ()) -> list[StanceMatch]:
    """Find calls to act, hedges, boosters, agentless passives and numbers of a document.

    Args:
        quotations: rows with start, end, speaker and attribution, as `measures.quotation` finds them; a
            number in one whose speaker is named counts as sourced.

    Returns: matches sorted by place, with the fields of `StanceMatch`; those of two kinds may overlap: an
        act may hold a passive.

    Limits: rules read wording, not situations: *They should be here by six.* reads as a demand. A demand
    without a listed word (*The time for talk is over.*) is not found. Of two passives joined by *and* only
    the first is found (*was tried and hanged*). A sentence of over a thousand words is passed over.

    Source: own rules; Palmer (2001) for duty and likelihood, Quirk et al. (1985) for passives; Hyland
    (2005), Holmes (1988), Lakoff (1973) and Rubin (2007) for the list of hedges and boosters.

    Example: one call, one hedge, one passive and one number.

    >>> from analysis.text.document import make_document
    >>> doc = make_document("The town must dig a well. Perhaps forty pumps were sold.")
    >>> for match in find_stance(doc):
    ...     print(match.kind, "-", match.surface)
    call - The town must dig a well
    hedge - Perhaps
    number - forty
    agentless_passive - were sold
    """
    quotations = sorted(quotations, key=lambda quotation: quotation.start)
    letters = letters_of(doc)
    found = list(find_certainty(doc, numbers_of(LIKELIHOOD, letters)))
    marks = marks_before(doc, numbers_of(OPENING, letters))
    candidates = _Candidates(
        numbers_of(CALL, letters), numbers_of(PASSIVE, letters), numbers_of(NUMBER, letters), marks
    )
    window = _Quotations(quotations)
    for index, words in enumerate(doc.sentence_words):
        if 0 < len(words) <= LONGEST_SENTENCE:
            found.extend(_find_in(sentence_of(doc, index), candidates, window))
    return sorted(dict.fromkeys(found), key=lambda match: (match.start, match.end, match.kind))


class _Quotations:
    """Quotations by place; ``reach[n]`` is how far any of the first n + 1 goes."""

    def __init__(self, quotations: Sequence[Quoted]) -> None:
        self.quotations = quotations
        self.starts = [quotation.start for quotation in quotations]
        self.reach: list[int] = []
        for quotation in quotations:
            self.reach.append(max(quotation.end, self.reach[-1] if self.reach else 0))

    def around(self, start: int, end: int) -> list[Quoted]:
        """Those that share a character with a stretch."""
        last = bisect_right(self.starts, end)
        first = bisect_right(self.reach, start)  # before this one all have ended
        return [q for q in self.quotations[first:last] if q.end > start]


class _Candidates(NamedTuple):
    """The numbers of the words of a document with which something may begin."""

    calls: list[int]
    passives: list[int]
    numbers: list[int]
    marks: str  # one letter a word, for imperatives


def _find_in(sentence: Sentence, candidates: _Candidates, quotations: _Quotations) -> Iterator[StanceMatch]:
    """Only a sentence that holds a candidate is tagged, for tags cost most of the time."""
    if places := _places(sentence, candidates.calls):
        yield from calls.find_calls(sentence, places)
    yield from imperatives.find_imperatives(sentence, candidates.marks)
    if places := _places(sentence, candidates.passives):
        yield from passives.find_passives(sentence, places)
    if places := _places(sentence, candidates.numbers):
        numbers = list(quantities.find_numbers(sentence, places))
        if numbers:
            around = quotations.around(*sentence.doc.sentences[sentence.index])
            yield from add_sources(sentence, numbers, around)


def _places(sentence: Sentence, numbers: list[int]) -> list[int]:
    """Those of the words that stand in a sentence, by place."""
    first = sentence.first
    begin = bisect_left(numbers, first)
    end = bisect_left(numbers, first + len(sentence.keys), begin)
    return [number - first for number in numbers[begin:end]]
