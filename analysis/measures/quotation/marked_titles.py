"""Titles and nicknames in marks: what tells that a stretch with capitals names a work or a person."""

from __future__ import annotations

import re
from functools import cache

from analysis.measures.quotation.surroundings import (
    Surroundings,
    followed_by,
    is_headline,
    led_by,
    load_kind_words,
    word_before,
    words_inside,
)

_OWNED = re.compile(r"\b(?:[A-Z]{2,5}|POLITICO|Politico|HuffPost|Netflix)[’']s\s(?:[\w-]+\s){0,2}$")
_ON = re.compile(r"\b(?:[Oo]n|episode of|host of)\s$")
_APPOSITION = re.compile(r"\W{0,3}\s(?:the|a|an|his|her|their|which|whose)\b")
_LONGEST_NICKNAME = 2  # words
_NAME_LEFT = re.compile(r"(?:^|\s)[A-Z][\w.’-]*\s+\(?$")
_NAME_RIGHT = re.compile(r"\)?\s+[A-Z][a-z]")
_NO_NAMES = frozenset(
    ["the", "a", "an", "in", "on", "at", "for", "by", "as", "but", "and", "so", "when", "if", "this", "that"]
)


def is_known_title(s: Surroundings) -> bool:
    """The name of a well-known work."""
    return s.titled and words_inside(s) in _known_works()


@cache
def _known_works() -> frozenset[str]:
    return frozenset(e.term.lower() for e in load_kind_words().entries if e.label == "known work")


def is_broadcast(s: Surroundings) -> bool:
    """CNN’s “Morning Desk”: a name in capitals or of a broadcaster that owns what follows."""
    if not s.titled or s.inner_end in "?!":
        return False
    return led_by(s, "broadcaster", words=2) or bool(_OWNED.search(s.text_left))


def is_led_by_work(s: Surroundings) -> bool:
    """The film “…”; sang “…”; on “…”."""
    return s.titled and (
        led_by(s, "work", words=2) or led_by(s, "titling", words=1) or bool(_ON.search(s.text_left))
    )


def is_followed_by_work(s: Surroundings) -> bool:
    """“…” director Ann Lee; “…,” a film of 1990."""
    if not s.titled:
        return False
    if followed_by(s, "staff", "work", within=2):
        return True
    return bool(_APPOSITION.match(s.text_right)) and followed_by(s, "work", within=40)


def is_nickname(s: Surroundings) -> bool:
    """Gov. C. L. “Butch” Otter: one or two names inside the name of a person."""
    if not (
        len(s.words) <= _LONGEST_NICKNAME
        and s.titled
        and s.inner_end not in ",.?!"
        and bool(_NAME_LEFT.search(s.text_left))
        and bool(_NAME_RIGHT.match(s.text_right))
        and not is_headline(s)
    ):
        return False
    before = word_before(s)
    owner = before.endswith(("'s", "s'"))
    return not owner and (len(s.left) > 1 or before.lower() not in _NO_NAMES)
