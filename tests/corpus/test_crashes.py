"""A run that is broken off at any point, and started again, gives the tables of an undisturbed one."""

from __future__ import annotations

import errno
import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from analysis.cli import main
from analysis.corpus import load_table, run_corpus
from analysis.corpus.local import run_locally
from analysis.corpus.shards import DONE, cut_shards, load_count, mark_path, write_whole
from analysis.corpus.sources import read_source
from analysis.text.rates import rows_of

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 90  # seconds
Compare = Callable[[Path, Path], None]


def start(corpus: Path, out: Path, *more: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "analysis", "corpus", str(corpus), str(out), "--shard", "7", *more]
    return subprocess.Popen(
        command,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        # what a shell starts in the background is deaf to Ctrl-C, and so are its children
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )


def wait_for(holds: Callable[[], object], what: str) -> None:
    end = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < end, what
        time.sleep(0.02)


def shards_done(out: Path) -> int:
    return len(list((out / DONE).glob("*.json")))


def children(pid: int) -> list[int]:
    """The worker processes of a run (Python's own resource tracker is left alone)."""
    found = []
    for status in Path("/proc").glob("[0-9]*/status"):
        try:
            parent = next(line for line in status.read_text().splitlines() if line.startswith("PPid:"))
            command = (status.parent / "cmdline").read_bytes()
        except (OSError, StopIteration):
            continue
        if int(parent.split()[1]) == pid and b"spawn_main" in command:
            found.append(int(status.parent.name))
    return found


def is_running(pid: int) -> bool:
    """Whether a process has not ended; one that nobody has asked how it ended still has an empty line."""
    try:
        return bool(Path(f"/proc/{pid}/cmdline").read_bytes())
    except OSError:
        return False


needs_proc = pytest.mark.skipif(
    not Path("/proc/self/status").exists(), reason="finds workers by /proc, as on Linux"
)


@needs_proc
def test_a_killed_worker_costs_nothing(
    corpus: Path, whole: Path, tmp_path: Path, assert_same: Compare
) -> None:
    out = tmp_path / "out"
    run = start(corpus, out, "--workers", "2")
    wait_for(lambda: shards_done(out) >= 1, "a shard is done")
    os.kill(children(run.pid)[0], signal.SIGKILL)
    stdout, stderr = run.communicate(timeout=PATIENCE)
    assert (run.returncode, stderr) == (0, "")
    assert stdout.startswith("45 articles: 41 measured, 4 in")
    assert_same(whole, out)


@needs_proc
def test_a_killed_run_goes_on_and_leaves_no_worker_behind(
    corpus: Path, whole: Path, tmp_path: Path, assert_same: Compare
) -> None:
    out = tmp_path / "out"
    run = start(corpus, out, "--workers", "2")
    wait_for(lambda: shards_done(out) >= 1, "a shard is done")
    workers = children(run.pid)
    assert workers
    run.kill()
    run.communicate(timeout=PATIENCE)
    wait_for(lambda: not any(Path(f"/proc/{pid}").exists() for pid in workers), "the workers have ended")
    result = run_corpus(corpus, out, workers=1, shard=7)
    assert result.n_found_done > 0
    assert_same(whole, out)


def test_ctrl_c_stops_with_a_sentence_and_the_run_goes_on(
    corpus: Path, whole: Path, tmp_path: Path, assert_same: Compare
) -> None:
    out = tmp_path / "out"
    run = start(corpus, out, "--workers", "1")
    wait_for(lambda: shards_done(out) >= 1, "a shard is done")
    os.killpg(run.pid, signal.SIGINT)  # as a terminal does: to all of them
    _, stderr = run.communicate(timeout=PATIENCE)
    if run.returncode != 0:  # else it was done before the signal came
        assert (run.returncode, stderr) == (130, "discourse: stopped; the same command goes on from here\n")
    run_corpus(corpus, out, workers=1, shard=7)
    assert_same(whole, out)


@needs_proc
def test_ctrl_c_while_workers_begin_leaves_no_traceback_of_theirs(corpus: Path, tmp_path: Path) -> None:
    run = start(corpus, tmp_path / "out", "--workers", "2")
    wait_for(lambda: children(run.pid), "a worker begins")
    os.killpg(run.pid, signal.SIGINT)
    _, stderr = run.communicate(timeout=PATIENCE)
    assert (run.returncode, stderr) == (130, "discourse: stopped; the same command goes on from here\n")


