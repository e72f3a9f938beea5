"""Calls: who must do what, by words of duty and words of demand."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.measures.stance import demands, duties, obligations, pleas
from analysis.measures.stance.model import Sentence, StanceMatch
from analysis.text.remembered import Remembered


def is_candidate(key: str) -> bool:
    """Whether a sentence with this word may hold a call."""
    return (
        duties.is_candidate(key)
        or demands.is_candidate(key)
        or pleas.is_candidate(key)
        or obligations.is_candidate(key)
    )


CANDIDATES = Remembered(is_candidate)


def find_calls(sentence: Sentence) -> Iterator[StanceMatch]:
    """The calls of one sentence that words of duty or demand carry; a question lays no duty on anybody."""
    question = sentence.gap(len(sentence) - 1).startswith("?")
    for place, key in enumerate(sentence.keys):
        if "'" not in key and not CANDIDATES[key]:
            continue
        if duties.is_candidate(key) or key.endswith(("'ve", "'s")):  # they've got to
            if not question:
                yield from duties.find_duty(sentence, place)
            continue
        found = list(pleas.find_plea(sentence, place)) if pleas.is_candidate(key) else []
        if not found and demands.is_candidate(key):
            found = list(demands.find_demand(sentence, place))
        yield from found
        if obligations.is_candidate(key):
            yield from obligations.find_obligation(sentence, place)
