"""Words that a student copied, found again in the text."""

from __future__ import annotations

import re

from analysis.text.document import Document
from analysis.text.tokenization import fold_marks

# What a copied passage may have too much or too little of at its ends.
LOOSE = " \t\r\n\u00a0\"'“”„‚‘’«»‹›.,;:!?…–—-()[]"
MOST_PLACES = 12
_GAP = re.compile(r"\s*(?:…|\.\.\.|\[…\]|\[\.\.\.\])\s*")


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """A span without the marks, stops and spaces at its ends.

    >>> trim("“We stay,” she said.", 0, 10)
    (1, 8)
    """
    while start < end and text[start] in LOOSE:
        start += 1
    while start < end and text[end - 1] in LOOSE:
        end -= 1
    return start, end


def canonical_span(text: str, start: int, end: int) -> str:
    """A span as answers are compared: its trimmed offsets.

    >>> canonical_span("“We stay,” she said.", 0, 10)
    '1-8'
    """
    start, end = trim(text, start, end)
    return f"{start}-{end}"


def find_passage(doc: Document, copied: str, scope: tuple[int, int] | None = None) -> list[tuple[int, int]]:
    """Where a copied passage stands, trimmed; a long one may be given as “its first words … its last words”.

    Case, kind of marks and line breaks do not count.

    Args:
        scope: only places that lie in this span.

    >>> from analysis.text.document import make_document
    >>> doc = make_document("“We stay here until the spring,” she said. He did not stay.")
    >>> find_passage(doc, '"we stay here'), find_passage(doc, "we stay … spring"), find_passage(doc, "you go")
    ([(1, 13)], [(1, 30)], [])
    """
    start, end = trim(copied, 0, len(copied))
    wanted = copied[start:end]
    if not wanted:
        return []
    scope = scope or (0, len(doc.text))
    found = _find(doc, _pattern(wanted), scope)
    head, *rest = _GAP.split(wanted)
    if not found and head and rest and rest[-1]:
        found = _find_between(doc, _pattern(head), _pattern(rest[-1]), scope)
    return found


def _find(doc: Document, pattern: re.Pattern[str], scope: tuple[int, int]) -> list[tuple[int, int]]:
    places = []
    for match in pattern.finditer(doc.folded, *scope):
        places.append(trim(doc.text, *match.span()))
        if len(places) == MOST_PLACES:
            break
    return places


def _find_between(
    doc: Document, head: re.Pattern[str], tail: re.Pattern[str], scope: tuple[int, int]
) -> list[tuple[int, int]]:
    """From each place of the first words to the nearest place of the last."""
    places = []
    for first, _ in _find(doc, head, scope):
        if last := tail.search(doc.folded, first, scope[1]):
            places.append(trim(doc.text, first, last.end()))
    return places


def _pattern(words: str) -> re.Pattern[str]:
    """Whole words, whatever stands for a space between them."""
    # Whoever types a passage has one kind of mark for all that the text has.
    pieces = (re.sub("[\"']", "[\"']", re.escape(word)) for word in fold_marks(words).split())
    middle = r"\s+".join(pieces)
    return re.compile(rf"(?<!\w){middle}(?!\w)", re.IGNORECASE)
