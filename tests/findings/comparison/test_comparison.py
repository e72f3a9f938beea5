"""Texts on one event, side by side: what is joined, what is counted, and that no side is favored."""

from __future__ import annotations

from functools import cache

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.findings.comparison import COMPARISONS, compare_texts
from analysis.findings.comparison.actors import compare_actors
from analysis.findings.comparison.claims import compare_calls, compare_headlines, compare_numbers
from analysis.findings.comparison.pairs import difference_of_rates
from analysis.findings.comparison.rates import compare_rates, compare_words
from analysis.findings.comparison.resampling import compare_tone, compare_voices
from analysis.findings.comparison.reuse import compare_quotations, compare_sentences, describe_edits
from analysis.findings.reading import Findings, find_all
from analysis.text.document import make_document
from analysis.text.rates import rows_of
from analysis.text.reading import load_text

SIGNED = ("voices", "tone", "framing", "news_framing", "loaded", "stance")

PAPER = """Ferry stays in port

The ferry company has cheated the islanders, Ada Brook said on Monday.

“We will not sail before the hull is mended,” said Jon Reyes, its captain. Nine people were hurt in May.

The council must pay for a bridge.
"""
WIRE = """Ferry service was halted on Monday. Ada Brook, a teacher, called for talks.

“We will never sail before the hull is mended,” Captain Reyes told reporters. According to him, nine people
were hurt.
"""


MADE = (
    "Ada Brook said the ferry must sail.",
    "“We will not wait,” said Jon Reyes.",
    "The corrupt council has betrayed nine people!",
    "It may rain.",
    "Police were sent to the pier.",
    "Perhaps.",
)


@pytest.fixture(scope="module")
def texts() -> list[Findings]:
    return [find_all(make_document(PAPER, id="paper")), find_all(make_document(WIRE, id="wire"))]


@pytest.fixture(scope="module")
def tellings() -> list[Findings]:
    names = ("harbor-strike-wire", "harbor-strike-union-paper", "harbour-strike-business-paper")
    return [find_all(load_text(name)) for name in names]


def test_one_text_alone_is_refused(texts: list[Findings]) -> None:
    with pytest.raises(ValueError, match="two texts or more"):
        compare_texts(texts[:1])


def test_nothing_but_what_is_counted_can_be_asked_for(texts: list[Findings]) -> None:
    with pytest.raises(ValueError, match="'verbs' is not counted; there are: framing"):
        compare_rates(texts, "verbs")


@pytest.mark.parametrize("name", SIGNED)
def test_swapping_two_texts_turns_every_sign(name: str, tellings: list[Findings]) -> None:
    forth, back = COMPARISONS[name](tellings[:2]), COMPARISONS[name](tellings[1::-1])
    assert len(forth) == len(back) > 0
    assert any(row.difference for row in rows_of(forth))
    for there, here in zip(rows_of(forth), rows_of(back), strict=True):
        assert (there.label, there.n_a, there.n_b) == (here.label, here.n_b, here.n_a)
        assert there.difference == pytest.approx(-here.difference)
        assert (there.low, there.high) == (pytest.approx(-here.high), pytest.approx(-here.low))


@pytest.mark.parametrize("name", SIGNED)
def test_a_text_does_not_differ_from_itself(name: str, tellings: list[Findings]) -> None:
    for row in rows_of(COMPARISONS[name]([tellings[0], tellings[0]])):
        assert row.difference == 0
        assert row.low <= 0 <= row.high


def test_a_text_shares_all_quotations_and_words_with_itself(tellings: list[Findings]) -> None:
    same = [tellings[0], tellings[0]]
    quotations = compare_quotations(same)
    assert len(quotations) > 5
    assert set(quotations["found_in"]) == {"both"}
    assert set(quotations["alike"]) == {1.0}
    assert (compare_words(same)["log_ratio"] == 0).all()


def test_three_texts_make_three_pairs(tellings: list[Findings]) -> None:
    table = compare_tone(tellings)
    assert [(row.text_a, row.text_b) for row in rows_of(table)] == [
        (tellings[0].doc.id, tellings[1].doc.id),
        (tellings[0].doc.id, tellings[2].doc.id),
        (tellings[1].doc.id, tellings[2].doc.id),
    ]


def test_voices_of_each_text_add_up_to_its_words(texts: list[Findings]) -> None:
    table = compare_voices(texts)
    assert table["value_a"].sum() == pytest.approx(1)
    assert table["n_b"].sum() == table["base_b"].iloc[0] == len(texts[1].doc.words)


@given(*[st.integers(0, 60)] * 2, *[st.integers(1, 5_000)] * 2)
def test_the_difference_lies_in_its_interval_and_turns_with_the_sides(
    n_a: int, n_b: int, words_a: int, words_b: int
) -> None:
    difference, low, high = difference_of_rates(n_a, words_a, n_b, words_b)
    assert low <= difference <= high
    assert difference_of_rates(n_b, words_b, n_a, words_a) == pytest.approx((-difference, -high, -low))


def test_more_words_make_the_interval_narrower() -> None:
    _, low, high = difference_of_rates(4, 400, 8, 400)
    _, low_10, high_10 = difference_of_rates(40, 4_000, 80, 4_000)
    assert high_10 - low_10 < (high - low) / 2


def test_a_text_without_words_has_no_rate() -> None:
    empty, other = (find_all(make_document(text, id=text)) for text in ("…", "A word."))
    assert compare_rates([empty, other], "framing")["difference"].isna().all()
    assert compare_voices([empty, other])["low"].isna().all()


