"""Exported files: nothing runs or is lost, every column is explained, marks lead to their characters."""

from __future__ import annotations

import io
import json
import math
from dataclasses import replace
from pathlib import Path

import openpyxl
import pandas as pd
import pytest

from analysis.findings.reading import Findings, find_all
from analysis.text.document import Document, make_document
from analysis.text.standoff import read_brat, read_w3c
from analysis.views.export import FORMATS, list_marks, list_tables, make_files, name_of, write_files
from analysis.views.export.notes import COLUMN_NOTES, TABLE_NOTES, note_of
from analysis.views.export.workbook import make_workbook

FORMULAS = [
    "=1+1",
    '=cmd|"/c calc"!A1',
    "@SUM(A1)",
    "+1+1",
    "-1+1",
    "\t=1+1",
    "\r=1+1",
    "＝1+1",
    "=HYPERLINK(1)",
]
TEXT = (
    "“=1+1 is a shameful lie 🙂🙂,” +Ada Brook said.\r\n\r\n"
    "@Officials claimed that the brutal regime must go.\r\n\r\n"
    "Critics 🙂 were warned of 3,000 victims, and -1 hid."
)


@pytest.fixture(scope="module")
def findings() -> Findings:
    return find_all(make_document(TEXT, id="=a name"))


@pytest.fixture(scope="module")
def tables(findings: Findings) -> dict[str, pd.DataFrame]:
    return list_tables(findings)


def read_sheets(content: bytes) -> dict[str, list[list[openpyxl.cell.Cell]]]:
    book = openpyxl.load_workbook(io.BytesIO(content))
    return {sheet.title: [list(row) for row in sheet.iter_rows()] for sheet in book.worksheets}


def test_every_column_of_every_table_is_explained(article: Document) -> None:
    for name, table in list_tables(find_all(article)).items():
        assert TABLE_NOTES[name]
        for column in table.columns:
            meaning, values = note_of(name, column)
            assert meaning, f"{name}.{column}"
            assert values, f"{name}.{column}"


def test_no_note_explains_a_column_that_is_not_there(tables: dict[str, pd.DataFrame]) -> None:
    columns = {f"{name}.{column}" for name, table in tables.items() for column in table.columns}
    plain = {column.partition(".")[2] for column in columns}
    assert {note for note in COLUMN_NOTES if note not in columns | plain} == set()
    assert set(TABLE_NOTES) == set(tables)


@pytest.mark.parametrize("hostile", FORMULAS)
def test_a_sheet_never_runs_what_a_text_says(hostile: str) -> None:
    doc = make_document(f"“{hostile},” Ada Brook said.\n\n{hostile} must stop the brutal regime.", id=hostile)
    for rows in read_sheets(make_workbook(list_tables(find_all(doc)))).values():
        for cell in (cell for row in rows for cell in row):
            assert cell.data_type != "f", cell.value
            assert cell.hyperlink is None


@pytest.mark.parametrize("hostile", FORMULAS)
def test_a_csv_cell_that_looks_like_a_formula_begins_with_an_apostrophe(hostile: str) -> None:
    doc = make_document(f"{hostile} must stop the brutal regime, the “{hostile}” said.", id="a")
    for name, content in make_files(find_all(doc), "csv").items():
        for row in pd.read_csv(io.BytesIO(content), dtype=str, keep_default_na=False).itertuples(index=False):
            for cell in row:
                is_number = cell.lstrip("-").replace(".", "", 1).replace("e-", "", 1).isdigit()
                assert is_number or cell[:1] not in tuple("=+-@\t\r＝"), f"{name}: {cell!r}"


def test_a_workbook_opens_with_the_meaning_of_its_columns(tables: dict[str, pd.DataFrame]) -> None:
    sheets = read_sheets(make_workbook(tables))
    assert list(sheets) == ["columns", *tables]
    explained = {(row[0].value, row[1].value) for row in sheets["columns"]}
    assert {(name, column) for name, table in tables.items() for column in table.columns} <= explained


def test_a_workbook_holds_the_numbers_of_the_tables(tables: dict[str, pd.DataFrame]) -> None:
    sheets = read_sheets(make_workbook(tables))
    for name, table in tables.items():
        assert len(sheets[name]) == len(table) + 1
        for column in table.select_dtypes("number").columns:
            at = list(table.columns).index(column)
            shown = [row[at].value for row in sheets[name][1:]]
            wanted = [None if pd.isna(value) else float(value) for value in table[column]]
            assert [None if value is None else float(value) for value in shown] == pytest.approx(wanted)


def test_yes_and_no_are_written_alike_in_every_format(findings: Findings) -> None:
    (content,) = make_files(findings, "json").values()
    json_rows = json.loads(content)
    csv_files = make_files(findings, "csv")
    for table, column in (("voice_spans", "free_indirect"), ("stance_marks", "sourced")):
        in_csv = pd.read_csv(
            io.BytesIO(csv_files[f"=a name-tables/{table}.csv"]), dtype=str, keep_default_na=False
        )
        assert list(in_csv[column]) == [row[column] or "" for row in json_rows[table]]
        assert set(in_csv[column]) <= {"yes", "no", ""}


