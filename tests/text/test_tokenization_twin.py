"""Words and sentences are those of NLTK's tokenizers, which are slower and decide what is right."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer
from nltk.tokenize.regexp import RegexpTokenizer

from analysis.text.library import DATA, load_abbreviations
from analysis.text.patterns import is_plain
from analysis.text.sentence_ends import Rules, cut_sentences
from analysis.text.tokenization import (
    SENTENCE_STARTERS,
    find_paragraphs,
    find_words,
    fold_marks,
)

# The pattern of words as one would write it down, without what makes it fast.
PLAIN_PATTERN = (
    r"(?:(?>(?:[^\W\d_]\.){2,})|[^\W_])"
    r"(?>(?:[^\W_]|[\u0300-\u036f]|['’&\-\u2010\u2011](?:(?>(?:[^\W\d_]\.){2,})|[^\W_])|(?<=\d)[.,:/](?=\d))*)"
    r"(?:(?<=[sS])['’](?=\s+[^\W_]))?"
)
WORDS = RegexpTokenizer(PLAIN_PATTERN)
RULES = Rules(load_abbreviations(), SENTENCE_STARTERS)
PIECES = [
    *("Roe", "the", "The", "U.S.", "U.S", "Mr.", "mr", "p.m.", "J.", "I.", "Inc.", "No.", "half-Inc."),
    *("5", "5.", "3.5", "-2.", "-", "--", "...", "..", "….", ".", ".", "?", "!", "?!", ",", ":", ";", "s'"),
    *("“", "”", "‘", "’", '"', "'", "''", "«", "»", "(", ")", "[", "]", "{", "}", "*", "@", "&", "#", "`"),
    *(" ", " ", " ", " ", "\n", "\t", "\u00a0", "\u2028", "\x1c", "\r\n"),
    *("s’", "don't", "a", "A", "é", "Ünder", "и", "²", "½", "e\u0301"),
]  # fmt: skip
texts = st.one_of(st.lists(st.sampled_from(PIECES), max_size=30).map("".join), st.text(max_size=60))


def nltk_sentences(text: str) -> list[tuple[int, int]]:
    parameters = PunktParameters()
    parameters.abbrev_types = set(RULES.abbreviations)
    parameters.sent_starters = set(RULES.starters)
    return list(PunktSentenceTokenizer(parameters).span_tokenize(text))


def same(text: str) -> bool:
    folded = fold_marks(text)
    [cuts] = cut_sentences(RULES, folded, [(0, len(folded))], plain=is_plain(text))
    return list(find_words(text)) == list(WORDS.span_tokenize(text)) and cuts == nltk_sentences(folded)


@settings(max_examples=1_500, deadline=None)
@given(text=texts)
def test_any_text_is_cut_as_nltk_cuts_it(text: str) -> None:
    assert same(text)


def test_the_projects_texts_are_cut_as_nltk_cuts_them() -> None:
    for path in sorted((DATA / "texts").glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        assert all(same(text[start:end]) for start, end in find_paragraphs(text)), path.name


@pytest.mark.parametrize(
    "name", ["quotes/polnear_dev.jsonl", "sentiment/nyt_open.jsonl", "loaded/babe_open.jsonl"]
)
def test_news_is_cut_as_nltk_cuts_it(gold: Callable[[str], Path], name: str) -> None:
    for line in gold(name).read_text(encoding="utf-8").splitlines():
        text = json.loads(line)["text"]
        assert all(same(text[start:end]) for start, end in find_paragraphs(text))


@pytest.mark.parametrize(
    "text",
    [
        "She left at once. He stayed. “Why?” he asked. ",
        "Mr. Roe met Mrs. Doe at 5 p.m. The U.S. Army came. ",
        "He said, and she said, and they all said " * 9 + "it. ",
        "a. a. a. ",
        "No stop at all ",
        "It ended.” ",
        "?!" * 40 + " ",
        "word!)" * 150 + " ",
        "Mr. " + "Roe-" * 200 + "Doe. ",
    ],
)
def test_a_long_paragraph_is_cut_as_nltk_cuts_it(text: str) -> None:
    assert same(text * (6_000 // len(text)))
