"""Parts of a clause that calls are made of: who is to act, and the words that say what is to be done."""

from __future__ import annotations

import re
from bisect import bisect_left

from analysis.measures.stance.model import Sentence, StanceMatch
from analysis.measures.stance.participles import may_be_participle
from analysis.text.phrases import NounPhrase

CLOSING = frozenset(';:"()[]!?—–…')
_CLOSED = re.compile("[.,?!]?[”’\"']+")
_ENDS = """
because although though unless whereas since said says say adds added told argues argued warned wrote
who which while lest believes believed thinks insists insisted
"""
ENDS = frozenset(_ENDS.split())
_MODALS = """
must should will would can could may might shall has have had is are was were ought needs
"""
MODALS = frozenset(_MODALS.split())
LONG_ACT = 40  # words
SUBJECT_REACH = 6  # words between a subject and its verb: adverbs, a short aside
RELATIVES = frozenset(["who", "which", "that"])
_NOT_ACTORS = frozenset(["it", "there", "what", "this", "that", "these", "those"])

Stretch = tuple[int, int]  # offsets


def act_from(sentence: Sentence, first: int) -> Stretch:
    """From a verb to the end of what is to be done."""
    text, last = sentence.doc.text, first
    opened = False  # a mark: return to work "at once"
    for place in range(first, min(first + LONG_ACT, sentence.n_words)):
        if place > first:
            gap = sentence.gaps[place - 1]
            is_mark = gap != "" and not gap.strip("\"'")
            opens = is_mark and text[sentence.start(place) - len(gap) - 1].isspace()
            if not (opens or (is_mark and opened)) and (
                CLOSING.intersection(gap) or "'" in gap or ("," in gap and not _goes_on(sentence, place))
            ):
                break
            opened = opens or (opened and not is_mark)
            if (
                sentence.keys[place] in ENDS
                and sentence.keys[place - 1]
                not in (
                    "to",
                    "with",
                    "those",
                    "somebody",
                    "your",
                    "their",
                    "our",
                )
                and not (sentence.keys[place] == "who" and "," not in gap)
            ):
                break
            if sentence.keys[place] in ("and", "but", "or") and begins_clause(sentence, place + 1):
                break
            if sentence.keys[place] in ("and", "but") and sentence.keys[place + 1] == "that":
                break
        last = place
    end = sentence.end(last)
    closed = _CLOSED.match(text, end) if opened else None
    return sentence.start(first), closed.end() if closed else end


def _goes_on(sentence: Sentence, place: int) -> bool:
    """Whether a comma only divides the items of a list: *bread, milk and eggs*."""
    tag, before = sentence.tags[place], sentence.tags[place - 1]
    if sentence.keys[place] == "and" and sentence.tags[place + 1] in ("VB", "VBP"):
        return True
    if tag == before == "RB" or tag == before == "JJ":
        return True
    if not (tag[:2] in ("NN", "JJ") and before[:2] == "NN"):
        return False
    for ahead in range(place, min(place + 4, sentence.n_words)):
        if sentence.keys[ahead] in ("and", "or") and not sentence.gaps[ahead]:
            return not begins_clause(sentence, ahead + 1)
        if sentence.tags[ahead][:2] in ("VB", "MD"):
            return False
    return False


def begins_clause(sentence: Sentence, place: int) -> bool:
    """Whether a subject and its verb begin here: *and the state must pay*, *but nobody came*."""
    if sentence.tags[place][:2] in ("VB", "MD") and sentence.keys[place] in MODALS:
        return True
    if sentence.tags[place] not in ("DT", "PRP", "PRP$", "NNP", "NN", "NNS", "EX", "JJ", "CD"):
        return False
    for ahead in range(place + 1, min(place + 6, sentence.n_words)):
        if sentence.gaps[ahead - 1]:
            return False
        tag = sentence.tags[ahead]
        if tag in ("MD", "VBZ", "VBP", "VBD"):
            return True
        if tag[:2] not in ("NN", "JJ", "RB", "DT", "CD", "PR", "PO", "IN"):
            return False
    return False


