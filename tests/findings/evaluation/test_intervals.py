"""Intervals: the figure stands inside, and articles that agree leave no doubt."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.findings.evaluation.classes import add_classes, macro_f1
from analysis.findings.evaluation.intervals import estimate
from analysis.findings.evaluation.tone import RatedText


def part(sums: object) -> float:
    hits, n = sums  # type: ignore[misc]
    return float(hits / n)


def test_articles_that_agree_leave_no_doubt() -> None:
    assert estimate([(1, 4)] * 9, part) == (0.25, 0.25, 0.25)


def test_nothing_to_estimate_is_nan() -> None:
    assert all(map(math.isnan, estimate([], part)))


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(5, 9)), min_size=2, max_size=12))
def test_the_interval_lies_between_the_lowest_and_the_highest_article(
    articles: list[tuple[int, int]],
) -> None:
    value, low, high = estimate(articles, part, resamples=50)
    rates = [hits / n for hits, n in articles]
    assert min(rates) - 1e-9 <= low <= high <= max(rates) + 1e-9
    assert min(rates) - 1e-9 <= value <= max(rates) + 1e-9


def test_three_classes_by_hand() -> None:
    # bad: 3 rated, 2 met, 2 scored; neutral: 2 rated, 1 met, 2 scored; good: 1 rated, 1 met, 2 scored
    counts = [2, 1, 0, 0, 1, 1, 0, 0, 1]
    assert macro_f1(counts) == pytest.approx((4 / 5 + 2 / 4 + 2 / 3) / 3)


def test_scores_that_part_the_classes_are_found_out_on_other_documents() -> None:
    ratings = (-2.0, 0.0, 2.0)
    docs = [[RatedText(str(n), r, r / 10, 0, 0.0, 3, False, False) for r in ratings] for n in range(10)]
    counts = add_classes(docs, ["tone", "vader"])
    assert macro_f1([sum(column) for column in zip(*counts["tone"], strict=True)]) == 1.0
    assert macro_f1([sum(column) for column in zip(*counts["vader"], strict=True)]) < 0.4
