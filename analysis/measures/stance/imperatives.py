"""Imperatives: a clause that begins with a bare verb and calls on whoever reads or hears it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from operator import attrgetter

from analysis.measures.stance.clauses import act_from, make_call, phrase_at
from analysis.measures.stance.lists import acts_from, may_be_verb, next_act_start, next_in_row
from analysis.measures.stance.model import Sentence, StanceMatch
from analysis.measures.stance.openings import CONDITIONS, OPENERS, VERBS, find_openings, numbers_of_openings
from analysis.text.document import Document
from analysis.text.tagging import tag_words
from analysis.text.wordlists import load_irregular_verbs

_AUXILIARIES = """
do does did don't doesn't have has is are was were can could will would may might must
"""
AUXILIARIES = frozenset(_AUXILIARIES.split())
# No demand: thanks, wishes, ways of speaking.
_MANNERS = """
thank thanks welcome bless god damn excuse forgive pardon suppose say look listen mind see hear let's
let guess congratulations sorry hi hello yes no well like according given compared based born need want
love hate know hope think believe bet seem mean trust worry said rest imagine picture suffice
neither beneath amid among besides despite unlike upon
"""
MANNERS = frozenset(_MANNERS.split())
ANYBODY = frozenset(["somebody", "someone", "everybody", "everyone", "anybody"])
# Of these only some uses call on somebody: "look at the map", but not "look, we tried".
DEMANDING = {
    "look": frozenset(["at", "for", "out", "around", "after", "beyond"]),
    "listen": frozenset(["to"]),
    "say": frozenset(["no", "yes", "sorry"]),
    "mind": frozenset(["the", "your"]),
    "see": frozenset(["for"]),
    "think": frozenset(["of", "about", "again", "twice"]),
    "have": frozenset(["your"]),
}
# And of these some uses call on nobody.
SAYINGS = frozenset(
    [("be", "honest"), ("make", "no"), ("get", "well"), ("never", "mind"), ("call", "it"), ("come", "what")]
)
# What may begin an imperative, whatever its tag.
CALLING = VERBS | DEMANDING.keys() | ANYBODY | {"do", "don't", "let", "let's"}
MAY_CALL = CALLING | OPENERS  # also behind these
BARE = frozenset(["VB", "VBP"])
# With a preposition behind them these are nouns more often: "cut in fares", "ban on bikes".
_THINGS = """
demand ban drop tax rise park cut name lift hold spread text cycle repeal walk ride lock raise
"""
THINGS = frozenset(_THINGS.split())
FINITE = frozenset(["is", "are", "was", "were", "has", "had", "did"])
REASON = "a clause begins with a bare verb"


def find_sentences(doc: Document, marks: str) -> list[int]:
    """The sentences that may hold an imperative: a word with which a clause may begin may be one.

    Args:
        marks: one letter a word of the document, by `marks_before`.
    """
    keys, tags = doc.keys, tag_words(doc)
    calling = [n for n in numbers_of_openings(doc, marks) if keys[n] in MAY_CALL or tags[n] in BARE]
    return sorted({bisect_right(doc.sentence_words, n, key=attrgetter("start")) - 1 for n in calling})


def find_imperatives(sentence: Sentence, marks: str) -> Iterator[StanceMatch]:
    """The imperatives of one sentence, *let us* included.

    Args:
        marks: one letter a word of the document, by `marks_before`.
    """
    keys = sentence.keys
    openings = find_openings(sentence, marks)
    if COMMON_HEADS.issuperset([keys[place] for place in openings]):
        return
    for place in openings:
        first = place
        while keys[first] in OPENERS and first + 1 < sentence.n_words and sentence.gaps[first] in ("", ","):
            first += 1
        key = keys[first]
        if key not in CALLING and sentence.tags[first] not in BARE:
            continue  # nearly always
        following = sentence.keys[first + 1]
        if place == 0 and sentence.is_question:
            continue
        if sentence.keys[first - 1] == "never" and key == "mind":
            continue
        if place and keys[place] in ("and", "or", "but") and sentence.gaps[place - 1] in ("--", "—"):
            continue
        if key == "let's" and following == "say":
            continue
        if key == "let's" or (key == "let" and following == "us"):
            yield _let(sentence, first)
            continue
        if key == "let":
            yield from _let_others(sentence, first)
            continue
        if key in ANYBODY and sentence.tags[first + 1] in ("VB", "VBP") and not following.endswith("s"):
            if following not in AUXILIARIES:
                who = sentence.start(first), sentence.end(first)
                act = act_from(sentence, first + 1)
                yield make_call(sentence, who[0], act, who, "imperative", REASON)
            continue
        verb = first + 1 if key in ("do", "don't") else first
        if key == "do" and following == "not":
            verb += 1
        if verb > first and sentence.tags[verb] not in ("VB", "VBP", "NN"):
            continue
        if verb < sentence.n_words and (verb > first or _is_bare_verb(sentence, verb)):
            start = sentence.start(first)
            denied = verb > first and sentence.keys[verb - 1] == "not"  # do not wait
            for act in acts_from(sentence, verb - denied):
                yield make_call(sentence, start, act, None, "imperative", REASON)
                start = next_act_start(sentence, act[1] + 1)


_COMMON_HEADS = """
the a an he she it they we i you his her its their our my your this that these those there in on at for
from of with as by to one two some many most all no not mr mrs ms dr who what which how why where
"""
COMMON_HEADS = frozenset(_COMMON_HEADS.split())


def _is_bare_verb(sentence: Sentence, place: int) -> bool:
    key, tag, following = sentence.keys[place], sentence.tags[place], sentence.keys[place + 1]
    if not key.isalpha() or (key, following) in SAYINGS:
        return False
    if sentence.gaps[place] == "," and tag == "VB" and next_in_row(sentence, place + 1) is not None:
        return True  # look, pay and go
    if key in DEMANDING and following in DEMANDING[key]:
        return True
    if key in MANNERS or key in AUXILIARIES:
        return False
    if load_irregular_verbs().get(key) and key not in VERBS:
        return False
    if key in VERBS and sentence.gaps[place].startswith("!"):
        return True
    if place + 1 == sentence.n_words:
        ends = sentence.gaps[place][:1]
        return place == 0 and key in VERBS and tag == "VB" and ends == "."
    after = sentence.tags[place + 1]
    if after in ("VBZ", "VBD", "MD", "VBP") and "," not in sentence.gaps[place]:
        return False
    if sentence.gaps[place][:1] in (":", '"', "-", "—") or (sentence.gaps[place] == "," and key not in VERBS):
        return False
    if key not in VERBS and key.endswith(("s", "ed", "ing")):
        return False
    if _verb_follows(sentence, place):
        return False
    has_object = after in ("DT", "PRP", "PRP$") and not sentence.gaps[place]
    if tag in ("VB", "VBP") and (key in VERBS or may_be_verb(key) or (tag == "VB" and has_object)):
        return True
    # the tagger takes many bare verbs at the head for nouns; a determiner or pronoun behind tells them
    loose = after in ("IN", "TO", "RP", "RB") and (key not in THINGS or after == "RP")
    return key in VERBS and (has_object or loose) and not sentence.gaps[place]


def _verb_follows(sentence: Sentence, place: int) -> bool:
    """Whether the word is the subject of a verb behind it: *support for the plan is thin*."""
    for ahead in range(place + 1, sentence.n_words):
        tag, key = sentence.tags[ahead], sentence.keys[ahead]
        if sentence.gaps[ahead - 1] or tag in ("PRP", "WP", "WDT", "WRB", "CC") or key in CONDITIONS - {"to"}:
            return False
        if key in ("that", "because", "as", "than"):
            return False
        if tag in ("MD", "VBZ") or key in FINITE:
            return True
    return False


def _let(sentence: Sentence, place: int) -> StanceMatch:
    """*Let us go*: the addressee is *us*."""
    start = sentence.start(place)
    if sentence.keys[place] == "let's":
        who, verb = None, place + 1
    else:
        who, verb = (sentence.start(place + 1), sentence.end(place + 1)), place + 2
    act = act_from(sentence, min(verb, sentence.n_words - 1))
    return make_call(sentence, start, act, who, "let-us", "*let us* calls on everybody who is meant by *us*")


def _let_others(sentence: Sentence, place: int) -> Iterator[StanceMatch]:
    """*Let the nurses speak*: nobody is named who is to let them."""
    phrase = phrase_at(sentence, place + 1)
    if phrase is None or phrase.surface.lower() in ("me", "it", "that", "this"):
        return
    behind = sentence.place_at(phrase.end)
    if behind < sentence.n_words and sentence.tags[behind] in ("VB", "VBP") and not sentence.gaps[behind - 1]:
        act = act_from(sentence, place)
        yield make_call(sentence, act[0], act, None, "let-others", "*let* asks somebody to make way")
