"""The command under bad conditions: streams, disks, rights, locales, signals; one sentence."""

from __future__ import annotations

import json
import os
import resource
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from analysis.cli import main
from analysis.commands.exits import BAD_INPUT, INTERRUPTED, OK
from analysis.lessons.asking import RECORD

STORY = "“We will stay,” Ada Brook said.\n\nShe said that the town was safe.\n"
ROOT = Path(__file__).resolve().parents[2]
LARGE = "“We will stay,” Ada Brook said. " * 3_000
ATTEMPT = {"task": "1", "answer": "Ada Brook", "verdict": "right", "lines": [], "hints": []}
ANSWERED = {  # a student's notebook, or what is read of it
    "cells": [{"outputs": [{"data": {RECORD: {"lesson": "story", "task": "1", "attempts": [ATTEMPT]}}}]}]
}


def sentence(done: subprocess.CompletedProcess[bytes]) -> str:
    """What a refusal says: exactly one line."""
    assert done.returncode == BAD_INPUT
    text = done.stderr.decode()
    assert text.startswith("discourse: ")
    assert text.count("\n") == 1
    return text


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    story = tmp_path_factory.mktemp("usual") / "story.txt"
    story.write_text(STORY, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "analysis", "annotate", str(story)], capture_output=True, check=True, cwd=ROOT
    )
    return done.stdout


# Little output reaches the disk or the pipe only when Python ends, more of it earlier.
AMOUNTS = pytest.mark.parametrize(
    "layers", ["words", "words,sentences,voices,quotations,framing,tone,loaded"]
)


@AMOUNTS
def test_a_full_disk_is_one_sentence(run, story: Path, layers: str) -> None:
    with open("/dev/full", "wb") as full:  # noqa: PTH123
        done = run("annotate", story, "--layers", layers, stdout=full, stderr=subprocess.PIPE)
    assert "No space left" in sentence(done)


@AMOUNTS
def test_a_reader_that_leaves_is_no_error(run, story: Path, layers: str) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = run("annotate", story, "--layers", layers, stdout=writing, stderr=subprocess.PIPE)
    os.close(writing)
    assert (done.returncode, done.stderr) == (OK, b"")


def test_a_closed_output_gives_no_traceback(run, story: Path) -> None:
    def close() -> None:
        os.close(1)

    done = run("annotate", story, stdout=None, stderr=subprocess.PIPE, preexec_fn=close)
    assert done.returncode in (OK, BAD_INPUT)


def test_a_closed_input_is_one_sentence(run) -> None:
    def close() -> None:
        os.close(0)

    assert "standard input is closed" in sentence(run("annotate", "--jsonl", preexec_fn=close))


@pytest.mark.parametrize("command", ["export", "corpus"])
def test_a_closed_error_output_ends_no_long_work(run, story: Path, tmp_path: Path, command: str) -> None:
    def close() -> None:
        os.close(2)

    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "one.txt").write_text(STORY, encoding="utf-8")
    out = tmp_path / "out"
    arguments = {
        "corpus": [tmp_path / "in", out, "--workers", "1"],
        "export": [story, tmp_path / "in" / "one.txt", "--to", "json", "--out", out],
    }
    done = run(command, *arguments[command], stderr=None, preexec_fn=close)
    assert (done.returncode, out.is_dir()) == (OK, True)


def test_an_interrupt_ends_with_130_and_one_sentence(story: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "analysis", "annotate", "--jsonl"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT,
        # what a shell starts in the background is deaf to Ctrl-C, and so are its children
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )  # fmt: skip
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(json.dumps({"id": "a", "text": "x " * 40_000}).encode() + b"\n" * 2)
    process.stdin.flush()
    process.stdout.read(1)  # it works by now
    time.sleep(0.1)
    process.send_signal(signal.SIGINT)
    _, error = process.communicate(timeout=60)
    assert process.returncode == INTERRUPTED
    assert error == b"discourse: stopped; nothing more was written\n"


@pytest.mark.parametrize(("mask", "rights"), [(0o002, 0o664), (0o022, 0o644), (0o077, 0o600)])
def test_written_files_have_the_rights_of_the_mask(story: Path, mask: int, rights: int) -> None:
    before = os.umask(mask)
    try:
        assert main(["export", str(story), "--to", "brat", "--out", str(story.parent / "out")]) == OK
    finally:
        os.umask(before)
    made = list((story.parent / "out").iterdir())
    assert {stat.S_IMODE(path.stat().st_mode) for path in made} == {rights}


