"""Marks beside a text come back as they were, whatever the text holds."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.text.standoff import Mark, format_brat, format_w3c, read_brat, read_w3c

TEXT = "🚢 Ferries sank.\r\n“We 👩‍👧 swam,” she said.\r\n"
HOSTILE = ["=1+1", "<script>alert(1)</script>", "a\tb\nc\r\n", "\x00\u202e", "\ud800", "#1\tT1", ""]


@st.composite
def marked(draw: st.DrawFn) -> tuple[str, list[Mark]]:
    text = draw(st.text(st.characters() | st.sampled_from("\r\n\t🚢\ud800"), min_size=1, max_size=60))
    marks = []
    for _ in range(draw(st.integers(0, 4))):
        start = draw(st.integers(0, len(text) - 1))
        end = draw(st.integers(start + 1, len(text)))
        words = st.sampled_from(HOSTILE) | st.text(max_size=8)
        marks.append(Mark(start, end, draw(words), draw(words), draw(words)))
    return text, sorted(marks)


@given(marked())
def test_web_annotations_come_back_as_they_were(drawn: tuple[str, list[Mark]]) -> None:
    text, marks = drawn
    assert read_w3c(format_w3c(text, marks, source="a.txt")) == marks


@given(marked())
def test_brat_comes_back_but_for_line_ends_at_the_edges(drawn: tuple[str, list[Mark]]) -> None:
    text, marks = drawn
    plain, ann = format_brat(text, marks)
    expected = []
    for mark in marks:
        words = text[mark.start : mark.end]
        if words.strip("\r\n"):
            start = mark.start + len(words) - len(words.lstrip("\r\n"))
            end = mark.end - len(words) + len(words.rstrip("\r\n"))
            expected.append(Mark(start, end, mark.layer, mark.label, mark.note))
    assert read_brat(ann) == sorted(expected)
    assert len(plain) == len(text)
    plain.encode("utf-8")


def test_offsets_count_code_points_behind_an_emoji() -> None:
    item = json.loads(format_w3c(TEXT, [Mark(2, 9, "names", "ship")], source="a.txt"))["first"]["items"][0]
    position, quote = item["target"]["selector"]
    assert (position["start"], position["end"], quote["exact"]) == (2, 9, "Ferries")
    assert (quote["prefix"], quote["suffix"][:6]) == ("🚢 ", " sank.")


def test_a_mark_over_two_lines_has_two_pieces_in_brat() -> None:
    ann = format_brat(TEXT, [Mark(10, 21, "voices", "direct")])[1]
    assert ann.startswith("T1\tvoices_direct 10 15;17 21\tsank. “We ")
    assert read_brat(ann) == [Mark(10, 21, "voices", "direct")]


def test_a_file_of_another_program_is_read_too() -> None:
    assert read_brat("T7\tPerson 3 9\tFerrie\nE1\tMove:T7\n#1\tAnnotatorNotes T7\tsure\n") == [
        Mark(3, 9, "", "Person", "sure")
    ]


@pytest.mark.parametrize("content", ["", "{}", "[1]", '{"items": [{"target": "a.txt"}]}', "[" * 99_999])
def test_what_is_no_annotation_is_refused(content: str) -> None:
    with pytest.raises(ValueError, match="web annotations"):
        read_w3c(content)


@pytest.mark.parametrize("ann", ["T1", "T1\tPerson", "T1\tPerson a b\tx"])
def test_a_broken_line_is_named(ann: str) -> None:
    with pytest.raises(ValueError, match="line 1"):
        read_brat(ann)
