"""VADER beside the tone: equal to NLTK's own class, rule for rule."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import nltk.data
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from nltk.sentiment.vader import SentimentIntensityAnalyzer, VaderConstants

from analysis.measures.vader import score_vader, score_vader_by_paragraph
from analysis.measures.vader import words as known
from analysis.text.document import Document, make_document
from analysis.text.library import DATA

WORDS = [
    *("good", "bad", "great", "terrible", "hope", "death", "war", "peace", "justice", "GOOD", "AWFUL", "THE"),
    *("not", "never", "no", "isn't", "don’t", "despite", "least", "at", "very", "kind", "of", "but", "so"),
    *("this", "extremely", "barely", "the", "shit", ":)", "!", "?", ",", ".", "“justice”"),
]

IDIOMS = ["bad ass", "yeah right", "cut the mustard", "kiss of death", "hand to mouth", "at least", "sort of"]


@pytest.fixture(scope="module")
def nltk_scores() -> Any:
    """NLTK's class itself, built by its own constructor, with only the file's place replaced."""
    lexicon = (DATA / "lexicons" / "vader_lexicon.txt").read_text(encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(nltk.data, "load", lambda name: lexicon)
        analyzer = SentimentIntensityAnalyzer()
    return lambda text: analyzer.polarity_scores(text)["compound"]


def test_every_sentence_of_the_projects_texts_scores_as_in_nltk(nltk_scores: Any) -> None:
    for path in sorted((DATA / "texts").glob("*.txt")):
        doc = make_document(path.read_bytes().decode("utf-8"))
        for start, end in (*doc.sentences, *doc.paragraphs, (0, len(doc.text))):
            assert score_vader(doc.text[start:end]) == nltk_scores(doc.text[start:end])


@settings(max_examples=300, deadline=None)
@given(words=st.lists(st.sampled_from(WORDS), max_size=15))
def test_generated_sentences_score_as_in_nltk(nltk_scores: Any, words: list[str]) -> None:
    text = " ".join(words)
    assert score_vader(text) == nltk_scores(text)


def paragraphs_of_inventions() -> list[list[str]]:
    """500 paragraphs of ten sentences each, made of words that VADER's rules are about and words of news."""
    draw = random.Random(20)
    texts = [path.read_text(encoding="utf-8") for path in sorted((DATA / "texts").glob("*.txt"))]
    pool = [*WORDS * 20, *IDIOMS, *sorted(set(" ".join(texts).split()))]
    ends = [".", "!", "?", "...", "!!", "?!?", ",", ""]

    def sentence() -> str:
        words = [draw.choice(pool) for _ in range(draw.randint(2, 18))]
        shouted = [word.upper() if draw.random() < 0.05 else word for word in words]
        return " ".join(shouted) + draw.choice(ends)

    return [[sentence() for _ in range(10)] for _ in range(500)]


def test_five_thousand_sentences_and_five_hundred_paragraphs_score_as_in_nltk(nltk_scores: Any) -> None:
    paragraphs = paragraphs_of_inventions()
    texts = [*(sentence for paragraph in paragraphs for sentence in paragraph), *map(" ".join, paragraphs)]
    assert len(texts) == 5_500
    different = [text for text in texts if score_vader(text) != nltk_scores(text)]
    assert different == []


def test_the_words_of_the_rules_are_those_of_nltk() -> None:
    constants = VaderConstants
    boosters = dict.fromkeys(known.MORE, 0.293) | dict.fromkeys(known.LESS | known.LESS_IN_TWO_WORDS, -0.293)
    assert boosters == constants.BOOSTER_DICT
    assert constants.NEGATE == known.NEGATE
    assert constants.SPECIAL_CASE_IDIOMS == known.IDIOMS
    assert set(constants.PUNC_LIST) == known.ENDS


@pytest.mark.parametrize("name", ["sentiment/nyt_open.jsonl", "loaded/babe_open.jsonl"])
def test_sentences_of_news_score_as_in_nltk(nltk_scores: Any, gold: Callable[[str], Path], name: str) -> None:
    """Both sets together: more than 6,000 sentences."""
    texts = [json.loads(line)["text"] for line in gold(name).read_text(encoding="utf-8").splitlines()]
    assert len(texts) > 2_000
    assert [score_vader(text) for text in texts] == [nltk_scores(text) for text in texts]


@pytest.mark.parametrize("text", ["", " ", "\n", "—", "12 345", "🙂", "a" * 10_000])
def test_no_known_word_is_a_plain_zero_or_a_number(text: str) -> None:
    assert -1 <= score_vader(text) <= 1


def test_a_text_of_two_paragraphs_has_two_scores() -> None:
    doc = make_document("A great success.\n\nThe council met on Monday.")
    first, second = score_vader_by_paragraph(doc)
    assert first > 0.5
    assert second == 0


def test_vader_takes_justice_for_praise_wherever_it_stands() -> None:
    """A limit of VADER, kept on purpose: it is the comparison."""
    assert score_vader("The Justice Department declined to comment.") > 0


def test_the_articles_last_paragraph_is_blank_to_vader(article: Document) -> None:
    scores = score_vader_by_paragraph(article)
    assert len(scores) == 8
    assert scores[-1] == 0
