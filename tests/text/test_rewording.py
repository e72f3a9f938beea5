"""Other words in the same text: what is replaced, what is not, and where everything then stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.text.document import make_document
from analysis.text.rewording import reword, reword_spans

SWAPS = [
    ("The regime fell.", [("regime", "government")], "The government fell."),
    ("Regime change. THE REGIME!", [("regime", "government")], "Government change. THE GOVERNMENT!"),
    ("The regime’s men", [("regime", "government")], "The government’s men"),
    ("The regime's men", [("regime’s", "city's")], "The city's men"),
    ("Regimes and a regime-run bank", [("regime", "state")], "Regimes and a state-run bank"),
    ("A so-called\nreform", [("so-called reform", "reform")], "A reform"),
    ("A so-called reform", [("so-called ", "")], "A  reform"),
    ("death squads and a death", [("death", "loss"), ("death squads", "units")], "units and a loss"),
    ("Ann met Bob.", [("Ann", "Bob"), ("Bob", "Ann")], "Bob met Ann."),
    ("ſun and sun", [("sun", "moon")], "ſun and moon"),  # alike without case, and yet other letters
    ("😀 mob 😀", [("mob", "crowd")], "😀 crowd 😀"),
]


@pytest.mark.parametrize(("text", "pairs", "expected"), SWAPS)
def test_whole_words_are_replaced_and_keep_their_capitals(
    text: str, pairs: list[tuple[str, str]], expected: str
) -> None:
    swap = reword(make_document(text), pairs)
    assert swap.before.text == text
    assert swap.after.text == expected


@pytest.mark.parametrize(
    ("pairs", "sentence"),
    [
        ([("fog", "mist")], "'fog' does not stand in the text"),
        ([("rain", "mist"), ("Rain", "sun")], "'Rain' is given twice"),
        ([(" … ", "mist")], "there is no word to look for"),
    ],
)
def test_what_cannot_be_replaced_is_refused_in_one_sentence(
    pairs: list[tuple[str, str]], sentence: str
) -> None:
    with pytest.raises(ValueError, match=sentence):
        reword(make_document("Rain fell; a foggy day."), pairs)


@pytest.mark.parametrize("spans", [[(0, 0, "x")], [(0, 99, "x")], [(0, 3, "x"), (2, 5, "y")]])
def test_stretches_that_are_empty_outside_or_overlap_are_refused(spans: list[tuple[int, int, str]]) -> None:
    with pytest.raises(ValueError, match="stretch"):
        reword_spans(make_document("Rain fell all day."), spans)


def test_a_border_inside_replaced_words_moves_to_their_edge() -> None:
    swap = reword(make_document("The regime fell."), [("regime", "government")])
    assert swap.span_after(6, 8) == (4, 14)  # "gi" of regime: all of "government"
    assert swap.span_before(6, 8) == (4, 10)


texts = st.text(alphabet="ab .\n😀é", min_size=1, max_size=60)


@st.composite
def rewordings(draw: st.DrawFn) -> tuple[str, list[tuple[int, int, str]]]:
    text = draw(texts)
    borders = sorted(draw(st.sets(st.integers(0, len(text)), max_size=8)))
    pairs = list(zip(borders[::2], borders[1::2], strict=False))
    return text, [(start, end, draw(st.text(alphabet="xyz ", max_size=5))) for start, end in pairs]


@given(rewordings())
def test_offsets_map_there_and_back(case: tuple[str, list[tuple[int, int, str]]]) -> None:
    text, spans = case
    swap = reword_spans(make_document(text), spans)
    inside = {offset for start, end, _ in spans for offset in range(start, end)}
    for start in range(len(text)):
        if start in inside:
            continue
        after = swap.span_after(start, start + 1)
        assert swap.after.text[slice(*after)] == text[start]
        assert swap.span_before(*after) == (start, start + 1)


@given(rewordings())
def test_each_replacement_stands_where_it_says(case: tuple[str, list[tuple[int, int, str]]]) -> None:
    text, spans = case
    swap = reword_spans(make_document(text), spans)
    assert len(swap.replacements) == len(spans)
    for place in swap.replacements:
        assert text[place.start : place.end] == place.surface
        assert swap.after.text[place.start_after : place.end_after] == place.surface_after
        assert swap.span_after(place.start, place.end) == (place.start_after, place.end_after)
        if place.surface_after:
            assert swap.span_before(place.start_after, place.end_after) == (place.start, place.end)
