"""What leaves a thing open, what closes it, and what only looks like either."""

from __future__ import annotations

import pytest

from analysis.measures.stance import find_stance
from analysis.measures.stance.certainty import GUARD, load_certainty
from analysis.text.document import make_document
from analysis.text.lexicon import Entry

ENTRIES = load_certainty().entries


def certainty_of(text: str) -> list[tuple[str, str]]:
    matches = find_stance(make_document(text))
    return [(m.surface, m.kind) for m in matches if m.kind in ("hedge", "booster")]


def test_the_list_has_at_least_220_rows_each_with_an_example() -> None:
    assert len(ENTRIES) >= 220
    assert all(entry.example for entry in ENTRIES)


@pytest.mark.parametrize("entry", [e for e in ENTRIES if e.label != GUARD], ids=lambda e: e.term)
def test_the_example_of_a_row_holds_its_mark(entry: Entry) -> None:
    assert entry.label in [kind for _, kind in certainty_of(entry.example)]


@pytest.mark.parametrize("entry", [e for e in ENTRIES if e.label == GUARD], ids=lambda e: e.term)
def test_the_example_of_a_guard_holds_no_mark(entry: Entry) -> None:
    assert certainty_of(entry.example) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It could rain tonight.", [("could", "hedge")]),
        ("The wall could be unsafe.", [("could", "hedge")]),
        ("A fox could have opened the gate.", [("could", "hedge")]),
        ("A frost could damage the roses.", [("could", "hedge")]),
        ("He must have known about it.", [("must", "booster")]),
        ("It should be sunny on Sunday.", [("should", "hedge")]),
        ("She may not come.", [("may", "hedge")]),
        ("The mill might close in May.", [("might", "hedge")]),
    ],
)
def test_could_must_and_should_can_tell_of_likelihood(text: str, expected: list[tuple[str, str]]) -> None:
    assert certainty_of(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "She could swim at four.",
        "He could not find the key.",
        "Exceptions could not be granted.",
        "The bell could be heard in the valley.",
        "Anybody could have done it.",
        "The town must pay.",
        "Parents should read the letter.",
        "The army showed its might.",
        "May you live long.",
        "The show begins at nine.",
        "About forty guests came.",
        "She signed in May.",
        "If I could go, I would.",
    ],
)
def test_ability_duty_wishes_and_rounding_are_no_marks_of_certainty(text: str) -> None:
    assert certainty_of(text) == []
