"""Lessons from any article: whole, with a key that agrees with the measures, and with doubts said first."""

from __future__ import annotations

import json
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

from analysis.cli import main
from analysis.findings.reading import Findings, find_all
from analysis.lessons.checking import RIGHT, check_answer
from analysis.lessons.lesson import Lesson, load_lesson, seal_lesson
from analysis.lessons.making import make_lesson
from analysis.lessons.notebooks import solve
from analysis.lessons.tasks import CHECKED, CHOICE, NUMBER, PASSAGES, Task
from analysis.text.document import Document, make_document
from analysis.text.rates import rows_of
from analysis.text.reading import SAMPLE, load_text

TELLINGS = ("harbor-strike-wire", "harbour-strike-business-paper", "harbor-strike-union-paper")
# Not in the project: made for this test, in the way of a short report with German and English marks.
OWN = (
    "Bridge at Norrow to close for repairs\n\n"
    "The old bridge at Norrow will close on Monday, Mayor Dana Fell said. “It is a cruel choice, but "
    "cracks do not wait,” she told reporters on the quay.\n\n"
    "Shop owner Piet Aarsen called the plan a „disaster for the street“. He said that customers from the "
    "other bank would never come back. “My father used to say, ‘A closed bridge is a closed till,’ and he "
    "was right,” Aarsen added.\n\n"
    "The city promised a free ferry. It must run before dawn, the bakers demand, or they will starve. "
    "Engineers fear that the happy little ferry is too small for the angry crowds of a winter morning.\n\n"
    "“We will do everything to protect the jobs,” Fell said. The so-called ‘temporary’ repairs of the "
    "last bridge took nine years."
)


def own() -> Document:
    return make_document(OWN, id="norrow")


@pytest.fixture(scope="module", params=[*TELLINGS, SAMPLE, "own"])
def made(request: pytest.FixtureRequest) -> tuple[Lesson, Findings]:
    doc = own() if request.param == "own" else load_text(request.param)
    return make_lesson([doc], name="made"), find_all(doc)


def task_of(lesson: Lesson, title: str) -> Task:
    return next(task for task in lesson.tasks if task.title.startswith(title))


def test_a_lesson_has_tasks_of_every_kind(made: tuple[Lesson, Findings]) -> None:
    lesson, _ = made
    assert {task.kind for task in lesson.tasks} >= {PASSAGES, CHOICE, NUMBER, "argument", "lexicon"}
    assert [task.name for task in lesson.tasks] == [str(n) for n in range(1, len(lesson.tasks) + 1)]
    for task in lesson.tasks:
        assert bool(task.accepted) == (task.kind in CHECKED), task.title
        assert all(task.hints) or task.kind not in CHECKED


def test_every_key_opens_its_own_task_and_no_typical_mistake_does(made: tuple[Lesson, Findings]) -> None:
    lesson, _ = made
    student = seal_lesson(lesson)
    for task, sealed in zip(lesson.tasks, student.tasks, strict=True):
        if task.kind in CHECKED:
            assert check_answer(student, sealed, solve(task)).verdict == RIGHT, task.title
            assert not {one.canonical for one in task.accepted} & {miss.canonical for miss in task.near}


def test_the_key_of_the_passages_is_what_the_measure_finds_in_marks(made: tuple[Lesson, Findings]) -> None:
    lesson, findings = made
    found = [findings.doc.text[start:end] for start, end in findings.quotations.speech]
    key = [one.shown for one in task_of(lesson, "Find the quotations").accepted]
    assert key == found[: len(key)]
    assert task_of(lesson, "Count them").accepted[0].canonical == str(len(found))


def test_the_key_of_the_frames_and_the_tone_agrees_with_the_tables(made: tuple[Lesson, Findings]) -> None:
    from analysis.measures.tone import measure_tone
    from analysis.measures.vader import score_vader_by_paragraph

    lesson, findings = made
    table = measure_tone(findings.doc, findings.tone, vader=score_vader_by_paragraph(findings.doc))
    scored = [row for row in rows_of(table) if row.score == row.score]
    worst = min(scored, key=lambda row: row.score).paragraph
    assert task_of(lesson, "Which paragraph sounds worst").accepted[0].shown.startswith(f"Paragraph {worst}:")
    marked = {match.surface for match in [*findings.framing, *findings.news_framing]}
    assert {one.shown for one in task_of(lesson, "Mark a frame").accepted} <= marked


def test_words_counted_by_three_definitions_grow(made: tuple[Lesson, Findings]) -> None:
    lesson, _ = made
    counts = [int(t.accepted[0].canonical) for t in lesson.tasks if t.title.startswith("How many words are")]
    assert counts == sorted(counts)
    assert counts[0] < counts[-1]


