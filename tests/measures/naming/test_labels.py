"""Words between which writers choose, and those that they left alone."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.measures.naming import find_labels, load_label_pairs, load_label_sets, measure_labels
from analysis.text.document import make_document
from analysis.text.lexicon import find_terms
from analysis.text.library import DATA, read_rows
from analysis.text.rates import rows_of

ENTRIES = load_label_pairs().entries


@dataclass(frozen=True)
class Voiced:
    start: int
    end: int
    voice: str
    entity: int | None = None


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.term)
def test_each_word_stands_in_its_example(entry) -> None:  # type: ignore[no-untyped-def]
    assert entry.term in [m.term for m in find_terms(make_document(entry.example), load_label_pairs())]


def test_each_set_holds_a_choice() -> None:
    assert len(load_label_sets()) >= 60
    assert all(len(labels.alternatives) > 1 for labels in load_label_sets())


def test_an_alternative_that_stands_for_others_is_a_term_or_a_form_of_one() -> None:
    rows = read_rows(DATA / "lexicons" / "label_pairs.csv", ("term", "label", "alternative"))
    sets: dict[str, int] = Counter(row["label"] for row in rows if not row["alternative"])
    for row in rows:
        assert row["label"] == "none" or row["alternative"] or sets[row["label"]]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Gunmen held the bridge.", [("armed opponents", "gunman")]),
        ("The strike goes on.", [("stopping work", "strike")]),
        ("The work stoppage goes on.", [("stopping work", "stoppage")]),
        ("Rebels and terrorists met.", [("armed opponents", "rebel"), ("armed opponents", "terrorist")]),
        ("The regime’s papers burned.", [("government", "regime")]),
        ("The tax hits the poor.", [("poor people", "the poor")]),
        ("He praised pro-life groups.", [("against abortion", "pro-life")]),
    ],
)
def test_a_word_of_a_set_is_a_choice(sentence: str, found: list[tuple[str, str]]) -> None:
    assert [(m.set, m.alternative) for m in find_labels(make_document(sentence))] == found


@pytest.mark.parametrize(
    "sentence",
    [
        "A hunger strike began.",
        "The airstrike hit a mill.",
        "The patrol fired shots.",
        "He let go of the rope.",
        "The poor harvest of that year is well known.",
        "The rich uncle wrote again.",
        "The price war helped shoppers.",
        "It rained all day.",
    ],
)
def test_the_same_letters_in_another_sense_are_no_choice(sentence: str) -> None:
    assert find_labels(make_document(sentence)) == []


@pytest.mark.xfail(reason="words are matched, not senses", strict=True)
def test_to_eliminate_errors_is_no_word_for_killing() -> None:
    assert find_labels(make_document("They eliminated two errors.")) == []


def test_what_was_not_chosen_is_shown_with_zero() -> None:
    doc = make_document("The estate tax is old.")
    table = measure_labels(doc, find_labels(doc))
    assert [(row.alternative, row.n) for row in rows_of(table)] == [
        ("estate tax", 1), ("inheritance tax", 0), ("death tax", 0),
    ]  # fmt: skip


def test_a_choice_counts_in_the_voice_in_which_it_stands() -> None:
    text = "The government met. “This regime must go,” she said."
    doc = make_document(text)
    begin, end = text.index("“"), text.index("”") + 1
    voices = [Voiced(0, begin, "narration"), Voiced(begin, end, "direct", 1)]
    rows = list(rows_of(measure_labels(doc, find_labels(doc), voices=voices)))
    assert {(r.alternative, r.voice) for r in rows if r.n} == {
        ("government", "narration"), ("regime", "direct"),
    }  # fmt: skip
    assert {r.n_set for r in rows} == {2}


TOKENS = "the regime government strike hunger poor rebels fired shots , . “ ”"
WORDS = st.lists(st.sampled_from([*TOKENS.split(), "\n"]))


@given(WORDS.map(" ".join) | st.text(max_size=80))
def test_a_match_is_what_stands_at_its_place(text: str) -> None:
    doc = make_document(text)
    matches = find_labels(doc)
    assert matches == sorted(matches, key=lambda m: m.start)
    for match, following in pairwise(matches):
        assert match.end <= following.start
    for match in matches:
        assert text[match.start : match.end] == match.surface
        assert match.alternative not in match.others
    assert sum(row.n for row in rows_of(measure_labels(doc, matches))) == len(matches)
