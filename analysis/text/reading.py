"""Files into documents: the only module that reads articles from disk."""

from __future__ import annotations

import hashlib
from pathlib import Path

from analysis.text.document import Document, SourceCard, make_document
from analysis.text.library import DATA, DataError, load_cards

SAMPLE = "mek-1988-call-for-justice"
# A longer file is a corpus, not an article.
MAX_BYTES = 20_000_000
_BOM = b"\xef\xbb\xbf"


class ReadingError(ValueError):
    """A file cannot be read as an article; the message is one sentence for the reader."""


def read_document(path: Path | str) -> Document:
    """Read a UTF-8 text file as a document with its source card.

    The characters stay as they are, line ends included; only a byte order mark is dropped, with
    a warning. The id is the file's name without its ending.

    Raises:
        ReadingError: there is no such file, it is a folder or no regular file, it is empty, too
            large, not text, or not UTF-8.
    """
    path = Path(path)
    return _document(_read_bytes(path), path)


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


def _read_bytes(path: Path) -> bytes:
    if path.is_dir():
        raise ReadingError(f"{path} is a folder; name a text file in it")
    try:
        if not path.exists():
            raise ReadingError(f"there is no file {path}")
        if not path.is_file():
            raise ReadingError(f"{path} is not a regular file")
        if (size := path.stat().st_size) > MAX_BYTES:
            raise ReadingError(f"{path} has {size:,} bytes; an article has at most {MAX_BYTES:,}")
        return path.read_bytes()
    except (OSError, ValueError) as error:
        if isinstance(error, ReadingError):
            raise
        reason = getattr(error, "strerror", None) or error
        raise ReadingError(f"{path} cannot be read: {reason}") from error


def _document(raw: bytes, path: Path) -> Document:
    warnings: list[str] = []
    body = raw.removeprefix(_BOM)
    if body != raw:
        warnings.append("a byte order mark at the beginning was dropped")
    if b"\0" in body:
        raise ReadingError(f"{path} is not text: it holds zero bytes; save the article as UTF-8 text")
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise ReadingError(
            f"{path} is not UTF-8: byte 0x{body[error.start]:02x} at position {error.start:,}; "
            "save it as UTF-8 and try again"
        ) from None
    if not any(c.isalnum() for c in text):
        raise ReadingError(f"{path} is empty: there is no word in it")
    digest = hashlib.sha256(raw).hexdigest()
    listed = next((c for c in load_cards().values() if c["sha256"] == digest), {})
    card = SourceCard(
        file=path.name,
        n_bytes=len(raw),
        sha256=digest,
        line_ends="CRLF" if "\r\n" in text else "CR" if "\r" in text else "LF",
        **{key: listed.get(key) or None for key in ("title", "author", "outlet", "date", "url", "licence")},
    )
    return make_document(text, id=path.stem, source=card, warnings=tuple(warnings))
