"""What a terminal is shown: the words of a text, and none of its commands."""

from __future__ import annotations

import re
from typing import TextIO

# Escape sequences begin with these; the others turn the direction of what follows.
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_PICTURES, _DELETE = 0x2400, 0x7F  # ␀ and its neighbors, one for each control character; ␡


def show(text: str, *, end: str = "\n") -> None:
    """Print a text that holds words of an article or names of files."""
    print(visible(text), end=end)


def visible(text: str) -> str:
    """The text with a sign for each control character but line ends and tabs; same length.

    >>> visible("a\\x1b[2Jb")
    'a␛[2Jb'
    """
    return _CONTROL.sub(lambda found: _picture(ord(found.group())), text)


def is_terminal(stream: TextIO | None) -> bool:
    """Whether somebody looks at standard output or error, which may be closed too."""
    return stream is not None and stream.isatty()


def _picture(code: int) -> str:
    if code == _DELETE:
        return "␡"
    return chr(_PICTURES + code) if code < ord(" ") else "\ufffd"
