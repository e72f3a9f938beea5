"""Whether the narrator sounds different: a test that says how sure it is, or that it cannot tell."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.findings.reading import MEASURES, find_all
from analysis.findings.robustness.permutation import DRAWS
from analysis.findings.voice_tone import (
    compare_scores,
    compare_voice_tone,
    measure_tone_by_speaker,
)
from analysis.text.document import Document, make_document

SCORES = st.lists(st.sampled_from([-2.0, -1.5, -0.5, 0.0, 0.25, 1.0]), min_size=2, max_size=6)


@pytest.mark.parametrize(
    ("quoted", "narrated", "arrangements", "p"),
    [
        # of 6 pairs only {-2, -1} and {1, 2} lie this far apart
        ([-2.0, -1.0], [1.0, 2.0], 6, 2 / 6),
        # {-2, 1} and {-1, 2}: sums -1 and 1; only {-2, 2} and {-1, 1} lie nearer, with sums 0
        ([-2.0, 1.0], [-1.0, 2.0], 6, 4 / 6),
        # of 10 pairs only {3, 3} is as far from the mean
        ([3.0, 3.0], [0.0, 0.0, 0.0], 10, 1 / 10),
        # 5 over 5: one of 252 arrangements on each end
        ([1.0, 2.0, 3.0, 4.0, 5.0], [11.0, 12.0, 13.0, 14.0, 15.0], 252, 2 / 252),
    ],
)
def test_p_is_the_share_of_arrangements_that_lie_as_far_apart(
    quoted: list[float], narrated: list[float], arrangements: int, p: float
) -> None:
    test = compare_scores(quoted, narrated)
    assert (test.n_arrangements, test.exact) == (arrangements, True)
    assert test.p == pytest.approx(p)


@pytest.mark.parametrize("n", [3, 8, 30])
def test_sides_that_are_alike_are_never_told_apart(n: int) -> None:
    test = compare_scores([-1.0, 0.5] * n, [-1.0, 0.5] * n)
    assert test.p == 1
    assert test.difference == 0
    assert test.verdict.startswith("Cannot tell")


@settings(max_examples=40, deadline=None)
@given(quoted=SCORES, narrated=SCORES)
def test_it_does_not_matter_which_side_is_which(quoted: list[float], narrated: list[float]) -> None:
    one, other = compare_scores(quoted, narrated), compare_scores(narrated, quoted)
    assert one.p == other.p
    assert one.difference == -other.difference


@settings(max_examples=40, deadline=None)
@given(quoted=SCORES, narrated=SCORES)
def test_the_order_of_sentences_plays_no_part_and_p_is_never_0(
    quoted: list[float], narrated: list[float]
) -> None:
    test = compare_scores(quoted, narrated)
    assert test.p == compare_scores(quoted[::-1], narrated[::-1]).p
    assert test.p is not None
    assert 0 < test.p <= 1


def test_many_sentences_are_dealt_out_by_drawing_and_always_alike() -> None:
    quoted = [0.1 * number for number in range(20)]
    narrated = [0.1 * number - 0.3 for number in range(22)]
    test = compare_scores(quoted, narrated)
    assert (test.n_arrangements, test.exact) == (DRAWS, False)
    assert test == compare_scores(quoted, narrated)
    assert test.p == compare_scores(narrated, quoted).p


def test_drawing_comes_near_to_going_through_all(monkeypatch: pytest.MonkeyPatch) -> None:
    quoted, narrated = [-1.0, -0.5, 0.0, -2.0, 0.5], [0.5, 1.0, -0.2, 0.3, 1.5, -0.1]
    exact = compare_scores(quoted, narrated)
    monkeypatch.setattr("analysis.findings.robustness.permutation.MOST_ARRANGEMENTS", 0)
    drawn = compare_scores(quoted, narrated)
    assert not drawn.exact
    assert drawn.p == pytest.approx(exact.p, abs=0.01)


def test_where_nothing_differs_it_finds_a_difference_in_one_of_twenty_texts() -> None:
    chance = random.Random(4)
    found = 0
    for _ in range(1_000):
        scores = [chance.gauss(-0.5, 0.8) for _ in range(11)]
        p = compare_scores(scores[:5], scores[5:]).p
        found += p is not None and p < 0.05
    assert 0.03 <= found / 1_000 <= 0.07


@pytest.mark.parametrize(("quoted", "narrated"), [([], []), ([-1.0], [0.0, 1.0, 2.0]), ([0.0, 1.0, 2.0], [])])
def test_a_side_with_fewer_than_two_sentences_is_not_tested(
    quoted: list[float], narrated: list[float]
) -> None:
    test = compare_scores(quoted, narrated)
    assert (test.p, test.n_arrangements) == (None, 0)
    assert test.verdict.startswith("Cannot tell")


def test_a_verdict_of_evidence_names_the_side_and_how_often_chance_does_it() -> None:
    low, high = [-2.0, -2.1, -1.9, -2.2, -1.8], [1.0, 1.1, 0.9, 1.2, 0.8]
    assert compare_scores(low, high).verdict == (
        "There is evidence that the narrator sounds better than those quoted: "
        "a difference this large arises in 1 of 100 arrangements by chance."
    )
    assert "sounds worse" in compare_scores(high, low).verdict


def test_a_grim_speaker_and_a_glad_narrator_are_told_apart() -> None:
    grim = [f"“They murdered {who},” she said." for who in ("him", "her", "them", "Ada", "Ben")]
    glad = [f"It was a triumph for the {who}." for who in ("town", "port", "school", "choir", "team")]
    test = compare_voice_tone(find_all(make_document(" ".join(grim + glad))))
    assert (test.n_quoted, test.n_narrated) == (5, 5)
    assert test.difference < 0
    assert test.p is not None
    assert test.p < 0.05


def test_the_article_has_the_counts_of_its_table_by_voice(article: Document) -> None:
    findings = find_all(article)
    test = compare_voice_tone(findings)
    narration = MEASURES["tone_by_voice"](findings).set_index("label").loc["narration"]
    assert test.n_narrated == narration.n_scored
    assert test.mean_narrated == pytest.approx(narration.score)


def test_each_speaker_has_a_row_with_the_tone_of_what_they_say() -> None:
    doc = make_document(
        "“They murdered him,” said Ada Brook. Peter Holt said: “It is a triumph for the whole town.”"
    )
    findings = find_all(doc)
    table = measure_tone_by_speaker(findings).set_index("name")
    assert list(table.index) == ["Peter Holt", "Ada Brook"]
    assert table.score["Ada Brook"] < 0 < table.score["Peter Holt"]
    assert list(table.n_words) == [8, 3]


def test_a_text_without_quotations_has_no_speakers() -> None:
    findings = find_all(make_document("It rained."))
    assert list(measure_tone_by_speaker(findings).columns) == [
        "entity",
        "name",
        "score",
        "n_scored",
        "n_sentences",
        "coverage",
        "n_words",
    ]
    assert measure_tone_by_speaker(findings).empty
    assert compare_voice_tone(findings).p is None
