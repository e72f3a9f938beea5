"""The bare form of a verb behind *that*, which demands: insist *that the mayor resign*."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.measures.stance.clauses import (
    Stretch,
    act_from,
    agent_after,
    is_participle,
    joined,
    make_call,
    phrase_at,
)
from analysis.measures.stance.demand_words import DEMAND, MAY_STATE
from analysis.measures.stance.lists import may_be_verb
from analysis.measures.stance.model import Sentence, StanceMatch


def that_act(sentence: Sentence, place: int) -> Iterator[StanceMatch]:
    """*demand that X act*: the bare form of the verb tells a demand from a statement."""
    if sentence.keys[place + 1] != "that":
        return
    yield from _bare_clause(sentence, place, place + 1)
    for ahead in range(place + 2, min(place + 40, sentence.n_words - 1)):
        if sentence.keys[ahead] == "and" and sentence.keys[ahead + 1] == "that":
            yield from _bare_clause(sentence, place, ahead + 1)


def _bare_clause(sentence: Sentence, place: int, ahead: int) -> Iterator[StanceMatch]:
    """*that X act*, from the word *that* on."""
    always = sentence.keys[place] not in MAY_STATE  # demand that the states act, however it is tagged
    subject = _subject_of_bare(sentence, ahead + 1)
    if subject is None:
        return
    who, first = subject
    for verb in range(first, min(first + 3, sentence.n_words)):
        tag, key = sentence.tags[verb], sentence.keys[verb]
        if key in ("should", "must"):
            return  # the duty is found by that word
        bare = (
            key == "be"
            or tag == "VB"
            or (tag == "VBP" and (always or not sentence.keys[first - 1].endswith("s")))
        )
        if bare or (verb == first and always and tag == "NN" and may_be_verb(key)):
            start = who[0]
            agent: Stretch | None = who
            if key == "be" and is_participle(sentence, verb + 1):
                agent = agent_after(sentence, verb + 2)
            reason = f"*{sentence.keys[place]} that* is {DEMAND}"
            yield make_call(sentence, start, act_from(sentence, verb), agent, "demand-that", reason)
            return
        if tag[:2] in ("VB", "MD") or sentence.gaps[verb - 1]:
            return


def _subject_of_bare(sentence: Sentence, begin: int) -> tuple[Stretch, int] | None:
    """Who is to act, and the place of the word behind; a verb at the end of a phrase is none of its nouns."""
    phrase = phrase_at(sentence, begin)
    if phrase is None:
        if sentence.tags[begin] != "DT" or sentence.keys[begin + 2] != "be":
            return None
        return (sentence.start(begin), sentence.end(begin + 1)), begin + 2  # the rota be: read as no noun
    behind = sentence.place_at(phrase.end)
    last = behind - 1
    if (
        last - begin > 1
        and sentence.tags[behind][:2] not in ("VB", "MD")
        and may_be_verb(sentence.keys[last])
    ):
        return (phrase.start, sentence.end(last - 1)), last  # the mayor resign
    behind = sentence.place_at(
        max(phrase.end, min(phrase.full_end, sentence.doc.sentences.ends[sentence.index]))
    )
    return joined(sentence, phrase, limit=sentence.start(min(behind, sentence.n_words - 1))), behind
