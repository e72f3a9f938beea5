"""Terms and scare quotes in marks: words that are named, or from which the writer stands back."""

from __future__ import annotations

import re
from functools import cache

from analysis.measures.quotation.marked_words import is_cued
from analysis.measures.quotation.surroundings import CUES, Surroundings, followed_by, led_by, load_kind_words

_LONGEST_SCARE = 3  # words
_LONGEST_SUBJECT = 3  # words
_NEAR = 3  # words between one that reports and the marks
_SUBJECT = re.compile(r",?\s(?:[a-z]|\([a-z])")
_BEARER_LEFT = re.compile(
    r"\b(?:[Tt]he|[Aa]n?|[Tt]his|[Tt]hat|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|['’]s)\s(?:[\w-]+\s)?$"
)
_CALLED = re.compile(r"\b(?:is|are|be|being|often|sometimes|also)\s(?:called|termed|known\sas)\s$")


def is_carried(s: Surroundings) -> bool:
    """“Vote” hats: it stands on a hat, a shirt, a sign."""
    near = s.doc.bare_keys[s.right.start : s.right.start + 2]  # no third word begins within 2 characters
    return not _carriers().isdisjoint(near) and followed_by(s, "carrier", within=2)


@cache
def _carriers() -> frozenset[str]:
    """The first words of all that may carry words: hat, bumper sticker."""
    forms = load_kind_words().forms
    return frozenset(words[0].lower() for words, entry in forms if entry.label == "carrier")


def is_named(s: Surroundings) -> bool:
    """Known as “the Creek”; the word “levy”, unless somebody in the sentence says it."""
    if s.text_left.rstrip().endswith(("called", "termed", "as")) and _CALLED.search(s.text_left):
        return True
    return not is_cued(s) and led_by(s, "naming", "wording", words=0)


def is_borne(s: Surroundings) -> bool:
    """The “No Tolls” movement: the name that a group, a rule or a level bears."""
    return (
        followed_by(s, "bearer", within=2)
        and bool(_BEARER_LEFT.search(s.text_left))
        and not led_by(s, *CUES, words=_NEAR)
    )


def is_subject(s: Surroundings) -> bool:
    """“Salt” has sold out: the stretch opens the sentence, and a verb follows without a speaker."""
    if s.left or len(s.words) > _LONGEST_SUBJECT or s.inner_end in ".?!…—":
        return False
    return bool(_SUBJECT.match(s.text_right)) and not followed_by(s, *CUES, within=40)


def is_scare(s: Surroundings) -> bool:
    """A few words inside a sentence, and no statement or the like follows."""
    if len(s.words) > _LONGEST_SCARE or not s.left or s.inner_end in "?!":
        return False
    return not followed_by(s, "hint noun", within=25)
