"""States that look like passives: *is located*, *was armed robbery*, *it's opened a branch*, *got tired*."""

from __future__ import annotations

from functools import cache

from analysis.measures.stance.model import Sentence
from analysis.measures.stance.participles import GET
from analysis.text.library import DATA, read_rows

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
UN_VERBS = ("under", "united", "unveil", "unload", "unearth", "unleash", "undo", "unlock", "unseat", "unit")
DEGREES = frozenset(["very", "too", "so", "more", "most", "quite", "rather"])  # very tired
USED_TO = frozenset(["DT", "NN", "NNS", "NNP", "PRP", "PRP$", "VBG"])  # used to noise, used to working
OBJECTS = frozenset(["DT", "PRP", "PRP$", "NN", "NNS", "RP"])  # what *has* done something to: opened a branch


@cache
def load_states() -> dict[str, str]:
    """Participle -> what must follow it for a state: *located* always, *set* before *to*, ..."""
    rows = read_rows(DATA / "lexicons" / "states.csv", ("term", "before", "note", "source"))
    return {row["term"]: row["before"] for row in rows}


def is_state(sentence: Sentence, auxiliary: int, participle: int) -> bool:
    """Whether a participle behind an auxiliary tells of a state, or the auxiliary is none of a passive."""
    key = sentence.keys[participle]
    if sentence.keys[auxiliary] in GET:
        return key not in GET_ONLY
    if sentence.keys[auxiliary].endswith("'s") and _is_has(sentence, auxiliary, participle):
        return True
    if key == "used" and sentence.keys[participle + 1] == "to":
        return sentence.tags[participle + 2] in USED_TO
    if key.startswith("un") and not key.startswith(UN_VERBS):
        return True
    if sentence.keys[participle - 1] in DEGREES:
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
    return not sentence.gaps[participle] and sentence.tags[participle + 1] in OBJECTS
