"""Loaded words that a list knows: the project's own list, and words that readers rate as judgments.

``loaded.csv`` lists terms by kind, with a weight in three grades: .15 (mild: often plain), .35 (plain
in some senses) and .6 (hardly ever plain). A row with the label ``none`` guards against a false friend
(*extreme weather*): being longer, it wins over the term that it holds, and is then left out.

``valence.csv`` rates how words sound in news; it does not tell a judgment (*absurd*) from bad news
(*flood*). The part of speech and the topic under which a word was rated do: see `find_rated`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from analysis.measures.loaded.model import EVALUATIVE, NOUN, VERB, LoadedTerm, make_term
from analysis.text.document import Document
from analysis.text.lexicon import Entry, Lexicon, find_entries, find_valence, load_lexicon
from analysis.text.library import DATA, read_rows
from analysis.text.tagging import tag_word

GUARD = "none"
NOUN_TOO = "noun and verb"  # the note of such a verb
# Weaker evidence than a row of the reviewed list.
RATED_WEIGHT = 0.25
# An adjective or an adverb rated as low as this judges, whatever its topic.
LOW = -1.5
# A word rated as low as this judges if its topic is a judging one.
LOWER_THAN_PLAIN = -0.75
# Topics whose words judge; those of other topics (health, law, war, the economy) tell bad news.
JUDGING = frozenset(("judgment", "character", "power", "crime"))
_KIND_OF_TAG = {"JJ": EVALUATIVE, "RB": EVALUATIVE, "NN": NOUN, "VB": VERB}
_QUALIFIERS = ("JJ", "RB")


@cache
def load_loaded() -> Lexicon:
    """The project's own list of loaded words, with the false friends among them."""
    return load_lexicon("loaded")


@cache
def load_plain() -> dict[str, frozenset[str]]:
    """Words that look loaded and do not judge, by what makes them look so (``loaded_plain.csv``)."""
    rows = read_rows(DATA / "lexicons" / "loaded_plain.csv", ("term", "form", "source"))
    forms = dict.fromkeys(row["form"] for row in rows)
    return {form: frozenset(row["term"] for row in rows if row["form"] == form) for form in forms}


def is_plain(word: str, form: str) -> bool:
    """Whether a word, or the one of which it is the plural, looks loaded by its form and does not judge."""
    plain = load_plain()[form]
    return word in plain or word.removesuffix("s") in plain


def find_listed(doc: Document) -> Iterator[LoadedTerm | tuple[int, int]]:
    """Terms of the project's list, in order; a false friend as the bare stretch that it takes."""
    starts, ends = doc.words.starts, doc.words.ends
    for first, stop, entry in find_entries(doc, load_loaded()):
        start, end = starts[first], ends[stop - 1]
        if entry.label == GUARD:
            yield start, end
        else:
            yield make_term(
                doc.text, start, end, kind=_kind(doc, first, entry), weight=entry.weight or 0.0,
                why="it stands in the list of loaded words", source=entry.source, rule="listed",
            )  # fmt: skip


def find_rated(doc: Document) -> Iterator[LoadedTerm]:
    """Words that are rated low and judge, by part of speech and topic, in order.

    Limits: words rated high (*brilliant*) are left to the list: most tell good news. A low rating is
    of the sense that news uses most.
    """
    for number, _, entry in find_valence(doc):
        rating = entry.weight or 0.0
        if rating > LOWER_THAN_PLAIN or " " in entry.term:
            continue
        if entry.term.lower() in load_plain()["rated"] or is_plain(doc.keys[number], "rated"):
            continue
        tag = _tag(doc, number)
        kind = _KIND_OF_TAG.get(tag)
        if kind and (entry.label in JUDGING or (tag in _QUALIFIERS and rating <= LOW)):
            yield make_term(
                doc.text, *doc.words[number], kind=kind, weight=RATED_WEIGHT,
                why=f"the list of tone rates it {rating:.1f} on a scale from -4 to 4", source=entry.source,
                rule="rated",
            )  # fmt: skip


@cache
def _nouns_too() -> frozenset[str]:
    """Verbs of the list that are nouns as well (*smear*)."""
    return frozenset(entry.term for entry in load_loaded().entries if entry.note == NOUN_TOO)


def _kind(doc: Document, number: int, entry: Entry) -> str:
    """The kind of the row; a verb that is a noun too takes the kind of its use here."""
    noun = entry.term in _nouns_too() and _tag(doc, number) == "NN"
    return NOUN if noun else entry.label


def _tag(doc: Document, number: int) -> str:
    """The first two letters of a word's tag; nothing for a name."""
    tag = tag_word(doc, number)
    return "" if tag.startswith("NNP") else tag[:2]
