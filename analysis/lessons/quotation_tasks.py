"""Tasks on quotation: find the passages, say who speaks, count them."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.findings.reading import Findings
from analysis.lessons.passages import canonical_span
from analysis.lessons.places import describe_place, paragraph_at, shorten_passage
from analysis.lessons.quoted_passages import THIN_RULES, choose_passages, row_at
from analysis.lessons.speaker_tasks import make_speaker_tasks
from analysis.lessons.tasks import NUMBER, PASSAGES, Accepted, NearMiss, Task, make_task, miss_at

NOT_SPEECH = {"scare quote": "scare-quote", "term": "term", "title": "title", "nickname": "nickname"}


def make_quotation_tasks(findings: Findings) -> list[Task]:
    """Find the quotations in marks, name their speakers, count them."""
    if not len(findings.quotations.speech):
        return []
    passages, last = choose_passages(findings)
    return [
        _find_task(findings, passages, last),
        *make_speaker_tasks(findings, passages),
        _count_task(findings),
    ]


def _find_task(findings: Findings, passages: list[tuple[int, int]], last: int) -> Task:
    doc = findings.doc
    whole = last == len(doc.paragraphs)
    where = "in the text" if whole else f"in paragraphs 1 to {last}"
    accepted, doubts = [], list(findings.quotations.warnings)
    for start, end in passages:
        row = row_at(findings, start, end)
        surface = doc.text[start:end]
        if row is None or row.rule in THIN_RULES or row.speaker is None:
            doubts.append(
                f"thin grounds for “{shorten_passage(surface)}”: {row.reason if row else 'no rule'}"
            )
        accepted.append(
            Accepted(
                canonical_span(doc.text, start, end),
                surface,
                describe_place(doc, start),
                row.reason if row else "stands in marks",
            )
        )
    near = [miss for start, end in passages for miss in _near_misses(findings, start, end)]
    stop = doc.paragraphs[last - 1][1]
    rows = [row for row in findings.quotations.rows if row.start < stop]
    doubts += [
        f"“{row.surface}” is read as a {row.kind}; a reader may hear somebody's word in it"
        for row in rows
        if row.kind in NOT_SPEECH
    ]
    near += [miss_at(doc, row.start, row.end, NOT_SPEECH[row.kind]) for row in rows if row.kind in NOT_SPEECH]
    near += [
        miss_at(doc, row.start, row.end, "indirect")
        for row in rows
        if row.type == "indirect" and row.level == 1
    ]
    return make_task(
        Task(
            name="",
            title="Find the quotations",
            prompt=f"Copy each passage {where} that stands in quotation marks and gives somebody's words. "
            "Only the outermost ones: a quotation inside a quotation is part of it. Leave the narrator's "
            "words out.",
            kind=PASSAGES,
            accepted=tuple(accepted),
            near=tuple(near),
            hints=(
                "Go from mark to mark. Ask at each opening mark: does somebody say this, or do the marks "
                "do another job?",
                "Some passages are broken by words like “she said”: each part is a passage. Some have "
                "marks inside.",
            ),
            scope=(0, stop),
            doubts=tuple(dict.fromkeys(doubts)),
        )
    )


def _near_misses(findings: Findings, start: int, end: int) -> Iterator[NearMiss]:
    """What readers typically copy instead of a passage."""
    doc, rows = findings.doc, findings.quotations.rows
    for row in rows:
        if row.level > 1 and start < row.start and row.end <= end:
            yield miss_at(doc, row.start, row.end, "inner-only")
            yield miss_at(doc, start, row.start, "ended-at-inner-mark")
            yield miss_at(doc, start, row.end, "ended-at-inner-mark")
    own = row_at(findings, start, end)
    clauses = [
        clause
        for clause in findings.quotations.clauses
        if own is not None and own.cue_start is not None and clause.start <= own.cue_start < clause.end
    ]
    for clause in clauses:
        yield miss_at(doc, min(start, clause.start), max(end, clause.end), "reporting-clause")
    if own is not None and own.speaker_start is not None and own.speaker_end is not None:
        yield miss_at(
            findings.doc, min(start, own.speaker_start), max(end, own.speaker_end), "reporting-clause"
        )
    if own is not None:
        parts = [row for row in rows if row.group == own.group and row.level == own.level]
        if len(parts) > 1:
            yield miss_at(doc, parts[0].start, parts[-1].end, "split-joined")
    later = [doc.sentences.starts[number] for number in doc.sentences.inside(start + 2, end)]
    if later:
        yield miss_at(doc, start, later[0], "first-sentence")
        yield miss_at(doc, later[-1], end, "last-sentence")
    sentence = doc.sentences.holding(start)
    if sentence is not None:
        yield miss_at(doc, *doc.sentences[sentence], "whole-sentence")
    yield miss_at(doc, *doc.paragraphs[paragraph_at(doc, start) - 1], "whole-paragraph")


def _count_task(findings: Findings) -> Task:
    doc, rows = findings.doc, findings.quotations.rows
    speech = list(findings.quotations.speech)
    n = len(speech)
    n_nobody = sum(row.kind is not None for row in rows)
    n_nested = sum(row.level > 1 and row.type == "direct" for row in rows)
    n_indirect = sum(row.type == "indirect" and row.level == 1 for row in rows)
    wrong = [
        (n + n_nobody, "counted-nobody"),
        (n + n_nested, "counted-nested"),
        (2 * n, "counted-marks"),
        (2 * (n + n_nobody), "counted-marks"),
        (n + n_indirect, "counted-indirect"),
    ]
    numbers = list(dict.fromkeys(paragraph_at(doc, start) for start, _ in speech))
    return make_task(
        Task(
            name="",
            title="Count them",
            prompt="How many passages in quotation marks give somebody's words, in the whole text? Count "
            "only the outermost ones, and each part of a broken quotation.",
            kind=NUMBER,
            accepted=(
                Accepted(
                    str(n),
                    str(n),
                    f"paragraphs {', '.join(map(str, numbers))}",
                    "outermost passages in marks",
                ),
            ),
            near=tuple(NearMiss(str(count), str(count), hint) for count, hint in wrong if count != n),
            hints=(
                "Write the number of each paragraph down, and how many passages you find in it.",
                "Marks that quote nobody do not count; a quotation inside a quotation does not count.",
            ),
            unit="passages",
            doubts=tuple(findings.quotations.warnings),
        )
    )
