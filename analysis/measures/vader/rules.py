"""The rules of VADER, word for word those of NLTK, reading only words that may change the score.

NLTK multiplies each word of a text with each mark to learn which words end in a mark, and asks every
rule about every word. Here each spelling is read once and kept, and the rules are asked about words of
the lexicon only. The tests hold both to the last digit of each other.

The odd rules are VADER's own: a word that stands twice is judged twice where it stands first; *so* and
*this* strengthen what stands behind them from three words away, whether or not *never* stands there.

Source: Hutto and Gilbert (2014), ICWSM; NLTK's rules; words and numbers under the MIT licence of VADER.
"""

from __future__ import annotations

import math
import string
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from analysis.text.library import DATA, DataError
from analysis.text.remembered import Remembered

BOOST = 0.293  # what *very* adds, and *slightly* takes away
CAPITALS = 0.733  # what CAPITALS add where others are small
TURN = -0.74  # what is left of a word behind a negation
FADING = (1.0, 0.95, 0.9)  # what a booster does from one, two and three words away
ALPHA = 15  # approximates the largest sum expected

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


WORDS = Remembered(read_word)


def _without_end(token: str) -> str:
    """A token of two letters and more without the mark at its end or its beginning."""
    word = token.rstrip(string.punctuation)
    mark = token[len(word) :]
    if not mark:
        word = token.lstrip(string.punctuation)
        mark = token[: len(token) - len(word)]
    return word if mark in ENDS and len(word) > 1 and not _PUNCTUATION.intersection(word) else token


def compound(text: str) -> float:
    """The compound score of a text, from -1 to 1."""
    words = _read_telling(text)
    rated, acting, capitals = [], [], False
    for place, (_, _, rating, _, _, is_upper, acts) in words.items():
        if rating is not None:
            rated.append(place)
        if acts:
            acting.append(place)
        capitals = capitals or is_upper
    if not rated:
        return 0.0
    capitals = capitals and not _all_capitals(text)
    if acting or capitals:
        scores = _judge(words, rated, acting, capitals)
    else:
        scores = [words[place].rating or 0.0 for place in rated]
    total = float(sum(scores))
    if total:
        total += math.copysign(_emphasis(text), total)
    return round(total / math.sqrt(total * total + ALPHA), 4)


def _read_telling(text: str) -> dict[int, Word]:
    """The words that some rule asks for, by place; a single letter or mark has no place."""
    telling = _telling()
    found: dict[int, Word] = {}
    place = 0
    for token, small in zip(text.split(), text.lower().split(), strict=True):
        if len(token) > 1:
            if small in telling or (
                not small.isalnum() and (small.strip(string.punctuation) in telling or "n't" in small)
            ):
                found[place] = WORDS[token]
            place += 1
    return found


def _all_capitals(text: str) -> bool:
    """Whether each word of a text is in capitals, as in a headline."""
    return all(token.isupper() for token in text.split() if len(token) > 1)


def _judge(words: Mapping[int, Word], rated: list[int], acting: list[int], capitals: bool) -> list[float]:
    """The scores of the rated words where some rule changes one of them."""
    but = next((place for place in acting if words[place].lower == "but"), None)
    first: dict[str, int] = {}
    scores = []
    for place in rated:
        score = _score(words, acting, first.setdefault(words[place].text, place), capitals)
        scores.append(score if but is None else score * (0.5 if place < but else 1.5))
    return scores


def _score(words: Mapping[int, Word], acting: list[int], place: int, capitals: bool) -> float:
    """The rating of a word, turned and strengthened by the words around it."""
    word = words[place]
    score = word.rating or 0.0
    if word.capitals and capitals:
        score += CAPITALS if score > 0 else -CAPITALS
    near = bisect_left(acting, place - 3)
    if near == len(acting) or acting[near] > place + 2:
        return score  # nothing near it has a rule: most words
    around = [words.get(number, SILENT) for number in range(place - 3, place + 3)]
    if word.boost or (word.lower == "kind" and around[4].lower == "of"):
        return 0.0
    before = around[2::-1]  # the nearest first
    for distance, other in enumerate(before[:place], start=1):
        if other.rating is None:
            if other.boost:
                score += _boost(other, score, capitals) * FADING[distance - 1]
            score = _turned(before, distance, score)
            if distance == len(FADING):
                score = _in_idiom([other.text for other in around], score)
    if before[0].lower == "least" and before[0].rating is None and before[1].lower not in ("at", "very"):
        score *= TURN
    return score


def _boost(before: Word, score: float, capitals: bool) -> float:
    """What a booster adds to a score: away from 0, and more in CAPITALS."""
    boost = -before.boost if score < 0 else before.boost
    if before.capitals and capitals:
        boost += CAPITALS if score > 0 else -CAPITALS
    return boost


def _turned(before: Sequence[Word], distance: int, score: float) -> float:
    """A score behind a negation, or behind *never so*, at one distance; the nearest word comes first."""
    near = before[0].text in STRENGTHENED
    if distance == 2 and before[1].text == "never" and near:
        return score * 1.5
    if distance == 3:
        never = before[2].text == "never" and before[1].text in STRENGTHENED
        if never or near:
            return score * 1.25
    return score * TURN if before[distance - 1].turns else score


def _in_idiom(around: Sequence[str], score: float) -> float:
    """A score in an idiom: the three words before, the word itself, up to two behind it."""
    three, two, one, zero, *behind = around
    for idiom in (f"{one} {zero}", f"{two} {one} {zero}", f"{two} {one}", f"{three} {two} {one}"):
        if idiom in IDIOMS:
            score = IDIOMS[idiom]
            break
    else:
        score = IDIOMS.get(f"{three} {two}", score)
    for number in range(1, len(behind) + 1):
        score = IDIOMS.get(" ".join([zero, *behind[:number]]), score)
    if f"{three} {two}" in LESS_IN_TWO_WORDS or f"{two} {one}" in LESS_IN_TWO_WORDS:
        score -= BOOST
    return score


def _emphasis(text: str) -> float:
    """What exclamation and question marks add."""
    questions = text.count("?")
    added = 0.0 if questions < 2 else questions * 0.18 if questions <= 3 else 0.96
    return min(text.count("!"), 4) * 0.292 + added
