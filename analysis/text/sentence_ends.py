"""Where sentences end: the decisions of NLTK's Punkt, for a list of abbreviations and no other training.

Punkt (Kiss and Strunk 2006) asks of each stop whether it ends a sentence. NLTK takes apart the words
around each with a general tokenizer. Nearly always the word before the stop is made of letters and is no
abbreviation: then the stop ends its sentence, and nothing need be taken apart. The other stops are
decided as in `nltk.tokenize.punkt`, of which the patterns are copies. The tests hold both to the same cuts.

The text must have straight marks (`tokenization.fold_marks`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from analysis.text.patterns import compiled

_NO_WORD = r"""[)";}\]*:@'({\[?!]"""  # marks that no word holds
_STOP = rf"[.?!](?=({_NO_WORD})|\s+(\S+))"
_SPACES = " \t\n\r\x0b\x0c"
_CLOSING = r"""["')\]}]+?(?:\s+|(?=--)|\Z)"""
_DOTS = r"(?:-{2,}|\.{2,}|(?:\.\s){2,}\.)"
_TOKEN_END = rf"\s|\Z|{_NO_WORD}|{_DOTS}|,(?=\Z|\s|{_NO_WORD}|{_DOTS})"
_TOKEN = rf"""{_DOTS}|(?=[^("`{{\[:;&#*@)}}\]\-,])\S+?(?={_TOKEN_END})|\S"""
_NUMBER = r"-?[.,]?\d[\d,.-]*\Z"
_INITIAL = r"[^\W\d]\.\Z"
_PUNCTUATION = frozenset(";:,.!?")


class Rules(NamedTuple):
    """What must be known of a language."""

    abbreviations: frozenset[str]  # lower case, without the last stop
    starters: frozenset[str]  # words that begin a sentence where they stand with a capital


def cut_sentences(rules: Rules, text: str, *, plain: bool) -> list[tuple[int, int]]:
    """Sentences as Punkt cuts them, each with the closing marks behind its stop.

    >>> rules = Rules(frozenset(["mr"]), frozenset(["the"]))
    >>> text = 'He met Mr. Roe. "It rained." Then he left.'
    >>> [text[a:b] for a, b in cut_sentences(rules, text, plain=True)]
    ['He met Mr. Roe.', '"It rained."', 'Then he left.']
    """
    pieces: list[tuple[int, int]] = []
    begin = 0
    for end, following in _find_ends(rules, text, plain):
        pieces.append((begin, end))
        begin = following
    pieces.append((begin, len(text.rstrip())))
    return list(_with_closing_marks(text, pieces, plain))


def _find_ends(rules: Rules, text: str, plain: bool) -> Iterator[tuple[int, int]]:
    """Where each sentence ends, and where the next one begins."""
    for start, stop in _find_stops(text, plain):
        if _ends_sentence(rules, text[start : stop.start()], stop, plain):
            yield stop.end(), stop.start(2) if stop.group(2) else stop.end()


def _find_stops(text: str, plain: bool) -> Iterator[tuple[int, re.Match[str]]]:
    """Stops that may end a sentence, each with the place where the word before it begins.

    Of several in one word (*acting!!!*, *p.m.*) the last one counts.
    """
    held: re.Match[str] | None = None
    held_from = held_to = 0
    spaces = [space for space in _SPACES if space in text]
    for stop in compiled(_STOP, plain).finditer(text):
        before = text[held_to : stop.start()]
        space = max(map(before.rfind, spaces), default=-1)
        start = held_to + space + 1 if space > 0 else held_from
        if held is not None and held_to <= start:
            yield held_from, held
        held, held_from, held_to = stop, start, stop.start()
    if held is not None:
        yield held_from, held


def _ends_sentence(rules: Rules, word: str, stop: re.Match[str], plain: bool) -> bool:
    """Whether a stop behind a word ends a sentence."""
    if word.isalpha() and len(word) > 1:
        if stop.group() != "." or word.lower() not in rules.abbreviations:
            return True
        following = stop.group(2)
        if following is not None and following.isalpha():  # Mr. Roe
            return following[0].isupper() and following.lower() in rules.starters
    behind = stop.group(1) or stop.string[stop.end() : stop.end(2)]
    lines = (word + stop.group() + behind).split("\n")
    tokens = [token for line in lines if line.strip() for token in compiled(_TOKEN, plain).findall(line)]
    ends = [_may_end(rules, token) for token in tokens]
    for place, token in enumerate(tokens[:-1]):
        if _ends_before(rules, token, ends[place], tokens[place + 1], ends[place + 1], plain):
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


def _with_closing_marks(text: str, pieces: list[tuple[int, int]], plain: bool) -> Iterator[tuple[int, int]]:
    """Give each sentence the closing marks that Punkt left at the beginning of the next one."""
    closing = compiled(_CLOSING, plain)
    moved = 0
    for place, (start, end) in enumerate(pieces):
        start += moved
        moved = 0
        if place + 1 < len(pieces):
            following = pieces[place + 1][0]
            marks = closing.match(text[following : pieces[place + 1][1]])
            if marks is not None:
                yield start, following + len(marks.group().rstrip())
                moved = marks.end()
                continue
        if start < end:
            yield start, end
