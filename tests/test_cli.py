"""The command as its users meet it: output, exit codes, sentences."""

from __future__ import annotations

import gzip
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pyarrow as pa
import pytest

from analysis.cli import BAD_INPUT, OK, main


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.txt"
    path.write_text("“We will stay,” Ada Brook said.\n\nShe said that the town was safe.", encoding="utf-8")
    return path


def test_report_prints_findings_and_writes_page_and_figures(
    story: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["report", str(story), "--out", str(tmp_path / "out")]) == OK
    printed = capsys.readouterr().out
    assert "13 words, 2 sentences, 2 paragraphs" in printed
    assert "Ada Brook" in printed
    page = (tmp_path / "out" / "story.html").read_text(encoding="utf-8")
    assert "“We will stay,”" in page
    assert (tmp_path / "out" / "story-figures" / "voices.svg").is_file()


def test_annotate_prints_one_json_object_a_file(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["annotate", str(story), str(story)]) == OK
    first, second = map(json.loads, capsys.readouterr().out.splitlines())
    assert first == second
    assert first["schema"] == 1
    assert first["n_words"] == 13


def test_annotate_prints_the_text_where_the_file_is_not_that_text(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old, page = tmp_path / "old.txt", tmp_path / "page.md"
    old.write_bytes("“It’s over,” she said.".encode("cp1252"))
    page.write_text("# News\n\n*It is over.*\n\n```\ncode\n```\n", encoding="utf-8")
    assert main(["annotate", str(old), str(page)]) == OK
    first, second = map(json.loads, capsys.readouterr().out.splitlines())
    assert (first["text"], first["format"], first["cut"]) == ("“It’s over,” she said.", "plain text", {})
    assert first["encoding"] == "windows-1252"
    assert (second["text"], second["format"], second["cut"]) == (
        "News\n\nIt is over.", "Markdown", {"code blocks": 1}
    )  # fmt: skip


def test_one_file_that_cannot_be_read_does_not_cost_the_others(
    story: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["annotate", str(tmp_path / "no.txt"), str(story)]) == BAD_INPUT
    printed = capsys.readouterr()
    assert json.loads(printed.out)["id"] == "story"
    assert printed.err == f"discourse: there is no file {tmp_path / 'no.txt'}\n"


def test_lines_of_json_are_not_taken_for_an_article(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "c.jsonl").write_text('{"text": "No."}\n', encoding="utf-8")
    assert main(["annotate", str(tmp_path / "c.jsonl")]) == BAD_INPUT
    assert "put --jsonl before its name" in capsys.readouterr().err


def test_packed_lines_are_annotated_as_the_plain_ones(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = b"".join(b'{"id": %d, "text": "Item %d came."}\n' % (n, n * 7919) for n in range(99))
    printed = {}
    for ending, content in (
        ("", lines), (".gz", gzip.compress(lines)), (".zst", pa.compress(lines, codec="zstd", asbytes=True)),
    ):  # fmt: skip
        (tmp_path / f"c.jsonl{ending}").write_bytes(content)
        assert main(["annotate", "--jsonl", str(tmp_path / f"c.jsonl{ending}")]) == OK
        printed[ending] = capsys.readouterr().out
    assert printed[".gz"] == printed[".zst"] == printed[""]
    (tmp_path / "torn.jsonl.gz").write_bytes(gzip.compress(lines)[:-9])
    assert main(["annotate", "--jsonl", str(tmp_path / "torn.jsonl.gz")]) == BAD_INPUT
    assert "torn.jsonl.gz is damaged, cut off" in capsys.readouterr().err


def test_annotate_prints_only_the_layers_asked_for(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["annotate", str(story), "--layers", "quotations,tone"]) == OK
    row = json.loads(capsys.readouterr().out)
    assert set(row) == {"schema", "id", "sha256", "n_characters", "n_words", "quotations", "tone", "warnings"}


def test_a_bad_line_gets_its_error_in_place_and_the_run_goes_on(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = [
        '{"id": "a", "text": "She left."}',
        "not json",
        '{"id": "c"}',
        '{"id": 4, "text": "He stayed."}',
        "[1]",
    ]
    path = tmp_path / "in.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    assert main(["annotate", "--jsonl", str(path)]) == OK
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [row["id"] for row in rows] == ["a", None, "c", "4", None]
    assert [row.get("error") for row in rows] == [
        None,
        "line 2 is not JSON in UTF-8",
        'line 3 has no "text" that is a string',
        None,
        'line 5 has no "text" that is a string',
    ]


def test_annotate_reads_standard_input_and_survives_lone_surrogates(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    line = b'{"id": "s", "text": "A broken \\ud800 sign."}\n'
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(line)))
    assert main(["annotate", "--jsonl"]) == OK
    assert json.loads(capsys.readouterr().out)["n_characters"] == 16


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["report", "missing.txt"], "there is no file missing.txt"),
        (["annotate"], "name one or more FILEs, or --jsonl"),
        (["annotate", "--jsonl", "missing.jsonl"], "there is no file missing.jsonl"),
        (["figures", "--only", "pie"], "there is no figure 'pie'; there are: voices"),
        (["evaluate", "quotations", "missing.jsonl"], "there is no file missing.jsonl"),
    ],
)
def test_bad_input_is_one_sentence_and_exit_code_2(
    arguments: list[str], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == BAD_INPUT
    error = capsys.readouterr().err
    assert sentence in error
    assert error.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [(["dance"], "invalid choice: 'dance'"), (["figures", "--color"], "unrecognized arguments: --color")],
)
def test_an_unknown_word_on_the_command_line_is_one_sentence_too(
    arguments: list[str], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stop:
        main(arguments)
    assert stop.value.code == BAD_INPUT
    error = capsys.readouterr().err
    assert sentence in error
    assert error.count("\n") == 1


def test_an_unknown_layer_is_answered_with_those_there_are(
    story: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["annotate", str(story), "--layers", "moods"]) == BAD_INPUT
    assert "there is no layer 'moods'; there are: paragraphs" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["report", "annotate", "figures", "check-data"])
