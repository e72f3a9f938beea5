"""Lessons: tasks on a text that check themselves, for a class; see `notebooks/teaching/README.md`."""

from analysis.lessons.asking import ask, open_lesson, show_marks, show_text

__all__ = ["ask", "open_lesson", "show_marks", "show_text"]
