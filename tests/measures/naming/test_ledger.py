"""Every mention of an actor stands in the ledger, with its form, voice and speaker."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from analysis.measures.naming import NameMention, find_names, measure_namers, measure_names
from analysis.text.document import Document, make_document
from analysis.text.mentions import Entity, find_entities, find_mentions
from analysis.text.rates import rows_of


@dataclass(frozen=True)
class Voiced:
    start: int
    end: int
    voice: str
    entity: int | None = None


def ledger_of(text: str) -> tuple[Document, list[NameMention]]:
    doc = make_document(text)
    return doc, find_names(doc, find_entities(doc, find_mentions(doc)))


def test_name_title_role_group_and_pronoun_are_forms() -> None:
    _, names = ledger_of("Ann Lee, the mayor, met dockers. Mrs. Lee said she would stay.")
    assert [(name.surface, name.form) for name in names] == [
        ("Ann Lee", "name"), ("the mayor", "role"), ("dockers", "group"), ("Mrs. Lee", "title"),
        ("she", "pronoun"),
    ]  # fmt: skip


def test_a_form_that_an_actor_never_has_is_shown_with_zero() -> None:
    doc, names = ledger_of("Ann Lee spoke.")
    rows = list(rows_of(measure_names(doc, names)))
    assert {row.form: row.n for row in rows} == {"name": 1, "title": 0, "role": 0, "group": 0, "pronoun": 0}
    assert {row.voice for row in rows} == {"text"}


def test_who_calls_whom_what() -> None:
    text = "Ann Lee left. “The mayor lied,” said Bob Roe. Ann Lee, the mayor, smiled."
    doc, names = ledger_of(text)
    begin, end = text.index("“"), text.index("”") + 1
    roe = next(name.entity for name in names if name.surface == "Bob Roe")
    voices = [Voiced(0, begin, "narration"), Voiced(begin, end, "direct", roe),
              Voiced(end, len(text), "narration")]  # fmt: skip
    by_voice = {
        (row.surface.lower(), row.voice): row for row in rows_of(measure_namers(doc, names, voices=voices))
    }
    assert by_voice["the mayor", "direct"].speaker == roe
    assert ("the mayor", "narration") in by_voice
    assert by_voice["ann lee", "narration"].n == 2


def test_counts_of_an_actor_add_up_to_its_mentions() -> None:
    doc, names = ledger_of("Ann Lee spoke. She left Hull. Mrs. Lee said that Hull was old.")
    table = measure_names(doc, names)
    for row in rows_of(table.groupby("entity").agg(n=("n", "sum"), n_mentions=("n_mentions", "max"))):
        assert row.n == row.n_mentions


def test_a_class_may_bring_actors_of_its_own() -> None:
    doc = make_document("The wind rose.")
    wind = Entity(7, "the wind", "unknown", ((0, 8),))
    assert [(name.entity, name.surface, name.form) for name in find_names(doc, [wind])] == [
        (7, "The wind", "name")
    ]


@given(st.text(max_size=120) | st.text(alphabet="ABab '’.,“”()sheSHE\n", max_size=120))
def test_a_name_is_what_stands_at_its_place(text: str) -> None:
    doc, names = ledger_of(text)
    assert names == sorted(names, key=lambda name: (name.start, name.end))
    for name in names:
        assert text[name.start : name.end] == name.surface
    assert sum(row.n for row in rows_of(measure_names(doc, names))) == len(names)
    assert sum(row.n for row in rows_of(measure_namers(doc, names))) == len(names)