@needs_proc
@pytest.mark.parametrize("moment", ["a worker begins", "a shard is done"])
def test_ctrl_c_while_a_cluster_begins_or_works_leaves_one_sentence_and_no_worker(
    corpus: Path, whole: Path, tmp_path: Path, assert_same: Compare, moment: str
) -> None:
    """Dask itself would print a traceback a worker, and one for a cluster that has only half begun."""
    out = tmp_path / "out"
    run = start(corpus, out, "--workers", "2", "--engine", "dask")
    wait_for(lambda: children(run.pid), "a worker begins")
    if moment == "a shard is done":
        wait_for(lambda: shards_done(out) >= 1, moment)
    workers = children(run.pid)
    os.killpg(run.pid, signal.SIGINT)
    _, stderr = run.communicate(timeout=PATIENCE)
    if moment == "a worker begins" or run.returncode != 0:  # else it was done before the signal came
        assert (run.returncode, stderr) == (130, "discourse: stopped; the same command goes on from here\n")
    wait_for(lambda: not any(is_running(pid) for pid in workers), "the workers have ended")
    run_corpus(corpus, out, workers=1, shard=7)
    assert_same(whole, out)


def test_a_run_that_is_given_up_leaves_no_thread_for_python_to_trip_over(
    corpus: Path, tmp_path: Path
) -> None:
    before = set(threading.enumerate())
    for number in range(4):  # a race, so that once says little
        counts = run_locally(cut_shards(read_source(corpus), 1), str(tmp_path / str(number)), workers=2)
        next(counts)
        counts.close()  # as Ctrl-C does
        assert set(threading.enumerate()) <= before


def test_a_full_disk_is_one_sentence_and_leaves_no_half_file(
    corpus: Path, whole: Path, tmp_path: Path, assert_same: Compare
) -> None:
    out = tmp_path / "out"
    limited = (
        "import resource, signal, sys; signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (5000, 5000));"
        "from analysis.cli import main; sys.exit(main(sys.argv[1:]))"
    )
    run = subprocess.run(
        [sys.executable, "-c", limited, "corpus", str(corpus), str(out), "--shard", "7"],
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert run.returncode == 2
    assert run.stderr.count("\n") == 1
    assert "File too large" in run.stderr
    assert not [path for path in out.rglob(".*") if path.is_file()]
    run_corpus(corpus, out, workers=1, shard=7)
    assert_same(whole, out)


def test_a_disk_that_fills_up_while_a_file_is_written_leaves_the_old_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "part"
    write_whole(path, b"old")

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_whole(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_shard_without_its_mark_is_made_again(
    corpus: Path, tmp_path: Path, whole: Path, assert_same: Compare
) -> None:
    out = tmp_path / "out"
    run_corpus(corpus, out, workers=1, shard=7)
    (out / "tone" / "part-000002.parquet").write_bytes(b"torn")
    mark_path(out, 2).write_bytes(b'{"shard": 2')
    assert load_count(out, 2) is None
    assert run_corpus(corpus, out, workers=1, shard=7).n_found_done == 45 - 7
    assert_same(whole, out)


KILLER = "kill the worker"


def test_an_article_that_kills_its_worker_is_the_only_one_lost(tmp_path: Path) -> None:
    """The worker is killed by a text, as a bug in a library of C could do it."""
    source = tmp_path / "killing.jsonl"
    texts = ["One is fine.", "Two is fine.", KILLER, "Four is fine."]
    source.write_text(
        "".join(json.dumps({"id": str(n), "text": text}) + "\n" for n, text in enumerate(texts))
    )
    (tmp_path / "sitecustomize.py").write_text(
        "import analysis.corpus.tables as tables\n"
        "import analysis.corpus.shards as shards\n"
        "import os\n"
        "def rows(doc, number, plain=tables.rows_of_article):\n"
        f"    if doc.text == {KILLER!r}: os.kill(os.getpid(), 9)\n"
        "    return plain(doc, number)\n"
        "shards.rows_of_article = rows\n"
    )
    run = subprocess.run(
        [sys.executable, "-m", "analysis", "corpus", str(source), str(tmp_path / "out"), "--shard", "2"],
        env=os.environ | {"PYTHONPATH": f"{tmp_path}{os.pathsep}{ROOT}"},
        capture_output=True, text=True, timeout=PATIENCE, check=False,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    assert list(load_table(tmp_path / "out", "articles")["id"]) == ["0", "1", "3"]
    (error,) = rows_of(load_table(tmp_path / "out", "errors"))
    assert (error.id, error.reason) == ("2", "the worker died on it, twice")


def test_a_folder_that_cannot_be_written_is_one_sentence(
    corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert main(["corpus", str(corpus), str(tmp_path / "file" / "out"), "--workers", "1"]) == 2
    assert capsys.readouterr().err.count("\n") == 1
