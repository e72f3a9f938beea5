"""Asides: …, she said. and …, said Ann Lee. behind or in the middle of what is said."""

from __future__ import annotations

import re

from analysis.measures.quotation.aside_speakers import (
    CLOSING_MARKS,
    STOPS,
    behind_verb,
    between_marks_and_verb,
)
from analysis.measures.quotation.contents import OBJECTS, TELLING, find_content
from analysis.measures.quotation.cues import Cue
from analysis.measures.quotation.sentences import FINITE, VERBS, Sentence, is_passive
from analysis.measures.quotation.speakers import Report
from analysis.measures.quotation.subjects import find_subject
from analysis.measures.quotation.unlisted import UNLISTED
from analysis.text.spans import Span

LONG_TAIL = 40
SHORT_ASIDE = 5  # words
FINDING = frozenset(["show", "estimate"])  # what they take behind them is no speaker
NARRATED = frozenset(["IN", "WP", "WDT", "WP$", "CC"])  # behind *said Lee*
LONG_GAP = 6  # characters between a closing mark and who said it
MAX_TAIL = 14  # words after "…, she said" up to the next stop: "in a statement on Tuesday"
_TOLD = re.compile(r",\s+(?:who|whose)\b")
_CUT = re.compile("[,—–]")  # what cuts an aside off, where no mark does


def find_aside(sentence: Sentence, cue: Cue, group: int) -> Report | None:
    """…, she said. and …, said Ann Lee."""
    if "paren" not in cue.takes and "clause" not in cue.takes:
        return None
    if not sentence.speech.starts and not _CUT.search(
        sentence.doc.text, sentence.start, sentence.starts[group]
    ):
        return None
    subject = between_marks_and_verb(sentence, group) or find_subject(sentence, group)
    if subject is not None and _cut_off(sentence, subject.start):
        begin, speaker = subject.start, subject
        tail = cue.last
    elif _cut_off(sentence, sentence.starts[group]):
        begin = sentence.starts[group]
        inverted = sentence.by_word.get(cue.last + 1)
        if inverted is None or inverted.kind == "time" or is_passive(sentence, group, cue.first):
            return None
        if cue.lemma in FINDING:
            return None  # …, shows the opposite
        if sentence.tags[cue.first] == "VBG" or (
            cue.takes == UNLISTED and sentence.tags[cue.last + 1] == "CD"
        ):
            return None  # “…,” noting the need for drains; the “Reds,” scored two goals
        speaker = behind_verb(sentence, inverted)
        tail = sentence.word_from(speaker.end) - 1
    else:
        return None
    after_marks = closing_mark(sentence, begin) is not None
    in_marks = None if after_marks else behind_in_marks(sentence, tail)
    if not after_marks:
        relative = sentence.tags[sentence.word_from(begin)] in ("WP", "WDT")
        reports = tail == cue.last and find_content(sentence, cue) is not None
        turned = tail != cue.last and "object" in cue.takes
        ends_here = opens_marks(sentence, tail) or reports
        if relative or turned or "paren" not in cue.takes or (ends_here and in_marks is None):
            return None
    end = _tail_end(sentence, tail, after_marks=after_marks)
    if end is None:
        return None
    content = left_content(sentence, begin)
    rest = None if after_marks else in_marks or rest_behind(sentence, end)
    if rest is not None and _is_added(sentence, rest, inverted=speaker.start > cue.start):
        rest = None
    if content is None or not (
        after_marks or _has_verb(sentence, content) or _is_cut_out(sentence, cue, begin, rest)
    ):
        return None
    clause = _clause(sentence, begin, end)
    if rest is not None and is_conjunction(sentence, content):
        return Report(rest, cue, speaker, clause, "aside")
    return Report(content, cue, speaker, clause, "aside", rest)


def _clause(sentence: Sentence, begin: int, end: int) -> Span:
    """The reporting clause; a clause on who speaks is the narrator's: *said Ann Lee*, who left in May."""
    told = _TOLD.search(sentence.doc.text, begin, end)
    return Span(begin, told.start() if told else end)


def _is_added(sentence: Sentence, rest: Span, *, inverted: bool) -> bool:
    """Whether the narrator goes on: she said, *adding that*; said Lee, *who left*, *on Monday*."""
    tag = sentence.tags[sentence.word_from(rest.start)]
    return tag == "VBG" or (inverted and tag in NARRATED)


def _is_cut_out(sentence: Sentence, cue: Cue, begin: int, rest: Span | None) -> bool:
    """Whether commas stand around a few words that only say who speaks: In Hull, *she said*, it rained.

    But not: In May, *the firm reported losses*, and the town paid.
    """
    if rest is None or sentence.tags[sentence.word_from(rest.start)] == "CC":
        return False
    following = sentence.by_word.get(cue.last + 1)
    is_time = following is not None and following.kind == "time"  # she said last week
    object_follows = not sentence.gaps[cue.last] and sentence.tags[cue.last + 1] in OBJECTS and not is_time
    if object_follows and cue.lemma not in TELLING and begin != cue.start:
        return False
    return sentence.word_from(rest.start) - sentence.word_from(begin) <= SHORT_ASIDE


