"""Forms and capitals are found among a text's candidates: a walk word by word finds the same ones."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.measures.loaded import forms, shouts
from analysis.text.document import Document, make_document
from analysis.text.tagging import common_words, tag_sentence

PIECES = st.sampled_from(
    [
        "gleefully", "Gleefully", "GLEEFULLY", "recently", "friend’ly", "gloomism", "Gloomism", "scientist",
        "feckless", "serious", "blame-happy", "anti-town", "non-event", "blame-", "-", "WELL-KNOWN", "ABOUT",
        "About", "ABOUt", "never", "NEVER", "DON’T", "IT", "U.S.", "the", "town", "is", "a", ",", ".",
        "!", "”", "\n\n", "É",
    ]
)  # fmt: skip


@given(st.lists(PIECES, max_size=30).map(" ".join))
@settings(max_examples=300, deadline=None)
def test_forms_and_capitals_are_those_that_a_walk_word_by_word_finds(text: str) -> None:
    doc = make_document(text)
    found = [*forms.find_forms(doc), *shouts.find_capitals(doc)]
    assert sorted((term.start, term.rule) for term in found) == walk(doc)


def walk(doc: Document) -> list[tuple[int, str]]:
    """Where words judge by their form or shout, each word asked for all of it."""
    found = []
    for index, words in enumerate(doc.sentence_words):
        surfaces = [doc.text[slice(*doc.words[number])] for number in words]
        quiet = 2 * sum(map(str.isupper, surfaces)) < len(words)
        for number, surface, tag in zip(words, surfaces, tag_sentence(doc, index), strict=True):
            key, start = doc.keys[number], doc.words.starts[number]
            if surface.isupper():
                if quiet and len(key) >= shouts.LONG and key in common_words():
                    found.append((start, "capitals"))
                continue
            form = forms._read_form(key)
            small = surface[0].islower() or form is None or form.rule != forms.ADVERB
            if form is not None and small and tag in form.tags:
                found.append((start, form.rule))
    return found


def test_long_common_words_hold_two_letters_side_by_side() -> None:
    assert all(re.search("[a-z][a-z]", word) for word in common_words() if len(word) >= shouts.LONG)
