"""Who is quoted at all: marks that quote nobody, and short words that are speech after all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.measures.quotation.kinds import MarkedKind, find_kinds
from analysis.measures.quotation.marks import find_marks
from analysis.text.document import Document, make_document

SPEECH, SCARE, TERM, TITLE, NICKNAME = None, "scare quote", "term", "title", "nickname"


def _kinds(text: str) -> list[MarkedKind]:
    doc = make_document(text)
    return find_kinds(doc, find_marks(doc)[0])


def _kind_of(text: str) -> str | None:
    """The kind of the last marked stretch."""
    return _kinds(text)[-1].kind


# fact -> (text whose last marked stretch is meant, kind)
FACTS = {
    # speech, however short
    "one word after a verb of saying is speech": ("The mayor called the plan “reckless.”", SPEECH),
    "one word before a verb of saying is speech": ("“Reckless,” the mayor said.", SPEECH),
    "a fragment after said is speech": ("She said the crews were “very tired” by noon.", SPEECH),
    "described as is speech when a person does it": ("Brodie described him as “a fool.”", SPEECH),
    "a sentence of its own is speech": ("He got up. “That will do.” Nobody moved.", SPEECH),
    "an exclamation is speech": ("“Shame!” came from the gallery.", SPEECH),
    "a long stretch is speech": ("The town has “waited far too long for this one bridge”.", SPEECH),
    "a speaker behind the sentence": ("The offer was “thin gruel,” said Ana Brodie.", SPEECH),
    "a speaker behind the comma": ("The quay is “not safe”, the inspector wrote.", SPEECH),
    "a fragment after according to": ("It was, according to the union, a “sham” vote.", SPEECH),
    "a view in a that-clause": ("There is a feeling that the deal is “unfair” to some.", SPEECH),
    "a headline reports in few words": ("Mayor Calls New Harbour Levy ‘A Slap’ To Crews", SPEECH),
    "a verb of calling makes a title of nothing": ("Lind called it “A Day Of Shame.”", SPEECH),
    "called so by somebody": ("He was called “reckless” by the mayor.", SPEECH),
    # scare quotes
    "a phrase in scare quotes is not speech": ("The “experts” came late and left early.", SCARE),
    "a word the narrator doubts": ("Two “volunteers” were paid by the hour.", SCARE),
    "a distanced adjective": ("The town got its “free” bridge in May.", SCARE),
    "the narrator's words before the report": ("The “experts” said nothing at all.", SCARE),
    # terms
    "a word called so": ("The so-called “quiet hour” begins at nine.", TERM),
    "a thing known as": ("The creek, known as “the Cut,” is shallow.", TERM),
    "a word as a word": ("The word “levy” has four letters.", TERM),
    "a phrase as a phrase": ("The phrase “fair share” is older than the levy.", TERM),
    "what is printed on a shirt": ("Three men in “Save Our Quay” shirts stood by.", TERM),
    "what is printed on a hat": ("She wore a “Port First” hat.", TERM),
    "the name of a movement": ("The “No Tolls” movement has two thousand members.", TERM),
    "what is called so by nobody": ("Such business is called “bad business” in town.", TERM),
    "what the sentence is about": ("“Spillage” is a word of the trade.", TERM),
    "what the sentence is about, with a gloss": ("“Refill” (a second tide) is forbidden.", TERM),
    # titles
    "a film": ("The film “Low Water” opens on Friday.", TITLE),
    "a book behind a comma": ("In her new book, “The Last Ferry,” she tells all.", TITLE),
    "a song in a list of hits": ("The hit song “Harbour Lights” came on.", TITLE),
    "a programme of a broadcaster": ("He was on CBC’s “The Morning Tide” on Monday.", TITLE),
    "a show whose host follows": ("“Night Tide” host Ana Brodie laughed.", TITLE),
    "a work described behind": ("She wrote “Salt,” a novel about dockers.", TITLE),
    "an author's work": ("Ana Brodie is the author of “Salt and Rope.”", TITLE),
    "a title in a report is a title": ("Brodie said she liked the film “Low Water.”", TITLE),
    "a well-known programme": ("The senator went on “Meet the Press” again.", TITLE),
    "with a straight apostrophe": ("A guest of “The O'Reilly Factor” left.", TITLE),
    "with a curly apostrophe": ("A guest of “The O’Reilly Factor” left.", TITLE),
    "once a title, always a title": (
        "The film “Low Water” opens on Friday. Critics like “Low Water” a lot.",
        TITLE,
    ),
    # nicknames
    "a name inside a name": ("Captain George “Duke” Farrow steered.", NICKNAME),
    "a name in brackets inside a name": ("Ana (“Nan”) Brodie steered.", NICKNAME),
}


@pytest.mark.parametrize(("text", "kind"), FACTS.values(), ids=FACTS.keys())
def test_who_is_quoted_at_all(text: str, kind: str | None) -> None:
    assert _kind_of(text) == kind


@pytest.mark.parametrize(("text", "kind"), FACTS.values(), ids=FACTS.keys())
def test_straight_marks_mean_the_same(text: str, kind: str | None) -> None:
    table = str.maketrans("“”‘’", "\"\"''")
    assert _kind_of(text.translate(table)) == kind


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("“We leave now,” Ann Lee told them.", "sentence"),
        ("The “night watch,” said Ann Lee, was gone.", "attributed"),
        ("The plan was called “reckless” by the mayor.", "attributed"),
        ("The old “gate watch” was gone, Ann Lee said.", "attributed-later"),
        ("A “slow and dull and endless wait” came to an end.", "long"),
        ("Ann Lee said they were “very tired” by noon.", "reported"),
        ("It was clear that the “honest” answer came late.", "claimed"),
    ],
)
def test_somebody_s_words_are_told_by_what_stands_around_them(text: str, rule: str) -> None:
    kind = _kinds(text)[-1]
    assert (kind.kind, kind.rule) == (SPEECH, rule)


def test_each_kind_says_why_in_words() -> None:
    for text, _ in FACTS.values():
        for kind in _kinds(text):
            assert kind.rule
            assert " " in kind.reason


def test_kinds_are_parallel_to_marks(article: Document) -> None:
    marks, _ = find_marks(article)
    kinds = find_kinds(article, marks)
    assert [(mark.level, kind.kind) for mark, kind in zip(marks, kinds, strict=True)] == [
        (1, None),
        (2, "term"),
        (1, None),
    ]


def test_a_text_without_marks_has_no_kinds() -> None:
    assert _kinds("Nobody spoke.") == []


@given(st.text(alphabet="abS ,.!?\n’'“”\"()", max_size=100))
def test_any_text_gives_one_kind_to_each_mark(text: str) -> None:
    doc = make_document(text)
    marks, _ = find_marks(doc)
    kinds = find_kinds(doc, marks)
    assert len(kinds) == len(marks)
    assert {kind.kind for kind in kinds} <= {SPEECH, SCARE, TERM, TITLE, NICKNAME}


@pytest.mark.xfail(strict=True, reason="irony needs more than the sentence: a report stands before it")
def test_a_scare_quote_inside_a_report_is_not_speech() -> None:
    assert _kind_of("He said the work was done, and our “friends” at the bank sent the bill.") == SCARE


@pytest.mark.xfail(strict=True, reason="without a word for a work a title looks like any name")
def test_a_title_without_any_word_for_a_work() -> None:
    assert _kind_of("Everybody hummed “Harbour Lights” that summer.") == TITLE


@pytest.mark.xfail(strict=True, reason="a source named in an earlier sentence is not seen")
def test_words_of_a_source_named_earlier_are_speech() -> None:
    assert _kind_of("The report is harsh. The quay is a “danger” to all.") == SPEECH