def test_a_folder_that_cannot_be_written_is_one_sentence(
    run, story: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    for arguments in (["export", "--to", "json"], ["figures"]):
        command, *others = arguments
        assert main([command, str(story), *others, "--out", str(tmp_path / "file" / "out")]) == BAD_INPUT
        assert capsys.readouterr().err.count("\n") == 1


def test_a_read_only_folder_is_one_sentence(
    story: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", str(tmp_path / "out"))

    monkeypatch.setattr(Path, "mkdir", refuse)  # root may write everywhere, so the rights alone show nothing
    assert main(["export", str(story), "--to", "json", "--out", str(tmp_path / "out")]) == BAD_INPUT
    assert "Permission denied" in capsys.readouterr().err


@pytest.mark.parametrize(
    "command",
    [
        ["export", "story.txt", "--to", "json", "--to", "csv", "--out", "out"],
        ["report", "story.txt", "--out", "out"],
        ["figures", "story.txt", "--only", "tone", "--out", "out"],
        ["compare", "story.txt", "other.txt", "--html", "out/page.html"],
        ["compare", "story.txt", "other.txt", "--csv", "out"],
        ["compare", "story.txt", "--reword", "stay=go", "--html", "out/page.html"],
        ["robustness", "story.txt", "--only", "voice_tone", "--csv", "out"],
        ["lesson", "new", "--article", "story.txt", "--out", "out"],
        ["lesson", "collect", "handed-in", "--csv", "out"],
    ],
    ids=" ".join,
)
@pytest.mark.parametrize("broken_off_by", ["full disk", "interrupt"])
def test_a_disk_that_fills_up_leaves_the_older_file_and_no_rest(
    story: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    command: list[str],
    broken_off_by: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("other.txt").write_text(STORY + "\nNobody knows why.\n", encoding="utf-8")
    Path("handed-in").mkdir()
    Path("handed-in", "ada.ipynb").write_text(json.dumps(ANSWERED), encoding="utf-8")
    assert main(command) == OK
    older = {path: b"older" for path in Path("out").rglob("*") if path.is_file()}
    assert older
    for path, content in older.items():
        path.write_bytes(content)
    capsys.readouterr()
    if broken_off_by == "full disk":
        with no_file_beyond(3):
            assert main(command) == BAD_INPUT
        assert capsys.readouterr().err == "discourse: output cannot be used: File too large\n"
    else:

        def interrupt(self: Path, content: bytes) -> int:
            with self.open("wb") as file:
                file.write(content[:3])
            raise KeyboardInterrupt

        with monkeypatch.context() as patched:
            patched.setattr(Path, "write_bytes", interrupt)
            assert main(command) == INTERRUPTED
    assert {path: path.read_bytes() for path in Path("out").rglob("*") if path.is_file()} == older
    assert not list(Path("out").rglob(".*"))


@contextmanager
def no_file_beyond(size: int) -> Iterator[None]:
    """As on a disk that fills up: of what is written, so many bytes reach it before the system says no."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_link_to_a_page_stays_a_link(story: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("link.html").symlink_to("page.html")
    assert main(["compare", "story.txt", "--reword", "stay=go", "--html", "link.html"]) == OK
    assert Path("link.html").is_symlink()
    assert Path("page.html").read_bytes().startswith(b"<!DOCTYPE html>")


def test_a_page_can_go_into_a_pipe(run, story: Path) -> None:
    done = run("compare", story, "--reword", "stay=go", "--html", "/dev/stdout")
    assert (done.returncode, done.stderr) == (OK, b"")
    assert b"<!DOCTYPE html>" in done.stdout


@pytest.mark.parametrize(
    ("python", "environment"),
    [
        ((), {"PYTHONHASHSEED": "1", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}),
        ((), {"PYTHONHASHSEED": "2", "LC_ALL": "tr_TR.UTF-8", "TZ": "Pacific/Kiritimati"}),
        (("-O",), {"HOME": None, "XDG_CACHE_HOME": None, "XDG_CONFIG_HOME": None}),
        (("-W", "error"), {"HOME": "/proc/nowhere", "SOURCE_DATE_EPOCH": "0"}),
    ],
    ids=["C locale", "other locale, zone and hash seed", "no home, -O", "unwritable home, -W error"],
)
def test_the_same_bytes_under_other_conditions(
    run, story: Path, usual: bytes, python: tuple[str, ...], environment: dict[str, str | None]
) -> None:
    done = run("annotate", story, python=python, environment=environment)
    assert (done.returncode, done.stderr) == (OK, b"")
    assert done.stdout == usual


def test_the_help_prints_where_the_locale_knows_only_ascii(run) -> None:
    plain = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    done = run("annotate", "--help", environment=plain)
    assert done.returncode == OK
    assert "…" in done.stdout.decode("utf-8")


def test_a_report_needs_no_home(run, story: Path, tmp_path: Path) -> None:
    done = run("report", story, "--out", tmp_path / "out", environment={"HOME": "/proc/nowhere"})
    assert done.returncode == OK
    assert (tmp_path / "out" / "story.html").is_file()


NO_NETWORK = """
import socket, sys
def refuse(*_, **__):
    raise AssertionError("the network was asked for")
socket.socket.connect = socket.create_connection = socket.getaddrinfo = refuse
from analysis.cli import main
sys.exit(main(sys.argv[1:]))
"""
CLOCK = """
import time, sys
time.time = lambda: 0.0
time.time_ns = lambda: 0
from analysis.cli import main
sys.exit(main(sys.argv[1:]))
"""


@pytest.mark.parametrize("code", [NO_NETWORK, CLOCK], ids=["no network", "a clock in 1970"])
def test_neither_network_nor_clock_is_needed(code: str, story: Path, usual: bytes) -> None:
    page = story.with_suffix(".html")
    page.write_text(f"<html><body><article><p>{LARGE[:3_000]}</p></article></body></html>", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", code, "annotate", str(story), str(page)],
        capture_output=True, check=True, cwd=ROOT,
    )  # fmt: skip
    assert done.stdout.splitlines()[0] == usual.strip()