def test_a_quotation_with_one_word_changed_is_shared_and_shows_the_edit(texts: list[Findings]) -> None:
    (shared,) = [row for row in rows_of(compare_quotations(texts)) if row.found_in == "both"]
    assert shared.edits == "we will [−not−] {+never+} sail before the hull is mended"
    assert PAPER[shared.start_a : shared.end_a] == shared.surface_a
    assert WIRE[shared.start_b : shared.end_b] == shared.surface_b


def test_a_quotation_that_one_text_leaves_out_is_listed_on_its_side(texts: list[Findings]) -> None:
    (only,) = [row for row in rows_of(compare_quotations(texts)) if row.found_in == "a"]
    assert only.surface_a == "The ferry company has cheated the islanders"
    assert pd.isna(only.surface_b)


SENTENCES = [
    (
        "The ferry sank in the harbor.",
        "The ferry sank in the bay.",
        ["the ferry sank in the [−harbor−] {+bay+}"],
    ),
    ("It rained hard. The ferry sank in May.", "The ferry sank in May.", ["the ferry sank in may"]),
    ("The ferry sank.", "The ferry sank.", []),  # three words may meet by chance
    ("The ferry sank in May.", "In May a storm took it.", []),
]


@pytest.mark.parametrize(("a", "b", "edits"), SENTENCES)
def test_a_sentence_that_two_texts_share_is_found_with_its_edits(a: str, b: str, edits: list[str]) -> None:
    pair = [find_all(make_document(text, id=id_)) for id_, text in (("a", a), ("b", b))]
    assert list(compare_sentences(pair)["edits"]) == edits


def test_swapping_two_texts_finds_the_same_sentences(tellings: list[Findings]) -> None:
    forth, back = compare_sentences(tellings[:2]), compare_sentences(tellings[1::-1])
    places = {(row.start_a, row.start_b, row.alike) for row in rows_of(forth)}
    assert places
    assert places == {(row.start_b, row.start_a, row.alike) for row in rows_of(back)}


def test_sentences_that_stand_often_are_linked_in_their_order_and_in_good_time() -> None:
    pair = [find_all(make_document("The ferry sank in May. " * 1_500, id=id_)) for id_ in "ab"]
    table = compare_sentences(pair)
    assert list(table["start_a"]) == list(table["start_b"])
    assert len(table) == 1_500


EDITS = [
    ("a b c", "a b c", "a b c"),
    ("a b", "a b c", "a b {+c+}"),
    ("x a b", "a b", "[−x−] a b"),
    ("", "a", "{+a+}"),
]


@pytest.mark.parametrize(("before", "after", "edits"), EDITS)
def test_edits_show_what_was_taken_out_and_put_in(before: str, after: str, edits: str) -> None:
    assert describe_edits(before.split(), after.split()) == edits


def test_a_person_with_a_first_name_and_one_without_are_the_same_actor(texts: list[Findings]) -> None:
    rows = [row for row in rows_of(compare_actors(texts)) if row.name == "Jon Reyes"]
    assert [(row.text, row.n_texts, row.n_quoted) for row in rows] == [("paper", 2, 1), ("wire", 2, 2)]
    assert "Captain Reyes" in rows[1].wordings


def test_two_first_names_are_two_actors() -> None:
    pair = [find_all(make_document(f"{name} said no.", id=name)) for name in ("Ann Lee", "Bob Lee")]
    assert sorted(set(compare_actors(pair)["name"])) == ["Ann Lee", "Bob Lee"]


def test_a_man_in_one_text_is_not_a_man_in_another() -> None:
    pair = [find_all(make_document("A man said the boat sank.", id=id_)) for id_ in "xy"]
    assert compare_actors(pair).empty


def test_a_number_is_joined_with_its_noun_and_shows_whether_it_has_a_source(texts: list[Findings]) -> None:
    rows = [row for row in rows_of(compare_numbers(texts)) if row.number == "nine people"]
    assert [(row.text, row.n, row.n_sourced) for row in rows] == [("paper", 1, 0), ("wire", 1, 1)]


def test_calls_stand_with_their_voice(texts: list[Findings]) -> None:
    calls = [(row.text, row.act, row.voice) for row in rows_of(compare_calls(texts))]
    assert ("paper", "pay for a bridge", "narration") in calls


def test_only_a_short_first_line_without_a_stop_is_a_headline(texts: list[Findings]) -> None:
    table = compare_headlines(texts)
    assert list(table["text"]) == ["paper", "paper"]
    assert table["surface"].iloc[0] == "Ferry stays in port"
    assert table["only_here"].iloc[0] == "stays, port"


@settings(max_examples=15, deadline=None)
@given(st.lists(st.sampled_from(MADE), min_size=1), st.lists(st.sampled_from(MADE), min_size=1))
def test_whatever_two_texts_say_swapping_them_turns_every_sign(a: list[str], b: list[str]) -> None:
    pair = [find_all(make_document(" ".join(said), id=id_)) for id_, said in (("a", a), ("b", b))]
    for name in SIGNED:
        forth, back = COMPARISONS[name](pair), COMPARISONS[name](pair[::-1])
        for one, other in zip(rows_of(forth), rows_of(back), strict=True):
            assert one.difference == pytest.approx(-other.difference, nan_ok=True)
            assert (one.low, one.high) == pytest.approx((-other.high, -other.low), nan_ok=True)


@settings(max_examples=20, deadline=None)
@given(st.permutations(range(3)))
def test_the_order_of_texts_changes_no_actor(order: list[int]) -> None:
    names = ("harbor-strike-wire", "glacier-moss-science-news", "harbor-strike-union-paper")
    read = [_read(name) for name in names]
    table = compare_actors([read[place] for place in order])
    rows = {(row.name, row.text, row.n) for row in rows_of(table)}
    assert rows == {(row.name, row.text, row.n) for row in rows_of(compare_actors(read))}


@cache
def _read(name: str) -> Findings:
    return find_all(load_text(name))
