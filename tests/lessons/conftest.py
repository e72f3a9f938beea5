"""Lessons that many tests look at: those of the course, and one of every topic on a text of the project."""

from __future__ import annotations

import pytest

from analysis.lessons.course import COURSE
from analysis.lessons.lesson import Lesson, StudentLesson, seal_lesson
from analysis.lessons.making import make_lesson
from analysis.text.reading import load_text


@pytest.fixture(scope="session")
def course() -> dict[str, Lesson]:
    """The six lessons, with their answers."""
    return {
        one.name: make_lesson(
            [load_text(name) for name in one.texts], name=one.name, title=one.question, topics=one.topics
        )
        for one in COURSE
    }


@pytest.fixture(scope="session")
def sealed(course: dict[str, Lesson]) -> dict[str, StudentLesson]:
    """The six lessons as students get them."""
    return {name: seal_lesson(lesson) for name, lesson in course.items()}
