"""What the tests on hostile input share: the command as a process of its own, and a small article."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

STORY = "“We will stay,” Ada Brook said.\n\nShe said that the town was safe.\n"
# Generous: what needs longer on a busy machine hangs.
PATIENCE = 120

Run = Callable[..., "subprocess.CompletedProcess[bytes]"]


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    return path


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Run ``discourse`` with these arguments; whatever it does, it shows nobody a traceback."""

    def command(*arguments: str | bytes | Path, python: tuple[str, ...] = (), **options: Any) -> Any:
        # output in its usual pieces, whatever is set here
        environment = os.environ | {"PYTHONUNBUFFERED": None} | options.pop("environment", {})
        done = subprocess.run(
            [sys.executable, *python, "-m", "analysis", *arguments],
            env={name: value for name, value in environment.items() if value is not None},
            timeout=PATIENCE,
            check=False,
            **{"capture_output": "stdout" not in options, "cwd": tmp_path} | options,
        )
        assert b"Traceback" not in (done.stderr or b""), done.stderr.decode(errors="replace")
        assert b"Exception ignored" not in (done.stderr or b""), done.stderr.decode(errors="replace")
        return done

    return command
