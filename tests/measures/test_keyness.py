"""Keyness: worked out by hand, and the same from either side."""

from __future__ import annotations

import math
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.measures.keyness import count_words, log_likelihood, log_ratio, measure_keyness
from analysis.text.document import make_document


def test_log_likelihood_worked_out_by_hand() -> None:
    # 12 in 1,000 against 4 in 2,000: expected 16/3 and 32/3.
    expected = 2 * (12 * math.log(12 / (16 / 3)) + 4 * math.log(4 / (32 / 3)))
    assert log_likelihood(12, 4, 1000, 2000) == pytest.approx(expected)
    assert log_ratio(12, 4, 1000, 2000) == pytest.approx(math.log2(6))


def test_a_word_that_is_missing_on_one_side_has_a_ratio_all_the_same() -> None:
    assert log_ratio(0, 4, 100, 100) == -3.0


def test_a_part_without_words_gives_an_empty_table() -> None:
    assert len(measure_keyness(Counter(), Counter(tea=9))) == 0


def test_rare_words_are_left_out() -> None:
    table = measure_keyness(Counter(tea=2, milk=1), Counter(tea=1, salt=2))
    assert list(table["word"]) == ["tea"]


def test_words_are_counted_where_they_begin() -> None:
    doc = make_document("No tea. No milk.")
    assert count_words(doc, [(0, 7)]) == Counter(no=1, tea=1)
    assert count_words(doc) == Counter(no=2, tea=1, milk=1)


COUNTS = st.dictionaries(st.sampled_from("abcde"), st.integers(1, 50), min_size=1).map(Counter)


@given(COUNTS, COUNTS)
def test_swapping_the_parts_flips_the_ratio_and_keeps_the_evidence(
    one: Counter[str], two: Counter[str]
) -> None:
    there = measure_keyness(one, two).set_index("word")
    back = measure_keyness(two, one).set_index("word").loc[there.index]
    assert list(there["log_ratio"]) == pytest.approx([-x for x in back["log_ratio"]])
    assert list(there["log_likelihood"]) == pytest.approx(list(back["log_likelihood"]))


@given(COUNTS)
def test_a_part_against_itself_has_no_key_words(counts: Counter[str]) -> None:
    table = measure_keyness(counts, counts, min_n=1)
    assert set(table["log_ratio"]) == {0.0}
    assert table["log_likelihood"].max() == pytest.approx(0, abs=1e-9)
