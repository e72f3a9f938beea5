"""Who says it: the mention as it stands, and the entity behind it."""

from __future__ import annotations

import pytest

from analysis.measures.quotation import Quotation, Quotations, find_quotations
from analysis.text.document import make_document


def _found(text: str) -> Quotations:
    return find_quotations(make_document(text))


def _reported(text: str) -> list[Quotation]:
    return [row for row in _found(text).rows if row.attribution is not None]


# fact -> (text, the speaker of each quotation)
SPEAKERS: dict[str, tuple[str, list[str | None]]] = {
    "a name before the verb": ("Ann Lee said that it rained.", ["Ann Lee"]),
    "a name behind the verb": ("“We stay,” said Ann Lee.", ["Ann Lee"]),
    "a pronoun stays as it stands": ("“We stay,” she said.", ["she"]),
    "a title belongs to the mention": ("Mrs. Lee said that it rained.", ["Mrs. Lee"]),
    "a role is a mention": ("The mayor of Hull said that it rained.", ["The mayor of Hull"]),
    "two speak as one": ("Ann Lee and Bob Roe said that it rained.", ["Ann Lee and Bob Roe"]),
    "who somebody is belongs to the mention": (
        "Ann Lee, the mayor of Hull, said that it rained.",
        ["Ann Lee, the mayor of Hull"],
    ),
    "who somebody is may follow the verb": (
        "“We stay,” said Ann Lee, the mayor of Hull.",
        ["Ann Lee, the mayor of Hull"],
    ),
    "an age between commas": ("Ann Lee, 63, said that it rained.", ["Ann Lee, 63"]),
    "an adverb does not hide the name": ("Kelly said that it rained.", ["Kelly"]),
    "however is no part of a mention": ("Lee, however, said that it rained.", ["Lee"]),
    "a relative clause does not hide its head": (
        "People who have seen the port said that it was safe.",
        ["People who have seen the port"],
    ),
    "who stands for the name before it": ("He met Ann Lee, who said that it rained.", ["who"]),
    "the subject of the nearer clause": ("It was calm when Ann Lee said that it rained.", ["Ann Lee"]),
    "because begins a new subject": ("Lee left because Roe said that it rained.", ["Roe"]),
    "the second of two verbs": ("Lee took the floor and said that it rained.", ["Lee"]),
    "a participle takes the main subject": ("Lee left the port, saying that it rained.", ["Lee"]),
    "the object is not the speaker": ("Lee met the crews, warning that it rained.", ["Lee"]),
    "a preposition leads to no speaker": ("In Hull, the union said that it rained.", ["the union"]),
    "the source behind according to": ("It rained, according to the union.", ["the union"]),
    "the agent of a passive": ("Lee was told by Roe that it rained.", ["Roe"]),
    "a passive without agent has no source": ("Lee was told that it rained.", [None]),
    "nobody says it": ("It is said that the port is safe.", [None]),
    "a split quotation has one speaker": ("“We,” said Lee, “stay.”", ["Lee", "Lee"]),
    "marks go on with the speaker": ("“We stay,” Lee said. “We like it.”", ["Lee", "Lee"]),
    "an indirect report lends its speaker": ("Lee said that it rained. “It poured.”", ["Lee", "Lee"]),
    "a name and a colon": ("Ann Lee: “We stay.”", ["Ann Lee"]),
    "an owner of a claim": ("Roe denied Lee’s claim that it rained.", ["Roe", "Lee"]),
    "the day is not the speaker's": ("Lee on Thursday evening called the pier “a toy.”", ["Lee"]),
    "two may speak behind the verb": ("“We stay,” said Ann Lee and Bob Roe.", ["Ann Lee and Bob Roe"]),
    "which clerk it was belongs to the mention": (
        "“We stay,” said a clerk who saw the fire. “We do.”",
        ["a clerk who saw the fire"] * 2,
    ),
    "what somebody is now": ("“We stay,” said Lee, now a baker in Hull.", ["Lee, now a baker in Hull"]),
    "a party in brackets": (
        "“We stay,” said former governor Ann Lee (D), an adviser.",
        ["former governor Ann Lee (D), an adviser"],
    ),
    "an initial divides no name": ("“We stay,” said Ann B. Lee of Hull.", ["Ann B. Lee of Hull"]),
    "age and home do not hide the name": (
        "Ann Bond, 30, of Reading, Pa., said that it rained.",
        ["Ann Bond, 30, of Reading, Pa."],
    ),
    "a paper's name is no verb": (
        "“We stay,” The Hull Post’s Ann Lee explained.",
        ["The Hull Post’s Ann Lee"],
    ),
    "a thing before a colon is somebody's": ("Lee had a quick reply: “We stay.”", ["Lee"]),
    "a thing before a colon may be all there is": ("A sign at the gate: “We stay.”", ["A sign at the gate"]),
    "a comma too many": ("The mayor of Hull, said that it rained.", ["The mayor of Hull"]),
    "a home with of": (
        "Ann Lee, of the University of Hull, says it rained.",
        ["Ann Lee, of the University of Hull"],
    ),
    "a participle behind with has its own subject": (
        "Critics gathered, with one reader writing “Go.”",
        ["one reader"],
    ),
    "a verb behind marks may look like a plural": ("“We stay,” Roe answers.", ["Roe"]),
    "a thing between marks and verb speaks whole": (
        "“We stay,” a note on the door reads.",
        ["a note on the door"],
    ),
    "goals are no speakers": (
        "According to the coach, in their match the team, named “Reds,” scored two goals.",
        ["the coach", None],
    ),
    "a question cut off by its mark": ("“Is it safe?” Lee asked.", ["Lee"]),
    "two adjectives before the noun": ("“We stay,” the small, old man said.", ["the small, old man"]),
    "a participle behind an article is no verb": ("In Hull, the alleged thieves are bakers.", [None]),
    "a description that words in marks cut off is left out": (
        "“We stay,” said Ann Lee, 34, a baker who waited in a “very long” line.",
        ["Ann Lee, 34"] * 2,
    ),
    "a clause that words in marks cut off is left out": (
        "“We stay,” said a clerk who called it “a toy.”",
        ["a clerk", "who"],
    ),
    "a sum of money does not cut a description off in mid-air": (
        "“We stay,” said Ann Lee, 39, a cook at the Bear, which serves a $4 soup.",
        ["Ann Lee, 39, a cook at the Bear"],
    ),
    "who somebody is may be a clause behind the verb": (
        "“We stay,” said Ann Lee, who left in May.",
        ["Ann Lee, who left in May"],
    ),
    "a clause on who speaks ends where the quotation goes on": (
        "The port, said Lee, who left, is safe.",
        ["Lee, who left"] * 2,
    ),
    "which source it was belongs to the mention": (
        "“We stay,” said a source close to the mayor.",
        ["a source close to the mayor"],
    ),
    "a firm of two in a description": (
        "“We stay,” said Ann Lee, a lawyer at Roe & Fell in Hull.",
        ["Ann Lee, a lawyer at Roe & Fell in Hull"],
    ),
    "so many in ten": ("Six in 10 voters said it rained.", ["Six in 10 voters"]),
    "about so many": ("About half of the voters said it rained.", ["About half of the voters"]),
    "further is no part of a mention": ("She further said that it rained.", ["She"]),
    "who cries out behind marks": ("“We stay!” Gus yells.", ["Gus"]),
    "a party and a ward in brackets": (
        "Ann Lee (Lab, Hull East), who was tired, said: “We stay.”",
        ["Ann Lee (Lab, Hull East), who was tired"],
    ),
    "a party with a stop in brackets": (
        "“We stay,” said Rep. Ann Lee (D-Tex.), one of the “old” lions.",
        ["Rep. Ann Lee (D-Tex.)"] * 2,
    ),
    "what stands before a bracket is not the speaker in it": (
        "They took in many refugees (Lee said that it was safe).",
        ["Lee"],
    ),
}


