"""Acronyms in parentheses behind the phrase that they stand for."""

from __future__ import annotations

import re
from bisect import bisect_left

from analysis.text.document import Document
from analysis.text.mentions.habits import ACRONYM, end_of

REACH = 14  # words, at most, from the first one that an acronym stands for to its parenthesis
_OPENING = re.compile(r"\(")


def find_acronyms(doc: Document) -> dict[str, tuple[int, int]]:
    """Acronyms in parentheses, with the phrase in front of them that they stand for.

    *Justice for the Victims of the Fire in Hull (JVFH)*: J, V, F and H begin words in front of it,
    in the same sentence: an agency behind a place, *HULL (AP) —*, is not what the headline above it tells.
    """
    found: dict[str, tuple[int, int]] = {}
    text, starts, ends = doc.text, doc.words.starts, doc.words.ends
    for mark in _OPENING.finditer(text):
        start = mark.end()
        word = bisect_left(starts, start)
        if not 0 < word < len(starts) or starts[word] != start or text[ends[word] : ends[word] + 1] != ")":
            continue
        acronym = text[start : ends[word]].replace(".", "")
        if not (acronym.isupper() and 2 <= len(acronym) <= ACRONYM and acronym not in found):
            continue
        letters = list(acronym)
        sentence = doc.sentences.holding(start)
        first = 0 if sentence is None else bisect_left(starts, doc.sentences.starts[sentence])
        for back in range(word - 1, max(first, word - REACH) - 1, -1):
            if text[starts[back]] == letters[-1]:
                letters.pop()
                if not letters:
                    found[acronym] = (starts[back], end_of(doc, word - 1))
                    break
    return found


def is_introduced(words: tuple[str, ...], acronyms: dict[str, tuple[int, int]]) -> bool:
    """Whether a name is an acronym that the text explains: WHO is not who."""
    return "".join(words).replace(".", "") in acronyms
