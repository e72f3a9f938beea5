"""Quotations: marks and reports brought together, each row with its reason."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import accumulate, count

from analysis.measures.quotation.cues import Cue, find_cues
from analysis.measures.quotation.kinds import MarkedKind, find_kinds
from analysis.measures.quotation.marks import MarkedSpan, find_marks
from analysis.measures.quotation.reasons import explain
from analysis.measures.quotation.reporting import find_reports
from analysis.measures.quotation.sentences import read_sentence
from analysis.measures.quotation.speakers import Report
from analysis.measures.quotation.turns import find_turns
from analysis.measures.quotation.unreported import Part, SentenceAt, find_unreported
from analysis.text.document import Document
from analysis.text.mentions import Entity, Mention, entity_at, find_entities, find_mentions
from analysis.text.spans import Span, Spans

RELATIVES = ("who", "which", "that")
NEAR_ANTECEDENT = 6  # words
LONGEST_SENTENCE = 1_000  # words; what is longer is no sentence, and is not searched for reports
DIRECT_FROM = 0.95  # share of letters and digits in marks from which a quotation counts as direct


@dataclass(frozen=True, slots=True)
class Quotation:
    """One quotation, or a marked stretch that quotes nobody (attribution None, with its kind)."""

    start: int
    end: int
    surface: str
    type: str
    level: int
    group: int
    attribution: str | None
    kind: str | None
    speaker: str | None
    speaker_start: int | None
    speaker_end: int | None
    entity: int | None
    cue: str | None
    cue_start: int | None
    cue_end: int | None
    cue_class: str | None
    rule: str
    reason: str


@dataclass(frozen=True, slots=True)
class ReportingClause:
    """The words that introduce a quotation, *that* included: ``text[start:end] == surface``."""

    start: int
    end: int
    surface: str
    cue_start: int


@dataclass(frozen=True)
class Quotations:
    """All quotations of a document, its reporting clauses, its entities, and warnings on its marks.

    ``speech`` are the outermost stretches in marks that quote somebody.
    """

    rows: list[Quotation]
    clauses: list[ReportingClause]
    entities: list[Entity]
    speech: Spans
    warnings: list[str]


def find_quotations(doc: Document) -> Quotations:
    """Find who is quoted, with what words, by which cue.

    Returns: rows sorted by place, outer before inner. ``level`` 1 is outermost; the parts of a split or
    continued quotation share a ``group``. Speech and writing make voices; thought and plan are listed too.

    Limits: a speaker who is named only in another paragraph is seldom found; an indirect quotation ends
    with its sentence, though a reader may see it go on.

    >>> from analysis.text.document import make_document
    >>> doc = make_document("Ann Lee said that the port was safe. “We stay,” she added.")
    >>> for row in find_quotations(doc).rows:
    ...     print(row.type, "|", row.surface, "|", row.speaker, "|", row.cue)
    indirect | the port was safe | Ann Lee | said
    direct | “We stay,” | she | added
    """
    marks, warnings = find_marks(doc)
    kinds = find_kinds(doc, marks)
    outer = [mark for mark, kind in zip(marks, kinds, strict=True) if mark.level == 1 and kind.kind is None]
    speech = Spans.of((mark.start, mark.end) for mark in outer)
    sentence_at = cache(lambda index: read_sentence(doc, index, speech))  # tagged once, and only if asked for
    reports = _all_reports(doc, speech, sentence_at)
    groups = count(max((mark.group for mark in marks), default=0) + 1)
    parts = [part for report in reports for part in _parts(doc, report, outer, groups)]
    parts += _transcribed(doc, parts, groups)
    parts += find_unreported(doc, outer, parts, sentence_at)
    mentions = find_mentions(doc)
    rows = [_row(doc, part, speech) for part in parts]
    rows += [_unquoted(doc, mark, kind) for mark, kind in zip(marks, kinds, strict=True) if kind.kind]
    rows += [
        _nested(doc, mark)
        for mark, kind in zip(marks, kinds, strict=True)
        if mark.level > 1 and not kind.kind
    ]
    rows = _with_levels(sorted(_distinct(rows), key=lambda row: (row.start, -row.end)))
    rows = [
        replace(row, entity=_entity(doc, mentions, row.speaker_start, row.speaker_end or 0))
        if row.speaker_start is not None
        else row
        for row in rows
    ]
    clauses = sorted({(*report.clause, report.cue.start) for report in reports})
    return Quotations(
        rows,
        [ReportingClause(a, b, doc.text[a:b], cue) for a, b, cue in clauses],
        find_entities(doc, mentions),
        speech,
        warnings,
    )


def _entity(doc: Document, mentions: list[Mention], start: int, end: int) -> int | None:
    """The entity of a speaker; *who* and *which* stand for the mention in front of them."""
    if doc.text[start:end].lower() not in RELATIVES:
        return entity_at(mentions, start, end)
    place = bisect_right(mentions, start, key=lambda mention: mention.start) - 1
    near = place >= 0 and len(doc.text[mentions[place].end : start].split()) <= NEAR_ANTECEDENT
    return mentions[place].entity if near else None


def _all_reports(doc: Document, speech: Spans, sentence_at: SentenceAt) -> list[Report]:
    """The reports of each sentence that holds a cue, or where words in marks begin or end."""
    by_sentence: dict[int, list[Cue]] = {}
    for start, end in speech:
        for place in (start, end - 1):
            if (index := doc.sentences.holding(place)) is not None:
                by_sentence.setdefault(index, [])
    for cue in find_cues(doc):
        if speech.holding(cue.start) is None:
            by_sentence.setdefault(cue.sentence, []).append(cue)
    return [
        report
        for index, cues in sorted(by_sentence.items())
        if len(doc.sentence_words[index]) <= LONGEST_SENTENCE
        for report in find_reports(sentence_at(index), cues)
    ]


def _parts(doc: Document, report: Report, outer: list[MarkedSpan], groups: Iterator[int]) -> list[Part]:
    """The content of a report, stretched to whole marks; what stands around its own clause is two parts."""
    start, end = report.content
    first = bisect_right(outer, start, key=lambda mark: mark.end)
    last = bisect_left(outer, end, key=lambda mark: mark.start)
    inside = outer[first:last]
    if inside:
        start, end = min(start, inside[0].start), max(end, inside[-1].end)
    group = inside[0].group if inside else next(groups)
    spans = [Span(start, end), *([report.rest] if report.rest is not None else [])]
    return [Part(span, group, report.rule, report.cue, report.speaker) for span in spans]


def _transcribed(doc: Document, parts: list[Part], groups: Iterator[int]) -> list[Part]:
    """Paragraphs that begin with who speaks: in a transcript, and in the headline."""
    found = []
    spans = sorted(part.span for part in parts)
    furthest = list(accumulate((span.end for span in spans), max))  # of all spans up to this one
    for turn in find_turns(doc):
        before = bisect_right(spans, turn.content.start, key=lambda span: span.start)
        if not before or furthest[before - 1] <= turn.content.start:
            found.append(Part(turn.content, next(groups), turn.rule, None, turn.speaker))
    return found


def _row(doc: Document, part: Part, speech: Spans) -> Quotation:
    start, end = part.span
    cue, speaker = part.cue, part.speaker
    return Quotation(
        start=start, end=end, surface=doc.text[start:end], type=_type(doc, start, end, speech), level=1,
        group=part.group, attribution=cue.attribution if cue else "speech", kind=None,
        speaker=doc.text[speaker.start : speaker.end] if speaker else None,
        speaker_start=speaker.start if speaker else None, speaker_end=speaker.end if speaker else None,
        entity=None, cue=cue.surface if cue else None, cue_start=cue.start if cue else None,
        cue_end=cue.end if cue else None, cue_class=cue.label if cue else None,
        rule=part.rule, reason=explain(part.rule, cue.surface if cue else None),
    )  # fmt: skip


def _type(doc: Document, start: int, end: int, speech: Spans) -> str:
    around = speech.holding(start)
    if around is None and not speech.inside(start, end):
        return "indirect"
    if around is not None and end <= speech.ends[around]:
        return "direct"
    letters = [place for place in range(start, end) if doc.text[place].isalnum()]
    marked = sum(speech.holding(place) is not None for place in letters)
    if marked == 0 and around is None and speech.holding(end - 1) is None:
        return "indirect"
    return "direct" if not letters or marked >= DIRECT_FROM * len(letters) else "mixed"


def _marked_row(doc: Document, mark: MarkedSpan, *, kind: str | None, rule: str, reason: str) -> Quotation:
    return Quotation(
        mark.start, mark.end, doc.text[mark.start : mark.end], "direct", mark.level, mark.group, None, kind,
        None, None, None, None, None, None, None, None, rule, reason,
    )  # fmt: skip


def _unquoted(doc: Document, mark: MarkedSpan, kind: MarkedKind) -> Quotation:
    return _marked_row(doc, mark, kind=kind.kind, rule=kind.rule, reason=kind.reason)


def _nested(doc: Document, mark: MarkedSpan) -> Quotation:
    row = _marked_row(doc, mark, kind=None, rule="nested-marks", reason=explain("nested-marks", None))
    return replace(row, attribution="speech")


def _distinct(rows: list[Quotation]) -> list[Quotation]:
    """One row a stretch: of two reports of the same words the first rule stays."""
    seen: dict[tuple[int, int], Quotation] = {}
    for row in rows:
        seen.setdefault((row.start, row.end), row)
    return list(seen.values())


def _with_levels(rows: list[Quotation]) -> list[Quotation]:
    """Levels by nesting; of two rows that cross, the second is cut where the first one ends."""
    done: list[Quotation] = []
    open_rows: list[Quotation] = []
    for row in rows:
        open_rows = [outer for outer in open_rows if outer.end > row.start]
        if open_rows and row.end > open_rows[-1].end:
            continue
        level = 1 + sum(outer.attribution is not None for outer in open_rows)
        done.append(row if row.level == level else replace(row, level=level))
        open_rows.append(row)
    return done
