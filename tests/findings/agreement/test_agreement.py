"""Two readers of one text: identical marks give 1, and a made disagreement what one works out by hand."""

from __future__ import annotations

import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.findings.agreement import (
    LAYERS,
    compare_readers,
    list_disagreements,
    list_tool_marks,
    load_reader_marks,
)
from analysis.findings.agreement.readers import LabeledSpan
from analysis.findings.reading import find_all
from analysis.text.document import make_document
from analysis.text.rates import rows_of
from analysis.text.reading import ReadingError, load_text

DOC = make_document("one two three four")
ONE, TWO, THREE = (0, 3), (4, 7), (8, 13)
TELLING = "harbor-strike-wire"


def span(start: int, end: int, label: str = "x") -> LabeledSpan:
    return LabeledSpan(start, end, label)


def compared(a: list[LabeledSpan], b: list[LabeledSpan], label: str = "all labels") -> Any:
    (row,) = [row for row in rows_of(compare_readers(DOC, {"a": a, "b": b})) if row.label == label]
    return row


def test_a_made_disagreement_gives_what_one_works_out_by_hand() -> None:
    # Words of a: x x . .   of b: . x x .   They agree on two of four, as chance would: kappa 0.
    # Alpha: half of the words differ; of 8 labels 4 are x, so 2*4*4/(8*7) = 4/7 would; 1 - .5/(4/7) = 1/8.
    row = compared([span(*ONE), span(*TWO)], [span(*TWO), span(*THREE)])
    assert row.kappa == pytest.approx(0)
    assert row.alpha == pytest.approx(1 / 8)
    assert (row.n_a, row.n_b, row.n_exact) == (2, 2, 1)
    assert row.f1_exact == row.f1_overlap == 0.5


def test_a_shorter_mark_overlaps_and_is_not_exact() -> None:
    row = compared([span(0, 7)], [span(*ONE)])
    assert (row.f1_exact, row.f1_overlap) == (0, 1)


def test_another_label_on_the_same_words_is_no_agreement() -> None:
    row = compared([span(*ONE, "x")], [span(*ONE, "y")])
    assert (row.f1_exact, row.f1_overlap) == (0, 0)
    assert row.kappa < 1


def test_two_readers_who_mark_nothing_agree_on_every_word_and_have_no_f1() -> None:
    row = compared([], [])
    assert (row.kappa, row.alpha) == (1, 1)
    assert math.isnan(row.f1_exact)


def test_each_label_has_its_own_row() -> None:
    a, b = [span(*ONE, "x"), span(*TWO, "y")], [span(*ONE, "x"), span(*THREE, "y")]
    assert compared(a, b, "x").kappa == 1
    assert compared(a, b, "y").f1_exact == 0


def test_three_readers_make_three_pairs() -> None:
    readers = {"a": [span(*ONE)], "b": [span(*ONE)], "c": [span(*TWO)]}
    table = compare_readers(DOC, readers)
    pairs = [(row.reader_a, row.reader_b) for row in rows_of(table) if row.label == "all labels"]
    assert pairs == [("a", "b"), ("a", "c"), ("b", "c")]


def test_one_reader_alone_and_marks_outside_the_text_are_refused() -> None:
    with pytest.raises(ValueError, match="two readers or more"):
        compare_readers(DOC, {"a": []})
    with pytest.raises(ValueError, match="b: no stretch from 4 to 99 in 18 characters"):
        compare_readers(DOC, {"a": [], "b": [span(4, 99)]})


KINDS = [
    ([span(*ONE)], [], ["only a"]),
    ([], [span(*ONE)], ["only b"]),
    ([span(*ONE)], [span(*ONE)], []),
    ([span(*ONE, "x")], [span(*ONE, "y")], ["another label"]),
    ([span(0, 7)], [span(*ONE)], ["another border"]),
    ([span(*ONE, "x")], [span(*ONE, "y"), span(*ONE, "x")], ["only b"]),
    ([span(0, 13)], [span(0, 13), span(*TWO)], ["only b"]),
    ([span(0, 13), span(*TWO)], [span(0, 13)], ["only a"]),
    ([span(0, 13)], [span(*ONE), span(*TWO)], ["another border", "only b"]),
    ([span(0, 7, "x")], [span(0, 7, "y"), span(*TWO, "x")], ["another border", "only b"]),
    ([span(*THREE)], [span(*ONE)], ["only b", "only a"]),
]


@pytest.mark.parametrize(("a", "b", "kinds"), KINDS)
def test_each_place_of_disagreement_is_listed_with_its_kind(
    a: list[LabeledSpan], b: list[LabeledSpan], kinds: list[str]
) -> None:
    assert list(list_disagreements(DOC, a, b)["kind"]) == kinds


