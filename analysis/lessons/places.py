"""Where to look, in words: paragraph, and the sentence by its first words."""

from __future__ import annotations

from analysis.text.document import Document

FIRST_WORDS = 4
LONG = 90  # characters


def paragraph_at(doc: Document, start: int) -> int:
    """The number of the paragraph that holds a place, from 1."""
    number = doc.paragraphs.holding(start)
    return 1 if number is None else number + 1


def describe_place(doc: Document, start: int) -> str:
    """A place for a hint: not the words wanted, but the sentence that they stand in.

    >>> from analysis.text.document import make_document
    >>> describe_place(make_document("We left. “It was late in the year,” he said."), 10)
    'paragraph 1, the sentence that begins “It was late in …”'
    """
    number = doc.sentences.holding(start)
    if number is None:
        return f"paragraph {paragraph_at(doc, start)}"
    first, end = doc.sentences[number]
    where = f"paragraph {paragraph_at(doc, start)}, the sentence that begins"
    return f"{where} “{_first_words(doc, first, end)} …”"


def shorten_passage(text: str) -> str:
    """A passage for a list: whole if short, else its first and last words."""
    flat = " ".join(text.split())
    if len(flat) <= LONG:
        return flat
    words = flat.split()
    return f"{' '.join(words[:6])} … {' '.join(words[-4:])}"


def _first_words(doc: Document, start: int, end: int) -> str:
    inside = doc.words.inside(start, end)
    first = [doc.words[number] for number in inside[:FIRST_WORDS]]
    return doc.text[first[0][0] : first[-1][1]] if first else ""
