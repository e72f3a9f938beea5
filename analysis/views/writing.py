"""How files reach the disk: each whole, or the older one stays."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory


def write_files(files: Mapping[str, bytes], folder: Path | str) -> list[Path]:
    """Write files into a folder, each by `write_file`.

    Returns: the paths, in the order of the names given.
    """
    paths = [Path(folder) / name for name in files]
    for path, content in zip(paths, files.values(), strict=True):
        write_file(content, path)
    return paths


def write_file(content: bytes, path: Path) -> None:
    """Write a file as a whole, its folder too: a full disk or an interrupt leaves the older file.

    A link stays a link. What is no file, such as ``/dev/stdout``, is written to as it is.
    """
    if path.exists() and not path.is_file():
        path.write_bytes(content)
        return
    path = Path(os.path.realpath(path))
    path.parent.mkdir(parents=True, exist_ok=True)
    # a folder that goes again whatever happens; a file made in the usual way has the usual rights
    with TemporaryDirectory(dir=path.parent, prefix=".discourse-") as unfinished:
        made = Path(unfinished, "file")
        made.write_bytes(content)
        made.replace(path)
