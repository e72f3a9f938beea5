"""A task as students see it: question, what was answered, what is told on it."""

from __future__ import annotations

from typing import Any

from analysis.lessons.checking import KEPT, PARTLY, RIGHT, UNREADABLE, WRONG, Feedback
from analysis.lessons.sealing import SealedTask
from analysis.lessons.tasks import ARGUMENT, CHOICE, LEXICON, NAME, NUMBER, PASSAGES
from analysis.views.reading_view.markup import escape_text

# A sign, a word and a line style each: nothing by color alone.
SIGNS = {
    RIGHT: ("✓", "Right", "solid"),
    PARTLY: ("◐", "Partly", "dashed"),
    WRONG: ("✗", "Not yet", "dotted"),
    KEPT: ("✎", "Kept", "double"),
    UNREADABLE: ("?", "Cannot be read", "dotted"),
}
HOW = {
    PASSAGES: "Copy words from the text, one passage a line; a long one as “first words … last words”.",
    NAME: "Write a name.",
    NUMBER: "Write a number in digits.",
    CHOICE: "Choose one.",
    ARGUMENT: "Write freely. Your words are kept, not checked.",
    LEXICON: "One term a line, with your reason after “=”.",
}


def format_task(task: SealedTask, answer: Any, told: Feedback | None) -> str:
    """The task as HTML, with the feedback under it, which a screen reader announces."""
    options = "".join(f"<li>{escape_text(option)}</li>" for option in task.options)
    listed = f'<ol type="a">{options}</ol>' if options else ""
    return (
        f'<section aria-label="Task {escape_text(task.name)}"><p><b>{escape_text(task.name)}. '
        f"{escape_text(task.title)}</b></p><p>{escape_text(task.prompt)}</p>{listed}<p><small>{HOW[task.kind]}</small></p>"
        f'<div role="status" aria-live="polite">{_format_feedback(answer, told)}</div></section>'
    )


def format_told(told: Feedback | None) -> str:
    """Feedback as plain text."""
    return "not answered yet" if told is None else f"{SIGNS[told.verdict][1]}. {' '.join(told.lines)}"


def _format_feedback(answer: Any, told: Feedback | None) -> str:
    if told is None:
        return ""
    sign, word, line = SIGNS[told.verdict]
    lines = "".join(f"<li><bdi>{escape_text(one)}</bdi></li>" for one in told.lines)
    said = "" if answer is None else f"<p>Your answer: <bdi>{escape_text(_say(answer))}</bdi></p>"
    return (
        f'<div style="border-left:4px {line} currentColor;padding-left:0.8em">{said}<p><b>'
        f'<span aria-hidden="true">{sign}</span> {word}</b></p><ul>{lines}</ul></div>'
    )


def _say(answer: Any) -> str:
    if isinstance(answer, list):
        return " / ".join(map(_say, answer))
    if isinstance(answer, dict):
        return " / ".join(f"{key} = {value}" for key, value in answer.items())
    return " / ".join(str(answer).splitlines())
