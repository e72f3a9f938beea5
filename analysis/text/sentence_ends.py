"""Where sentences end: the decisions of NLTK's Punkt, for a list of abbreviations and no other training.

Punkt (Kiss and Strunk 2006) asks of each stop whether it ends a sentence. NLTK takes apart the words
around each with a general tokenizer. Nearly always the word before the stop is made of letters and is no
abbreviation: then the stop ends its sentence, and nothing need be taken apart. The other stops are
decided as in `nltk.tokenize.punkt`, of which the patterns are copies. The tests hold both to the same cuts.

The text must have straight marks (`tokenization.fold_marks`).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import zip_longest
from typing import NamedTuple

from analysis.text.patterns import compiled, find_characters

_NO_WORD = ")\";}]*:@'({[?!"  # marks that no word holds
_STOPS = ".?!"
_SPACES = " \t\n\r\x0b\x0c"
_CLOSES = frozenset("\"')]}")
_CLOSING = r"""["')\]}]+?(?:\s+|(?=--)|\Z)"""
_DOTS = r"(?:-{2,}|\.{2,}|(?:\.\s){2,}\.)"
_MARK = f"[{re.escape(_NO_WORD)}]"
_TOKEN_END = rf"\s|\Z|{_MARK}|{_DOTS}|,(?=\Z|\s|{_MARK}|{_DOTS})"
_TOKEN = rf"""{_DOTS}|(?=[^("`{{\[:;&#*@)}}\]\-,])\S+?(?={_TOKEN_END})|\S"""
_NUMBER = r"-?[.,]?\d[\d,.-]*\Z"
_INITIAL = r"[^\W\d]\.\Z"
# Of a longer row of characters without white space, which is no word, so many beside a stop are looked at:
# then a text of nothing but stops takes no longer than any other.
LONGEST = 1_000
_PUNCTUATION = frozenset(";:,.!?")


class Rules(NamedTuple):
    """What must be known of a language."""

    abbreviations: frozenset[str]  # lower case, without the last stop
    starters: frozenset[str]  # words that begin a sentence where they stand with a capital


def cut_sentences(
    rules: Rules, text: str, paragraphs: Iterable[tuple[int, int]], *, plain: bool
) -> Iterator[list[tuple[int, int]]]:
    """The sentences of each paragraph as Punkt cuts them, each with the closing marks behind its stop.

    >>> rules = Rules(frozenset(["mr"]), frozenset(["the"]))
    >>> text = 'He met Mr. Roe. "It rained." Then he left.'
    >>> [[text[a:b] for a, b in found] for found in cut_sentences(rules, text, [(0, 42)], plain=True)]
    [['He met Mr. Roe.', '"It rained."', 'Then he left.']]
    """
    places = find_characters(text, _STOPS)
    flat = text
    for space in _SPACES[1:]:
        flat = flat.replace(space, _SPACES[0])
    for start, end in paragraphs:
        inside = places[bisect_left(places, start) : bisect_left(places, end)]
        pieces: list[tuple[int, int]] = []
        begin = start
        for word_start, place, following in _find_stops(text, flat, inside, start, end, plain):
            if _ends_sentence(rules, text, word_start, place, following, end, plain):
                pieces.append((begin, place + 1))
                begin = following
        pieces.append((begin, begin + len(text[begin:end].rstrip())))
        yield _with_closing_marks(text, pieces, plain)


def _find_stops(
    text: str, flat: str, places: list[int], start: int, end: int, plain: bool
) -> list[tuple[int, int, int]]:
    """Stops that may end a sentence: where the word before begins, the stop, where what follows begins.

    Of several in one word (*acting!!!*, *p.m.*) the last one counts. ``flat`` is the text in which what may
    stand before a word is a blank.
    """
    not_space = compiled(r"\S", plain)
    stops: list[tuple[int, int, int]] = []
    word_start = last = start
    for place in places:
        following = place + 1
        if following == end:
            break
        if text[following] == " " and text[following + 1 : following + 2].isalnum():
            following += 1  # nearly always
        elif text[following] not in _NO_WORD:
            found = not_space.search(text, following, end)
            if found is None or found.start() == following:
                continue
            following = found.start()
        space = flat.rfind(" ", last + 1, place)
        if space >= 0:
            word_start = space + 1
        elif word_start < last:
            stops.pop()
        stops.append((word_start, place, following))
        last = place
    return stops


def _ends_sentence(
    rules: Rules, text: str, word_start: int, place: int, following: int, end: int, plain: bool
) -> bool:
    """Whether a stop behind a word ends a sentence."""
    word = text[max(word_start, place - LONGEST) : place]
    is_plain_word = word.isalpha() and len(word) > 1
    if is_plain_word and (text[place] != "." or word.lower() not in rules.abbreviations):
        return True
    behind_end = following + 1  # behind a mark that no word holds
    if behind_end > place + 2:
        end = min(end, following + LONGEST)
        space = compiled(r"\s", plain).search(text, following, end)
        behind_end = space.start() if space else end
        next_word = text[following:behind_end]
        if is_plain_word and next_word.isalpha():  # Mr. Roe
            return next_word[0].isupper() and next_word.lower() in rules.starters
    lines = (word + text[place:behind_end]).split("\n")
    tokens = [token for line in lines if line.strip() for token in compiled(_TOKEN, plain).findall(line)]
    ends = [_may_end(rules, token) for token in tokens]
    for number, token in enumerate(tokens[:-1]):
        if _ends_before(rules, token, ends[number], tokens[number + 1], ends[number + 1], plain):
            return True
    return False


def _may_end(rules: Rules, token: str) -> bool | None:
    """What a token alone says: it ends a sentence, it is an abbreviation or an ellipsis (None), neither."""
    if token in (".", "?", "!"):
        return True
    if not token.endswith("."):
        return False
    if token.endswith(".."):
        return None if set(token) == {"."} else False
    bare = token[:-1].lower()
    known = bare in rules.abbreviations or bare.rsplit("-", 1)[-1] in rules.abbreviations
    return None if known else True


def _ends_before(
    rules: Rules, token: str, ends: bool | None, following: str, following_ends: bool | None, plain: bool
) -> bool:
    """Whether a token ends a sentence, seeing the one behind it."""
    if not token.endswith("."):
        return ends is True
    initial = compiled(_INITIAL, plain).match(token) is not None
    if ends is None and not initial:
        key = following.lower()
        if following_ends is True and len(key) > 1:
            key = key.removesuffix(".")
        return following[0].isupper() and key in rules.starters
    if initial or compiled(_NUMBER, plain).match(token):  # J. Roe, No. 5. the
        goes_on = following in _PUNCTUATION or following[0].islower()
        return ends is True and not goes_on and not (initial and following[0].isupper())
    return ends is True


def _with_closing_marks(text: str, pieces: list[tuple[int, int]], plain: bool) -> list[tuple[int, int]]:
    """Give each sentence the closing marks that Punkt left at the beginning of the next one."""
    closing = compiled(_CLOSING, plain)
    sentences: list[tuple[int, int]] = []
    moved = 0
    for (start, end), (following, following_end) in zip_longest(pieces, pieces[1:], fillvalue=(0, 0)):
        start += moved
        moved = 0
        if following_end and text[following] in _CLOSES:
            marks = closing.match(text, following, following_end)
            if marks is not None:
                end = following + len(marks.group().rstrip())
                moved = marks.end() - following
        if start < end:
            sentences.append((start, end))
    return sentences
