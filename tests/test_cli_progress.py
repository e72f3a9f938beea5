"""A bar of progress stands on a terminal alone, and never among the rows."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from analysis.commands.exits import OK

# Terminals of this kind are those of Unix.
pty = pytest.importorskip("pty")
termios = pytest.importorskip("termios")

ROOT = Path(__file__).resolve().parents[1]
PATIENCE = 60  # seconds
TEXT = "“We will stay,” Ada Brook said. She said that the town was safe."
LINES = "".join(json.dumps({"id": n, "text": TEXT}) + "\n" for n in range(20))


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    path = tmp_path / "articles.jsonl"
    path.write_text(LINES, encoding="utf-8")
    return path


def annotate(file: str, *, stderr: int, stdout: int = subprocess.PIPE) -> bytes:
    """The rows that the command prints for lines, which standard input sends too."""
    done = subprocess.run(
        [sys.executable, "-m", "analysis", "annotate", "--layers", "words", "--jsonl", file],
        input=LINES.encode(), stdout=stdout, stderr=stderr, env=os.environ | {"PYTHONPATH": str(ROOT)},
        timeout=PATIENCE, check=False,
    )  # fmt: skip
    assert done.returncode == OK
    return done.stdout if stderr != subprocess.PIPE else done.stdout + b"|" + done.stderr


def on_a_terminal(file: str, *, rows_too: bool = False) -> tuple[bytes, str]:
    """The rows, and what a terminal of 80 columns was sent."""
    terminal, program = pty.openpty()
    termios.tcsetwinsize(program, (24, 80))
    shown = bytearray()

    def read() -> None:  # meanwhile, as a terminal does: it holds no more than a few lines
        with contextlib.suppress(OSError):
            while piece := os.read(terminal, 1 << 16):
                shown.extend(piece)

    screen = threading.Thread(target=read, daemon=True)
    screen.start()
    rows = annotate(file, stderr=program, stdout=program if rows_too else subprocess.PIPE)
    os.close(program)
    screen.join(PATIENCE)
    os.close(terminal)
    return rows, shown.decode()


def test_a_bar_counts_the_bytes_of_a_file_and_leaves_the_rows_alone(articles: Path) -> None:
    rows, shown = on_a_terminal(str(articles))
    assert "100%" in shown
    assert f"{articles.stat().st_size / 1000:.2f}k/" in shown
    assert rows + b"|" == annotate(str(articles), stderr=subprocess.PIPE)
    assert rows.count(b"\n") == 20


def test_how_far_standard_input_is_nobody_knows_but_its_bytes_are_counted() -> None:
    rows, shown = on_a_terminal("-")
    assert "%" not in shown
    assert f"{len(LINES) / 1000:.2f}kB" in shown
    assert rows.count(b"\n") == 20


@pytest.mark.parametrize("from_file", [True, False])
def test_no_bar_where_standard_error_is_no_terminal(articles: Path, from_file: bool) -> None:
    assert annotate(str(articles) if from_file else "-", stderr=subprocess.PIPE).endswith(b"\n|")


def test_no_bar_among_rows_on_the_same_terminal(articles: Path) -> None:
    _, shown = on_a_terminal(str(articles), rows_too=True)
    assert "%" not in shown
    assert shown.count("\n") == 20
