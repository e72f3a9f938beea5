"""Bytes into characters: UTF-8 first, then what the file declares, then a guess that is named."""

from __future__ import annotations

import codecs
import re

from analysis.text.reading.limits import ReadingError

# The longer marks first: UTF-32's begins with UTF-16's.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
MARK_DROPPED = "a byte order mark at the beginning was dropped"
# Bytes that are no text in any of the encodings below: all control characters but white space.
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
# Where windows-1252 has curly marks, dashes, dots and the euro, and ISO 8859 has control characters.
_WINDOWS_MARKS = re.compile(rb"[\x80\x82\x84\x85\x91-\x97\x99]")
_NOT_WINDOWS = re.compile(rb"[\x81\x8d\x8f\x90\x9d]")
# Mac OS Roman's curly marks: an apostrophe inside a word, an opening mark before one.
_MAC_MARKS = re.compile(rb"[a-z]\xd5[a-z]|(?:^|\s)\xd2[A-Za-z][^\xd2]{0,2000}?\xd3", re.ASCII)
# In a text in Latin letters most characters are ASCII; in Cyrillic or Greek few are.
_MOST_ACCENTS = 0.15
_NAMES = {"cp1252": "windows-1252", "latin_1": "iso-8859-1", "mac_roman": "macintosh"}


def decode(data: bytes, name: str, *, declared: str | None = None) -> tuple[str, str, tuple[str, ...]]:
    """The characters of a file, the name of its encoding, and warnings.

    A byte order mark decides; else it is UTF-8 if it can be; else what the page declares; else
    windows-1252 for a text in Latin letters; else what charset-normalizer takes it for. Whatever is
    not UTF-8 and has no mark comes with a warning that names the encoding.

    Limits: ISO 8859-15 and Windows' encodings for Central Europe are read as windows-1252 where they are
    not declared: "Škoda" comes out with another first letter.

    >>> decode("She said “no”.".encode("cp1252"), "a.txt")[1]
    'windows-1252'
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return (
                _strict(data[len(mark) :], encoding, name),
                encoding.upper()[:6].rstrip("-"),
                (MARK_DROPPED,),
            )
    if b"\0" in data:
        raise ReadingError(f"{name} is not text: it holds zero bytes; save the article as UTF-8 text")
    try:
        return data.decode("utf-8"), "UTF-8", ()
    except UnicodeDecodeError as error:
        place = f"byte 0x{data[error.start]:02x} at position {error.start:,}"
    if _CONTROL.search(data):
        raise ReadingError(f"{name} is not text: it holds control characters; save the article as UTF-8 text")
    guessed = _known(declared, data) or _guess(data)
    if guessed is None:
        raise ReadingError(
            f"{name} is not UTF-8 ({place}), and what it is cannot be told; save it as UTF-8 and try again"
        )
    shown = _NAMES.get(guessed, guessed.replace("_", "-"))
    return data.decode(guessed), shown, (f"read as {shown}, not UTF-8: check the quotation marks",)


def _strict(body: bytes, encoding: str, name: str) -> str:
    try:
        text = body.decode(encoding)
    except UnicodeDecodeError:
        raise ReadingError(
            f"{name} begins as {encoding.upper()} but is not; save it as UTF-8 and try again"
        ) from None
    if "\0" in text:
        raise ReadingError(f"{name} is not text: it holds zero characters; save the article as UTF-8 text")
    return text


def _known(declared: str | None, data: bytes) -> str | None:
    """The declared encoding in Python's name, if it exists and the bytes fit it."""
    try:
        encoding = codecs.lookup(declared or "").name.replace("-", "_")
        # Browsers read a page that says latin-1 or ASCII as windows-1252; so do we.
        encoding = "cp1252" if encoding in ("iso8859_1", "ascii", "latin_1") else encoding
        data.decode(encoding)
    except (LookupError, ValueError):
        return None
    return encoding


def _guess(data: bytes) -> str | None:
    n_high = len(data) - len(data.translate(None, bytes(range(0x80, 0x100))))
    if n_high <= _MOST_ACCENTS * len(data):
        if not _WINDOWS_MARKS.search(data) and _MAC_MARKS.search(data):
            return "mac_roman"
        if not _NOT_WINDOWS.search(data):
            return "cp1252"
    from charset_normalizer import from_bytes  # a tenth of a second, for the few that need it

    best = from_bytes(data).best()
    return best.encoding if best is not None else None
