"""Agentless passives: something was done, and the sentence does not say by whom."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from analysis.measures.stance.model import Sentence, StanceMatch
from analysis.text.library import DATA, read_rows
from analysis.text.wordlists import load_irregular_verbs

_BE = """
am is are was were be been being isn't aren't wasn't weren't
"""
BE = frozenset(_BE.split())
GET = frozenset(["get", "gets", "got", "gotten", "getting"])
HAVE = frozenset(["have", "has", "had", "having", "haven't", "hasn't", "hadn't"])
SHORT_BE = ("'s", "'re", "'m")
# Words that may stand between the auxiliary and the participle, at most so many.
BETWEEN = 3
_FILLERS = """
not never also still just only now then again all both so ever yet once soon
"""
FILLERS = frozenset(_FILLERS.split())
CLOSING = frozenset(';:—"()')  # what ends the search for an agent
# How far behind the participle an agent is looked for, in words.
AGENT_REACH = 14
# What follows *by* and is nobody: by hand, by mistake, by 5 percent, by Friday.
_NO_AGENT = """
hand mistake accident law email mail phone post train car boat bus road sea air default design force far
then now half chance night day nature definition means way name noon dawn midnight itself themselves
himself herself tomorrow today monday tuesday wednesday thursday friday saturday sunday january february
march april june july august september october november december
"""
NO_AGENT = frozenset(_NO_AGENT.split())
# *got tired*, *get lost*: with *get* only these tell of a doing.
_GET_ONLY = """
arrested asked attacked beaten bitten blamed called caught charged cut dropped fined fired hit hurt
killed kicked left paid picked promoted punished robbed sacked shot stolen stopped stuck sued taken
thrown told elected sent invited hired evicted injured
"""
GET_ONLY = frozenset(_GET_ONLY.split())


# Before 's these can be subjects of a passive; a noun with 's is nearly always a possessive.
_SUBJECTS = """
it he she that what who this there everything nothing everybody nobody one
"""
SUBJECTS = frozenset(_SUBJECTS.split())
_INTRANSITIVE = """
been gone become come got had worked lived happened stopped started turned arrived died grown fallen
stayed waited tried said talked vanished ended
"""
INTRANSITIVE = frozenset(_INTRANSITIVE.split())
# Verbs that begin with un-; other participles in un- are states (*untouched*).
_REGULAR = re.compile("ed(?: |$)|-")
UN_VERBS = ("under", "united", "unveil", "unload", "unearth", "unleash", "undo", "unlock", "unseat", "unit")


@cache
def load_states() -> dict[str, str]:
    """Participle -> what must follow it for a state: *located* always, *set* before *to*, ..."""
    rows = read_rows(DATA / "lexicons" / "states.csv", ("term", "before", "note", "source"))
    return {row["term"]: row["before"] for row in rows}


def find_passives(sentence: Sentence, auxiliaries: Iterable[int]) -> Iterator[StanceMatch]:
    """The passives of one sentence that name no agent with *by*.

    Args:
        auxiliaries: the places of auxiliaries, at least of those with a participle near behind them.
    """
    last = -1  # the participle of the last passive
    for place in auxiliaries:
        if place <= last:
            continue
        participle = _participle_after(sentence, place)
        if participle is None:
            continue
        if not _has_agent(sentence, participle):
            yield _match(sentence, place, participle)
        last = participle


def is_auxiliary(key: str) -> bool:
    """Whether a word may be the auxiliary of a passive."""
    return key in BE or key in GET or key.endswith(SHORT_BE)


@cache
def _irregular() -> frozenset[str]:
    return frozenset(key for key, forms in load_irregular_verbs().items() if "participle" in forms)


def may_be_participle(key: str) -> bool:
    """Whether a word has the form of a past participle; the part behind a hyphen tells."""
    return (key.endswith("ed") and len(key) > 3) or key.rpartition("-")[2] in _irregular()


def with_participles(keys: Sequence[str], auxiliaries: Iterable[int]) -> list[int]:
    """The auxiliaries behind which a word that may be a participle is near, and perhaps some more."""
    irregular, is_regular = _irregular(), _REGULAR.search
    found = []
    for number in auxiliaries:
        near = keys[number + 1 : number + 2 + BETWEEN]
        if not irregular.isdisjoint(near) or is_regular(" ".join(near)):
            found.append(number)
    return found


def _participle_after(sentence: Sentence, place: int) -> int | None:
    """The place of the participle that an auxiliary belongs to, if it is one of a passive."""
    get = sentence.keys[place] in GET
    for ahead in range(place + 1, min(place + 2 + BETWEEN, sentence.n_words)):
        if sentence.gaps[ahead - 1]:
            return None
        key = sentence.keys[ahead]
        if key in BE:
            return None  # the later form of *be* is the nearer one: *is being sold*
        if _is_participle(sentence, ahead):
            return None if _is_state(sentence, place, ahead, get=get) else ahead
        inverted = place == 0 or sentence.gaps[place - 1] != ""
        filler = key in FILLERS or (key in ("and", "or") and sentence.tags[ahead - 1] == "RB")
        filler = filler or sentence.tags[ahead].startswith("RB")
        if not filler and not (inverted and sentence.tags[ahead] in ("PRP", "NNP")):
            return None
    return None


def _is_participle(sentence: Sentence, place: int) -> bool:
    key = sentence.keys[place]
    if not may_be_participle(key):
        return False
    tag = sentence.tags[place]
    if tag in ("VBN", "VBD"):
        return True
    # The tagger reads *was closed* as an adjective now and then; so it does *is red*, *is come*.
    return tag == "JJ" and (key.endswith("ed") or key.endswith("en")) and "-" not in key


def _is_state(sentence: Sentence, auxiliary: int, participle: int, *, get: bool) -> bool:
    key = sentence.keys[participle]
    if get:
        return key not in GET_ONLY
    if sentence.keys[auxiliary].endswith("'s") and _is_has(sentence, auxiliary, participle):
        return True
    if key == "used" and sentence.keys[participle + 1] == "to":
        return sentence.tags[participle + 2] in (
            "DT",
            "NN",
            "NNS",
            "NNP",
            "PRP",
            "PRP$",
            "VBG",
        )  # used to noise, used to working
    if key.startswith("un") and not key.startswith(UN_VERBS):
        return True
    if participle > 0 and sentence.keys[participle - 1] in (
        "very",
        "too",
        "so",
        "more",
        "most",
        "quite",
        "rather",
    ):
        return True
    if key not in load_states():
        # before a noun it describes: *was armed robbery*, *are united people*
        return sentence.tags[participle] == "JJ" and sentence.tags[participle + 1].startswith("NN")
    before = load_states()[key]
    return not before or sentence.keys[participle + 1] in before.split()


def _is_has(sentence: Sentence, auxiliary: int, participle: int) -> bool:
    """Whether 's is *has* or a possessive: *it's opened a branch*, *Ann's painted door*."""
    if sentence.keys[auxiliary].removesuffix("'s") not in SUBJECTS:
        return True
    if sentence.keys[participle] in INTRANSITIVE:
        return True
    return not sentence.gaps[participle] and sentence.tags[participle + 1] in (
        "DT",
        "PRP",
        "PRP$",
        "NN",
        "NNS",
        "RP",
    )


