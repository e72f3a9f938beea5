"""All marks of stance of a document, in order."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import ItemsView, Iterable, Sequence
from functools import cache, partial
from operator import attrgetter

from analysis.measures.stance import calls, imperatives, passives, quantities
from analysis.measures.stance.candidates import find_candidates
from analysis.measures.stance.certainty import find_certainty
from analysis.measures.stance.model import LONGEST_SENTENCE, StanceMatch, sentence_of
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
    candidates = find_candidates(doc)
    sentence_at = cache(partial(sentence_of, doc))
    called: list[StanceMatch] = []
    for index, places in _by_sentence(doc, candidates.calls):
        called.extend(calls.find_calls(sentence_at(index), places))
    marks = marks_before(doc, candidates.openings)
    for index in imperatives.find_sentences(doc, marks):
        if len(doc.sentence_words[index]) <= LONGEST_SENTENCE:
            called.extend(imperatives.find_imperatives(sentence_at(index), marks))
    found = list(dict.fromkeys(called))  # two rules may find the same call
    found.extend(find_certainty(doc, candidates.likelihood, sentence_at))
    for index, places in _by_sentence(doc, candidates.auxiliaries):
        found.extend(passives.find_passives(sentence_at(index), places))
    window = _Quotations(sorted(quotations, key=attrgetter("start")))
    for index, places in _by_sentence(doc, candidates.numbers):
        sentence = sentence_at(index)
        if numbers := list(quantities.find_numbers(sentence, places)):
            found.extend(add_sources(sentence, numbers, window.around(*doc.sentences[index])))
    return sorted(found, key=attrgetter("start", "end", "kind"))


def _by_sentence(doc: Document, numbers: Iterable[int]) -> ItemsView[int, list[int]]:
    """Words cut into sentences, by place in each; sentences that are too long are left out."""
    places: dict[int, list[int]] = {}
    index, first, stop = 0, 0, 0
    for number in numbers:
        if number >= stop:
            index = bisect_right(doc.sentence_words, number, key=attrgetter("start")) - 1
            first, stop = doc.sentence_words[index].start, doc.sentence_words[index].stop
        if first <= number < stop <= first + LONGEST_SENTENCE:
            places.setdefault(index, []).append(number - first)
    return places.items()


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