def test_thin_grounds_are_named_as_doubts() -> None:
    text = "Ann Lee had been there. “We will never leave this place.”\n\n“No,” said Ben Roe."
    (task, *_) = make_lesson([make_document(text)], name="crowd", topics=["quotations"]).tasks
    assert len(task.doubts) == 1
    assert task.doubts[0].startswith("thin grounds for ““We will never leave this place.””")


def test_two_tellings_give_tasks_that_compare() -> None:
    lesson = make_lesson([load_text(name) for name in TELLINGS], name="three", topics=["comparison"])
    assert [task.title for task in lesson.tasks][:3] == [
        "Which text quotes most?",
        "Who is heard in one text alone?",
        "Find an edit",
    ]
    assert "Rosa Olmar" in {one.shown for one in lesson.tasks[1].accepted}


def test_a_text_without_anything_to_ask_about_is_refused() -> None:
    with pytest.raises(ValueError, match="too little quotation"):
        make_lesson([make_document("The road is long. The road is dry.")], name="dry")


def test_one_text_alone_has_nothing_to_compare_and_one_is_told_what_to_name() -> None:
    with pytest.raises(ValueError, match="needs another text on the same event; name it with --beside"):
        make_lesson([load_text(TELLINGS[0])], name="one", topics=["comparison"])


def test_an_unknown_topic_is_refused_with_those_there_are() -> None:
    with pytest.raises(ValueError, match="no topic 'mood'; there are: quotations, shares"):
        make_lesson([own()], name="x", topics=["mood"])


def run(path: Path) -> list[str]:
    notebook = nbformat.read(path, as_version=4)
    client = NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(path.parent)}})
    client.execute()
    return [
        output["data"]["text/plain"]
        for cell in notebook.cells
        if cell.cell_type == "code" and cell.source.startswith("ask(")
        for output in cell.outputs[:1]
    ]


def test_the_command_makes_a_lesson_that_runs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).resolve().parents[2]))
    article = tmp_path / "Norrow Bridge.txt"
    article.write_text(OWN, encoding="utf-8")
    out = tmp_path / "lesson"
    assert main(["lesson", "new", "--article", str(article), "--out", str(out)]) == 0
    assert "Check these first" in capsys.readouterr().out
    assert sorted(path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_file()) == [
        "norrow-bridge-worksheet.html",
        "norrow-bridge.ipynb",
        "norrow-bridge.lesson.json",
        "teacher/norrow-bridge-key.html",
        "teacher/norrow-bridge-solution.ipynb",
    ]
    assert load_lesson(out / "norrow-bridge.lesson.json").docs[0].text == OWN
    blank = run(out / "norrow-bridge.ipynb")
    assert blank
    assert all(line.endswith("not answered yet") for line in blank)
    solved = run(out / "teacher" / "norrow-bridge-solution.ipynb")
    assert solved
    assert all(": Right." in line for line in solved)
    assert not list(out.rglob("*.answers.jsonl"))


def test_a_worksheet_has_every_task_and_a_key_has_every_answer(tmp_path: Path) -> None:
    assert main(["lesson", "new", "--article", TELLINGS[0], "--out", str(tmp_path)]) == 0
    lesson = make_lesson([load_text(TELLINGS[0])], name=TELLINGS[0])
    sheet = (tmp_path / f"{TELLINGS[0]}-worksheet.html").read_text(encoding="utf-8")
    key = (tmp_path / "teacher" / f"{TELLINGS[0]}-key.html").read_text(encoding="utf-8")
    assert sheet.count('<div class="task">') == len(lesson.tasks)
    assert sheet.count('<div class="line">') > len(lesson.tasks)
    assert "<script" not in sheet + key
    for task in lesson.tasks:
        assert task.title in sheet
        assert all(one.reason.split()[0] in key for one in task.accepted)
    assert key.index("Check these first") < key.index("<h2>Answers")


def test_a_lesson_of_one_text_made_twice_is_the_same(tmp_path: Path) -> None:
    for name in ("a", "b"):
        main(
            [
                "lesson",
                "new",
                "--article",
                TELLINGS[2],
                "--out",
                str(tmp_path / name),
                "--topics",
                "quotations",
            ]
        )
    files = [sorted(path for path in (tmp_path / name).rglob("*") if path.is_file()) for name in ("a", "b")]
    assert [path.read_bytes() for path in files[0]] == [path.read_bytes() for path in files[1]]


def test_an_article_that_cannot_be_read_gets_one_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["lesson", "new", "--article", "nowhere.txt"]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_a_lesson_file_that_was_torn_is_refused(tmp_path: Path) -> None:
    from analysis.text.reading import ReadingError

    path = tmp_path / "x.lesson.json"
    for content in ("", "[]", '{"lesson": 1}', json.dumps({"lesson": 99})):
        path.write_text(content, encoding="utf-8")
        with pytest.raises(ReadingError, match=r"x\.lesson\.json"):
            load_lesson(path)