def test_every_command_has_help_with_an_example(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main([command, "--help"])
    assert stop.value.code == OK
    assert f"Example: discourse {command}" in capsys.readouterr().out


def test_check_data_lists_what_there_is(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check-data"]) == OK
    assert "data/lexicons/framing.csv" in capsys.readouterr().out


def test_a_stale_figure_is_found(story: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = str(tmp_path / "figures")
    assert main(["figures", str(story), "--out", folder]) == OK
    assert main(["figures", str(story), "--out", folder, "--check"]) == OK
    (tmp_path / "figures" / "tone.csv").write_text("old", encoding="utf-8")
    assert main(["figures", str(story), "--out", folder, "--check"]) == BAD_INPUT
    assert "stale" in capsys.readouterr().err


def test_annotate_imports_no_pandas_beyond_what_nltk_brings(story: Path) -> None:
    code = (
        "import sys, nltk; brought = set(sys.modules); from analysis.cli import main; main(sys.argv[1:]);"
        "print(sorted({'pandas', 'matplotlib', 'scipy', 'numpy'} & (set(sys.modules) - brought)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "annotate", str(story)], capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize(("own", "threads"), [({}, "1"), ({"OPENBLAS_NUM_THREADS": "4"}, "4")])
def test_sums_run_on_one_thread_where_nobody_asked_for_more(own: dict[str, str], threads: str) -> None:
    code = (
        "import os, sys; from analysis.cli import main; early = 'numpy' not in sys.modules;"
        "main(['check-data']); print(early, os.environ['OPENBLAS_NUM_THREADS'])"
    )
    outer = {name: value for name, value in os.environ.items() if name != "OPENBLAS_NUM_THREADS"}
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=outer | own
    )
    assert done.stdout.splitlines()[-1] == f"True {threads}"  # numpy asks when it is imported


def test_report_imports_neither_nltk_nor_scipy(story: Path, tmp_path: Path) -> None:
    code = (
        "import sys; from analysis.cli import main; main(sys.argv[1:]);"
        "print(sorted({'nltk', 'scipy', 'textblob'} & set(sys.modules)))"
    )
    arguments = ["report", str(story), "--out", str(tmp_path)]
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[-1] == "[]"


def test_terms_prints_each_place_with_its_voice_and_speaker(
    story: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["terms", "town", str(story)]) == OK
    printed = capsys.readouterr().out
    assert "'town' stands 1 time, 76.9 in 1,000 words, in 1 of 2 paragraphs" in printed
    assert "the [town] was safe" in printed
    assert "indirect: Ada Brook" in printed
    assert main(["terms", "harbor", str(story)]) == OK
    assert capsys.readouterr().out == "story does not hold 'harbor'\n"
    assert main(["terms", "--key", str(story)]) == OK
    assert "more in quotation" in capsys.readouterr().out


def test_terms_counts_a_list_of_ones_own(
    story: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "sources.csv").write_text("source,licence\nclass 10b,CC0\n", encoding="utf-8")
    header = "term,label,weight,inflection,note,example,source"
    rows = f"{header}\nsafe,calm,,,,,class 10b\nstorm,danger,,,,,class 10b\n"
    (tmp_path / "mine.csv").write_text(rows, encoding="utf-8")
    assert main(["terms", "--lexicon", str(tmp_path / "mine.csv"), str(story)]) == OK
    lines = capsys.readouterr().out.splitlines()
    assert lines[-1].split() == ["safe", "calm", "1", "76.9", "1"]
    (tmp_path / "mine.csv").write_text(rows.replace("storm,danger", "safe,danger"), encoding="utf-8")
    assert main(["terms", "--lexicon", str(tmp_path / "mine.csv"), str(story)]) == BAD_INPUT
    assert capsys.readouterr().err == (
        "discourse: mine.csv, row 3: 'safe' stands in row 2 already; keep one of them\n"
    )


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ([], "discourse: name a TERM, for example"),
        ([" "], "discourse: give at least one term, and none that is empty"),
        (["safe", "--width", "0"], "discourse: --width is 0; give it a number above 0"),
        (["--key", "--lexicon", "mine.csv"], "discourse: give one of TERM, --lexicon CSV and --key"),
    ],
)
def test_terms_refuses_in_one_sentence(
    arguments: list[str], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["terms", *arguments]) == BAD_INPUT
    assert capsys.readouterr().err.startswith(sentence)


def test_a_list_that_is_not_there_and_one_without_its_sources_are_told_apart(
    story: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["terms", "--lexicon", "mine.csv", str(story)]) == BAD_INPUT
    assert capsys.readouterr().err == "discourse: there is no file mine.csv\n"
    (tmp_path / "mine.csv").write_text("term,label\n", encoding="utf-8")
    assert main(["terms", "--lexicon", "mine.csv", str(story)]) == BAD_INPUT
    told = "discourse: sources.csv is missing from this folder; its columns are source, licence\n"
    assert capsys.readouterr().err == told


def test_terms_without_a_term_names_the_slip(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["terms", str(story)]) == BAD_INPUT
    assert "name a TERM before the FILE" in capsys.readouterr().err


def test_a_text_of_the_project_is_known_by_its_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["report", "harbor-strike-wire", "--out", str(tmp_path), "--format", "json"]) == 0
    assert "harbor-strike-wire" in capsys.readouterr().out
