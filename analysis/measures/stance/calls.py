"""Calls: who must do what, by words of duty and words of demand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from analysis.measures.stance import demands, duties, obligations, pleas
from analysis.measures.stance.model import Sentence, StanceMatch


def is_candidate(key: str) -> bool:
    """Whether a sentence with this word may hold a call."""
    return (
        duties.is_candidate(key)
        or demands.is_candidate(key)
        or pleas.is_candidate(key)
        or obligations.is_candidate(key)
    )


def is_contraction(key: str) -> bool:
    """Whether a word with *got* behind it may lay a duty on somebody: *they've got to*."""
    return key.endswith(("'ve", "'s"))


def find_calls(sentence: Sentence, places: Iterable[int]) -> Iterator[StanceMatch]:
    """The calls of one sentence that words of duty or demand carry; a question lays no duty on anybody.

    Args:
        places: of the words that may hold a call, and of contractions before them.
    """
    for place in places:
        key = sentence.keys[place]
        if duties.is_candidate(key) or is_contraction(key):
            if not sentence.is_question:
                yield from duties.find_duty(sentence, place)
            continue
        found = list(pleas.find_plea(sentence, place)) if pleas.is_candidate(key) else []
        if not found and demands.is_candidate(key):
            found = list(demands.find_demand(sentence, place))
        yield from found
        if obligations.is_candidate(key):
            yield from obligations.find_obligation(sentence, place)
