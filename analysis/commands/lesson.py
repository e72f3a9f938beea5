"""``discourse lesson``: a lesson from an article, a class's answers, the project's own course."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from analysis.commands.exits import OK
from analysis.commands.printing import is_terminal, show, visible
from analysis.text.reading import ReadingError

if TYPE_CHECKING:
    import pandas as pd

EXAMPLES = {
    "new": "discourse lesson new --article my-article.txt --out my-lesson",
    "collect": "discourse lesson collect handed-in --anonymous --csv tables",
    "course": "discourse lesson course",
}
TEXT_HELP = "text, Markdown, saved web page, Word or PDF, or a name of a text in data/texts"


def add_lesson_commands(parser: argparse.ArgumentParser) -> None:
    """The arguments of the three commands."""
    commands = parser.add_subparsers(required=True, metavar="WHAT")

    def add(name: str, run: object, text: str) -> argparse.ArgumentParser:
        command = commands.add_parser(
            name, help=text, description=text + ".", epilog=f"Example: {EXAMPLES[name]}"
        )
        command.set_defaults(command=run)
        return command

    new = add("new", run_new, "Make a student notebook, a worksheet and a key from any article")
    new.add_argument("--article", required=True, metavar="FILE", help=TEXT_HELP)
    new.add_argument(
        "--beside", action="append", default=[], metavar="FILE",
        help="another text on the same event, for tasks that compare; may be repeated",
    )  # fmt: skip
    new.add_argument(
        "--out", type=Path, default=Path("lesson"), metavar="DIR", help="folder of the lesson (lesson)"
    )
    new.add_argument(
        "--title", default="", metavar="TEXT", help="title of the lesson; else that of the article"
    )
    new.add_argument(
        "--topics", metavar="A,B", help="only these: quotations, shares, frames, tone, comparison, errors"
    )

    collect = add(
        "collect", run_collect, "Gather students' notebooks: who tried what, which hints, who agrees"
    )
    collect.add_argument("folder", type=Path, metavar="FOLDER", help="holds the notebooks, in folders or not")
    collect.add_argument("--anonymous", action="store_true", help="numbers for names, and no free text")
    collect.add_argument("--csv", type=Path, metavar="DIR", help="write the tables as CSV files")

    course = add("course", run_course, "Make the project's own six lessons again")
    course.add_argument(
        "--out",
        type=Path,
        default=Path("notebooks/teaching"),
        metavar="DIR",
        help="folder of the course (notebooks/teaching)",
    )


def run_new(options: argparse.Namespace) -> int:
    """Make a lesson and say what was written, and what the teacher should check first."""
    from analysis.commands.compare import load_all, spare_sources
    from analysis.lessons.making import make_lesson
    from analysis.lessons.writing import name_lesson, write_lesson

    names = [*options.beside, options.article]
    docs = load_all(names)
    topics = None if options.topics is None else [topic.strip() for topic in options.topics.split(",")]
    name = name_lesson(Path(options.article).stem)
    lesson = make_lesson(docs, name=name, title=options.title, topics=topics)
    for file in (f"{name}.ipynb", f"{name}-worksheet.html", f"{name}.lesson.json"):
        spare_sources(options.out / file, names)
    student, notebook, worksheet, solution, key = write_lesson(lesson, options.out)
    print(f"{lesson.title}: {len(lesson.tasks)} tasks")
    print(f"For students: {notebook} with {student.name} beside it; on paper: {worksheet}")
    print(f"For you alone: {key} and {solution}")
    doubtful = [task for task in lesson.tasks if task.doubts]
    if doubtful:
        print(f"Check these first ({len(doubtful)} of {len(lesson.tasks)}):")
    for task in doubtful:
        print(f"  {task.name}. {task.title}: {task.doubts[0]}")
    return OK


def run_collect(options: argparse.Namespace) -> int:
    """Print, or write, a row a student and task, and a row a task."""
    from analysis.lessons.collecting import collect_work, hide_names, measure_agreement_of_class, measure_work

    all_work, unread = collect_work(options.folder)
    work = hide_names(all_work) if options.anonymous else all_work
    if options.anonymous:
        unread = [line.rpartition(": ")[2] for line in unread]
    for line in unread:
        print(visible(f"discourse: {line}"), file=sys.stderr)
    if not work:
        raise ReadingError(f"no notebook in {options.folder} holds an answer")
    tables = {"answers": measure_work(work), "tasks": measure_agreement_of_class(all_work)}
    if options.csv:
        _write_tables(tables, options.csv)
    else:
        for table in tables.values():
            show(table.to_string(index=False, max_colwidth=48), end="\n\n")
    return OK


def _write_tables(tables: Mapping[str, pd.DataFrame], folder: Path) -> None:
    """Write each table as a CSV file, and say how many rows it has."""
    from analysis.views.export import format_csv, write_files

    files = {f"{name}.csv": format_csv(table, float_format="%.3f") for name, table in tables.items()}
    for path, table in zip(write_files(files, folder), tables.values(), strict=True):
        print(f"{path}: {len(table)} rows")


def run_course(options: argparse.Namespace) -> int:
    """Write the six lessons and run their notebooks."""
    from tqdm import tqdm

    from analysis.lessons.course import COURSE, write_course_lesson

    for one in tqdm(COURSE, unit=" lessons", disable=not is_terminal(sys.stderr)):
        paths = write_course_lesson(one, options.out)
        tqdm.write(str(paths[1]))
    return OK
