"""A corpus from its source to its tables, in one run or in several."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

from analysis import __version__
from analysis.corpus.distributed import run_on_dask
from analysis.corpus.local import run_locally
from analysis.corpus.lock import LOCK, alone_in
from analysis.corpus.shards import DONE, Count, Shard, cut_shards, load_count, write_whole
from analysis.corpus.sources import find_kind, fingerprint, read_source
from analysis.corpus.tables import TABLES
from analysis.text.reading import ReadingError

SHARD = 200  # articles: minutes of work to lose at most, and files that are not too many
MANIFEST = "run.json"
ENGINES = ("local", "dask")


@dataclass(frozen=True, slots=True)
class Result:
    """What became of a corpus: of ``n_in`` articles ``n_out`` were measured, ``n_errors`` are in errors."""

    n_in: int
    n_out: int
    n_errors: int
    n_found_done: int  # of these, what an earlier run had finished


def run_corpus(
    source: Path | str,
    out: Path | str,
    *,
    workers: int | None = None,
    shard: int = SHARD,
    engine: str = "local",
    scheduler: str | None = None,
    progress: Callable[[int], None] | None = None,
) -> Result:
    """Measure every article of a corpus into tables in a folder; a run that was stopped goes on where it was.

    Args:
        source: as `read_source` reads it.
        out: a folder with a folder a table, each with its parts as Parquet files.
        workers: processes; all cores without it.
        shard: articles a part. The rows do not hang on it, nor on the workers.
        engine: ``local``, or ``dask`` with the address of a ``scheduler`` (without one, on this machine).
        progress: called with the number of articles of each shard that is finished.

    Raises:
        ReadingError: the source cannot be read, or holds no article.
        ValueError: the folder holds another corpus or lies inside the source, another run is at it, nothing
            may be written there and not all is done, or an option has no such value.
        OSError: the disk is full, or the folder cannot be made.
    """
    source, out = Path(source), Path(out)
    if engine not in ENGINES:
        raise ValueError(f"there is no engine {engine!r}; there are: {', '.join(ENGINES)}")
    if scheduler is not None and engine != "dask":
        raise ValueError("a scheduler is one of Dask; add --engine dask")
    if shard < 1 or (workers is not None and workers < 1):
        raise ValueError("a shard has one article at least, and a run one worker")
    find_kind(source)
    if source.is_dir() and out.resolve().is_relative_to(source.resolve()):
        raise ValueError(
            f"{out} lies in {source}, whose articles the tables would join; choose another folder"
        )
    _refuse_other_folders(out)
    shards = cut_shards(read_source(source), shard)
    first = next(shards, None)  # read before anything is laid into the folder: it may be refused
    if first is None:
        raise ReadingError(f"{source} holds no article, so there are no tables")
    with alone_in(out) as may_write:
        _begin(source, out, shard, may_write=may_write)
        counts: list[Count] = []
        done: list[Count] = []

        def open_shards() -> Iterator[Shard]:
            for one in chain([first], shards):
                if (count := load_count(out, one.number)) is None:
                    yield one
                else:
                    done.append(count)
                    if progress:
                        progress(count.n_in)

        n_workers = workers or os.cpu_count() or 1
        if not may_write:
            running = _refuse_any(open_shards(), out)
        elif engine == "local":
            running = run_locally(open_shards(), str(out), n_workers)
        else:
            running = run_on_dask(open_shards(), str(out), scheduler=scheduler, workers=n_workers)
        for count in running:
            counts.append(count)
            if progress:
                progress(count.n_in)
        return _sum_up([*done, *counts], n_found_done=sum(count.n_in for count in done))


def _refuse_other_folders(out: Path) -> None:
    """Before anything is laid into it: a folder is a new one, or one in which a run has begun."""
    has_begun = (out / LOCK).is_file() or (out / MANIFEST).is_file()
    if not has_begun and out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise ValueError(f"{out} is no empty folder; choose another")


def _begin(source: Path, out: Path, shard: int, *, may_write: bool) -> None:
    """Say whose tables the folder holds, or make sure that they are those of the same corpus, cut alike.

    A run that ended before it made any, as one that found no cluster, leaves a folder that is open to all.
    """
    wanted = {
        "corpus": fingerprint(source), "shard": shard, "version": __version__, "tables": sorted(TABLES),
    }  # fmt: skip
    path = out / MANIFEST
    if path.is_file() and any((out / folder).exists() for folder in (DONE, *TABLES)):
        if _read(path) != wanted:
            raise ValueError(
                f"{out} holds the tables of another corpus, of other options or another version; "
                "choose another folder, or remove it to begin anew"
            )
    elif may_write:
        write_whole(path, (json.dumps(wanted, indent=1) + "\n").encode())


def _refuse_any(shards: Iterator[Shard], out: Path) -> Iterator[Count]:
    """For a folder that may not be written to: there must be no shard left to measure.

    Raises:
        ValueError: there is one.
    """
    for _ in shards:
        raise ValueError(
            f"nothing may be written in {out}, and not all articles are measured there; "
            "make it writable, or choose another folder"
        )
    yield from ()


def _read(path: Path) -> Any:
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except ValueError:
        return None


def _sum_up(counts: Iterable[Count], *, n_found_done: int) -> Result:
    counts = list(counts)
    result = Result(
        sum(count.n_in for count in counts),
        sum(count.n_out for count in counts),
        sum(count.n_errors for count in counts),
        n_found_done,
    )
    if result.n_in != result.n_out + result.n_errors:
        raise AssertionError(f"articles were lost: {result}")
    return result
