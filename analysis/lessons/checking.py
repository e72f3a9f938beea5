"""An answer checked against its hashes: what to tell the student, with hints that say more at each try."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from analysis.lessons.answers import Given, Part, is_blank, read_answer
from analysis.lessons.hints import load_hints
from analysis.lessons.lesson import StudentLesson
from analysis.lessons.own_lexicon import check_terms
from analysis.lessons.sealing import SealedTask, seal, seal_whole, unpack_places
from analysis.lessons.tasks import ARGUMENT, LEXICON, NUMBER, ONE, PASSAGES
from analysis.views.style import count_of

BLANK = "blank"
UNREADABLE = "unreadable"
WRONG = "not yet"
PARTLY = "partly"
RIGHT = "right"
KEPT = "kept"
TRIES_BEFORE_PLACE = 2
SHORT_ARGUMENT = 5  # words


@dataclass(frozen=True, slots=True)
class Feedback:
    """What an answer is worth, in a word, and what to tell the student; ``hints`` are names in hints.csv."""

    verdict: str
    lines: tuple[str, ...]
    hints: tuple[str, ...] = ()


def check_answer(lesson: StudentLesson, task: SealedTask, given: Any, *, tries_before: int = 0) -> Feedback:
    """Feedback on an answer; whatever was given, there is some.

    Args:
        tries_before: how many answers to this task were wrong before. The first wrong answer gets a hint
            on how to look, the second a nearer one, the third the place in the text. A typical mistake
            gets its own hint at once.
    """
    if is_blank(given):
        return Feedback(BLANK, ("Nothing answered yet.",))
    doc = lesson.docs[-1]
    read = read_answer(task.kind, given, doc, options=task.options, scope=task.scope)
    if read.problem or not read.parts:
        return Feedback(UNREADABLE, (read.problem or "Write your answer in words or digits.",))
    if task.kind == ARGUMENT:
        return _keep(read)
    if task.kind == LEXICON:
        complete, lines = check_terms(doc, [part.said for part in read.parts])
        return Feedback(KEPT if complete else PARTLY, tuple(lines))
    return _compare(task, read, tries_before)


def _keep(read: Given) -> Feedback:
    n_words = sum(len(part.said.split()) for part in read.parts)
    if n_words < SHORT_ARGUMENT:
        return Feedback(PARTLY, ("Kept. Can you give a reason, with words from the text?",))
    return Feedback(KEPT, ("Kept. Nobody can check an argument for you: compare it with a neighbor's.",))


def _compare(task: SealedTask, read: Given, tries_before: int) -> Feedback:
    right: set[str] = set()
    lines: list[str] = []
    names: list[str] = []
    for part in read.parts:
        hashes = [seal(task.salt, canonical) for canonical in _reach(task, part)]
        matching = {digest for digest in hashes if digest in task.answers}
        if matching:
            right |= matching
            continue
        name = next((task.near[digest] for digest in hashes if digest in task.near), None)
        lines.append(_tell(task, part, name))
        names += [name] if name else []
    if not lines and _is_whole(task, right):
        return Feedback(RIGHT, (_praise(task, len(right)),))
    found = [_count_right(task, len(right), missing=not _is_whole(task, right))] if right else []
    if not names:
        lines.append(_escalate(task, right, tries_before))
    return Feedback(PARTLY if right else WRONG, (*found, *lines), tuple(dict.fromkeys(names)))


def _reach(task: SealedTask, part: Part) -> list[str]:
    """The forms that a part may stand for; for a number, also those within the tolerance, nearest first."""
    if task.kind != NUMBER:
        return list(part.canonical)
    near = range(task.tolerance + 1)
    return list(
        dict.fromkeys(str(int(n) + s * step) for n in part.canonical for step in near for s in (1, -1))
    )


def _is_whole(task: SealedTask, right: set[str]) -> bool:
    return bool(right) if task.want == ONE else seal_whole(task.salt, sorted(right)) == task.whole


def _tell(task: SealedTask, part: Part, name: str | None) -> str:
    said = part.said if len(part.said) <= 80 else part.said[:79].rstrip() + "…"
    if name is not None:
        return f"“{said}”: {load_hints()[name]}"
    if task.kind == PASSAGES and not part.canonical:
        return f"“{said}” does not stand like this where the task asks. Copy it from there."
    return f"“{said}”: not yet."


def _praise(task: SealedTask, n: int) -> str:
    if task.kind == PASSAGES and task.want != ONE:
        return f"All {n} found." if n > 1 else "That is the only one."
    return "The measures give the same."


def _count_right(task: SealedTask, n: int, *, missing: bool) -> str:
    if task.kind != PASSAGES:
        return f"{n} right."
    return f"{count_of(n, 'passage')} right{'; there is more to find' if missing else ''}."


def _escalate(task: SealedTask, right: set[str], tries_before: int) -> str:
    if tries_before < TRIES_BEFORE_PLACE:
        return f"Hint: {task.hints[tries_before]}"
    left = [place for digest, place in unpack_places(task).items() if digest not in right]
    return f"Where to look: {left[0]}" if left else f"Hint: {task.hints[-1]}"
