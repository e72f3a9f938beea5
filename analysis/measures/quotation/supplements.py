"""Supplements: what stands between a subject and its verb and is no part of who speaks.

Ann Lee*, 63, of Hull,* said; Ann Lee *on Thursday* called; Ann Lee*, however,* said.
"""

from __future__ import annotations

import re

from analysis.measures.quotation.sentences import NOMINAL, Sentence

CLOSING = {",": ",", ")": "(", "),": "(", "—": "—", "–": "–"}  # what ends a supplement, and what begins it
_ADVERBIALS = (
    "however", "meanwhile", "too", "though", "also", "instead", "then", "for his part", "for her part",
    "for example", "on the other hand", "in turn",
)  # fmt: skip
ADVERBIALS = frozenset(_ADVERBIALS)
LONG_SUPPLEMENT = 30  # words
DETAILS = 3  # of a person, between commas: 30, of Reading, Pa.
HOME = frozenset(["of", "from", "in"])
NO_WORD = -1
_CONTRACTION = re.compile(
    r"(?<=\w)['’](?:ve|re|d|ll|m)$|(?<=\b[Hh]e)['’]s$|(?<=\b[Ss]he)['’]s$|(?<=\b[Ii]t)['’]s$"
)
# what is told of a name, unlike who somebody is: Ann Lee*, who left,* Ann Lee*, speaking at noon,*
_TOLD = re.compile(r",\s+(?:speaking|facing|citing|asked)\b", re.IGNORECASE)
# when something was said is no part of who said it: Ann Lee *on Thursday* called
_DAY = re.compile(
    r"\s+(?:(?:on|late|early|last|this)\s+)*(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"(?:\s+(?:morning|afternoon|evening|night))?$",
    re.IGNORECASE,
)
_ENDS_OF_DAYS = ("day", "morning", "afternoon", "evening", "night")


def before_supplement(sentence: Sentence, word: int) -> int:
    """The word (or NO_WORD) in front of something between commas, brackets or dashes: Ann Lee*, 63,* said.

    Args:
        word: the last one of the supplement.
    """
    closing = sentence.gaps[word].lstrip(".")
    for place in range(word - 1, word - LONG_SUPPLEMENT, -1):
        if place not in sentence.words:
            return NO_WORD
        behind = sentence.gaps[place]
        if behind[-1:] == CLOSING[closing] and sentence.speech.holding(sentence.starts[place]) is None:
            inside = sentence.gap(sentence.ends[place], sentence.starts[word + 1])
            if inside.strip(", ").lower() in ADVERBIALS:
                return place
            if closing == "," and behind == ")":
                return place
            named = sentence.tags[place] in NOMINAL
            listed = sentence.tags[place + 1] in ("VBD", "IN", "CC", "PRP") and closing == ","
            listed = listed and sentence.keys[place + 1] not in HOME
            if not named or listed:
                return NO_WORD
            return _past_details(sentence, place)
    return NO_WORD


def _past_details(sentence: Sentence, word: int) -> int:
    """The last word of the name that age and home follow: *Bond* in "Ann Bond, 30, of Reading, Pa."."""
    for _ in range(DETAILS):
        first = word
        while first - 1 in sentence.words and sentence.gaps[first - 1].lstrip(".") != ",":
            first -= 1
        before = first - 1
        if before not in sentence.words:
            return word
        aged = first == word and sentence.tags[word] == "CD"
        home = sentence.keys[first] in HOME
        # the state behind a town
        town = sentence.tags[word] in ("NNP", "NNPS") and any(
            sentence.keys[place] in HOME and sentence.gaps[place - 1] == ","
            for place in range(max(before - 3, 1), before)
        )
        if not (aged or home or (town and first == word)):
            return word
        word = before
    return word


def end_of_mention(sentence: Sentence, start: int, edge: int) -> int:
    """Where a mention ends that begins at one offset, without what divides it from a verb at another."""
    piece = sentence.doc.text[start:edge].rstrip(" ,—–\n\t")
    if "'" in piece or "’" in piece:
        piece = _CONTRACTION.sub("", piece)
    if "," in piece and (told := _TOLD.search(piece)):
        piece = piece[: told.start()]
    piece = piece.rstrip()
    if piece.lower().endswith(_ENDS_OF_DAYS):
        piece = _DAY.sub("", piece)
    piece = piece.removesuffix(" further")  # she *further* said
    comma = piece.rfind(",")
    if comma > 0 and piece[comma + 1 :].strip().lower() in ADVERBIALS:
        piece = piece[:comma].rstrip()
    return start + len(piece)
