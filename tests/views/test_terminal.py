"""The summary for the terminal says what the tables say."""

from __future__ import annotations

import pytest

from analysis.findings.reading import find_all, measure_all
from analysis.text.document import make_document
from analysis.views.terminal import format_summary
from analysis.views.terms import format_keyness

TITLE_OF_FRAMES = "WHAT DOES IT FRAME? TERMS PER 1,000 WORDS OF EACH VOICE (COUNT)"


def section(text: str, title: str) -> list[str]:
    findings = find_all(make_document(text, id="a"))
    lines = format_summary(findings, measure_all(findings)).splitlines()
    first = lines.index(title) + 1
    return [line.strip() for line in lines[first : lines.index("", first)]]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Nothing came, and every ship left.", ["mild          nothing, every"]),
        ("It was a massacre, and nothing else.", ["loaded noun   massacre", "mild          nothing"]),
        ("The ship left.", ["none of the listed kinds"]),
    ],
)
def test_no_loaded_word_of_the_tables_is_missing_from_the_summary(text: str, shown: list[str]) -> None:
    assert section(text, "WHICH WORDS ARE LOADED?") == shown
    findings = find_all(make_document(text))
    n_listed = sum(len(line.split(", ")) for line in shown if not line.startswith("none"))
    assert n_listed == measure_all(findings)["loaded"]["n"].sum()


def test_both_sets_of_frames_are_shown_and_those_without_a_term_share_a_line() -> None:
    lines = section("The economy grew. The massacre was denied.", TITLE_OF_FRAMES)
    assert lines[0].split()[:5] == ["Frames", "of", "texts", "that", "argue"]
    assert lines[1].startswith("A  violence and victims")
    assert "labels for the opponent" in lines[2]
    assert any(line.startswith("M  economic consequences") for line in lines)
    assert sum(line.startswith("no term of: ") for line in lines) == 2


def test_a_long_name_of_a_speaker_does_not_move_the_numbers() -> None:
    text = "A 2014 estimate by Congress’s Joint Committee said that it rained. Lee said that it poured."
    first, second = section(text, "WHO SPEAKS?")
    assert (first.index("1 quotation"), second.index("1 quotation")) == (41, 41)
    assert first.startswith("A 2014 estimate by Congress’s Joint … ")


def test_a_negative_number_has_a_minus_sign_as_everywhere_else() -> None:
    text = "“Port, port, port,” Ann Lee said.\n\nThe ship left. The ship came. The ship sank."
    ratios = [
        line.split()[-1]
        for line in format_keyness(find_all(make_document(text))).splitlines()
        if line.startswith(("port", "ship"))
    ]
    assert [ratio[0] for ratio in ratios] == ["+", "−"]
