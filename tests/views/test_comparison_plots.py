"""Figures of comparisons: what they draw and what their alt texts say."""

from __future__ import annotations

import pytest

from analysis.findings.comparison.rates import compare_rates
from analysis.findings.comparison.resampling import compare_voices
from analysis.findings.reading import Findings, find_all
from analysis.text.document import make_document
from analysis.views.comparison_plots import draw_differences, draw_voices

TEXTS = {
    "short": "The mayor spoke. “Go home,” said Ann Lee.",
    "long": "The massacre was a crime, Ann Lee said. Killers went free. Nobody was punished.",
    "empty": "…",
}


@pytest.fixture(scope="module")
def texts() -> dict[str, Findings]:
    return {name: find_all(make_document(text, id=name)) for name, text in TEXTS.items()}


def test_the_voices_of_each_text_are_drawn_once_however_many_pairs_there_are(
    texts: dict[str, Findings],
) -> None:
    figure = draw_voices(compare_voices([texts["short"], texts["long"], texts["short"]]))
    assert figure.csv.count("short,direct") == 1
    assert "short: direct quotation 25.0 %" in figure.alt_text


def test_differences_are_told_with_their_interval(texts: dict[str, Findings]) -> None:
    table = compare_rates([texts["short"], texts["long"]], "framing")
    names = {"atrocity_victimhood": "atrocity"}
    figure = draw_differences(table, title="Frames", unit="terms per 1,000 words", names=names)
    assert "long minus short" in figure.alt_text
    assert "atrocity +" in figure.alt_text
    assert "(95 % interval −" in figure.alt_text


def test_a_text_without_words_is_drawn_and_said_to_have_nothing_to_compare(
    texts: dict[str, Findings],
) -> None:
    pair = [texts["short"], texts["empty"]]
    figure = draw_differences(compare_rates(pair, "stance"), title="Stance", unit="marks", names={})
    assert "call: nothing to compare" in figure.alt_text
    assert "empty: direct quotation –" in draw_voices(compare_voices(pair)).alt_text


def test_a_figure_of_differences_refuses_more_than_one_pair(texts: dict[str, Findings]) -> None:
    table = compare_rates([texts["short"], texts["long"], texts["empty"]], "stance")
    with pytest.raises(ValueError, match="shows one pair of texts, and the table has 3"):
        draw_differences(table, title="Stance", unit="marks", names={})


def test_the_same_table_gives_the_same_bytes(texts: dict[str, Findings]) -> None:
    table = compare_voices([texts["short"], texts["long"]])
    assert draw_voices(table).png == draw_voices(table).png
