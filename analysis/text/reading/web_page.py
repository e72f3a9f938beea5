"""Saved web pages: the article without its menus, captions and notices."""

from __future__ import annotations

import re
from email import message_from_bytes, policy
from typing import Any

from analysis.text.reading.extracts import Extract, counted, join_paragraphs
from analysis.text.reading.limits import MAX_PAGE_BYTES, MAX_PAGE_ELEMENTS, ReadingError, keep_quiet
from analysis.text.reading.text_encodings import decode

# Fewer words are a notice, not an article.
FEWEST_WORDS = 25
# What a page holds beside its article: what it is called, and where it stands.
_BESIDE = {
    "menus": "//nav",
    "captions": "//figcaption",
    "tables": "//table",
    "forms": "//form",
    "asides": "//aside",
    "footers": "//footer",
}
_NOT_WORDS = "//script|//style|//noscript|//template|//svg|//iframe"
_WORD = re.compile(r"\w+")
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)


def declared_charset(data: bytes) -> str | None:
    """The encoding that a page names in its first 4,096 bytes.

    >>> declared_charset(b'<html><meta charset="iso-8859-1">')
    'iso-8859-1'
    """
    found = _CHARSET.search(data[:4096])
    return found[1].decode("ascii") if found else None


def unpack_mhtml(data: bytes, name: str) -> tuple[str, str, tuple[str, ...]]:
    """The page in a file of the "single file" kind: its characters, encoding, and warnings.

    Raises:
        ReadingError: there is no page in it.
    """
    try:
        parts = [
            (part.get_payload(decode=True), part.get_content_charset())
            for part in message_from_bytes(data, policy=policy.default).walk()
            if part.get_content_type() == "text/html"
        ]
    except Exception:  # on broken heads the parser of e-mail raises errors of every kind
        parts = []
    for page, charset in parts:
        if isinstance(page, bytes):
            return decode(page, name, declared=charset or declared_charset(page))
    raise ReadingError(f"{name} is a saved page without a page in it; save it again as HTML")


def read_page(html: str, name: str) -> Extract:
    """The article of a saved web page, by trafilatura; nothing is fetched.

    Raises:
        ReadingError: the page is too large, asks for a password, or holds no article.

    Limits: what is article and what is not is a guess; the source card counts what was left out. Text that a
    script would write into the page is not in the file.
    """
    if len(html) > MAX_PAGE_BYTES:
        raise ReadingError(
            f"{name} has {len(html):,} characters, more than the {MAX_PAGE_BYTES:,} of a page; "
            "copy the article's text"
        )
    tree = _parse(html, name)
    if (n_elements := sum(1 for _ in tree.iter())) > MAX_PAGE_ELEMENTS:
        raise ReadingError(
            f"{name} has {n_elements:,} elements, more than the {MAX_PAGE_ELEMENTS:,} of a page; "
            "copy the article's text"
        )
    found = _extract(tree)
    paragraphs = _paragraphs(found.body) if found is not None else []
    heading = _heading(tree)
    if heading and heading not in paragraphs[:3]:
        paragraphs.insert(0, heading)
    n_words = sum(len(_WORD.findall(paragraph)) for paragraph in paragraphs)
    if n_words < FEWEST_WORDS:
        if tree.xpath("//input[@type='password']"):
            raise ReadingError(f"{name} is a login page; save the page that you see after you have logged in")
        raise ReadingError(
            f"{name} holds no article that can be told from its menus; copy the article's text and paste it"
        )
    cut = {what: len(tree.xpath(where)) for what, where in _BESIDE.items()}
    for element in tree.xpath(_NOT_WORDS):
        element.drop_tree()
    cut["words outside of the article"] = max(0, len(_WORD.findall(tree.text_content())) - n_words)
    return Extract(
        join_paragraphs(paragraphs),
        "web page",
        title=heading or (found and found.title) or None,
        author=(found and found.author) or None,
        outlet=_meta(tree, "og:site_name"),
        date=(found and found.date) or None,
        url=(found and found.url) or None,
        cut=counted(cut),
    )


def _parse(html: str, name: str) -> Any:
    from lxml import etree
    from lxml.html import HTMLParser, document_fromstring

    try:
        # A declaration of an encoding no longer holds: the page is characters by now.
        return document_fromstring(
            html.encode("utf-8", "replace"), HTMLParser(encoding="utf-8", no_network=True)
        )
    except (etree.LxmlError, ValueError, AssertionError, RecursionError) as error:
        raise ReadingError(f"{name} cannot be read as a web page; copy the article's text") from error


def _extract(tree: Any) -> Any:
    """What trafilatura takes for the article, None if it finds none; the tree stays as it is."""
    from copy import deepcopy

    from trafilatura import bare_extraction

    keep_quiet("trafilatura", "htmldate")
    return bare_extraction(
        deepcopy(tree),
        with_metadata=True,
        include_comments=False,
        include_tables=False,
        # only what the page declares, not any date that stands somewhere
        date_extraction_params={"extensive_search": False, "original_date": True},
    )


def _paragraphs(body: Any) -> list[str]:
    """The innermost blocks of words, in their order."""
    blocks = body.iter("p", "head", "item", "quote", "ab", "fw")
    texts = [
        "".join(block.itertext())
        for block in blocks
        if block.find(".//p") is None and block.find(".//item") is None
    ]
    return [" ".join(text.split()) for text in texts if text.strip()]


def _heading(tree: Any) -> str | None:
    """The page's headline: the only first-level heading outside of menus, headers and footers of the site."""
    headings = tree.xpath("//h1[not(ancestor::nav)][not(ancestor::footer)]")
    return " ".join(headings[0].text_content().split()) or None if len(headings) == 1 else None


def _meta(tree: Any, name: str) -> str | None:
    found = tree.xpath("//meta[@property=$name or @name=$name]/@content", name=name)
    return " ".join(str(found[0]).split()) or None if found else None
