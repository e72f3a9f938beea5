"""Who a word of duty is said of, where a clause stands between or the subject stands behind."""

from __future__ import annotations

from analysis.measures.stance.clauses import Stretch, joined, phrase_at, phrase_before, subject_before
from analysis.measures.stance.model import Sentence
from analysis.text.phrases import NounPhrase

FINITE = frozenset(["VBD", "VBZ", "VBP", "MD"])
_REPORTING = """
said says say believe believes believed think thinks thought argue argues argued know knows knew hope hopes
hoped feel feels felt claim claims claimed insist insists insisted insisting wonder wonders decide decided
recommends recommended suggests suggested demands demanded means meant shows showed
"""
REPORTING = frozenset(_REPORTING.split())
ANY = frozenset(["those", "anyone", "anybody", "everyone", "everybody", "whoever", "people", "all"])
REACH = 14  # words between a subject and its word of duty, a relative clause included


def actor_before(sentence: Sentence, place: int) -> Stretch | None:
    """The subject of a word of duty, joined phrases included; None if none is found."""
    phrase: NounPhrase | None
    if sentence.keys[place - 1] in ("and", "or", "but", "then"):
        phrase = _earlier_subject(sentence, place - 1)
        return None if phrase is None else joined(sentence, phrase, limit=sentence.start(place))
    who = _before_relative(sentence, place)
    if who is not None:
        return who
    phrase = subject_before(sentence, place)
    if phrase is None or phrase.surface.lower() in ANY:
        alone = _alone(sentence, place)
        return alone if alone or phrase is None else (phrase.start, phrase.end)
    return joined(sentence, phrase, limit=sentence.start(place))


def actor_behind(sentence: Sentence, place: int) -> NounPhrase | None:
    """The subject of an inverted clause: *only then should the gate open*, *under no rule must they pay*."""
    opens = {"only", "no", "not", "never"}.intersection(
        sentence.keys[n] for n in range(max(0, place - 6), place)
    )
    first = sentence.keys[0] in ("only", "not", "never", "under", "in", "at", "and", "but", "on")
    behind = opens and first and not any(sentence.gaps[n] for n in range(place - 1))
    return phrase_at(sentence, place + 1) if behind else None


def _earlier_subject(sentence: Sentence, place: int) -> NounPhrase | None:
    """The subject of the verb that a second verb is joined to: *the firm closed the ward and should pay*."""
    for phrase in reversed(sentence.phrases):
        if phrase.end > sentence.start(place):
            continue
        begin, behind = sentence.place_at(phrase.start), sentence.place_at(phrase.end)
        if place - begin > REACH or any(
            set(';:"?!').intersection(sentence.gaps[n]) for n in range(behind, place)
        ):
            return None
        if (
            sentence.tags[behind] in FINITE
            and sentence.tags[begin - 1] not in ("IN", "TO")
            and phrase.kind != "time"
        ):
            return phrase
    return None


def _before_relative(sentence: Sentence, place: int) -> Stretch | None:
    """Who stands before a relative clause: *the man who closed the ward must pay*."""
    for who in range(place - 2, max(0, place - REACH), -1):
        key = sentence.keys[who]
        if set(';:"?!').intersection(sentence.gaps[who]) or key in REPORTING or sentence.tags[who] == "MD":
            return None
        if key not in ("who", "which", "that") or sentence.tags[who][:2] == "NN":
            continue
        verbs = [n for n in range(who + 1, place) if sentence.tags[n] in FINITE]
        opened, closed = sentence.gaps[who - 1], sentence.gaps[place - 1]
        if len(verbs) != 1 or verbs[0] > who + 2 or opened != closed or opened not in ("", ","):
            return None
        if sentence.keys[who - 1] in ANY:
            return sentence.start(who - 1), sentence.end(place - 1)
        phrase = phrase_before(sentence, sentence.start(who))
        return None if phrase is None else joined(sentence, phrase, limit=sentence.end(who - 1))
    return None


def _alone(sentence: Sentence, place: int) -> Stretch | None:
    """An actor that is no noun phrase: *those responsible*, *anyone with news*, *the guilty*."""
    for first in range(place - 1, max(-1, place - 8), -1):
        if sentence.gaps[first] or sentence.tags[first] in FINITE:
            return None
        if sentence.keys[first] in ANY or (sentence.keys[first] == "the" and first == place - 2):
            return sentence.start(first), sentence.end(place - 1)
    return None
