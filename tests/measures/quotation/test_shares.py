"""Shares: words and characters by voice, the four definitions, and who speaks."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.measures.quotation import (
    Quotations,
    VoiceSpan,
    find_quotations,
    find_voices,
    measure_quotation_share,
    measure_speakers,
    measure_voices,
)
from analysis.text.document import Document, make_document
from analysis.text.rates import rows_of

# 2 words of direct speech, 3 indirect, 4 that report (Lee said, Roe said), 2 of narration
TEXT = "“We stay,” Lee said. Roe said the port closed. It rained."


def _read(text: str) -> tuple[Document, Quotations, list[VoiceSpan]]:
    doc = make_document(text)
    quotations = find_quotations(doc)
    return doc, quotations, find_voices(doc, quotations)


def test_each_voice_has_its_words_and_an_empty_one_keeps_its_row() -> None:
    doc, _, voices = _read(TEXT)
    counts = {row.voice: row.n_words for row in rows_of(measure_voices(doc, voices))}
    assert counts == {"direct": 2, "indirect": 3, "reporting": 4, "narration": 2}
    doc, _, voices = _read("It rained.")
    counts = {row.voice: row.n_words for row in rows_of(measure_voices(doc, voices))}
    assert counts == {"direct": 0, "indirect": 0, "reporting": 0, "narration": 2}


def test_the_four_definitions_stand_side_by_side() -> None:
    doc, quotations, voices = _read(TEXT)
    rows = list(rows_of(measure_quotation_share(doc, quotations, voices)))
    assert [row.n for row in rows] == [2, 5, 9, 9]
    assert {row.base for row in rows} == {11}


def test_what_may_be_free_indirect_counts_in_the_widest_definition_only() -> None:
    doc, quotations, voices = _read("Lee said the port was unsafe. This neglect costs lives.")
    rows = list(rows_of(measure_quotation_share(doc, quotations, voices)))
    assert [row.n for row in rows] == [0, 4, 6, 10]


def test_no_words_have_no_share() -> None:
    doc, quotations, voices = _read("")
    table = measure_quotation_share(doc, quotations, voices)
    assert all(math.isnan(row.share) for row in rows_of(table))
    assert all(row.n_words == 0 for row in rows_of(measure_voices(doc, voices)))


def test_speakers_come_with_their_words_and_classes_of_cue_and_the_silent_last() -> None:
    text = "Ann Lee claimed that it rained. “We stay,” she said. Bob Roe listened."
    doc, quotations, voices = _read(text)
    rows = list(rows_of(measure_speakers(doc, quotations, voices)))
    assert [(row.name, row.n_quotations, row.n_words) for row in rows] == [
        ("Ann Lee", 2, 4),
        ("Bob Roe", 0, 0),
    ]
    assert (rows[0].distancing, rows[0].neutral) == (1, 1)
    assert (rows[0].n_words_direct, rows[0].n_words_indirect) == (2, 2)


def test_a_split_quotation_counts_once() -> None:
    doc, quotations, voices = _read("“The port,” Ann Lee said, “is safe.”")
    row = next(iter(rows_of(measure_speakers(doc, quotations, voices))))
    assert (row.n_quotations, row.n_words) == (1, 4)


def test_a_thought_gives_nobody_a_word() -> None:
    doc, quotations, voices = _read("Ann Lee believes that it rains.")
    assert [row.n_words for row in rows_of(measure_speakers(doc, quotations, voices))] == [0]


def test_words_without_a_source_have_a_row_of_their_own() -> None:
    doc, quotations, voices = _read("“It is safe, and it stays safe.”")
    row = next(iter(rows_of(measure_speakers(doc, quotations, voices))))
    assert (row.name, row.n_words) == ("(no source named)", 7)


@pytest.mark.parametrize("text", [TEXT, "“Oh,” she said.\n\nIt rained. “No.”"])
def test_the_words_of_all_voices_are_the_words_of_the_text(text: str) -> None:
    doc, _, voices = _read(text)
    table = measure_voices(doc, voices)
    assert int(table["n_words"].sum()) == len(doc.words)
    assert float(table["share"].sum()) == pytest.approx(1)


@given(st.text(alphabet="“”\"' .,\nLeesaid", max_size=60))
def test_shares_grow_with_the_definition(text: str) -> None:
    doc, quotations, voices = _read(text)
    counts = [row.n for row in rows_of(measure_quotation_share(doc, quotations, voices))]
    assert counts == sorted(counts)
