"""Clauses: whether one begins at a word, which words stand between two, and the pronoun of a relative one."""

from __future__ import annotations

import re

from analysis.measures.quotation.sentences import FINITE, NOMINAL, Sentence

_SUBORDINATORS = """
because if when while although though since unless until after before as but whereas whether how why where
what so than then
"""
SUBORDINATORS = frozenset(_SUBORDINATORS.split())
CLAUSE_TAGS = frozenset(["IN", "WDT", "WP", "WRB", "CC", "VB"])  # of all that `ends_clause` may say yes to
COORDINATED = NOMINAL | {"DT", "JJ", "PRP$", "CD"}  # what may follow an *and* that joins nouns
CONTRACTED = re.compile(r"'(?:s|re|ve|m|d|ll)$")
OPENING_TAGS = frozenset(["CD", "PRP$", "EX", "VBG", "DT", "JJ"])  # of a clause, where no phrase was found
FAR_VERB = 14  # words from the beginning of a clause
FAR_PRONOUN = 5  # words from *who* to the verb of its clause
LONG_CONCESSION = 12  # words up to its comma


def is_clause(sentence: Sentence, word: int) -> bool:
    """Whether a noun phrase with its finite verb begins at a word."""
    phrase = sentence.by_word.get(word)
    if phrase is not None and phrase.kind == "pronoun" and CONTRACTED.search(sentence.keys[word]):
        return True
    if phrase is None or phrase.kind == "time":
        plain = sentence.keys[word] == "there" or sentence.tags[word] in OPENING_TAGS
        return plain and _finite_soon(sentence, word)
    for edge in (phrase.end, phrase.full_end):
        following = sentence.word_from(edge)
        while sentence.tags[following] == "RB":
            following += 1
        if sentence.tags[following] in FINITE:
            return True
    return _finite_soon(sentence, sentence.word_from(phrase.end) - 1)


def _finite_soon(sentence: Sentence, word: int) -> bool:
    """Whether a finite verb follows before the next comma: the plan to raise taxes would …"""
    gaps, tags = sentence.gaps, sentence.tags
    for following in range(word + 1, min(len(sentence.words), word + FAR_VERB)):
        if "," in gaps[following - 1]:
            return False
        if tags[following] in FINITE:
            return True
    return False


def is_clause_behind_comma(sentence: Sentence, word: int) -> bool:
    """Whether a comma follows soon, and a clause with its verb or words in marks behind it."""
    for place in range(word, min(len(sentence.words) - 1, word + LONG_CONCESSION)):
        if "," in sentence.gaps[place]:
            return (
                is_clause(sentence, place + 1)
                or sentence.marks_from(sentence.ends[place], sentence.starts[place + 1]) is not None
            )
    return False


def ends_clause(sentence: Sentence, word: int) -> bool:
    """Whether a word stands between clauses, so that no subject reaches over it."""
    key, tag = sentence.keys[word], sentence.tags[word]
    if key in SUBORDINATORS or (key == "that" and tag in ("IN", "WDT")):
        return True
    if tag in ("WP", "WDT", "WRB"):
        return sentence.by_word.get(word) is None
    if tag == "CC":
        left, right = sentence.tags[word - 1], sentence.tags[word + 1]
        return not (left in NOMINAL and right in COORDINATED)
    return tag == "VB" and key != "be"


def relative_before(sentence: Sentence, word: int) -> int | None:
    """The relative pronoun of the clause whose verb this is: people *who* have seen it."""
    for place in range(word - 1, word - 1 - FAR_PRONOUN, -1):
        if sentence.gaps[place] or place not in sentence.words:
            return None
        if sentence.tags[place] in FINITE:
            return None
        if sentence.tags[place] in ("WP", "WDT") or sentence.keys[place] in ("who", "that"):
            before = sentence.tags[place - 1] in NOMINAL or sentence.keys[place - 1] in ("those", "one")
            return place if before and not sentence.gaps[place - 1] else None
    return None
