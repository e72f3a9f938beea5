"""Where the terms of a lexicon stand in a document."""

from __future__ import annotations

from itertools import compress
from typing import NamedTuple

from analysis.text.document import Document, once
from analysis.text.lexicon.entries import PARTS_OF_SPEECH, Entry
from analysis.text.lexicon.lists import Lexicon, load_valence
from analysis.text.making import maker
from analysis.text.mentions.long_names import find_long_names
from analysis.text.tagging import tag_word
from analysis.text.tokenization import bare

# Where a row stands: the numbers of the first word and of the one behind the last, and the row.
Place = tuple[int, int, Entry]


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


@once
def find_valence(doc: Document) -> tuple[Place, ...]:
    """Where the rows of `load_valence` stand."""
    return tuple(find_entries(doc, load_valence()))


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
