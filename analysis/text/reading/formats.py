"""What a file is, told by its content: the name decides only between plain text and Markdown."""

from __future__ import annotations

import re
from pathlib import PurePath

from analysis.text.reading.limits import ReadingError

_IMAGES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\0", b"MM\0*", b"RIFF")
_MARKDOWN_NAMES = (".md", ".markdown", ".mdown", ".mkd")
_PAGE_NAMES = (".html", ".htm", ".xhtml")
_PAGE_START = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*){0,3}<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_ELEMENT = re.compile(r"<(?:p|div|article|main|h1|body)[\s>]", re.IGNORECASE)
_MHTML = re.compile(rb"content-type:\s*multipart/related", re.IGNORECASE)


def sniff_bytes(data: bytes, name: str) -> str:
    """What the first bytes tell: ``pdf``, ``zip``, ``mhtml``, or ``text`` for everything else.

    Raises:
        ReadingError: the file is of a kind that holds no text we can read; the sentence names it.
    """
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(b"PK\x03\x04") or data.startswith(b"PK\x05\x06"):
        return "zip"
    if data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        raise ReadingError(
            f"{name} is an old Office file (.doc, .xls or .ppt) or a Word file with a password; open it and "
            "save it as .docx without a password"
        )
    if data.startswith(b"{\\rtf"):
        raise ReadingError(f"{name} is rich text (RTF); open it and save it as .docx or as UTF-8 text")
    if data.startswith(_IMAGES) and b"\0" in data[:4096]:
        raise ReadingError(
            f"{name} is an image; a picture of an article has no text to read, type or copy the text"
        )
    if _MHTML.search(data[:4096]) and re.search(rb"(?im)^mime-version:", data[:4096]):
        return "mhtml"
    return "text"


def sniff_text(text: str, name: str) -> str:
    """What decoded text is: ``page``, ``markdown`` or ``plain``."""
    ending = PurePath(name).suffix.lower()
    if _PAGE_START.match(text) or (ending in _PAGE_NAMES and _ELEMENT.search(text)):
        return "page"
    return "markdown" if ending in _MARKDOWN_NAMES else "plain"
