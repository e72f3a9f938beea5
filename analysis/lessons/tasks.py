"""A task as its teacher sees it: the question, the answers in clear, typical wrong answers, hints and doubts.

What a student gets is made of it by `sealing`, without the answers.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from analysis.lessons.passages import canonical_span
from analysis.text.document import Document

# How an answer is given, and how it is read (see `answers`).
PASSAGES = "passages"  # words copied from the text, a line each
NAME = "name"  # who
NUMBER = "number"
CHOICE = "choice"  # one of the options
ARGUMENT = "argument"  # free text: kept, not checked
LEXICON = "lexicon"  # terms, each with a reason
CHECKED = (PASSAGES, NAME, NUMBER, CHOICE)

ALL = "all"  # every answer is wanted
ONE = "one"  # any of them will do


@dataclass(frozen=True, slots=True)
class Accepted:
    """An answer that is right: its canonical form, how it reads, where to look, and why it is right."""

    canonical: str
    shown: str
    place: str
    reason: str


@dataclass(frozen=True, slots=True)
class NearMiss:
    """A typical wrong answer, and the name of the hint that it gets."""

    canonical: str
    shown: str
    hint: str


@dataclass(frozen=True, slots=True)
class Task:
    """One question of a lesson. ``doubts`` tell the teacher why the key may be wrong here."""

    name: str
    title: str
    prompt: str
    kind: str
    accepted: tuple[Accepted, ...] = ()
    near: tuple[NearMiss, ...] = ()
    hints: tuple[str, str] = ("", "")
    options: tuple[str, ...] = ()
    want: str = ALL
    tolerance: int = 0
    unit: str = ""
    scope: tuple[int, int] | None = None  # where passages are looked for; None: in the whole text
    doubts: tuple[str, ...] = ()


def miss_at(doc: Document, start: int, end: int, hint: str) -> NearMiss:
    """A typical wrong answer that is a stretch of the text."""
    return NearMiss(canonical_span(doc.text, start, end), " ".join(doc.text[start:end].split()), hint)


def make_task(task: Task) -> Task:
    """A task in which no typical wrong answer is also right, and none stands twice."""
    right = {one.canonical for one in task.accepted}
    if task.kind == NUMBER:
        reach = range(-task.tolerance, task.tolerance + 1)
        right = {str(int(number) + step) for number in right for step in reach}
    near: dict[str, NearMiss] = {}
    for miss in task.near:
        if miss.canonical and miss.canonical not in right:
            near.setdefault(miss.canonical, miss)
    return replace(task, near=tuple(near.values()))


def number_tasks(tasks: Sequence[Task]) -> list[Task]:
    """The tasks with the names 1, 2, 3 …, in their order."""
    return [replace(task, name=str(number)) for number, task in enumerate(tasks, start=1)]
