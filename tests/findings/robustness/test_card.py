"""Robustness cards: what they say, and that they say it again for the same seed."""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.findings.reading import Findings, find_all
from analysis.findings.robustness.card import RobustnessCard, make_cards, tabulate_cards
from analysis.findings.robustness.headline import Headline
from analysis.findings.robustness.headlines import HEADLINES, find_headline
from analysis.findings.robustness.verdict import ANSWERS, CANNOT_TELL
from analysis.findings.voice_tone import compare_voice_tone
from analysis.text.document import Document, make_document
from analysis.text.rates import rows_of

NOTHING = ["", "…", "* * *", "Xx yy zz.", "12 34"]


@pytest.fixture(scope="module")
def findings(article: Document) -> Findings:
    return find_all(article)


@pytest.fixture(scope="module")
def cards(findings: Findings) -> dict[str, RobustnessCard]:
    return {card.name: card for card in make_cards(findings)}


def make_one(text: str, name: str, *, seed: int = 0) -> RobustnessCard:
    (card,) = make_cards(find_all(make_document(text)), seed=seed, headlines=[find_headline(name)])
    return card


def test_the_article_cannot_tell_whether_quotation_and_narration_differ_in_tone(
    cards: dict[str, RobustnessCard], findings: Findings
) -> None:
    card = cards["voice_tone"]
    assert (card.test.exact, card.test.n_arrangements) == (True, 3003)
    assert card.sentence == (
        "Cannot tell whether quotation sounds better than narration: "
        "chance alone deals out as much in 96.4 % of all 3,003 arrangements."
    )
    known = compare_voice_tone(findings)
    assert card.test.p == known.p
    assert card.value == pytest.approx(known.difference)
    assert (card.n_choices, card.n_same_sign) == (48, 30)


def test_the_article_sounds_bad_unless_only_adjectives_are_counted(cards: dict[str, RobustnessCard]) -> None:
    card = cards["text_tone"]
    assert card.value is not None
    assert card.value < 0
    assert card.sentence == (
        "There is evidence that the text sounds bad: "
        "chance alone deals out as much in 0.2 % of all 16,384 arrangements. "
        "It hangs on the choice: 8 of 12 choices agree."
    )


def test_how_much_is_quotation_hangs_on_the_choice(cards: dict[str, RobustnessCard]) -> None:
    card = cards["quotation_share"]
    assert card.test.p is None
    assert (card.n_same_sign, card.n_measured) == (9, 12)
    assert card.least is not None
    assert card.most is not None
    assert card.least < 0.26 < 0.67 < card.most
    assert card.sentence.startswith("Cannot tell whether more than half of the text is quotation")


def test_the_lead_of_the_first_frame_rests_on_one_word(cards: dict[str, RobustnessCard]) -> None:
    card = cards["top_frame"]
    assert card.carriers[0].name == "massacre"
    assert card.carriers[0].without == pytest.approx(0)
    assert len(card.carriers) == 10
    assert card.n_terms > 10


def test_a_card_shows_the_numbers_of_the_notebooks(cards: dict[str, RobustnessCard]) -> None:
    # 02: 21 terms of the largest frame and 14 of the next, of 83; 24 of the other list; 458 words
    assert cards["top_frame"].value == pytest.approx((21 - 14) / 83)
    assert cards["two_lists"].value == pytest.approx(1000 * (83 - 24) / 458)
    # 03: in 2 of 8 paragraphs the signs are opposite
    assert cards["tone_and_vader"].value == pytest.approx(2 / 8)
    # 04 and 05: 54 terms in 233 quoted words, 29 in 206 narrated ones; 6 calls and 1; one speaker
    assert cards["framing_by_voice"].value == pytest.approx(1000 * (54 / 233 - 29 / 206))
    assert cards["loaded_by_voice"].value == pytest.approx(1000 * (12 / 233 - 10 / 206))
    assert cards["calls_by_voice"].value == pytest.approx(1000 * (6 / 233 - 1 / 206))
    assert cards["quotation_share"].value == pytest.approx(233 / 458)
    assert (cards["top_speaker"].value, cards["word_for_government"].value) == (1, 1)
    # 3 of the 5 calls that name somebody go to the world, 2 to all Iranians
    assert cards["top_addressee"].value == pytest.approx((3 - 2) / 5)


def test_the_same_seed_gives_the_same_cards_and_another_seed_other_intervals(findings: Findings) -> None:
    assert make_cards(findings, seed=4) == make_cards(findings, seed=4)
    one, other = make_cards(findings, seed=4)[0], make_cards(findings, seed=5)[0]
    assert (one.value, one.test.p) == (other.value, other.test.p)
    assert (one.low, one.high) != (other.low, other.high)


