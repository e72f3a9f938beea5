"""Files, bytes and pasted text into documents with their source cards."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path, PurePath

from analysis.text.document import Document, SourceCard, make_document
from analysis.text.library import load_cards
from analysis.text.reading.extracts import Extract
from analysis.text.reading.files import check_size, read_file
from analysis.text.reading.formats import sniff_bytes, sniff_text
from analysis.text.reading.limits import ReadingError, one_line
from analysis.text.reading.plain import read_plain
from analysis.text.reading.text_encodings import decode

PASTED = "pasted text"
_CARD = ("title", "author", "outlet", "date", "url", "licence")


def read_document(path: Path | str) -> Document:
    """Read an article as a document with its source card: text, Markdown, a saved web page, Word, PDF.

    A plain text stays as it is, line ends included; only a byte order mark is dropped, with a warning. Of the
    other formats the words are taken, a blank line between paragraphs; the source card counts what was cut
    away. What a file is, its content tells. The id is the file's name without its ending.

    Raises:
        ReadingError: there is no such file, it is a folder or no regular file, it is empty, too large, or
            holds no article that can be read; the message is one sentence that says what to do.
    """
    path = Path(path)
    return read_bytes(read_file(path), str(path))


def read_bytes(data: bytes, name: str) -> Document:
    """Read an article from the bytes of a file, such as an uploaded one; ``name`` is only shown.

    Raises:
        ReadingError: as `read_document`.

    >>> read_bytes("Ferries sank.".encode("utf-16"), "note.txt").source.encoding
    'UTF-16'
    """
    shown = one_line(name)
    check_size(len(data), shown)
    extract = _extract(data, shown)
    return _document(extract, data, shown)


def read_pasted(text: str, *, title: str | None = None) -> Document:
    """A text that somebody pasted, as it stands.

    Raises:
        ReadingError: there is no word in it.

    >>> read_pasted("Ferries sank.").id
    'pasted text'
    """
    check_size(len(text), PASTED)
    extract = read_plain(text, PASTED)
    extract = Extract(text, extract.format, title=title)
    return _document(extract, text.encode("utf-8", "surrogatepass"), PASTED)


def _extract(data: bytes, name: str) -> Extract:
    kind = sniff_bytes(data, name)
    if kind == "pdf":
        from analysis.text.reading.pdf_file import read_pdf

        return read_pdf(data, name)
    if kind == "zip":
        from analysis.text.reading.word_file import read_word

        return read_word(data, name)
    # only now: these bring lxml, which a plain text needs not
    from analysis.text.reading.web_page import declared_charset, read_page, unpack_mhtml

    if kind == "mhtml":
        text, encoding, warnings = unpack_mhtml(data, name)
        kind = "page"
    else:
        text, encoding, warnings = decode(data, name, declared=declared_charset(data))
        kind = sniff_text(text, name)
    if kind == "page":
        extract = read_page(text, name)
    elif kind == "markdown":
        from analysis.text.reading.markdown_file import read_markdown

        extract = read_markdown(text, name)
    else:
        extract = read_plain(text, name)
    return extract.told(encoding, warnings)


def _document(extract: Extract, data: bytes, name: str) -> Document:
    text = extract.text
    if not any(character.isalnum() for character in text):
        raise ReadingError(f"{name} is empty: there is no word in it")
    digest = hashlib.sha256(data).hexdigest()
    listed = next((card for card in load_cards().values() if card["sha256"] == digest), None)
    found = {key: getattr(extract, key, None) for key in _CARD}
    card = SourceCard(
        file=PurePath(name).name,
        n_bytes=len(data),
        sha256=digest,
        line_ends="CRLF" if "\r\n" in text else "CR" if "\r" in text else "LF",
        **({key: listed.get(key) or None for key in _CARD} if listed else found),
        format=extract.format,
        encoding=extract.encoding,
        n_pages=extract.n_pages,
        cut=extract.cut,
        # a text of the project is the same on every day
        read_on=None if listed else date.today().isoformat(),
    )
    return make_document(text, id=PurePath(name).stem or name, source=card, warnings=extract.warnings)
