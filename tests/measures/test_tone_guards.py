"""Guards: names, institutions, titles and topics in whose words readers hear no praise and no blame."""

from __future__ import annotations

import pytest

from analysis.measures.tone import find_tone
from analysis.text.document import make_document
from analysis.text.lexicon import load_valence
from analysis.text.library import DATA, read_rows

KINDS = {"name", "institution", "topic", "title"}
GUARDS = read_rows(DATA / "lexicons" / "tone_guards.csv", ("term", "kind", "example", "source"))


def shares_of(term: str, example: str) -> list[float]:
    """What the words of a term add to the score of its example."""
    start = example.index(term)
    return [
        share.contribution
        for tone in find_tone(make_document(example))
        for share in tone.terms
        if start <= share.start < start + len(term)
    ]


def test_there_are_guards_of_each_kind_and_none_stands_twice() -> None:
    assert len(GUARDS) >= 60
    assert {row["kind"] for row in GUARDS} == KINDS
    terms = [row["term"] for row in GUARDS]
    assert len(set(terms)) == len(terms)


def test_the_sources_of_guards_are_listed() -> None:
    sources = {row["source"] for row in read_rows(DATA / "lexicons" / "sources.csv", ("source",))}
    assert {row["source"] for row in GUARDS} <= sources


def test_each_guard_is_a_term_of_the_list_of_ratings_and_rated_0() -> None:
    weights = {entry.term: entry.weight for entry in load_valence().entries}
    assert {row["term"]: weights.get(row["term"]) for row in GUARDS if weights.get(row["term"]) != 0} == {}


@pytest.mark.parametrize("row", GUARDS, ids=lambda row: row["term"])
def test_the_words_of_a_guard_add_nothing_to_the_tone_of_its_sentence(row: dict[str, str]) -> None:
    assert shares_of(row["term"], row["example"]) == []
