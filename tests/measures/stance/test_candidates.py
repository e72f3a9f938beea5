"""Candidates are found by lists of words and by what stands near: asking every word finds the same ones."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.measures.stance import (
    calls,
    certainty,
    imperatives,
    openings,
    participles,
    passives,
    quantities,
)
from analysis.measures.stance.candidates import find_candidates
from analysis.measures.stance.model import OUTSIDE, Sentence, sentence_of
from analysis.text.document import make_document
from analysis.text.tagging import tag_words

PIECES = st.sampled_from(
    [
        "please", "Please", "let us", "let", "let’s", "Go", "home", "but", "If", "when", "friends", "do not",
        "don’t", "they’ve", "have", "needs", "got", "to", "was", "it’s", "being", "not", "sold",
        "well-known", "closed",
        "must", "could", "forty", "twenty-one", "half", "12", "one", "calls", "urged", "time", ",", ".", ";",
        "!", "?", ":", "—", "--", "...", "“", "”", ",”", ".”", "'", "\n\n",
    ]
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=30).map(" ".join)


@given(TEXTS)
@settings(max_examples=200, deadline=None)
def test_candidates_are_those_of_all_words(text: str) -> None:
    doc = make_document(text)
    found = find_candidates(doc)
    for words, asks in (
        (found.numbers, quantities.is_candidate),
        (found.likelihood, certainty.LIKELIHOOD.__contains__),
        (found.openings, openings.OPENING_WORDS.__contains__),
    ):
        assert words == [number for number, key in enumerate(doc.keys) if asks(key)]


@given(TEXTS)
@settings(max_examples=200, deadline=None)
def test_calls_and_passives_are_those_of_all_words(text: str) -> None:
    doc = make_document(text)
    found = find_candidates(doc)
    for index, words in enumerate(doc.sentence_words):
        if not words:
            continue
        sentence = sentence_of(doc, index)
        called = [n - words.start for n in found.calls if n in words]
        begin = [n for n, key in enumerate(sentence.keys) if key in calls.WORDS or calls.is_contraction(key)]
        assert list(calls.find_calls(sentence, called)) == list(calls.find_calls(sentence, begin))
        near = [n - words.start for n in found.auxiliaries if n in words]
        every = [n for n, key in enumerate(sentence.keys) if participles.is_auxiliary(key)]
        assert list(passives.find_passives(sentence, near)) == list(passives.find_passives(sentence, every))


@given(TEXTS)
@settings(max_examples=200, deadline=None)
def test_imperatives_are_those_of_all_sentences(text: str) -> None:
    doc = make_document(text)
    marks = openings.marks_before(doc, find_candidates(doc).openings)
    searched = set(imperatives.find_sentences(doc, marks))
    for index, words in enumerate(doc.sentence_words):
        if words and index not in searched:
            assert not list(imperatives.find_imperatives(sentence_of(doc, index), marks))


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_clauses_open_where_a_walk_word_by_word_says_so(text: str) -> None:
    doc = make_document(text)
    marks = openings.marks_before(doc, find_candidates(doc).openings)
    for index, words in enumerate(doc.sentence_words):
        if words:
            sentence = sentence_of(doc, index)
            assert openings.find_openings(sentence, marks) == walk(sentence)


@given(TEXTS)
@settings(max_examples=200, deadline=None)
def test_outside_a_sentence_stand_no_words(text: str) -> None:
    doc = make_document(text)
    for index, words in enumerate(doc.sentence_words):
        if not words:
            continue
        sentence, (start, end) = sentence_of(doc, index), doc.sentences[index]
        tags = tag_words(doc)
        for place in range(-len(OUTSIDE), sentence.n_words + len(OUTSIDE)):
            number = words.start + place
            left = doc.words.ends[number] if number in words else start if place == -1 else end
            right = doc.words.starts[number + 1] if number + 1 in words else end
            assert sentence.keys[place] == (doc.keys[number] if number in words else "")
            assert sentence.tags[place] == (tags[number] if number in words else "")
            assert sentence.gaps[place] == doc.folded[left:right].strip()


def walk(sentence: Sentence) -> list[int]:
    """Openings, with the marks before every word read as they stand."""
    begins = [0]
    comma = sentence.keys[0] in openings.CONDITIONS
    for place in range(1, sentence.n_words):
        key, gap = sentence.keys[place], sentence.gaps[place - 1]
        lets = key == "let's" or (key == "let" and sentence.keys[place + 1] == "us")
        retold = gap.endswith("'") and any('"' in sentence.gaps[n] for n in range(-1, place - 1))
        please = key == "please" and not sentence.is_question and not retold
        speech = gap[-1:] == '"' and (
            gap[0] in ",:" or (len(gap) == 1 and sentence.doc.text[sentence.start(place)].isupper())
        )
        lets = lets and (gap != "" or sentence.keys[place - 1] in openings.OPENERS)
        if please or lets or speech or gap in (";", "--", "—", "!", "...", ":"):
            begins.append(place)
        elif gap == "," and (comma or openings._is_vocative(sentence, place)):
            begins.append(place)
            comma = False
    return begins
