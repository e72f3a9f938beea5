"""The texts that the project brings: load one, list them, compare them with their list."""

from __future__ import annotations

import hashlib

from analysis.text.document import Document
from analysis.text.library import DATA, DataError, load_cards
from analysis.text.reading.articles import read_document
from analysis.text.reading.limits import ReadingError

SAMPLE = "mek-1988-call-for-justice"


def load_text(name: str = SAMPLE) -> Document:
    """Load a text of the project by its id, the sample article by default.

    Raises:
        ReadingError: no text of that name; the message lists the names there are.

    >>> len(load_text().paragraphs)
    8
    """
    path = DATA / "texts" / f"{name}.txt"
    if name not in (names := text_names()):
        raise ReadingError(f"there is no text {name!r} in data/texts; there are: {', '.join(names)}")
    return read_document(path)


def text_names() -> list[str]:
    """The ids of the texts that lie in ``data/texts``, in alphabetical order."""
    return sorted(path.stem for path in (DATA / "texts").glob("*.txt"))


def check_texts() -> None:
    """Compare the texts in ``data/texts`` with their list.

    Raises:
        DataError: a text is not listed, a listed text is missing, or its bytes have changed.
    """
    cards = load_cards()
    for name in sorted(set(cards) | set(text_names())):
        path = DATA / "texts" / f"{name}.txt"
        if name not in cards:
            raise DataError(f"texts.csv: add a row for {name}")
        if not path.is_file():
            raise DataError(f"texts.csv: {name}.txt is missing from data/texts")
        if hashlib.sha256(path.read_bytes()).hexdigest() != cards[name]["sha256"]:
            raise DataError(f"texts.csv: the sha256 of {name} does not fit {name}.txt")
