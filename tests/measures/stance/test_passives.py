"""Something was done, and the sentence does not say by whom."""

from __future__ import annotations

import pytest

from analysis.measures.stance import find_stance
from analysis.text.document import make_document


def passives_of(text: str) -> list[str]:
    return [m.surface for m in find_stance(make_document(text)) if m.kind == "agentless_passive"]


@pytest.mark.parametrize(
    ("text", "passive"),
    [
        ("The mine was closed in June.", "was closed"),
        ("Workers have been told to wait.", "have been told"),
        ("The house is being sold.", "is being sold"),
        ("Two boys got arrested on Sunday.", "got arrested"),
        ("The roof will be repaired.", "be repaired"),
        ("No reason was ever given.", "was ever given"),
        ("The rule had not been changed.", "had not been changed"),
        ("The letters were quickly burned.", "were quickly burned"),
        ("They’ve been handed a bill.", "’ve been handed"),
        ("It’s sold in jars.", "’s sold"),
        ("The bread was stolen by night.", "was stolen"),
        ("The walls were painted by hand.", "were painted"),
        ("The bridge must be built by Friday.", "be built"),
        ("Prices were cut by 5 percent.", "were cut"),
        ("Mistakes were made.", "were made"),
        ("The tool was used to mend nets.", "was used"),
        ("Was the door locked?", None),
    ],
)
def test_a_form_of_be_or_get_with_a_participle_is_a_passive(text: str, passive: str | None) -> None:
    assert passives_of(text) == ([] if passive is None else [passive])


@pytest.mark.parametrize(
    "text",
    [
        "The mine was closed by the state.",
        "The boat was later sold by her brother.",
        "The song was written in June by two nurses.",
        "She was worried about the rain.",
        "The inn is located on a hill.",
        "He was born in Hull.",
        "The closed mine was cold.",
        "She is married.",
        "They are supposed to wait.",
        "He is used to the noise.",
        "The book is based on a letter.",
        "The hall was crowded with guests.",
        "It was red and wicked.",
        "The field lay untouched and was untouched.",
        "She was very tired.",
        "He’s worked there for years.",
        "He got lost in the woods.",
        "They had closed the mine.",
        "The door opened.",
        "The team is experienced.",
    ],
)
def test_an_agent_a_state_or_a_perfect_is_none(text: str) -> None:
    assert passives_of(text) == []


@pytest.mark.xfail(strict=True, reason="a second participle after *and* has no auxiliary of its own")
def test_of_two_joined_passives_both_are_found() -> None:
    assert len(passives_of("He was tried and hanged.")) == 2
