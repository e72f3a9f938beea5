"""Calls: who must do what, by words of duty and words of demand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from analysis.measures.stance import demand_words, demands, duties, obligations, pleas
from analysis.measures.stance.model import Sentence, StanceMatch

WORDS = duties.WORDS | demand_words.WORDS | pleas.PLEAS | obligations.WORDS  # what may carry a call


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
        if key in duties.WORDS or is_contraction(key):
            if not sentence.is_question:
                yield from duties.find_duty(sentence, place)
            continue
        found = list(pleas.find_plea(sentence, place)) if key in pleas.PLEAS else []
        if not found and key in demand_words.WORDS:
            found = list(demands.find_demand(sentence, place))
        yield from found
        if key in obligations.WORDS:
            yield from obligations.find_obligation(sentence, place)
