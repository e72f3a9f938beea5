"""The list of loaded words: each row's example is found in its kind, and each guard's is not."""

from __future__ import annotations

from collections import Counter

import pytest

from analysis.measures.loaded import KINDS, find_loaded
from analysis.measures.loaded.lists import GUARD, load_loaded, load_plain
from analysis.text.document import make_document
from analysis.text.lexicon import Entry, find_terms
from analysis.text.library import DATA, read_rows

ENTRIES = load_loaded().entries
TERMS = [entry for entry in ENTRIES if entry.label != GUARD]
GUARDS = [entry for entry in ENTRIES if entry.label == GUARD]


def test_the_list_has_hundreds_of_rows_of_the_kinds_that_a_list_can_hold() -> None:
    kinds = Counter(entry.label for entry in TERMS)
    assert len(TERMS) >= 600
    assert set(kinds) == set(KINDS) - {"scare_quote"}
    assert min(kinds.values()) >= 40
    assert len(GUARDS) >= 100


def test_weights_have_three_grades() -> None:
    assert {entry.weight for entry in TERMS} == {0.15, 0.35, 0.6}


def test_no_example_serves_two_rows() -> None:
    assert [example for example, n in Counter(entry.example for entry in ENTRIES).items() if n > 1] == []


@pytest.mark.parametrize("entry", TERMS, ids=lambda entry: entry.term)
def test_a_row_finds_its_example_in_its_kind(entry: Entry) -> None:
    doc = make_document(entry.example)
    places = {
        (match.start, match.end) for match in find_terms(doc, load_loaded()) if match.term == entry.term
    }
    found = {(term.start, term.end): term.kind for term in find_loaded(doc).terms}
    assert [found[place] for place in places] == [entry.label] * len(places)
    assert places


@pytest.mark.parametrize("entry", GUARDS, ids=lambda entry: entry.term)
def test_a_guard_keeps_its_example_plain(entry: Entry) -> None:
    assert [term.surface for term in find_loaded(make_document(entry.example)).terms] == []


def test_plain_words_are_sorted_by_what_makes_them_look_loaded() -> None:
    assert set(load_plain()) == {"adverb", "camp", "adjective", "compound", "rated"}
    rows = read_rows(DATA / "lexicons" / "loaded_plain.csv", ("term", "form", "source"))
    assert [row for row, n in Counter((row["term"], row["form"]) for row in rows).items() if n > 1] == []
    assert {row["source"] for row in rows} == {"own"}


GUARDS_OF_TONE = read_rows(DATA / "lexicons" / "tone_guards.csv", ("term", "example"))


@pytest.mark.parametrize("row", GUARDS_OF_TONE, ids=lambda row: row["term"])
def test_names_institutions_and_topics_that_guard_the_tone_are_not_loaded(row: dict[str, str]) -> None:
    start = row["example"].index(row["term"])
    end = start + len(row["term"])
    found = find_loaded(make_document(row["example"])).terms
    assert [term.surface for term in found if start <= term.start < end] == []
