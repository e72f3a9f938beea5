"""Framing terms against a reader's marks: counted by hand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from analysis.cli import BAD_INPUT, OK, main
from analysis.findings.evaluation.framing import list_framing_disagreements, score_framing, summarize_framing
from analysis.text.reading import ReadingError

TEXT = "The regime must go. The crowd wept."


def mark(string: str, frame: str) -> dict[str, object]:
    start = TEXT.index(string)
    return {"start": start, "end": start + len(string), "frame": frame, "string": string}


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    path = tmp_path / "gold.jsonl"
    marks = [mark("must go", "call_obligation"), mark("regime", "people_world")]
    path.write_text(json.dumps({"id": "x", "text": TEXT, "frames": marks}) + "\n", encoding="utf-8")
    return path


def test_a_term_meets_a_mark_that_it_overlaps_in_the_same_frame(gold: Path) -> None:
    (score,) = score_framing(gold)
    assert score.right("call_obligation") == (1, 1, 1, 1)
    assert score.right("people_world") == (0, 0, 0, 1)
    assert score.right("adversary_delegitimation") == (0, 1, 0, 0)
    lines = list(list_framing_disagreements([score]))
    assert any(line.split() == ["found", "only", "adversary_delegitimation", "regime"] for line in lines)
    assert any(line.split() == ["marked", "only", "people_world", "regime"] for line in lines)


def test_a_reader_against_himself_agrees_in_everything(gold: Path) -> None:
    (score,) = score_framing(gold, reader=gold)
    assert score.right() == (2, 2, 2, 2)
    assert any("1.000 [1.000, 1.000], 1.000 [1.000, 1.000]" in line for line in summarize_framing([score]))


def test_a_reader_who_left_a_text_out_is_named(gold: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.jsonl"
    other.write_text("", encoding="utf-8")
    with pytest.raises(ReadingError, match=r"other\.jsonl has no article 'x'"):
        score_framing(gold, reader=other)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("[1]", "gold.jsonl, line 1 is no JSON object"),
        ("one", "gold.jsonl, line 1 is not JSON"),
        ('{"id": "x", "frames": [{"start": 1}]}', "gold.jsonl, line 1: no annotated text"),
    ],
)
def test_a_line_that_is_no_annotated_text_is_named(gold: Path, line: str, message: str) -> None:
    gold.write_text(line, encoding="utf-8")
    with pytest.raises(ReadingError) as error:
        score_framing(gold)
    assert str(error.value) == message


def test_the_command_prints_figures_and_disagreements(
    gold: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["evaluate", "framing", str(gold), "--list"]) == OK
    printed = capsys.readouterr().out
    assert "frames of texts that argue: 1 texts" in printed
    assert "marked only" in printed
    assert main(["evaluate", "stance", str(gold)]) == OK
    assert "calls                       not annotated in this file" in capsys.readouterr().out
    assert main(["evaluate", "loaded", str(gold), "--list"]) == BAD_INPUT
    assert capsys.readouterr().err == "discourse: --list goes with quotations, framing and stance\n"
    assert main(["evaluate", "loaded", str(gold), "--reader", str(gold)]) == BAD_INPUT
    assert "--reader does not go with loaded" in capsys.readouterr().err
