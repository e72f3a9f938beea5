"""Rules that every notebook keeps, so that a teacher can print it and trust it.

nbval runs the notebooks and compares their outputs (see the Makefile); these tests read them.
"""

from __future__ import annotations

import ast
import json
import re
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[1]
# 00 is a map, and the course in teaching/ has rules of its own (tests/lessons).
NOTEBOOKS = sorted((ROOT / "notebooks").glob("[0-9][1-9]*.ipynb"))
MAX_LINES = 6
# Exempt from the rule on numbers: code, links, quoted words, and what stands in <time> (years, minutes).
EXEMPT = re.compile(r"`[^`]*`|\]\([^)]*\)|“[^”]*”|<time>.*?</time>|<[^>]+>|^#+ .*$|^\d+\. ", re.MULTILINE)
NUMBER = re.compile(r"(?<![\w.])\d[\d,]*(?:\.\d+)?")


def cells(path: Path, kind: str) -> list[dict[str, Any]]:
    notebook = json.loads(path.read_text(encoding="utf-8"))
    return [cell for cell in notebook["cells"] if cell["cell_type"] == kind]


def source(cell: dict[str, Any]) -> str:
    return "".join(cell["source"])


def asserted_numbers(code: str) -> set[float]:
    """Numbers that stand in an assert statement of a cell."""
    tree = ast.parse(code)
    return {
        abs(float(node.value))
        for statement in ast.walk(tree)
        if isinstance(statement, ast.Assert)
        for node in ast.walk(statement)
        if isinstance(node, ast.Constant) and type(node.value) in (int, float)
    }


def uncovered_numbers(notebook: list[dict[str, Any]]) -> list[str]:
    """Numbers of the prose that no assertion in the code cells directly before covers."""
    missing: list[str] = []
    covered: set[float] = set()
    after_prose = True
    for cell in notebook:
        if cell["cell_type"] == "code":
            covered = asserted_numbers(source(cell)) | (set() if after_prose else covered)
            after_prose = False
            continue
        after_prose = True
        for number in NUMBER.findall(EXEMPT.sub(" ", source(cell))):
            if float(number.replace(",", "")) not in covered:
                missing.append(f"{number} in: {source(cell)[:60]!r}")
    return missing


def all_cells(path: Path) -> list[dict[str, Any]]:
    return list(json.loads(path.read_text(encoding="utf-8"))["cells"])


def test_there_are_notebooks_for_the_five_questions() -> None:
    assert [path.name[:2] for path in NOTEBOOKS][:5] == ["01", "02", "03", "04", "05"]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_every_number_in_the_prose_is_asserted_directly_before(path: Path) -> None:
    assert uncovered_numbers(all_cells(path)) == []


def test_a_number_without_assertion_is_noticed() -> None:
    code = {"cell_type": "code", "source": "assert n == 3\nn"}
    prose = {"cell_type": "markdown", "source": "There are 3 voices in 8 paragraphs since <time>1988</time>."}
    assert [line[:5] for line in uncovered_numbers([code, prose])] == ["8 in:"]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_outputs_are_committed_from_a_fresh_kernel(path: Path) -> None:
    counts = [cell["execution_count"] for cell in cells(path, "code")]
    assert counts == list(range(1, len(counts) + 1))
    errors = [out for cell in cells(path, "code") for out in cell["outputs"] if out["output_type"] == "error"]
    assert errors == []


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_code_cells_are_short_and_plain(path: Path) -> None:
    codes = [source(cell) for cell in cells(path, "code")]
    for code in codes:
        assert 1 <= len([line for line in code.splitlines() if line.strip()]) <= MAX_LINES, code
        names = {type(node) for node in ast.walk(ast.parse(code))}
        assert not names & {ast.FunctionDef, ast.Lambda, ast.For, ast.While, ast.ClassDef, ast.ListComp}, code
    imports = [code for code in codes if re.search(r"^(import|from) ", code, re.MULTILINE)]
    assert imports == codes[:1], "one import cell, the first"


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_asks_before_it_shows_and_says_what_it_cannot_tell(path: Path) -> None:
    prose = [source(cell) for cell in cells(path, "markdown")]
    assert prose[0].splitlines()[0].endswith("?"), "the title is a question"
    whole = "\n".join(prose)
    assert "**You will know**" in prose[0]
    assert "**Level**" in prose[0]
    assert "**Time**" in prose[0]
    assert "**Predict.**" in whole
    assert whole.index("**Predict.**") < whole.index("## What this cannot tell")
    last = whole[whole.index("## Questions for a class") :]
    assert len(re.findall(r"^\d\. .*\?", last, re.MULTILINE)) == 3
    assert whole.index("## What this cannot tell") < whole.index("## Questions for a class")


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_every_picture_has_a_text_for_those_who_cannot_see_it(path: Path) -> None:
    for cell in cells(path, "code"):
        for output in cell["outputs"]:
            data = output.get("data", {})
            assert "image/png" not in data, "draw_figure gives a picture with its alt text"
            page = "".join(data.get("text/html", ""))
            assert page.count("<img ") == len(re.findall(r'<img [^>]*alt="[^"]{20,}"', page))


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_no_verdict_word_is_used_of_the_text(path: Path) -> None:
    prose = " ".join(source(cell) for cell in cells(path, "markdown")).lower()
    assert not re.findall(r"\b(?:biased|propaganda|fake|misleading|dishonest)\b", prose)
