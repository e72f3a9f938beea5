"""Robustness cards on the page and in notebooks: the answer in sight, every fact in words."""

from __future__ import annotations

import re

import pytest

from analysis.findings.reading import Findings, find_all, measure_all
from analysis.findings.robustness.card import make_cards
from analysis.findings.robustness.headlines import HEADLINES
from analysis.text.document import make_document
from analysis.views.page import format_page
from analysis.views.robustness_cards import format_cards_html, show_cards
from analysis.views.robustness_text import list_facts

TEXT = " ".join(
    f"It was a sad day for the {who}. “I hate it,” said Ann Lee." for who in ("town", "port", "school")
)


@pytest.fixture(scope="module")
def findings() -> Findings:
    return find_all(make_document(TEXT))


def test_a_notebook_shows_the_cards_it_names_open_and_in_its_order(findings: Findings) -> None:
    html = show_cards(findings, ["text_tone", "quotation_share"]).html
    questions = {headline.name: headline.question for headline in HEADLINES}
    assert re.findall(r"<details open><summary><b>(.*?)</b>", html) == [
        questions["text_tone"],
        questions["quotation_share"],
    ]


def test_an_unknown_card_is_refused_with_those_there_are(findings: Findings) -> None:
    with pytest.raises(ValueError, match="no headline figure 'mood'; there are: voice_tone"):
        show_cards(findings, ["mood"])


def test_a_card_says_every_fact_and_its_answer_stands_outside_the_fold(findings: Findings) -> None:
    cards = make_cards(findings)
    html = format_cards_html(cards)
    assert html.count("<details>") == len(cards) == len(HEADLINES)
    for card in cards:
        assert re.search(rf"<summary><b>[^<]*</b> {re.escape(card.answer)}</summary>", html)
    assert html.count("<tr>") == sum(len(list_facts(card)) for card in cards)


def test_a_word_of_the_article_cannot_end_the_card_it_stands_in() -> None:
    text = " ".join(f"“The {n} murderers</td><script> must pay,” said Ann Lee. It was good." for n in "abcd")
    html = show_cards(find_all(make_document(text)), [headline.name for headline in HEADLINES]).html
    assert "<script" not in html


def test_the_page_has_a_section_of_cards_only_where_cards_were_made(findings: Findings) -> None:
    heading, tables = "How far can this be trusted?", measure_all(findings)
    assert heading in format_page(findings, tables, [], cards=make_cards(findings))
    assert heading not in format_page(findings, tables, [])
