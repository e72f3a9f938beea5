"""Word files (.docx): the words of their paragraphs; macros and links are never followed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile

from analysis.text.reading.extracts import Extract, counted, join_paragraphs
from analysis.text.reading.limits import (
    MAX_MEMBERS,
    MAX_RATIO,
    MAX_UNPACKED_BYTES,
    MAX_XML_BYTES,
    ReadingError,
)

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_BODY = "word/document.xml"
_BLANKS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "‑"}
# What else comes as a packed file: a part that only this kind has, and its name.
_OTHERS = {
    "xl/workbook.xml": "a spreadsheet",
    "ppt/presentation.xml": "a slide show",
    "content.xml": "an OpenDocument file",
    "META-INF/container.xml": "an e-book",
}


def read_word(data: bytes, name: str) -> Extract:
    """The paragraphs of a .docx file, headings and list items among them.

    Raises:
        ReadingError: it is another kind of packed file, damaged, or unpacks to more than an article.

    Limits: tables, captions, footnotes, comments, text boxes, headers and footers are left out and counted;
    deleted words of a tracked change are left out, inserted ones stay.
    """
    _check_package(data, name)
    try:
        return _read(data)
    except Exception as error:  # on a damaged file python-docx raises errors of every kind
        raise ReadingError(
            f"{name} is damaged or no Word file; open it and save it again as .docx"
        ) from error


def _read(data: bytes) -> Extract:
    from docx import Document

    file = Document(BytesIO(data))
    body = file.element.body
    cut = Counter(
        {
            "tables": len(body.findall(f"{_W}tbl")),
            "text boxes": sum(1 for _ in _outside_fallback(body, f"{_W}txbxContent")),
            "pictures": sum(1 for _ in _outside_fallback(body, f"{_W}drawing")),
            "footnotes": sum(1 for _ in body.iter(f"{_W}footnoteReference", f"{_W}endnoteReference")),
            "comments": sum(1 for _ in body.iter(f"{_W}commentReference")),
        }
    )
    texts: list[str] = []
    title = None
    for paragraph in file.paragraphs:
        style = (paragraph.style.name or "") if paragraph.style is not None else ""
        if style == "Caption":
            cut["captions"] += 1
            continue
        texts.append(_words(paragraph._p))
        if title is None and style in ("Title", "Heading 1"):
            title = " ".join(texts[-1].split())
    properties = file.core_properties
    author = properties.author if properties.author != "python-docx" else ""
    return Extract(
        join_paragraphs(texts),
        "Word file",
        title=properties.title or title or None,
        author=author or None,
        cut=counted(cut),
    )


def _check_package(data: bytes, name: str) -> None:
    """Refuse what is no Word file, and what was packed to fill the memory, before anything is unpacked."""
    try:
        with ZipFile(BytesIO(data)) as package:
            members = package.infolist()
    except (BadZipFile, ValueError, OSError) as error:
        raise ReadingError(f"{name} is a damaged packed file; save it again") from error
    names = {member.filename for member in members}
    largest = max((m.file_size for m in members if m.filename.endswith((".xml", ".rels"))), default=0)
    if _BODY not in names:
        kind = next((kind for part, kind in _OTHERS.items() if part in names), "a packed file")
        raise ReadingError(f"{name} is {kind}, not a Word file; save the article as .docx or as text")
    unpacked = sum(member.file_size for member in members)
    packed = sum(member.compress_size for member in members)
    limit = min(MAX_UNPACKED_BYTES, MAX_RATIO * max(packed, 1))
    if len(members) > MAX_MEMBERS or unpacked > limit or largest > MAX_XML_BYTES:
        raise ReadingError(f"{name} unpacks to {unpacked:,} bytes, more than an article; save its text alone")


def _words(paragraph: Any) -> str:
    """All words of a paragraph, those of links and of insertions too, without what floats beside it."""
    pieces: list[str] = []
    for element in paragraph.iter(f"{_W}t", *_BLANKS):
        if not _floats(element, paragraph):
            pieces.append(_BLANKS.get(element.tag) or element.text or "")
    return "".join(pieces)


def _floats(element: Any, paragraph: Any) -> bool:
    for outer in element.iterancestors():
        if outer is paragraph:
            return False
        if outer.tag in (f"{_W}txbxContent", _FALLBACK):
            return True
    return False


def _outside_fallback(body: Any, tag: str) -> Iterator[Any]:
    """Elements that do not stand in the copy for older programs."""
    return (e for e in body.iter(tag) if not any(outer.tag == _FALLBACK for outer in e.iterancestors()))
