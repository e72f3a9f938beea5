"""How much is read at all, and how a file is refused: in one sentence that says what to do."""

from __future__ import annotations

import logging

# A longer file is a corpus, not an article.
MAX_BYTES = 20_000_000
# A page that a browser saved weighs a few hundred kilobytes without its pictures.
MAX_PAGE_BYTES = 5_000_000
MAX_PAGE_ELEMENTS = 60_000
# What a packed file may unpack to: a Word file of a book with pictures stays far below.
MAX_UNPACKED_BYTES = 100_000_000
MAX_MEMBERS = 2_000
# The XML of one part of a Word file; a tree of it takes ten times as much memory.
MAX_XML_BYTES = 25_000_000
# Deflate cannot shrink XML of an article to a thousandth; a file made to fill the memory does.
MAX_RATIO = 200
MAX_PDF_PAGES = 300
MAX_PDF_CHARACTERS = 2_000_000
# What its packed parts, mostly pictures, may unpack to; and the drawing commands alone, those of figures that
# are drawn again and again each time.
MAX_PDF_UNPACKED_BYTES = 500_000_000
MAX_PDF_COMMANDS = 5_000_000
# Lines are told from each other and put in order by looking at every pair of them, blocks too.
MAX_PDF_PAGE_LINES, MAX_PDF_PAGE_BLOCKS, MAX_PDF_LINES = 3_000, 500, 30_000


class ReadingError(ValueError):
    """A file cannot be read as an article; the message is one sentence for the reader."""


def one_line(name: object) -> str:
    """A file's name fit for a sentence: line breaks and other control characters are shown as escapes.

    >>> one_line("a\\nb.txt")
    'a\\\\nb.txt'
    """
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in str(name))


def keep_quiet(*libraries: str) -> None:
    """Leave the libraries' notes to whoever asks for a log; our reader gets one sentence."""
    for library in libraries:
        logger = logging.getLogger(library)
        if not logger.handlers:
            logger.addHandler(logging.NullHandler())
