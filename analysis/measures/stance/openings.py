"""Where within a sentence a clause may begin that calls on somebody."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable

from analysis.measures.stance.model import Sentence
from analysis.text.document import Document
from analysis.text.remembered import Remembered

_OPENERS = """
please just then so and but now always never also first instead or next finally
"""
OPENERS = frozenset(_OPENERS.split())
_CONDITIONS = """
if when before after once until unless whenever while to
"""
CONDITIONS = frozenset(_CONDITIONS.split())
# Bare verbs that the tagger, at the head of a sentence, takes for nouns.
_VERBS = """
pass press address discuss feed stop go come call read write send join vote ring tell ask give take keep
make turn look put get bring help save act wake watch visit click sign share donate support follow open
close leave remember consider forget stay wait check try use buy pay fight stand listen find show start
end free reopen boycott scrap mind fund dig demand cut slow cross hire publish ban reject
halt plant email wash walk ride cycle repair fix restore withdraw refuse sack dump ditch clean protect defend
organize resist rise raise build spread text phone book hold park drive wear skip drop lift admit apologize
resign respect honor abolish repeal overturn invest tax name lock
"""
VERBS = frozenset(_VERBS.split())
NEGATED = frozenset(["do", "don't"])
CALLED = VERBS | NEGATED  # what may stand behind the name of who is called on: *Friends, do not give up*
OPENING_WORDS = frozenset(["please", "let's", "let"])  # with these a clause may begin without a mark
# What the marks before a word say of a clause that may begin with it.
NOTHING, OPENS, OPENS_BEFORE_CAPITAL, COMMA = "-", "o", "c", ","
BY_ITSELF = "w"  # an opening word, whatever stands before it
_MAY_OPEN = re.compile(f"[^{NOTHING}]")
_OPENS_ANYWHERE = re.compile(f"[^{NOTHING}{COMMA}]")
_COMMA = re.compile(COMMA)
LONGEST_VOCATIVE = 3  # words


def _mark(gap: str) -> str:
    """One letter for the marks before a word."""
    if gap in (";", "--", "—", "!", "...", ":") or (gap[:1] in (",", ":") and gap.endswith('"')):
        return OPENS
    return {'"': OPENS_BEFORE_CAPITAL, ",": COMMA}.get(gap, NOTHING)


_MARKS = Remembered(_mark)


def marks_before(doc: Document, opening_words: Iterable[int]) -> str:
    """One letter a word of a document, by which `find_openings` finds where a clause may begin.

    Args:
        opening_words: the numbers of the words that are in `OPENING_WORDS`.
    """
    letters = [NOTHING, *map(_MARKS.__getitem__, doc.gaps)]
    for number in opening_words:
        letters[number] = BY_ITSELF
    return "".join(letters)


def find_openings(sentence: Sentence, marks: str) -> list[int]:
    """Places where a clause may begin: the sentence, speech in marks, the main clause after *if …,*.

    Args:
        marks: one letter a word of the document, by `marks_before`.
    """
    openings = [0]
    first, behind = sentence.first, sentence.first + sentence.n_words
    comma = sentence.keys[0] in CONDITIONS
    for found in _MAY_OPEN.finditer(marks, first + 1, behind):
        place, mark = found.start() - first, found[0]
        if mark == BY_ITSELF:
            if _opens_by_itself(sentence, place):
                openings.append(place)
                continue
            mark = _MARKS[sentence.gaps[place - 1]]
        if mark == COMMA:
            if comma or _is_vocative(sentence, place):
                openings.append(place)
                comma = False
        elif mark == OPENS or (mark != NOTHING and sentence.doc.text[sentence.start(place)].isupper()):
            openings.append(place)
    return openings


def numbers_of_openings(doc: Document, marks: str) -> list[int]:
    """The numbers of the words at which a clause may begin: at least those that `find_openings` finds.

    Args:
        marks: one letter a word of the document, by `marks_before`.
    """
    keys, sentences = doc.keys, [words for words in doc.sentence_words if words]
    numbers = [words.start for words in sentences]
    numbers += [found.start() for found in _OPENS_ANYWHERE.finditer(marks)]
    commas = [found.start() for found in _COMMA.finditer(marks)]
    numbers += [number for number in commas if keys[number] in CALLED]
    for words in sentences:
        if keys[words.start] in CONDITIONS:  # any comma may open the main clause behind *if* and the like
            numbers += commas[bisect_left(commas, words.start) : bisect_left(commas, words.stop)]
    return numbers


def _opens_by_itself(sentence: Sentence, place: int) -> bool:
    """Whether *please* or *let us* calls on somebody, also without a mark before it."""
    key, gap = sentence.keys[place], sentence.gaps[place - 1]
    if key == "please":
        # please in marks inside marks belongs to a scene that is over: "I said, 'Please wait'"
        retold = gap.endswith("'") and any('"' in sentence.gaps[n] for n in range(-1, place - 1))
        return not sentence.is_question and not retold
    lets = key == "let's" or sentence.keys[place + 1] == "us"
    return lets and (gap != "" or sentence.keys[place - 1] in OPENERS)


def _is_vocative(sentence: Sentence, place: int) -> bool:
    """Whether only the name of who is called on stands before a place: *Friends, do not give up*."""
    if place > LONGEST_VOCATIVE:
        return False
    key = sentence.keys[place]
    negated = key in NEGATED and sentence.keys[place + 1] in ("not", "let", "give", "forget", "be")
    if not (key in VERBS or negated) or key in ("back", "call", "end", "open", "free"):
        return False
    if any(sentence.gaps[n] for n in range(place - 1)):
        return False
    return all(sentence.tags[n][:2] == "NN" or sentence.keys[n] in ("dear", "my") for n in range(place))
