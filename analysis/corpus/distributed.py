"""Shards on a Dask cluster: the same function and the same tables, on many machines that share a disk."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import ExitStack, closing
from typing import Any

from analysis.corpus.local import DIED, deaf_to_ctrl_c
from analysis.corpus.shards import Count, Shard, error_row, measure_article, run_shard
from analysis.corpus.sources import Article
from analysis.corpus.tables import Rows

AHEAD = 2  # shards waiting for each worker


def run_on_dask(shards: Iterator[Shard], out: str, *, scheduler: str | None, workers: int) -> Iterator[Count]:
    """The count of each shard as it is written.

    Args:
        scheduler: address of a running cluster; without it one is started on this machine.
        workers: of a cluster that is started here; on Windows, they hear Ctrl-C and complain.

    A shard whose worker died is given to another; Dask gives up on one that has killed several, and its
    articles are then measured one by one.

    Raises:
        ValueError: Dask is not installed, or the scheduler cannot be reached.
    """
    try:
        from distributed import Client, KilledWorker, LocalCluster, as_completed
    except ImportError as error:
        raise ValueError(
            'Dask is not installed; install it with: pip install "discourse-lens[dask]"'
        ) from error
    with ExitStack() as begun:
        if scheduler is None:
            # Dask cannot end a cluster that has only half begun, so Ctrl-C waits until it stands. Its workers
            # never hear it, and what Dask says of their end is no news: a lost article stands in errors.
            with deaf_to_ctrl_c():
                cluster = LocalCluster(
                    n_workers=workers, threads_per_worker=1, processes=True, dashboard_address=None,
                    silence_logs=logging.CRITICAL,
                )  # fmt: skip
                begun.enter_context(closing(cluster))
                client = begun.enter_context(closing(Client(cluster)))
        else:
            client = begun.enter_context(closing(_reach(scheduler)))
        under_way: dict[Any, Shard] = {}

        def submit() -> list[Any]:
            wanted = AHEAD * max(len(client.scheduler_info()["workers"]), 1)
            new = []
            while len(under_way) < wanted and (shard := next(shards, None)) is not None:
                future = client.submit(run_shard, shard, out, pure=False)
                under_way[future] = shard
                new.append(future)
            return new

        done = as_completed(submit())
        for future in done:
            shard = under_way.pop(future)
            try:
                yield future.result()
            except KilledWorker:
                yield _run_alone(client, shard, out, KilledWorker)
            for new in submit():
                done.add(new)


def _reach(scheduler: str) -> Any:
    """A client of a cluster that is running."""
    from distributed import Client

    try:
        return Client(scheduler, timeout=20)
    # What is no address is a ValueError; what answers in another tongue may say that it sends exabytes.
    except (OSError, ValueError, MemoryError) as error:
        raise ValueError(
            f"there is no Dask scheduler at {scheduler}; its address is as tcp://10.0.0.1:8786"
        ) from error


def _run_alone(client: Any, shard: Shard, out: str, killed: type[Exception]) -> Count:
    def measure(article: Article) -> Rows:
        try:
            rows: Rows = client.submit(measure_article, article, pure=False).result()
        except killed:
            return error_row(article, DIED)
        return rows

    return run_shard(shard, out, measure)
