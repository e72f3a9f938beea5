"""Quotations: marks and reports brought together, each row with its reason."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cache
from itertools import count
from typing import NamedTuple

from analysis.measures.quotation.cues import Cue
from analysis.measures.quotation.kinds import MarkedKind, find_kinds
from analysis.measures.quotation.marks import MarkedSpan, find_marks
from analysis.measures.quotation.parts import cut_content, find_all_reports, find_transcribed
from analysis.measures.quotation.reasons import explain
from analysis.measures.quotation.sentences import read_sentence
from analysis.measures.quotation.unreported import Part, find_unreported
from analysis.text.document import Document
from analysis.text.mentions import Entity, Mention, entity_at, find_entities, find_mentions
from analysis.text.spans import Span, Spans

RELATIVES = ("who", "which", "that")
NEAR_ANTECEDENT = 6  # words
DIRECT_FROM = 0.95  # share of letters and digits in marks from which a quotation counts as direct


class Quotation(NamedTuple):
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


class ReportingClause(NamedTuple):
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
    reports = find_all_reports(doc, speech, sentence_at)
    groups = count(max((mark.group for mark in marks), default=0) + 1)
    parts = [part for report in reports for part in cut_content(report, outer, speech, groups)]
    parts += find_transcribed(doc, parts, groups)
    parts += find_unreported(doc, outer, parts, sentence_at)
    mentions = find_mentions(doc)
    drafts = [_of_part(part) for part in parts]
    drafts += [_unquoted(mark, kind) for mark, kind in zip(marks, kinds, strict=True) if kind.kind]
    drafts += [
        _nested(mark) for mark, kind in zip(marks, kinds, strict=True) if mark.level > 1 and not kind.kind
    ]
    in_order = sorted(_distinct(drafts), key=lambda draft: (draft.start, -draft.end))
    rows = [_row(doc, draft, level, speech, mentions) for draft, level in _with_levels(in_order)]
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


_NONE = (None, None, None)


class _Draft(NamedTuple):
    """A row before its level is known, and whether it stays."""

    start: int
    end: int
    group: int
    attribution: str | None
    kind: str | None
    rule: str
    reason: str
    cue: Cue | None = None
    speaker: Span | None = None
    marked: bool = True  # nothing but words in marks


def _of_part(part: Part) -> _Draft:
    cue = part.cue
    reason = explain(part.rule, cue.surface if cue else None)
    attribution = cue.attribution if cue else "speech"
    return _Draft(*part.span, part.group, attribution, None, part.rule, reason, cue, part.speaker, False)


def _unquoted(mark: MarkedSpan, kind: MarkedKind) -> _Draft:
    return _Draft(mark.start, mark.end, mark.group, None, kind.kind, kind.rule, kind.reason)


def _nested(mark: MarkedSpan) -> _Draft:
    reason = explain("nested-marks", None)
    return _Draft(mark.start, mark.end, mark.group, "speech", None, "nested-marks", reason)


def _row(doc: Document, draft: _Draft, level: int, speech: Spans, mentions: list[Mention]) -> Quotation:
    start, end, cue, speaker = draft.start, draft.end, draft.cue, draft.speaker
    named, named_from, named_to = (doc.text[speaker.start : speaker.end], *speaker) if speaker else _NONE
    said, said_from, said_to = (cue.surface, cue.start, cue.end) if cue else _NONE
    return Quotation(
        start, end, doc.text[start:end], "direct" if draft.marked else _type(doc, start, end, speech), level,
        draft.group, draft.attribution, draft.kind, named, named_from, named_to,
        _entity(doc, mentions, *speaker) if speaker else None, said, said_from, said_to,
        cue.label if cue else None, draft.rule, draft.reason,
    )  # fmt: skip


def _type(doc: Document, start: int, end: int, speech: Spans) -> str:
    first, behind = bisect_right(speech.ends, start), bisect_left(speech.starts, end)
    if first == behind:
        return "indirect"
    reaches_in, reaches_out = speech.starts[first] <= start, end <= speech.ends[behind - 1]
    if reaches_in and end <= speech.ends[first]:
        return "direct"
    marked = sum(
        _n_letters(doc, max(speech.starts[n], start), min(speech.ends[n], end)) for n in range(first, behind)
    )
    if not (marked or reaches_in or reaches_out):
        return "indirect"
    return "direct" if marked >= DIRECT_FROM * _n_letters(doc, start, end) else "mixed"


def _n_letters(doc: Document, start: int, end: int) -> int:
    """How many letters and digits stand in a stretch."""
    return sum(map(str.isalnum, doc.text[start:end]))


def _distinct(drafts: list[_Draft]) -> list[_Draft]:
    """One row a stretch: of two reports of the same words the first rule stays."""
    seen: dict[tuple[int, int], _Draft] = {}
    for draft in drafts:
        seen.setdefault((draft.start, draft.end), draft)
    return list(seen.values())


def _with_levels(drafts: list[_Draft]) -> list[tuple[_Draft, int]]:
    """Levels by nesting; of two rows that cross, the second is left out."""
    done: list[tuple[_Draft, int]] = []
    open_rows: list[_Draft] = []
    for draft in drafts:
        open_rows = [outer for outer in open_rows if outer.end > draft.start]
        if open_rows and draft.end > open_rows[-1].end:
            continue
        done.append((draft, 1 + sum(outer.attribution is not None for outer in open_rows)))
        open_rows.append(draft)
    return done
