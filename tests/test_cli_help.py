"""What the help of a command says, held to what the command does."""

from __future__ import annotations

import re

import pytest

from analysis.cli import EXAMPLES, NAMES, main
from analysis.findings.agreement import LAYERS as COMPARED
from analysis.findings.annotation import LAYERS
from analysis.views.figures import FIGURES

OUT = {"report": "report", "figures": "figures", "export": "export", "lesson new": "lesson"}


def help_of(command: str, capsys: pytest.CaptureFixture[str]) -> str:
    with pytest.raises(SystemExit):
        main([*command.split(), "--help"])
    return " ".join(capsys.readouterr().out.split())


def test_the_help_lists_the_names_that_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    there_are = {
        "annotate": (LAYERS, "layers"),
        "figures": (FIGURES, "figures"),
        "agree": (COMPARED, "compared"),
    }
    for command, (names, kind) in there_are.items():
        assert NAMES[kind].split(", ") == list(names)
        assert re.sub(r"(?<=-) ", "", help_of(command, capsys)).count(NAMES[kind]) == 1


@pytest.mark.parametrize("command", OUT)
def test_the_help_says_where_files_go_without_out(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert re.search(rf"--out DIR folder of [a-z ]+ \({OUT[command]}\)", help_of(command, capsys))


@pytest.mark.parametrize("command", EXAMPLES)
def test_every_example_of_the_help_is_one_of_its_command(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert f"Example: {EXAMPLES[command]}" in help_of(command, capsys)
    assert EXAMPLES[command].split()[:2] == ["discourse", command]
