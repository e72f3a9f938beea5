"""Parts of speech: what the tags must tell apart."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.text.document import make_document
from analysis.text.tagging import load_tagger, tag_sentence, tag_text


def tag_of(word: str, sentence: str) -> str:
    return dict(tag_text(sentence))[word]


@pytest.mark.parametrize(
    ("word", "sentence", "tag"),
    [
        ("said", "The mayor said that the bridge was safe.", "VBD"),
        ("says", "The mayor says the bridge is safe.", "VBZ"),
        ("killed", "Three people were killed in the fire.", "VBN"),
        ("killed", "The fire killed three people.", "VBD"),
        ("closing", "The council is closing the pool.", "VBG"),
        ("Smith", "On Monday Smith left the city.", "NNP"),
        ("they", "Nobody knows what they want.", "PRP"),
        ("their", "They lost their homes.", "PRP$"),
        ("workers", "The workers will strike.", "NNS"),
        ("can’t", "The council can’t agree.", "MD"),
        ("didn't", "He didn't answer.", "VBD"),
        ("quickly", "The ship left quickly.", "RB"),
        ("30,000", "It cost 30,000 dollars.", "CD"),
        ("strike", "The workers will strike.", "VB"),
        ("strike", "The strike ended on Friday.", "NN"),
        ("who", "The woman who called the police left.", "WP"),
        ("would", "She said she would stay.", "MD"),
    ],
)
def test_a_word_gets_its_part_of_speech_from_its_neighbors(word: str, sentence: str, tag: str) -> None:
    assert tag_of(word, sentence) == tag


@pytest.mark.parametrize(
    "text",
    [
        '"We stay," said Ann. "They left," he noted.',
        "“We stay,” said Ann. “They left,” he noted.",
        "«We stay,» said Ann. «They left,» he noted.",
    ],
)
def test_tags_do_not_depend_on_the_style_of_quotation_marks(text: str) -> None:
    doc = make_document(text)
    tags = [tag for n in range(len(doc.sentences)) for tag in tag_sentence(doc, n)]
    plain = make_document("We stay, said Ann. They left, he noted.")
    assert tags == [tag for n in range(len(plain.sentences)) for tag in tag_sentence(plain, n)]


@given(st.text(max_size=80))
def test_each_word_of_any_text_gets_one_known_tag(text: str) -> None:
    doc = make_document(text)
    known = set(load_tagger().tags)
    for number, sentence in enumerate(doc.sentences):
        tags = tag_sentence(doc, number)
        assert len(tags) == len(doc.words.inside(*sentence))
        assert known.issuperset(tags)


def test_a_sentence_of_many_words_is_tagged_in_time_that_grows_with_its_length() -> None:
    def seconds(n_words: int) -> float:
        doc = make_document("said word " * (n_words // 2))
        begin = time.process_time()
        tags = [tag for n in range(len(doc.sentences)) for tag in tag_sentence(doc, n)]
        assert len(tags) == n_words
        return time.process_time() - begin

    short, long = seconds(2_000), seconds(20_000)
    assert long < 30 * short + 1
