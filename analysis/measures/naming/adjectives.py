"""Adjectives that the tagger takes for nouns: *the cruel master*, told by their endings and their kin."""

from __future__ import annotations

from functools import cache

from analysis.text.lexicon import load_valence

ENDINGS = ("ous", "ful", "less", "able", "ible", "ish")
# Nouns with an adjective in -ly of their own: friend, friendly.
_NOUNS = "friend cost love order brother mother father heaven world leisure time coward scholar king"
NOUNS = frozenset(_NOUNS.split())


@cache
def _rated_words() -> frozenset[str]:
    return frozenset(entry.term for entry in load_valence().entries)


def is_adjective_by_form(word: str) -> bool:
    """Whether a word has an adjective's ending, or an adverb in -ly, a form in -est or a noun in -ness.

    Limits: only kin that the list of rated words holds is known: *fierce* has none there.

    >>> [is_adjective_by_form(word) for word in ("cruel", "angry", "dangerous", "port", "friend")]
    [True, True, True, False, False]
    """
    if word.endswith(ENDINGS):
        return True
    if word in NOUNS or len(word) < 3:
        return False
    stem = word[:-1] + "i" if word.endswith("y") else word
    kin = {f"{stem}ly", f"{stem}est", f"{stem}ness"}
    if word.endswith("e"):
        kin |= {f"{word}st", f"{word[:-1]}y"}
    return not kin.isdisjoint(_rated_words())
