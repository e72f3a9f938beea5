"""The rules of VADER, word for word those of NLTK, reading only words that may change the score.

NLTK asks every rule about every word of a text. Here the rules are asked about words of the lexicon
only. The tests hold both to the last digit of each other.

The odd rules are VADER's own: a word that stands twice is judged twice where it stands first; *so* and
*this* strengthen what stands behind them from three words away, whether or not *never* stands there.

Source: Hutto and Gilbert (2014), ICWSM; NLTK's rules; numbers under the MIT licence of VADER.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Mapping, Sequence

from analysis.measures.vader.words import (
    BOOST,
    IDIOMS,
    LESS_IN_TWO_WORDS,
    SILENT,
    STRENGTHENED,
    Word,
    read_telling_words,
)

CAPITALS = 0.733  # what CAPITALS add where others are small
TURN = -0.74  # what is left of a word behind a negation
FADING = (1.0, 0.95, 0.9)  # what a booster does from one, two and three words away
ALPHA = 15  # approximates the largest sum expected


def compound(text: str) -> float:
    """The compound score of a text, from -1 to 1."""
    words = read_telling_words(text)
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
