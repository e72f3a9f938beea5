"""Tasks on quotation: find the passages, say who speaks, count them."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.findings.reading import Findings
from analysis.lessons.answers import fold_name
from analysis.lessons.passages import canonical_span
from analysis.lessons.places import describe_place, paragraph_at, shorten_passage
from analysis.lessons.tasks import NAME, NUMBER, ONE, PASSAGES, Accepted, NearMiss, Task, make_task, miss_at
from analysis.measures.quotation import Quotation

MOST_PASSAGES = 12  # more would be copying, not reading
MOST_SPEAKERS = 3
# Rules that say "somebody is quoted" on thin grounds; a teacher looks at these first.
THIN_RULES = {"marks-alone", "transcript", "continued", "goes-on", "comes-before"}
ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
NOT_SPEECH = {"scare quote": "scare-quote", "term": "term", "title": "title", "nickname": "nickname"}


def make_quotation_tasks(findings: Findings) -> list[Task]:
    """Find the quotations in marks, name their speakers, count them."""
    if not len(findings.quotations.speech):
        return []
    passages, last = _passages(findings)
    return [_find_task(findings, passages, last), *_speaker_tasks(findings, passages), _count_task(findings)]


def _passages(findings: Findings) -> tuple[list[tuple[int, int]], int]:
    """The outermost quotations in marks of the first paragraphs, and the number of the last of these."""
    doc = findings.doc
    chosen: list[tuple[int, int]] = []
    last = len(doc.paragraphs)
    for number, (start, end) in enumerate(doc.paragraphs, start=1):
        here = [span for span in findings.quotations.speech if start <= span[0] < end]
        if chosen and len(chosen) + len(here) > MOST_PASSAGES:
            return chosen, number - 1
        chosen += here
    return chosen, last


def _row_at(findings: Findings, start: int, end: int) -> Quotation | None:
    """The quotation whose words a marked passage is, or is part of."""
    rows = [
        row for row in findings.quotations.rows if row.attribution and row.start <= start and end <= row.end
    ]
    return max(rows, key=lambda row: (row.level == 1, -(row.end - row.start)), default=None)


def _find_task(findings: Findings, passages: list[tuple[int, int]], last: int) -> Task:
    doc = findings.doc
    whole = last == len(doc.paragraphs)
    where = "in the text" if whole else f"in paragraphs 1 to {last}"
    accepted, doubts = [], list(findings.quotations.warnings)
    for start, end in passages:
        row = _row_at(findings, start, end)
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
    doubts += [
        f"“{row.surface}” is read as a {row.kind}; a reader may hear somebody's word in it"
        for row in findings.quotations.rows
        if row.kind in NOT_SPEECH and row.start < stop
    ]
    near += [
        miss_at(doc, row.start, row.end, NOT_SPEECH[row.kind])
        for row in findings.quotations.rows
        if row.kind in NOT_SPEECH and row.start < stop
    ]
    near += [
        miss_at(doc, row.start, row.end, "indirect")
        for row in findings.quotations.rows
        if row.type == "indirect" and row.level == 1 and row.start < stop
    ]
    return make_task(
        Task(
            name="",
            title="Find the quotations",
            prompt=f"Copy each passage {where} that stands in quotation marks and gives somebody's words. "
            "Only the "
            "outermost ones: a quotation inside a quotation is part of it. Leave the narrator's words out.",
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
    own = _row_at(findings, start, end)
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


def _speaker_tasks(findings: Findings, passages: list[tuple[int, int]]) -> list[Task]:
    """Who says it, of the first passages of different speakers who are known by name."""
    tasks: list[Task] = []
    asked: set[int] = set()
    entities = {entity.entity: entity for entity in findings.quotations.entities}
    for start, end in passages:
        row = _row_at(findings, start, end)
        if row is None or row.entity not in entities or row.entity in asked or row.speaker is None:
            continue
        if entities[row.entity].kind == "person":
            asked.add(row.entity)
            tasks.append(_speaker_task(findings, row, start, end))
    return tasks[:MOST_SPEAKERS]


def _speaker_task(findings: Findings, row: Quotation, start: int, end: int) -> Task:
    doc, names = findings.doc, findings.names
    name = next(one.name for one in findings.quotations.entities if one.entity == row.entity)
    last_name = fold_name(name).split()[-1]
    surfaces = [n.surface for n in names if n.entity == row.entity and n.form in ("name", "title")] + [name]
    namesakes = {n.entity for n in names if fold_name(n.name).split()[-1:] == [last_name]}
    pronouns = [n.surface for n in names if n.entity == row.entity and n.form == "pronoun"]
    inside = [n for n in names if start <= n.start < end and n.entity != row.entity and n.form != "pronoun"]
    here = doc.paragraphs[paragraph_at(doc, start) - 1]
    others = [
        n for n in names if here[0] <= n.start < here[1] and n.entity != row.entity and n.form != "pronoun"
    ]
    near = [NearMiss(fold_name(word), word, "pronoun") for word in pronouns]
    near += [NearMiss(last_name, last_name, "namesake")] if len(namesakes) > 1 else []
    near += [NearMiss(fold_name(form), form, "spoken-of") for n in inside for form in (n.surface, n.name)]
    near += [NearMiss(fold_name(form), form, "other-person") for n in others for form in (n.surface, n.name)]
    near += [NearMiss(fold_name(row.cue), row.cue, "cue-word")] if row.cue else []
    where = describe_place(doc, row.speaker_start if row.speaker_start is not None else start)
    doubts = [f"thin grounds: {row.reason}"] if row.rule in THIN_RULES else []
    if row.speaker is not None and row.speaker.casefold() in ("he", "she", "they", "it"):
        doubts.append(f"the source is the pronoun “{row.speaker}”, read as {name}")
    return make_task(
        Task(
            name="",
            title="Who says it?",
            prompt=f"Look at the {_which_in_paragraph(findings, start)} passage in marks of paragraph "
            f"{paragraph_at(doc, start)}. Who says it? Give a name.",
            kind=NAME,
            accepted=tuple(
                Accepted(folded, name, where, row.reason)
                for folded in dict.fromkeys([*map(fold_name, surfaces), last_name])
                if folded and (len(namesakes) <= 1 or folded != last_name)
            ),
            near=tuple(near),
            hints=(
                "Look for the word that reports, such as “said” or “wrote”. Who does it?",
                "It may stand before the marks, after them, or between two parts. A pronoun stands for a "
                "name before it.",
            ),
            want=ONE,
            doubts=tuple(doubts),
        )
    )


def _which_in_paragraph(findings: Findings, start: int) -> str:
    """Which of the outermost marked passages of its paragraph it is, those that quote nobody counted too."""
    nobody = [row.start for row in findings.quotations.rows if row.kind is not None and row.level == 1]
    first = findings.doc.paragraphs[paragraph_at(findings.doc, start) - 1][0]
    before = {a for a in [*nobody, *(a for a, _ in findings.quotations.speech)] if first <= a < start}
    return ORDINALS[len(before)] if len(before) < len(ORDINALS) else f"{len(before) + 1}th"


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
            "only the "
            "outermost ones, and each part of a broken quotation.",
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
