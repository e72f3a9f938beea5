"""The same corpus on a real Dask cluster of two worker processes on loopback, one of which is killed."""

from __future__ import annotations

import os
import signal
import socket
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from distributed import LocalCluster

from analysis.corpus import load_table, run_corpus

Compare = Callable[[Path, Path], None]


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    with LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, host="127.0.0.1"
    ) as two:
        two.wait_for_workers(2, timeout=60)
        yield two


def test_a_cluster_gives_the_same_tables_though_a_worker_is_killed(
    cluster: Any, corpus: Path, whole: Path, tmp_path: Path, assert_same: Compare
) -> None:
    killed: list[int] = []

    def kill_one(_: int) -> None:
        if not killed:
            killed.append(next(iter(cluster.workers.values())).pid)
            os.kill(killed[0], signal.SIGKILL)

    result = run_corpus(
        corpus,
        tmp_path / "out",
        shard=7,
        engine="dask",
        scheduler=cluster.scheduler_address,
        progress=kill_one,
    )
    assert killed
    assert (result.n_in, result.n_out, result.n_errors) == (45, 41, 4)
    assert_same(whole, tmp_path / "out")


def test_a_run_begun_on_one_machine_goes_on_on_a_cluster(
    cluster: Any, corpus: Path, whole: Path, tmp_path: Path, assert_same: Compare
) -> None:
    out = tmp_path / "out"
    run_corpus(corpus, out, workers=1, shard=7)
    for mark in list((out / "finished").glob("*.json"))[:3]:
        mark.unlink()
    result = run_corpus(corpus, out, shard=7, engine="dask", scheduler=cluster.scheduler_address)
    assert 0 < result.n_found_done < 45
    assert_same(whole, out)
    assert len(load_table(out, "articles")) == 41


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:9", "here:there", "http://127.0.0.1:9"])
def test_a_scheduler_that_is_not_there_gets_a_sentence(address: str, corpus: Path, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=f"no Dask scheduler at {address}; its address is as tcp"):
        run_corpus(corpus, tmp_path / "out", engine="dask", scheduler=address)


def test_what_answers_and_is_no_scheduler_gets_the_same_sentence(corpus: Path, tmp_path: Path) -> None:
    def greet(server: socket.socket) -> None:
        while True:
            try:
                connection, _ = server.accept()
            except OSError:
                return
            with connection:  # the length of what follows, as Dask reads it: three exabytes
                connection.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n" * 9)

    with socket.create_server(("127.0.0.1", 0)) as server:
        threading.Thread(target=greet, args=(server,), daemon=True).start()
        address = f"tcp://127.0.0.1:{server.getsockname()[1]}"
        with pytest.raises(ValueError, match=f"no Dask scheduler at {address}"):
            run_corpus(corpus, tmp_path / "out", engine="dask", scheduler=address)


def test_without_dask_one_is_told_what_to_install(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(ValueError, match=r'pip install "discourse-lens\[dask\]"'):
        run_corpus(corpus, tmp_path / "out", engine="dask")
