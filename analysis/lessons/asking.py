"""What a student calls in a notebook: open a lesson, read its text, ask for a task, answer it.

`ask` shows a box and a button where widgets run; an answer can also be given in the call itself, which needs
no mouse and no widget. Whatever is answered, there is feedback and never a traceback.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from analysis.lessons.checking import BLANK, UNREADABLE, WRONG, Feedback, check_answer
from analysis.lessons.journal import Attempt, journal_path, keep_attempt, load_attempts
from analysis.lessons.lesson import ENDING, StudentLesson, list_names, load_lesson, title_of
from analysis.lessons.sealing import SealedTask
from analysis.lessons.showing import format_task, format_told
from analysis.lessons.speaking import speak_to_students
from analysis.lessons.widgets import make_box
from analysis.views.reading_view.markup import escape_text
from analysis.views.reading_view.notebook import BLOCK, Shown, highlight

RECORD = "application/vnd.discourse-lens.answers+json"


@dataclass(frozen=True)
class OpenLesson:
    """A lesson in a notebook, and where its answers are kept (None: nowhere)."""

    lesson: StudentLesson
    journal: Path | None

    def _repr_html_(self) -> str:
        tasks = self.lesson.tasks
        texts = " and ".join(f"“<bdi>{escape_text(title_of(doc))}</bdi>”" for doc in self.lesson.docs)
        return f"<p>{escape_text(self.lesson.title)}: {len(tasks)} tasks on {texts}.</p>"

    def __repr__(self) -> str:
        return f"{self.lesson.title}: {len(self.lesson.tasks)} tasks"


def open_lesson(name: str, *, keep: bool = True) -> OpenLesson:
    """Open the lesson of a name, from the folder of the notebook.

    Args:
        keep: False keeps no answers, as for a solution that is only shown.

    Raises:
        ReadingError: there is no lesson of that name in the folder; the message lists those there are.
    """
    file = f"{name}{ENDING}"
    # The teacher's notebooks lie in a folder below the lesson's.
    path = next((path for path in (Path(file), Path("..") / file) if path.is_file()), Path(file))
    lesson = load_lesson(path)
    speak_to_students()
    return OpenLesson(lesson, journal_path(path, lesson.name) if keep else None)


def show_text(opened: OpenLesson) -> Shown:
    """The text of the lesson, or its texts, without any marks; each paragraph with its number."""
    parts = []
    for doc in opened.lesson.docs:
        title = f"<h3>{escape_text(title_of(doc))}</h3>" if len(opened.lesson.docs) > 1 else ""
        paragraphs = "".join(
            f'<p style="margin:0 0 0.8em 3em"><b style="float:left;margin-left:-3em" '
            f'aria-label="paragraph {number}">{number}</b>{escape_text(doc.text[start:end])}</p>'
            for number, (start, end) in enumerate(doc.paragraphs, start=1)
        )
        parts.append(f'{title}<div lang="en" style="{BLOCK}">{paragraphs}</div>')
    return Shown("".join(parts))


def show_marks(opened: OpenLesson, *layers: str) -> Shown:
    """The last text with the tool's own marks, each with its reason, for lessons that question them."""
    return highlight(opened.lesson.docs[-1], layers=layers or None)


def ask(opened: OpenLesson, name: str | int, *answer: Any) -> None:
    """Show a task; with an answer, check it.

    A task shows what was answered last, and what was told on it. To answer without the box below it, write
    the answer into the call: ``ask(lesson, "1", "the first passage", "the second")``.
    """
    from IPython.display import display

    task = opened.lesson.task(str(name))
    if task is None:
        display(
            Shown(
                f'<p role="alert">There is no task {escape_text(str(name))!s}; there are: '
                f"{list_names(opened.lesson.tasks)}.</p>"
            )
        )
        return
    given = answer[0] if len(answer) == 1 else list(answer) if answer else None
    attempts = _attempts(opened, task)
    feedback = answer_task(opened, task, given, attempts)
    shown = display(_bundle(opened, task, attempts, feedback), raw=True, display_id=True)

    def on_answer(written: str) -> None:
        shown.update(_bundle(opened, task, attempts, answer_task(opened, task, written, attempts)), raw=True)

    if given is None:
        display(make_box(task, attempts[-1].answer if attempts else None, on_answer))


def answer_task(opened: OpenLesson, task: SealedTask, given: Any, attempts: list[Attempt]) -> Feedback | None:
    """Check an answer and keep it; the same again is no second try. None where nothing was answered."""
    tries = sum(attempt.verdict in (WRONG, "partly") for attempt in attempts)
    repeated = bool(attempts) and attempts[-1].answer == given
    feedback = check_answer(opened.lesson, task, given, tries_before=tries - repeated)
    if feedback.verdict == BLANK:
        return None
    if feedback.verdict != UNREADABLE and not repeated:
        attempt = Attempt(task.name, _plain(given), feedback.verdict, feedback.lines, feedback.hints)
        attempts.append(attempt)
        if opened.journal is not None and not keep_attempt(opened.journal, attempt):
            return Feedback(
                feedback.verdict,
                (
                    *feedback.lines,
                    "This folder cannot be written to: the answer is kept only in the notebook.",
                ),
                feedback.hints,
            )
    return feedback


def _attempts(opened: OpenLesson, task: SealedTask) -> list[Attempt]:
    if opened.journal is None:
        return []
    return [attempt for attempt in load_attempts(opened.journal) if attempt.task == task.name]


def _bundle(
    opened: OpenLesson, task: SealedTask, attempts: list[Attempt], feedback: Feedback | None
) -> dict[str, Any]:
    """The task as the notebook keeps it: to be seen, to be read aloud, and for `collecting`."""
    told = feedback or (Feedback(attempts[-1].verdict, attempts[-1].lines) if attempts else None)
    answer = attempts[-1].answer if attempts else None
    bundle: dict[str, Any] = {
        "text/html": format_task(task, answer, told),
        "text/plain": f"{task.name}. {task.title}: {format_told(told)}",
    }
    if attempts:
        bundle[RECORD] = {
            "lesson": opened.lesson.name,
            "task": task.name,
            "attempts": [asdict(attempt) for attempt in attempts],
        }
    return bundle


def _plain(given: Any) -> Any:
    """An answer as JSON can keep it."""
    if given is None or isinstance(given, bool | int | float | str):
        return given
    if isinstance(given, list | tuple | set):
        return [_plain(item) for item in given]
    if isinstance(given, dict):
        return {str(key): _plain(item) for key, item in given.items()}
    return str(given)
