"""``discourse export`` and the formats of ``discourse report``, as people call them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from analysis.cli import main
from analysis.commands.exits import BAD_INPUT, OK

TEXT = "“It was a shameful failure,” Ada Brook said.\n\nThe council must act."


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_export_writes_each_format_asked_for(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = story.parent / "out"
    command = ["export", str(story), "--to", "xlsx", "--to", "w3c", "--to", "brat", "--out", str(out)]
    assert main(command) == OK
    assert {path.name for path in out.iterdir()} == {"story.xlsx", "story.jsonld", "story.txt", "story.ann"}
    assert "story.xlsx" in capsys.readouterr().out


def test_two_texts_of_one_name_keep_apart(story: Path) -> None:
    other = story.parent / "other" / "story.txt"
    other.parent.mkdir()
    other.write_text("Another text.", encoding="utf-8")
    assert main(["export", str(story), str(other), "--to", "json", "--out", str(story.parent / "out")]) == OK
    names = sorted(path.name for path in (story.parent / "out").iterdir())
    assert names == ["story (1).json", "story (2).json"]


def test_export_never_writes_over_the_text_it_reads(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = story.read_bytes()
    assert main(["export", str(story), "--to", "brat", "--out", str(story.parent)]) == BAD_INPUT
    assert "is one of the files to read" in capsys.readouterr().err
    assert story.read_bytes() == before


@pytest.mark.parametrize("kind", ["json", "csv", "xlsx"])
def test_report_writes_tables_alone_where_they_are_asked_for(kind: str, story: Path) -> None:
    out = story.parent / "out"
    assert main(["report", str(story), "--format", kind, "--out", str(out)]) == OK
    assert not (out / "story.html").exists()
    assert {path.suffix for path in out.rglob("*") if path.is_file()} == {f".{kind}"}


def test_report_in_all_formats_says_the_same_everywhere(story: Path) -> None:
    out = story.parent / "out"
    assert main(["report", str(story), "--format", "all", "--out", str(out)]) == OK
    assert {path.name for path in out.iterdir()} == {
        "story.html", "story-figures", "story.json", "story-tables", "story.xlsx"
    }  # fmt: skip
    (call,) = json.loads((out / "story.json").read_text(encoding="utf-8"))["calls"]
    assert call["addressee"] == "The council"
    assert "The council" in (out / "story-tables" / "calls.csv").read_text(encoding="utf-8-sig")
    assert "who: The council" in (out / "story.html").read_text(encoding="utf-8")


def test_an_unknown_format_is_refused_in_one_sentence(
    story: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as exit_:
        main(["export", str(story), "--to", "xls"])
    assert exit_.value.code == BAD_INPUT
    assert "invalid choice: 'xls'" in capsys.readouterr().err
