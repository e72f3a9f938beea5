"""Words of duty: *must*, *should*, *have to*, *need to*, *ought to*, *had better*."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.measures.stance.actors import actor_before, actor_behind
from analysis.measures.stance.clauses import (
    agent_after,
    is_participle,
    make_call,
    phrase_at,
)
from analysis.measures.stance.lists import acts_from, next_act_start
from analysis.measures.stance.model import Sentence, StanceMatch

DUTY = frozenset(["must", "mustn't", "should", "shouldn't", "ought", "oughtn't", "shall"])
HAVE_TO = frozenset(["have", "has", "needs", "need", "'ve", "'s"])
WORDS = DUTY | HAVE_TO | {"better", "got"}  # what may lay a duty on somebody
TO_REACH = 3  # words from *have* to *to*: have now got to
WH_REACH = 8  # words between a question word and the duty asked about
_WH = """
how what why when where whether which who if
"""
WH = frozenset(_WH.split())
# No duty is laid: not have to, would have to, the need to.
_NOT_NOW = """
not will would may might could to no longer the a
"""
NOT_NOW = frozenset(_NOT_NOW.split())
OWN = frozenset(["i", "i'll", "i'd", "i've"])
_SAYING = """
said noted remembered stressed admitted added mentioned emphasized borne
"""
SAYING = frozenset(_SAYING.split())
RINGING = frozenset(["ring", "bring"])  # read as forms in -ing
_LIKELY = """
fine sunny easy warm dry cold enough familiar ready interesting clear over able wet obvious
"""
LIKELY = frozenset(_LIKELY.split())


def find_duty(sentence: Sentence, place: int) -> Iterator[StanceMatch]:
    """*X must act*, *has to*, *needs to*, *ought to*, *had better*."""
    verb = _verb_of_duty(sentence, place)
    if verb is None or (place == 0 and sentence.keys[0] in ("should", "need", "better")):
        return  # should it rain: a condition
    modal = place - 1 if sentence.keys[place] == "better" and sentence.keys[place - 1] == "had" else place
    who = None
    behind = actor_behind(sentence, modal) if sentence.keys[place] in DUTY else None
    if sentence.keys[place].endswith(("'ve", "'s", "'d")):
        behind = phrase_at(sentence, place)
    elif behind is not None:
        verb = sentence.place_at(behind.end)
    else:
        who = actor_before(sentence, modal)
    if behind is not None:
        who = behind.start, behind.end
    if who is None and (_asks(sentence, modal) or verb >= sentence.n_words):
        return
    surface = "" if who is None else sentence.doc.text[slice(*who)].lower()
    if _is_closed(sentence, modal, verb, surface):
        return
    if who is not None and _is_relative(sentence, who[0]):
        return
    if sentence.keys[place] in HAVE_TO and sentence.keys[place - 1] in ("who", "that", "which"):
        return  # those who have to wait: it only says who is meant
    start = sentence.start(modal) if who is None else min(who[0], sentence.start(modal))
    if sentence.keys[verb] == "be" and is_participle(sentence, verb + 1):
        who = agent_after(sentence, verb + 2)
    elif surface == "there":
        who = None
    reason = f"*{sentence.keys[place]}* lays a duty on somebody"
    negated = sentence.keys[verb - 1] in ("not", "never")
    for act in acts_from(sentence, verb - negated):
        yield make_call(sentence, start, act, who, "duty", reason)
        start = act[1] + 1
        start = next_act_start(sentence, start)


def _asks(sentence: Sentence, modal: int) -> bool:
    """Whether no subject stands before a word of duty for another reason: *decide who should stay*."""
    before, key = sentence.tags[modal - 1], sentence.keys[modal - 1]
    if sentence.keys[modal] in HAVE_TO and key not in ("and", "or", "but", "there"):
        return True
    if key == "who":
        return before == "WP" and sentence.tags[modal - 2][:2] not in ("NN", "PR", "DT")
    return before[:2] in ("VB", "IN", "TO")


def _is_relative(sentence: Sentence, offset: int) -> bool:
    """Whether a clause only tells which thing is meant: *the form you must sign*, *which he has to keep*."""
    place = sentence.place_at(offset)
    if not place or sentence.keys[place - 1] == "which":
        return place > 0
    if sentence.keys[place - 1] == "that" and sentence.tags[place] == "PRP":
        return sentence.tags[place - 2] in ("NN", "NNS")
    noun = sentence.tags[place - 1] in ("NN", "NNS") and sentence.tags[place] in ("PRP", "DT", "NNP")
    return noun and not sentence.gaps[place - 1]


def _verb_of_duty(sentence: Sentence, place: int) -> int | None:
    """The place of the verb that a word of duty governs."""
    key = sentence.keys[place]
    ahead = place + 1
    if key == "better":
        if sentence.keys[place - 1] != "had" and not sentence.keys[place - 1].endswith("'d"):
            return None
    elif key not in DUTY:
        if not (key in HAVE_TO or key.endswith(("'ve", "'s"))) or (
            key.endswith(("'ve", "'s")) and sentence.keys[ahead] != "got"
        ):
            return None
        ahead += sentence.keys[ahead] == "got"
        ahead += sentence.keys[ahead] in ("now", "also", "only", "still", "urgently", "first")
        if sentence.keys[ahead] != "to":
            return None
        adverb = sentence.tags[place - 1] == "RB" and sentence.keys[place - 1] != "not"
        before = sentence.keys[place - 1 - adverb]
        if before.endswith("n't") or before in NOT_NOW:
            return None
        if before.endswith(("'ll", "'d")) or (
            key in ("need", "needs") and sentence.tags[place].startswith("NN")
        ):
            return None
        ahead += 1
    elif key.startswith("ought"):
        ahead += sentence.keys[ahead] in ("not", "now")
        if sentence.keys[ahead] != "to":
            return None
        ahead += 1
    elif key == "shall" and sentence.keys[place - 1] in ("i", "we"):
        return None
    while ahead < min(place + 6, sentence.n_words) and (
        sentence.keys[ahead] in ("not", "never", "also", "all", "either", "both")
        or sentence.tags[ahead].startswith("RB")
        or (sentence.gaps[ahead - 1] == "," and "," in sentence.gaps[ahead])
    ):
        ahead += 1
    if ahead < sentence.n_words and sentence.gaps[ahead - 1] == ",":  # must also, says the mayor, pay
        close = next(
            (n for n in range(ahead, min(ahead + 8, sentence.n_words - 1)) if sentence.gaps[n] == ","), None
        )
        ahead = ahead if close is None else close + 1
    return ahead if ahead < sentence.n_words else None


def _is_closed(sentence: Sentence, modal: int, verb: int, subject: str) -> bool:
    """Whether a duty is one's own, past, likely, asked about, or a manner of speaking."""
    key, word, following = sentence.keys[modal], sentence.keys[verb], sentence.keys[verb + 1]
    if subject in OWN or subject.startswith("i'") or (word == "have" and following == "to"):
        return True
    if word == "have" and (following == "been" or is_participle(sentence, verb + 1)):
        return key in DUTY  # must have known, should have asked
    if sentence.tags[verb] not in ("VB", "VBP", "NN", "JJ", "NNP", "VBD", "VBN") and word not in RINGING:
        return True
    if word == "be" and (following in LIKELY or following in SAYING):
        return True
    if word in ("admit", "say", "confess") and subject in ("we", "one", "you"):
        return True
    begin = sentence.start(modal)
    before = [sentence.keys[n] for n in range(max(0, modal - WH_REACH), modal)]
    near = WH.intersection(before)
    if near and not near <= {"who", "which"}:
        place = max(n for n in range(max(0, modal - WH_REACH), modal) if sentence.keys[n] in near)
        return not any("," in sentence.gaps[n] for n in range(place, modal))
    return begin < 0
