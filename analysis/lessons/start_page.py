"""The start page: a map of the course, with how far one has got."""

from __future__ import annotations

from pathlib import Path

from analysis.lessons.checking import KEPT, RIGHT
from analysis.lessons.course import COURSE
from analysis.lessons.journal import journal_path, load_attempts
from analysis.lessons.lesson import ENDING, load_lesson
from analysis.views.reading_view.markup import escape_text
from analysis.views.reading_view.notebook import Shown

DONE = (RIGHT, KEPT)
COLUMNS = ("Lesson", "Question", "You will know", "Your tasks", "On paper")
LEFT = 'style="text-align:left"'  # notebooks would set their tables to the right
COLUMNS = ("Lesson", "Question", "You will know", "Your tasks", "On paper")


def show_course(folder: str = "teaching") -> Shown:
    """The six lessons with links, and how many of their tasks are done; as kept beside the lessons.

    Raises:
        ReadingError: a lesson is missing from the folder.
    """
    rows = []
    for number, one in enumerate(COURSE, start=1):
        path = Path(folder) / f"{one.name}{ENDING}"
        lesson = load_lesson(path)
        last = {attempt.task: attempt.verdict for attempt in load_attempts(journal_path(path, one.name))}
        done = sum(last.get(task.name) in DONE for task in lesson.tasks)
        tried = sum(task.name in last for task in lesson.tasks) - done
        cells = (
            str(number),
            f'<a href="{folder}/{one.name}.ipynb">{escape_text(one.question)}</a>',
            escape_text(one.know),
            _say(done, tried, len(lesson.tasks)),
            f'<a href="{folder}/{one.name}.md">plan</a>, '
            f'<a href="{folder}/{one.name}-worksheet.html">worksheet</a>',
        )
        rows.append("<tr>" + "".join(f"<td {LEFT}>{cell}</td>" for cell in cells) + "</tr>")
    head = "".join(f'<th scope="col" {LEFT}>{title}</th>' for title in COLUMNS)
    return Shown(f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table>")


def _say(done: int, tried: int, n_tasks: int) -> str:
    """How far one has got, in words and signs.

    >>> _say(2, 1, 5)
    '✓✓◐·· 2 of 5 done, 1 begun'
    """
    signs = "✓" * done + "◐" * tried + "·" * (n_tasks - done - tried)
    begun = f", {tried} begun" if tried else ""
    return f"{signs} {done} of {n_tasks} done{begun}"
