"""Concordances: every place of a term, what stands beside it, and how evenly it is spread."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.measures.concordance import find_concordance, measure_collocates, measure_terms
from analysis.text.document import make_document
from analysis.text.lexicon import find_terms, make_lexicon
from analysis.text.library import DataError
from analysis.text.rates import rows_of


@pytest.mark.parametrize(
    ("text", "term", "inflection", "surfaces"),
    [
        ("Peace now. We want PEACE.", "peace", "", ["Peace", "PEACE"]),
        ("She called for calm and calls for help.", "call for", "verb", ["called for", "calls for"]),
        ("She called for calm.", "call for", "", []),
        ("The peacemaker left.", "peace", "", []),
        ("The town’s mayor left the town.", "town", "", ["town’s", "town"]),
        ("We call. For peace we wait.", "call for", "", []),  # not across sentences
    ],
)
def test_a_term_is_found_as_whole_words_in_one_sentence(
    text: str, term: str, inflection: str, surfaces: list[str]
) -> None:
    lines = find_concordance(make_document(text), term, inflection=inflection)
    assert [line.surface for line in lines] == surfaces


def test_a_line_stays_in_its_paragraph_and_in_its_width() -> None:
    doc = make_document("One two three.\n\nFour five\nsix seven.")
    (line,) = find_concordance(doc, "six", width=6)
    assert (line.before, line.surface, line.after, line.paragraph) == (" five ", "six", " seven", 2)


@pytest.mark.parametrize(("term", "inflection"), [("", ""), ("  ", ""), ("peace", "plural")])
def test_an_empty_term_or_an_unknown_inflection_is_refused(term: str, inflection: str) -> None:
    with pytest.raises(DataError):
        find_concordance(make_document("Peace."), term, inflection=inflection)


def test_dispersion_is_half_the_distance_between_shares() -> None:
    # Paragraphs of 6, 2 and 2 words; the term stands twice in the second. Words: .6, .2, .2; term: 0, 1, 0.
    doc = make_document("a b c d e f\n\ntea tea\n\ng h")
    (row,) = rows_of(measure_terms(doc, find_terms(doc, make_lexicon("mine", ["tea"]))))
    assert (row.n, row.n_paragraphs) == (2, 1)
    assert row.dispersion == pytest.approx((0.6 + 0.8 + 0.2) / 2)


def test_terms_stand_most_frequent_first() -> None:
    doc = make_document("tea milk tea milk tea bread")
    table = measure_terms(doc, find_terms(doc, make_lexicon("mine", ["bread", "milk", "tea", "salt"])))
    assert list(table["term"]) == ["tea", "milk", "bread"]


def test_a_collocate_stands_in_the_same_sentence() -> None:
    doc = make_document("Harbor strike. Harbor strike. Long day. Long night. Quiet sea. Old town.")
    table = measure_collocates(doc, find_concordance(doc, "strike"))
    assert list(table["word"]) == ["harbor"]
    assert list(table["n_near"]) == [2]


def test_two_places_side_by_side_count_their_neighbor_once() -> None:
    doc = make_document("red tea tea red. Blue sea and blue sky and grey stones.")
    table = measure_collocates(doc, find_concordance(doc, "tea"), window=2)
    assert [(row.word, row.n_near) for row in rows_of(table)] == [("red", 2)]


@given(st.lists(st.sampled_from(["tea", "Tea", "milk", ".", "\n\n", "“", "’s"]), max_size=40))
def test_each_line_gives_its_surface(parts: list[str]) -> None:
    doc = make_document(" ".join(parts))
    lines = find_concordance(doc, "tea", width=7)
    for line in lines:
        assert doc.text[line.start : line.end] == line.surface
        assert len(line.before) <= 7
        assert len(line.after) <= 7
    assert sum(measure_terms(doc, find_terms(doc, make_lexicon("mine", ["tea"])))["n"]) == len(lines)


def test_a_word_that_stands_everywhere_is_no_company() -> None:
    # Of 16 words 12 are red: near two places with four neighbors chance alone would put three.
    doc = make_document("Red tea blue. Red tea blue. Red red red red red red red red red red.")
    table = measure_collocates(doc, find_concordance(doc, "tea"), window=1)
    assert [(row.word, row.n_near, row.n, row.expected) for row in rows_of(table)] == [("blue", 2, 2, 0.5)]
