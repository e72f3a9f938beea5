"""Cues: the words that report, thoughts and plans included, and where they stand."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from analysis.text.document import Document, once
from analysis.text.lexicon import Lexicon, Place, find_entries, load_lexicon
from analysis.text.library import DATA, read_rows
from analysis.text.making import maker


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


_cue = maker(Cue)


@cache
def load_cues() -> Lexicon:
    """The project's cue words; a label is a class: neutral, factive, distancing and so on."""
    return load_lexicon("cues")


@cache
def _grammar() -> dict[str, tuple[str, str, frozenset[str]]]:
    """Of each row its verb and what it reports; irregular forms name their verb in the note."""
    prefix = "form of "
    rows = read_rows(DATA / "lexicons" / "cues.csv", ("term", "note", "attribution", "takes"))
    return {
        row["term"]: (
            row["note"].removeprefix(prefix) if row["note"].startswith(prefix) else row["term"],
            row["attribution"],
            frozenset(row["takes"].split()),
        )
        for row in rows
    }


def find_lemma(term: str) -> str:
    """The verb of a row as a dictionary lists it; of any other term the term."""
    return _grammar()[term][0] if term in _grammar() else term


@once
def find_cue_entries(doc: Document) -> tuple[Place, ...]:
    """Where the rows of the cue lexicon stand."""
    return tuple(find_entries(doc, load_cues()))


def find_cues(doc: Document) -> list[Cue]:
    """Where the words of the cue lexicon stand, whether they report there or not.

    >>> from analysis.text.document import make_document
    >>> [cue.surface for cue in find_cues(make_document("She pointed out that he had lied, he said."))]
    ['pointed out', 'said']
    """
    cues: list[Cue] = []
    grammar, text, starts, ends = _grammar(), doc.text, doc.words.starts, doc.words.ends
    for first, stop, entry in find_cue_entries(doc):
        start, end, term = starts[first], ends[stop - 1], entry.term
        sentence = doc.sentences.holding(start)
        if sentence is None:
            continue
        before = doc.sentence_words[sentence].start
        lemma, attribution, takes = grammar[term]
        cues.append(
            _cue(
                (
                    start, end, text[start:end], sentence, first - before, stop - 1 - before, term, lemma,
                    entry.label, attribution, takes,
                )
            )
        )  # fmt: skip
    return cues
