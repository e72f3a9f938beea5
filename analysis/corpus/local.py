"""Shards on this machine's cores, in processes that may die without taking the run with them."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import resource_tracker

from analysis.collector import collect_seldom
from analysis.corpus.shards import Count, Shard, error_row, measure_article, run_shard
from analysis.corpus.sources import Article
from analysis.corpus.tables import Rows

AHEAD = 2  # shards waiting for each worker: enough to keep it busy, few enough to keep memory flat
PATIENCE = 5  # seconds for a process, or the pool's thread, to end
MOST_BREAKS = 2  # after so many, a shard is suspected and its articles are measured one by one
DIED = "the worker died on it, twice"
NO_START = (
    "no worker process can start; in a script of one's own, call run_corpus below a line "
    'that says: if __name__ == "__main__":'
)


def run_locally(shards: Iterator[Shard], out: str, workers: int) -> Iterator[Count]:
    """The count of each shard as it is written.

    When a worker dies, all its pool is broken: the shards that were under way are tried again, and one that
    was there at each death is measured article by article, so that one article alone goes to errors.
    """
    breaks: dict[int, int] = {}
    waiting: list[Shard] = []
    while True:
        under_way: dict[Future[Count], Shard] = {}
        pool = _make_pool(workers)
        try:
            while True:
                while len(under_way) < AHEAD * workers:
                    shard = waiting.pop() if waiting else next(shards, None)
                    if shard is None:
                        break
                    if breaks.get(shard.number, 0) >= MOST_BREAKS:
                        yield run_shard(shard, out, _measure_alone)
                        continue
                    with deaf_to_ctrl_c():
                        under_way[pool.submit(run_shard, shard, out)] = shard
                if not under_way:
                    return
                done, _ = wait(under_way, return_when=FIRST_COMPLETED)
                for future in done:
                    count = future.result()
                    del under_way[future]
                    yield count
        except BrokenProcessPool:
            for shard in under_way.values():
                breaks[shard.number] = breaks.get(shard.number, 0) + 1
            waiting += sorted(under_way.values(), key=lambda shard: -shard.number)
        finally:
            _stop(pool)


def _measure_alone(article: Article) -> Rows:
    """An article of a shard whose workers died, in a process of its own."""
    for _ in range(MOST_BREAKS):
        pool = _make_pool(1)
        try:
            return pool.submit(measure_article, article).result()
        except BrokenProcessPool:
            continue
        finally:
            _stop(pool)
    return error_row(article, DIED)


def _make_pool(workers: int) -> ProcessPoolExecutor:
    # Processes are started afresh: a copy of a process with threads may hang.
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(workers, mp_context=context, initializer=_begin_worker)
    try:
        with deaf_to_ctrl_c():
            ready = pool.submit(_is_ready)
        ready.result()
    except BrokenProcessPool:
        raise ValueError(NO_START) from None
    return pool


@contextmanager
def deaf_to_ctrl_c() -> Iterator[None]:
    """Processes that begin here never hear Ctrl-C, not even as they import; this one hears it afterwards."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    resource_tracker.ensure_running()  # it would lift the block when it starts itself
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _is_ready() -> bool:
    """What a worker does first: one that cannot start must not be taken for one that an article killed."""
    return True


def _begin_worker() -> None:
    """In a worker: leave Ctrl-C to the main process, and end when that one has ended, however it did."""
    collect_seldom()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:

        def watch() -> None:
            parent.join()
            os._exit(1)

        threading.Thread(target=watch, daemon=True).start()


def _stop(pool: ProcessPoolExecutor) -> None:
    """End a pool without waiting for what is under way: a shard that is not whole is made again.

    The pool's own thread is waited for once its processes are gone. Python wakes it at exit, and where it
    were just closing its pipe then, a traceback would stand below our sentence.
    """
    processes = list((getattr(pool, "_processes", None) or {}).values())
    thread: threading.Thread | None = getattr(pool, "_executor_manager_thread", None)
    pool.shutdown(wait=False, cancel_futures=True)
    for process in processes:
        process.terminate()
    for process in processes:
        process.join(timeout=PATIENCE)
    if thread is not None:
        thread.join(timeout=PATIENCE)
