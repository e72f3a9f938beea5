"""Loaded words: what kind a word has, what leaves a sentence plain, and what a sentence's score is."""

from __future__ import annotations

import time
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.measures.loaded import KINDS, LoadedTerm, find_loaded, measure_loaded
from analysis.text.document import make_document
from analysis.text.rates import rows_of
from analysis.text.tagging import common_words


def loaded(text: str) -> list[tuple[str, str]]:
    return [(term.surface, term.kind) for term in find_loaded(make_document(text)).terms]


def rules(text: str) -> list[tuple[str, str]]:
    return [(term.surface, term.rule) for term in find_loaded(make_document(text)).terms]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The reckless plan passed.", [("reckless", "evaluative")]),
        ("They shamelessly took the cup.", [("shamelessly", "evaluative")]),
        ("Leftists met in the hall.", [("Leftists", "label")]),
        ("The minister called them snowflakes.", [("snowflakes", "label")]),
        ("It was utterly dark.", [("utterly", "intensifier")]),
        ("The sole reason was rain.", [("sole", "absolute")]),
        ("The so-called duke sang.", [("so-called", "doubt")]),
        ("He claimed that it rained.", [("claimed", "doubt")]),
        ("The fair ended in a fiasco.", [("fiasco", "loaded_noun")]),
        ("The coach lambasted the crew.", [("lambasted", "loaded_verb")]),
        ("They line their pockets with fees.", [("line their pockets", "loaded_verb")]),
    ],
)
def test_each_kind_is_found(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert loaded(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The ad is a smear.", [("smear", "loaded_noun")]),
        ("They smear the nurse.", [("smear", "loaded_verb")]),
    ],
)
def test_a_word_that_is_noun_and_verb_has_the_kind_of_its_use(
    sentence: str, expected: list[tuple[str, str]]
) -> None:
    assert loaded(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("They gloatingly left.", [("gloatingly", "adverb in -ly")]),
        ("The hall filled with parkists.", [("parkists", "camp")]),
        ("He teaches muffinism.", [("muffinism", "camp")]),
        (
            "It was a vacuous, porridge-obsessed letter.",
            [("vacuous", "rated"), ("porridge-obsessed", "compound")],
        ),
        ("A pseudo-expert spoke.", [("pseudo-expert", "compound")]),
        ("A chaos-prone mayor spoke.", [("chaos-prone", "compound")]),
        ("They want MORE of it.", [("MORE", "capitals")]),
        ("MAYOR WANTS MORE OF IT", []),
    ],
)
def test_form_shows_what_no_list_holds(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert rules(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "The scientists met recently in the library.",
        "She is a specialist in allergies.",
        "The economist and the journalist spoke briefly.",
        "The various groups are responsible for the bridge.",
        "The cost-effective pump was installed.",
        "The thief stole a bicycle.",
        "Two people were injured in the fire.",
        "Several robberies were reported.",
    ],
)
def test_plain_words_of_a_loaded_form_are_not_loaded(sentence: str) -> None:
    assert loaded(sentence) == []


NEUTRAL = """
The Justice Department published the figures on Monday.
The Supreme Court heard the case in March.
The House of Representatives voted on the bill.
The Senate committee met on Thursday morning.
The Ministry of Defense bought four ships.
The United Nations has an office in the harbor.
The European Commission proposed a directive.
The Federal Reserve left its rate unchanged.
The Labor Department counted the jobs.
The World Health Organization issued guidance.
The National Guard was sent to the river.
The Environmental Protection Agency tested the water.
The military budget rose by two percent.
Economic growth was one percent in May.
The public library opens at nine.
The president signed the law on Friday.
The prime minister met the delegation.
The mayor opened the swimming pool.
The governor appointed a judge.
The secretary of state flew to Geneva.
The trade union asked for a meeting.
The bank raised its mortgage rates.
The police counted forty cars.
The court postponed the hearing.
The university hired two lecturers.
The hospital opened a ward for children.
The school board approved the calendar.
The election takes place in November.
The candidates spoke about health care.
The party holds its congress in Hull.
The tax on fuel is five cents.
The climate report covers ten years.
The immigration office moved to the station.
The vaccine was tested on 900 adults.
Voters in three counties received letters.
The committee will publish its minutes.
The company employs 1,200 people.
The survey asked 800 households.
The treaty enters into force in June.
The spokeswoman said the road would close.
The lawyer said that her client had paid.
The witness told the court what he saw.
The train from London arrived at noon.
The museum of natural history is closed.
The political scientist teaches in Leeds.
The insurance covers dental treatment.
The pension scheme has 900 members.
The gun law dates from 1968.
The abortion law dates from 1967.
The border crossing opens at six.
"""


@pytest.mark.parametrize("sentence", NEUTRAL.strip().splitlines())
def test_a_plain_sentence_of_news_holds_no_loaded_word(sentence: str) -> None:
    assert loaded(sentence) == []


