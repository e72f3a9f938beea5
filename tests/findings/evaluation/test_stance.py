"""Stance against readers: figures that can be checked by hand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from analysis.findings.evaluation.stance import list_disagreements, score_stance, summarize_stance
from analysis.text.reading import ReadingError

TEXT = "The town must dig a well. Perhaps forty pumps were sold. It rained for a day."


def mark(string: str, **fields: Any) -> dict[str, Any]:
    start = TEXT.index(string)
    return {"start": start, "end": start + len(string), "string": string, **fields}


FULL = {
    "text": TEXT,
    "calls": [mark("The town must dig a well", addressee="The town", act="dig a well")],
    "certainty": [mark("Perhaps", kind="hedge")],
    "passives": [mark("were sold")],
    "numbers": [mark("forty", sourced=False, source=None)],
}


def write(path: Path, *rows: dict[str, Any]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def test_where_readers_and_rules_agree_every_figure_is_one(tmp_path: Path) -> None:
    scores = score_stance(write(tmp_path / "gold.jsonl", FULL))
    assert [len(score.pairs) for score in scores] == [1, 1, 0, 1, 1]
    lines = "\n".join(summarize_stance(scores))
    assert "calls                            1      1      1.000   1.000" in lines
    assert "addressee the same        1 of 1 pairs (1.000)" in lines
    assert "sourced or not, the same  1 of 1 pairs (1.000)" in lines
    assert list(list_disagreements(scores)) == []


def test_a_missed_an_extra_and_a_different_addressee_are_listed(tmp_path: Path) -> None:
    row = {
        "text": TEXT,
        "calls": [mark("must dig", addressee="a well", act="dig")],
        "passives": [mark("rained")],
    }
    scores = score_stance(write(tmp_path / "gold.jsonl", row))
    assert list(list_disagreements(scores)) == [
        "1 9 call addressee: 'a well', found 'The town': must dig",
        "1 46 agentless_passive extra: were sold",
        "1 60 agentless_passive missed: rained",
    ]
    assert "0.000   0.000" in summarize_stance(scores)[2]  # overlaps, but is not the same stretch


def test_a_layer_that_is_absent_is_named_and_not_counted(tmp_path: Path) -> None:
    lines = summarize_stance(score_stance(write(tmp_path / "gold.jsonl", {"text": TEXT, "passives": []})))
    assert sum("not annotated in this file" in line for line in lines) == 4
    assert any(line.startswith("agentless passives               0      1") for line in lines)


def test_each_mark_is_in_one_pair_at_most(tmp_path: Path) -> None:
    row = {"text": TEXT, "passives": [mark("were"), mark("sold")]}
    (score,) = score_stance(write(tmp_path / "gold.jsonl", row))
    assert len(score.gold) == 2
    assert len(score.pairs) == 1


def test_of_two_overlaps_the_larger_makes_the_pair(tmp_path: Path) -> None:
    row = {"text": TEXT, "passives": [mark("pumps were"), mark("were sold")]}
    (score,) = score_stance(write(tmp_path / "gold.jsonl", row))
    assert [TEXT[gold.start : gold.end] for gold, _ in score.pairs] == ["were sold"]


def test_two_readers_can_be_compared(tmp_path: Path) -> None:
    one = write(tmp_path / "a.jsonl", {"id": "x", **FULL})
    other = write(tmp_path / "b.jsonl", {"id": "x", **FULL, "passives": []})
    scores = {score.kind: score for score in score_stance(one, reader=other)}
    assert len(scores["call"].pairs) == 1
    assert scores["agentless_passive"].found == ()


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("no json", "gold.jsonl, line 1 is not JSON"),
        ("[]", "gold.jsonl, line 1 is no JSON object"),
        ("{}", "gold.jsonl, line 1: an annotated text needs an id or a text"),
        ('{"text": "It rained.", "calls": [{}]}', "gold.jsonl, line 1: a mark of calls needs start and end"),
    ],
)
def test_a_line_that_is_no_annotation_is_named(tmp_path: Path, line: str, message: str) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(line + "\n", encoding="utf-8")
    with pytest.raises(ReadingError, match=message):
        score_stance(path)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ReadingError, match="there is no file"):
        score_stance(tmp_path / "none.jsonl")
