"""Duties told of without a modal verb: *it is time to act*, *it is up to X to act*, *X has a duty to act*."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.measures.stance.clauses import act_from, joined, make_call, phrase_at, subject_before
from analysis.measures.stance.demand_words import DEMAND
from analysis.measures.stance.infinitives import to_act
from analysis.measures.stance.model import Sentence, StanceMatch

NEEDS = frozenset(["imperative", "essential", "vital", "necessary", "crucial", "urgent"])
OWING = frozenset(["owe", "owes", "duty", "obligation", "responsibility"])
WORDS = NEEDS | OWING | {"time", "up"}  # what may tell of a duty


def find_obligation(sentence: Sentence, place: int) -> Iterator[StanceMatch]:
    """The duty that a word tells of."""
    if sentence.keys[place] in OWING:
        yield from _owed_at(sentence, place)
    else:
        yield from _time_at(sentence, place)


def _time_at(sentence: Sentence, place: int) -> Iterator[StanceMatch]:
    """*it is time to act*, *time for X to act*, *it is vital that X act*, *it is up to X to act*."""
    key = sentence.keys[place]
    before = [sentence.keys[n] for n in range(max(0, place - 3), place)]
    if not any(word in ("it's", "is", "it", "high") for word in before) or "every" in before:
        return
    reason = f"*it is {key}* is {DEMAND}"
    following = sentence.keys[place + 1]
    if key == "up":
        if following == "to":
            yield from to_act(sentence, place, place + 2, "up-to")
    elif following == "for":
        yield from to_act(sentence, place, place + 2, "time-for")
    elif (
        following == "to"
        and sentence.tags[place + 2] in ("VB", "VBP", "NN")
        and not {"no", "not"} & set(before)
    ):
        act = act_from(sentence, place + 2)
        yield make_call(sentence, sentence.start(place), act, None, "time-to", reason)
    elif following == "that" and (phrase := phrase_at(sentence, place + 2)) is not None:
        verb = sentence.place_at(phrase.end)
        if sentence.tags[verb] in ("VB", "VBP"):
            who = (phrase.start, phrase.end)
            yield make_call(sentence, phrase.start, act_from(sentence, verb), who, "time-that", reason)


def _owed_at(sentence: Sentence, place: int) -> Iterator[StanceMatch]:
    """*X owes it to Y to act*, *X has a duty to act*."""
    key = sentence.keys[place]
    verb_of_owing = place
    to = place + 1
    if key in ("owe", "owes"):
        if sentence.keys[to] != "it":
            return
        to = next(
            (n for n in range(to + 2, min(to + 9, sentence.n_words)) if sentence.keys[n] == "to"),
            sentence.n_words,
        )
    else:
        verb_of_owing = place - 2 if sentence.keys[place - 2] in ("has", "have") else place - 3
        if (
            verb_of_owing < 0
            or sentence.keys[verb_of_owing] not in ("has", "have")
            or sentence.keys[to] != "to"
        ):
            return
    if to + 1 >= sentence.n_words or sentence.tags[to + 1] not in ("VB", "VBP", "NN"):
        return
    subject = subject_before(sentence, verb_of_owing)
    if subject is None or subject.surface.lower() == "i":
        return
    who = joined(sentence, subject, limit=sentence.start(verb_of_owing))
    yield make_call(sentence, who[0], act_from(sentence, to + 1), who, "owed", f"*{key}* tells of a duty")
