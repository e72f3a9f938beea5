"""The texts that come with the project: listed, unchanged, and the invented ones labelled as such."""

from __future__ import annotations

import csv

import pytest

from analysis.text.library import CARD_COLUMNS, DATA, load_cards, read_rows
from analysis.text.reading import SAMPLE, check_texts, load_text, text_names

INVENTED = sorted(set(text_names()) - {SAMPLE})
TELLINGS = ("harbor-strike-wire", "harbor-strike-union-paper", "harbour-strike-business-paper")
FRAMES = (
    "atrocity_victimhood",
    "adversary_delegitimation",
    "justice_accountability",
    "ingroup_legitimacy",
    "call_obligation",
    "resistance_struggle",
    "deception_concealment",
    "money_complicity",
    "religion_clerical",
    "people_world",
)
SHORTEST, LONGEST = 250, 700


def test_every_text_is_listed_once_and_its_bytes_agree_with_the_list() -> None:
    rows = read_rows(DATA / "texts" / "texts.csv", (*CARD_COLUMNS, "genre", "note"))
    ids = [row["id"] for row in rows]
    assert sorted(ids) == text_names()
    assert len(set(ids)) == len(ids)
    check_texts()


def test_there_are_at_least_fourteen_invented_texts_of_many_genres() -> None:
    with (DATA / "texts" / "texts.csv").open(encoding="utf-8", newline="") as file:
        genres = {row["genre"] for row in csv.DictReader(file) if row["id"] != SAMPLE}
    assert len(INVENTED) >= 14
    assert len(genres) >= 10


def test_three_texts_tell_one_harbor_strike() -> None:
    for name in TELLINGS:
        text = load_text(name).text
        for shared in ("Port Merrow", "Conrad Vell", "Tess Quillan", "Ines Tolland"):
            assert shared in text, f"{name} does not name {shared}"


def test_the_sample_article_has_a_card_that_claims_nothing_unknown() -> None:
    card = load_cards()[SAMPLE]
    assert [card[key] for key in ("title", "author", "outlet", "date", "url")] == [""] * 5
    assert card["licence"] == "unknown; included for study"


@pytest.mark.parametrize("name", INVENTED)
def test_an_invented_text_says_so_and_is_free_to_use(name: str) -> None:
    row = load_cards()[name]
    assert row["note"].startswith("invented for this project")
    assert row["outlet"].endswith("(invented)")
    assert row["licence"] == "CC BY 4.0"
    assert row["title"] in load_text(name).text


@pytest.mark.parametrize("name", INVENTED)
def test_an_invented_text_has_the_length_of_a_short_news_article(name: str) -> None:
    assert SHORTEST <= len(load_text(name).words) <= LONGEST


@pytest.mark.parametrize("name", INVENTED)
def test_an_invented_text_is_plain_paragraphs_with_line_feeds(name: str) -> None:
    text = load_text(name).text
    assert "\r" not in text
    assert "\t" not in text
    assert text == text.strip() + "\n"
    for paragraph in text.strip().split("\n\n"):
        assert paragraph == paragraph.strip()
        assert "\n" not in paragraph


def test_the_manual_explains_each_frame_and_each_kind_of_mark_that_quotes_nobody() -> None:
    manual = (DATA / "texts" / "MANUAL.md").read_text(encoding="utf-8")
    for word in (*FRAMES, "scare", "term", "title", "nickname", "speech", "writing", "thought", "plan"):
        assert f"`{word}`" in manual, f"MANUAL.md does not explain {word}"
