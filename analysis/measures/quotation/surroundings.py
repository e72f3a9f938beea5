"""Surroundings: the words inside and around a marked stretch, for deciding what it is."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain
from typing import NamedTuple

from analysis.measures.quotation.cues import find_cue_terms
from analysis.measures.quotation.marks import MarkedSpan
from analysis.text.document import Document
from analysis.text.lexicon import Lexicon, find_terms, load_lexicon

# Fewer letters than this and a word may stand in lower case in a title: The Call of the Sea.
_SMALL_WORD = 3
CUE = "cue"  # the label that all cue words get here, whatever their class
Term = tuple[int, int, str]  # start, end and label of a word that tells kinds apart


class Surroundings(NamedTuple):
    """What a reader sees at a glance around one marked stretch.

    Words are places in ``doc.words``: most stretches are decided before any of them is read.
    """

    doc: Document
    words: range  # inside the marks
    left: range  # of the same sentence, before the marks
    right: range  # of the same sentence, behind the marks
    text_left: str  # of the same sentence, up to the marks
    text_right: str
    terms_left: list[Term]  # cues and naming words outside all marks, same sentence
    terms_right: list[Term]
    inner_end: str  # the last character inside the marks
    titled: bool  # all but the small words inside begin with a capital
    left_from: int  # offset of text_left in the document
    right_from: int  # offset of text_right in the document


@cache
def load_kind_words() -> Lexicon:
    """The words that tell titles, terms and reports apart."""
    return load_lexicon("quotation_kinds")


def find_surroundings(doc: Document, marks: list[MarkedSpan]) -> list[Surroundings]:
    """What stands inside and around each marked stretch, in the order of ``marks``."""
    if not marks:
        return []
    terms = _kind_words_and_cues(doc)
    # the terms outside marks at each level: what the same voice says
    outside = {
        level: _outside(terms, [mark for mark in marks if mark.level == level])
        for level in {mark.level for mark in marks}
    }
    return [_around(doc, mark, outside[mark.level]) for mark in marks]


def _kind_words_and_cues(doc: Document) -> list[Term]:
    """The words that tell kinds apart, and the cues that are not among them, sorted by place."""
    terms = [(term.start, term.end, term.label) for term in find_terms(doc, load_kind_words())]
    taken = {start for start, _, _ in terms}
    terms += [(cue.start, cue.end, CUE) for cue in find_cue_terms(doc) if cue.start not in taken]
    return sorted(terms)


def _outside(terms: list[Term], marks: list[MarkedSpan]) -> list[Term]:
    starts = [mark.start for mark in marks]
    kept = []
    for term in terms:
        at = bisect_right(starts, term[0]) - 1
        if at < 0 or term[0] >= marks[at].end:
            kept.append(term)
    return kept


def _around(doc: Document, mark: MarkedSpan, terms: list[Term]) -> Surroundings:
    start, end = _sentence(doc, mark)
    text, starts = doc.text, doc.words.starts
    places = (start, mark.start, mark.end, end)
    a, b, c, d = [bisect_left(starts, place) for place in places]
    k, m, n, o = [bisect_left(terms, (place,)) for place in places]
    inner = mark.surface.strip("\"“”„‟«»‹›'‘’‚‛`´ \xa0\u202f")
    return Surroundings(
        doc, range(b, c), range(a, b), range(c, d), text[start : mark.start], text[mark.end : end],
        terms[k:m], terms[n:o], inner[-1:], is_title_case(read_words(doc, range(b, c))), start, mark.end,
    )  # fmt: skip


def read_words(doc: Document, words: range) -> Iterator[str]:
    """Words as they are written, one after the other."""
    first, stop = words.start, words.stop
    return map(doc.text.__getitem__, map(slice, doc.words.starts[first:stop], doc.words.ends[first:stop]))


def _sentence(doc: Document, mark: MarkedSpan) -> tuple[int, int]:
    """The sentences that the marked stretch stands in, up to some forty words each way."""
    sentences = doc.sentences
    first, last = sentences.holding(mark.start), sentences.holding(mark.end - 1)
    start = sentences.starts[first] if first is not None else mark.start
    end = sentences.ends[last] if last is not None else mark.end
    return max(start, mark.start - _WINDOW), min(end, mark.end + _WINDOW)


# Nothing further away bears on a short stretch, and a text without stops stays cheap.
_WINDOW = 240


def is_title_case(words: Iterable[str]) -> bool:
    """Whether all but the small words begin with a capital or a digit.

    >>> is_title_case(["The", "Call", "of", "the", "Sea"]), is_title_case(["Call", "me"])
    (True, True)
    >>> is_title_case(["Call", "them", "back"])
    False
    """
    number = -1
    for number, word in enumerate(words):
        if not (word[0].isupper() or word[0].isdigit() or (number and len(word) <= _SMALL_WORD)):
            return False
    return number >= 0


def is_headline(around: Surroundings) -> bool:
    """Whether the sentence is set like a headline: nearly every word with a capital."""
    words = chain(read_words(around.doc, around.left), read_words(around.doc, around.right))
    heavy = [w for w in words if len(w) > _SMALL_WORD and w[0].isalpha()]
    return len(heavy) > 1 and sum(w[0].isupper() for w in heavy) >= 0.8 * len(heavy)
