"""The course: solutions pass, typical mistakes have their hints, answers are out of sight."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from analysis.lessons.checking import BLANK, KEPT, PARTLY, RIGHT, WRONG, check_answer
from analysis.lessons.course import COURSE
from analysis.lessons.hints import load_hints
from analysis.lessons.lesson import Lesson, StudentLesson, format_lesson, load_lesson
from analysis.lessons.notebooks import make_solution_notebook, solve
from analysis.lessons.sealing import unpack_places
from analysis.lessons.sheets import format_key, format_worksheet
from analysis.lessons.tasks import CHECKED, CHOICE, Task

ROOT = Path(__file__).resolve().parents[2]
TEACHING = ROOT / "notebooks" / "teaching"
NAMES = [one.name for one in COURSE]


def cells_of(path: Path) -> list[dict[str, Any]]:
    return list(json.loads(path.read_text(encoding="utf-8"))["cells"])


def source_of(cell: dict[str, Any]) -> str:
    return "".join(cell["source"])


def test_the_course_has_six_lessons_with_a_question_each() -> None:
    assert [f"lesson-{number}" for number in range(1, 7)] == NAMES
    assert all(one.question.endswith("?") for one in COURSE)


@pytest.mark.parametrize("name", NAMES)
def test_the_solution_of_every_task_with_a_key_is_right(
    name: str, course: dict[str, Lesson], sealed: dict[str, StudentLesson]
) -> None:
    with_key = [task for task in course[name].tasks if task.kind in CHECKED]
    assert with_key
    for task in with_key:
        student = sealed[name].task(task.name)
        assert student is not None
        assert check_answer(sealed[name], student, solve(task)).verdict == RIGHT, task.title


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("blank", [None, ..., "", "  \n ", "…", [], [""]])
def test_nothing_answered_is_no_mistake(name: str, blank: object, sealed: dict[str, StudentLesson]) -> None:
    for task in sealed[name].tasks:
        feedback = check_answer(sealed[name], task, blank)
        assert (feedback.verdict, feedback.hints) == (BLANK, ())


def typical_mistakes(lesson: Lesson) -> list[tuple[Task, str, str]]:
    return [(task, miss.shown, miss.hint) for task in lesson.tasks for miss in task.near]


def test_at_least_twenty_five_kinds_of_mistake_get_their_own_hint(
    course: dict[str, Lesson], sealed: dict[str, StudentLesson]
) -> None:
    told: set[str] = set()
    for name, lesson in course.items():
        seen: set[tuple[str, str]] = set()
        for task, shown, hint in typical_mistakes(lesson):
            if (task.name, hint) in seen or len(shown) > 400:
                continue
            seen.add((task.name, hint))
            student = sealed[name].task(task.name)
            assert student is not None
            feedback = check_answer(sealed[name], student, shown)
            assert feedback.verdict in (WRONG, PARTLY)
            assert feedback.hints == (hint,), (name, task.title, shown)
            assert any(load_hints()[hint] in line for line in feedback.lines)
            told.add(hint)
    assert len(told) >= 25
    assert {"ended-at-inner-mark", "scare-quote", "reporting-clause", "name"} <= told


def test_every_hint_in_the_list_is_given_by_some_task() -> None:
    code = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "analysis" / "lessons").glob("*.py"))
    assert [name for name in load_hints() if f'"{name}"' not in code] == []


@pytest.mark.parametrize("name", NAMES)
def test_the_third_wrong_answer_is_shown_the_place(
    name: str, course: dict[str, Lesson], sealed: dict[str, StudentLesson]
) -> None:
    for task in course[name].tasks:
        if task.kind not in CHECKED or task.kind == CHOICE:
            continue
        student = sealed[name].task(task.name)
        assert student is not None
        wrong = "999999" if task.kind == "number" else "zzzz qqqq"
        lines = [check_answer(sealed[name], student, wrong, tries_before=n).lines[-1] for n in range(3)]
        assert lines[0] == f"Hint: {task.hints[0]}"
        assert lines[1] == f"Hint: {task.hints[1]}"
        assert lines[2].removeprefix("Where to look: ") in {one.place for one in task.accepted}


def without_texts(name: str) -> str:
    """Whatever students get of a lesson, but for the text itself."""
    whole = json.loads((TEACHING / f"{name}.lesson.json").read_text(encoding="utf-8"))
    for text in whole["texts"]:
        text["text"] = ""
    cells = [
        cell
        for cell in cells_of(TEACHING / f"{name}.ipynb")
        if not source_of(cell).startswith(("show_text", "show_marks"))
    ]
    notebook = json.loads((TEACHING / f"{name}.ipynb").read_text(encoding="utf-8"))
    options = [option for task in whole["tasks"] for option in task.pop("options")]
    seen = json.dumps([whole, cells, notebook["metadata"]], ensure_ascii=False)
    for option in options:
        seen = seen.replace(f"<li>{option}</li>", "")
    places = [
        place
        for task in load_lesson(TEACHING / f"{name}.lesson.json").tasks
        for place in unpack_places(task).values()
    ]
    return seen + " ".join(places)


@pytest.mark.parametrize("name", NAMES)
def test_no_answer_stands_in_clear_in_what_students_get(name: str, course: dict[str, Lesson]) -> None:
    seen = without_texts(name)
    for task in course[name].tasks:
        for one in task.accepted:
            if task.kind == "number":
                assert not re.search(rf'"{one.canonical}"|[:>] ?{one.canonical}\b(?! words|\.)', seen), (
                    task.title
                )
            elif task.kind == "passages":
                assert f'"{one.canonical}"' not in seen
                in_prompt = one.shown in task.prompt  # a word of the sentence that is asked about
                assert in_prompt or len(one.shown) < 8 or one.shown not in seen, one.shown
            elif task.kind == "name":
                assert one.shown not in seen
                assert f'"{one.canonical}"' not in seen
            else:
                assert f'"{one.canonical}"' not in seen


def test_the_search_for_answers_finds_one_that_was_left_in(course: dict[str, Lesson]) -> None:
    name = course["lesson-1"].tasks[1].accepted[0].shown
    assert name not in without_texts("lesson-1")
    assert name in json.dumps(cells_of(TEACHING / "teacher" / "lesson-1-solution.ipynb"))


@pytest.mark.parametrize("name", NAMES)
def test_what_lies_in_the_folder_is_what_the_measures_make_today(
    name: str, course: dict[str, Lesson], sealed: dict[str, StudentLesson]
) -> None:
    lesson = course[name]
    assert (TEACHING / f"{name}.lesson.json").read_text(encoding="utf-8") == format_lesson(sealed[name])
    assert (TEACHING / f"{name}-worksheet.html").read_text(encoding="utf-8") == format_worksheet(lesson)
    assert (TEACHING / "teacher" / f"{name}-key.html").read_text(encoding="utf-8") == format_key(lesson)
    made = [cell["source"] for cell in make_solution_notebook(lesson).cells]
    assert [source_of(cell) for cell in cells_of(TEACHING / "teacher" / f"{name}-solution.ipynb")] == made


@pytest.mark.parametrize("name", NAMES)
def test_a_student_notebook_has_nothing_filled_in(name: str, course: dict[str, Lesson]) -> None:
    calls = [
        source_of(cell) for cell in cells_of(TEACHING / f"{name}.ipynb") if source_of(cell).startswith("ask(")
    ]
    assert calls == [f"ask(lesson, {task.name})" for task in course[name].tasks]


@pytest.mark.parametrize("path", sorted(TEACHING.rglob("*.ipynb")), ids=lambda path: path.stem)
def test_notebooks_of_the_course_are_run_from_the_top_without_errors(path: Path) -> None:
    codes = [cell for cell in cells_of(path) if cell["cell_type"] == "code"]
    assert [cell["execution_count"] for cell in codes] == list(range(1, len(codes) + 1))
    assert all(output["output_type"] != "error" for cell in codes for output in cell["outputs"])
    assert all(cell["outputs"] for cell in codes[1:])


def test_an_argument_is_kept_and_a_short_one_is_asked_for_its_reason(
    sealed: dict[str, StudentLesson],
) -> None:
    lesson = sealed["lesson-2"]
    task = lesson.tasks[-1]
    assert check_answer(lesson, task, "The narrow one.").verdict == PARTLY
    kept = check_answer(lesson, task, "The narrow one, for the marks in the last line decide it.")
    assert kept.verdict == KEPT
