"""What is said of whom: naming, predication, agent and patient."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.measures.naming import KINDS, find_predications, measure_us_and_them
from analysis.text.document import make_document
from analysis.text.mentions import find_entities, find_mentions
from analysis.text.rates import rows_of


def said_of(text: str, name: str) -> list[tuple[str, str]]:
    doc = make_document(text)
    entities = find_entities(doc, find_mentions(doc))
    wanted = {entity.entity for entity in entities if entity.name == name}
    assert wanted, f"{name} is not among {[entity.name for entity in entities]}"
    return [(one.kind, one.surface) for one in find_predications(doc, entities) if one.entity in wanted]


@pytest.mark.parametrize(
    ("text", "name", "said"),
    [
        # naming
        ("Ann Lee, the mayor, spoke.", "Ann Lee", [("naming", "mayor"), ("agent", "spoke")]),
        ("Mrs. Lee spoke.", "Lee", [("naming", "Mrs"), ("agent", "spoke")]),
        ("Union spokesman Bob Roe spoke.", "Bob Roe", [("naming", "Union spokesman"), ("agent", "spoke")]),
        ("Acme, a maker of ropes, was sold.", "Acme", [("naming", "maker"), ("patient", "sold")]),
        # predication
        ("He met the brutal regime.", "the brutal regime",
         [("patient", "met"), ("predication", "brutal"), ("naming", "regime")]),
        ("The cruel army slept.", "The cruel army",
         [("predication", "cruel"), ("naming", "army"), ("agent", "slept")]),
        ("Ann Lee is honest.", "Ann Lee", [("predication", "honest")]),
        ("Ann Lee is not very honest.", "Ann Lee", [("predication", "not very honest")]),
        ("Ann Lee was a liar.", "Ann Lee", [("predication", "a liar")]),
        ("Ann Lee is tired and sad.", "Ann Lee", [("predication", "tired and sad")]),
        # agents
        ("The army burned the village.", "The army", [("naming", "army"), ("agent", "burned")]),
        ("Ann Lee will not answer.", "Ann Lee", [("agent", "answer")]),
        ("Ann Lee has never lied.", "Ann Lee", [("agent", "lied")]),
        ("The dockers who marched sang.", "The dockers", [("naming", "dockers"), ("agent", "marched")]),
        ("The village was burned by the army.", "the army", [("agent", "burned"), ("naming", "army")]),
        ("“No,” said Ann Lee.", "Ann Lee", [("agent", "said")]),
        # patients
        ("The court has fined workers.", "workers", [("patient", "fined"), ("naming", "workers")]),
        ("They win by jailing editors.", "editors", [("patient", "jailing"), ("naming", "editors")]),
        ("Police beat Ann Lee.", "Ann Lee", [("patient", "beat")]),
        ("The regime jailed Ann Lee.", "Ann Lee", [("patient", "jailed")]),
        ("Ann Lee was jailed in May.", "Ann Lee", [("patient", "jailed")]),
        ("Ann Lee has been widely praised.", "Ann Lee", [("patient", "praised")]),
        ("The plant laid off the workers.", "the workers", [("patient", "laid"), ("naming", "workers")]),
    ],
)  # fmt: skip
def test_what_is_said_of_an_actor(text: str, name: str, said: list[tuple[str, str]]) -> None:
    assert said_of(text, name) == said


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ann Lee’s sister hates ropes.", "Ann Lee"),
        ("The Lee campaign met.", "Lee"),
        ("They talked of Ann Lee.", "Ann Lee"),
        ("In Hull, ropes are made.", "Hull"),
        ("They told Ann Lee.", "Ann Lee"),
    ],
)
def test_what_is_said_of_others_is_not_said_of_a_name_beside_it(text: str, name: str) -> None:
    assert said_of(text, name) == []


def test_who_is_spoken_of_in_a_report_is_not_what_is_done() -> None:
    assert said_of("We believe Ann Lee has won.", "Ann Lee") == [("agent", "won")]


@pytest.mark.xfail(reason="only the verb next to its subject is read", strict=True)
def test_the_second_of_two_verbs_has_the_same_agent() -> None:
    assert ("agent", "slept") in said_of("Ann Lee ate and slept.", "Ann Lee")


@pytest.mark.xfail(reason="a list and an apposition look alike", strict=True)
def test_a_list_is_no_apposition() -> None:
    said = said_of("He met Acme, the union, and the police.", "Acme")
    assert ("naming", "union") not in said


def test_the_sides_are_the_readers() -> None:
    doc = make_document("The old dockers met the new company. The dockers sang.")
    entities = find_entities(doc, find_mentions(doc))
    found = find_predications(doc, entities)
    plain = measure_us_and_them(doc, found, entities)
    assert set(plain["side"]) == {""}
    chosen = measure_us_and_them(doc, found, entities, us={1}, them={2})
    rows = {(row.side, row.kind): row for row in rows_of(chosen)}
    assert rows["us", "predication"].words == "old"
    assert rows["us", "naming"].words == "dockers (2)"
    assert rows["them", "predication"].words == "new"
    assert rows["them", "patient"].n == 1
    assert len(chosen) == len(entities) * len(KINDS)


def test_nobody_stands_on_both_sides() -> None:
    doc = make_document("Ann Lee met Bob Roe.")
    entities = find_entities(doc, find_mentions(doc))
    with pytest.raises(ValueError, match="both sides"):
        measure_us_and_them(doc, [], entities, us={1}, them={1})
    with pytest.raises(ValueError, match="no entity 9"):
        measure_us_and_them(doc, [], entities, us={9})


TOKENS = """the a brutal regime dockers Ann Lee Bob Roe is was not beaten by who said mayor , . “ ” ’s and
met jailed her she very"""


@given(st.lists(st.sampled_from(TOKENS.split()), max_size=30).map(" ".join) | st.text(max_size=100))
def test_a_predication_is_what_stands_at_its_place(text: str) -> None:
    doc = make_document(text)
    entities = find_entities(doc, find_mentions(doc))
    found = find_predications(doc, entities)
    assert found == sorted(found, key=lambda one: (one.start, one.end, one.entity))
    numbers = {entity.entity for entity in entities}
    for one in found:
        assert text[one.start : one.end] == one.surface
        assert one.surface
        assert one.kind in KINDS
        assert one.entity in numbers
    assert sum(row.n for row in rows_of(measure_us_and_them(doc, found, entities))) == len(found)


@pytest.mark.parametrize("unit", ["Ann Lee was not a liar. ", "the brutal regime met ", "Ann Lee, "])
def test_time_grows_with_length(unit: str) -> None:
    def seconds(n_characters: int) -> float:
        doc = make_document(unit * (n_characters // len(unit)))
        entities = find_entities(doc, find_mentions(doc))
        begin = time.process_time()
        find_predications(doc, entities)
        return time.process_time() - begin

    short, long = seconds(4_000), seconds(40_000)
    assert long < 30 * short + 1
