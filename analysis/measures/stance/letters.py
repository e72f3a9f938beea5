"""One letter a word for what it may begin, so that a pattern finds the candidates of a whole text at once."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import compress, repeat
from operator import not_

from analysis.measures.stance import calls, certainty, duties, openings, passives, quantities
from analysis.text.document import Document
from analysis.text.remembered import Remembered

# What is asked of each spelling: a bit each, and the bits of a word together make its letter.
_QUESTIONS: dict[str, Callable[[str], bool]] = {
    "call": (calls.WORDS - duties.HAVE_TO).__contains__,
    "have": duties.HAVE_TO.__contains__,
    "to": "to".__eq__,
    "contraction": calls.is_contraction,
    "auxiliary": passives.is_auxiliary,
    "number": quantities.is_candidate,
    "likelihood": certainty.LIKELIHOOD.__contains__,
    "opening": openings.OPENING_WORDS.__contains__,
}


def _letter(key: str) -> str:
    return chr(sum(1 << bit for bit, asks in enumerate(_QUESTIONS.values()) if asks(key)))


_NOTHING = chr(0)
# Of words of letters alone only those answer yes that a list holds; marks and figures are read as they come.
_LISTED = {
    key: _letter(key)
    for words in (
        calls.WORDS, ["to"], passives.BE, passives.GET, quantities.WORDS, certainty.LIKELIHOOD,
        openings.OPENING_WORDS,
    )
    for key in words
}  # fmt: skip
_WITH_MARKS = Remembered(_letter)


def letters_of(doc: Document) -> str:
    """The letters of all words of a document."""
    keys = doc.keys
    letters = list(map(_LISTED.get, keys, repeat(_NOTHING)))
    for number in compress(range(len(keys)), map(not_, map(str.isalpha, keys))):
        letters[number] = _WITH_MARKS[keys[number]]
    return "".join(letters)


def numbers_of(pattern: re.Pattern[str], letters: str) -> list[int]:
    """The numbers of the words at which a pattern matches."""
    return [match.start() for match in pattern.finditer(letters)]


def _any(question: str) -> str:
    """A pattern for the letters of words to which the answer is yes."""
    bit = list(_QUESTIONS).index(question)
    letters = [chr(bits) for bits in range(1 << len(_QUESTIONS)) if bits >> bit & 1]
    return f"[{re.escape(''.join(letters))}]"


# Have and need lay a duty on somebody only with *to* near behind them, *they've* only with *got*.
CALL = re.compile(
    f"{_any('call')}|{_any('have')}(?=.{{0,{duties.TO_REACH - 1}}}{_any('to')})"
    f"|{_any('contraction')}(?={_any('call')})",
    re.DOTALL,
)
NUMBER = re.compile(_any("number"))
LIKELIHOOD = re.compile(_any("likelihood"))
OPENING = re.compile(_any("opening"))
AUXILIARY = re.compile(_any("auxiliary"))
