"""Every row of the table names a test that is there, and every test here has its row."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

HERE = Path(__file__).parent
LINES = (HERE / "README.md").read_text(encoding="utf-8").splitlines()
ROWS = [line for line in LINES if line.startswith("| ") and not line.startswith("| input |")]
FEWEST_ROWS = 60
_TEST = re.compile(r"\[`(test_\w+)`\]\(([\w./]+)\) \|$")


def test_the_table_has_rows_enough() -> None:
    assert len(ROWS) >= FEWEST_ROWS
    assert len({row.split(" | ")[0] for row in ROWS}) == len(ROWS), "no input twice"


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.split(" | ")[0].removeprefix("| ")[:40])
def test_each_row_has_four_cells_and_its_test(row: str) -> None:
    assert row.count(" | ") == 3
    found = _TEST.search(row)
    assert found is not None
    name, file = found.groups()
    assert f"\ndef {name}(" in (HERE / file).read_text(encoding="utf-8")


def test_each_hostile_test_stands_in_the_table() -> None:
    named = {found[1] for row in ROWS if (found := _TEST.search(row))}
    about_tests = {
        "test_the_sound_files_are_read",
        "test_the_limits_are_those_that_the_documents_name",
        "test_a_search_from_each_sign_to_the_beginning_is_told_by_its_work",
        "test_only_a_growth_that_stays_is_told",
        "test_the_work_is_counted_alike_each_time",
        "test_a_seed_draws_one_flood",
    }
    there = {
        name
        for path in HERE.glob("test_*.py")
        if path.name != Path(__file__).name
        for name in re.findall(r"^def (test_\w+)\(", path.read_text(encoding="utf-8"), re.MULTILINE)
    }
    assert there - about_tests <= named
