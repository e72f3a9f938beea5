"""Demands: *urge* or *call on* somebody *to* act, *call for* or *demand* something, *X is asked to* act."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.measures.stance.clauses import act_from, joined, make_call, subject_before
from analysis.measures.stance.demand_words import (
    COMMON,
    DEMAND,
    FOR_THINGS,
    FOR_WORDS,
    ONLY_THAT,
    THAT_VERBS,
    URGING,
    VERBS,
    WARNING,
    is_past,
)
from analysis.measures.stance.infinitives import to_act
from analysis.measures.stance.model import Sentence, StanceMatch
from analysis.measures.stance.pleas import clipped
from analysis.measures.stance.subjunctives import that_act

HYPOTHETIC = frozenset(["didn't", "did", "not", "don't", "doesn't", "would", "could", "might"])
NOW = frozenset(["am", "are", "is"])
HAVING = frozenset(["has", "have"])
THINGS = frozenset(["phone", "close", "roll", "wake-up"])  # a phone call for you: *call* is a name of a thing


def find_demand(sentence: Sentence, place: int) -> Iterator[StanceMatch]:
    """The demands that a word at a place carries."""
    key = sentence.keys[place]
    if key in FOR_WORDS:
        yield from _demand_at(sentence, place)
    elif key in VERBS:
        if key in THAT_VERBS:
            yield from that_act(sentence, place)
        if key not in ONLY_THAT:
            yield from _demand_at(sentence, place)


def _demand_at(sentence: Sentence, place: int) -> Iterator[StanceMatch]:
    key = sentence.keys[place]
    if not sentence.tags[place].startswith(("VB", "NN", "JJ")):
        return
    if key in FOR_WORDS or key.startswith("appeal"):
        yield from _called_at(sentence, place)
    elif key.startswith("demand"):
        yield from _demanded_at(sentence, place)
    else:
        yield from _urged_at(sentence, place)


def _called_at(sentence: Sentence, place: int) -> Iterator[StanceMatch]:
    """*call on X to act*, *appeal to X to act*, *call for N*."""
    key, following = sentence.keys[place], sentence.keys[place + 1]
    if following in ("on", "upon") or (following == "to" and key.startswith("appeal")):
        yield from to_act(sentence, place, place + 2, "call-on")
    elif following == "for" and sentence.keys[place - 1] not in THINGS:
        yield from _for_thing(sentence, place, place + 2)


def _demanded_at(sentence: Sentence, place: int) -> Iterator[StanceMatch]:
    """*demand N*."""
    inverted = place > 0 and sentence.gaps[place - 1].endswith((",", '"'))  # "…," demanded Ann Lee
    verb = sentence.tags[place].startswith("VB") and not inverted
    if verb and sentence.keys[place + 1] not in ("that", "to"):
        yield from _for_thing(sentence, place, place + 1)


def _urged_at(sentence: Sentence, place: int) -> Iterator[StanceMatch]:
    """*urge X to act*, *X is asked to act*, *plead with X to act*, *ask for N*."""
    key, following = sentence.keys[place], sentence.keys[place + 1]
    open_now = _is_open(sentence, place)
    if following in ("to", "not") and is_past(key):
        yield from _passive(sentence, place)
        return
    warns = key in WARNING
    if key not in URGING and not open_now and not warns:
        return
    if (sentence.gaps[place] and key not in URGING) or (key.startswith("remind") and not is_past(key)):
        return
    if following == "for" and key in FOR_THINGS:
        made = open_now and sentence.keys[place - 1] not in ("to", "and") and not sentence.gaps[place - 1]
        if sentence.tags[place][:2] == "VB" and (made or key.startswith("plead")):
            yield from _for_thing(sentence, place, place + 2)
        return
    if following == "with" and key.startswith("plead"):
        yield from to_act(sentence, place, place + 2, "urge")  # plead with the crowd to go
        return
    # at the head of a short sentence the tagger takes *encourage* for a noun
    somebody = sentence.tags[place + 1] in ("DT", "PRP", "PRP$", "NNP") or following.endswith(("one", "body"))
    if not sentence.tags[place].startswith("VB") and not (somebody and key in URGING):
        return
    for call in to_act(sentence, place, place + 1, "urge"):
        if not warns or " not to " in sentence.doc.text[sentence.end(place) : call.act_start]:
            yield call


def _is_open(sentence: Sentence, place: int) -> bool:
    """Whether a demand is made now: *asks*, *is asking*, *has asked*; in *asked* the scene is over."""
    key = sentence.keys[place]
    before = place - 1 - (sentence.tags[place - 1] == "RB" and not sentence.keys[place - 1].endswith("n't"))
    auxiliary = sentence.keys[before]
    if auxiliary in HYPOTHETIC:
        return False
    if key.endswith("ing"):
        return auxiliary in NOW or auxiliary.endswith(("'re", "'m", "'s")) or sentence.gaps[place - 1] == ","
    if is_past(key):
        supposed = sentence.keys[before - 1] in HYPOTHETIC
        return not supposed and (auxiliary in HAVING or auxiliary.endswith("'ve"))
    return not (auxiliary == "to" and key in COMMON)


def _passive(sentence: Sentence, place: int) -> Iterator[StanceMatch]:
    """*The town is urged to act*, *is being asked to act*; of urging verbs in the past too."""
    key, auxiliary = sentence.keys[place], sentence.keys[place - 1]
    first = place - 1
    if auxiliary in ("been", "being"):
        first -= 1
    now = sentence.keys[first] in NOW or auxiliary.endswith("'re")
    if not now and not (key in URGING and auxiliary in ("were", "was", "been")):
        return
    subject = subject_before(sentence, first)
    verb = place + 2 + (sentence.keys[place + 1] == "not")
    if subject is not None and verb < sentence.n_words and sentence.tags[verb] in ("VB", "VBP", "NN"):
        who = joined(sentence, subject, limit=sentence.start(first))
        act = act_from(sentence, verb)
        yield make_call(sentence, who[0], act, who, "passive-demand", f"*{key}* to is {DEMAND}")


def _for_thing(sentence: Sentence, place: int, begin: int) -> Iterator[StanceMatch]:
    """*call for N*, *demand N*, *call for X to act*."""
    if begin >= sentence.n_words or sentence.gaps[begin - 1][:1] in (",", "."):
        return
    found = list(to_act(sentence, place, begin, "call-for"))
    if found:
        yield from found
        return
    opens = sentence.tags[begin]
    if opens[:2] not in ("DT", "NN", "JJ", "PR", "CD", "VB", "RB", "PD", "WP"):
        return
    act = act_from(sentence, begin)
    if sentence.tags[place][:2] == "NN":
        act = clipped(sentence, act)
    rule = "call-for" if sentence.keys[begin - 1] == "for" else "demand"
    yield make_call(sentence, sentence.start(place), act, None, rule, f"*{sentence.keys[place]}* is {DEMAND}")
