"""Frames of general news: each term in its frame, and sentences of false friends in none."""

from __future__ import annotations

from collections import Counter

import pytest

from analysis.measures.framing import FRAME_COLUMNS, GUARD, find_framing
from analysis.text.document import Document, make_document
from analysis.text.lexicon import Entry, find_terms, load_lexicon
from analysis.text.lexicon.inflection import inflect
from analysis.text.library import DATA, read_rows

LEXICON = load_lexicon("framing_news")
FRAMES = [row["frame"] for row in read_rows(DATA / "lexicons" / "frames_news.csv", FRAME_COLUMNS)]
TERMS = [entry for entry in LEXICON.entries if entry.label != GUARD]
GUARDS = [entry for entry in LEXICON.entries if entry.label == GUARD]
FALSE_FRIENDS = [(entry.term, sentence) for entry in LEXICON.entries for sentence in entry.false_friends]


def frames_of(text: str) -> list[tuple[str, str]]:
    """Surfaces with their frames."""
    return [(match.surface, match.label) for match in find_framing(make_document(text), lexicon=LEXICON)]


def term(entry: Entry) -> str:
    return entry.term


# The list


@pytest.mark.parametrize("entry", TERMS, ids=term)
def test_a_term_is_found_in_its_example_and_in_its_frame(entry: Entry) -> None:
    found = find_framing(make_document(entry.example), lexicon=LEXICON)
    assert (entry.term, entry.label) in [(match.term, match.label) for match in found]


@pytest.mark.parametrize("entry", GUARDS, ids=term)
def test_a_guard_is_seen_and_left_out(entry: Entry) -> None:
    doc = make_document(entry.example)
    assert entry.term in [match.term for match in find_terms(doc, LEXICON)]
    assert find_framing(doc, lexicon=LEXICON) == []


@pytest.mark.parametrize(("name", "sentence"), FALSE_FRIENDS)
def test_a_false_friend_is_in_no_frame(name: str, sentence: str) -> None:
    assert frames_of(sentence) == []


def test_false_friends_are_many() -> None:
    assert len(FALSE_FRIENDS) >= 150


def test_examples_and_false_friends_are_sentences_of_their_own(article: Document) -> None:
    sentences = [entry.example for entry in LEXICON.entries] + [sentence for _, sentence in FALSE_FRIENDS]
    assert [sentence for sentence, n in Counter(sentences).items() if n > 1] == []
    for sentence in sentences:
        assert len(make_document(sentence).words) >= 4, sentence
        assert sentence[0].isupper(), sentence
        assert sentence.endswith((".", "?")), sentence
        assert sentence[:-1] not in article.text


def test_each_frame_has_terms_and_each_term_a_frame() -> None:
    counts = Counter(entry.label for entry in LEXICON.entries)
    assert set(counts) == {*FRAMES, GUARD}
    assert min(counts[frame] for frame in FRAMES) >= 25


def test_each_frame_says_what_it_is_and_what_it_is_not() -> None:
    rows = read_rows(DATA / "lexicons" / "frames_news.csv", FRAME_COLUMNS)
    assert "".join(row["letter"] for row in rows) == "KLMNOPQRSTU"
    for row in rows:
        assert all(row[column] for column in FRAME_COLUMNS)


def test_no_form_of_a_word_stands_under_two_terms() -> None:
    own = {entry.term for entry in LEXICON.entries}
    forms = Counter(
        form
        for entry in LEXICON.entries
        for form in set(inflect(entry.term, entry.inflection))
        if form == entry.term or form not in own
    )
    assert [form for form, n in forms.items() if n > 1] == []


def test_each_guard_holds_the_words_of_a_term() -> None:
    forms = {form.lower() for entry in TERMS for form in inflect(entry.term, entry.inflection)}
    for guard in GUARDS:
        words = guard.term.lower().split()
        parts = {" ".join(words[i:j]) for i in range(len(words)) for j in range(i + 1, len(words) + 1)}
        assert parts & forms, guard.term


def test_a_source_of_a_term_is_told_in_full() -> None:
    sources = {row["source"]: row for row in read_rows(DATA / "lexicons" / "sources.csv", ("source",))}
    for source in {entry.source for entry in LEXICON.entries}:
        assert all(sources[source][column] for column in ("author", "year", "title", "licence", "note"))


# Near misses and limits


@pytest.mark.parametrize(
    "text",
    [
        "Mercy Hospital opened a bakery.",
        "The Labour Party and the Police Academy are names.",
        "Judge Roe and Senator Doe played chess.",
        "The Department of Defense and the Army Museum are names.",
        "Fair Street lies behind War Memorial Park.",
    ],
)
def test_a_part_of_a_name_is_in_no_frame(text: str) -> None:
    assert frames_of(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The staff wore green.",
        "She sat by the river bank.",
        "The path led to a pond.",
        "The museum guard yawned.",
        "Trees line both sides of the road.",
        "He had no comments on the score.",
        "The slice on the plate is her last.",
        "The zoo refused to comment.",
        "He warned that it would rain.",
    ],
)
def test_a_plain_word_outside_the_phrases_that_carry_a_frame_is_in_none(text: str) -> None:
    assert frames_of(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She left the tennis court for the court.", [("court", "law_order")]),
        ("The strike struck a chord.", [("strike", "conflict")]),
        (
            "The terrorist attack and the attack ad.",
            [("terrorist attack", "security"), ("attack", "conflict")],
        ),
        ("A war of words, then war.", [("war of words", "conflict"), ("war", "security")]),
        (
            "Equal treatment; medical treatment.",
            [("Equal treatment", "fairness"), ("medical", "health"), ("treatment", "health")],
        ),
        (
            "the patient, a patient’s wife",
            [("patient", "health"), ("patient’s", "health"), ("wife", "human_interest")],
        ),
    ],
)
def test_frames_of_short_texts(text: str, expected: list[tuple[str, str]]) -> None:
    assert frames_of(text) == expected


LIMITS = [
    ("She is a patient teacher.", []),
    ("The mechanic diagnosed a flat battery.", []),
    ("Editors police their commas.", []),
    ("She will court fame at any age.", []),
    ("The villagers are in a row again.", [("row", "conflict")]),
    ("They let him go after nineteen years at the mill.", [("let him go", "economic_consequences")]),
]


@pytest.mark.parametrize(("text", "expected"), LIMITS)
@pytest.mark.xfail(strict=True, reason="words are matched, not senses")
def test_known_limits(text: str, expected: list[tuple[str, str]]) -> None:
    assert frames_of(text) == expected
