"""Two runs never write into one folder at once, and a run that has ended holds nobody off."""

from __future__ import annotations

import errno
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from analysis.cli import main
from analysis.corpus import run_corpus
from analysis.corpus.lock import LOCK, alone_in
from analysis.corpus.run import MANIFEST
from analysis.corpus.shards import mark_path

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 90  # seconds
HELD = "This is item 25."  # in the fourth shard of seven
# Read by each worker as it starts: the article makes it wait, and say that it does.
WAITING = """\
import time
from pathlib import Path
import analysis.corpus.shards as shards
import analysis.corpus.tables as tables

def rows(doc, number):
    if {held!r} in doc.text:
        Path({sign!r}).touch()
        time.sleep({patience})
    return tables.rows_of_article(doc, number)

shards.rows_of_article = rows
"""

needs_kill = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="ends a process as Unix does")


def files(folder: Path) -> dict[str, int]:
    """Each file with the time of its last change."""
    return {
        path.relative_to(folder).as_posix(): path.stat().st_mtime_ns
        for path in folder.rglob("*")
        if path.is_file()
    }


@needs_kill
def test_a_second_run_is_refused_until_the_first_has_ended_however_it_did(
    corpus: Path,
    whole: Path,
    tmp_path: Path,
    assert_same: Callable[[Path, Path], None],
    capsys: pytest.CaptureFixture[str],
) -> None:
    out, sign = tmp_path / "out", tmp_path / "waiting"
    (tmp_path / "sitecustomize.py").write_text(
        WAITING.format(held=HELD, sign=str(sign), patience=PATIENCE), encoding="utf-8"
    )
    arguments = ["corpus", str(corpus), str(out), "--shard", "7", "--workers", "1", "--quiet"]
    first = subprocess.Popen(
        [sys.executable, "-m", "analysis", *arguments],
        env=os.environ | {"PYTHONPATH": f"{tmp_path}{os.pathsep}{ROOT}"},
    )
    try:
        end = time.monotonic() + PATIENCE
        while not sign.exists():
            assert time.monotonic() < end, "the run has come to the article that holds it"
            time.sleep(0.02)
        before = files(out)
        assert main(arguments) == 2
        assert capsys.readouterr().err == (
            f"discourse: another run is writing to {out}; wait until it ends, or choose another folder\n"
        )
        assert files(out) == before
    finally:
        first.send_signal(signal.SIGKILL)
        first.wait(PATIENCE)
    assert main(arguments) == 0
    assert "of them by an earlier run" in capsys.readouterr().out
    assert_same(whole, out)


def test_a_folder_is_held_within_one_process_too_and_then_let_go(tmp_path: Path) -> None:
    with alone_in(tmp_path), pytest.raises(ValueError, match="another run is writing"), alone_in(tmp_path):
        pytest.fail("two hold it")
    with alone_in(tmp_path):
        assert [path.name for path in tmp_path.iterdir()] == [LOCK]


def test_a_run_that_ended_as_soon_as_it_held_the_folder_is_no_obstacle(
    corpus: Path, whole: Path, tmp_path: Path, assert_same: Callable[[Path, Path], None]
) -> None:
    with alone_in(tmp_path):
        pass
    (tmp_path / f".{MANIFEST}.1234").write_bytes(b'{"corp')  # killed while it wrote this
    run_corpus(corpus, tmp_path, workers=1, shard=7)
    assert_same(whole, tmp_path)


def test_nothing_is_laid_into_a_folder_that_is_refused(corpus: Path, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear Ann", encoding="utf-8")
    with pytest.raises(ValueError, match="no empty folder"):
        run_corpus(corpus, tmp_path, workers=1)
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_on_a_disk_that_knows_no_locks_a_run_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: object) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr("analysis.corpus.lock._take", refuse)
    with alone_in(tmp_path):
        (tmp_path / "run").touch()
    assert (tmp_path / "run").exists()


@pytest.fixture(params=[errno.EACCES, errno.EROFS])
def read_only(
    request: pytest.FixtureRequest, whole: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """Finished tables of the corpus in a folder in which nothing may be written."""
    out = shutil.copytree(whole, tmp_path / "out")
    plain = Path.open

    def open_to_read(path: Path, mode: str = "r", *others: Any, **more: Any) -> Any:
        if out in path.parents and set(mode) & set("wax+"):
            raise OSError(request.param, os.strerror(request.param), str(path))
        return plain(path, mode, *others, **more)

    monkeypatch.setattr(Path, "open", open_to_read)  # root may write everywhere, so rights alone show nothing
    return out


@pytest.mark.parametrize("with_lock", [True, False])
def test_finished_tables_that_are_read_only_give_their_counts_again(
    corpus: Path, read_only: Path, with_lock: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    if not with_lock:  # as where only the tables were copied
        (read_only / LOCK).unlink()
    before = files(read_only)
    assert main(["corpus", str(corpus), str(read_only), "--shard", "7", "--quiet"]) == 0
    printed = capsys.readouterr()
    assert printed.out == (
        f"45 articles (45 of them by an earlier run): 41 measured, 4 in {read_only / 'errors'}\n"
    )
    assert printed.err == ""
    assert files(read_only) == before


@pytest.mark.parametrize("missing", ["one shard", "everything"])
def test_where_nothing_may_be_written_what_is_left_to_do_is_refused_in_one_sentence(
    corpus: Path, read_only: Path, missing: str, capsys: pytest.CaptureFixture[str]
) -> None:
    if missing == "one shard":
        mark_path(read_only, 3).unlink()
    else:
        shutil.rmtree(read_only)
        read_only.mkdir()
    before = files(read_only)
    assert main(["corpus", str(corpus), str(read_only), "--shard", "7", "--quiet"]) == 2
    assert capsys.readouterr().err == (
        f"discourse: nothing may be written in {read_only}, and not all articles are measured there; "
        "make it writable, or choose another folder\n"
    )
    assert files(read_only) == before


def test_a_disk_too_full_for_the_lock_is_not_taken_for_a_read_only_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "open", full)
    with pytest.raises(OSError, match="No space left"), alone_in(tmp_path):
        pytest.fail("it is held")
