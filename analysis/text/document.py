"""The document: one text that is never altered, and its flat layers of spans."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property, wraps
from itertools import compress, count
from typing import Any, TypeVar

from analysis.text.library import load_abbreviations
from analysis.text.patterns import find_characters
from analysis.text.spans import Spans
from analysis.text.tokenization import bare, find_paragraphs, find_sentences, fold_marks, split_words

Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class SourceCard:
    """Where a text comes from; None stands for what is not known."""

    file: str
    n_bytes: int
    sha256: str  # of the file's bytes
    line_ends: str  # LF, CRLF or CR
    title: str | None = None
    author: str | None = None
    outlet: str | None = None
    date: str | None = None
    url: str | None = None
    licence: str | None = None
    format: str = "plain text"
    encoding: str | None = "UTF-8"  # None where the format has its own
    n_pages: int | None = None
    cut: tuple[
        tuple[str, int], ...
    ] = ()  # what was left out on the way from the file to the text, with counts
    read_on: str | None = None  # date; None for a text of the project


@dataclass(frozen=True)
class Document:
    """A text as read, with its paragraphs, sentences and words.

    Every measure shares one document: the text is cut once. All offsets count code points of
    ``text``, from 0, half-open.
    """

    id: str
    text: str
    paragraphs: Spans
    sentences: Spans
    pieces: tuple[str, ...] = field(repr=False)  # gap, word, gap, word … gap: joined, they are the text
    source: SourceCard | None = None
    warnings: tuple[str, ...] = ()

    @cached_property
    def words(self) -> Spans:
        """The words."""
        return Spans.of_pieces(self.pieces)

    @cached_property
    def sha256(self) -> str:
        """SHA-256 of the text in UTF-8 (a lone surrogate counts as a question mark)."""
        return hashlib.sha256(self.text.encode("utf-8", "replace")).hexdigest()

    @cached_property
    def folded(self) -> str:
        """The text with straight marks only, for matching; same length, same offsets."""
        return fold_marks(self.text)

    @cached_property
    def sentence_words(self) -> tuple[range, ...]:
        """The numbers of the words that begin in each sentence."""
        return tuple([self.words.inside(start, end) for start, end in self.sentences.pairs()])

    @cached_property
    def written(self) -> tuple[str, ...]:
        """Each word as it stands, with straight marks."""
        return self._straight(self.pieces[1::2])

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """Each word as it is looked up in lexicons: lower case, straight apostrophe."""
        return tuple(map(str.lower, self.written))

    @cached_property
    def capitals(self) -> tuple[int, ...]:
        """The numbers of the words that begin with a capital."""
        firsts = map(self.text.__getitem__, self.words.starts)
        return tuple(compress(count(), map(str.isupper, firsts)))

    @cached_property
    def bare_keys(self) -> tuple[str, ...]:
        """The keys without possessive endings, as terms are looked up."""
        return self._with_apostrophes(bare)

    @cached_property
    def stems(self) -> tuple[str, ...]:
        """The part of each key that no possessive ending touches: *don't* and *don* share it."""
        return self._with_apostrophes(lambda key: key.partition("'")[0])

    def _with_apostrophes(self, change: Callable[[str], str]) -> tuple[str, ...]:
        """The keys, those with an apostrophe changed: a few of them."""
        keys = list(self.keys)
        for number in self.apostrophes:
            keys[number] = change(keys[number])
        return tuple(keys)

    @cached_property
    def apostrophes(self) -> tuple[int, ...]:
        """The numbers of the words that hold an apostrophe."""
        starts, ends = self.words.starts, self.words.ends
        places = find_characters(self.folded, "'")
        numbers = [(bisect_right(starts, place) - 1, place) for place in places]
        return tuple(dict.fromkeys([word for word, place in numbers if word >= 0 and place < ends[word]]))

    @cached_property
    def between(self) -> tuple[str, ...]:
        """What stands between each word and the next, with straight marks."""
        return self._straight(self.pieces[2:-1:2])

    def _straight(self, pieces: tuple[str, ...]) -> tuple[str, ...]:
        """Pieces of the text with straight marks."""
        if self.text.isascii():
            return pieces
        return tuple([piece if piece.isascii() else fold_marks(piece) for piece in pieces])

    @cached_property
    def gaps(self) -> tuple[str, ...]:
        """The marks between each word and the next, straight, without white space around them."""
        return tuple(map(str.strip, self.between))

    @cached_property
    def kept(self) -> dict[str, Any]:
        """What functions marked with `once` have found."""
        return {}


def once(find: Callable[[Document], Found]) -> Callable[[Document], Found]:
    """A function whose answer is kept with the document: asked again, it gives the same object.

    Nobody may change that object, so it is a tuple or another value that stays as it is.
    """

    name = f"{find.__module__}.{find.__qualname__}"

    @wraps(find)
    def kept(doc: Document) -> Found:
        known = doc.kept
        if name not in known:
            known[name] = find(doc)
        found: Found = known[name]
        return found

    return kept


def make_document(
    text: str, *, id: str = "text", source: SourceCard | None = None, warnings: tuple[str, ...] = ()
) -> Document:
    """Cut a text into paragraphs, sentences and words.

    Example: 2 paragraphs, 3 sentences and 7 words.

    >>> doc = make_document("She left. He stayed.\\n\\nNobody spoke again.")
    >>> len(doc.paragraphs), len(doc.sentences), len(doc.words)
    (2, 3, 7)
    """
    paragraphs = Spans.of(find_paragraphs(text))
    return Document(
        id=id,
        text=text,
        paragraphs=paragraphs,
        sentences=Spans.of(find_sentences(text, paragraphs, load_abbreviations())),
        pieces=split_words(text),
        source=source,
        warnings=warnings,
    )
