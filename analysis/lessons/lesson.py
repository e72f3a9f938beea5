"""A lesson, one text or several with tasks on them: as its teacher sees it, and as students get it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from analysis.lessons.sealing import SealedTask, seal_task
from analysis.lessons.tasks import Task
from analysis.text.document import Document, make_document
from analysis.text.reading import ReadingError

VERSION = 1
ENDING = ".lesson.json"


@dataclass(frozen=True)
class Lesson:
    """A lesson with its answers, for the teacher."""

    name: str
    title: str
    docs: tuple[Document, ...]
    tasks: tuple[Task, ...]


@dataclass(frozen=True)
class StudentLesson:
    """A lesson without its answers. Of several texts the last is the one that passages are copied from."""

    name: str
    title: str
    docs: tuple[Document, ...]
    tasks: tuple[SealedTask, ...]

    def task(self, name: str) -> SealedTask | None:
        """The task of a name, if there is one."""
        return next((task for task in self.tasks if task.name == name), None)


def seal_lesson(lesson: Lesson) -> StudentLesson:
    """The lesson as students get it."""
    salt = "\n".join([lesson.name, *(doc.sha256 for doc in lesson.docs)])
    tasks = tuple(seal_task(task, lesson=salt) for task in lesson.tasks)
    return StudentLesson(lesson.name, lesson.title, lesson.docs, tasks)


def format_lesson(lesson: StudentLesson) -> str:
    """The file of a lesson, as JSON."""
    texts = [{"id": doc.id, "title": title_of(doc), "text": doc.text} for doc in lesson.docs]
    tasks = [asdict(task) for task in lesson.tasks]
    whole = {"lesson": VERSION, "name": lesson.name, "title": lesson.title, "texts": texts, "tasks": tasks}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def load_lesson(path: Path) -> StudentLesson:
    """A lesson from its file.

    Raises:
        ReadingError: there is no such file, or it is not a lesson.
    """
    try:
        whole = json.loads(path.read_text(encoding="utf-8"))
        if whole["lesson"] != VERSION:
            raise ReadingError(
                f"{path.name} was made for another version of this project; make the lesson again"
            )
        docs = tuple(make_document(text["text"], id=text["id"]) for text in whole["texts"])
        tasks = tuple(_task(task) for task in whole["tasks"])
        return StudentLesson(str(whole["name"]), str(whole["title"]), docs, tasks)
    except FileNotFoundError:
        found = ", ".join(sorted(file.name.removesuffix(ENDING) for file in path.parent.glob(f"*{ENDING}")))
        raise ReadingError(
            f"there is no lesson {path.name.removesuffix(ENDING)!r} in this folder; "
            + (f"there are: {found}" if found else "the file of the lesson must lie beside the notebook")
        ) from None
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise ReadingError(
            f"{path.name} cannot be read as a lesson ({type(error).__name__}); make it again"
        ) from None


def title_of(doc: Document) -> str:
    """What a text is called in a lesson: its title, or its first line."""
    if doc.source and doc.source.title:
        return doc.source.title
    first = doc.text.strip().partition("\n")[0].strip()
    return first if 0 < len(first) <= 120 else doc.id


def _task(read: dict[str, Any]) -> SealedTask:
    kept = {field.name: read[field.name] for field in fields(SealedTask)}
    for name in ("options", "answers", "hints"):
        kept[name] = tuple(kept[name])
    kept["scope"] = None if kept["scope"] is None else (int(kept["scope"][0]), int(kept["scope"][1]))
    return SealedTask(**kept)


def list_names(tasks: Sequence[SealedTask]) -> str:
    """The names of tasks, for a message."""
    return ", ".join(task.name for task in tasks)
