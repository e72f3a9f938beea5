"""One word changed: which measures move, and which do not."""

from __future__ import annotations

import pytest

from analysis.findings.comparison.wording import compare_sentence_tone, compare_wording
from analysis.findings.reading import find_all
from analysis.text.document import make_document
from analysis.text.rates import rows_of
from analysis.text.rewording import reword

TEXT = "The regime spoke on Monday. A massacre followed, Ann Lee said. It rained."


def moved(pairs: list[tuple[str, str]]) -> set[str]:
    swap = reword(make_document(TEXT), pairs)
    table = compare_wording(find_all(swap.before), find_all(swap.after))
    return {row.measure for row in rows_of(table) if row.moved}


def test_another_name_for_the_same_government_moves_frames_and_not_vader() -> None:
    assert moved([("regime", "government")]) >= {"framing", "loaded"}
    assert "VADER" not in moved([("regime", "government")])


def test_a_word_of_feeling_moves_tone() -> None:
    assert "tone" in moved([("massacre", "meeting")])


def test_the_same_word_moves_nothing() -> None:
    assert moved([("regime", "regime")]) == set()


def test_only_sentences_with_changed_words_are_listed() -> None:
    swap = reword(make_document(TEXT), [("massacre", "meeting")])
    (row,) = rows_of(compare_sentence_tone(swap, find_all(swap.before), find_all(swap.after)))
    assert row.sentence == 2
    assert row.surface_after == "A meeting followed, Ann Lee said."
    assert row.difference == pytest.approx(row.tone_after - row.tone, nan_ok=True)
