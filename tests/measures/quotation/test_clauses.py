"""Clauses: where one begins, and what stands between two."""

from __future__ import annotations

import pytest

from analysis.measures.quotation.clauses import (
    ends_clause,
    is_clause,
    is_clause_behind_comma,
    relative_before,
)
from analysis.measures.quotation.sentences import Sentence, read_sentence
from analysis.text.document import make_document
from analysis.text.spans import Spans


def _at(marked: str) -> tuple[Sentence, int]:
    """A sentence, and the number of the word behind a star."""
    doc = make_document(marked.replace("*", ""))
    return read_sentence(doc, 0, Spans.of([])), len(marked.partition("*")[0].split())


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("They said *the port was safe.", True),
        ("They said *the plan of the board to raise taxes would fail.", True),  # the verb is far behind
        ("They said *the port, which had burned, and the town.", False),  # a verb behind a comma is another's
        ("They said *a few words about the port.", False),
        ("They said *it's late.", True),
        ("They said *there was no boat.", True),
    ],
)
def test_a_clause_is_a_subject_with_its_verb(text: str, begins: bool) -> None:
    assert is_clause(*_at(text)) is begins


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("They said *although it rained, the port was safe.", True),
        ("They said *although it rained, again and again.", False),
        ("They said *although it rained all day.", False),
    ],
)
def test_a_concession_leads_to_a_clause_behind_its_comma(text: str, begins: bool) -> None:
    assert is_clause_behind_comma(*_at(text)) is begins


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("Lee slept *because Roe sang.", True),
        ("Lee slept *and Roe sang.", True),
        ("Lee *and Roe sang.", False),  # between two nouns it joins them
        ("Lee and *Roe sang.", False),
    ],
)
def test_no_subject_reaches_over_a_subordinator(text: str, ends: bool) -> None:
    assert ends_clause(*_at(text)) is ends


@pytest.mark.parametrize(
    ("text", "pronoun"),
    [
        ("People who *have seen it left.", "who"),
        ("Those that never *sang left.", "that"),
        ("People *sang and left.", None),
    ],
)
def test_the_pronoun_of_a_relative_clause(text: str, pronoun: str | None) -> None:
    sentence, verb = _at(text)
    place = relative_before(sentence, verb)
    assert (None if place is None else sentence.keys[place]) == pronoun
