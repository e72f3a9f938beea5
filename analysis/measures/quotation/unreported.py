"""Words in marks that no cue of their own sentence reports: with whom they go on."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from analysis.measures.quotation.cues import Cue
from analysis.measures.quotation.marks import MarkedSpan
from analysis.measures.quotation.sentences import Sentence
from analysis.measures.quotation.subjects import main_subject
from analysis.text.document import Document
from analysis.text.spans import Span

MARKS = tuple("”\"’'»«“‘›‹")
# rules whose content is only named by the cue: *blamed the storm*, *the call for help*
NAMING = ("verb-object", "verb-preposition", "noun-of")
SentenceAt = Callable[[int], Sentence]


class Part(NamedTuple):
    """A stretch that is quoted, before it becomes a row."""

    span: Span
    group: int
    rule: str
    cue: Cue | None
    speaker: Span | None


def find_unreported(
    doc: Document, outer: list[MarkedSpan], parts: list[Part], sentence_at: SentenceAt
) -> list[Part]:
    """Marks that no cue of their own sentence reports: they go on with what was said around them."""
    found: list[Part] = []
    reported = sorted(parts, key=lambda part: part.span)
    by_group = {part.group: part for part in reversed(reported)}
    reach = last = before = (
        None  # of the parts in front: the one that ends last, and the last one that quotes
    )
    place = 0
    for mark in outer:
        while place < len(reported) and reported[place].span.start <= mark.start:
            part = reported[place]
            reach = part if reach is None or part.span.end > reach.span.end else reach
            last = part if _quotes(part) else last
            place += 1
        if reach is not None and reach.span.end > mark.start:
            continue
        for earlier in (last, reach):
            ended = earlier is not None and earlier.span.end <= mark.start
            if earlier is not None and ended and _quotes(earlier) and _is_later(earlier, before):
                before = earlier
        after = next((part for part in reported[place : place + 1] if _quotes(part)), None)
        part = _goes_on(doc, mark, before, after, by_group) or _alone(doc, mark, sentence_at)
        found.append(part)
        before = part if _quotes(part) else before
        by_group.setdefault(mark.group, part)
    return found


def _is_later(part: Part, other: Part | None) -> bool:
    return other is None or part.span.end > other.span.end


def _goes_on(
    doc: Document, mark: MarkedSpan, before: Part | None, after: Part | None, by_group: dict[int, Part]
) -> Part | None:
    """A stretch in marks with the speaker of a part near it, or None."""
    span = Span(mark.start, mark.end)
    same = by_group.get(mark.group)
    if same is not None and same.speaker is not None:
        return Part(span, mark.group, "continued", same.cue, same.speaker)
    paragraph = doc.paragraphs.holding(mark.start)
    begins = _begins_sentence(doc, mark)
    here = before is not None and doc.paragraphs.holding(before.span.start) == paragraph
    if before is not None and here and (begins or _ends_in_marks(doc, before)):
        group = before.group if _alone_between(doc, before, mark) else mark.group
        return Part(span, group, "goes-on", before.cue, before.speaker)
    if after is not None and doc.paragraphs.holding(after.span.start) == paragraph and begins:
        return Part(span, mark.group, "comes-before", after.cue, after.speaker)
    if before is not None and _fills_paragraph(doc, mark) and _is_near(doc, before, mark):
        return Part(span, mark.group, "goes-on-next-paragraph", before.cue, before.speaker)
    return None


def _alone(doc: Document, mark: MarkedSpan, sentence_at: SentenceAt) -> Part:
    index = doc.sentences.holding(mark.start)
    if index is not None and (name := _name_before_colon(sentence_at(index), mark.start)):
        return Part(Span(mark.start, mark.end), mark.group, "name-colon", None, name)
    speaker = main_subject(sentence_at(index), mark.start) if index is not None else None
    if speaker is None and index and _begins_sentence(doc, mark) and _leads_on(doc, index):
        speaker = main_subject(sentence_at(index - 1), doc.sentences.ends[index - 1])
    return Part(Span(mark.start, mark.end), mark.group, "marks-alone", None, speaker)


def _name_before_colon(sentence: Sentence, edge: int) -> Span | None:
    """Who leads to marks with a colon: *Ann Lee: “We stay.”*; *Lee* in “Lee had a reply: ‘No.’”"""
    left = sentence.doc.text[sentence.start : edge].rstrip()
    if not left.endswith(":"):
        return None
    end = sentence.start + len(left[:-1].rstrip())
    found = [phrase for phrase in sentence.phrases if end in (phrase.end, phrase.full_end)]
    if not found or found[0].kind == "time":
        return None
    # a thing that stands there is told of somebody: the subject of the sentence
    subject = main_subject(sentence, edge) if found[0].kind == "common" else None
    return subject or Span(found[0].start, end)


def _leads_on(doc: Document, index: int) -> bool:
    """Whether the sentence before stands in the same paragraph, or ends with a colon."""
    start, end = doc.sentences[index - 1]
    same = doc.paragraphs.holding(start) == doc.paragraphs.holding(doc.sentences.starts[index])
    return same or doc.text[end - 1] == ":"


def _quotes(part: Part) -> bool:
    """Whether somebody speaks or writes in a part, so that others may go on with it."""
    if part.rule in NAMING:
        return False
    return part.speaker is not None and (part.cue is None or part.cue.attribution in ("speech", "writing"))


def _ends_in_marks(doc: Document, part: Part) -> bool:
    return doc.text[part.span.end - 1] in MARKS


def _begins_sentence(doc: Document, mark: MarkedSpan) -> bool:
    """Whether nothing but a capital and a new sentence stands at the beginning of the marks."""
    index = doc.sentences.holding(mark.start)
    return index is not None and not any(map(str.isalnum, doc.text[doc.sentences.starts[index] : mark.start]))


def _is_near(doc: Document, part: Part, mark: MarkedSpan) -> bool:
    """Whether a part stands in the paragraph before the one that a mark begins."""
    first, second = doc.paragraphs.holding(part.span.start), doc.paragraphs.holding(mark.start)
    return first is not None and second is not None and second - first == 1


def _alone_between(doc: Document, part: Part, mark: MarkedSpan) -> bool:
    """Whether only the reporting clause and stops stand between two parts of one quotation."""
    return doc.sentences.holding(part.span.start) == doc.sentences.holding(mark.start)


def _fills_paragraph(doc: Document, mark: MarkedSpan) -> bool:
    paragraph = doc.paragraphs.holding(mark.start)
    return paragraph is not None and mark.start - doc.paragraphs.starts[paragraph] <= 1
