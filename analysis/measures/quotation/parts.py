"""Parts: the stretches of a document that are quoted, from the reports of its sentences and its turns."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import accumulate

from analysis.measures.quotation.cues import Cue, find_cues
from analysis.measures.quotation.marks import MarkedSpan
from analysis.measures.quotation.reporting import find_reports
from analysis.measures.quotation.speakers import Report
from analysis.measures.quotation.turns import find_turns
from analysis.measures.quotation.unreported import Part, SentenceAt
from analysis.text.document import Document
from analysis.text.spans import Span, Spans

LONGEST_SENTENCE = 1_000  # words; what is longer is no sentence, and is not searched for reports


def find_all_reports(doc: Document, speech: Spans, sentence_at: SentenceAt) -> list[Report]:
    """The reports of each sentence that holds a cue, or words in marks with something in front or behind."""
    by_sentence: dict[int, list[Cue]] = {}
    sentences = doc.sentences
    for start, end in speech.pairs():
        first, last = sentences.holding(start), sentences.holding(end - 1)
        if first is not None and sentences.starts[first] < start:
            by_sentence[first] = []
        if last is not None and sentences.ends[last] > end:
            by_sentence[last] = []
    for cue in find_cues(doc):
        if speech.holding(cue.start) is None:
            by_sentence.setdefault(cue.sentence, []).append(cue)
    return [
        report
        for index, cues in sorted(by_sentence.items())
        if len(doc.sentence_words[index]) <= LONGEST_SENTENCE
        for report in find_reports(sentence_at(index), cues)
    ]


def cut_content(
    report: Report, outer: list[MarkedSpan], speech: Spans, groups: Iterator[int]
) -> Iterator[Part]:
    """The content of a report, stretched to whole marks; what stands around its own clause is two parts.

    Args:
        outer: the outermost marks that quote somebody; ``speech`` are their places.
    """
    content = report.content
    first, behind = bisect_right(speech.ends, content.start), bisect_left(speech.starts, content.end)
    if first < behind:
        content = Span(min(content.start, speech.starts[first]), max(content.end, speech.ends[behind - 1]))
        group = outer[first].group
    elif report.rest is not None and (mark := speech.holding(report.rest.start)) is not None:
        group = outer[mark].group
    else:
        group = next(groups)
    yield Part(content, group, report.rule, report.cue, report.speaker)
    if report.rest is not None:
        yield Part(report.rest, group, report.rule, report.cue, report.speaker)


def find_transcribed(doc: Document, parts: list[Part], groups: Iterator[int]) -> list[Part]:
    """Paragraphs that begin with who speaks: in a transcript, and in the headline."""
    turns = find_turns(doc)
    if not turns:
        return []
    found = []
    spans = sorted(part.span for part in parts)
    furthest = list(accumulate((span.end for span in spans), max))  # of all spans up to this one
    for turn in turns:
        before = bisect_right(spans, turn.content.start, key=lambda span: span.start)
        if not before or furthest[before - 1] <= turn.content.start:
            found.append(Part(turn.content, next(groups), turn.rule, None, turn.speaker))
    return found
