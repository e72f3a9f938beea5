"""One run at a time in a folder of tables: the system's own lock on a file, which ends with its process."""

from __future__ import annotations

import errno
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

LOCK = "discourse.lock"  # stays there, empty: a file that is removed could be locked twice
READ_ONLY = (errno.EACCES, errno.EPERM, errno.EROFS)

if sys.platform == "win32":
    import msvcrt

    def _take(file: BinaryIO) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _take(file: BinaryIO) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def alone_in(folder: Path) -> Iterator[bool]:
    """Hold a folder, which is made if it is not there; however the process ends, the system lets go of it.

    Yields: whether anything may be written there; where nothing may be, nothing is held.

    Limits: on a disk that knows no locks, as some that machines share, nobody is held off.

    Raises:
        ValueError: another process holds it.
        OSError: it is not there and cannot be made, or is no folder.
    """
    folder.mkdir(parents=True, exist_ok=True)
    try:
        opened = (folder / LOCK).open("ab")
    except OSError as error:
        if error.errno not in READ_ONLY:
            raise
        yield False
        return
    with opened as file:
        try:
            _take(file)
        except (BlockingIOError, PermissionError):  # the second is what Windows calls it
            raise ValueError(
                f"another run is writing to {folder}; wait until it ends, or choose another folder"
            ) from None
        except OSError:  # the disk knows no locks
            pass
        yield True
