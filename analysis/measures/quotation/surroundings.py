"""Surroundings: the words inside and around a marked stretch, for deciding what it is."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from functools import cache, partial
from typing import NamedTuple

from analysis.measures.quotation.cues import find_cue_entries
from analysis.measures.quotation.marks import MarkedSpan
from analysis.text.document import Document
from analysis.text.lexicon import Lexicon, find_entries, load_lexicon
from analysis.text.remembered import Remembered
from analysis.text.spans import Spans

# Fewer letters than this and a word may stand in lower case in a title: The Call of the Sea.
_SMALL_WORD = 3
CUE = "cue"  # the label that all cue words get here, whatever their class
CUES = (CUE, "hint", "hint noun")  # the labels of words that report
_STOP = re.compile(r"[.;:!?()—“”\"]")
Term = tuple[int, int, str]  # start, end and label of a word that tells kinds apart
# The terms of a sentence, by its number: read when a rule first asks for them, for few stretches need any.
TermsAt = Mapping[int, list[Term]]


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
    inner_end: str  # the last character inside the marks
    titled: bool  # all but the small words inside begin with a capital
    left_from: int  # offset of text_left in the document
    right_from: int  # offset of text_right in the document
    first: int | None  # the sentence in which the marks open, and the one in which they close
    last: int | None
    terms_at: TermsAt

    @property
    def terms_left(self) -> list[Term]:
        """Cues and naming words outside all marks, in the same sentence."""
        return self._terms(self.first, self.left_from, self.left_from + len(self.text_left))

    @property
    def terms_right(self) -> list[Term]:
        """The same, behind the marks."""
        return self._terms(self.last, self.right_from, self.right_from + len(self.text_right))

    def _terms(self, sentence: int | None, start: int, end: int) -> list[Term]:
        terms = [] if sentence is None else self.terms_at[sentence]
        return terms[bisect_left(terms, (start,)) : bisect_left(terms, (end,))]


@cache
def load_kind_words() -> Lexicon:
    """The words that tell titles, terms and reports apart."""
    return load_lexicon("quotation_kinds")


def find_surroundings(doc: Document, marks: list[MarkedSpan]) -> list[Surroundings]:
    """What stands inside and around each marked stretch, in the order of ``marks``."""
    if not marks:
        return []
    terms_at = Remembered(partial(find_kind_terms, doc))
    # the terms outside marks at each level: what the same voice says
    outside: dict[int, TermsAt] = {}
    for level in {mark.level for mark in marks}:
        here = [mark for mark in marks if mark.level == level]
        same = Spans(tuple([mark.start for mark in here]), tuple([mark.end for mark in here]))
        outside[level] = Remembered(partial(_outside, terms_at, same))
    return [_around(doc, mark, outside[mark.level]) for mark in marks]


def find_kind_terms(doc: Document, index: int) -> list[Term]:
    """The words of a sentence that tell kinds apart, and cues that are not among them, sorted by place."""
    words, starts, ends = doc.sentence_words[index], doc.words.starts, doc.words.ends
    terms: dict[int, Term] = {}  # by first word
    for first, stop, entry in find_entries(doc, load_kind_words(), among=words):
        terms[first] = starts[first], ends[stop - 1], entry.label
    cues = find_cue_entries(doc)
    for first, stop, _ in cues[bisect_left(cues, (words.start,)) : bisect_left(cues, (words.stop,))]:
        terms.setdefault(first, (starts[first], ends[stop - 1], CUE))
    return sorted(terms.values())


def _outside(terms_at: TermsAt, marks: Spans, index: int) -> list[Term]:
    return [term for term in terms_at[index] if marks.holding(term[0]) is None]


def _around(doc: Document, mark: MarkedSpan, terms_at: TermsAt) -> Surroundings:
    first, last = doc.sentences.holding(mark.start), doc.sentences.holding(mark.end - 1)
    start, end = _window(doc, mark, first, last)
    text, starts = doc.text, doc.words.starts
    a = bisect_left(starts, start)
    b = bisect_left(starts, mark.start, a)
    c = bisect_left(starts, mark.end, b)
    d = bisect_left(starts, end, c)
    inner = mark.surface.strip("\"“”„‟«»‹›'‘’‚‛`´ \xa0\u202f")
    return Surroundings(
        doc, range(b, c), range(a, b), range(c, d), text[start : mark.start], text[mark.end : end],
        inner[-1:], is_title_case(doc.written[b:c]), start, mark.end, first, last, terms_at,
    )  # fmt: skip


def _window(doc: Document, mark: MarkedSpan, first: int | None, last: int | None) -> tuple[int, int]:
    """The sentences that the marked stretch stands in, up to some forty words each way."""
    sentences = doc.sentences
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
    written, left, right = around.doc.written, around.left, around.right
    words = written[left.start : left.stop] + written[right.start : right.stop]
    heavy = [word[0] for word in words if len(word) > _SMALL_WORD and word[0].isalpha()]
    return len(heavy) > 1 and sum(map(str.isupper, heavy)) >= 0.8 * len(heavy)


def led_by(around: Surroundings, *labels: str, words: int) -> bool:
    """Whether a term of these labels leads to the marks, with at most so many words and no stop between."""
    for _, end, label in around.terms_left[:-7:-1]:
        if label in labels:
            gap = around.text_left[end - around.left_from :]
            if len(gap.split()) <= words and not _STOP.search(gap):
                return True
    return False


def followed_by(around: Surroundings, *labels: str, within: int) -> bool:
    """Whether a term of these labels begins within so many characters behind the marks."""
    limit = around.right_from + within
    return any(label in labels and start <= limit for start, _, label in around.terms_right[:4])


def word_before(around: Surroundings) -> str:
    """The word in front of the marks, or ""."""
    return around.doc.written[around.left[-1]] if around.left else ""


def words_inside(around: Surroundings) -> str:
    """The words in the marks, in lower case and without other marks."""
    return " ".join(map(around.doc.keys.__getitem__, around.words))
