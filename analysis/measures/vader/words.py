"""Words as the rules of VADER see them: rated, strengthening, negating, or part of an idiom.

NLTK multiplies each word of a text with each mark to learn which words end in a mark. Here each spelling is
read once and kept, and words that no rule asks for are passed over.

Source: Hutto and Gilbert (2014), ICWSM; words and numbers under the MIT licence of VADER.
"""

from __future__ import annotations

import string
from functools import cache
from typing import NamedTuple

from analysis.text.library import DATA, DataError
from analysis.text.remembered import Remembered

BOOST = 0.293  # what *very* adds, and *slightly* takes away

_MORE = """
absolutely amazingly awfully completely considerably decidedly deeply effing enormously entirely
especially exceptionally extremely fabulously flipping flippin fricking frickin frigging friggin fully
fucking greatly hella highly hugely incredibly intensely majorly more most particularly purely quite
really remarkably so substantially thoroughly totally tremendously uber unbelievably unusually utterly
very
"""
_LESS = """
almost barely hardly kinda kindof kind-of less little marginally occasionally partly scarcely slightly
somewhat sorta sortof sort-of
"""
_NEGATE = """
ain't aint aren't arent can't cannot cant couldn't couldnt daren't darent despite didn't didnt doesn't
doesnt don't dont hadn't hadnt hasn't hasnt haven't havent isn't isnt mightn't mightnt mustn't mustnt
needn't neednt neither never none nope nor not nothing nowhere oughtn't oughtnt rarely seldom shan't
shant shouldn't shouldnt uh-uh uhuh wasn't wasnt weren't werent without won't wont wouldn't wouldnt
"""
MORE, LESS, NEGATE = frozenset(_MORE.split()), frozenset(_LESS.split()), frozenset(_NEGATE.split())
LESS_IN_TWO_WORDS = frozenset(("just enough", "kind of", "sort of"))
IDIOMS = {
    "the shit": 3, "the bomb": 3, "bad ass": 1.5, "yeah right": -2, "cut the mustard": 2,
    "kiss of death": -1.5, "hand to mouth": -2,
}  # fmt: skip
# One of these at one end of a word is taken off.
ENDS = frozenset((
    ".", "!", "?", ",", ";", ":", "-", "'", '"', "!!", "!!!", "??", "???", "?!?", "!?!", "?!?!", "!?!?",
))  # fmt: skip

STRENGTHENED = frozenset(("so", "this"))  # never so good, never this good
_PUNCTUATION = frozenset(string.punctuation)
# What acts besides boosters and negations; of an idiom one word, without which it cannot stand.
_ACTING = STRENGTHENED | {"never", "least", "but", "kind"} | {
    max(idiom.split(), key=len) for idiom in (*IDIOMS, *LESS_IN_TWO_WORDS)
}  # fmt: skip


class Word(NamedTuple):
    """A word as the rules see it."""

    text: str
    lower: str
    rating: float | None  # in the lexicon
    boost: float  # what it adds to a word behind it
    turns: bool  # is a negation
    capitals: bool
    acts: bool  # may change a score, of its own or of a word near it


SILENT = Word("", "", None, 0.0, turns=False, capitals=False, acts=False)  # a word that no rule asks for


def read_telling_words(text: str) -> dict[int, Word]:
    """The words that some rule asks for, by place; a single letter or mark has no place."""
    telling = _telling()
    found: dict[int, Word] = {}
    place = 0
    for token, small in zip(text.split(), text.lower().split(), strict=True):
        if len(token) > 1:
            if small in telling or (
                not small.isalnum() and (small.strip(string.punctuation) in telling or "n't" in small)
            ):
                found[place] = _WORDS[token]
            place += 1
    return found


@cache
def _telling() -> frozenset[str]:
    """The words, in lower case, that some rule asks for."""
    asked = " ".join((*IDIOMS, *LESS_IN_TWO_WORDS, "never but at very least kind of")).split()
    return frozenset((*load_ratings(), *MORE, *LESS, *NEGATE, *STRENGTHENED, *asked))


@cache
def load_ratings() -> dict[str, float]:
    """The rating of each word and emoticon of the lexicon file."""
    path = DATA / "lexicons" / "vader_lexicon.txt"
    if not path.is_file():
        raise DataError(f"{path.name} is missing from {path.parent.name}/")
    rows = (line.strip().split("\t", 2) for line in path.read_text(encoding="utf-8").split("\n"))
    return {row[0]: float(row[1]) for row in rows}


def read_word(token: str) -> Word:
    """What a token between white space is to the rules.

    >>> read_word("good!").text, read_word("“good”").text, read_word("(good").rating
    ('good', '“good”', None)
    """
    text = _without_end(token)
    lower = text.lower()
    boost = BOOST if lower in MORE else -BOOST if lower in LESS else 0.0
    turns = lower in NEGATE or "n't" in lower
    acts = bool(boost) or turns or lower in _ACTING
    return Word(text, lower, load_ratings().get(lower), boost, turns, text.isupper(), acts)


_WORDS = Remembered(read_word)


def _without_end(token: str) -> str:
    """A token of two letters and more without the mark at its end or its beginning."""
    word = token.rstrip(string.punctuation)
    mark = token[len(word) :]
    if not mark:
        word = token.lstrip(string.punctuation)
        mark = token[: len(token) - len(word)]
    return word if mark in ENDS and len(word) > 1 and not _PUNCTUATION.intersection(word) else token
