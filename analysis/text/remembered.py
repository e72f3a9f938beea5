"""What is known of a spelling, worked out once and kept: most words of a text have been seen before."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Known = TypeVar("Known")

# The spellings of some hundred articles, and those of as many before them; a corpus of any size needs no
# more memory.
REMEMBERED = 8_192


class Remembered(dict[Key, Known], Generic[Key, Known]):
    """A function of a spelling, or of another key, as a table that fills itself, and begins anew when full.

    What a full table held is kept until the next one is full: words that come again and again are read once.
    Of a known key it costs a third of what `functools.lru_cache` does.

    >>> lengths = Remembered(len)
    >>> lengths["port"], dict(lengths)
    (4, {'port': 4})
    """

    __slots__ = ("_earlier", "_limit", "_read")

    def __init__(self, read: Callable[[Key], Known], *, limit: int = REMEMBERED) -> None:
        """A table of what ``read`` says; a key not asked for while ``limit`` others came is forgotten."""
        super().__init__()
        self._read = read
        self._limit = limit
        self._earlier: dict[Key, Known] = {}

    def __missing__(self, key: Key) -> Known:
        if len(self) >= self._limit:
            self._earlier = dict(self)
            self.clear()
        earlier = self._earlier
        known = self[key] = earlier[key] if key in earlier else self._read(key)
        return known
