"""Units of tone are found among a text's candidates: a walk word by word finds the same ones."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.measures.tone.evidence import CONTRASTS, NEGATORS, REACH, Unit, find_units
from analysis.text.document import Document, make_document
from analysis.text.lexicon import find_terms, load_valence

PIECES = st.sampled_from(
    [
        "not", "No", "never", "don’t", "isn't", "but", "However", "yet", "shot dead", "robbed", "murder",
        "peace", "no doubt", "the", "town", "has", "a", "praised", "first", ",", ".", ". She", "“", "”", "—",
        "\n", "\n\n",
    ]
)  # fmt: skip
WANTED = frozenset(["the", "town", "not", "but", "first"])


@given(st.lists(PIECES, max_size=40))
@settings(max_examples=300, deadline=None)
def test_units_are_those_that_a_walk_word_by_word_finds(pieces: list[str]) -> None:
    doc = make_document(" ".join(pieces))
    walked = walk(doc)
    assert find_units(doc) == walked
    assert find_units(doc, words=WANTED) == [unit for unit in walked if unit.listed or unit.term in WANTED]


def walk(doc: Document) -> list[Unit]:
    """Every unit, with what stands around it remembered from word to word."""
    words, keys = doc.words, doc.keys
    matches = {match.start: match for match in find_terms(doc, load_valence())}
    in_phrase = {number for match in matches.values() for number in words.inside(match.start, match.end)}
    units = []
    for index, inside in enumerate(doc.sentence_words):
        breaks = [n for n in inside if keys[n] in CONTRASTS and n > inside.start and n not in in_phrase]
        contrast = breaks[-1] if breaks else None
        negator: int | None = None
        covered_to = 0
        for number in inside:
            if number > inside.start and doc.gaps[number - 1]:
                negator = None
            start, end = words[number]
            if start >= covered_to:
                match = matches.get(start)
                covered_to = match.end if match else end
                near = negator is not None and number - negator <= REACH
                units.append(
                    Unit(
                        start, covered_to, index, match.term if match else doc.bare_keys[number],
                        match is not None, word(doc, negator) if near else None, word(doc, contrast),
                        contrast is not None and number > contrast,
                    )
                )  # fmt: skip
            if (keys[number] in NEGATORS or keys[number].endswith("n't")) and number not in in_phrase:
                negator = number
    return units


def word(doc: Document, number: int | None) -> str | None:
    return None if number is None else doc.text[slice(*doc.words[number])]
