"""Words, sentences and paragraphs, as a reader would count them."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.text import tokenization
from analysis.text.library import load_abbreviations
from analysis.text.tokenization import find_paragraphs, find_sentences, find_words, fold_marks

PIECES = [
    *(
        "She left",
        "he asked",
        "Roe",
        "the U.S.",
        "Mr.",
        "at 5 p.m.",
        "30,000",
        "can’t",
        "mullahs’",
        "word-word",
    ),
    *(".", "?", "!", "...", "…", ",", ":", "“", "”", "‘", "’", '"', "'", "(", ")", "]", "»", "—", "*", "🙂"),
    *(" ", " ", " ", "\n", "\n\n", "\r\n", "\r\n\r\n", "\t", "\u00a0", "e\u0301", "a."),
]
KNOWN = st.characters(exclude_categories=["Cs", "Cn", "Co", "M"])  # no two libraries agree on the others
texts = st.one_of(st.lists(st.sampled_from(PIECES), max_size=40).map("".join), st.text(KNOWN, max_size=60))


def words(text: str) -> list[str]:
    return [text[start:end] for start, end in find_words(text)]


def paragraphs(text: str) -> list[str]:
    return [text[start:end] for start, end in find_paragraphs(text)]


def sentences(text: str) -> list[str]:
    found = find_sentences(text, find_paragraphs(text), load_abbreviations())
    return [text[start:end] for start, end in found]


# Words


@pytest.mark.parametrize(
    "word",
    [
        "President-elect", "can’t", "can't", "30,000", "O’Neil", "d’Artagnan", "AT&T", "mother-in-law",
        "9/11", "5:30", "3.5", "1990s", "21st-century", "U.S.", "p.m.", "F.B.I.", "U.S.-led", "anti-U.S.",
        "U.S.’s", "regime’s", "naïve", "e\u0301te\u0301", "mother‑in‑law", "I", "слово",
    ],
)  # fmt: skip
def test_one_word_for_a_finger(word: str) -> None:
    assert words(word) == [word]
    assert words(f"“{word}” ({word}), {word}!") == [word] * 3


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the mullahs’ rule", ["the", "mullahs’", "rule"]),
        ("the boys' room", ["the", "boys'", "room"]),
        ("nothing but marks: — … “ ” 🙂 & - '", ["nothing", "but", "marks"]),
        ("left—at last–now", ["left", "at", "last", "now"]),
        ("‘quoted’ and 'quoted'", ["quoted", "and", "quoted"]),
        ("$40 and 50%", ["40", "and", "50"]),
        ("It cost 30,000. Then", ["It", "cost", "30,000", "Then"]),
        ("one,two", ["one", "two"]),
        ("and/or", ["and", "or"]),
        ("a co- and a -writer", ["a", "co", "and", "a", "writer"]),
        ("rock ’n’ roll", ["rock", "n", "roll"]),
        ("The end.” Then", ["The", "end", "Then"]),
        ("", []),
    ],
)
def test_what_stands_between_words_is_none(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.xfail(strict=True, reason="an apostrophe after s before a word is read as a possessive")
def test_a_closing_mark_after_s_belongs_to_no_word() -> None:
    assert words("'the sins' he meant") == ["the", "sins", "he", "meant"]


@pytest.mark.xfail(strict=True, reason="only initials of one letter keep their stops")
def test_a_degree_is_one_word() -> None:
    assert words("a Ph.D. thesis") == ["a", "Ph.D.", "thesis"]


@given(text=texts)
def test_words_are_sorted_and_apart_and_hold_a_letter_or_digit(text: str) -> None:
    end_before = 0
    for start, end in find_words(text):
        assert end_before <= start < end
        assert any(c.isalnum() or regex.match(r"\p{Alphabetic}", c) for c in text[start:end])  # 🅰 too
        assert not any(c.isspace() for c in text[start:end])
        end_before = end


@given(text=st.text(st.characters(codec="ascii"), max_size=80))
def test_every_letter_and_digit_is_in_a_word(text: str) -> None:
    held = {place for start, end in find_words(text) for place in range(start, end)}
    assert {place for place, c in enumerate(text) if c.isalnum()} <= held


@given(text=texts)
def test_straight_marks_keep_every_offset(text: str) -> None:
    folded = fold_marks(text)
    assert len(folded) == len(text)
    assert not set("“”„«»‘’‚‹›") & set(folded)


@given(text=texts)
def test_words_are_the_same_with_straight_and_curly_apostrophes(text: str) -> None:
    assert list(find_words(text.replace("’", "'"))) == list(find_words(text))


# Paragraphs


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One.\n\nTwo.", ["One.", "Two."]),
        ("One.\n \t\nTwo.", ["One.", "Two."]),  # a blank line with white space in it
        ("One.\n\u00a0\nTwo.", ["One.", "Two."]),
        ("One.\r\n\r\nTwo.", ["One.", "Two."]),
        ("One.\r\rTwo.", ["One.", "Two."]),
        ("One.\n\n\n\n  Two.  \n\n", ["One.", "Two."]),
        ("One,\nstill one.\n\nTwo.", ["One,\nstill one.", "Two."]),
        ("One,\r\nstill one.\r\n\r\nTwo.", ["One,\r\nstill one.", "Two."]),
        ("One.\nTwo.\nThree.", ["One.", "Two.", "Three."]),  # no blank line: the line breaks
        ("One.\r\nTwo.", ["One.", "Two."]),
        ("\n\nOne.\nTwo.\n\n", ["One.", "Two."]),  # blank lines at the edges part nothing
        ("One.", ["One."]),
        ("", []),
        (" \n\t\r\n ", []),
    ],
)
def test_blank_lines_part_paragraphs_and_without_any_line_breaks_do(text: str, expected: list[str]) -> None:
    assert paragraphs(text) == expected


@given(text=texts)
def test_only_white_space_lies_outside_paragraphs(text: str) -> None:
    position, outside = 0, []
    for start, end in find_paragraphs(text):
        assert position <= start < end
        assert text[start:end] == text[start:end].strip()
        outside.append(text[position:start])
        position = end
    assert not "".join([*outside, text[position:]]).strip()


# Sentences


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Roe met Mrs. Doe and Dr. Poe in St. Roe on Sept. 4.",
        "Gen. Roe, Lt. Col. Doe and Sen. Poe of Calif. were there.",
        "The U.S. Army and the U.N. Council met at 5 p.m. on Monday.",
        "J. K. Roe wrote it.",
        "He lost No. 5, cf. vol. 2, i.e. everything.",
        "It cost $3.50 in all.",
        "“Why?” he asked.",
        "“Stop!” she cried, “or I will shout!” and ran.",
        "He asked “why?” and left.",
        "Wait... he said.",
        "She came. . . .",
        "Yahoo! is a firm.",
        "Nothing ends it",
    ],
)
def test_one_sentence(text: str) -> None:
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    "expected",
    [
        ["She left.", "He stayed.", "Why?", "Nobody knew!"],
        ["“Why?” he asked.", "She left."],
        ["“It rained.", "It snowed.”", "Nobody came."],  # the mark stays with the sentence that it ends
        ["He ended it.\"", "She left."],
        ["He said ‘no.’", "She said ‘yes.’"],
        ["“‘No,’ he said.’”", "She left."],
        ["I saw him (twice.)", "He left."],
        ["“Stop!”", "(He ran.)", "Then: “Go.”"],
        ["«Non.»", "Roe left."],
        ["Really?!", "Yes."],
        ["They left at 5 p.m.", "She stayed."],  # a pronoun or article after an abbreviation
        ["He fled the U.S.", "But she stayed."],
        ["He works for Acme Inc.", "The firm is old."],
        ["I like iPhones.", "iPhone sales rose.", "eBay too."],
        ["He was sure. . . .", "She was not."],
    ],
)  # fmt: skip
def test_sentences_end_where_a_reader_ends_them(expected: list[str]) -> None:
    assert sentences(" ".join(expected)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He stopped\n\nin the middle", ["He stopped", "in the middle"]),
        ("“It rained\n\n“and snowed.”", ["“It rained", "“and snowed.”"]),
        ("A headline\nA first line.", ["A headline", "A first line."]),  # lines are the paragraphs here
        ("Two lines\nof one.\n\nTwo.", ["Two lines\nof one.", "Two."]),
    ],
)
def test_no_sentence_crosses_a_paragraph(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


@pytest.mark.parametrize("mark", ["”", "’", '"', "'", ")", "»", "’”", '"’', "]"])
@pytest.mark.parametrize("space", ["", " ", "  "])
@pytest.mark.parametrize("stop", [".", "!", "?", "?!"])
def test_a_lone_closing_mark_is_no_sentence(stop: str, space: str, mark: str) -> None:
    assert sentences(f"It ended{stop}{space}{mark} Roe left.") == [
        f"It ended{stop}{space}{mark}",
        "Roe left.",
    ]
    assert sentences(f"It ended{stop}{space}{mark}") == [f"It ended{stop}{space}{mark}"]


@pytest.mark.parametrize("text", ["”", "* * *", "...", "— “ ”", "🙂", "?!"])
def test_a_paragraph_without_a_word_has_no_sentence(text: str) -> None:
    assert sentences(text) == []
    assert sentences(f"One.\n\n{text}\n\nTwo.") == ["One.", "Two."]


LIMITS = [
    (["“Why?” Roe asked."], "a name begins the rest"),
    (["He fled the U.S.", "Roe stayed."], "after an abbreviation a name may go on"),
    (["He paused...", "Roe left."], "three stops may stand inside a sentence"),
    (["Wait…", "He left."], "so may the one character"),
    (["she left.", "he stayed."], "a small letter is read as going on"),
    (["1. Dig a well.", "2. Fill it."], "the numbers of a list end in a stop"),
]


@pytest.mark.parametrize(
    "expected",
    [pytest.param(expected, marks=pytest.mark.xfail(strict=True, reason=why)) for expected, why in LIMITS],
)
def test_known_limits_of_sentences(expected: list[str]) -> None:
    assert sentences(" ".join(expected)) == expected


@settings(deadline=None)
@given(text=texts)
def test_sentences_lie_in_paragraphs_and_all_words_lie_in_sentences(text: str) -> None:
    spans = list(find_paragraphs(text))
    found = list(find_sentences(text, spans, load_abbreviations()))
    assert found == sorted(found)
    assert all(a[1] <= b[0] for a, b in pairwise(found))
    assert all(any(start <= a and b <= end for start, end in spans) for a, b in found)
    assert all(any(start <= a and b <= end for start, end in found) for a, b in find_words(text))
    assert all(text[a:b] == text[a:b].strip() for a, b in found)
    assert all(words(text[a:b]) for a, b in found)


@settings(deadline=None)
@given(text=texts)
def test_nothing_but_white_space_lies_between_the_sentences_of_a_paragraph(text: str) -> None:
    for start, end in find_paragraphs(text):
        if not words(text[start:end]):
            continue
        position = start
        for a, b in find_sentences(text, [(start, end)], load_abbreviations()):
            assert not text[position:a].strip()
            position = b
        assert not text[position:end].strip()


# Long texts


@pytest.mark.parametrize(
    "text", ["a. " * 5_000, "a.” " * 5_000, "a" * 50_000, "“" * 50_000, ". " * 5_000, "\n" * 50_000]
)
def test_strange_long_texts_lose_no_word(text: str) -> None:
    held = sum(len(words(sentence)) for sentence in sentences(text))
    assert held == len(words(text))


def test_a_text_of_nothing_but_parts_is_cut_into_long_words() -> None:
    text = "a-" * 15_000
    spans = list(find_words(text))
    assert len(spans) == 2
    assert spans[0][1] - spans[0][0] == 2 * 10_000 - 1


def test_no_pattern_repeats_a_group_possessively() -> None:
    """Before Python 3.11.5 `re` reads (…)*+ wrongly; an atomic group (?>…) says the same."""
    package = Path(tokenization.__file__).parents[1]
    found = [
        path.name
        for path in package.rglob("*.py")
        if re.search(r"(?<!\\)\)(?:[*+?]|\{[\d,]+\})\+[\"')|(?\[]", path.read_text(encoding="utf-8"))
    ]
    assert found == []
