"""Where to look: paragraph and sentence, by their numbers."""

from __future__ import annotations

from analysis.text.document import Document

LONG = 90  # characters


def paragraph_at(doc: Document, start: int) -> int:
    """The number of the paragraph that holds a place, from 1."""
    number = doc.paragraphs.holding(start)
    return 1 if number is None else number + 1


def describe_place(doc: Document, start: int) -> str:
    """A place for a hint, without its words.

    >>> from analysis.text.document import make_document
    >>> describe_place(make_document("We left. “It was late in the year,” he said."), 10)
    'paragraph 1, sentence 2'
    """
    paragraph, sentence = paragraph_at(doc, start), doc.sentences.holding(start)
    if sentence is None:
        return f"paragraph {paragraph}"
    first = doc.sentences.inside(*doc.paragraphs[paragraph - 1]).start
    return f"paragraph {paragraph}, sentence {sentence - first + 1}"


def shorten_passage(text: str) -> str:
    """A passage for a list: whole if short, else its first and last words."""
    flat = " ".join(text.split())
    if len(flat) <= LONG:
        return flat
    words = flat.split()
    return f"{' '.join(words[:6])} … {' '.join(words[-4:])}"