def is_conjunction(sentence: Sentence, content: Span) -> bool:
    """Whether a content is no more than *But* or *And*, which the narrator may have put there."""
    return sentence.word_from(content.end) == 1 and sentence.tags[0] == "CC"


def _has_verb(sentence: Sentence, content: Span) -> bool:
    """Whether a content is more than *Before the talks*, or its verb follows behind the aside."""
    first, last = sentence.word_from(content.start), sentence.word_from(content.end)
    if not VERBS.isdisjoint(sentence.tags[first:last]):
        return True
    return sentence.tags[first] in ("DT", "NNP", "NNPS", "PRP", "NN", "NNS")


def opens_marks(sentence: Sentence, word: int) -> bool:
    """Whether words in marks follow a word directly: When they asked, she said “no”."""
    if not sentence.speech.starts:
        return False
    edge = sentence.ends[word]
    return sentence.marks_from(edge, edge + len(sentence.behind(word))) is not None


def behind_in_marks(sentence: Sentence, word: int) -> Span | None:
    """The words in marks behind a comma that go on with the sentence: In Hull, she said, *“we stay.”*

    Where they begin with a capital, what stands before is the narrator's: In Hull, she said, “We stay.”
    """
    if sentence.gaps[word][:1] != "," or word + 1 not in sentence.words or not opens_marks(sentence, word):
        return None
    start = sentence.starts[word + 1]
    index = sentence.speech.holding(start)
    if index is None or not sentence.doc.text[start].islower():
        return None
    opening, closing = sentence.speech[index]
    return Span(opening, max(closing, _end_of_words(sentence, start)))


def rest_behind(sentence: Sentence, edge: int) -> Span | None:
    """What goes on behind an aside in the middle of a sentence, up to the sentence's end."""
    word = sentence.word_from(edge)
    if word not in sentence.words or sentence.gap(edge, sentence.starts[word]) != ",":
        return None
    start = sentence.starts[word]
    return Span(start, _end_of_words(sentence, start))


def _end_of_words(sentence: Sentence, start: int) -> int:
    """Where a sentence that goes on from a place ends, without its last stop."""
    return start + len(sentence.doc.text[start : sentence.end].rstrip(" .,;!?"))


def _cut_off(sentence: Sentence, start: int) -> bool:
    """Whether a comma, dash or closing mark stands directly in front of a place in the sentence."""
    left = sentence.doc.text[sentence.start : start].rstrip()[-1:]
    return left in (",", "—", "–") or closing_mark(sentence, start) is not None


def closing_mark(sentence: Sentence, start: int) -> int | None:
    """Index of the stretch in marks that ends directly in front of a place, or None.

    A name behind “…?” begins a new sentence for the cutter, and still belongs to the question.
    """
    if not sentence.speech.starts:
        return None
    text = sentence.doc.text
    place = start - 1
    while place >= 0 and start - place <= LONG_GAP and (text[place].isspace() or text[place] in ",—–-"):
        place -= 1
    mark = sentence.speech.holding(place) if place >= 0 else None
    if mark is None or place >= sentence.start:
        return mark
    crosses = sentence.doc.paragraphs.holding(place) != sentence.doc.paragraphs.holding(start)
    while place > 0 and text[place] in CLOSING_MARKS:
        place -= 1
    asked = text[place] in "?!…"
    return None if crosses or not asked else mark


def _tail_end(sentence: Sentence, word: int, *, after_marks: bool) -> int | None:
    """Where the reporting clause ends, if a stop follows soon: a comma, the end, or a mark.

    Behind words in marks it may be longer: “…,” he said as the crowd left.
    """
    longest = LONG_TAIL if after_marks else MAX_TAIL
    last = min(word + longest, len(sentence.words) - 1)
    for place in range(word, last + 1):
        behind = sentence.gaps[place] and sentence.behind(place).strip()
        if place == len(sentence.words) - 1 or behind[:1] in STOPS:
            if place == word and behind[:1] == ":":
                return None  # “…” Ann Lee said: “…”
            return sentence.ends[place]
        if place == word and sentence.keys[place + 1] == "that":
            return None
        if after_marks:
            continue
        if sentence.tags[place + 1] in FINITE and sentence.keys[place] not in ("who", "which"):
            return None
    return sentence.ends[last] if after_marks else None


def left_content(sentence: Sentence, begin: int) -> Span | None:
    """What stands in front of an aside: the stretch in marks, or the sentence up to the comma."""
    text = sentence.doc.text
    mark = closing_mark(sentence, begin)
    if mark is not None:
        span = sentence.speech[mark]
        if text[sentence.start : span.start].rstrip().endswith(":"):
            return span
        if span.start <= sentence.start or not any(c.isalnum() for c in text[sentence.start : span.start]):
            return span
        return Span(sentence.start, span.end)
    end = sentence.start + len(text[sentence.start : begin].rstrip(" ,—–\t\n"))
    return Span(sentence.start, end) if end > sentence.start else None
