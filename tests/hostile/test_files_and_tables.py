"""Files that are none, names that are strange, and JSON and CSV made to break their readers."""

from __future__ import annotations

import csv
import io
import json
import os
import sys
import threading
from pathlib import Path

import pandas as pd
import pytest

from analysis.cli import main
from analysis.commands.annotate import _bounded
from analysis.commands.compare import write_tables
from analysis.commands.exits import BAD_INPUT, OK
from analysis.findings.agreement import read_marks
from analysis.text.document import make_document
from analysis.text.lexicon import load_lexicon
from analysis.text.library import DataError
from analysis.text.reading import MAX_BYTES, ReadingError, read_document


def refused(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    """The one line with which a command refuses."""
    assert main(arguments) == BAD_INPUT
    error = capsys.readouterr().err
    assert error.count("\n") == 1
    return error


# Files


def test_a_pipe_a_device_and_a_folder_are_refused_at_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for path, says in (
        (pipe, "not a regular file"), (Path("/dev/zero"), "not a regular file"), (tmp_path, "is a folder")
    ):  # fmt: skip
        assert says in refused(["annotate", str(path)], capsys)


def test_marks_from_a_pipe_are_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "marks.csv")
    with pytest.raises(ReadingError, match="not a regular file"):
        read_marks(tmp_path / "marks.csv", make_document("Ferries sank."))


def test_a_link_is_followed_and_a_circle_of_links_refused(
    story: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "link").symlink_to(story)
    assert read_document(tmp_path / "link").text == read_document(story).text
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    (tmp_path / "broken").symlink_to(tmp_path / "nowhere")
    for name in ("a", "broken"):
        refused(["annotate", str(tmp_path / name)], capsys)


