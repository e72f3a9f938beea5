"""`discourse agree` as its users meet it: figures worked out by hand, places, sentences."""

from __future__ import annotations

import codecs
import csv
from pathlib import Path

import pytest

from analysis.cli import main
from analysis.commands.exits import BAD_INPUT, OK

TEXT = "One two three four five six seven eight nine ten"
ONE_TO_FOUR, THREE_TO_FIVE = "0,18", "8,23"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a text of ten words and two readers' marks on it."""
    (tmp_path / "count.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "ada.csv").write_text(f"start,end,label\n{ONE_TO_FOUR},x\n", encoding="utf-8")
    (tmp_path / "ben.csv").write_text(f"start,end,label\n{THREE_TO_FIVE},x\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def figures(printed: str, label: str = "all labels") -> list[str]:
    (line,) = [line for line in printed.splitlines() if line.strip().startswith(label)]
    return line.split()[len(label.split()) :]


def test_a_made_disagreement_gives_what_one_works_out_by_hand(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    # Ada marks words 1 to 4, Ben 3 to 5. No mark has the same borders: exact 0. Both overlap: 1.
    # Words: both x on 3 and 4, both unmarked on 6 to 10, so they agree on 7 of 10.
    # Kappa: by chance .4 * .3 + .6 * .7 = .54 of words agree; (.70 - .54) / (1 - .54) = .16 / .46 = .35.
    # Alpha: .3 of words differ; of 20 labels 7 are x, 13 not: by chance 2 * 7 * 13 / (20 * 19) = .479 would;
    # 1 - .3 / .479 = .37.
    assert main(["agree", "count.txt", "--marks", "ada.csv", "--marks", "ben.csv"]) == OK
    printed = capsys.readouterr().out
    assert figures(printed) == ["1", "1", "0.00", "1.00", "0.35", "0.37"]
    assert "another border: a “One two three four”, b “three four five” (x)" in printed
    assert "[One two three four five] six seven" in printed


def test_identical_marks_agree_in_everything(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "ben.csv").write_text((folder / "ada.csv").read_text(), encoding="utf-8")
    assert main(["agree", "count.txt", "--marks", "ada.csv", "--marks", "ben.csv"]) == OK
    printed = capsys.readouterr().out
    assert figures(printed) == ["1", "1", "1.00", "1.00", "1.00", "1.00"]
    assert "They differ in 0 places" in printed


def test_swapping_two_readers_changes_no_figure(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    printed = []
    for one, other in (("ada", "ben"), ("ben", "ada")):
        assert main(["agree", "count.txt", "--marks", f"{one}.csv", "--marks", f"{other}.csv"]) == OK
        printed.append(capsys.readouterr().out)
    assert figures(printed[0]) == figures(printed[1])


def test_three_readers_make_three_pairs(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "eva.csv").write_text("start,end,label\n", encoding="utf-8")
    files = [part for name in ("ada", "ben", "eva") for part in ("--marks", f"{name}.csv")]
    assert main(["agree", "count.txt", *files]) == OK
    printed = capsys.readouterr().out
    for pair in ("ada (a) and ben (b)", "ada (a) and eva (b)", "ben (a) and eva (b)"):
        assert pair in printed


def test_layers_are_compared_one_by_one(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("ada", "ben"):
        rows = f"start,end,label,layer\n{ONE_TO_FOUR},x,mood\n{THREE_TO_FIVE},y,voice {name}\n0,3,z,sound\n"
        (folder / f"{name}.csv").write_text(rows, encoding="utf-8")
    assert main(["agree", "count.txt", "--marks", "ada.csv", "--marks", "ben.csv"]) == OK
    printed = capsys.readouterr()
    assert "count, mood: 10 words" in printed.out
    assert "count, sound: 10 words" in printed.out
    assert "voice" not in printed.out
    assert "warning: not every reader has voice ada, voice ben; left out" in printed.err


def test_the_tool_can_be_one_of_the_readers(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "said.txt").write_text("“We will stay,” said Ada Brook.", encoding="utf-8")
    (folder / "eva.csv").write_text("start,end,label\n0,15,direct\n", encoding="utf-8")
    asked = ["agree", "said.txt", "--marks", "eva.csv", "--tool", "--layer", "quotations"]
    assert main(asked) == OK
    printed = capsys.readouterr()
    assert "eva (a) and tool (b)" in printed.out
    assert figures(printed.out) == ["1", "1", "1.00", "1.00", "1.00", "1.00"]
    assert printed.err == ""


def test_labels_that_the_tool_does_not_give_are_told(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "said.txt").write_text("“We will stay,” said Ada Brook.", encoding="utf-8")
    (folder / "eva.csv").write_text("start,end,label\n0,15,spoken\n", encoding="utf-8")
    assert main(["agree", "said.txt", "--marks", "eva.csv", "--tool", "--layer", "quotations"]) == OK
    assert "none of the readers' labels is one of the tool's, such as direct" in capsys.readouterr().err


def test_the_project_s_own_readers_go_by_their_names(capsys: pytest.CaptureFixture[str]) -> None:
    asked = ["agree", "harbor-strike-wire", "--marks", "a", "--marks", "b", "--layer", "calls"]
    assert main(asked) == OK
    assert "harbor-strike-wire, calls: 474 words" in capsys.readouterr().out


def test_readers_whose_files_have_one_name_are_told_apart(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "two").mkdir()
    (folder / "two" / "ada.csv").write_text(f"start,end,label\n{THREE_TO_FIVE},x\n", encoding="utf-8")
    assert main(["agree", "count.txt", "--marks", "ada.csv", "--marks", str(Path("two", "ada.csv"))]) == OK
    assert f"ada.csv (a) and {Path('two', 'ada.csv')} (b)" in capsys.readouterr().out


def test_the_tables_are_written_as_csv(folder: Path) -> None:
    asked = ["agree", "count.txt", "--marks", "ada.csv", "--marks", "ben.csv", "--csv", "tables"]
    assert main(asked) == OK
    with (folder / "tables" / "disagreements.csv").open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    assert (row["reader_a"], row["reader_b"], row["kind"]) == ("ada", "ben", "another border")
    assert TEXT[int(row["start"]) : int(row["end"])] == row["surface"]
    written = {path.name: path.read_bytes()[:3] for path in (folder / "tables").iterdir()}
    assert written == dict.fromkeys(("agreement.csv", "disagreements.csv"), codecs.BOM_UTF8), "Excel needs it"


def test_the_page_has_a_column_a_reader(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    asked = ["agree", "count.txt", "--marks", "ada.csv", "--marks", "ben.csv", "--html", "readers.html"]
    assert main(asked) == OK
    assert "Page: readers.html" in capsys.readouterr().out
    html = (folder / "readers.html").read_text(encoding="utf-8")
    for heading in ("Readers side by side: count", ">ada</h2>", ">ben</h2>"):
        assert heading in html


REFUSED = [
    (
        ["--marks", "ada.csv", "--marks", "ben.csv", "--html", "ben.csv"],
        "ben.csv is one of the files to read",
    ),
    (["--marks", "ada.csv"], "name two files of marks, or one and --tool"),
    (["--marks", "ada.csv", "--marks", "ada.csv"], "ada.csv is named twice"),
    (["--marks", "ada.csv", "--marks", "nowhere.csv"], "there is no file nowhere.csv"),
    (["--marks", "ada.csv", "--tool"], "say with --layer what the tool shall mark; it knows: quotations"),
    (["--marks", "ada.csv", "--tool", "--layer", "mood"], "say with --layer what the tool shall mark"),
    (["--marks", "ada.csv", "--marks", "b"], "reader b has not read count, and there is no file b"),
]


@pytest.mark.parametrize(("arguments", "sentence"), REFUSED)
def test_bad_input_ends_with_one_sentence(
    arguments: list[str], sentence: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["agree", "count.txt", *arguments]) == BAD_INPUT
    error = capsys.readouterr().err
    assert sentence in error
    assert error.count("\n") == 1


def test_the_help_shows_an_example(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["agree", "--help"])
    assert ended.value.code == OK
    assert "Example: discourse agree my-article.txt" in " ".join(capsys.readouterr().out.split())


def test_the_readme_shows_what_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    readme = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")
    section = readme.partition("\n## Do readers agree?\n")[2].partition("\n## ")[0]
    shown = section.partition("```text\n")[2].partition("```")[0].splitlines()
    assert main(["agree", "harbor-strike-wire", "--marks", "a", "--marks", "b", "--layer", "framing"]) == OK
    printed = capsys.readouterr().out.splitlines()
    assert len(shown) > 5
    assert [line for line in shown if line != "…" and line not in printed] == []
