"""Answers as students write them: many forms mean one thing, and no input makes the check fail."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.lessons.answers import fold_name, is_blank, read_answer
from analysis.lessons.checking import BLANK, PARTLY, RIGHT, UNREADABLE, WRONG, check_answer
from analysis.lessons.lesson import StudentLesson
from analysis.lessons.own_lexicon import check_terms
from analysis.lessons.passages import canonical_span, find_passage
from analysis.text.document import make_document

DOC = make_document(
    "“We stay,” Ann Lee’s aunt said. “She told me, ‘Go home,’ and we’ll stay.”\n\n‘Go home’ was 3 words."
)


@pytest.mark.parametrize(
    "copied",
    [
        "“She told me, ‘Go home,’ and we’ll stay.”",
        "She told me, 'Go home,' and we'll stay",
        '"she told me, "go home," and we\'ll stay."',
        "She told me … we'll stay",
        "she told ... we’ll stay.”",
        "  She told me,\n‘Go home,’ and we’ll stay ",
    ],
)
def test_marks_case_and_spaces_do_not_change_which_passage_was_copied(copied: str) -> None:
    flat = " ".join(copied.split())
    assert find_passage(DOC, flat) == [(33, 71)]


def test_a_passage_that_stands_twice_may_mean_either_place() -> None:
    assert len(find_passage(DOC, "Go home")) == 2
    assert len(find_passage(DOC, "Go home", scope=DOC.paragraphs[1])) == 1


def test_half_a_word_is_no_passage() -> None:
    assert find_passage(DOC, "We sta") == []


def test_a_span_is_compared_without_its_marks_and_stops() -> None:
    assert canonical_span(DOC.text, 0, 10) == canonical_span(DOC.text, 1, 8) == "1-8"


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Cllr Maureen Tapley", "maureen tapley"),
        ("the mayor", "the mayor"[4:]),
        ("Mr. Vell", "vell"),
        ("ANN LEE’S", "ann lee"),
        ("President", "president"),
    ],
)
def test_a_name_is_compared_without_title_case_and_possessive(written: str, folded: str) -> None:
    assert fold_name(written) == folded


@pytest.mark.parametrize("written", ["12", "12.0", " 12 ", "12 %", 12, 12.4, "1,2"])
def test_a_number_may_be_written_in_many_ways(written: object) -> None:
    assert read_answer("number", written, DOC).parts[0].canonical == ("12",)


@pytest.mark.parametrize("written", ["twelve", "1e400", "nan", "inf", "--", "12 words"])
def test_what_is_no_number_gets_a_sentence(written: str) -> None:
    if not is_blank(written):
        assert read_answer("number", written, DOC).problem == "Write a number in digits, such as 12."


@pytest.mark.parametrize("written", ["narration", "Narration", "b", "B)", "narr"])
def test_an_option_may_be_given_by_its_words_its_beginning_or_its_letter(written: str) -> None:
    read = read_answer("choice", written, DOC, options=("direct", "narration"))
    assert read.parts[0].canonical == ("narration",)


def test_a_choice_that_is_not_there_gets_the_list() -> None:
    read = read_answer("choice", "both", DOC, options=("direct", "narration"))
    assert read.problem == "Choose one of these, by its words or its letter: a) direct; b) narration."


def test_bullets_and_numbers_before_lines_do_not_count() -> None:
    read = read_answer("passages", "1. We stay\n- Go home", DOC)
    assert [part.said for part in read.parts] == ["We stay", "Go home"]


def test_one_right_passage_of_several_is_partly_right_and_says_so(sealed: dict[str, StudentLesson]) -> None:
    lesson = sealed["lesson-1"]
    feedback = check_answer(
        lesson, lesson.tasks[0], "Clapping won't mend the roof\nPumpkins don't wait for committees"
    )
    assert feedback.verdict == PARTLY
    assert feedback.lines[0] == "2 passages right; there is more to find."


def test_a_wrong_passage_beside_all_right_ones_is_not_right(sealed: dict[str, StudentLesson]) -> None:
    lesson = sealed["lesson-4"]
    task = lesson.tasks[3]
    both = check_answer(lesson, task, ["nice", "cow"])
    assert check_answer(lesson, task, "nice").verdict == RIGHT
    assert both.verdict == PARTLY


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.binary() | st.dates(),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=3) | st.tuples(inner)
    ),
    max_leaves=6,
)


@settings(max_examples=60, deadline=None)
@given(answer=anything)
def test_whatever_is_answered_there_is_feedback(answer: object, sealed: dict[str, StudentLesson]) -> None:
    for name in ("lesson-1", "lesson-2", "lesson-3", "lesson-6"):
        for task in sealed[name].tasks:
            feedback = check_answer(sealed[name], task, answer)
            assert feedback.lines
            assert feedback.verdict in (BLANK, UNREADABLE, WRONG, PARTLY, RIGHT, "kept")


def test_too_long_an_answer_is_refused_kindly(sealed: dict[str, StudentLesson]) -> None:
    lesson = sealed["lesson-1"]
    assert check_answer(lesson, lesson.tasks[0], lesson.docs[0].text * 20).verdict == UNREADABLE


TEN = ("stay", "go", "home", "told", "aunt", "said", "words", "we", "she", "me")


def test_a_lexicon_is_complete_with_ten_terms_and_a_reason_each() -> None:
    lines = [f"{term} = it is in there" for term in TEN]
    assert check_terms(DOC, lines)[0]
    assert not check_terms(DOC, lines[:9])[0]
    assert not check_terms(DOC, [*lines[:9], lines[0]])[0]
    assert not check_terms(DOC, [*lines[:9], "me = no"])[0]


def test_a_term_of_a_lexicon_is_shown_where_it_stands() -> None:
    assert check_terms(DOC, ["aunt = family word, warm"])[1][0].endswith(
        "Ann Lee’s [aunt] said. “She told me, ‘Go hom…"
    )
