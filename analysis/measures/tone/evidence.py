"""What may carry tone in a text: listed terms and single words, with what stands around them."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass

from analysis.text.document import Document
from analysis.text.lexicon import find_valence

REACH = 4  # words that a negator turns, up to the next punctuation mark
NEGATORS = frozenset(
    (
        *("no", "not", "never", "nor", "neither", "without", "nothing", "nobody", "none", "cannot"),
        *("hardly", "barely", "scarcely", "seldom", "rarely"),
    )
)
CONTRASTS = frozenset(("but", "however", "yet"))


@dataclass(frozen=True, slots=True)
class Unit:
    """A listed term, or a word that is in none, and what stands around it."""

    start: int
    end: int
    sentence: int
    term: str  # as listed, or the word in lower case
    listed: bool
    negator: str | None  # the word that turns it
    contrast: str | None  # the word *but* of its sentence, if there is one
    after_contrast: bool


def find_units(doc: Document, *, words: Container[str] | None = None) -> list[Unit]:
    """Cut the sentences of a text into listed terms and single words, in their order.

    Args:
        words: single words that are wanted, in lower case and without possessive endings; None for all.

    Limits: a negator is taken to turn whatever follows within its reach: in *no later than the
    attack* it is said to turn *attack*.

    >>> from analysis.text.document import make_document
    >>> units = find_units(make_document("He was not shot dead."))
    >>> [(unit.term, unit.listed, unit.negator) for unit in units[2:]]
    [('not', False, None), ('shot dead', True, 'not')]
    """
    starts, ends, keys = doc.words.starts, doc.words.ends, doc.keys
    matches = {match.start: match for match in find_valence(doc)}
    in_phrase = {i for match in matches.values() for i in doc.words.inside(match.start, match.end)}
    units: list[Unit] = []
    for number, inside in enumerate(doc.sentence_words):
        breaks = [i for i in inside if keys[i] in CONTRASTS and i > inside.start and i not in in_phrase]
        contrast = breaks[-1] if breaks else None
        negator: int | None = None  # the last one that may still reach on
        covered_to = 0
        for index in inside:
            if negator is not None and index > inside.start and doc.gaps[index - 1]:
                negator = None
            place = starts[index]
            if place >= covered_to:
                match = matches.get(place)
                covered_to = match.end if match else ends[index]
                if match or words is None or doc.bare_keys[index] in words:
                    near = negator is not None and index - negator <= REACH
                    units.append(
                        Unit(
                            start=place,
                            end=covered_to,
                            sentence=number,
                            term=match.term if match else doc.bare_keys[index],
                            listed=match is not None,
                            negator=_word(doc, negator) if near and negator is not None else None,
                            contrast=_word(doc, contrast) if contrast is not None else None,
                            after_contrast=contrast is not None and index > contrast,
                        )
                    )
            # a negator inside a listed phrase has done its work there
            if (keys[index] in NEGATORS or keys[index].endswith("n't")) and index not in in_phrase:
                negator = index
    return units


def _word(doc: Document, index: int) -> str:
    return doc.text[doc.words.starts[index] : doc.words.ends[index]]