def test_each_mark_has_one_partner_and_those_that_agree_exactly_are_partners_first() -> None:
    """a has two marks, b three.

    Both have *one two three*: no disagreement. Left are *four* of a, and *two* and *three four* of b. What
    *three four* shares with a's *one two three* does not count: that has its partner. With *four* it shares
    4 of 10 characters: another border. *two* finds nobody who is left: only b.
    """
    a = [span(0, 13), span(14, 18)]
    b = [span(0, 13), span(*TWO), span(8, 18)]
    assert [(row.kind, row.surface) for row in rows_of(list_disagreements(DOC, a, b))] == [
        ("only b", "two"), ("another border", "three four"),
    ]  # fmt: skip


def test_of_two_possible_partners_the_one_with_more_in_common_is_taken() -> None:
    """*three* is 5 of the 9 characters of *two three*; *one two*, though it comes first, shares 3 of 13."""
    a, b = [span(4, 13)], [span(0, 7), span(*THREE)]
    assert [(row.kind, row.surface_b) for row in rows_of(list_disagreements(DOC, a, b))] == [
        ("only b", "one two"), ("another border", "three"),
    ]  # fmt: skip


def test_of_two_possible_partners_alike_the_first_in_the_text_is_taken() -> None:
    """*two* shares its first letter with one mark and its last with the other: 1 of 7 characters each."""
    a, b = [span(0, 5), span(6, 11)], [span(4, 7)]
    assert [(row.kind, row.surface_a) for row in rows_of(list_disagreements(DOC, a, b))] == [
        ("another border", "one t"), ("only a", "o thr"),
    ]  # fmt: skip


@st.composite
def marks(draw: st.DrawFn) -> list[LabeledSpan]:
    n = len(DOC.text)
    spans = st.tuples(st.integers(0, n - 1), st.integers(1, n), st.sampled_from("xyz"))
    return sorted(
        {span(a, b, label) for a, b, label in draw(st.lists(spans, max_size=6)) if a < b},
        key=lambda mark: (mark.start, mark.end, mark.label),
    )


@given(marks(), marks())
def test_agreement_is_the_same_from_both_sides(a: list[LabeledSpan], b: list[LabeledSpan]) -> None:
    forth, back = compared(a, b), compared(b, a)
    for name in ("f1_exact", "f1_overlap", "kappa", "alpha"):
        assert getattr(forth, name) == pytest.approx(getattr(back, name), nan_ok=True)
    assert (forth.n_a, forth.n_b) == (back.n_b, back.n_a)


@given(marks(), marks())
def test_each_mark_agrees_exactly_or_stands_in_one_place_of_disagreement(
    a: list[LabeledSpan], b: list[LabeledSpan]
) -> None:
    n_exact = compared(a, b).n_exact
    places = list_disagreements(DOC, a, b)
    assert len(a) == n_exact + places["label_a"].notna().sum()
    assert len(b) == n_exact + places["label_b"].notna().sum()


@given(marks(), marks())
def test_the_places_of_disagreement_are_the_same_from_both_sides(
    a: list[LabeledSpan], b: list[LabeledSpan]
) -> None:
    def told(places: Any, first: str, second: str) -> list[str]:
        return sorted(
            repr((row[f"label_{first}"], row[f"label_{second}"], row["start"], row["end"],
                  row[f"surface_{first}"], row[f"surface_{second}"]))
            for row in places.to_dict("records")
        )  # fmt: skip

    assert told(list_disagreements(DOC, a, b), "a", "b") == told(list_disagreements(DOC, b, a), "b", "a")


@given(marks())
def test_a_reader_agrees_with_the_same_marks(a: list[LabeledSpan]) -> None:
    row = compared(a, a)
    assert row.kappa == row.alpha == 1
    if a:
        assert row.f1_exact == row.f1_overlap == 1
    assert list_disagreements(DOC, a, a).empty


@pytest.mark.parametrize("layer", LAYERS)
def test_the_two_readers_and_the_tool_can_be_compared_in_each_layer(layer: str) -> None:
    findings = find_all(load_text(TELLING))
    readers = {name: load_reader_marks(name, TELLING, layer) for name in ("a", "b")}
    readers["tool"] = list_tool_marks(findings, layer)
    table = compare_readers(findings.doc, readers)
    assert (table[table["label"] == "all labels"]["f1_overlap"] > 0).all()


def test_a_layer_or_a_text_that_nobody_read_is_refused_in_one_sentence() -> None:
    with pytest.raises(ValueError, match="there is no layer 'mood' to compare; there are: quotations"):
        load_reader_marks("a", TELLING, "mood")
    with pytest.raises(ReadingError, match="reader a has no calls of nowhere"):
        load_reader_marks("a", "nowhere", "calls")
