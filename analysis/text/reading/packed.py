"""Files of bytes, packed or not, as streams; one that breaks off is told apart from one that ends."""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from analysis.text.reading.limits import ReadingError

LINES = (".jsonl", ".ndjson")  # an article a line
PACKED = (".gz", ".zst")


@contextmanager
def open_unpacked(path: Path) -> Iterator[IO[bytes]]:
    """The bytes of a file, unpacked as they are read where its name ends in ``.gz`` or ``.zst``.

    Raises:
        ReadingError: a packed file is damaged or cut off; what was read before it shows was right.
    """
    kind = path.suffix.lower()
    with path.open("rb") as file:
        if kind not in PACKED:
            yield file
            return
        try:
            yield _gzip(file) if kind == ".gz" else _zstd(file)
        except (EOFError, zlib.error, OSError) as error:
            raise ReadingError(
                f"{path.name} is damaged, cut off, or no {kind} file; fetch or pack it once more"
            ) from error


def _gzip(file: IO[bytes]) -> IO[bytes]:
    return io.BufferedReader(gzip.GzipFile(fileobj=file))


def _zstd(file: IO[bytes]) -> IO[bytes]:
    # The package zstandard takes a file that is cut off for one that ends; Arrow does not.
    import pyarrow as pa

    return io.BufferedReader(pa.CompressedInputStream(file, "zstd"))