@pytest.mark.xfail(strict=True, reason="words are found, not readings")
@pytest.mark.parametrize(
    "sentence",
    [
        "It was no disgrace to lose.",
        "The opera tells of a cruel king.",
        "The dictionary explains the word nonsense.",
    ],
)
def test_a_judgment_that_nobody_makes_is_not_loaded(sentence: str) -> None:
    assert loaded(sentence) == []


@pytest.mark.xfail(strict=True, reason="a judgment in plain words is in no list and has no form")
@pytest.mark.parametrize("sentence", ["She would sell her mother.", "One wonders who paid for it."])
def test_a_judgment_in_plain_words_is_loaded(sentence: str) -> None:
    assert loaded(sentence) != []


def test_a_named_source_halves_what_terms_weigh() -> None:
    plain, owned = find_loaded(
        make_document("The reckless plan passed. She said the reckless plan passed.")
    ).sentences
    assert (plain.score, owned.score) == (0.6, 0.3)


def test_a_scare_quote_is_a_term_and_takes_the_words_in_it() -> None:
    text = 'The "reckless experts" left.'
    found = find_loaded(make_document(text), quotes_nobody=[SimpleNamespace(start=4, end=22)])
    assert [(term.surface, term.kind) for term in found.terms] == [('"reckless experts"', "scare_quote")]


def test_a_part_of_a_name_is_not_loaded() -> None:
    assert loaded("The Brave Harbor Company moved.") == []


def test_a_reason_is_one_sentence_that_names_the_word() -> None:
    (term,) = find_loaded(make_document("The reckless plan passed.")).terms
    assert term.reason == (
        "“reckless” passes judgment on what it describes: it stands in the list of loaded words."
    )
    assert term.source == "wiebe2005"


@pytest.mark.parametrize(
    ("text", "scores"),
    [
        ("The fair opened. The reckless plan passed.", [0.0, 0.6]),
        ("The reckless, callous plan passed.", [0.84]),
        ("", []),
    ],
)
def test_the_score_of_a_sentence_multiplies_what_each_term_leaves(text: str, scores: list[float]) -> None:
    assert [sentence.score for sentence in find_loaded(make_document(text)).sentences] == scores


def test_a_table_has_a_row_for_each_kind_and_group_with_its_base() -> None:
    doc = make_document('The callous board wrote: "A fiasco." It rained.')
    terms = find_loaded(doc).terms
    table = measure_loaded(doc, terms, {"direct": [(25, 36)], "narration": [(0, 25), (36, 47)], "none": []})
    assert len(table) == 3 * len(KINDS)
    counted = {(row.kind, row.group): (row.n, row.n_words) for row in rows_of(table) if row.n}
    assert counted == {("loaded_noun", "direct"): (1, 2), ("evaluative", "narration"): (1, 6)}
    assert table[table["group"] == "none"]["per_thousand"].isna().all()


PIECES = st.sampled_from(
    [
        "The reckless plan passed. ",
        "So-called experts, leftists! ",
        "It rained.\n\n",
        "WE SHOUT — ",
        "“a” ",
        "\U0001f600-ly ",
    ]
)


@settings(deadline=None, max_examples=60)
@given(st.lists(PIECES, max_size=8).map("".join) | st.text(max_size=80))
def test_terms_are_sorted_apart_and_true_to_the_text(text: str) -> None:
    found = find_loaded(make_document(text))
    end = 0
    for term in found.terms:
        assert isinstance(term, LoadedTerm)
        assert text[term.start : term.end] == term.surface
        assert term.start >= end
        assert term.kind in KINDS
        assert 0 < term.weight < 1
        end = term.end
    assert len(found.sentences) == len(make_document(text).sentences)
    assert all(0 <= sentence.score <= 1 for sentence in found.sentences)


SENTENCES = [
    "The reckless plan passed.",
    "Leftists met in the hall.",
    "It rained on Monday.",
    "They smear the nurse utterly.",
]


@given(st.permutations(SENTENCES))
def test_a_sentence_scores_the_same_wherever_it_stands(order: list[str]) -> None:
    alone = [find_loaded(make_document(sentence)).sentences[0].score for sentence in order]
    together = find_loaded(make_document("\n\n".join(order))).sentences
    assert [sentence.score for sentence in together] == alone


@pytest.mark.parametrize(
    "unit", ["a-", "The callous, reckless leftists sang so-called songs. ", "“", "ly ", "NEVER "]
)
def test_ten_times_the_text_takes_about_ten_times_as_long(unit: str) -> None:
    def once(n: int) -> float:
        doc = make_document(unit * n)
        start = time.process_time()
        find_loaded(doc)
        return time.process_time() - start

    def seconds(n: int) -> float:
        return min(once(n) for _ in range(3))  # the least: a busy machine makes any of them longer

    assert seconds(2_000) < 30 * max(seconds(200), 0.005)


def test_every_common_word_begins_with_a_letter() -> None:
    """So a common word in capitals is among the words that begin with a capital."""
    assert all(word[0].isalpha() for word in common_words())
