"""Forms that may make a passive: auxiliaries (*be*, *get*) and past participles, told by spelling alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from analysis.text.wordlists import load_irregular_verbs

_BE = """
am is are was were be been being isn't aren't wasn't weren't
"""
BE = frozenset(_BE.split())
GET = frozenset(["get", "gets", "got", "gotten", "getting"])
HAVE = frozenset(["have", "has", "had", "having", "haven't", "hasn't", "hadn't"])
SHORT_BE = ("'s", "'re", "'m")
BETWEEN = 3  # words, at most, between the auxiliary and the participle
# A regular participle among words, or one behind a hyphen, which `with_participles` leaves to a closer look.
_REGULAR = re.compile("ed(?: |$)|-")


def is_auxiliary(key: str) -> bool:
    """Whether a word may be the auxiliary of a passive."""
    return key in BE or key in GET or key.endswith(SHORT_BE)


def may_be_participle(key: str) -> bool:
    """Whether a word has the form of a past participle; the part behind a hyphen tells."""
    return (key.endswith("ed") and len(key) > 3) or key.rpartition("-")[2] in _irregular()


@cache
def _irregular() -> frozenset[str]:
    return frozenset(key for key, forms in load_irregular_verbs().items() if "participle" in forms)


def with_participles(keys: Sequence[str], auxiliaries: Iterable[int]) -> list[int]:
    """The auxiliaries behind which a word that may be a participle is near, and perhaps some more."""
    irregular, is_regular = _irregular(), _REGULAR.search
    found = []
    for number in auxiliaries:
        near = keys[number + 1 : number + 2 + BETWEEN]
        if not irregular.isdisjoint(near) or is_regular(" ".join(near)):
            found.append(number)
    return found
