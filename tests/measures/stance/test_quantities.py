"""Numbers that say how many, how much or what share, and figures that say something else."""

from __future__ import annotations

import pytest

from analysis.measures.quotation import find_quotations
from analysis.measures.stance import StanceMatch, find_stance
from analysis.text.document import make_document


def numbers_of(text: str) -> list[str]:
    return [m.surface for m in find_stance(make_document(text)) if m.kind == "number"]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("The town has forty pumps.", "forty"),
        ("The firm lost 3.2 million crowns.", "3.2 million"),
        ("A third of the guests left.", "A third"),
        ("Prices rose 12 percent.", "12 percent"),
        ("Prices rose 12%.", "12%"),
        ("Prices rose 12 per cent.", "12 per cent"),
        ("The bridge cost $1.8 million.", "1.8 million"),
        ("The roof needs £410,000 of work.", "410,000"),
        ("A hole of £2.3m was left.", "2.3m"),
        ("Two hundred and fifty cooks came.", "Two hundred and fifty"),
        ("Twenty-two cows drank.", "Twenty-two"),
        ("Half of the milk was sour.", "Half"),
        ("Two-thirds of the milk was sour.", "Two-thirds"),
        ("Thousands of people came.", "Thousands"),
        ("It cost hundreds of thousands of crowns.", "hundreds of thousands"),
        ("The wall is 19ft tall.", "19"),
        ("They began a three-day strike.", "three"),
        ("A 600-mile march began.", "600"),
        ("About 1,900 guests came.", "1,900"),
        ("She walked 2000 miles.", "2000"),
        ("The union put the number of injured at nine.", "nine"),
        ("One percent of the milk was sour.", "One percent"),
        ("A dozen cooks came.", "A dozen"),
    ],
)
def test_a_figure_or_number_word_with_its_multiplier_is_a_number(text: str, number: str) -> None:
    assert numbers_of(text) == [number]


def test_one_in_sixty_has_two_numbers() -> None:
    assert numbers_of("The chance is one in sixty.") == ["one", "sixty"]


@pytest.mark.parametrize(
    "text",
    [
        "She left in 1998.",
        "They met on May 4.",
        "They met on 4 May.",
        "They met on Oct. 9, 2016.",
        "The storm of 1962 was bad.",
        "The 1890s were dry.",
        "The gale of ’62 was bad.",
        "They met at 4 a.m. in the hall.",
        "They met at 5:30 in the hall.",
        "They met at ten.",
        "The bell rang at half past nine.",
        "He was 97.",
        "Ann Lee, 51, is a cook.",
        "The boy is 12 years old.",
        "A 34-year-old cook came.",
        "A girl of eleven came.",
        "She was the third to leave.",
        "It rained for a third day.",
        "On the 9th they met.",
        "He lives at 14 Mill Lane.",
        "Call 555-0134 at once.",
        "She heads Local 12.",
        "Flight 93 was late.",
        "He won the second half.",
        "One of them left.",
        "One officer left.",
        "No one came.",
        "They met between 1390 and 1450.",
        "They met at 3am.",
        "He has been ill since 9/11.",
    ],
)
def test_dates_times_ages_ordinals_addresses_and_names_are_no_numbers(text: str) -> None:
    assert numbers_of(text) == []


def number_in(text: str) -> StanceMatch:
    doc = make_document(text)
    return next(m for m in find_stance(doc, quotations=find_quotations(doc).rows) if m.kind == "number")


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The roof needs 40 tiles, according to the mason.", "the mason"),
        ("According to the mason, the roof needs 40 tiles.", "the mason"),
        ("The mason said the roof needs 40 tiles.", "The mason"),
        ("The roof needs 40 tiles, the mason said.", "the mason"),
        ("The roof needs 40 tiles, said Ann Lee.", "Ann Lee"),
        ("“The roof needs 40 tiles,” said Ann Lee.", "Ann Lee"),
        ("The union put the number at nine.", "The union"),
        ("Records show 40 repairs.", "Records"),
        ("The roof needs 40 tiles.", None),
        ("About 40 said they were ill.", None),
        ("It needs 40 tiles, and nobody knows why.", None),
    ],
)
def test_a_number_is_sourced_where_somebody_is_named_who_states_it(text: str, source: str | None) -> None:
    number = number_in(text)
    assert (number.sourced, number.source) == (source is not None, source)
