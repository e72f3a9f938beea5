"""The tone against readers: figures that can be checked by hand."""

from __future__ import annotations

import json
import math
from pathlib import Path

import pytest

from analysis.findings.evaluation.tone import correlate, score_texts, summarize_tone
from analysis.text.reading import ReadingError

RATED = [
    ("a", "The murder shocked the town.", -2.0),
    ("a", "It was a wonderful evening.", 2.0),
    ("a", "The council met on Monday.", 0.0),
    ("a", "Nobody was killed.", 0.6),
    ("b", "They were delighted by the victory.", 1.8),
    ("b", "The massacre left hundreds dead.", -3.0),
]


@pytest.fixture
def gold_file(tmp_path: Path) -> Path:
    path = tmp_path / "gold.jsonl"
    rows = [{"id": str(i), "doc": d, "text": t, "rating": r} for i, (d, t, r) in enumerate(RATED)]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def test_a_text_without_evidence_counts_as_nothing(gold_file: Path) -> None:
    texts = score_texts(gold_file)
    assert [text.doc for text in texts] == ["a"] * 4 + ["b"] * 2
    assert texts[2].tone == 0
    assert texts[2].sign == 0
    assert texts[0].tone < 0 < texts[1].tone
    assert [text.negated for text in texts] == [False, False, False, True, False, False]


def test_the_summary_has_a_line_a_figure_and_says_what_it_cannot_tell(gold_file: Path) -> None:
    lines = summarize_tone(score_texts(gold_file))
    assert lines[1].startswith("r, sentences")
    assert any(line.startswith("wrong sign") for line in lines)
    assert lines[-1].endswith("data/models/tone.md.")


def test_correlation_is_nan_where_nothing_varies() -> None:
    assert math.isnan(correlate([]))
    assert math.isnan(correlate([(1.0, 2.0)]))
    assert correlate([(1, 3), (2, 2), (3, 1)]) == pytest.approx(-1)


@pytest.mark.parametrize("line", ["{}", "[1]", "no json", '{"doc": "a", "text": "b", "rating": "high"}'])
def test_a_line_that_is_no_rated_text_is_named(tmp_path: Path, line: str) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(line + "\n", encoding="utf-8")
    with pytest.raises(ReadingError, match="line 1"):
        score_texts(path)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ReadingError, match="no file"):
        score_texts(tmp_path / "none.jsonl")


def test_another_readers_scores_are_compared_by_id(gold_file: Path, tmp_path: Path) -> None:
    scores = tmp_path / "scores.jsonl"
    rows = [{"id": str(i), "score": None if i == 2 else rating} for i, (_, _, rating) in enumerate(RATED)]
    scores.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    texts = score_texts(gold_file, reader=scores)
    assert [text.tone for text in texts] == [-2.0, 2.0, 0.0, 0.6, 1.8, -3.0]
    assert [text.sign for text in texts] == [-1, 1, 0, 1, 1, -1]
    lines = summarize_tone(texts, reader=scores)
    figures = {line[:26].strip(): line[34:39] for line in lines[1:]}
    assert figures["r, sentences"] == "1.000"
    assert figures["slope of ratings"] == "1.000"
    assert figures["wrong sign"] == "0.000"
    assert figures["without a sign"] == "0.167"  # one of six


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('{"id": "0", "score": 1}', r"scores\.jsonl has no score of '1'"),
        ('{"id": "0"}', "line 1: a score needs id and score"),
        ('{"id": "0", "score": "high"}', "line 1: a score needs id and score"),
        ("[1]", "line 1 is no JSON object"),
        ("one", "line 1 is not JSON"),
    ],
)
def test_a_reader_that_leaves_a_text_out_is_refused(
    gold_file: Path, tmp_path: Path, line: str, message: str
) -> None:
    scores = tmp_path / "scores.jsonl"
    scores.write_text(line + "\n", encoding="utf-8")
    with pytest.raises(ReadingError, match=message):
        score_texts(gold_file, reader=scores)