def subject_before(sentence: Sentence, place: int) -> NounPhrase | None:
    """The noun phrase that a verb at a place is said of, with only adverbs or *who* between."""
    phrase = phrase_before(sentence, sentence.start(place))
    if phrase is None:
        return None
    if phrase.surface.lower() in RELATIVES:
        before = phrase_before(sentence, phrase.start)
        return (
            before
            if before is not None and sentence.doc.text[before.end : phrase.start].strip() in ("", ",")
            else None
        )
    begin = sentence.place_at(phrase.end)
    if place - begin > SUBJECT_REACH:
        return None
    between = range(begin, place)
    if all(_passes(sentence, n) for n in between) or phrase.full_end >= sentence.start(place) - 2:
        return _head(sentence, phrase)
    return _head(sentence, phrase, strict=True)


def _head(sentence: Sentence, phrase: NounPhrase, *, strict: bool = False) -> NounPhrase | None:
    """The phrase that a prepositional phrase belongs to: *the mayor* in *the mayor of Hull must*."""
    if strict:
        return None
    position = bisect_left(sentence.phrases, phrase.start, key=lambda other: other.start)
    if position:
        before = sentence.phrases[position - 1]
        if before.full_end >= phrase.end and before.kind != "time":
            return before
    return phrase


def _passes(sentence: Sentence, place: int) -> bool:
    key, tag = sentence.keys[place], sentence.tags[place]
    return tag.startswith("RB") or key in (
        "all",
        "both",
        "now",
        "also",
        "not",
        "really",
        "do",
        "then",
        "simply",
        "still",
    )


def phrase_before(sentence: Sentence, offset: int) -> NounPhrase | None:
    """The last noun phrase that begins before an offset."""
    position = bisect_left(sentence.phrases, offset, key=lambda phrase: phrase.start)
    return sentence.phrases[position - 1] if position else None


def phrase_at(sentence: Sentence, place: int) -> NounPhrase | None:
    """The noun phrase that begins with a word."""
    if place >= sentence.n_words:
        return None
    offset = sentence.start(place)
    position = bisect_left(sentence.phrases, offset, key=lambda phrase: phrase.start)
    if position < len(sentence.phrases) and sentence.phrases[position].start == offset:
        return sentence.phrases[position]
    return None


def joined(sentence: Sentence, phrase: NounPhrase, *, limit: int) -> Stretch:
    """A phrase with those joined to it by *and* before it, and what follows it up to a limit."""
    start, end = phrase.start, max(phrase.end, min(phrase.full_end, limit))
    if phrase.full_end > limit:
        end = phrase.end
    if end > limit > start:  # "somebody ought" read as a phrase
        end = start + len(sentence.doc.text[start:limit].rstrip())
    position = bisect_left(sentence.phrases, phrase.start, key=lambda other: other.start)
    while position:
        before = sentence.phrases[position - 1]
        if (
            sentence.doc.text[before.end : start].strip().lower() not in ("and", "or", "&")
            or before.kind == "time"
        ):
            break
        start, position = before.start, position - 1
    return start, end


def make_call(
    sentence: Sentence, start: int, act: Stretch, addressee: Stretch | None, rule: str, reason: str
) -> StanceMatch:
    """A call with the words of its addressee and act; a pronoun that nobody stands behind is no addressee."""
    text = sentence.doc.text
    if text[act[0] : act[0] + 3] == "be " and text[act[0] + 3 : act[1]].split(" ")[0].endswith("ing"):
        act = act[0] + 3, act[1]  # should be paying
    if addressee is not None and text[slice(*addressee)].lower() in _NOT_ACTORS:
        addressee = None
    return StanceMatch(
        start, act[1], text[start : act[1]], "call",
        addressee=None if addressee is None else text[slice(*addressee)],
        addressee_start=None if addressee is None else addressee[0],
        addressee_end=None if addressee is None else addressee[1],
        act=text[slice(*act)], act_start=act[0], act_end=act[1], rule=rule, reason=reason,
    )  # fmt: skip


def is_participle(sentence: Sentence, place: int) -> bool:
    """Whether a word after *be* or *have* is a past participle."""
    return sentence.tags[place] in ("VBN", "VBD") or may_be_participle(sentence.keys[place])


def agent_after(sentence: Sentence, place: int) -> Stretch | None:
    """Who does it in a passive with *by*."""
    for ahead in range(place, min(place + 8, sentence.n_words - 1)):
        if sentence.gaps[ahead - 1]:
            return None
        if sentence.keys[ahead] == "by":
            phrase = phrase_at(sentence, ahead + 1)
            return None if phrase is None or phrase.kind == "time" else (phrase.start, phrase.end)
    return None
