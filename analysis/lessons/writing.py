"""A lesson written to disk: what students get in one folder, what only the teacher gets in a folder below."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from analysis.lessons.lesson import ENDING, Lesson, format_lesson, seal_lesson
from analysis.lessons.notebooks import make_solution_notebook, make_student_notebook
from analysis.lessons.sheets import format_key, format_worksheet
from analysis.views.writing import write_file

TEACHER = "teacher"


def name_lesson(stem: str) -> str:
    """A name for files, from that of an article: small letters, digits and hyphens.

    >>> name_lesson("My Article (final)")
    'my-article-final'
    """
    return re.sub(r"[^a-z0-9]+", "-", stem.lower()).strip("-")[:60] or "lesson"


def write_lesson(
    lesson: Lesson, folder: Path, *, intro: str = "", marks: str = "", outro: str = "", run: bool = False
) -> list[Path]:
    """Write notebook, lesson file and worksheet, and for the teacher the solutions and the key.

    Args:
        intro, marks, outro: as in `make_student_notebook`.
        run: run the notebooks, so that they show their outputs before anybody has run them.

    Returns: the files, students' first; each was written by `write_file`.
    """
    teacher = folder / TEACHER
    teacher.mkdir(parents=True, exist_ok=True)
    student = make_student_notebook(lesson, intro=intro, marks=marks, outro=outro)
    files: list[tuple[Path, Any]] = [
        (folder / f"{lesson.name}{ENDING}", format_lesson(seal_lesson(lesson))),
        (folder / f"{lesson.name}.ipynb", student),
        (folder / f"{lesson.name}-worksheet.html", format_worksheet(lesson)),
        (teacher / f"{lesson.name}-solution.ipynb", make_solution_notebook(lesson)),
        (teacher / f"{lesson.name}-key.html", format_key(lesson)),
    ]
    for path, content in files:
        text = content if isinstance(content, str) else _format_notebook(content, path.parent, run=run)
        write_file(text.encode("utf-8", "replace"), path)
    return [path for path, _ in files]


def _format_notebook(notebook: Any, folder: Path, *, run: bool) -> str:
    import nbformat

    if run:
        _run(notebook, folder)
    text: str = nbformat.writes(notebook)
    return text + "\n"


def _run(notebook: Any, folder: Path) -> None:
    """Run a notebook in its folder, and keep what does not differ from run to run."""
    from nbclient import NotebookClient

    settings = dict(notebook.metadata)
    NotebookClient(
        notebook, timeout=120, kernel_name="python3", resources={"metadata": {"path": str(folder)}}
    ).execute()
    notebook.metadata.clear()
    notebook.metadata.update(settings)
    for cell in notebook.cells:
        cell.metadata.clear()
        for output in cell.get("outputs", []):
            # A widget lives in the kernel that made it; its line of text stays.
            output.get("data", {}).pop("application/vnd.jupyter.widget-view+json", None)
            if "metadata" in output:
                output["metadata"].clear()
