"""What the tagger knows of a word: how it is written, and what stands around it.

Training and tagging share this one list of features. They are told apart by what they depend on: the word
itself, one of its neighbours, the tags before it. So the weights of a word can be added up once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count
from typing import NamedTuple

# Marks that are context. Quotation marks are not among them: the tags of a sentence must not depend on
# the style of its marks, nor an apostrophe be taken for one.
MARKS = frozenset(".,;:!?()[]-–—/…$£€%&#@")
# Of a row of marks between two words (..........), the tagger reads this many.
MARKS_READ = 2
GAP_READ = 8  # characters
# Behind these a word begins, and its capital says little.
BEFORE_FIRST = frozenset(":?!")
# Where more of the long words have a capital, and there are so many of them, capitals mean nothing.
TITLE_SHARE = 0.7
TITLE_WORDS = 3

# Before a word with which something begins, in a row of words and marks as written.
FIRST = "^"

Values = tuple[tuple[str, str], ...]  # (feature, its value)
Words = Sequence[tuple[int, int]]  # spans in their sentence


class Token(NamedTuple):
    """A word or mark as the tagger sees it."""

    word: str  # lower case; numbers become one word
    ending: str  # last three letters
    shape: str  # how it is written: capital, all capitals, digits, hyphen


EDGE = Token("-EDGE-", "-EDGE-", "edge")
EDGE_SIGN = "\n"  # an edge written as if it were a mark


def find_tokens(folded: str, spans: Words) -> Iterator[tuple[Token, int]]:
    """Words of a sentence and the marks between them, each with the number of its word (-1: a mark)."""
    numbers = count()
    for spelling in find_spellings(folded, spans):
        yield make_token(spelling), -1 if spelling in MARKS else next(numbers)


def find_spellings(folded: str, spans: Words) -> Iterator[str]:
    """Words and marks of a sentence as written, with `FIRST` before a word that begins."""
    position = 0
    first = True
    title = is_title([folded[start:end] for start, end in spans])
    for start, end in [*spans, (len(folded), len(folded))]:
        for mark in [mark for mark in folded[position:start][:GAP_READ] if mark in MARKS][:MARKS_READ]:
            yield mark
            first = first or mark in BEFORE_FIRST
        if start < end:
            yield FIRST * (first or title) + folded[start:end]
        first = False
        position = end


def is_title(spellings: Sequence[str]) -> bool:
    """Whether nearly all long words begin with a capital, as in a Headline Like This One."""
    long = [spelling[0] for spelling in spellings if len(spelling) > 3]
    return len(long) >= TITLE_WORDS and sum(map(str.isupper, long)) > TITLE_SHARE * len(long)


def find_features(
    tokens: Sequence[Token], place: int, before: str, before_that: str
) -> tuple[tuple[str, str], ...]:
    """What the tagger knows of a word: (feature, value). Training and tagging share this one list."""
    last = tokens[place - 1] if place else EDGE
    last_but_one = tokens[place - 2] if place > 1 else EDGE
    following = tokens[place + 1] if place + 1 < len(tokens) else EDGE
    after = tokens[place + 2] if place + 2 < len(tokens) else EDGE
    return (
        *of_word(tokens[place]),
        *of_tags(before, before_that),
        *of_word_behind_tag(tokens[place], before),
        *of_last(last),
        *of_last_but_one(last_but_one),
        *of_following(following),
        *of_shapes(tokens[place].shape, following.shape),
        *of_after(after),
    )


def of_word(token: Token) -> Values:
    """The word itself."""
    word, ending, shape = token
    own = (("word", word), ("ending", ending), ("last two letters", ending[-2:]))
    return (*own, ("shape", shape), ("shape and ending", shape + " " + ending))


def of_tags(before: str, before_that: str) -> Values:
    """The two tags before it."""
    return ("tag before", before), ("two tags before", before_that + " " + before)


def of_word_behind_tag(token: Token, before: str) -> Values:
    """The word with the tag before it."""
    return (
        ("tag before and word", before + " " + token.word),
        ("tag before and ending", before + " " + token.ending),
    )


def of_last(token: Token) -> Values:
    """The word before it."""
    return ("word before", token.word), ("ending before", token.ending)


def of_last_but_one(token: Token) -> Values:
    """The word two before it."""
    return (("word two before", token.word),)


def of_following(token: Token) -> Values:
    """The word behind it."""
    return ("next word", token.word), ("next ending", token.ending)


def of_shapes(shape: str, next_shape: str) -> Values:
    """How it and the word behind it are written."""
    return (("next shape", next_shape + " " + shape),)


def of_after(token: Token) -> Values:
    """The word two behind it."""
    return (("word after next", token.word),)


def make_token(spelling: str) -> Token:
    """A word or mark as the tagger sees it; a capital says little where a sentence begins."""
    if spelling in MARKS:
        return Token(spelling, spelling, "mark")
    if spelling == EDGE_SIGN:
        return EDGE
    surface = spelling.removeprefix(FIRST)
    word = surface.lower()
    if surface[0].isdigit():
        shape = "number" if surface[-1].isdigit() else "digits"
        word = "#" * min(len(word), 4) if shape == "number" else word
    elif surface.isupper() and len(surface) > 1:
        shape = "capitals"
    elif surface[0].isupper():
        shape = "First" if spelling[0] == FIRST else "Capital"
    else:
        shape = "lower"
    if "-" in surface:
        shape += " hyphen"
    elif surface.endswith(("'s", "s'")):
        shape += " possessive"
    return Token(word, word[-3:], shape)
