"""A table as CSV: a spreadsheet opens it rightly and runs nothing, a program reads the same back."""

from __future__ import annotations

import codecs
import csv
import io
from pathlib import Path

import pandas as pd
import pytest

from analysis.corpus.rows import read_csv_rows
from analysis.findings.agreement import read_marks
from analysis.findings.agreement.marks import LabeledSpan
from analysis.text.document import make_document
from analysis.views.export import format_csv

TABLE = pd.DataFrame(
    {"name": ["Chloé", "=1+1"], "n": [-1, 2], "share": [2 / 3, None], "exact": [True, False]}
)


def test_a_table_begins_with_the_mark_that_excel_needs() -> None:
    assert format_csv(TABLE).startswith(codecs.BOM_UTF8 + b"name,n,")


def test_texts_are_defused_truth_is_yes_or_no_and_numbers_stay_numbers() -> None:
    assert format_csv(TABLE, float_format="%.3f").decode("utf-8-sig").splitlines() == [
        "name,n,share,exact",
        "Chloé,-1,0.667,yes",
        "'=1+1,2,,no",
    ]


def test_decimals_keep_all_their_digits_where_no_format_is_given() -> None:
    assert f",{2 / 3!r}," in format_csv(TABLE).decode("utf-8-sig")


@pytest.mark.parametrize("encoding", [None, "utf-8", "utf-8-sig"])
def test_pandas_reads_the_first_column_without_the_mark(encoding: str | None) -> None:
    read = pd.read_csv(io.BytesIO(format_csv(TABLE)), encoding=encoding)
    assert list(read.columns) == list(TABLE.columns)
    assert list(read["n"]) == [-1, 2]


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("Ann left.\r=1+1", "Ann left.\n=1+1"),
        ("\r=1+1", "'\n=1+1"),
        ("Ann\r\rleft\r", "Ann\n\nleft\n"),
        ("Ann\r\nleft", "Ann\r\nleft"),
    ],
    ids=ascii,
)
def test_no_line_end_inside_of_a_text_begins_a_row(text: str, cell: str) -> None:
    written = format_csv(pd.DataFrame({"surface": [text], "n": [1]}))
    rows = list(csv.reader(io.StringIO(written.decode("utf-8-sig"), newline="")))
    assert rows == [["surface", "n"], [cell, "1"]]
    assert len(pd.read_csv(io.BytesIO(written))) == 1


def test_a_table_without_rows_keeps_its_columns() -> None:
    empty = TABLE.iloc[:0]
    assert list(csv.reader(io.StringIO(format_csv(empty).decode("utf-8-sig")))) == [list(TABLE.columns)]


def test_the_project_s_own_readers_take_such_a_table(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_bytes(format_csv(pd.DataFrame({"start": [0], "end": [3], "label": ["actor"]})))
    assert read_marks(path, make_document("Ann left.")) == {"": [LabeledSpan(0, 3, "actor")]}
    path.write_bytes(format_csv(pd.DataFrame({"id": ["a"], "text": ["Ann left."]})))
    assert list(read_csv_rows(path)) == [("a", "Ann left.", None, None)]
