"""`discourse compare` as its users meet it: output, files, exit codes, sentences."""

from __future__ import annotations

import codecs
import csv
from pathlib import Path

import pytest

from analysis.cli import main
from analysis.commands.exits import BAD_INPUT, OK
from analysis.findings.comparison import COMPARISONS

FIRST = (
    "Ferry stops\n\nAda Brook said the ferry must sail. “We will not wait for a new bridge,” said Jon Reyes."
)
SECOND = (
    "No ferry for you\n\nMayor Brook spoke. “We will never wait for a new bridge,” Reyes said. Nine men left."
)


@pytest.fixture
def two(tmp_path: Path) -> list[str]:
    paths = [tmp_path / "first.txt", tmp_path / "second.txt"]
    for path, text in zip(paths, (FIRST, SECOND), strict=True):
        path.write_text(text, encoding="utf-8")
    return [str(path) for path in paths]


def test_two_texts_are_laid_side_by_side(two: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", *two]) == OK
    printed = capsys.readouterr()
    assert "first | second: 1 shared" in printed.out
    assert "we will [−not−] {+never+} wait for a new bridge" in printed.out
    assert printed.err == ""


def test_three_texts_make_three_pairs(
    two: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    third = tmp_path / "third.txt"
    third.write_text("The ferry is late again.", encoding="utf-8")
    assert main(["compare", *two, str(third)]) == OK
    printed = capsys.readouterr().out
    for pair in ("first | second", "first | third", "second | third"):
        assert f"{pair}: " in printed


def test_every_table_is_written_as_csv(
    two: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "new" / "tables"
    assert main(["compare", *two, "--csv", str(folder)]) == OK
    assert str(folder) in capsys.readouterr().out
    assert {path.stem for path in folder.glob("*.csv")} == set(COMPARISONS)
    assert {path.read_bytes()[:3] for path in folder.glob("*.csv")} == {codecs.BOM_UTF8}, "Excel needs it"
    with (folder / "quotations.csv").open(encoding="utf-8-sig", newline="") as file:
        (row,) = [row for row in csv.DictReader(file) if row["found_in"] == "both"]
    assert FIRST[int(row["start_a"]) : int(row["end_a"])] == row["surface_a"]
    assert SECOND[int(row["start_b"]) : int(row["end_b"])] == row["surface_b"]


def test_the_page_holds_both_texts(
    two: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "pages" / "both.html"
    assert main(["compare", *two, "--html", str(page)]) == OK
    assert f"Page: {page}" in capsys.readouterr().out
    html = page.read_text(encoding="utf-8")
    assert "A: first" in html
    assert "B: second" in html
    assert 'href="#Q1-2"' in html


def test_one_text_is_compared_with_itself_in_other_words(
    two: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page, folder = tmp_path / "swap.html", tmp_path / "swap"
    asked = ["--reword", "mayor=Captain", "--reword", "new=", "--html", str(page), "--csv", str(folder)]
    assert main(["compare", two[1], *asked]) == OK
    printed = capsys.readouterr().out
    assert "    Mayor → Captain: 1 time" in printed
    assert "    new → (left out): 1 time" in printed
    assert "words: all" in printed
    assert "left out here" in page.read_text(encoding="utf-8")
    assert {path.name for path in folder.iterdir()} == {"wording.csv", "sentence_tone.csv"}


def test_a_swap_that_no_measure_hears_moves_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "short.txt"
    path.write_text("The boat left at noon.", encoding="utf-8")
    assert main(["compare", str(path), "--reword", "boat=ship"]) == OK
    assert "nothing: every figure is as it was" in capsys.readouterr().out


def test_a_name_of_a_text_of_the_project_will_do_for_a_file(
    two: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["compare", "harbor-strike-wire", two[0]]) == OK
    assert "harbor-strike-wire | first" in capsys.readouterr().out


def test_files_of_one_name_in_two_folders_are_told_apart(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = []
    for folder, text in (("monday", FIRST), ("tuesday", SECOND)):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "story.txt").write_text(text, encoding="utf-8")
        files.append(str(tmp_path / folder / "story.txt"))
    assert main(["compare", *files]) == OK
    assert "story (1) | story (2): 1 shared" in capsys.readouterr().out


def test_warnings_of_a_text_stand_on_standard_error(
    two: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    marked = tmp_path / "marked.txt"
    marked.write_bytes(b"\xef\xbb\xbfThe ferry is late.")
    assert main(["compare", two[0], str(marked)]) == OK
    assert "warning: marked: a byte order mark" in capsys.readouterr().err


REFUSED = [
    (["first.txt"], "name two texts or more"),
    (["first.txt", "first.txt"], "first.txt is named twice"),
    (["first.txt", "nowhere.txt"], "there is no file"),
    (["first.txt", "."], "is a folder"),
    (["first.txt", "second.txt", "--csv", "first.txt"], "first.txt cannot be used"),
    (["first.txt", "second.txt", "--html", "first.txt"], "first.txt is one of the files to read"),
    (["first.txt", "second.txt", "--html", "."], ". cannot be used"),
    (["first.txt", "second.txt", "--reword", "ferry=boat"], "--reword goes with one text"),
    (["first.txt", "--reword", "ferry"], "write --reword ferry=OTHER"),
    (["first.txt", "--reword", "canoe=boat"], "'canoe' does not stand in the text"),
]


@pytest.mark.parametrize(("arguments", "sentence"), REFUSED)
def test_bad_input_ends_with_one_sentence(
    arguments: list[str],
    sentence: str,
    two: list[str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(Path(two[0]).parent)
    assert main(["compare", *arguments]) == BAD_INPUT
    error = capsys.readouterr().err
    assert sentence in error
    assert error.count("\n") == 1


def test_the_help_shows_an_example(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["compare", "--help"])
    assert ended.value.code == OK
    assert "discourse compare mine.txt theirs.txt" in " ".join(capsys.readouterr().out.split())


def test_the_readme_shows_what_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    readme = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")
    section = readme.partition("\n## Texts on one event\n")[2].partition("\n## ")[0]
    shown = section.partition("```text\n")[2].partition("```")[0].splitlines()
    assert main(["compare", "harbor-strike-wire", "harbour-strike-business-paper"]) == OK
    printed = capsys.readouterr().out.splitlines()
    assert len(shown) > 5
    assert [line for line in shown if line != "…" and line not in printed] == []
