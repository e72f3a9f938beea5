"""Noun phrases: who or what may be the subject of a verb."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.text.document import make_document
from analysis.text.phrases import NounPhrase, find_noun_phrases


def phrases_of(sentence: str) -> list[NounPhrase]:
    return find_noun_phrases(make_document(sentence), 0)


@pytest.mark.parametrize(
    ("sentence", "phrase"),
    [
        ("The mayor said no.", "The mayor"),
        ("She said no.", "She"),
        ("The union’s new president said no.", "The union’s new president"),
        ("Union leader Ann Lee said no.", "Union leader Ann Lee"),
        ("A long, bitter strike began.", "A long, bitter strike"),
        ("Some say it was a mistake.", "Some"),
        ("On Monday Mr. Lee said no.", "Mr. Lee"),
        ("He’s staying.", "He"),
    ],
)
def test_a_phrase_runs_from_its_determiner_to_its_last_noun(sentence: str, phrase: str) -> None:
    assert phrase in [p.surface for p in phrases_of(sentence)]


@pytest.mark.parametrize(
    ("sentence", "phrase"),
    [
        ("They win by burning villages.", "villages"),
        ("The house has passed laws.", "laws"),
        ("The regime jailed Ann Lee.", "Ann Lee"),
        ("The house has never publicly blamed Ann Lee.", "Ann Lee"),
        ("They heard striking workers.", "striking workers"),
        ("The resettled family sang.", "The resettled family"),
        ("The chief executive, Ann Lee, sang.", "The chief executive"),
    ],
)
def test_a_participle_describes_or_governs(sentence: str, phrase: str) -> None:
    assert phrase in [p.surface for p in phrases_of(sentence)]


@pytest.mark.parametrize(
    ("sentence", "full"),
    [
        ("The head of the union said no.", "The head of the union"),
        ("A report by the council said no.", "A report by the council"),
        ("A spokesman for the port said no.", "A spokesman for the port"),
        ("Ann Lee, the mayor of Hull, said no.", "Ann Lee, the mayor of Hull"),
        ("Ann Lee (D-Hull) said no.", "Ann Lee (D-Hull)"),
        ("Ann Lee, a nurse who saw the fire, said no.", "Ann Lee, a nurse who saw the fire"),
    ],
)
def test_the_full_phrase_takes_in_what_follows_its_head(sentence: str, full: str) -> None:
    first = phrases_of(sentence)[0]
    assert sentence[first.start : first.full_end] == full


def test_a_day_is_no_actor() -> None:
    assert [p.kind for p in phrases_of("The mayor resigned Monday.")] == ["common", "time"]


def test_names_side_by_side_in_a_list_are_not_in_apposition() -> None:
    first = phrases_of("Ann Lee, Bob Roe and Eve Day left.")[0]
    assert first.full_end == first.end


@given(st.text(alphabet="ABab ,.('’s)of the", max_size=80))
def test_phrases_are_in_order_and_apart(text: str) -> None:
    doc = make_document(text)
    for number in range(len(doc.sentences)):
        position = 0
        for phrase in find_noun_phrases(doc, number):
            assert position <= phrase.start < phrase.end <= phrase.full_end
            assert text[phrase.start : phrase.end] == phrase.surface
            position = phrase.end
