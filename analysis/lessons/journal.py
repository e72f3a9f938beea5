"""One's own answers, kept beside the lesson from one day to the next.

A file a lesson, a line of JSON an answer, the newest last. Nothing leaves the computer, and no name is kept.
"""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

ENDING = ".answers.jsonl"
FOLDER = (
    "DISCOURSE_ANSWERS"  # names another folder for the files, as where the course lies on a read-only disk
)


@dataclass(frozen=True, slots=True)
class Attempt:
    """An answer as it was given, and what was told on it."""

    task: str
    answer: Any
    verdict: str
    lines: tuple[str, ...]
    hints: tuple[str, ...]


def journal_path(lesson_file: Path, name: str) -> Path:
    """Where the answers to a lesson are kept."""
    folder = os.environ.get(FOLDER)
    return (Path(folder) if folder else lesson_file.parent) / f"{name}{ENDING}"


def load_attempts(path: Path) -> list[Attempt]:
    """The answers so far; a line that cannot be read is passed over: a torn file loses one answer at most."""
    try:
        lines = path.read_text(encoding="utf-8", errors="replace").split("\n")
    except OSError:
        return []
    return [attempt for line in lines if (attempt := _read(line)) is not None]


def keep_attempt(path: Path, attempt: Attempt) -> bool:
    """Add an answer; False where it cannot be written, as on a read-only disk."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a", encoding="utf-8", newline="\n") as file:
            file.write(json.dumps(asdict(attempt), default=str) + "\n")  # ASCII: no answer is a line end
    except OSError:
        return False
    return True


def as_attempt(read: Any) -> Attempt | None:
    """An attempt from JSON, or None."""
    try:
        return Attempt(
            task=str(read["task"]),
            answer=read["answer"],
            verdict=str(read["verdict"]),
            lines=tuple(map(str, read["lines"])),
            hints=tuple(map(str, read["hints"])),
        )
    except (KeyError, TypeError):
        return None


def _read(line: str) -> Attempt | None:
    try:
        return as_attempt(json.loads(line))
    except (ValueError, RecursionError):
        return None
