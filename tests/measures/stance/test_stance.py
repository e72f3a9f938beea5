"""What holds for every mark of stance: places, order, tables, and time that grows with the text alone."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.measures.stance import KINDS, find_stance, measure_calls, measure_stance
from analysis.text.document import Document, make_document
from analysis.text.rates import rows_of

PIECES = st.sampled_from(
    [
        "The town", "must", "dig", "a well", "forty", "were sold", "by", "perhaps", "could", ",", ".", "“",
        "”", "“Go home,”", "she said", "have got to", "12%", "half", "one in", "let’s", "'", "that", "to",
        "it is time to", "call for", "urged", "1998", "got", "’s", "May", "\n\n", "—", "9/11", "a third of",
        "😀", "é",
    ]
)  # fmt: skip


@given(st.lists(PIECES, max_size=30))
@settings(max_examples=150, deadline=None)
def test_each_mark_lies_where_it_says_and_in_order(pieces: list[str]) -> None:
    text = " ".join(pieces)
    matches = find_stance(make_document(text))
    for match in matches:
        assert text[match.start : match.end] == match.surface != ""
        assert match.kind in KINDS
        if match.addressee is not None:
            assert text[match.addressee_start : match.addressee_end] == match.addressee
        if match.kind == "call":
            assert match.act is not None
            assert text[match.act_start : match.act_end] == match.act
        assert (match.sourced is None) == (match.kind != "number")
    assert matches == sorted(matches, key=lambda match: (match.start, match.end, match.kind))
    assert len(set(matches)) == len(matches)


@given(st.text(max_size=200))
@settings(max_examples=100, deadline=None)
def test_no_text_is_too_strange(text: str) -> None:
    for match in find_stance(make_document(text)):
        assert text[match.start : match.end] == match.surface


def test_a_paragraph_reads_the_same_wherever_it_stands() -> None:
    text = "The town must dig a well. Perhaps forty pumps were sold."
    alone = find_stance(make_document(text))
    later = find_stance(make_document("It rained.\n\n" + text))
    assert [m.surface for m in alone] == [m.surface for m in later]
    assert [m.start + len("It rained.\n\n") for m in alone] == [m.start for m in later]


def test_straight_and_curly_marks_read_the_same() -> None:
    curly = find_stance(make_document("“You’ve got to wait,” she said. “It’s clear.”"))
    straight = find_stance(make_document('"You\'ve got to wait," she said. "It\'s clear."'))
    assert [(m.start, m.end, m.kind) for m in curly] == [(m.start, m.end, m.kind) for m in straight]


@pytest.mark.parametrize("unit", ["must ", "12 ", "was told ", "may ", "The town must pay. ", "“Go. "])
def test_time_grows_with_the_text_alone(unit: str) -> None:
    doc = make_document(unit * (60_000 // len(unit)))
    begin = time.process_time()
    find_stance(doc)
    assert time.process_time() - begin < 15


def test_a_million_digits_are_one_number() -> None:
    assert len(find_stance(make_document("7" * 1_000_000))) == 1


def test_rates_stand_beside_counts_and_words() -> None:
    doc = make_document("We must hurry. It rained.")
    table = measure_stance(doc, find_stance(doc), {"narration": [(0, 14)], "direct": []})
    rows = {(row.kind, row.group): (row.n, row.n_words) for row in rows_of(table)}
    assert len(rows) == 2 * len(KINDS)
    assert rows["call", "narration"] == (1, 3)
    assert rows["call", "direct"] == (0, 0)
    assert table["per_thousand"].isna().sum() == len(KINDS)


def test_a_row_a_call_says_who_must_do_what() -> None:
    doc = make_document("It rained. The town must dig a well. Read it again.")
    table = measure_calls(doc, find_stance(doc))
    assert [(row.sentence, row.act) for row in rows_of(table)] == [(2, "dig a well"), (3, "Read it again")]
    assert list(measure_calls(doc, []).columns) == list(table.columns)


def test_the_article_demands(article: Document) -> None:
    assert any(match.kind == "call" for match in find_stance(article))
