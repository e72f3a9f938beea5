"""The document: one text, never altered, cut once."""

from __future__ import annotations

import dataclasses
import hashlib
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.text.document import Document, make_document


def test_the_article_has_eight_paragraphs_fourteen_sentences_and_458_words(article: Document) -> None:
    assert (len(article.paragraphs), len(article.sentences), len(article.words)) == (8, 14, 458)


def test_the_article_is_read_character_by_character(article: Document) -> None:
    assert len(article.text) == 2_816
    assert article.text[slice(*article.words[0])] == "During"
    assert article.text[slice(*article.words[457])] == "dictators"


def test_the_words_of_the_articles_paragraphs_add_up(article: Document) -> None:
    # as a reader counts them: in this text no mark stands alone between spaces
    counts = [len(article.words.inside(start, end)) for start, end in article.paragraphs]
    assert counts == [30, 71, 85, 101, 84, 19, 38, 30]
    assert sum(counts) == 458


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\ufeff", "—", "\x00", "\ud800"])
def test_a_text_without_words_is_a_document_all_the_same(text: str) -> None:
    doc = make_document(text)
    assert doc.text == text
    assert (len(doc.words), len(doc.sentences), doc.keys) == (0, 0, ())
    assert len(doc.sha256) == 64


def test_words_are_looked_up_in_small_letters_with_straight_apostrophes() -> None:
    doc = make_document("The MULLAHS’ rule Can’t")
    assert doc.keys == ("the", "mullahs'", "rule", "can't")
    assert doc.text == "The MULLAHS’ rule Can’t"


TYPED = [
    "“",
    "”",
    "‘",
    "’",
    "‚",
    "'",
    "«",
    "›",
    "„",
    "-",
    ".",
    " ",
    "\n\n",
    "workers’",
    "don’t",
    "Ünder",
    "5",
    "a",
]


@given(parts=st.lists(st.sampled_from(TYPED), max_size=25))
def test_words_and_what_stands_between_them_have_straight_marks(parts: list[str]) -> None:
    doc = make_document("".join(parts))
    ends_and_starts = zip(doc.words.ends, doc.words.starts[1:], strict=False)
    assert "".join(doc.pieces) == doc.text
    assert list(doc.written) == [doc.folded[start:end] for start, end in doc.words]
    assert list(doc.between) == [doc.folded[end:start] for end, start in ends_and_starts]


def test_the_sum_is_that_of_the_text_in_utf_8() -> None:
    assert make_document("naïve 🙂").sha256 == hashlib.sha256("naïve 🙂".encode()).hexdigest()


def test_offsets_count_code_points() -> None:
    doc = make_document("🙂 naïve 𝒳 end")
    assert [doc.text[a:b] for a, b in doc.words] == ["naïve", "𝒳", "end"]
    assert doc.words[2] == (10, 13)


def test_a_document_cannot_be_changed() -> None:
    doc = make_document("One.")
    with pytest.raises(dataclasses.FrozenInstanceError):
        doc.text = "Two."  # type: ignore[misc]


@settings(deadline=None)
@given(text=st.text(max_size=80))
def test_nothing_is_lost_or_altered(text: str) -> None:
    doc = make_document(text)
    assert doc.text == text
    assert len(doc.folded) == len(text)
    for layer in (doc.paragraphs, doc.sentences, doc.words):
        assert all(0 <= start < end <= len(text) for start, end in layer)
    assert all(doc.paragraphs.holding(start) is not None for start, _ in doc.sentences)
    assert all(doc.sentences.holding(start) is not None for start, _ in doc.words)
    assert make_document(text) == doc


@given(st.text(alphabet="aBİΣςÉ’'ŉ1 .-\n“”", max_size=60))
def test_each_column_says_of_every_word_what_its_characters_say(text: str) -> None:
    doc = make_document(text)
    folded = [doc.folded[start:end] for start, end in doc.words]
    assert list(doc.written) == folded
    assert list(doc.keys) == [word.lower() for word in folded]
    assert list(doc.capitals) == [number for number, word in enumerate(folded) if word[0].isupper()]
    assert list(doc.apostrophes) == [number for number, word in enumerate(folded) if "'" in word]
    gaps = [doc.folded[a[1] : b[0]].strip() for a, b in pairwise(doc.words)]
    assert list(doc.gaps) == gaps
    assert [gap.strip() for gap in doc.between] == gaps
