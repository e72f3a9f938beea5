"""Tasks on speakers: who says a passage, by name."""

from __future__ import annotations

from analysis.findings.reading import Findings
from analysis.lessons.answers import fold_name
from analysis.lessons.places import describe_place, paragraph_at
from analysis.lessons.quoted_passages import THIN_RULES, row_at, which_in_paragraph
from analysis.lessons.tasks import NAME, ONE, Accepted, NearMiss, Task, make_task
from analysis.measures.quotation import Quotation

MOST_SPEAKERS = 3


def make_speaker_tasks(findings: Findings, passages: list[tuple[int, int]]) -> list[Task]:
    """Who says it, of the first passages of different speakers who are known by name."""
    tasks: list[Task] = []
    asked: set[int] = set()
    entities = {entity.entity: entity for entity in findings.quotations.entities}
    for start, end in passages:
        row = row_at(findings, start, end)
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
            prompt=f"Look at the {which_in_paragraph(findings, start)} passage in marks of paragraph "
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