def test_a_file_without_an_end_is_read_no_further_than_an_article(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "grows.txt"
    path.write_text("She left early.", encoding="utf-8")
    size = path.stat()
    path.write_text("She left. " * 100, encoding="utf-8")
    monkeypatch.setattr("analysis.text.reading.files.MAX_BYTES", 100)
    monkeypatch.setattr(Path, "stat", lambda *_, **__: size)
    with pytest.raises(ReadingError, match="has 101 bytes; an article has at most 100"):
        read_document(path)


def test_a_file_that_vanishes_is_one_sentence(story: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usual = Path.open

    def vanish(self: Path, *arguments: object, **options: object) -> object:
        self.unlink()
        return usual(self, *arguments, **options)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", vanish)
    with pytest.raises(ReadingError, match="cannot be read: No such file"):
        read_document(story)


@pytest.mark.parametrize(
    "name",
    ["a\nb.txt", os.fsdecode(b"a\xff.txt"), "-rf.txt", "\u202ecod.txt", "a" * 250 + ".txt", "=1.txt", ".txt"],
    ids=["line break", "bytes", "leading dash", "bidi", "long", "formula", "only an ending"],
)  # fmt: skip
def test_a_strange_name_does_no_harm(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path(name).write_text("“We stay,” Ada Brook said.", encoding="utf-8")
    assert main(["annotate", f"./{name}"]) == OK
    assert json.loads(capsys.readouterr().out)["n_words"] == 5
    for format_ in ("json", "csv"):
        assert main(["export", f"./{name}", "--to", format_, "--out", "out"]) == OK
    assert all(path.is_relative_to(tmp_path / "out") for path in (tmp_path / "out").rglob("*"))
    capsys.readouterr()
    refused(["annotate", f"./no-{name}"], capsys)


@pytest.mark.parametrize("name", ["a\0b", "a" * 5_000, "\n\n", "/" * 300])
def test_a_name_that_no_file_can_have_is_one_sentence(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    refused(["annotate", name], capsys)
    refused(["annotate", "--jsonl", name], capsys)


def test_a_name_that_looks_like_an_option_is_one_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(["annotate", "--\nrf"])
    assert stop.value.code == BAD_INPUT
    assert capsys.readouterr().err.count("\n") == 1


def test_a_thousand_files_on_the_command_line_come_in_order(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paths = [tmp_path / f"{number}.txt" for number in range(1_000)]
    for path in paths:
        path.write_text("She left.", encoding="utf-8")
    assert main(["annotate", "--layers", "words", *map(str, paths)]) == OK
    rows = [json.loads(line)["id"] for line in capsys.readouterr().out.splitlines()]
    assert rows == [path.stem for path in paths]


# Lines of JSON


def rows_of(
    lines: list[str | bytes], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> list[dict[str, object]]:
    data = b"\n".join(line if isinstance(line, bytes) else line.encode() for line in lines)
    (tmp_path / "in.jsonl").write_bytes(data)
    assert main(["annotate", "--layers", "words", "--jsonl", str(tmp_path / "in.jsonl")]) == OK

    def refuse(constant: str) -> None:
        raise AssertionError(f"{constant} is no JSON")

    printed = capsys.readouterr().out.splitlines()
    return [json.loads(line, parse_constant=refuse) for line in printed]


@pytest.mark.parametrize(
    ("line", "error"),
    [
        ('{"id": "a", "text": "She \\ud800 left."}', None),
        ('{"id": "\\udfff", "text": "She left."}', None),
        ('{"id": "a", "text": ""}', None),
        ('{"id": "a", "text": "She \\u0000 left."}', None),
        ('{"id": "a", "text": "no", "text": "She left."}', None),
        ('{"id": 12345678901234567890, "text": "She left."}', None),
        ('{"id": "a", "text": "She left.", "x": NaN, "y": 1e999}', None),
        (b'\xef\xbb\xbf{"id": "a", "text": "She left."}', None),
        ('{"id": "a", "text": "She left."}\r', None),
        ('{"id": ' + "9" * 10_000 + ', "text": "a"}', "line 1 is not JSON in UTF-8"),
        ('{"id": "a", "text": ' + "[" * 100_000, "line 1 is not JSON in UTF-8"),
        ("[" * 100_000 + "]" * 100_000, "line 1 is not JSON in UTF-8"),
        (b'{"id": "a", "text": "\xff"}', "line 1 is not JSON in UTF-8"),
        ('{"id": "a", "text": "She\x01"}', "line 1 is not JSON in UTF-8"),
        ('{"id": "a", "text": "She left."', "line 1 is not JSON in UTF-8"),
        ('{"id": NaN, "text": "a"}', 'line 1: "id" must be a string or a whole number'),
        ('{"id": true, "text": "a"}', 'line 1: "id" must be a string or a whole number'),
        ('{"id": ["a"], "text": "a"}', 'line 1: "id" must be a string or a whole number'),
        ('{"id": "a", "text": null}', 'line 1 has no "text" that is a string'),
        ('{"id": "a", "text": 5}', 'line 1 has no "text" that is a string'),
        ("null", 'line 1 has no "text" that is a string'),
    ],
)  # fmt: skip
def test_a_line_is_annotated_or_gets_its_error(
    line: str | bytes, error: str | None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    row, after = rows_of([line, '{"id": "z", "text": "He stayed."}'], tmp_path, capsys)
    assert row.get("error") == error
    assert (after["id"], after["n_words"]) == ("z", 2)


def test_two_lines_of_one_id_both_come(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = rows_of(
        ['{"id": "a", "text": "She left."}', '{"id": "a", "text": "He stayed."}'], tmp_path, capsys
    )
    assert [row["id"] for row in rows] == ["a", "a"]


def test_a_line_that_is_too_long_fills_no_memory(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("analysis.commands.annotate.MAX_LINE_BYTES", 50)
    counted: list[int] = []
    lines = io.BytesIO(b"a" * 500 + b"\nb\n")
    assert list(map(len, _bounded(lines, counted.append))) == [51, 2]
    assert sum(counted) == 503  # the bar of progress counts what is left out too
    long = json.dumps({"id": "a", "text": "word " * 100})
    first, second = rows_of([long, '{"id": "z", "text": "He stayed."}'], tmp_path, capsys)
    assert first["error"] == "line 1 has more than 50 bytes; an article has fewer"
    assert second["id"] == "z"


def test_lines_are_answered_as_they_come() -> None:
    reading, writing = os.pipe()
    with os.fdopen(reading, "rb") as lines, os.fdopen(writing, "wb", buffering=0) as source:
        source.write(b"first\n")
        found: list[bytes] = []
        thread = threading.Thread(target=lambda: found.append(next(_bounded(lines, int))))
        thread.start()
        thread.join(10)
        assert found == [b"first\n"]


# CSV, brat, web annotations

HEAD = "term,label,weight,inflection,note,example,source"


def load(content: str | bytes, folder: Path) -> str:
    (folder / "sources.csv").write_text("source,licence\nown,CC0\n", encoding="utf-8")
    (folder / "mine.csv").write_bytes(content if isinstance(content, bytes) else content.encode())
    try:
        return ",".join(entry.term for entry in load_lexicon("mine", folder=folder).entries)
    except DataError as error:
        return f"refused: {error}"


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (f"{HEAD}\nsafe,calm,,,,,own\n", "safe"),
        (f"{HEAD}\rsafe,calm,,,,,own\r", "safe"),
        (f"{HEAD}{''.join(f',c{n}' for n in range(100_000))}\nsafe,calm,,,,,own{',' * 100_000}", "safe"),
        (f"{HEAD}\nsafe,calm,nan,,,,own\n", "refused: mine.csv, row 2: weight is 'nan'"),
        (f"{HEAD}\nsafe,calm,1e999,,,,own\n", "refused: mine.csv, row 2: weight is '1e999'"),
        (f"{HEAD}\n\"safe,calm,,,,,own\n", "refused: mine.csv cannot be read as UTF-8 CSV"),
        (f"{HEAD}\n{'a' * 200_000},calm,,,,,own\n", "refused: mine.csv cannot be read as UTF-8 CSV"),
        (f"{HEAD}\nsafe,calm\n", "refused: mine.csv, row 2: give it 7 fields"),
        (f"{HEAD}\n\0,calm,,,,,own\n", "\0"),
        (f"{HEAD}\n".encode("utf-16"), "refused: mine.csv cannot be read as UTF-8 CSV"),
        ("", "refused: mine.csv: add the column term"),
    ],
    ids=[
        "sound", "old line ends", "very many columns", "nan", "infinite", "open quote", "huge field",
        "short row", "zero", "UTF-16", "empty",
    ],
)  # fmt: skip
def test_a_list_of_terms_is_loaded_or_refused(content: str | bytes, found: str, tmp_path: Path) -> None:
    assert load(content, tmp_path).startswith(found)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.ann", "T1\tx 0 99999999999999999999999\tFerries\n"),
        ("a.ann", f"T1\tx 0 {'9' * 5_000}\tFerries\n"),
        ("a.ann", "T1\tx 5 2\tFerries\n"),
        ("a.ann", "T1"),
        ("a.jsonld", "[" * 100_000),
        (
            "a.jsonld",
            '[{"target": {"selector": {"type": "TextPositionSelector", "start": 0, "end": 1e999}}}]',
        ),
        ("a.jsonld", '[{"target": {"selector": {"type": "TextPositionSelector", "start": NaN, "end": 1}}}]'),
        ("a.jsonld", '[{"target": {"selector": []}}]'),
        ("a.jsonld", '{"first": 5}'),
        ("a.jsonld", "5"),
        ("a.csv", "start,end,label\n0,99999999999999999999,x\n"),
        ("a.csv", "start,end,label\n-1,2,x\n"),
        ("a.csv", "start,end,label\n٣,4,x\n"),
        ("a.csv", "start,end,label\n0,1e3,x\n"),
        ("a.csv", '"' * 3),
        ("a.csv", ""),
        ("a.csv", "start,end,label\n" + "a" * 200_000),
    ],
)
def test_marks_that_are_none_are_refused(name: str, content: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")
    with pytest.raises(ReadingError):
        read_marks(tmp_path / name, make_document("Ferries sank."))


@pytest.mark.parametrize("note", ['{"layer": 5, "label": [], "note": null}', "[" * 100_000, "NaN", '"a"'])
def test_a_strange_note_in_a_brat_file_does_no_harm(note: str, tmp_path: Path) -> None:
    content = f"T1\tx 0 7\tFerries\nT2\ty 0 7\tFerries\n#1\tAnnotatorNotes T1\t{note}\n"
    (tmp_path / "a.ann").write_text(content, encoding="utf-8")
    marks = read_marks(tmp_path / "a.ann", make_document("Ferries sank."))
    assert sum(map(len, marks.values())) == 2


def test_marks_in_a_very_wide_csv_are_read(tmp_path: Path) -> None:
    wide = "start,end,label," + ",".join(f"c{n}" for n in range(100_000)) + "\n0,7,ship" + "," * 100_000
    (tmp_path / "a.csv").write_text(wide, encoding="utf-8")
    assert len(read_marks(tmp_path / "a.csv", make_document("Ferries sank."))[""]) == 1


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@a", "\t=1", "\r=1", "＝1"], ids=ascii)
def test_no_table_of_a_comparison_runs_what_a_text_says(cell: str, tmp_path: Path) -> None:
    write_tables({"wording": pd.DataFrame({"surface": [cell], "count": [-1]})}, tmp_path)
    with (tmp_path / "wording.csv").open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    assert row == {"surface": "'" + cell.replace("\r", "\n"), "count": "-1"}, "numbers stay numbers"


def test_the_limits_are_those_that_the_documents_name() -> None:
    assert MAX_BYTES == 20_000_000
    assert sys.getrecursionlimit() <= 10_000, "deep JSON is refused by Python's own limit"
