"""What may carry tone in a text: listed terms and single words, with what stands around them."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.text.document import Document
from analysis.text.lexicon import find_terms, load_valence

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


def find_units(doc: Document) -> list[Unit]:
    """Cut the sentences of a text into listed terms and single words, in their order.

    Limits: a negator is taken to turn whatever follows within its reach: in *no later than the
    attack* it is said to turn *attack*.

    >>> from analysis.text.document import make_document
    >>> units = find_units(make_document("He was not shot dead."))
    >>> [(unit.term, unit.listed, unit.negator) for unit in units[2:]]
    [('not', False, None), ('shot dead', True, 'not')]
    """
    words, text, keys = doc.words, doc.text, doc.keys
    matches = {match.start: match for match in find_terms(doc, load_valence())}
    in_phrase = {i for match in matches.values() for i in words.inside(match.start, match.end)}
    units: list[Unit] = []
    for number, (start, end) in enumerate(doc.sentences):
        inside = words.inside(start, end)
        breaks = [i for i in inside if keys[i] in CONTRASTS and i > inside.start and i not in in_phrase]
        contrast = breaks[-1] if breaks else None
        negator: int | None = None  # the last one that may still reach on
        covered_to = start
        for index in inside:
            if index > inside.start and text[words.ends[index - 1] : words.starts[index]].strip():
                negator = None
            place = words.starts[index]
            if place >= covered_to:
                match = matches.get(place)
                near = negator is not None and index - negator <= REACH
                units.append(
                    Unit(
                        start=place,
                        end=match.end if match else words.ends[index],
                        sentence=number,
                        term=match.term if match else _bare(keys[index]),
                        listed=match is not None,
                        negator=_word(doc, negator) if near and negator is not None else None,
                        contrast=_word(doc, contrast) if contrast is not None else None,
                        after_contrast=contrast is not None and index > contrast,
                    )
                )
                covered_to = match.end if match else words.ends[index]
            # a negator inside a listed phrase has done its work there
            if index not in in_phrase and (keys[index] in NEGATORS or keys[index].endswith("n't")):
                negator = index
    return units


def _word(doc: Document, index: int) -> str:
    return doc.text[doc.words.starts[index] : doc.words.ends[index]]


def _bare(key: str) -> str:
    return key.removesuffix("'s").removesuffix("'")
