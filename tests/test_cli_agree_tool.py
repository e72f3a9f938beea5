"""The tool's marks, exported and read again, agree with the tool."""

from __future__ import annotations

from pathlib import Path

import pytest

from analysis.cli import main
from analysis.commands.exits import OK

# Texts with scare quotes and titles in marks, nested in quotations and alone.
TEXTS = ("bike-lane-blog", "soap-star-hedge-tabloid", "mek-1988-call-for-justice", "border-milk-translated")


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("ending", ["ann", "jsonld"])
def test_the_tool_s_own_marks_agree_with_the_tool_in_everything(
    name: str, ending: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", name, "--to", "brat", "--to", "w3c", "--out", str(tmp_path)]) == OK
    capsys.readouterr()
    assert main(["agree", name, "--marks", str(tmp_path / f"{name}.{ending}"), "--tool"]) == OK
    printed = capsys.readouterr()
    whole = [line.split()[2:] for line in printed.out.splitlines() if line.strip().startswith("all labels")]
    assert len(whole) == 3, "framing, news_framing, quotations"
    assert all(n_a == n_b and set(figures) == {"1.00"} for n_a, n_b, *figures in whole)
    assert printed.out.count("They differ in 0 places") == 3
    (warning,) = printed.err.splitlines()
    assert warning.startswith("warning: left out, for the tool does not mark it: ")
    assert warning.endswith("loaded, names, quotes_nobody, stance, tone, tone_terms, voices")
