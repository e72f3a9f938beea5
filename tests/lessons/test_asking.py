"""Asking and answering in a notebook: what is shown, what is kept, and how a class's work is gathered."""

from __future__ import annotations

import codecs
import json
from pathlib import Path
from typing import Any

import nbformat
import pandas as pd
import pytest

from analysis.cli import main
from analysis.lessons import asking
from analysis.lessons.asking import RECORD, OpenLesson, answer_task, ask, open_lesson
from analysis.lessons.collecting import collect_work, hide_names, measure_agreement_of_class, measure_work
from analysis.lessons.journal import journal_path, load_attempts
from analysis.lessons.lesson import StudentLesson, format_lesson
from analysis.lessons.speaking import _explain
from analysis.lessons.start_page import show_course
from analysis.text.rates import rows_of
from analysis.text.reading import ReadingError

ROOT = Path(__file__).resolve().parents[2]
RIGHT_ONE = "Desmond Oakhurst"


@pytest.fixture
def opened(tmp_path: Path, sealed: dict[str, StudentLesson], monkeypatch: pytest.MonkeyPatch) -> OpenLesson:
    (tmp_path / "lesson-1.lesson.json").write_text(format_lesson(sealed["lesson-1"]), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DISCOURSE_ANSWERS", raising=False)
    return open_lesson("lesson-1")


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """What a notebook would be given to show."""
    pieces: list[Any] = []

    class Handle:
        def update(self, bundle: Any, **_: Any) -> None:
            pieces.append(bundle)

    def display(piece: Any, **_: Any) -> Handle:
        pieces.append(piece)
        return Handle()

    monkeypatch.setattr("IPython.display.display", display)
    return pieces


def test_an_answer_is_shown_kept_and_there_again_the_next_day(opened: OpenLesson, shown: list[Any]) -> None:
    ask(opened, 3, "the mayor")
    assert "Not yet" in shown[-1]["text/html"]
    ask(opened, 3, RIGHT_ONE)
    assert "3. Who says it?: Right." in shown[-1]["text/plain"]
    assert [attempt.verdict for attempt in load_attempts(opened.journal or Path())] == ["not yet", "right"]
    again = open_lesson("lesson-1")
    ask(again, 3)
    assert RIGHT_ONE in shown[-2]["text/html"]
    assert len(shown[-2][RECORD]["attempts"]) == 2
    assert shown[-1].children[1].value == RIGHT_ONE  # in the box


def test_the_button_checks_what_stands_in_the_box_and_shows_it_in_the_cell(
    opened: OpenLesson, shown: list[Any]
) -> None:
    ask(opened, 5)
    box = shown[-1]
    box.children[1].value = "22"
    box.children[2].click()
    assert "You counted marks." in shown[-1]["text/html"]
    box.children[1].value = "11"
    box.children[2].click()
    assert "Right" in shown[-1]["text/plain"]


def test_a_box_has_a_label_and_a_choice_its_options(sealed: dict[str, StudentLesson]) -> None:
    from analysis.lessons.widgets import make_box

    task = sealed["lesson-3"].tasks[1]
    label, field, button = make_box(task, None, lambda _: None).children
    assert label.value == "Your answer to task 2"
    assert field.options[1:] == task.options
    assert button.description == "Check"


def test_running_a_cell_again_is_no_second_try(opened: OpenLesson, shown: list[Any]) -> None:
    for _ in range(4):
        ask(opened, 1, "zzz")
    assert len(load_attempts(opened.journal or Path())) == 1
    assert "Where to look" not in shown[-1]["text/html"]


def test_hints_escalate_over_different_wrong_answers(opened: OpenLesson, shown: list[Any]) -> None:
    for wrong in ("aaa", "bbb", "ccc"):
        ask(opened, 1, wrong)
    assert "Where to look: paragraph 2" in shown[-1]["text/html"]


def test_a_solution_keeps_nothing(opened: OpenLesson, shown: list[Any]) -> None:
    solution = open_lesson("lesson-1", keep=False)
    ask(solution, 3, RIGHT_ONE)
    assert not list(Path().glob("*.jsonl"))


def test_answers_are_kept_in_another_folder_on_request(
    opened: OpenLesson, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, shown: list[Any]
) -> None:
    monkeypatch.setenv("DISCOURSE_ANSWERS", str(tmp_path / "mine"))
    ask(open_lesson("lesson-1"), 3, RIGHT_ONE)
    assert (tmp_path / "mine" / "lesson-1.answers.jsonl").is_file()


def test_where_nothing_can_be_kept_the_answer_is_still_checked(
    sealed: dict[str, StudentLesson], tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    opened = OpenLesson(sealed["lesson-1"], tmp_path / "file" / "a.answers.jsonl")
    feedback = answer_task(opened, sealed["lesson-1"].tasks[2], RIGHT_ONE, [])
    assert feedback is not None
    assert feedback.verdict == "right"
    assert "cannot be written" in feedback.lines[-1]


def test_a_torn_journal_loses_its_torn_line_alone(opened: OpenLesson, shown: list[Any]) -> None:
    ask(opened, 3, RIGHT_ONE)
    path = opened.journal or Path()
    path.write_bytes(path.read_bytes() + b'{"task": "1", "answ\xff\n[]\n')
    assert len(load_attempts(path)) == 1


def test_a_task_that_is_not_there_is_told_with_those_there_are(opened: OpenLesson, shown: list[Any]) -> None:
    ask(opened, 17)
    assert "There is no task 17; there are: 1, 2, 3, 4, 5." in shown[-1].html


def test_a_lesson_that_is_not_there_is_refused_with_those_there_are(opened: OpenLesson) -> None:
    with pytest.raises(ReadingError, match="no lesson 'lesson-9' in this folder; there are: lesson-1"):
        open_lesson("lesson-9")


def test_a_word_without_marks_gets_a_sentence_and_no_traceback(capsys: pytest.CaptureFixture[str]) -> None:
    _explain(None, NameError, NameError("x", name="massacre"), None)
    assert capsys.readouterr().out.count("\n") == 1
    _explain(None, NameError, NameError("x", name="lesson"), None)
    assert "has not run yet" in capsys.readouterr().out


def test_the_text_is_shown_with_numbers_and_without_marks(opened: OpenLesson) -> None:
    html = asking.show_text(opened).html
    assert html.count('aria-label="paragraph') == len(opened.lesson.docs[0].paragraphs)
    assert "<mark" not in html


def test_the_start_page_says_how_far_one_has_got(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(ROOT / "notebooks")
    monkeypatch.setenv("DISCOURSE_ANSWERS", str(tmp_path))
    path = journal_path(Path("teaching/lesson-1.lesson.json"), "lesson-1")
    lines = [
        {"task": "3", "answer": "x", "verdict": verdict, "lines": [], "hints": []}
        for verdict in ("not yet", "right")
    ]
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    assert "✓···· 1 of 5 done" in show_course().html
    for link in set(__import__("re").findall(r'href="([^"]+)"', show_course().html)):
        assert (ROOT / "notebooks" / link).is_file(), link


# --- a class


def hand_in(folder: Path, name: str, answers: dict[int, list[Any]], opened: OpenLesson) -> None:
    """A notebook as a student would save it after these answers."""
    outputs = []
    for number, given in answers.items():
        task = opened.lesson.task(str(number))
        assert task is not None
        attempts: list[Any] = []
        silent = OpenLesson(opened.lesson, None)
        for answer in given:
            answer_task(silent, task, answer, attempts)
        bundle = asking._bundle(silent, task, attempts, None)
        outputs.append(nbformat.v4.new_output("display_data", data=bundle))
    cells = [nbformat.v4.new_code_cell("ask(…)", outputs=outputs)]
    path = folder / f"{name}.ipynb"
    path.parent.mkdir(parents=True, exist_ok=True)
    nbformat.write(nbformat.v4.new_notebook(cells=cells), path)


@pytest.fixture
def class_folder(opened: OpenLesson, tmp_path: Path) -> Path:
    folder = tmp_path / "handed in"
    hand_in(folder, "ada brook/lesson-1", {3: ["he", RIGHT_ONE], 5: [22, 12]}, opened)
    hand_in(folder, "lesson-1-ben", {3: [RIGHT_ONE], 5: [11]}, opened)
    hand_in(folder, "lesson-1 Chloé (2)", {3: ["Ada Brook told me"], 5: [12]}, opened)
    (folder / "lesson-1-dora.ipynb").write_text("not json", encoding="utf-8")
    return folder


def test_a_class_is_gathered_by_name_task_and_hint(class_folder: Path) -> None:
    work, unread = collect_work(class_folder)
    rows = {(row.student, row.task): row for row in rows_of(measure_work(work))}
    assert {student for student, _ in rows} == {"ada brook", "ben", "Chloé 2"}
    assert rows["ada brook", "3"].n_tries == 2
    assert rows["ada brook", "3"].hints == "pronoun"
    assert rows["ada brook", "5"].hints == "counted-marks; counted-nobody"
    assert rows["ben", "5"].verdict == "right"
    assert unread == ["lesson-1-dora.ipynb: not a notebook that can be read (JSONDecodeError)"]


def test_agreement_is_the_share_of_pairs_that_answer_alike(class_folder: Path) -> None:
    table = {row.task: row for row in rows_of(measure_agreement_of_class(collect_work(class_folder)[0]))}
    assert table["3"].agreement == pytest.approx(1 / 3)  # ada and ben of three pairs
    assert table["5"].agreement == pytest.approx(1 / 3)  # ada and Chloé
    assert (table["5"].n_students, table["5"].n_right) == (3, 1)


def test_nothing_personal_is_left_where_names_are_replaced(
    class_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = main(["lesson", "collect", str(class_folder), "--anonymous", "--csv", str(tmp_path / "out")])
    assert code == 0
    captured = capsys.readouterr()
    written = "".join(path.read_text(encoding="utf-8") for path in (tmp_path / "out").glob("*.csv"))
    for name in ("ada", "brook", "ben", "chloé", "dora"):
        assert name not in (written + captured.out.replace(str(tmp_path), "") + captured.err).casefold()
    assert "student 1" in written
    assert "(4 words)" in written


def test_the_tables_of_a_class_open_in_a_spreadsheet_and_run_nothing(
    opened: OpenLesson, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    hand_in(tmp_path / "in", "=ada/lesson-1", {3: ['=HYPERLINK("x")'], 5: [22]}, opened)
    hand_in(tmp_path / "in", "lesson-1 Chloé", {3: ["@Desmond"], 5: [22]}, opened)
    hand_in(tmp_path / "in", "lesson-1 ben", {5: [12]}, opened)
    out = tmp_path / "new" / "tables"
    assert main(["lesson", "collect", str(tmp_path / "in"), "--csv", str(out)]) == 0
    printed = capsys.readouterr().out.splitlines()
    assert printed == [f"{out / 'answers.csv'}: 5 rows", f"{out / 'tasks.csv'}: 2 rows"]
    assert {path.read_bytes()[:3] for path in out.iterdir()} == {codecs.BOM_UTF8}, "Excel needs it"
    answers = pd.read_csv(out / "answers.csv", dtype=str)
    assert set(answers["student"]) == {"'=ada", "Chloé", "ben"}
    assert set(answers["answer"]) == {"""'=HYPERLINK("x")""", "'@Desmond", "22", "12"}
    assert list(pd.read_csv(out / "tasks.csv", dtype=str)["agreement"]) == ["0.000", "0.333"]


def test_no_answer_reaches_the_terminal_of_a_teacher_as_a_command(
    opened: OpenLesson, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    hand_in(tmp_path / "in", "lesson-1 ada", {3: ["a\x1b[2Jb"]}, opened)
    (tmp_path / "in" / "lesson-1 b\x1b[2Jen.ipynb").write_text('{"cells": []}', encoding="utf-8")
    assert main(["lesson", "collect", str(tmp_path / "in")]) == 0
    printed = capsys.readouterr()
    assert "\x1b" not in printed.out + printed.err
    assert "a␛[2Jb" in printed.out
    assert "b␛[2Jen" in printed.err


def test_numbers_for_names_do_not_follow_the_alphabet(class_folder: Path) -> None:
    work, _ = collect_work(class_folder)
    assert {one.student for one in hide_names(work)} == {"student 1", "student 2", "student 3"}
    assert len({one.lesson for one in work}) == 1


def test_an_empty_folder_is_refused_in_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["lesson", "collect", str(tmp_path)]) == 2
    assert capsys.readouterr().err.endswith("holds no notebook (.ipynb)\n")
    assert main(["lesson", "collect", str(tmp_path / "none")]) == 2


def test_notebooks_without_an_answer_are_named_and_make_no_empty_table(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "lesson-1 ada.ipynb").write_text('{"cells": []}', encoding="utf-8")
    for more in ([], ["--anonymous", "--csv", str(tmp_path / "out")]):
        assert main(["lesson", "collect", str(tmp_path / "in"), *more]) == 2
        printed = capsys.readouterr()
        assert printed.out == ""
        assert "no answer in it (was it saved after answering?)" in printed.err
        assert f"no notebook in {tmp_path / 'in'} holds an answer" in printed.err
    assert not (tmp_path / "out").exists()
