"""One letter a word for what it may begin, so that a pattern finds the candidates of a whole text at once."""

from __future__ import annotations

import re
from collections.abc import Callable

from analysis.measures.stance import calls, certainty, openings, passives, quantities
from analysis.text.document import Document
from analysis.text.remembered import Remembered

# What is asked of each spelling: a bit each, and the bits of a word together make its letter.
_QUESTIONS: dict[str, Callable[[str], bool]] = {
    "call": calls.WORDS.__contains__,
    "contraction": calls.is_contraction,
    "auxiliary": passives.is_auxiliary,
    "participle": passives.may_be_participle,
    "number": quantities.is_candidate,
    "likelihood": certainty.LIKELIHOOD.__contains__,
    "opening": openings.OPENING_WORDS.__contains__,
}
_FIRST_LETTER = ord("A")


def _letter(key: str) -> str:
    number = _FIRST_LETTER
    for bit, asks in enumerate(_QUESTIONS.values()):
        if asks(key):
            number += 1 << bit
    return chr(number)


_LETTERS = Remembered(_letter)


def letters_of(doc: Document) -> str:
    """The letters of all words of a document."""
    return "".join(map(_LETTERS.__getitem__, doc.keys))


def numbers_of(pattern: re.Pattern[str], letters: str) -> list[int]:
    """The numbers of the words at which a pattern matches."""
    return [match.start() for match in pattern.finditer(letters)]


def _any(question: str) -> str:
    """A pattern for the letters of words to which the answer is yes."""
    bit = list(_QUESTIONS).index(question)
    letters = [chr(_FIRST_LETTER + bits) for bits in range(1 << len(_QUESTIONS)) if bits >> bit & 1]
    return f"[{re.escape(''.join(letters))}]"


CALL = re.compile(f"{_any('call')}|{_any('contraction')}(?={_any('call')})")
NUMBER = re.compile(_any("number"))
LIKELIHOOD = re.compile(_any("likelihood"))
OPENING = re.compile(_any("opening"))
# An auxiliary with a participle behind at most so many words.
PASSIVE = re.compile(f"{_any('auxiliary')}(?=.{{0,{passives.BETWEEN}}}{_any('participle')})", re.DOTALL)
