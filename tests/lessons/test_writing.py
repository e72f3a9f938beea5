"""A lesson on the disk: each file whole or the older one, its lines ended alike on every system."""

from __future__ import annotations

import _pyio
import os
from pathlib import Path

import pytest

from analysis.lessons.journal import Attempt, keep_attempt, load_attempts
from analysis.lessons.lesson import Lesson, load_lesson
from analysis.lessons.making import make_lesson
from analysis.lessons.writing import write_lesson
from analysis.text.document import make_document

TEXT = "The ferry\n\n“We will stay,” Ada Brook said.\n\nShe said that the town was safe."


@pytest.fixture(scope="module")
def lesson() -> Lesson:
    return make_lesson([make_document(TEXT)], name="ferry", title="Who \udcff stays?", topics=["quotations"])


@pytest.fixture
def on_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    """Text files end their lines as they do there, where nothing else is asked for."""
    monkeypatch.setattr(os, "linesep", "\r\n")
    monkeypatch.setattr("io.open", _pyio.open)


@pytest.mark.parametrize("broken_off_at", [0, 1, 4])
def test_a_file_that_cannot_be_written_whole_leaves_the_older_one(
    lesson: Lesson, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, broken_off_at: int
) -> None:
    paths = write_lesson(lesson, tmp_path)
    for path in paths:
        path.write_bytes(b"older")
    writes = iter(range(len(paths)))
    write = Path.write_bytes

    def fill_up(self: Path, content: bytes) -> int:
        if next(writes) < broken_off_at:
            return write(self, content)
        write(self, content[:3])
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(Path, "write_bytes", fill_up)
        with pytest.raises(OSError, match="No space left"):
            write_lesson(lesson, tmp_path)
    assert [path for path in paths if path.read_bytes() != b"older"] == paths[:broken_off_at]
    assert {path for path in tmp_path.rglob("*") if path.is_file()} == set(paths), "no rest is left"


@pytest.mark.usefixtures("on_windows")
def test_every_file_of_a_lesson_has_the_same_line_ends_on_every_system(
    lesson: Lesson, tmp_path: Path
) -> None:
    paths = write_lesson(lesson, tmp_path)
    assert len(paths) == 5
    assert [path.name for path in paths if b"\r" in path.read_bytes()] == []


@pytest.mark.usefixtures("on_windows")
def test_answers_are_added_with_the_same_line_ends_on_every_system(tmp_path: Path) -> None:
    path = tmp_path / "ferry.answers.jsonl"
    attempts = [Attempt("1", answer, "kept", (), ()) for answer in ("a\nb", "c")]
    assert [keep_attempt(path, attempt) for attempt in attempts] == [True, True]
    content = path.read_bytes()
    assert (content.count(b"\n"), content.count(b"\r")) == (2, 0)
    assert load_attempts(path) == attempts


@pytest.mark.parametrize(
    "answer", ["a\u2028b", "a\u2029b", "a\x85b", "a\rb", "a\x0cb", "’\U0001f600", "\ud800"]
)
def test_no_character_of_an_answer_loses_it(tmp_path: Path, answer: str) -> None:
    path = tmp_path / "ferry.answers.jsonl"
    attempts = [Attempt("1", answer, "kept", (), ()), Attempt("2", "yes", "kept", (), ())]
    assert [keep_attempt(path, attempt) for attempt in attempts] == [True, True]
    assert load_attempts(path) == attempts


def test_answers_of_an_earlier_version_are_read_as_well(tmp_path: Path) -> None:
    path = tmp_path / "ferry.answers.jsonl"
    kept = '{"task": "1", "answer": "’a\u2028b", "verdict": "kept", "lines": [], "hints": []}\n'
    path.write_text(kept, encoding="utf-8", newline="\n")
    assert load_attempts(path) == [Attempt("1", "’a\u2028b", "kept", (), ())]


def test_a_title_with_a_broken_character_ends_no_lesson_half_written(lesson: Lesson, tmp_path: Path) -> None:
    paths = write_lesson(lesson, tmp_path)
    assert "# Who ? stays?" in paths[1].read_text(encoding="utf-8")
    assert "<title>Who � stays?" in paths[2].read_text(encoding="utf-8")
    assert load_lesson(paths[0]).docs[0].text == TEXT
