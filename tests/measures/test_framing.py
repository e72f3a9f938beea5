"""Frames: each term in its frame, false friends in none, and counts that a reader can check."""

from __future__ import annotations

import csv
import math
from collections import Counter
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.measures.framing import (
    GUARD,
    find_framing,
    load_frames,
    load_framing,
    measure_framing,
    measure_framing_of_spans,
)
from analysis.text.document import Document, make_document
from analysis.text.lexicon import Entry, find_terms
from analysis.text.lexicon.inflection import inflect
from analysis.text.library import DATA
from analysis.text.rates import rows_of

FRAMES = [frame.frame for frame in load_frames()]
TERMS = [entry for entry in load_framing().entries if entry.label != GUARD]
GUARDS = [entry for entry in load_framing().entries if entry.label == GUARD]


def frames_of(text: str) -> list[tuple[str, str]]:
    """Surfaces with the letter of their frame."""
    letters = {frame.frame: frame.letter for frame in load_frames()}
    return [(match.surface, letters[match.label]) for match in find_framing(make_document(text))]


def term(entry: Entry) -> str:
    return entry.term


# The list


@pytest.mark.parametrize("entry", TERMS, ids=term)
def test_a_term_is_found_in_its_example_and_in_its_frame(entry: Entry) -> None:
    found = find_framing(make_document(entry.example))
    assert (entry.term, entry.label) in [(match.term, match.label) for match in found]


@pytest.mark.parametrize("entry", GUARDS, ids=term)
def test_a_false_friend_is_seen_and_left_out(entry: Entry) -> None:
    doc = make_document(entry.example)
    assert entry.term in [match.term for match in find_terms(doc, load_framing())]
    assert find_framing(doc) == []


@pytest.mark.parametrize(
    ("term", "sentence"),
    [(entry.term, sentence) for entry in load_framing().entries for sentence in entry.false_friends],
)
def test_a_word_in_another_sense_is_in_no_frame(term: str, sentence: str) -> None:
    assert frames_of(sentence) == [], term


def test_the_list_holds_many_false_friends() -> None:
    sentences = [sentence for entry in load_framing().entries for sentence in entry.false_friends]
    assert len(sentences) >= 200


def test_an_example_is_a_sentence_of_its_own(article: Document) -> None:
    examples = [entry.example for entry in load_framing().entries]
    assert len(set(examples)) == len(examples)
    for example in examples:
        doc = make_document(example)
        assert len(doc.words) >= 4, example
        assert example[0].isupper(), example
        assert example.endswith("."), example
        assert example.rstrip(".") not in article.text


def test_each_frame_has_terms_and_each_term_a_frame() -> None:
    counts = Counter(entry.label for entry in load_framing().entries)
    assert set(counts) == {*FRAMES, GUARD}
    assert min(counts[frame] for frame in FRAMES) >= 40
    assert counts.total() - counts[GUARD] >= 430


def test_each_frame_says_what_it_is_and_what_it_is_not() -> None:
    assert "".join(frame.letter for frame in load_frames()) == "ABCDEFGHIJ"
    for frame in load_frames():
        assert all((frame.title, frame.definition, frame.not_included))


def test_no_form_of_a_word_stands_under_two_terms() -> None:
    own = {entry.term for entry in load_framing().entries}
    forms = Counter(
        form
        for entry in load_framing().entries
        for form in set(inflect(entry.term, entry.inflection))
        if form == entry.term or form not in own
    )
    assert [form for form, n in forms.items() if n > 1] == []


def test_a_source_names_its_author_year_and_title() -> None:
    used = {entry.source for entry in load_framing().entries}
    with (DATA / "lexicons" / "sources.csv").open(encoding="utf-8", newline="") as file:
        sources = {row["source"]: row for row in csv.DictReader(file)}
    for source in used:
        assert all(sources[source][column] for column in ("author", "year", "title", "licence", "note")), (
            source
        )


# False friends and near misses


