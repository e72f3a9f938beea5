"""What a reader of a format hands over: the text, and what is known about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Extract:
    """The text of one file, what was cut away on the way to it, and what the file says of itself."""

    text: str
    format: str
    encoding: str | None = None
    n_pages: int | None = None
    title: str | None = None
    author: str | None = None
    outlet: str | None = None
    date: str | None = None
    url: str | None = None
    cut: tuple[tuple[str, int], ...] = ()
    warnings: tuple[str, ...] = ()

    def told(self, encoding: str, warnings: tuple[str, ...]) -> Extract:
        """The same, with what decoding told."""
        return replace(self, encoding=encoding, warnings=(*warnings, *self.warnings))


def join_paragraphs(paragraphs: Iterable[str]) -> str:
    """One text of paragraphs: white space inside them is one space, a blank line lies between them.

    >>> join_paragraphs(["She  left.", " ", "He\\nstayed. "])
    'She left.\\n\\nHe stayed.'
    """
    return "\n\n".join(p for p in (" ".join(paragraph.split()) for paragraph in paragraphs) if p)


def counted(cut: dict[str, int]) -> tuple[tuple[str, int], ...]:
    """What was cut away, without what was not there."""
    return tuple((what, n) for what, n in cut.items() if n)
