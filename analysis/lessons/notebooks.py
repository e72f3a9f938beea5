"""A lesson as notebooks: the student's, with nothing filled in, and the teacher's, with every answer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from analysis.lessons.lesson import Lesson
from analysis.lessons.tasks import ARGUMENT, CHECKED, LEXICON, ONE, Task

HOW_TO = (
    "**How to work.** Choose *Run* and *Run All Cells* in the menu once. Under each task there is a box: "
    "write in it, and press *Check*. Wrong answers cost nothing and give hints. Your answers are kept, in "
    "this notebook and beside it; save the notebook before you close it.\n\n"
    "*Without a mouse:* Tab goes from box to button, Space presses it. *Without boxes:* write your answer "
    "into the call and press Shift and Enter, as in "
    '`ask(lesson, 1, "first passage", "second passage")`.'
)
IMPORT = "from analysis.lessons import ask, open_lesson, show_text"
EXAMPLE_TERMS = "Your own ten terms."
EXAMPLE_ARGUMENT = "An argument of one's own, with words from the text."


def make_student_notebook(lesson: Lesson, *, intro: str = "", marks: str = "", outro: str = "") -> Any:
    """The notebook for students.

    Args:
        intro: Markdown for the top, after the title; ``outro`` for the end.
        marks: a line of code that shows marks of the tool, for lessons that ask about them.
    """
    import nbformat.v4 as nb

    title = f"# {lesson.title}\n\n" + (f"{intro}\n\n" if intro else "") + HOW_TO
    cells = [
        nb.new_markdown_cell(title),
        nb.new_code_cell(_imports(marks)),
        nb.new_code_cell(f'lesson = open_lesson("{lesson.name}")\nlesson'),
        nb.new_markdown_cell("## Read\n\nThe text, with a number at each paragraph."),
        nb.new_code_cell("show_text(lesson)"),
        *([nb.new_markdown_cell("## What the tool marks"), nb.new_code_cell(marks)] if marks else []),
        nb.new_markdown_cell("## Tasks"),
        *(nb.new_code_cell(f"ask(lesson, {task.name})") for task in lesson.tasks),
        *([nb.new_markdown_cell(outro)] if outro else []),
    ]
    return _finish(cells, lesson.name)


def make_solution_notebook(lesson: Lesson) -> Any:
    """The notebook for teachers: each task answered, with the grounds of the key and its doubts."""
    import nbformat.v4 as nb

    cells = [
        nb.new_markdown_cell(
            f"# {lesson.title}: solutions\n\nFor teachers. The key comes from the measures: where a task "
            "says *check first*, "
            "read the place yourself before you rely on it. Nothing answered here is kept."
        ),
        nb.new_code_cell(IMPORT.replace(", show_text", "")),
        nb.new_code_cell(f'lesson = open_lesson("{lesson.name}", keep=False)\nlesson'),
    ]
    for task in lesson.tasks:
        cells.append(nb.new_markdown_cell(_grounds(task)))
        answers = solve(task)
        if answers:
            given = "".join(f", {_literal(answer)}" for answer in answers)
            cells.append(nb.new_code_cell(f"ask(lesson, {task.name}{given})"))
    return _finish(cells, f"{lesson.name}-solution")


def solve(task: Task) -> list[str]:
    """Answers that solve a task; none for a task without a key."""
    if task.kind not in CHECKED or not task.accepted:
        return []
    shown = list(
        dict.fromkeys(one.canonical if task.kind == "number" else one.shown for one in task.accepted)
    )
    return shown[:1] if task.want == ONE or task.kind != "passages" else shown


def _grounds(task: Task) -> str:
    doubts = "".join(f"\n\n**Check first:** {doubt}" for doubt in task.doubts)
    if task.kind == LEXICON:
        return f"## {task.name}. {task.title}\n\n{task.prompt}\n\n{EXAMPLE_TERMS}{doubts}"
    if task.kind == ARGUMENT:
        return f"## {task.name}. {task.title}\n\n{task.prompt}\n\n{EXAMPLE_ARGUMENT}{doubts}"
    reasons = "".join(
        f"\n* {' '.join(one.shown.split())} ({one.place}): {one.reason}" for one in _distinct(task)
    )
    return f"## {task.name}. {task.title}\n\n{task.prompt}\n{reasons}{doubts}"


def _distinct(task: Task) -> Sequence[Any]:
    return list({one.shown: one for one in task.accepted}.values())


def _imports(marks: str) -> str:
    return IMPORT.replace("show_text", "show_marks, show_text") if marks else IMPORT


def _literal(answer: str) -> str:
    """An answer as Python code, on one line."""
    flat = " ".join(answer.split())
    return repr(flat) if '"' in flat else f'"{flat}"'.replace("\\", "\\\\")


def _finish(cells: list[Any], stem: str) -> Any:
    """A notebook with settled cell ids, so that it is the same whenever it is made."""
    import nbformat.v4 as nb

    for number, cell in enumerate(cells):
        cell["id"] = f"{stem[:50]}-{number:02d}"
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    return nb.new_notebook(cells=cells, metadata={"kernelspec": kernel, "language_info": {"name": "python"}})
