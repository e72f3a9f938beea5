"""Agentless passives: something was done, and the sentence does not say by whom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from analysis.measures.stance.model import Sentence, StanceMatch
from analysis.measures.stance.participles import (
    BE,
    BETWEEN,
    GET,
    HAVE,
    SHORT_BE,
    is_auxiliary,
    may_be_participle,
)
from analysis.measures.stance.states import is_state

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


def _participle_after(sentence: Sentence, place: int) -> int | None:
    """The place of the participle that an auxiliary belongs to, if it is one of a passive."""
    for ahead in range(place + 1, min(place + 2 + BETWEEN, sentence.n_words)):
        if sentence.gaps[ahead - 1]:
            return None
        key = sentence.keys[ahead]
        if key in BE:
            return None  # the later form of *be* is the nearer one: *is being sold*
        if _is_participle(sentence, ahead):
            return None if is_state(sentence, place, ahead) else ahead
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
