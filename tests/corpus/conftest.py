"""Small corpora for the tests, and how two runs are compared."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from analysis.corpus import TABLES, load_table, run_corpus

SENTENCES = (
    "“We will not leave,” Ann Lee said.",
    "The council must act before the cruel winter comes.",
    "Ben Roe noted that the old port was safe.",
    "It was a massacre of jobs, the union said.",
    "Nobody knows why 40 ships turned away.",
    "She called the plan a ‘triumph’.",
)


def _text(number: int) -> str:
    first = [SENTENCES[(number + step) % len(SENTENCES)] for step in range(3)]
    return f"{' '.join(first)}\n\nThis is item {number}. {SENTENCES[number * 5 % len(SENTENCES)]}"


@pytest.fixture(scope="session")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Forty-one articles as lines of JSON, one id twice, and four lines that are no article."""
    path = tmp_path_factory.mktemp("corpus") / "corpus.jsonl"
    lines = [json.dumps({"id": f"a{number}", "text": _text(number)}) for number in range(40)]
    lines.insert(3, "not json")
    lines.insert(9, json.dumps({"id": "a1"}))
    lines.insert(20, json.dumps({"id": [1], "text": "An id that is a list."}))
    lines.insert(30, json.dumps(["no object"]))
    lines.append(json.dumps({"id": "a2", "text": "The same id again. \ud800"}))
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def whole(corpus: Path) -> Path:
    """Its tables, made in one run that nothing disturbed."""
    run_corpus(corpus, corpus.parent / "whole", workers=1, shard=7)
    return corpus.parent / "whole"


@pytest.fixture(scope="session")
def assert_same() -> Callable[[Path, Path], None]:
    """Compares the tables of two runs, cell by cell."""

    def compare(one: Path, other: Path) -> None:
        for table in TABLES:
            left, right = (load_table(out, table).reset_index(drop=True) for out in (one, other))
            pd.testing.assert_frame_equal(left, right)

    return compare
