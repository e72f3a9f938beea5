"""Regular inflection: the forms that a term of a lexicon takes, by the spelling rules of English."""

from __future__ import annotations

import re

_VOWELS = "aeiou"

# A final consonant is doubled after a stressed short vowel (stop, stopped). In a word of one
# syllable the spelling shows it, in a longer one it does not: commit, but visit.
_SHORT = re.compile(r"(?:[^aeiou]|qu)*[aeiouy][^aeiouwxy]", re.IGNORECASE)
_STRESSED_AT_THE_END = frozenset((
    "abet", "abhor", "acquit", "admit", "allot", "annul", "befit", "begin", "commit", "compel", "concur",
    "confer", "control", "debar", "defer", "demur", "deter", "dispel", "embed", "emit", "equip", "excel",
    "expel", "extol", "forbid", "forget", "impel", "incur", "infer", "occur", "offset", "omit", "outwit",
    "patrol", "permit", "prefer", "propel", "rebel", "rebut", "recur", "refer", "regret", "remit", "repel",
    "submit", "transfer", "transmit", "upset",
))  # fmt: skip


def inflect(term: str, inflection: str) -> list[str]:
    """The forms of a term: itself first, then its regular inflections.

    >>> inflect("call for", "verb")
    ['call for', 'calls for', 'called for', 'calling for']
    >>> inflect("war crime", "noun")
    ['war crime', 'war crimes']
    >>> inflect("stop", "verb"), inflect("lie", "verb")
    (['stop', 'stops', 'stopped', 'stopping'], ['lie', 'lies', 'lied', 'lying'])
    """
    first, *rest = term.split()
    if inflection == "noun":
        return [term, _with_s(term)]
    if inflection == "verb":
        forms = [first, _with_s(first), _with_ending(first, "ed"), _with_ending(first, "ing")]
        return [" ".join([form, *rest]) for form in forms]
    return [term]


def _with_s(word: str) -> str:
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return word + "es"
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return word[:-1] + "ies"
    return word + "s"


def _with_ending(word: str, ending: str) -> str:
    if ending == "ing" and word.endswith("ie"):
        return word[:-2] + "ying"
    if word.endswith("e") and not (ending == "ing" and word.endswith(("ee", "ye", "oe"))):
        return word[:-1] + ending
    if word.endswith("y") and word[-2:-1] not in _VOWELS and ending == "ed":
        return word[:-1] + "ied"
    if word.endswith("ic"):
        return word + "k" + ending
    return word + word[-1] * _is_doubled(word) + ending


def _is_doubled(word: str) -> bool:
    """Whether the last letter is doubled before -ed and -ing: stop, commit; not kill, visit, show."""
    return bool(_SHORT.fullmatch(word)) or word in _STRESSED_AT_THE_END
