"""Students' notebooks gathered into tables: who tried what, with which hints, and how far a class agrees.

Nothing goes over a network. A student's name is that of the file or of its folder; no other is asked for.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Any

from analysis.lessons.asking import RECORD
from analysis.lessons.journal import Attempt, as_attempt
from analysis.text.rates import share, to_table
from analysis.text.reading import ReadingError

if TYPE_CHECKING:
    import pandas as pd

LARGEST = 50_000_000  # bytes of a notebook
PARTS = "; "


@dataclass(frozen=True, slots=True)
class Work:
    """What one student did on one task."""

    student: str
    lesson: str
    task: str
    attempts: tuple[Attempt, ...]


def collect_work(folder: Path) -> tuple[list[Work], list[str]]:
    """The answers in all notebooks under a folder, by student, lesson and task; and what could not be read.

    Raises:
        ReadingError: there is no such folder, or no notebook in it.
    """
    if not folder.is_dir():
        raise ReadingError(f"{folder} is not a folder; put the students' notebooks into one")
    paths = sorted(
        path for path in folder.rglob("*.ipynb") if ".ipynb_checkpoints" not in path.parts and path.is_file()
    )
    if not paths:
        raise ReadingError(f"{folder} holds no notebook (.ipynb)")
    work: list[Work] = []
    unread: list[str] = []
    for path in paths:
        try:
            records = list(_records(path))
        except (OSError, ValueError, RecursionError, AttributeError, TypeError) as error:
            unread.append(
                f"{path.relative_to(folder)}: not a notebook that can be read ({type(error).__name__})"
            )
            continue
        if not records:
            unread.append(f"{path.relative_to(folder)}: no answer in it (was it saved after answering?)")
        student = ""
        for lesson, task, attempts in records:
            student = student or _student(path.relative_to(folder), lesson)
            work.append(Work(student, lesson, task, attempts))
    return work, unread


def hide_names(work: Sequence[Work]) -> list[Work]:
    """The same with “student 1” … for names, in an order that says nothing, and without free text.

    An argument may name anybody; so only its length stays.
    """
    names = {one.student for one in work}
    numbered = {name: f"student {n}" for n, name in enumerate(sorted(names, key=_shuffled), start=1)}
    return [
        Work(numbered[one.student], one.lesson, one.task, tuple(_without_text(a) for a in one.attempts))
        for one in work
    ]


def measure_work(work: Iterable[Work]) -> pd.DataFrame:
    """What each student did.

    Returns: a row a student and task: ``student``, ``lesson``, ``task``, ``n_tries`` (answers given),
        ``verdict`` (right, partly, not yet or kept: that of the last answer), ``hints`` (names of typical
        mistakes), ``answer`` (the last).
    """
    rows = [
        {
            "student": one.student, "lesson": one.lesson, "task": one.task, "n_tries": len(one.attempts),
            "verdict": one.attempts[-1].verdict,
            "hints": PARTS.join(dict.fromkeys(hint for attempt in one.attempts for hint in attempt.hints)),
            "answer": _say(one.attempts[-1].answer),
        }
        for one in work
    ]  # fmt: skip
    rows.sort(key=lambda row: (row["student"], row["lesson"], _number(str(row["task"]))))
    columns = {"student": "str", "lesson": "str", "task": "str", "n_tries": "int64"}
    return to_table(rows, columns | {"verdict": "str", "hints": "str", "answer": "str"})


def measure_agreement_of_class(work: Iterable[Work]) -> pd.DataFrame:
    """How far a class agrees, task by task.

    Returns: a row a task: ``lesson``, ``task``, ``n_students`` (who answered), ``n_right``, ``n_pairs`` (of
        students), ``agreement`` (0 to 1: mean over the pairs of the share of parts that both gave; nan with
        fewer than two students), ``commonest_hint``.

    Source: own definition; for one part a student it is the plain share of pairs that agree.
    """
    groups: dict[tuple[str, str], list[Work]] = {}
    for one in work:
        groups.setdefault((one.lesson, one.task), []).append(one)
    rows = []
    for (lesson, task), members in sorted(groups.items(), key=lambda item: (item[0][0], _number(item[0][1]))):
        answers = [_parts(one.attempts[-1].answer) for one in members]
        pairs = [len(a & b) / len(a | b) for a, b in combinations(answers, 2) if a | b]
        hints = Counter(hint for one in members for attempt in one.attempts for hint in set(attempt.hints))
        rows.append(
            {
                "lesson": lesson, "task": task, "n_students": len(members),
                "n_right": sum(one.attempts[-1].verdict == "right" for one in members),
                "n_pairs": len(pairs), "agreement": share(sum(pairs), len(pairs)),
                "commonest_hint": max(sorted(hints), key=lambda hint: hints[hint], default=""),
            }
        )  # fmt: skip
    counts = dict.fromkeys(("n_students", "n_right", "n_pairs"), "int64")
    columns = {"lesson": "str", "task": "str", **counts, "agreement": "float64", "commonest_hint": "str"}
    return to_table(rows, columns)


def _records(path: Path) -> Iterable[tuple[str, str, tuple[Attempt, ...]]]:
    if path.stat().st_size > LARGEST:
        raise ValueError("too large")
    notebook = json.loads(path.read_text(encoding="utf-8"))
    for cell in (
        notebook["cells"] if isinstance(notebook, dict) and "cells" in notebook else _not_a_notebook()
    ):
        for output in cell.get("outputs", []):
            record = output.get("data", {}).get(RECORD)
            if not isinstance(record, dict):
                continue
            attempts = tuple(a for one in record.get("attempts", []) if (a := as_attempt(one)) is not None)
            if attempts:
                yield str(record.get("lesson", "")), str(record.get("task", "")), attempts


def _not_a_notebook() -> list[Any]:
    raise ValueError("no cells")


def _student(path: Path, lesson: str) -> str:
    """``ada/lesson-1.ipynb`` and ``lesson-1 ada.ipynb`` are both the work of *ada*."""
    rest = path.stem.replace(lesson, " ")
    rest = " ".join(re.sub(r"[\s_\-()]+", " ", rest).split())
    if rest:
        return " ".join([*path.parent.parts, rest]) if path.parent.parts else rest
    return " ".join(path.parent.parts) or "(no name)"


def _shuffled(name: str) -> str:
    """An order of names that does not give their alphabet away."""
    import hashlib

    return hashlib.sha256(f"order of students\n{name}".encode("utf-8", "replace")).hexdigest()


def _without_text(attempt: Attempt) -> Attempt:
    words = len(_say(attempt.answer).split())
    if attempt.verdict == "right":
        return Attempt(attempt.task, attempt.answer, attempt.verdict, (), attempt.hints)
    return Attempt(attempt.task, f"({words} words)", attempt.verdict, (), attempt.hints)


def _say(answer: Any) -> str:
    if isinstance(answer, list):
        return PARTS.join(map(_say, answer))
    if isinstance(answer, dict):
        return PARTS.join(f"{key} = {value}" for key, value in answer.items())
    return PARTS.join(line.strip() for line in str(answer).splitlines() if line.strip())


def _parts(answer: Any) -> set[str]:
    return {" ".join(part.casefold().split()) for part in _say(answer).split(PARTS.strip()) if part.strip()}


def _number(task: str) -> tuple[int, str]:
    return (int(task), "") if task.isdigit() else (0, task)
