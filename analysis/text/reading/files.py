"""Bytes from disk: nothing but regular files, nothing larger than an article."""

from __future__ import annotations

from pathlib import Path

from analysis.text.reading.limits import MAX_BYTES, ReadingError, one_line


def read_file(path: Path) -> bytes:
    """The bytes of a regular file; a link is followed.

    Raises:
        ReadingError: there is no such file, it is a folder or no regular file, it is too large, or
            the system does not let it be read.
    """
    name = one_line(path)
    try:
        if path.is_dir():
            raise ReadingError(f"{name} is a folder; name a text file in it")
        if not path.exists():
            raise ReadingError(f"there is no file {name}")
        if not path.is_file():
            raise ReadingError(f"{name} is not a regular file")
        check_size(path.stat().st_size, name)
        with path.open("rb") as file:  # it may grow meanwhile, or not know its size, as those in /proc
            data = file.read(MAX_BYTES + 1)
        check_size(len(data), name)
        return data
    except (OSError, ValueError) as error:
        if isinstance(error, ReadingError):
            raise
        reason = getattr(error, "strerror", None) or error
        raise ReadingError(f"{name} cannot be read: {reason}") from error


def check_size(size: int, name: str) -> None:
    """Refuse what is too large for an article."""
    if size > MAX_BYTES:
        raise ReadingError(f"{name} has {size:,} bytes; an article has at most {MAX_BYTES:,}")