def test_a_csv_reads_back_with_the_numbers_of_the_tables(
    findings: Findings, tables: dict[str, pd.DataFrame]
) -> None:
    files = make_files(findings, "csv", tables=tables)
    for name, table in tables.items():
        read = pd.read_csv(io.BytesIO(files[f"=a name-tables/{name}.csv"]))
        assert list(read.columns) == list(table.columns)
        for column in table.select_dtypes("number").columns:
            wanted = table[column].astype("float64").tolist()
            assert read[column].astype("float64").tolist() == pytest.approx(wanted, nan_ok=True)


def test_json_has_rows_as_objects_and_no_number_that_is_none(findings: Findings) -> None:
    (content,) = make_files(findings, "json").values()
    read = json.loads(content, parse_constant=lambda name: pytest.fail(f"{name} in JSON"))
    assert {row["voice"] for row in read["voices"]} == {"direct", "indirect", "reporting", "narration"}
    assert all(TEXT[row["start"] : row["end"]] == row["surface"] for row in read["quotations"])
    assert not any(
        isinstance(cell, float) and math.isnan(cell) for row in read["tone"] for cell in row.values()
    )


@pytest.mark.parametrize("to", FORMATS)
def test_the_same_findings_give_the_same_bytes(to: str, findings: Findings) -> None:
    assert make_files(findings, to) == make_files(find_all(make_document(TEXT, id="=a name")), to)


def test_marks_cover_every_layer_and_lie_in_the_text(findings: Findings) -> None:
    marks = list_marks(findings)
    assert {mark.layer for mark in marks} == {
        "voices", "quotations", "framing", "news_framing", "loaded", "tone", "tone_terms", "names", "stance"
    }  # fmt: skip
    assert all(0 <= mark.start < mark.end <= len(TEXT) for mark in marks)
    framing = [(mark.start, mark.end, mark.label) for mark in marks if mark.layer == "framing"]
    assert framing == [(match.start, match.end, match.label) for match in findings.framing]


def test_web_annotations_read_back_the_same_with_emoji_in_the_text(findings: Findings) -> None:
    (content,) = make_files(findings, "w3c").values()
    assert read_w3c(content.decode("utf-8")) == list_marks(findings)
    for item in json.loads(content)["first"]["items"]:
        selectors = {s["type"]: s for s in item["target"]["selector"]}
        place = selectors["TextPositionSelector"]
        assert TEXT[place["start"] : place["end"]] == selectors["TextQuoteSelector"]["exact"]


def test_brat_reads_back_the_same_offsets_into_the_text_beside_it(findings: Findings) -> None:
    text, marks = (content.decode("utf-8") for content in make_files(findings, "brat").values())
    assert text == TEXT, "line ends too"
    ours = [(mark.start, mark.end, mark.layer, mark.label) for mark in list_marks(findings)]
    assert [(mark.start, mark.end, mark.layer, mark.label) for mark in read_brat(marks)] == ours


@pytest.mark.parametrize(
    ("id_", "name"),
    [
        ("../../etc/passwd", "_.._etc_passwd"),
        ("C:\\x", "C__x"),
        ("a\x00b\nc", "a_b_c"),
        ("..", "text"),
        ("", "text"),
        ("🙂" * 300, "🙂" * 100),
        ("\ud83d", "_"),
        ("plain name", "plain name"),
    ],
)
def test_a_name_stays_in_its_folder(id_: str, name: str, findings: Findings) -> None:
    renamed = replace(findings, doc=replace(findings.doc, id=id_))
    assert name_of(renamed) == name


def test_files_are_written_whole_and_again(tmp_path: Path, findings: Findings) -> None:
    files = make_files(findings, "csv")
    paths = write_files(files, tmp_path / "out")
    assert [path.read_bytes() for path in paths] == list(files.values())
    write_files(dict.fromkeys(files, b"new"), tmp_path / "out")
    assert {path.read_bytes() for path in (tmp_path / "out").rglob("*.csv")} == {b"new"}
    assert len(list((tmp_path / "out").rglob("*"))) == len(files) + 1, "no temporary file is left"


def test_an_unknown_format_is_answered_with_those_there_are(findings: Findings) -> None:
    with pytest.raises(ValueError, match="no format 'xls'; there are: csv, xlsx, json, w3c, brat"):
        make_files(findings, "xls")


def test_a_cell_longer_than_a_workbook_allows_is_cut_with_a_sign() -> None:
    table = pd.DataFrame({"surface": ["🙂" * 20_000], "n": [1]})
    (_, row) = read_sheets(make_workbook({"calls": table}))["calls"]
    assert str(row[0].value).endswith("[…]")
    assert len(str(row[0].value).encode("utf-16-le")) // 2 <= 32_767