@pytest.mark.parametrize(
    "text",
    [
        "The Justice Department and the Ministry of Justice moved.",
        "Chief Justice Roe and Judge Doe of the Supreme Court dined.",
        "The head of the Judiciary is ill.",
        "He was just being held up at the party.",
        "A trade union paid for the tennis courts.",
        "It must have rained around the world.",
        "The World Bank is in the world's oldest tower.",
        "The United Nations is a name.",
        "The meeting adjourned at noon.",
        "Copper is in demand; that is supply and demand.",
        "His exercise regime eased his bowel movements.",
        "President-elect Roe arrived.",
        "Mrs. Roe, the mayor, spoke to thirty people.",
        "A strike of the clock struck a chord.",
        "They suppressed a report that lies on the table.",
    ],
)
def test_names_and_other_senses_are_in_no_frame(text: str) -> None:
    assert frames_of(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # one row can take in the words of another
        ("A war crime.", [("war crime", "C")]),
        ("The terrorist attack by terrorists.", [("terrorist attack", "A"), ("terrorists", "B")]),
        ("They want regime change.", [("regime change", "F")]),
        ("The eyes of the world, the rest of the world.", [("eyes of the world", "J")]),
        ("The world must act.", [("The world", "J"), ("must", "E")]),
        # a name that a campaign gave itself is a choice of words; that of an office is none
        ("the movement for Justice for the Victims", [("movement for Justice", "F"), ("Victims", "A")]),
        ("the National Council of Resistance", [("National Council of Resistance", "D")]),
        ("the Call-for-Justice movement", [("Call-for-Justice", "C"), ("movement", "F")]),
        # a capital alone makes no name
        ("Justice must be done.", [("Justice", "C"), ("must", "E")]),
        # two frames side by side
        ("their call for justice", [("call for", "E"), ("justice", "C")]),
        ("the regime’s killings", [("regime’s", "B"), ("killings", "A")]),
        (
            "the mullahs’ religious dictatorship",
            [("mullahs’", "I"), ("religious", "I"), ("dictatorship", "B")],
        ),
        # forms
        ("They white-washed it, tarnishing him.", [("white-washed", "G"), ("tarnishing", "G")]),
        ("He was toppled and overthrown.", [("toppled", "F"), ("overthrown", "F")]),
        ("atrocities and massacres", [("atrocities", "A"), ("massacres", "A")]),
    ],
)
def test_frames_of_short_texts(text: str, expected: list[tuple[str, str]]) -> None:
    assert frames_of(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Not everyone likes soup.",
        "The blood donor got a biscuit.",
        "U.S. citizens need no visa.",
        "The threat of frost has passed.",
        "The letter got to the wrong address.",
        "The long walk paid off in the end.",
        "The zoo refused to comment.",
        "Two cooks insist that the soup was hot.",
        "The mill was profitable in May.",
    ],
)
def test_a_plain_word_outside_the_phrases_that_carry_a_frame_is_in_none(text: str) -> None:
    assert frames_of(text) == []


LIMITS = [
    ("The right to the left of the door is locked.", []),
    ("The movement of his hand was slow.", []),
    ("You can change the world one garden at a time.", []),
    ("Forty of them never came home.", [("never came home", "A")]),
    ("The key must be under the mat.", []),
    ("The suppressed report is out.", []),
]


@pytest.mark.parametrize(("text", "expected"), LIMITS)
@pytest.mark.xfail(strict=True, reason="words are matched, not senses")
def test_known_limits(text: str, expected: list[tuple[str, str]]) -> None:
    assert frames_of(text) == expected


# The article, counted by hand


@pytest.mark.parametrize(
    ("name", "n"),
    [
        ("massacre", 7),  # paragraphs 1, 2 twice, 3 twice, 5, 7
        ("regime", 5),  # 3; 4 three times; 5
        ("accountable", 2),  # both in 5
        ("Iranian people", 4),  # 5 twice, 6, 8
        ("mullah", 4),  # 1; 4 twice; 8
        ("political prisoner", 3),  # 1 twice, 3
        ("Judiciary", 0),
    ],
)
def test_how_often_a_term_stands_in_the_article(article: Document, name: str, n: int) -> None:
    assert sum(match.term == name for match in find_framing(article)) == n


def test_the_sixth_paragraph_of_the_article_word_by_word(article: Document) -> None:
    start, end = article.paragraphs[5]
    inside = [(m.surface, m.label) for m in find_framing(article) if start <= m.start < end]
    assert inside == [
        ("the world", "people_world"),
        ("must", "call_obligation"),
        ("Iranian people", "people_world"),
        ("call for", "call_obligation"),
        ("justice", "justice_accountability"),
    ]


