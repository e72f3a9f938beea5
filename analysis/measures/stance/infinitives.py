"""Somebody and *to* with a verb behind a word of demand: urge *both sides to talk*."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.measures.stance.clauses import make_call, phrase_at
from analysis.measures.stance.demand_words import DEMAND
from analysis.measures.stance.lists import acts_from, next_act_start
from analysis.measures.stance.model import Sentence, StanceMatch


def to_act(sentence: Sentence, place: int, begin: int, rule: str) -> Iterator[StanceMatch]:
    """An addressee from a place on, and *to* with a verb."""
    phrase = phrase_at(sentence, begin)
    if phrase is None and sentence.keys[begin].endswith(("one", "body")):
        whole = sentence.start(begin), sentence.end(begin)  # a verb before it was read as a noun
    elif phrase is None or phrase.kind == "time":
        return
    else:
        whole = phrase.start, phrase.end
    for ahead in range(begin, min(begin + 14, sentence.n_words - 1)):
        gap = sentence.gaps[ahead]
        opens = gap == '"' and sentence.doc.text[sentence.start(ahead + 1) - 2].isspace()
        if any(mark in gap for mark in ';:"()') and not opens:
            return  # a mark that opens may stand before the act: wants them "to wait"
        if sentence.keys[ahead + 1] in ("that", "about", "order") or (
            opens and sentence.keys[ahead + 1] == "if"
        ):
            return
        if sentence.keys[ahead + 1] == "to" and sentence.end(ahead) >= whole[1]:
            verb = ahead + 2
            negated = sentence.keys[verb] == "not"
            verb += negated or sentence.keys[verb] == "also" or sentence.tags[verb] == "RB"
            tag = sentence.tags[verb]
            if (
                tag in ("VB", "VBP")
                or sentence.keys[verb] in ("ring", "bring")
                or (tag in ("NN", "JJ") and sentence.keys[verb + 1] not in ("", "of"))
            ):
                last = ahead - (sentence.keys[ahead] == "not" and ahead > begin)
                addressee = whole[0], whole[1] if gap else sentence.end(last)
                start = whole[0]
                for act in acts_from(sentence, verb - negated):
                    reason = f"*{sentence.keys[place]}* somebody to act is {DEMAND}"
                    yield make_call(sentence, start, act, addressee, rule, reason)
                    start = next_act_start(sentence, act[1] + 1)
                return
            if tag not in ("DT", "PRP$", "NNP", "NNS"):
                return
        elif sentence.tags[ahead + 1] in ("VBD", "VBZ", "MD"):
            return
