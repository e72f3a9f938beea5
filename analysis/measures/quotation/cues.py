"""Cues: the words that report, thoughts and plans included, and where they stand."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache
from typing import NamedTuple

from analysis.text.document import Document, once
from analysis.text.lexicon import Lexicon, TermMatch, find_terms, load_lexicon
from analysis.text.library import DATA, read_rows


class Cue(NamedTuple):
    """A word that may report: ``text[start:end] == surface``, words ``first`` to ``last`` of a sentence.

    ``takes`` says what its content may look like: ``clause`` (with or without *that*), ``wh``
    (whether, how …), ``to`` (an infinitive), ``object`` (a noun phrase), a preposition, ``paren``
    (*…, she said*), ``source`` (*according to*), ``noun`` and ``adjective`` (*the claim that*).
    """

    start: int
    end: int
    surface: str
    sentence: int
    first: int
    last: int
    term: str
    lemma: str  # the verb as a dictionary lists it
    label: str
    attribution: str
    takes: frozenset[str]


@cache
def load_cues() -> Lexicon:
    """The project's cue words; a label is a class: neutral, factive, distancing and so on."""
    return load_lexicon("cues")


@cache
def _grammar() -> dict[str, tuple[str, frozenset[str]]]:
    rows = read_rows(DATA / "lexicons" / "cues.csv", ("term", "attribution", "takes"))
    return {row["term"]: (row["attribution"], frozenset(row["takes"].split())) for row in rows}


@cache
def _lemmas() -> dict[str, str]:
    """Each row's verb: irregular forms name theirs in the note (*form of say*)."""
    prefix = "form of "
    return {
        entry.term: entry.note.removeprefix(prefix) if entry.note.startswith(prefix) else entry.term
        for entry in load_cues().entries
    }


def find_lemma(term: str) -> str:
    """The verb of a row as a dictionary lists it; of any other term the term."""
    return _lemmas().get(term, term)


@once
def find_cue_terms(doc: Document) -> tuple[TermMatch, ...]:
    """Where the terms of the cue lexicon stand."""
    return tuple(find_terms(doc, load_cues()))


def find_cues(doc: Document) -> list[Cue]:
    """Where the words of the cue lexicon stand, whether they report there or not.

    >>> from analysis.text.document import make_document
    >>> [cue.surface for cue in find_cues(make_document("She pointed out that he had lied, he said."))]
    ['pointed out', 'said']
    """
    cues = []
    grammar, starts, ends = _grammar(), doc.words.starts, doc.words.ends
    for match in find_cue_terms(doc):
        sentence = doc.sentences.holding(match.start)
        if sentence is None:
            continue
        before = doc.sentence_words[sentence].start
        first = last = bisect_left(starts, match.start)
        if ends[first] < match.end:
            last = bisect_left(starts, match.end) - 1
        attribution, takes = grammar[match.term]
        cues.append(
            Cue(
                match.start, match.end, match.surface, sentence, first - before, last - before, match.term,
                find_lemma(match.term), match.label, attribution, takes,
            )
        )  # fmt: skip
    return cues
