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
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import compress
from pathlib import Path
from typing import NamedTuple

from analysis.text.document import Document, once
from analysis.text.entries import INFLECTIONS, PARTS_OF_SPEECH, Entry, clean_term, read_entries
from analysis.text.inflection import inflect
from analysis.text.library import DATA, DataError
from analysis.text.mentions.long_names import find_long_names
from analysis.text.spans import Spans
from analysis.text.tagging import tag_sentence
from analysis.text.tokenization import bare

# All words of a form as written, with its row.
Form = tuple[tuple[str, ...], Entry]
# First word -> forms of this word alone, and stem of the second word -> longer forms; longest first. *The*
# begins hundreds of terms; the second word leaves one or two of them to be looked at.
Index = dict[str, tuple[tuple[Form, ...], dict[str, tuple[Form, ...]]]]


@dataclass(frozen=True)
class Lexicon:
    """The rows of a lexicon, and an index from the first two words of each form to its forms."""

    name: str
    entries: tuple[Entry, ...]
    index: Index = field(repr=False)

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels in the order in which the file first names them."""
        return tuple(dict.fromkeys(entry.label for entry in self.entries))


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


def load_lexicon(name: str, *, folder: Path = DATA / "lexicons") -> Lexicon:
    """Load ``<folder>/<name>.csv``, whose sources stand in ``<folder>/sources.csv``.

    Raises:
        DataError: a row breaks the form of lexicons, as `read_entries` tells.
    """
    entries = tuple(read_entries(folder / f"{name}.csv"))
    return Lexicon(name, entries, _index(entries))


@cache
def load_valence() -> Lexicon:
    """What words and phrases do in news sentences, loaded once: tone and loaded words both rest on it."""
    return load_lexicon("valence")


@once
def find_valence(doc: Document) -> tuple[TermMatch, ...]:
    """Where the terms of `load_valence` stand."""
    return tuple(find_terms(doc, load_valence()))


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
    entries = [Entry(term, label, None, inflection, "", "", "own") for term in written]
    return Lexicon(name, tuple(entries), _index(entries))


def find_terms(doc: Document, lexicon: Lexicon, *, among: range | None = None) -> list[TermMatch]:
    """Where the terms of a lexicon stand, sorted by place.

    Args:
        among: numbers of the words with which a match may begin, as those of a sentence; without it, all.

    Returns: one match a place; no two share a word.

    Limits: words are matched, not senses: *trade union* is found by a term *trade* unless the
    lexicon lists *trade union* too.
    """
    matches: list[TermMatch] = []
    free_from = 0  # index of the first word that is in no match yet
    words, text, index = doc.words, doc.text, lexicon.index
    among = range(len(words)) if among is None else among
    behind = (*doc.stems[among.start + 1 : among.stop + 1], "")  # the stem of the next word
    long_names: Spans | None = None  # looked for at the first term that could lie in one
    keys = doc.bare_keys
    for number in compress(among, map(index.__contains__, keys[among.start : among.stop])):
        if number < free_from:
            continue
        forms, longer = index[keys[number]]
        if more := longer.get(behind[number - among.start]) if longer else None:
            forms = more + forms
        for form, entry in forms:
            last = number + len(form) - 1
            if form == (keys[number],) or _stands_at(doc, number, form):
                start, end = words.starts[number], words.ends[last]
                if entry.pos and not _is_tagged(doc, number, entry.pos):
                    continue
                if not entry.names and text[start].isupper():
                    long_names = find_long_names(doc) if long_names is None else long_names
                    if _is_part(long_names, start, end):
                        continue
                matches.append(
                    TermMatch(
                        start, end, text[start:end], entry.term, entry.label, entry.weight,
                        lexicon.name, entry.source,
                    )
                )  # fmt: skip
                free_from = last + 1
                break
    return matches


def _stands_at(doc: Document, number: int, form: tuple[str, ...]) -> bool:
    """Whether the words from ``number`` on are this form, in one sentence, side by side."""
    last = number + len(form) - 1
    words, text, keys = doc.words, doc.text, doc.keys
    if last >= len(keys):
        return False
    for place, wanted in enumerate(form, start=number):
        start, end = words.starts[place], words.ends[place]
        if place > number and text[words.ends[place - 1] : start].strip():
            return False
        found = keys[place] if wanted.islower() else doc.folded[start:end]
        if wanted != found and wanted != bare(found):
            return False
    if last == number:
        return True
    sentences = doc.sentences
    return sentences.holding(words.starts[number]) == sentences.holding(words.starts[last])


def _is_tagged(doc: Document, number: int, pos: str) -> bool:
    """Whether a word is this part of speech in its sentence."""
    sentence = doc.sentences.holding(doc.words.starts[number])
    if sentence is None:
        return False
    first = doc.sentence_words[sentence].start
    return tag_sentence(doc, sentence)[number - first].startswith(PARTS_OF_SPEECH[pos])


def _is_part(names: Spans, start: int, end: int) -> bool:
    """Whether a stretch lies in a name that is longer than it."""
    index = names.holding(start)
    return index is not None and end <= names.ends[index] and (start, end) != names[index]


def _index(entries: Sequence[Entry]) -> Index:
    forms: list[Form] = []
    listed = {entry.term for entry in entries}
    for entry in entries:
        for form in inflect(entry.term, entry.inflection):
            # a row of its own outranks the inflected form of another row
            if form == entry.term or form not in listed:
                forms.append((tuple(form.split()), entry))
    alone: defaultdict[str, list[Form]] = defaultdict(list)
    longer: defaultdict[str, defaultdict[str, list[Form]]] = defaultdict(lambda: defaultdict(list))
    for words, entry in sorted(forms, key=_specificity):
        first = bare(words[0].lower())
        same = longer[first][words[1].lower().partition("'")[0]] if len(words) > 1 else alone[first]
        same.append((words, entry))
    return {
        first: (
            tuple(alone.get(first, ())),
            {second: tuple(same) for second, same in longer.get(first, {}).items()},
        )
        for first in alone.keys() | longer.keys()
    }


def _specificity(form: Form) -> tuple[int, int, bool]:
    words = form[0]
    return -len(words), -sum(map(len, words)), all(map(str.islower, words))
