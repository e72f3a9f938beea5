"""Lexicons: reviewed lists of terms, and where their terms stand in a document.

A lexicon is one CSV file. Its rules of matching, all of them:

* a term is one or more words; it matches whole words, in one sentence, with only white space
  between them;
* a word in lower case matches any case; a word with a capital matches exactly as written;
* a possessive ending ('s or ’) never hinders a match;
* column ``inflection``: ``noun`` adds the plural of the last word, ``verb`` adds the -s, -ed and
  -ing forms of the first word, both by the regular spelling rules; empty adds nothing, and
  irregular forms have rows of their own;
* column ``pos``, where a list has it: the first word must be a ``noun``, ``verb``, ``adjective`` or
  ``adverb`` in its sentence; empty takes any;
* column ``names``, where a list has it: a match that begins with a capital and is only a part of a name
  (*Justice* in *Justice Department*) does not count, unless the row says ``yes``;
* from left to right, longest match first: more words before fewer, then more letters, then a
  capital before none; each word lies in at most one match of a lexicon.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import compress
from pathlib import Path
from typing import NamedTuple

from analysis.text.document import Document, once
from analysis.text.entries import INFLECTIONS, PARTS_OF_SPEECH, Entry, clean_term, read_entries
from analysis.text.inflection import inflect
from analysis.text.language import FUNCTION_WORDS
from analysis.text.library import DATA, DataError
from analysis.text.making import maker
from analysis.text.mentions.long_names import find_long_names
from analysis.text.tagging import tag_word
from analysis.text.tokenization import bare

# The words of a form as written, with its row.
Form = tuple[tuple[str, ...], Entry]
# Stem of a word -> forms of this word alone, and longer forms that are looked for at it, with the number of
# their words before it and the stems of all. A form is named by its place in ``Lexicon.forms``.
Index = dict[str, tuple[tuple[int, ...], tuple[tuple[int, tuple[str, ...], int], ...]]]
# Where a row stands: the numbers of the first word and of the one behind the last, and the row.
Place = tuple[int, int, Entry]


@dataclass(frozen=True)
class Lexicon:
    """The rows of a lexicon, and the forms in which their terms stand in texts."""

    name: str
    entries: tuple[Entry, ...]

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels in the order in which the file first names them."""
        return tuple(dict.fromkeys(entry.label for entry in self.entries))

    @cached_property
    def forms(self) -> tuple[Form, ...]:
        """The forms of all terms; where two fit, the earlier one wins."""
        listed = {entry.term for entry in self.entries}
        forms = [
            (tuple(form.split()), entry)
            for entry in self.entries
            for form in inflect(entry.term, entry.inflection)
            # a row of its own outranks the inflected form of another row
            if form == entry.term or form not in listed
        ]
        return tuple(sorted(forms, key=_specificity))

    @cached_property
    def first_words(self) -> frozenset[str]:
        """The words with which forms begin, in lower case and without possessive endings."""
        return frozenset([bare(words[0].lower()) for words, _ in self.forms])

    @cached_property
    def index(self) -> Index:
        """Each form by the one of its words that is likely to be rare: *law* of *the law of the land*."""
        alone = defaultdict[str, list[int]](list)
        longer = defaultdict[str, list[tuple[int, tuple[str, ...], int]]](list)
        for place, (words, _) in enumerate(self.forms):
            stems = tuple([word.lower().partition("'")[0] for word in words])
            telling = max(stems, key=lambda stem: (stem not in FUNCTION_WORDS, len(stem)))
            if len(stems) == 1:
                alone[telling].append(place)
            else:
                longer[telling].append((stems.index(telling), stems, place))
        return {
            stem: (tuple(alone.get(stem, ())), tuple(longer.get(stem, ())))
            for stem in alone.keys() | longer.keys()
        }


class TermMatch(NamedTuple):
    """A term of a lexicon found in a text: ``text[start:end] == surface``."""

    start: int
    end: int
    surface: str
    term: str
    label: str
    weight: float | None
    lexicon: str
    source: str


_match = maker(TermMatch)


def load_lexicon(name: str, *, folder: Path = DATA / "lexicons") -> Lexicon:
    """Load ``<folder>/<name>.csv``, whose sources stand in ``<folder>/sources.csv``.

    Raises:
        DataError: a row breaks the form of lexicons, as `read_entries` tells.
    """
    return Lexicon(name, tuple(read_entries(folder / f"{name}.csv")))


