"""Regular inflection: the forms of a term, by the spelling of English."""

from __future__ import annotations

import pytest

from analysis.text.lexicon.inflection import inflect


@pytest.mark.parametrize(
    ("term", "forms"),
    [
        ("kill", "kills killed killing"),
        ("try", "tries tried trying"),
        ("deploy", "deploys deployed deploying"),
        ("lie", "lies lied lying"),
        ("topple", "topples toppled toppling"),
        ("free", "frees freed freeing"),
        ("dye", "dyes dyed dyeing"),
        ("crush", "crushes crushed crushing"),
        ("stop", "stops stopped stopping"),
        ("plot", "plots plotted plotting"),
        ("rob", "robs robbed robbing"),
        ("quiz", "quizes quizzed quizzing"),
        ("commit", "commits committed committing"),
        ("rebel", "rebels rebelled rebelling"),
        ("acquit", "acquits acquitted acquitting"),
        ("visit", "visits visited visiting"),
        ("offer", "offers offered offering"),
        ("smear", "smears smeared smearing"),
        ("reveal", "reveals revealed revealing"),
        ("show", "shows showed showing"),
        ("mix", "mixes mixed mixing"),
        ("obey", "obeys obeyed obeying"),
        ("panic", "panics panicked panicking"),
        ("arm", "arms armed arming"),
    ],
)
def test_regular_forms_of_a_verb(term: str, forms: str) -> None:
    assert inflect(term, "verb") == [term, *forms.split()]


@pytest.mark.parametrize(
    ("term", "plural"),
    [
        ("victim", "victims"),
        ("atrocity", "atrocities"),
        ("boy", "boys"),
        ("boss", "bosses"),
        ("church", "churches"),
        ("tax", "taxes"),
        ("war crime", "war crimes"),
        ("fact-finding mission", "fact-finding missions"),
    ],
)
def test_the_regular_plural_is_that_of_the_last_word(term: str, plural: str) -> None:
    assert inflect(term, "noun") == [term, plural]


def test_a_verb_of_several_words_bends_its_first() -> None:
    assert inflect("cover up", "verb") == ["cover up", "covers up", "covered up", "covering up"]


def test_without_an_inflection_a_term_has_one_form() -> None:
    assert inflect("must", "") == ["must"]


@pytest.mark.xfail(strict=True, reason="American spelling; British forms have rows of their own")
def test_british_spelling_doubles_the_l() -> None:
    assert "labelled" in inflect("label", "verb")


@pytest.mark.xfail(strict=True, reason="irregular forms have rows of their own")
def test_irregular_forms_are_known() -> None:
    assert "fought" in inflect("fight", "verb")
