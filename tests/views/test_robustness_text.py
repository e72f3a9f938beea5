"""Cards in the terminal: a line each, and in full."""

from __future__ import annotations

import pytest

from analysis.findings.reading import find_all, measure_all
from analysis.findings.robustness.card import RobustnessCard, make_cards
from analysis.findings.robustness.headlines import HEADLINES
from analysis.text.document import Document, make_document
from analysis.views.robustness_text import WIDTH, format_cards, format_cards_short
from analysis.views.terminal import format_summary


@pytest.fixture(scope="module")
def cards(article: Document) -> list[RobustnessCard]:
    return make_cards(find_all(article))


def test_the_short_form_has_a_line_a_card_that_fits_the_terminal(cards: list[RobustnessCard]) -> None:
    lines = format_cards_short(cards)
    assert len(lines) == 1 + len(HEADLINES)
    assert max(map(len, lines)) <= WIDTH
    assert lines[1].split() == [
        "voice",
        "tone",
        "+0.02",
        "−0.82",
        "to",
        "+0.76",
        "0.964",
        "30/48",
        "cannot",
        "tell",
    ]


def test_the_long_form_says_what_was_declared_tested_and_left_out(cards: list[RobustnessCard]) -> None:
    text = format_cards(cards)
    assert max(map(len, text.splitlines())) <= WIDTH
    for words in (
        "Does quotation sound better or worse than narration?",
        "p = 0.964 (all 3,003 arrangements)",
        "30 of 48 have the same sign, from −0.12 to +0.46; VADER and",
        "+8.4 % of all places ahead of the next, from 14 sentences",
        "massacre (7; without 0.0 %)",
        "without these 10",
        "not tested",
    ):
        assert words in text
    assert "nan" not in text


def test_a_percent_sign_stays_beside_its_number(cards: list[RobustnessCard]) -> None:
    assert [line for line in format_cards(cards).splitlines() if line.strip().startswith("%")] == []


def test_a_text_with_nothing_to_measure_has_dashes_and_no_missing_numbers() -> None:
    cards = make_cards(find_all(make_document("…")))
    assert format_cards_short(cards)[1].split() == ["voice", "tone", "–", "–", "–", "0/0", "cannot", "tell"]
    text = format_cards(cards)
    assert "nothing to measure under any of 48" in text
    assert "none: too few to draw anew" in text


def test_the_summary_shows_the_cards_where_there_are_some(
    article: Document, cards: list[RobustnessCard]
) -> None:
    findings = find_all(article)
    tables = measure_all(findings)
    assert "HOW FAR CAN THIS BE TRUSTED?" in format_summary(findings, tables, cards)
    assert "TRUSTED" not in format_summary(findings, tables)
