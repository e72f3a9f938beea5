"""Each difference between the quotation measure and a reader, told apart by kind."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from analysis.cli import main
from analysis.findings.evaluation.quotation_errors import QuotationError, find_errors, format_errors
from analysis.text.document import make_document
from analysis.text.spans import Span

TEXT = "Ann Lee said that it rained in Hull. Nobody came."
RAINED = (18, 35)  # it rained in Hull


def errors_of(
    gold: list[tuple[int, int, str | None]], found: list[tuple[int, int, str | None, str]]
) -> list[QuotationError]:
    return find_errors(make_document(TEXT), gold, found)


@pytest.mark.parametrize(
    ("gold", "found", "kinds"),
    [
        ([(*RAINED, "Lee")], [(*RAINED, "Lee", "verb-that")], []),
        ([(*RAINED, "Lee")], [], [("missed", "")]),
        ([], [(*RAINED, "Lee", "verb-that")], [("found only", "verb-that")]),
        ([(*RAINED, "Lee")], [(18, 20, "Lee", "verb-that")], [("other extent", "verb-that")]),
        ([(*RAINED, "Lee")], [(*RAINED, None, "verb-that")], [("other speaker", "verb-that")]),
        ([(*RAINED, "Lee")], [(*RAINED, "Roe", "verb-that")], [("other speaker", "verb-that")]),
        ([(*RAINED, None)], [(*RAINED, "Roe", "verb-that")], []),
        ([(*RAINED, "Mrs. Lee")], [(*RAINED, "Lee", "verb-that")], []),
        ([(*RAINED, "Lee"), (37, 48, None)], [(*RAINED, "Lee", "verb-that")], [("missed", "")]),
    ],
)
def test_each_difference_has_its_kind_and_rule(
    gold: list[tuple[int, int, str | None]],
    found: list[tuple[int, int, str | None, str]],
    kinds: list[tuple[str, str]],
) -> None:
    assert [(one.kind, one.rule) for one in errors_of(gold, found)] == kinds


def test_what_nobody_judged_is_no_error() -> None:
    found = [(*RAINED, "Lee", "verb-that")]
    assert find_errors(make_document(TEXT), [], found, left_out=[Span(0, 36)]) == []


def test_the_errors_are_counted_and_then_listed() -> None:
    lines = format_errors(errors_of([(*RAINED, "Lee"), (37, 48, None)], [(*RAINED, "Roe", "verb-that")]))
    assert lines[2:6] == [
        "  missed                1   direct 0, mixed 0, indirect 1",
        "  found only            0   direct 0, mixed 0, indirect 0",
        "  other extent          0   direct 0, mixed 0, indirect 0",
        "  other speaker         1   direct 0, mixed 0, indirect 1",
    ]
    assert lines[-2:] == [
        " 18–35 other speaker (verb-that): it rained in Hull  [Lee / Roe]",
        " 37–48 missed (indirect): Nobody came",
    ]


def test_the_command_lists_the_errors_behind_its_figures(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    gold = tmp_path / "gold.jsonl"
    row = {"id": "a", "text": TEXT, "quotes": [{"start": 37, "end": 48, "speaker": None}]}
    gold.write_text(json.dumps(row) + "\n", encoding="utf-8")
    assert main(["evaluate", "quotations", str(gold), "--list"]) == 0
    printed = capsys.readouterr().out.splitlines()
    assert "a 18–35 found only (verb-that): it rained in Hull" in printed
    assert "a 37–48 missed (indirect): Nobody came" in printed