@pytest.mark.parametrize("text", NOTHING)
def test_a_text_with_nothing_to_measure_has_cards_that_cannot_tell(text: str) -> None:
    cards = make_cards(find_all(make_document(text)))
    assert len(cards) == len(HEADLINES)
    assert [card.name for card in cards if not card.sentence.startswith("Cannot tell")] == []
    nothing = [card for card in cards if card.value is None]
    assert len(nothing) >= len(cards) - 3  # no word of the two is quoted, and neither list finds a term
    assert all((card.n_same_sign, card.low) == (0, None) for card in nothing)
    assert len(tabulate_cards(cards)) == len(cards)


GRIM = " ".join(f"“They murdered {who},” she said." for who in ("him", "her", "them", "Ada", "Ben"))
GLAD = " ".join(f"It was a triumph for the {who}." for who in ("town", "port", "school", "choir", "team"))


def test_a_grim_speaker_and_a_glad_narrator_are_told_apart_by_all_who_know_their_words() -> None:
    card = make_one(f"{GRIM} {GLAD}", "voice_tone")
    assert card.test.p == pytest.approx(2 / 252)
    assert card.sentence == (
        "There is evidence that quotation sounds worse than narration: "
        "chance alone deals out as much in 0.8 % of all 252 arrangements. "
        "It hangs on the choice: 32 of 48 choices agree. Without “triumph” it is gone."
    )


def test_what_hangs_on_the_definition_is_said_to_hang_on_the_choice() -> None:
    # direct quotation is most of the text only together with what is reported without marks
    text = " ".join(f"Ann Lee said that the old port in town {n} was shut and cold." for n in range(12))
    card = make_one(text, "quotation_share")
    assert card.sentence.startswith("There is evidence that more than half of the text is quotation.")
    assert "It hangs on the choice: 9 of 12 choices agree." in card.sentence


def test_in_a_few_sentences_an_interval_alone_is_no_evidence() -> None:
    text = " ".join(f"Ann Lee said that the old port in town {n} was shut and cold." for n in range(4))
    card = make_one(text, "quotation_share")
    assert card.low is not None
    assert card.low > 0.5
    assert card.sentence == (
        "Cannot tell whether more than half of the text is quotation: too few sentences speak of it."
    )


def test_two_actors_named_equally_often_lie_exactly_between() -> None:
    card = make_one("Ann Lee left. Bob Roe left. Ann Lee wept. Bob Roe wept.", "top_actor")
    assert card.value == 0
    assert card.sentence.endswith("more often than every other: the figure lies exactly between.")


FRAGMENTS = st.sampled_from(
    [
        "“They murdered him,” said Ada Brook.", "She added that the town must act.", "It was a triumph.",
        "The regime’s crimes go on.", "Mr. Roe left.", "“", "…", "!!!", "\n\n", "12 %", "\U0001f600", "x’s’",
    ]
)  # fmt: skip


@settings(max_examples=25, deadline=None)
@given(st.lists(FRAGMENTS, max_size=12))
def test_any_text_has_cards_whose_numbers_keep_within_their_bounds(fragments: list[str]) -> None:
    for card in make_cards(find_all(make_document(" ".join(fragments)))):
        assert card.n_same_sign <= card.n_measured <= card.n_choices
        assert card.test.p is None or 0 < card.test.p <= 1
        assert card.answer in ANSWERS
        assert card.sentence.startswith("Cannot tell") == (card.answer == CANNOT_TELL)
        assert card.n_turning <= card.n
        assert len(card.carriers) <= min(10, card.n_terms)
        if card.low is not None and card.high is not None:
            assert card.low <= card.high
        if card.value is not None:
            assert card.least is not None
            assert card.most is not None
            assert card.least <= card.value <= card.most


def test_progress_is_told_of_each_figure(findings: Findings) -> None:
    seen = []

    def watch(headlines: Sequence[Headline]) -> Iterable[Headline]:
        for headline in headlines:
            seen.append(headline.name)
            yield headline

    make_cards(findings, progress=watch, headlines=HEADLINES[:2])
    assert seen == ["voice_tone", "quotation_share"]


def test_the_table_has_a_row_a_card_and_no_missing_sentence(cards: dict[str, RobustnessCard]) -> None:
    table = tabulate_cards(cards.values())
    assert list(table["name"]) == [headline.name for headline in HEADLINES]
    assert all(row.sentence.endswith(".") for row in rows_of(table))
    assert all(row.low <= row.high for row in rows_of(table.dropna(subset=["low"])))


def test_the_cards_of_the_article_take_less_than_three_seconds(findings: Findings) -> None:
    began = time.process_time()
    make_cards(findings)
    assert time.process_time() - began < 3
