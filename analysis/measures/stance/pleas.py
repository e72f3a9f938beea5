"""Nouns of demand: *a plea to drivers to slow down*, *calls for an inquiry*."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.measures.stance.clauses import Stretch, joined, make_call, phrase_at
from analysis.measures.stance.lists import acts_from, next_act_start
from analysis.measures.stance.model import Sentence, StanceMatch

_PLEAS = """
demand demands plea pleas petition petitions call calls appeal appeals request requests pressure deadline
ultimatum instruction instructions
"""
PLEAS = frozenset(_PLEAS.split())
# A thing may be demanded with these; a request for comment is none, nor is pressure for time.
FOR_THINGS = frozenset(["demand", "demands", "plea", "pleas", "petition", "petitions", "appeal", "appeals"])
BARE_TO = FOR_THINGS | {"call", "calls", "ultimatum", "pressure"}
CLAUSES = frozenset(["WP", "WDT", "WRB"])
VERBS = frozenset(["VB", "VBP"])
FINITE = VERBS | {"VBZ", "VBD"}
ADDRESSED = 10  # words between a noun of demand and the act


def find_plea(sentence: Sentence, place: int) -> Iterator[StanceMatch]:
    """The demand that a noun carries, with who is to act if that is said."""
    key, link = sentence.keys[place], sentence.keys[place + 1]
    if sentence.keys[place - 1] in ("phone", "close", "roll", "wake-up", "conference", "video"):
        return
    if sentence.tags[place][:2] != "NN" or sentence.gaps[place] or link not in ("to", "for", "on"):
        return
    verb = _act_behind(sentence, place + 2)
    who: Stretch | None = None
    if verb is not None:
        phrase = phrase_at(sentence, place + 2)
        if phrase is None or phrase.kind == "time":
            return
        who = joined(sentence, phrase, limit=sentence.end(verb - 2))
    else:
        for_act = link == "to" and key in BARE_TO and sentence.tags[place + 2] in VERBS
        if not for_act and not (link == "for" and key in FOR_THINGS and _is_demanded(sentence, place)):
            return
        verb = place + 2
    start = sentence.start(place) if who is None else who[0]
    for act in acts_from(sentence, verb):
        act = clipped(sentence, act)
        yield make_call(sentence, start, act, who, "plea", f"*{key}* is a noun of demand")
        start = next_act_start(sentence, act[1] + 1)


def clipped(sentence: Sentence, act: Stretch) -> Stretch:
    """An act without the verb that the noun of demand is the subject of: *calls for an inquiry* (grew)."""
    first, behind = sentence.place_at(act[0]), sentence.place_at(act[1])
    for place in range(first + 1, behind):
        tag = sentence.tags[place]
        if tag in CLAUSES or sentence.keys[place] in (
            "that",
            "if",
            "when",
            "as",
            "because",
            "before",
            "after",
        ):
            break
        if tag in ("VBZ", "VBD", "MD") or sentence.keys[place] in ("are", "were", "have"):
            last = place - 1
            while last > first and sentence.tags[last] in ("RB", "CC"):
                last -= 1
            return act[0], sentence.end(last)
    return act


def _act_behind(sentence: Sentence, begin: int) -> int | None:
    """The place of the verb in *(the town) to wait*, after who is meant."""
    for place in range(begin + 1, min(begin + ADDRESSED, sentence.n_words - 1)):
        if sentence.gaps[place - 1] or sentence.tags[place][:2] == "MD" or sentence.tags[place] in FINITE:
            return None
        if sentence.keys[place] == "to":
            verb = place + 1 + (sentence.keys[place + 1] == "not")
            return verb if sentence.tags[verb] in VERBS else None
    return None


def _is_demanded(sentence: Sentence, place: int) -> bool:
    """Whether *demand for* asks for something, where the demand for pears is high."""
    if sentence.keys[place] != "demand":
        return sentence.tags[place + 2][:2] in ("DT", "NN", "JJ", "VB", "PR")
    owned = sentence.tags[place - 1] in ("PRP$", "POS") or sentence.keys[place - 1].endswith(("'s", "s'"))
    return owned or sentence.keys[place + 2] in ("a", "an", "the")
