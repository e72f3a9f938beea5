"""Permutation tests: exact where it can be worked out by hand, honest where nothing differs."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.findings.robustness import permutation
from analysis.findings.robustness.permutation import (
    DRAWS,
    Pair,
    deal_sides,
    flip_signs,
    shuffle_extreme,
)

PAIRS = st.lists(
    st.tuples(st.sampled_from([-2.0, -0.5, 0.0, 1.0]), st.sampled_from([1.0, 3.0])), min_size=2, max_size=5
)
SIMULATIONS = 500


def scores(*values: float) -> list[Pair]:
    return [(value, 1.0) for value in values]


@pytest.mark.parametrize(
    ("one", "other", "arrangements", "p"),
    [
        # of 6 pairs only {-2, -1} and {1, 2} lie this far apart
        (scores(-2, -1), scores(1, 2), 6, 2 / 6),
        # of 10 pairs only {3, 3} is as far from the rest
        (scores(3, 3), scores(0, 0, 0), 10, 1 / 10),
        # rates: 1 in 2 and 1 in 2 words (1) against 0 in 10 and 0 in 10. The other ways: one call on each
        # side (1/12 against 1/12: 0, four times), and the mirror image of the text
        ([(1, 2), (1, 2)], [(0, 10), (0, 10)], 6, 2 / 6),
        # a call in a short unit makes a high rate. {(1, 1), (0, 1)}: 1/2 against 1/20, .45 apart. The six
        # pairs: .45 twice (the text and its mirror), {(1, 1), (1, 10)}: 2/11 against 0, .18 twice,
        # {(1, 1), (0, 10)}: 1/11 against 1/11, 0 twice
        ([(1, 1), (0, 1)], [(1, 10), (0, 10)], 6, 2 / 6),
    ],
)
def test_p_of_two_sides_is_the_share_of_arrangements_that_lie_as_far_apart(
    one: list[Pair], other: list[Pair], arrangements: int, p: float
) -> None:
    found = deal_sides(one, other)
    assert (found.n_arrangements, found.exact) == (arrangements, True)
    assert found.p == pytest.approx(p)


@pytest.mark.parametrize(
    ("differences", "arrangements", "p"),
    [
        ([1, 1, 2], 8, 2 / 8),  # 4 and -4 of -4, -2, -2, 0, 0, 2, 2, 4
        ([1, -1, 2], 8, 6 / 8),  # 2 or more, either way: all but the two that come to 0
        ([1, 0, 0, 1], 4, 2 / 4),  # units without a difference play no part
        ([1.0] * 8, 256, 2 / 256),
    ],
)
def test_p_of_a_lead_is_the_share_of_signs_that_lie_as_far_from_0(
    differences: list[float], arrangements: int, p: float
) -> None:
    found = flip_signs(differences)
    assert (found.n_arrangements, found.exact) == (arrangements, True)
    assert found.p == pytest.approx(p)


def test_p_of_the_darkest_group_counts_that_any_group_could_have_been_it() -> None:
    # three places for -3, 0 and 0: whichever paragraph gets the -3 is as far ahead
    found = shuffle_extreme([[-3.0], [0.0], [0.0]], lowest=True)
    assert (found.p, found.n_arrangements, found.exact) == (1.0, 6, True)
    # the two scores of the first paragraph may be any of six pairs; the darkest is 2 or more ahead of the
    # next with (-3, -1), (-1, 0), (-1, 2) and (0, 2), .5 ahead with (-3, 0) and (-3, 2)
    assert shuffle_extreme([[-3.0, -1.0], [0.0], [2.0]], lowest=True).p == pytest.approx(4 / 6)
    # of the 4! orders of -2, -2, 0, 0 over two paragraphs of two, the 8 with like beside like
    assert shuffle_extreme([[-2.0, -2.0], [0.0, 0.0]], lowest=True).p == pytest.approx(8 / 24)
    assert shuffle_extreme([[2.0, 2.0], [0.0, 0.0]], lowest=False).p == pytest.approx(8 / 24)


@pytest.mark.parametrize("one", [[], scores(1)])
def test_a_side_with_fewer_than_two_units_is_not_tested(one: list[Pair]) -> None:
    assert deal_sides(one, scores(1, 2, 3)).p is None
    assert deal_sides(scores(1, 2, 3), one).p is None


def test_a_lead_of_one_sentence_and_a_single_paragraph_are_not_tested() -> None:
    assert flip_signs([3]).p is None
    assert flip_signs([]).p is None
    assert shuffle_extreme([[1.0, 2.0], []], lowest=True).p is None


def test_beyond_the_limit_arrangements_are_drawn_always_alike_and_near_the_exact_p(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    one, other = scores(-1.0, -0.5, 0.0, -2.0, 0.5), scores(0.5, 1.0, -0.2, 0.3, 1.5, -0.1)
    signs = [1.0, 2.0, -1.0, 3.0, 1.5, 0.5]
    groups = [[-1.0, -2.0], [0.5, -0.3], [1.0, 0.2]]
    exact = deal_sides(one, other), flip_signs(signs), shuffle_extreme(groups, lowest=True)
    monkeypatch.setattr(permutation, "MOST_ARRANGEMENTS", 0)
    monkeypatch.setattr(permutation, "CELLS", 50_000)  # so that draws go in pieces too
    drawn = deal_sides(one, other), flip_signs(signs), shuffle_extreme(groups, lowest=True)
    assert drawn == (deal_sides(one, other), flip_signs(signs), shuffle_extreme(groups, lowest=True))
    for all_of_them, some in zip(exact, drawn, strict=True):
        assert (all_of_them.exact, some.exact, some.n_arrangements) == (True, False, DRAWS)
        assert some.p == pytest.approx(all_of_them.p, abs=0.015)
    assert deal_sides(one, other, seed=1) != deal_sides(one, other, seed=2)


def test_orders_that_are_kept_are_those_that_would_be_drawn_anew_or_in_pieces(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    rows = [scores(*(0.3 * n - (n % 3) for n in range(size))) for size in (11, 14, 11)]
    other = scores(*(1.2 * (n % 4) for n in range(13)))
    kept = [deal_sides(one, other, seed=seed) for one in rows for seed in (1, 1, 2)]
    assert kept[:3] == kept[6:]
    monkeypatch.setattr(permutation, "_kept_orders", permutation._draw_orders)
    assert [deal_sides(one, other, seed=seed) for one in rows for seed in (1, 1, 2)] == kept


def test_a_drawn_p_is_never_0() -> None:
    groups = [[-9.0] * 9, [0.0] * 9]
    for found in (
        deal_sides(scores(*[0.0] * 30), scores(*[9.0] * 30)),
        flip_signs([1.0] * 60),
        shuffle_extreme(groups, lowest=True),
    ):
        assert (found.exact, found.n_arrangements) == (False, DRAWS)
        assert found.p is not None
        assert 1 / (DRAWS + 1) <= found.p < 0.001


@settings(max_examples=40, deadline=None)
@given(one=PAIRS, other=PAIRS)
def test_which_side_is_which_and_the_order_of_units_play_no_part(one: list[Pair], other: list[Pair]) -> None:
    found = deal_sides(one, other)
    assert found.p is not None
    assert 0 < found.p <= 1
    assert found.p == deal_sides(other, one).p == deal_sides(one[::-1], other[::-1]).p


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from([-2.0, -1.0, 0.0, 0.5, 3.0]), max_size=7))
def test_p_of_a_lead_lies_above_0_and_does_not_hang_on_who_leads(differences: list[float]) -> None:
    found = flip_signs(differences)
    assert found.p is None or 0 < found.p <= 1
    assert found == flip_signs([-difference for difference in differences])


def count_found(simulate: Callable[[random.Random], float], chance: random.Random) -> float:
    return sum(simulate(chance) < 0.05 for _ in range(SIMULATIONS)) / SIMULATIONS


def null_tone(chance: random.Random) -> float:
    drawn = scores(*(chance.gauss(-0.5, 0.8) for _ in range(11)))
    return deal_sides(drawn[:5], drawn[5:]).p or 0.0


def null_rate(chance: random.Random) -> float:
    # terms fall on words one by one, wherever they stand: no voice has more of them
    units = []
    for _ in range(12):
        words = chance.randint(8, 30)
        units.append((float(sum(chance.random() < 0.12 for _ in range(words))), float(words)))
    return deal_sides(units[:6], units[6:]).p or 0.0


def null_lead(chance: random.Random) -> float:
    return flip_signs([chance.gauss(0, 1) for _ in range(10)]).p or 0.0


def null_paragraphs(chance: random.Random) -> float:
    groups = [[chance.gauss(-0.5, 0.8) for _ in range(n)] for n in (2, 2, 3)]
    return shuffle_extreme(groups, lowest=True).p or 0.0


@pytest.mark.parametrize("simulate", [null_tone, null_rate, null_lead, null_paragraphs])
def test_where_nothing_differs_evidence_is_found_in_one_of_twenty_texts(
    simulate: Callable[[random.Random], float],
) -> None:
    assert 0.03 <= count_found(simulate, random.Random(7)) <= 0.07