@pytest.mark.parametrize("fact", SPEAKERS)
def test_who_says_it(fact: str) -> None:
    text, expected = SPEAKERS[fact]
    assert [row.speaker for row in _reported(text)] == expected


def test_as_somebody_puts_it() -> None:
    rows = _reported("As the chief executive, Ann Lee, put it, “the port is safe.”")
    assert [row.speaker for row in rows] == ["the chief executive, Ann Lee"]


# the name of the entity behind the speaker of the last quotation
ENTITIES = [
    ("Ann Lee runs the port. She said that it was safe.", "Ann Lee"),
    ("Ann Lee runs the port. Lee said that it was safe.", "Ann Lee"),
    ("Ann Lee runs the port. “It is safe,” said Mrs. Lee.", "Ann Lee"),
    ("Ann Lee, the mayor, arrived. The mayor said that it rained.", "Ann Lee"),
    ("The crews met Ann Lee, who said that it rained.", "Ann Lee"),
]


@pytest.mark.parametrize(("text", "name"), ENTITIES)
def test_the_entity_joins_the_mentions_of_a_speaker(text: str, name: str) -> None:
    found = _found(text)
    names = {entity.entity: entity.name for entity in found.entities}
    assert names.get(found.rows[-1].entity or -1) == name


def test_words_in_marks_without_any_source_say_so() -> None:
    assert [(row.speaker, row.entity) for row in _reported("“It is safe, and it stays safe.”")] == [
        (None, None)
    ]


def test_a_speaker_in_a_transcript_is_its_label() -> None:
    text = "Q: Is it safe?\n\nA: The port is safe.\n\nQ: Since when?\n\nA: It always was."
    assert [row.speaker for row in _reported(text)] == ["Q", "A", "Q", "A"]
