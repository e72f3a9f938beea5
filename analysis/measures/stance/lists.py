"""Acts in a row: *sign the letter, share it and come*; each is a call of its own."""

from __future__ import annotations

from analysis.measures.stance.clauses import Stretch, act_from
from analysis.measures.stance.model import Sentence
from analysis.text.tagging import load_tagger

# Behind a comma these tell who speaks or go on in another way: "should pay, say the nurses", "let alone".
_NO_ACTS = """
say think believe argue add warn report claim agree let like given do does did have has be are is was were
need want hope know suppose mind including no not even
"""
NO_ACTS = frozenset(_NO_ACTS.split())
LONGEST_ROW = 8
OBJECTS = frozenset(["DT", "PRP", "PRP$", "RP", "PDT"])


def may_be_verb(key: str) -> bool:
    """Whether the tagger knows the word as a bare verb: a capital at the head can make any word one."""
    tagger = load_tagger()
    return any(tagger.tags[number] in ("VB", "VBP") for number in tagger.known.get(key, ()))


def acts_from(sentence: Sentence, verb: int) -> list[Stretch]:
    """What is to be done, one stretch an act: *sit down* and *talk* in *sit down and talk*."""
    acts: list[Stretch] = []
    first: int | None = verb
    while first is not None and len(acts) < LONGEST_ROW:
        _start, end = act_from(sentence, first)
        acts.extend(_joined_by_and(sentence, first, end))
        first = next_in_row(sentence, sentence.place_at(end))
    return acts


def next_act_start(sentence: Sentence, offset: int) -> int:
    """Where the next act of a row begins, behind *and*."""
    place = sentence.place_at(offset)
    while place + 1 < sentence.n_words and sentence.keys[place] in ("and", "or", "then"):
        place += 1
    return sentence.start(min(place, sentence.n_words - 1))


def _joined_by_and(sentence: Sentence, first: int, end: int) -> list[Stretch]:
    """The acts of a stretch up to an offset, without commas between verbs."""
    behind = sentence.place_at(end)
    acts: list[Stretch] = []
    nearest = first  # the verb that *and* joins the next one to: not in "see how to invest and stay"
    for place in range(first + 1, behind):
        if sentence.tags[place] != "VB":
            continue
        joins = sentence.keys[place - 1] == "and" and (sentence.tags[place - 2] != "VB" or acts)
        if joins and (nearest == first or sentence.keys[nearest - 1] != "to" or sentence.gaps[place - 2]):
            acts.append((sentence.start(first), sentence.end(place - 2)))
            first = place
        nearest = place
    if sentence.keys[behind - 1] == "and":
        end = sentence.end(behind - 2)
    return [*acts, (sentence.start(first), end)]


def next_in_row(sentence: Sentence, place: int) -> int | None:
    """The verb of the next act, where a comma and a bare verb go on with the row."""
    if place >= sentence.n_words or sentence.gaps[place - 1] != ",":
        return None
    place += sentence.keys[place] in ("and", "then")
    key, tag, following = sentence.keys[place], sentence.tags[place], sentence.tags[place + 1]
    if key in NO_ACTS or not key.isalpha() or key.endswith(("ing", "ed", "ly")):
        return None
    bare = tag == "VB" or (tag in ("VBP", "NN", "NNP", "JJ") and following in OBJECTS and may_be_verb(key))
    return place if bare and not sentence.gaps[place] else None