@cache
def load_valence() -> Lexicon:
    """What words and phrases do in news sentences, loaded once: tone and loaded words both rest on it."""
    return load_lexicon("valence")


@once
def find_valence(doc: Document) -> tuple[Place, ...]:
    """Where the rows of `load_valence` stand."""
    return tuple(find_entries(doc, load_valence()))


def make_lexicon(name: str, terms: Iterable[str], *, label: str = "term", inflection: str = "") -> Lexicon:
    """A lexicon of a few terms of one's own, all under one label, without a file.

    Raises:
        DataError: a term is empty, or the inflection is unknown.

    >>> lexicon = make_lexicon("mine", ["call for"], inflection="verb")
    >>> from analysis.text.document import make_document
    >>> [match.surface for match in find_terms(make_document("She called for calm."), lexicon)]
    ['called for']
    """
    if inflection not in INFLECTIONS:
        raise DataError(f"inflection is {inflection!r}; write noun, verb or nothing")
    written = dict.fromkeys(clean_term(term) for term in terms)
    if not written or "" in written:
        raise DataError("give at least one term, and none that is empty")
    return Lexicon(name, tuple([Entry(term, label, None, inflection, "", "", "own") for term in written]))


def find_terms(doc: Document, lexicon: Lexicon, *, among: range | None = None) -> list[TermMatch]:
    """Where the terms of a lexicon stand, sorted by place.

    Args:
        among: numbers of the words to search, as those of a sentence; without it, all.

    Returns: one match a place; no two share a word.

    Limits: words are matched, not senses: *trade union* is found by a term *trade* unless the
    lexicon lists *trade union* too.
    """
    text, starts, ends = doc.text, doc.words.starts, doc.words.ends
    matches: list[TermMatch] = []
    for first, stop, entry in find_entries(doc, lexicon, among=among):
        start, end = starts[first], ends[stop - 1]
        term, label, weight, _, _, _, source, *_ = entry
        matches.append(_match((start, end, text[start:end], term, label, weight, lexicon.name, source)))
    return matches


def find_entries(doc: Document, lexicon: Lexicon, *, among: range | None = None) -> list[Place]:
    """Where the rows of a lexicon stand, by words: as `find_terms`, for those who go on with the words."""
    among = range(len(doc.words)) if among is None else among
    stems, index = doc.stems, lexicon.index
    likely: list[tuple[int, int]] = []  # the first word of each form that may stand there, place of the form
    for number in compress(among, map(index.__contains__, stems[among.start : among.stop])):
        alone, longer = index[stems[number]]
        for place in alone:
            likely.append((number, place))
        for before, wanted, place in longer:
            first = number - before
            stop = first + len(wanted)
            if stems[first:stop] == wanted and among.start <= first and stop <= among.stop:
                likely.append((first, place))
    likely.sort()
    found: list[Place] = []
    free_from = 0  # the first word that is in no match yet
    text, starts, keys, forms = doc.text, doc.words.starts, doc.keys, lexicon.forms
    for first, place in likely:
        words, entry = forms[place]
        if first < free_from or not (words == (keys[first],) or _stands_at(doc, first, words)):
            continue
        stop = first + len(words)
        if entry.pos and not tag_word(doc, first).startswith(PARTS_OF_SPEECH[entry.pos]):
            continue
        if not entry.names and text[starts[first]].isupper() and _is_part_of_name(doc, first, stop):
            continue
        found.append((first, stop, entry))
        free_from = stop
    return found


def _stands_at(doc: Document, first: int, form: tuple[str, ...]) -> bool:
    """Whether words with the stems of a form are this form, in one sentence, side by side."""
    last = first + len(form) - 1
    starts, ends = doc.words.starts, doc.words.ends
    for number, wanted in enumerate(form, start=first):
        if number > first and doc.text[ends[number - 1] : starts[number]].strip():
            return False
        found = doc.keys[number] if wanted.islower() else doc.written[number]
        if wanted != found and wanted != bare(found):
            return False
    return last == first or doc.sentences.holding(starts[first]) == doc.sentences.holding(starts[last])


def _is_part_of_name(doc: Document, first: int, stop: int) -> bool:
    """Whether words lie in a name that is longer than they are."""
    start, end, names = doc.words.starts[first], doc.words.ends[stop - 1], find_long_names(doc)
    index = names.holding(start)
    return index is not None and end <= names.ends[index] and (start, end) != names[index]


def _specificity(form: Form) -> tuple[int, int, bool]:
    words = form[0]
    return -len(words), -sum(map(len, words)), all(map(str.islower, words))
