"""Verbs of demand in all their forms, by what follows: *urge* somebody *to*, *insist that*, *call for*."""

from __future__ import annotations

from collections.abc import Collection

from analysis.text.wordlists import load_irregular_verbs

IRREGULAR = {"tell": ("told",), "beg": ("begged", "begging")}


def forms_of(verbs: Collection[str]) -> frozenset[str]:
    """Verbs with regular endings: *urge, urges, urged, urging*; *urgeing* too, which nobody writes."""
    forms = {verb + ending for verb in verbs for ending in ("", "s", "es", "d", "ed", "ing")}
    forms |= {verb.removesuffix("e") + "ing" for verb in verbs}
    for verb, irregular in IRREGULAR.items():
        if verb in verbs:
            forms.update(irregular)
    return frozenset(forms)


# Demands stay open when news tells of them in the past: *the minister urged both sides to talk*.
_URGING = """
urge beg implore beseech advise press pressure encourage exhort admonish challenge petition plead lobby
caution
"""
URGING = forms_of(_URGING.split())
# Told in the past these are orders in a scene that is over; in the present they are calls.
_ORDERING = """
ask want tell order require instruct invite command oblige need compel request push remind
"""
_THAT_VERBS = """
demand insist propose recommend urge request suggest require ask
"""
THAT_VERBS = forms_of(_THAT_VERBS.split())
FOR_WORDS = frozenset(["call", "calls", "called", "calling"])
ONLY_THAT = forms_of(["insist", "propose", "recommend", "suggest"])
MAY_STATE = forms_of(["insist", "suggest"])  # insists that the states act: perhaps they do
VERBS = URGING | THAT_VERBS | forms_of(_ORDERING.split()) | forms_of(["appeal", "demand", "warn"])
WORDS = FOR_WORDS | VERBS  # what may carry a demand
FOR_THINGS = forms_of(["ask", "plead", "push", "press", "lobby"])  # asks for help
WARNING = forms_of(["warn", "remind"])  # warned him not to wait: what he warned of else is no act
COMMON = forms_of(["push", "tell"])  # in the infinitive they tell of a purpose: went to tell her to wait
DEMAND = "a word of demand"


def is_past(key: str) -> bool:
    """Whether a verb is a past tense or a past participle by its form."""
    return (key.endswith("ed") and key != "need") or key in load_irregular_verbs()
