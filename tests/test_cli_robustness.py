"""`discourse robustness` as its users meet it: output, files, exit codes, sentences."""

from __future__ import annotations

import codecs
import csv
from pathlib import Path

import pytest

from analysis.cli import main
from analysis.commands.exits import BAD_INPUT, INTERRUPTED, OK
from analysis.findings.robustness import card

STORY = "“They murdered him,” said Ada Brook. It was a triumph for the town. “The ferry must sail,” she said."


@pytest.fixture
def story(tmp_path: Path) -> str:
    path = tmp_path / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    return str(path)


def test_all_figures_or_one_are_printed_with_nothing_on_standard_error(
    story: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["robustness", story]) == OK
    printed = capsys.readouterr()
    assert printed.out.startswith("story\n\nDoes quotation sound better or worse than narration?")
    assert printed.out.count("    declared ") == 17
    assert printed.err == ""
    assert main(["robustness", story, "--only", "top_frame"]) == OK
    assert capsys.readouterr().out.count("    declared ") == 1


def test_a_name_of_the_projects_texts_will_do(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["robustness", "harbor-strike-wire", "--only", "quotation_share"]) == OK
    assert capsys.readouterr().out.startswith("harbor-strike-wire\n")


def test_the_same_seed_prints_the_same(story: str, capsys: pytest.CaptureFixture[str]) -> None:
    printed = []
    for seed in ("3", "3"):
        assert main(["robustness", story, "--seed", seed]) == OK
        printed.append(capsys.readouterr().out)
    assert printed[0] == printed[1]


def test_cards_and_every_choice_are_written_as_csv(
    story: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "tables"
    assert main(["robustness", story, "--only", "voice_tone", "--csv", str(folder)]) == OK
    assert sorted(path.name for path in folder.iterdir()) == ["cards.csv", "choices-voice_tone.csv"]
    assert {path.read_bytes()[:3] for path in folder.iterdir()} == {codecs.BOM_UTF8}, "Excel needs it"
    with (folder / "choices-voice_tone.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [int(row["number"]) for row in rows] == list(range(1, 49))
    assert [row["primary"] for row in rows].count("yes") == 1
    assert {row["primary"] for row in rows} == {"yes", "no"}, "as in every other table"
    assert "Tables: " in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--only", "mood"], "there is no figure 'mood'; there are: voice_tone"),
        (["--seed", "-1"], "the seed is -1; write 0 or more"),
    ],
)
def test_what_cannot_be_done_is_refused_in_one_sentence(
    arguments: list[str], words: str, story: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["robustness", story, *arguments]) == BAD_INPUT
    printed = capsys.readouterr()
    assert words in printed.err
    assert (printed.out, printed.err.count("\n")) == ("", 1)


def test_it_can_be_interrupted(
    story: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(card, "find_interval", interrupt)
    assert main(["robustness", story]) == INTERRUPTED
    printed = capsys.readouterr()
    assert (printed.out, printed.err.count("\n")) == ("", 1)
    assert "stopped" in printed.err


def test_a_report_prints_a_line_a_card(
    story: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["report", story, "--out", str(tmp_path / "out")]) == OK
    printed = capsys.readouterr().out
    assert "HOW FAR CAN THIS BE TRUSTED?" in printed
    assert "\n  voice tone " in printed


def test_the_readme_shows_what_the_command_prints(capsys: pytest.CaptureFixture[str]) -> None:
    readme = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")
    shown = readme.partition("From `discourse robustness --only voice_tone`")[2].split("```")[1]
    assert main(["robustness", "--only", "voice_tone"]) == OK
    printed = capsys.readouterr().out.splitlines()
    lines = [line for line in shown.splitlines()[1:] if line and line != "…"]
    assert len(lines) == 8
    assert [line for line in lines if line not in printed] == []
