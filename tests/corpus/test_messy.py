"""Corpora as people have them: odd columns, wrong encodings, files that break off, folders of everything."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from analysis.cli import main
from analysis.corpus import run_corpus
from analysis.corpus.sources import list_left_out, read_source
from analysis.text.reading import ReadingError


def texts(path: Path) -> list[tuple[str, str | None]]:
    return [(article.id, article.text) for article in read_source(path)]


@pytest.mark.parametrize("parted_by", [",", ";", "\t"])
def test_commas_semicolons_and_tabs_part_columns_whose_capitals_and_blanks_do_not_count(
    parted_by: str, tmp_path: Path
) -> None:
    rows = (("ID", "Source", " Text "), ("a", "x", "“Stay, or; go,” she said."))
    content = "".join(parted_by.join(f'"{cell}"' for cell in row) + "\r\n" for row in rows)
    (tmp_path / "c.csv").write_text(content, encoding="utf-8-sig", newline="")
    assert texts(tmp_path / "c.csv") == [("a", "“Stay, or; go,” she said.")]


def test_a_column_of_the_very_name_comes_before_one_in_capitals(tmp_path: Path) -> None:
    pq.write_table(pa.table({"Text": ["wrong"], "text": ["right"], "Id": ["a"]}), tmp_path / "c.parquet")
    assert texts(tmp_path / "c.parquet") == [("a", "right")]


def test_a_row_in_another_encoding_is_an_error_and_not_a_text_with_holes(tmp_path: Path) -> None:
    (tmp_path / "c.csv").write_bytes(b"id,text\na,fine\nb,\x93No,\x94 he said.\nc,fine too\n")
    found = list(read_source(tmp_path / "c.csv"))
    assert [article.text for article in found] == ["fine", None, "fine too"]
    assert found[1].error == "row 2 is not UTF-8; save the file as “CSV UTF-8”"


def test_a_mark_that_never_closes_is_an_error_and_swallows_no_article(tmp_path: Path) -> None:
    (tmp_path / "c.csv").write_text('id,text\na,fine\nb,"never closed\nc,lost\n', encoding="utf-8")
    found = list(read_source(tmp_path / "c.csv"))
    assert [article.text for article in found] == ["fine", None]
    assert found[1].error == "row 2 is no row of a CSV file: unexpected end of data"


def test_marks_inside_of_a_cell_that_are_not_doubled_cost_their_row_alone(tmp_path: Path) -> None:
    (tmp_path / "c.csv").write_text('id,text\na,"He said "no" twice"\n\nb,fine\n', encoding="utf-8")
    found = list(read_source(tmp_path / "c.csv"))
    assert [(article.id, article.text) for article in found] == [("row 1", None), ("b", "fine")]


LINES = b"".join(json.dumps({"id": n, "text": f"Item {n * 7919}."}).encode() + b"\n" for n in range(3000))
PACKINGS = {".gz": gzip.compress, ".zst": lambda content: pa.compress(content, codec="zstd", asbytes=True)}


@pytest.mark.parametrize("ending", PACKINGS)
@pytest.mark.parametrize("kept", [-1, -500, 30])
def test_a_packed_corpus_that_is_cut_off_is_told_and_not_taken_for_a_short_one(
    ending: str, kept: int, tmp_path: Path
) -> None:
    path = tmp_path / f"c.jsonl{ending}"
    path.write_bytes(PACKINGS[ending](LINES)[:kept])
    with pytest.raises(ReadingError, match=f"c.jsonl{ending} is damaged, cut off, or no {ending} file"):
        list(read_source(path))


@pytest.mark.parametrize("ending", PACKINGS)
def test_packed_files_laid_end_to_end_are_read_to_the_last(ending: str, tmp_path: Path) -> None:
    path = tmp_path / f"c.jsonl{ending}"
    path.write_bytes(PACKINGS[ending](LINES) + PACKINGS[ending](LINES))
    assert len(list(read_source(path))) == 6000


@pytest.mark.parametrize("ending", PACKINGS)
def test_a_file_that_is_not_packed_as_it_says_gets_a_sentence(
    ending: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / f"c.jsonl{ending}").write_bytes(b'{"text": "not packed"}\n')
    assert main(["corpus", str(tmp_path / f"c.jsonl{ending}"), str(tmp_path / "out")]) == 2
    assert f"c.jsonl{ending} is damaged, cut off, or no {ending} file" in capsys.readouterr().err


@pytest.fixture
def mixed(tmp_path: Path) -> Path:
    """A folder as people have them."""
    folder = tmp_path / "mixed"
    (folder / "a folder.txt").mkdir(parents=True)
    for name in ("a.txt", "b.md", "more.jsonl", "old.doc", "older.DOC", ".hidden", "_SUCCESS", "README"):
        (folder / name).write_text("“No,” she said.", encoding="utf-8")
    return folder


def test_a_folder_s_files_of_other_kinds_are_counted_and_told(
    mixed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert list_left_out(mixed) == {".doc": 2, ".jsonl": 1, "without an ending": 1}
    assert main(["corpus", str(mixed), str(tmp_path / "out"), "--workers", "1"]) == 0
    printed = capsys.readouterr()
    assert "no articles of this corpus: 2 .doc, 1 .jsonl, 1 without an ending" in printed.err
    assert printed.out.startswith("2 articles: 2 measured, 0 in ")


def test_texts_beside_a_parquet_file_are_told_as_left_out(mixed: Path) -> None:
    pq.write_table(pa.table({"text": ["One."]}), mixed / "c.parquet")
    assert texts(mixed) == [("row 1", "One.")]
    assert list_left_out(mixed)[".txt"] == list_left_out(mixed)[".md"] == 1


def test_tables_do_not_go_into_the_folder_of_the_articles(mixed: Path, tmp_path: Path) -> None:
    for out in (mixed / "tables", mixed):
        with pytest.raises(ValueError, match="choose another folder"):
            run_corpus(mixed, out, workers=1)
    assert not (mixed / "tables").exists()


def test_a_scheduler_without_dask_is_not_passed_over_in_silence(mixed: Path, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="add --engine dask"):
        run_corpus(mixed, tmp_path / "out", scheduler="tcp://10.0.0.1:8786")
    assert not (tmp_path / "out").exists()
