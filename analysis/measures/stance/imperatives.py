"""Imperatives: a clause that begins with a bare verb and calls on whoever reads or hears it."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.measures.stance.clauses import act_from, make_call
from analysis.measures.stance.lists import acts_from, may_be_verb, next_act_start
from analysis.measures.stance.model import Sentence, StanceMatch
from analysis.text.wordlists import load_irregular_verbs

_OPENERS = """
please just then so and but now always never also first instead or next finally
"""
OPENERS = frozenset(_OPENERS.split())
_AUXILIARIES = """
do does did don't doesn't have has is are was were can could will would may might must
"""
AUXILIARIES = frozenset(_AUXILIARIES.split())
# No demand: thanks, wishes, ways of speaking.
_MANNERS = """
thank thanks welcome bless god damn excuse forgive pardon suppose say look listen mind see hear let's
let guess congratulations sorry hi hello yes no well like according given compared based born need want
love hate know hope think believe bet seem mean trust worry said rest
"""
MANNERS = frozenset(_MANNERS.split())
ANYBODY = frozenset(["somebody", "someone", "everybody", "everyone", "anybody"])
_CONDITIONS = """
if when before after once until unless whenever while to
"""
CONDITIONS = frozenset(_CONDITIONS.split())
# Bare verbs that the tagger, at the head of a sentence, takes for nouns.
_VERBS = """
pass press address discuss feed stop go come call read write send join vote ring tell ask give take keep
make turn look put get bring help save act wake watch visit click sign share donate support follow open
close leave remember consider forget stay wait check try use buy pay fight stand listen find show start
end free
"""
VERBS = frozenset(_VERBS.split())
REASON = "a clause begins with a bare verb"


def find_imperatives(sentence: Sentence) -> Iterator[StanceMatch]:
    """The imperatives of one sentence, *let us* included."""
    question = sentence.gap(len(sentence) - 1).startswith("?")
    for place in _openings(sentence):
        if question and place == 0:
            continue
        first = place
        while (
            sentence.key(first) in OPENERS and first + 1 < len(sentence) and sentence.gap(first) in ("", ",")
        ):
            first += 1
        key, following = sentence.key(first), sentence.key(first + 1)
        if key == "let's" or (key == "let" and following == "us"):
            yield _let(sentence, first)
            continue
        if key in ANYBODY and sentence.tag(first + 1) in ("VB", "VBP") and not following.endswith("s"):
            if following not in AUXILIARIES:
                who = sentence.start(first), sentence.end(first)
                act = act_from(sentence, first + 1)
                yield make_call(sentence, who[0], act, who, "imperative", REASON)
            continue
        verb = first + 1 if key in ("do", "don't") else first
        if key == "do" and following == "not":
            verb += 1
        if verb > first and sentence.tag(verb) not in ("VB", "VBP", "NN"):
            continue
        if verb < len(sentence) and (verb > first or _is_bare_verb(sentence, verb)):
            start = sentence.start(first)
            for act in acts_from(sentence, verb - (sentence.key(verb - 1) == "not")):
                yield make_call(sentence, start, act, None, "imperative", REASON)
                start = next_act_start(sentence, act[1] + 1)


def is_candidate(sentence: Sentence) -> bool:
    """Whether the sentence may hold an imperative, told without tags."""
    return any(sentence.key(place) not in COMMON_HEADS for place in _openings(sentence))


_COMMON_HEADS = """
the a an he she it they we i you his her its their our my your this that these those there in on at for
from of with as by to one two some many most all no not mr mrs ms dr who what which how why where
"""
COMMON_HEADS = frozenset(_COMMON_HEADS.split())


def _openings(sentence: Sentence) -> list[int]:
    """Places where a clause may begin: the sentence, speech in marks, the main clause after *if …,*."""
    openings = [0]
    comma = sentence.key(0) in CONDITIONS
    for place in range(1, len(sentence)):
        gap = sentence.gap(place - 1)
        if not gap:
            continue
        speech = gap[-1] == '"' and (
            gap[0] in ",:" or (len(gap) == 1 and sentence.doc.text[sentence.start(place)].isupper())
        )
        if speech or gap in (";", "--", "—", "!", "...", ":"):
            openings.append(place)
        elif comma and gap == ",":
            openings.append(place)
            comma = False
    return openings


def _is_bare_verb(sentence: Sentence, place: int) -> bool:
    key, tag = sentence.key(place), sentence.tag(place)
    if key in MANNERS or key in AUXILIARIES or not key.isalpha():
        return False
    if load_irregular_verbs().get(key) and key not in VERBS:
        return False
    if place + 1 == len(sentence):
        return tag == "VB" and place == 0 and sentence.gap(place)[:1] in ("!", ".") and key in VERBS
    after = sentence.tag(place + 1)
    if after in ("VBZ", "VBD", "MD", "VBP") and "," not in sentence.gap(place):
        return False
    if sentence.gap(place)[:1] in (":", '"', "-", "—") or (sentence.gap(place) == "," and key not in VERBS):
        return False
    if key not in VERBS and (key.endswith(("s", "ed", "ing")) or not may_be_verb(key)):
        return False
    if tag in ("VB", "VBP"):
        return True
    # the tagger takes many bare verbs at the head for nouns; a determiner or pronoun behind tells them
    return key in VERBS and after in ("DT", "PRP", "PRP$", "IN", "TO", "RP", "RB") and not sentence.gap(place)


def _let(sentence: Sentence, place: int) -> StanceMatch:
    """*Let us go*: the addressee is *us*."""
    start = sentence.start(place)
    if sentence.key(place) == "let's":
        who, verb = None, place + 1
    else:
        who, verb = (sentence.start(place + 1), sentence.end(place + 1)), place + 2
    act = act_from(sentence, min(verb, len(sentence) - 1))
    return make_call(sentence, start, act, who, "let-us", "*let us* calls on everybody who is meant by *us*")