def _has_agent(sentence: Sentence, participle: int) -> bool:
    """Whether *by* and a noun that can act follow in the clause."""
    for place in range(participle + 1, min(participle + 1 + AGENT_REACH, sentence.n_words)):
        gap = sentence.gaps[place - 1]
        if gap and (not CLOSING.isdisjoint(gap) or sentence.tags[place] in ("CC", "PRP", "WP")):
            return False
        key = sentence.keys[place]
        if place > participle + 1 and is_auxiliary(key):
            return False
        if key == "by":
            following = sentence.keys[place + 1]
            amount = following[:1].isdigit() or sentence.keys[place + 2] in ("percent", "points", "per")
            if sentence.tags[place + 1] == "VBG" or following in NO_AGENT or amount:
                continue
            return following not in ("", "the") or sentence.keys[place + 2] not in NO_AGENT
    return False


def _match(sentence: Sentence, auxiliary: int, participle: int) -> StanceMatch:
    first = auxiliary
    start = sentence.start(first)
    key = sentence.keys[auxiliary]
    if key.endswith(SHORT_BE) and key not in BE:
        start = sentence.doc.folded.rindex("'", start, sentence.end(first))
    # *is being sold*, *have been told*: the forms before belong to it
    while first and not sentence.gaps[first - 1]:
        before = sentence.keys[first - 1]
        perfect = key == "been" and (before in HAVE or before.endswith(("'ve", "'s", "'d")))
        adverb = key in ("been", "being") and sentence.tags[first - 1].startswith("RB") and first > 1
        if adverb and (sentence.keys[first - 2] in HAVE | BE):
            first -= 1
            continue
        if (
            not perfect
            and not (key in ("being", *GET) and before in BE)
            and not (key == "being" and before.endswith(SHORT_BE))
        ):
            break
        first, key = first - 1, before
        start = sentence.start(first)
        if "'" in before and before not in HAVE and before not in BE:
            start = sentence.doc.folded.rindex("'", start, sentence.end(first))
    end = sentence.end(participle)
    return StanceMatch(
        start, end, sentence.doc.text[start:end], "agentless_passive",
        rule="be-participle" if sentence.keys[auxiliary] not in GET else "get-participle",
        reason="a form of *be* or *get* with a past participle, and no *by* that names the doer",
    )  # fmt: skip
