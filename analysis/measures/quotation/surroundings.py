"""Surroundings: the words inside and around a marked stretch, for deciding what it is."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from analysis.measures.quotation.cues import find_cue_terms
from analysis.measures.quotation.marks import MarkedSpan
from analysis.text.document import Document
from analysis.text.lexicon import Lexicon, TermMatch, find_terms, load_lexicon

# Fewer letters than this and a word may stand in lower case in a title: The Call of the Sea.
_SMALL_WORD = 3
CUE = "cue"  # the label that all cue words get here, whatever their class


class Surroundings(NamedTuple):
    """What a reader sees at a glance around one marked stretch."""

    words: list[str]  # inside the marks
    left: list[str]  # of the same sentence, before the marks
    right: list[str]  # of the same sentence, behind the marks
    text_left: str  # of the same sentence, up to the marks
    text_right: str
    terms_left: list[TermMatch]  # cues and naming words outside all marks, same sentence
    terms_right: list[TermMatch]
    inner_end: str  # the last character inside the marks
    left_from: int  # offset of text_left in the document
    right_from: int  # offset of text_right in the document


@cache
def load_kind_words() -> Lexicon:
    """The words that tell titles, terms and reports apart."""
    return load_lexicon("quotation_kinds")


def find_surroundings(doc: Document, marks: list[MarkedSpan]) -> list[Surroundings]:
    """What stands inside and around each marked stretch, in the order of ``marks``."""
    terms = _kind_words_and_cues(doc)
    found: list[Surroundings] = []
    outside: dict[int, list[TermMatch]] = {}
    for mark in marks:
        # the terms outside marks at this level: what the same voice says
        if mark.level not in outside:
            outside[mark.level] = _outside(terms, [m for m in marks if m.level == mark.level])
        found.append(_around(doc, mark, outside[mark.level]))
    return found


def _kind_words_and_cues(doc: Document) -> list[TermMatch]:
    """The words that tell kinds apart, and the cues that are not among them, sorted by place."""
    terms = find_terms(doc, load_kind_words())
    taken = {term.start for term in terms}
    cues = [replace(cue, label=CUE) for cue in find_cue_terms(doc) if cue.start not in taken]
    return sorted(terms + cues, key=_start_of)


def _outside(terms: list[TermMatch], marks: list[MarkedSpan]) -> list[TermMatch]:
    starts = [mark.start for mark in marks]
    kept = []
    for term in terms:
        at = bisect_right(starts, term.start) - 1
        if at < 0 or term.start >= marks[at].end:
            kept.append(term)
    return kept


def _around(doc: Document, mark: MarkedSpan, terms: list[TermMatch]) -> Surroundings:
    start, end = _sentence(doc, mark)
    text, words = doc.text, doc.words

    def words_in(a: int, b: int) -> list[str]:
        return [text[words.starts[k] : words.ends[k]] for k in words.inside(a, b)]

    def terms_in(a: int, b: int) -> list[TermMatch]:
        key = _start_of
        return terms[bisect_left(terms, a, key=key) : bisect_left(terms, b, key=key)]

    inner = mark.surface.strip("\"“”„‟«»‹›'‘’‚‛`´ \xa0\u202f")
    return Surroundings(
        words_in(mark.start, mark.end),
        words_in(start, mark.start),
        words_in(mark.end, end),
        text[start : mark.start],
        text[mark.end : end],
        terms_in(start, mark.start),
        terms_in(mark.end, end),
        inner[-1:],
        start,
        mark.end,
    )


def _start_of(term: TermMatch) -> int:
    return term.start


def _sentence(doc: Document, mark: MarkedSpan) -> tuple[int, int]:
    """The sentences that the marked stretch stands in, up to some forty words each way."""
    sentences = doc.sentences
    first, last = sentences.holding(mark.start), sentences.holding(mark.end - 1)
    start = sentences.starts[first] if first is not None else mark.start
    end = sentences.ends[last] if last is not None else mark.end
    return max(start, mark.start - _WINDOW), min(end, mark.end + _WINDOW)


# Nothing further away bears on a short stretch, and a text without stops stays cheap.
_WINDOW = 240


def is_title_case(words: list[str]) -> bool:
    """Whether all but the small words begin with a capital or a digit.

    >>> is_title_case(["The", "Call", "of", "the", "Sea"]), is_title_case(["Call", "me"])
    (True, True)
    >>> is_title_case(["Call", "them", "back"])
    False
    """
    if not words:
        return False
    heavy = [word for word in words[1:] if len(word) > _SMALL_WORD]
    return all(word[0].isupper() or word[0].isdigit() for word in [words[0], *heavy])


def is_headline(around: Surroundings) -> bool:
    """Whether the sentence is set like a headline: nearly every word with a capital."""
    heavy = [w for w in around.left + around.right if len(w) > _SMALL_WORD and w[0].isalpha()]
    return len(heavy) > 1 and sum(w[0].isupper() for w in heavy) >= 0.8 * len(heavy)
