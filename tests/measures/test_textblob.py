"""TextBlob's polarity: the same as the package gives, with no data fetched."""

from __future__ import annotations

import pytest
from textblob import TextBlob

from analysis.measures.textblob import score_textblob
from analysis.text.reading import load_text, text_names

ODD = (
    "It was terribly, terribly sad!",  # an adverb that the list itself does not hold
    "Happily, nothing was very good.",
    "They never said it was a good (!) idea :-)",
    "Mr. Roe wasn't really kind … and “ugly” isn’t the word!!",
    "good\n\nbad",
    "",
)


@pytest.mark.parametrize("name", text_names())
def test_each_sentence_has_the_polarity_that_textblob_gives(name: str) -> None:
    doc = load_text(name)
    for start, end in doc.sentences:
        sentence = doc.text[start:end]
        assert score_textblob(sentence) == pytest.approx(TextBlob(sentence).sentiment.polarity, abs=5e-5)


@pytest.mark.parametrize("text", ODD)
def test_adverbs_negations_smileys_and_marks_count_as_they_do_in_textblob(text: str) -> None:
    assert score_textblob(text) == pytest.approx(TextBlob(text).sentiment.polarity, abs=5e-5)


def test_a_violent_verb_has_no_polarity_and_a_negated_adjective_turns() -> None:
    assert score_textblob("They murdered the witnesses.") == 0
    assert score_textblob("The road is good.") > 0 > score_textblob("The road is not good.")
