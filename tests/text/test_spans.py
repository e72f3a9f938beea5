"""Spans: half-open stretches, and sorted layers of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.text.spans import Span, Spans


@st.composite
def layers(draw: st.DrawFn) -> list[tuple[int, int]]:
    """Sorted spans that lie apart, made from gaps and lengths."""
    pairs, position = [], 0
    for gap, length in draw(st.lists(st.tuples(st.integers(0, 3), st.integers(1, 4)), max_size=12)):
        pairs.append((position + gap, position + gap + length))
        position += gap + length
    return pairs


def test_a_layer_gives_back_its_spans() -> None:
    layer = Spans.of([(0, 3), (3, 7), (9, 12)])
    assert list(layer) == [(0, 3), (3, 7), (9, 12)]
    assert len(layer) == 3
    assert layer[2] == Span(start=9, end=12)


def test_a_layer_may_be_empty() -> None:
    layer = Spans.of([])
    assert (len(layer), list(layer), layer.holding(0), list(layer.inside(0, 9))) == (0, [], None, [])


@pytest.mark.parametrize(
    "pairs",
    [
        [(2, 2)],  # empty
        [(5, 3)],  # ends before it begins
        [(0, 4), (3, 6)],  # overlap
        [(4, 6), (0, 2)],  # not sorted
        [(-1, 2)],  # before the text
    ],
)
def test_spans_are_sorted_and_apart_and_not_empty(pairs: list[tuple[int, int]]) -> None:
    with pytest.raises(ValueError, match="sorted, apart and not empty"):
        Spans.of(pairs)


@pytest.mark.parametrize(
    ("offset", "index"),
    [(0, 0), (2, 0), (3, 1), (6, 1), (7, None), (8, None), (9, 2), (11, 2), (12, None), (99, None)],
)
def test_a_span_holds_its_first_character_and_not_its_end(offset: int, index: int | None) -> None:
    assert Spans.of([(0, 3), (3, 7), (9, 12)]).holding(offset) == index


@pytest.mark.parametrize(
    ("start", "end", "indexes"),
    [
        (0, 12, [0, 1, 2]),
        (1, 9, [1]),  # the first span began earlier, the last begins at the end
        (9, 10, [2]),  # it begins inside, wherever it ends
        (4, 4, []),
        (7, 3, []),
    ],
)
def test_what_begins_inside_is_inside(start: int, end: int, indexes: list[int]) -> None:
    assert list(Spans.of([(0, 3), (3, 7), (9, 12)]).inside(start, end)) == indexes


@given(pairs=layers(), offset=st.integers(0, 90))
def test_holding_says_what_looking_at_each_span_says(pairs: list[tuple[int, int]], offset: int) -> None:
    holders = [index for index, (start, end) in enumerate(pairs) if start <= offset < end]
    assert Spans.of(pairs).holding(offset) == (holders[0] if holders else None)


@given(pairs=layers(), start=st.integers(0, 90), end=st.integers(0, 90))
def test_inside_says_what_looking_at_each_span_says(
    pairs: list[tuple[int, int]], start: int, end: int
) -> None:
    inside = [index for index, (begin, _) in enumerate(pairs) if start <= begin < end]
    assert list(Spans.of(pairs).inside(start, end)) == inside


@given(pairs=layers(), cut=st.integers(0, 90))
def test_each_span_is_inside_one_side_of_a_cut(pairs: list[tuple[int, int]], cut: int) -> None:
    layer = Spans.of(pairs)
    assert [*layer.inside(0, cut), *layer.inside(cut, 1_000)] == list(range(len(pairs)))


@given(pairs=layers(), tail=st.integers(0, 3))
def test_the_pieces_of_a_text_are_the_text_and_give_the_spans_back(
    pairs: list[tuple[int, int]], tail: int
) -> None:
    text = "".join(chr(0x100 + place) for place in range((pairs[-1][1] if pairs else 0) + tail))
    pieces = Spans.of(pairs).cut(text)
    assert "".join(pieces) == text
    assert Spans.of_pieces(pieces) == Spans.of(pairs)
