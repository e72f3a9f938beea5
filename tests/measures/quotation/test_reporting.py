"""What is reported, in which type, and how far it reaches."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.measures.quotation import Quotation, find_quotations
from analysis.measures.quotation.quotations import DIRECT_FROM, _type
from analysis.measures.quotation.reasons import REASONS
from analysis.measures.quotation.sentences import read_sentence
from analysis.text.document import make_document
from analysis.text.spans import Spans

DIRECT, MIXED, INDIRECT = "direct", "mixed", "indirect"


def _rows(text: str) -> list[Quotation]:
    return [row for row in find_quotations(make_document(text)).rows if row.attribution is not None]


# fact -> (text, [(type, content)])
CONTENTS = {
    "a clause with that": ("Ann Lee said that the port was safe.", [(INDIRECT, "the port was safe")]),
    "a clause without that": ("Ann Lee said the port was safe.", [(INDIRECT, "the port was safe")]),
    "words in marks before the verb": ("“The port is safe,” Lee said.", [(DIRECT, "“The port is safe,”")]),
    "words in marks behind the verb": ("Lee said, “The port is safe.”", [(DIRECT, "“The port is safe.”")]),
    "words in marks behind a colon": ("Lee said: “The port is safe.”", [(DIRECT, "“The port is safe.”")]),
    "words in marks on the next line": ("Lee said:\n“It is safe.”\nHe left.", [(DIRECT, "“It is safe.”")]),
    "a verb before its subject": ("“The port is safe,” said Lee.", [(DIRECT, "“The port is safe,”")]),
    "a quotation that the verb splits": (
        "“The port,” Lee said, “is safe.”",
        [(DIRECT, "“The port,”"), (DIRECT, "“is safe.”")],
    ),
    "a clause with words in marks": (
        "Lee said the port was “safe” again.",
        [(MIXED, "the port was “safe” again")],
    ),
    "an object with words in marks": (
        "Lee called the plan “a disaster.”",
        [(MIXED, "the plan “a disaster.”")],
    ),
    "what is described as": (
        "Lee described the plan as “a disaster.”",
        [(MIXED, "the plan as “a disaster.”")],
    ),
    "a source first": ("According to Lee, the port was safe.", [(INDIRECT, "the port was safe")]),
    "a source last": ("The port was safe, according to Lee.", [(INDIRECT, "The port was safe")]),
    "an aside at the end": ("The port was safe, she said.", [(INDIRECT, "The port was safe")]),
    "an aside in the middle": (
        "The rain, officials said, will last.",
        [(INDIRECT, "The rain"), (INDIRECT, "will last")],
    ),
    "an aside behind a place": (
        "In Hull, Lee said, the rain will last.",
        [(INDIRECT, "In Hull"), (INDIRECT, "the rain will last")],
    ),
    "an aside with its time behind an adverb": (
        "Still, Lee said last week, the rain will last.",
        [(INDIRECT, "Still"), (INDIRECT, "the rain will last")],
    ),
    "an aside with its listener": (
        "In Hull, Lee told CNN, the rain will last.",
        [(INDIRECT, "In Hull"), (INDIRECT, "the rain will last")],
    ),
    "but in front of an aside may be the narrator's": (
        "But, Lee said, the rain will last.",
        [(INDIRECT, "the rain will last")],
    ),
    "who spoke is told behind an aside": (
        "The rain will last, said Lee, who left.",
        [(INDIRECT, "The rain will last")],
    ),
    "what somebody did while speaking is told behind an aside": (
        "The rain will last, Lee said, smiling at the crews.",
        [(INDIRECT, "The rain will last")],
    ),
    "a verb in the present may begin": ("Says Lee: “We stay.”", [(DIRECT, "“We stay.”")]),
    "marks that begin small go on with the sentence": (
        "In Hull, Lee said, “the rain will last.”",
        [(INDIRECT, "In Hull"), (DIRECT, "“the rain will last.”")],
    ),
    "marks that begin with a capital begin anew": (
        "When asked, Lee said, “The rain will last.”",
        [(DIRECT, "“The rain will last.”")],
    ),
    "what goes on behind such marks belongs to them": (
        "The port, Lee said, “is safe” and open.",
        [(INDIRECT, "The port"), (MIXED, "“is safe” and open")],
    ),
    "a poll may stand in an aside": (
        "The vote, the poll shows, is tied.",
        [(INDIRECT, "The vote"), (INDIRECT, "is tied")],
    ),
    "a verb that looks like a noun ends an aside": (
        "The vote is tied, a poll suggests.",
        [(INDIRECT, "The vote is tied")],
    ),
    "a noun that looks like a verb ends a list": ("She sells bread, milk and claims.", []),
    "what is said in brackets ends with them": (
        "The plan (Lee said it was safe) failed.",
        [(INDIRECT, "it was safe")],
    ),
    "brackets in what is said are closed in it": (
        "Lee said the plan was safe (and cheap).",
        [(INDIRECT, "the plan was safe (and cheap)")],
    ),
    "a report of things between commas is no aside": (
        "In May, Lee reported heavy losses, and the town paid.",
        [],
    ),
    "a source in the middle of a clause": (
        "The rain, according to Lee, will last.",
        [(INDIRECT, "The rain"), (INDIRECT, "will last")],
    ),
    "a source behind an adjunct": (
        "In Hull, according to Lee, the rain will last.",
        [(INDIRECT, "In Hull"), (INDIRECT, "the rain will last")],
    ),
    "a source behind but": ("But, according to Lee, the rain will last.", [(INDIRECT, "the rain will last")]),
    "what goes on behind a source may be the narrator's": (
        "The port is safe, according to Lee, but nobody came.",
        [(INDIRECT, "The port is safe")],
    ),
    "a listener is no content": ("Lee told reporters that it rained.", [(INDIRECT, "it rained")]),
    "a time and a place are no content": (
        "Lee announced in a statement on Monday that it rained.",
        [(INDIRECT, "it rained")],
    ),
    "a question without marks": ("Lee asked whether it rained.", [(INDIRECT, "whether it rained")]),
    "a question in marks": ("“Is it safe?” Lee asked.", [(DIRECT, "“Is it safe?”")]),
    "an infinitive of a plan": ("Lee wants to close the port.", [(INDIRECT, "to close the port")]),
    "a participle reports": ("Lee left, saying that it rained.", [(INDIRECT, "it rained")]),
    "a denied report is a report": ("Lee did not say that it rained.", [(INDIRECT, "it rained")]),
    "a passive with its agent": ("Lee was told by Roe that it rained.", [(INDIRECT, "it rained")]),
    "two reports side by side": (
        "Lee said it rained and added that the crews were fed.",
        [(INDIRECT, "it rained"), (INDIRECT, "the crews were fed")],
    ),
    "a report in a report": (
        "Lee said that Roe believed that it rained.",
        [(INDIRECT, "Roe believed that it rained"), (INDIRECT, "it rained")],
    ),
    "the other side begins its own report": (
        "Lee said the port was safe, while Roe argued that it was not.",
        [(INDIRECT, "the port was safe"), (INDIRECT, "it was not")],
    ),
    "marks go on in the paragraph": (
        "“We stay,” she said. “We always did.”",
        [(DIRECT, "“We stay,”"), (DIRECT, "“We always did.”")],
    ),
    "marks alone in their sentence": ("Lee got up. “We stay.”", [(DIRECT, "“We stay.”")]),
    "narration reports nothing": ("The port opened in May. Ships came.", []),
    "a verb of saying without content": ("Lee spoke for an hour and left.", []),
    "the object of blame": ("The crews blamed the storm.", [(INDIRECT, "the storm")]),
}


@pytest.mark.parametrize("fact", CONTENTS)
def test_what_is_reported_and_how_far_it_reaches(fact: str) -> None:
    text, expected = CONTENTS[fact]
    assert [(row.type, row.surface) for row in _rows(text)] == expected


# the attribution of the last row
ATTRIBUTIONS = [
    ("Lee said that it rained.", "speech"),
    ("Lee wrote that it rained.", "writing"),
    ("Lee believes that it rains.", "thought"),
    ("Lee intends to leave.", "plan"),
    ("According to Lee, it rained.", "speech"),
]


@pytest.mark.parametrize(("text", "attribution"), ATTRIBUTIONS)
def test_speech_writing_thought_and_plan_are_told_apart(text: str, attribution: str) -> None:
    assert _rows(text)[-1].attribution == attribution


CUES = [
    ("Lee pointed out that it rained.", "pointed out"),
    ("It rained, according to Lee.", "according to"),
    ("“It rains,” warned Lee.", "warned"),
    ("Lee’s claim that it rained was wrong.", "claim that"),
]


@pytest.mark.parametrize(("text", "cue"), CUES)
def test_the_cue_is_the_word_that_reports(text: str, cue: str) -> None:
    assert _rows(text)[0].cue == cue


def test_parts_of_a_split_quotation_share_a_group() -> None:
    first, second = _rows("“The port,” Lee said, “is safe.”")
    assert first.group == second.group


def test_what_is_reported_within_a_report_is_one_level_deeper() -> None:
    assert [row.level for row in _rows("Lee said that Roe believed that it rained.")] == [1, 2]


def test_every_row_says_why() -> None:
    text = "Lee said it rained. “We stay,” she said. According to Roe, it snowed. “Oh.”"
    assert all(row.rule in REASONS and row.reason for row in _rows(text))


def test_the_reporting_clause_is_what_introduces_the_words() -> None:
    found = find_quotations(make_document("Ann Lee said that the port was safe. “No,” said Roe."))
    assert [clause.surface.strip() for clause in found.clauses] == ["Ann Lee said that", "said Roe"]


def test_a_name_and_a_colon_report() -> None:
    assert [row.speaker for row in _rows("Ann Lee: “The port is safe.”")] == ["Ann Lee"]


def test_a_name_without_a_comma_is_a_source_where_a_clause_follows() -> None:
    (row,) = _rows("According to Lee the port was safe.")
    assert (row.surface, row.speaker) == ("the port was safe", "Lee")


@pytest.mark.xfail(
    strict=True, reason="a source that is no name, without a comma, has no edge that can be seen"
)
def test_a_source_without_a_comma() -> None:
    rows = _rows("According to the union the port was safe.")
    assert [row.surface for row in rows] == ["the port was safe"]


def test_as_somebody_says_leads_to_what_is_said() -> None:
    (row,) = _rows("As Lee told The Herald, the port was safe.")
    assert (row.surface, row.speaker) == ("the port was safe", "Lee")


def test_a_tone_between_commas_does_not_hide_that() -> None:
    (row,) = _rows("The site explains, in a dry fashion, that it rained.")
    assert row.surface == "it rained"


def test_a_report_ends_where_another_one_is_added() -> None:
    rows = _rows("Clerks say every claim was read, with the Herald adding nobody was refused.")
    assert rows[0].surface == "every claim was read"


def test_a_concession_belongs_to_what_is_said() -> None:
    (row,) = _rows("Lee said although the port was safe, the pier was not.")
    assert row.surface == "although the port was safe, the pier was not"


def test_a_participle_behind_marks_has_the_speaker_of_the_marks() -> None:
    rows = _rows("The agency notes, “It rained,” highlighting the need for drains.")
    assert {row.speaker for row in rows} == {"The agency"}


@pytest.mark.xfail(strict=True, reason="where a claim ends and the verb begins needs a parse of the sentence")
def test_a_claim_ends_before_the_verb_of_the_sentence() -> None:
    rows = _rows("Lee’s claim that the port was safe surprised the crews.")
    assert [row.surface for row in rows] == ["the port was safe"]


def test_what_the_speaker_does_next_is_not_quoted() -> None:
    assert [row.surface for row in _rows("Lee said “The port is safe” and left.")] == ["“The port is safe”"]


@pytest.mark.xfail(strict=True, reason="an indirect quotation ends with its sentence, a reader sees it go on")
def test_a_report_may_go_on_in_the_next_sentence() -> None:
    rows = _rows("Lee said the levy was unfair. It would cost jobs, and the crews would leave.")
    assert len(rows) == 2


SOUP = st.lists(
    st.sampled_from(
        ["said", "that", "“", "”", '"', "’", "'", "«", "»", "Lee", "she", ",", ".", ":", "?", "\n\n",
         "according", "to", "wants", "the port", "was told", "by", "—", "Q:", "\u00a0", "(", ")"]
    ),
    max_size=40,
).map(" ".join)  # fmt: skip


@given(st.one_of(SOUP, st.text(max_size=80)))
def test_rows_lie_in_the_text_and_never_cross(text: str) -> None:
    doc = make_document(text)
    found = find_quotations(doc)
    for row in found.rows:
        assert doc.text[row.start : row.end] == row.surface != ""
        if row.speaker is not None:
            assert doc.text[row.speaker_start : row.speaker_end] == row.speaker
        if row.cue is not None:
            assert doc.text[row.cue_start : row.cue_end] == row.cue
    for one in found.rows:
        for other in found.rows:
            assert not one.start < other.start < one.end < other.end
    for clause in found.clauses:
        assert doc.text[clause.start : clause.end] == clause.surface


LONG = [("“", 1_000_000), ("said said said ", 100_000), ("said that ", 50_000), ("Lee, who said, ", 50_000)]


@pytest.mark.parametrize(("piece", "length"), LONG)
def test_a_long_text_of_one_thing_is_read_to_its_end(piece: str, length: int) -> None:
    doc = make_document(piece * (length // len(piece)))
    for row in find_quotations(doc).rows:
        assert doc.text[row.start : row.end] == row.surface


def test_outside_its_sentence_a_word_has_neither_tag_nor_key() -> None:
    doc = make_document("Ann Lee left. (“No,” she said.) It rained.")
    sentence = read_sentence(doc, 1, Spans.of([(15, 20)]))
    assert (sentence.keys[:3], sentence.keys[3], sentence.tags[3], sentence.gaps[3]) == (
        ("no", "she", "said"), "", "", "",
    )  # fmt: skip
    assert (sentence.keys[-1], sentence.tags[-1], sentence.gaps[-1]) == ("", "", '. ("')


@given(
    st.text("a1 ,.", min_size=1, max_size=20),
    st.sets(st.integers(0, 20), max_size=6),
    st.integers(0, 19),
    st.integers(1, 20),
)
def test_the_type_of_a_row_is_told_by_its_letters_in_marks(
    text: str, edges: set[int], start: int, length: int
) -> None:
    doc = make_document(text)
    inside = sorted(edge for edge in edges if edge <= len(text))
    speech = Spans.of(zip(inside[::2], inside[1::2], strict=False))
    start = min(start, len(text) - 1)
    end = min(start + length, len(text))
    letters = [place for place in range(start, end) if text[place].isalnum()]
    n_marked = sum(speech.holding(place) is not None for place in letters)
    if all(speech.holding(place) is None for place in range(start, end)):
        expected = "indirect"
    elif any(a <= start and end <= b for a, b in speech):
        expected = "direct"
    elif n_marked == 0 and speech.holding(start) is None and speech.holding(end - 1) is None:
        expected = "indirect"
    else:
        expected = "direct" if n_marked >= DIRECT_FROM * len(letters) else "mixed"
    assert _type(doc, start, end, speech) == expected