def test_the_article_has_a_term_of_each_frame(article: Document) -> None:
    table = measure_framing(article, find_framing(article))
    assert (table.groupby("frame")["n"].sum() > 0).all()


# Tables


def table_of(text: str) -> Any:
    doc = make_document(text)
    return measure_framing(doc, find_framing(doc))


def test_a_row_for_each_paragraph_and_frame_zeros_too() -> None:
    table = table_of("The regime must go.\n\nIt rained.")
    assert list(table.columns) == ["paragraph", "frame", "n", "n_words", "per_thousand"]
    assert list(table["paragraph"]) == [1] * 10 + [2] * 10
    assert list(table["frame"]) == FRAMES * 2
    assert [(r.paragraph, r.frame, r.n, r.n_words, r.per_thousand) for r in rows_of(table) if r.n] == [
        (1, "adversary_delegitimation", 1, 4, 250.0),
        (1, "call_obligation", 1, 4, 250.0),
    ]


def test_a_paragraph_without_words_has_no_rate() -> None:
    table = table_of("* * *")
    assert set(table["n_words"]) == {0}
    assert all(map(math.isnan, table["per_thousand"]))


def test_a_text_without_paragraphs_has_no_rows() -> None:
    assert len(table_of("")) == 0


def test_a_term_belongs_to_the_group_in_which_it_begins() -> None:
    doc = make_document("They call “for a meeting”.")
    groups = {"narration": [(0, 10), (25, 26)], "direct": [(10, 25)], "indirect": []}
    table = measure_framing_of_spans(doc, find_framing(doc), groups, frames=["call_obligation"])
    assert [tuple(row)[1:4] for row in table.itertuples(index=False)] == [
        ("narration", 0, 2),
        ("direct", 0, 3),
        ("indirect", 0, 0),
    ]
    doc = make_document("They demand “a meeting”.")
    groups = {"narration": [(0, 12), (23, 24)], "direct": [(12, 23)]}
    table = measure_framing_of_spans(doc, find_framing(doc), groups, frames=["call_obligation"])
    assert list(table["n"]) == [1, 0]
    assert list(table["per_thousand"]) == [500.0, 0.0]


def test_groups_need_not_cover_the_text_nor_be_sorted() -> None:
    doc = make_document("The regime fell. The junta fell. The dictator fled.")
    groups = {"ends": [(33, 51), (0, 16)]}
    table = measure_framing_of_spans(doc, find_framing(doc), groups, frames=["adversary_delegitimation"])
    assert [tuple(row)[2:4] for row in table.itertuples(index=False)] == [(2, 6)]


def test_overlapping_spans_of_a_group_are_refused() -> None:
    doc = make_document("The regime fell.")
    with pytest.raises(ValueError, match="apart"):
        measure_framing_of_spans(doc, [], {"a": [(0, 9), (4, 16)]})


def test_a_label_that_is_not_counted_is_refused() -> None:
    doc = make_document("The regime fell.")
    with pytest.raises(
        ValueError, match="'adversary_delegitimation' is not among the frames to count: economy"
    ):
        measure_framing(doc, find_framing(doc), frames=["economy"])


WORDS = [
    *(
        "The",
        "regime",
        "regime’s",
        "must",
        "have",
        "war",
        "crimes",
        "Justice",
        "justice",
        "of",
        "the",
        "world",
    ),
    *("Iranian", "people", "call", "for", "tennis", "court", ".", "“", "”", ",", "\n\n", "Mr."),
]


@settings(deadline=None)
@given(words=st.lists(st.sampled_from(WORDS), max_size=40))
def test_matches_lie_apart_give_their_surface_and_add_up(words: list[str]) -> None:
    doc = make_document(" ".join(words))
    matches = find_framing(doc)
    position = 0
    for match in matches:
        assert position <= match.start < match.end
        assert doc.text[match.start : match.end] == match.surface
        assert match.label in FRAMES
        position = match.end
    table = measure_framing(doc, matches)
    assert table["n"].sum() == len(matches)
    halves = {"one": list(doc.paragraphs)[::2], "two": list(doc.paragraphs)[1::2]}
    by_half = measure_framing_of_spans(doc, matches, halves)
    assert by_half["n"].sum() == len(matches)
    assert by_half[by_half["frame"] == FRAMES[0]]["n_words"].sum() == len(doc.words)
