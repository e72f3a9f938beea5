"""The project's own annotated texts: well formed, and a test bed where no other gold is at hand."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from analysis.findings.evaluation.quotation import ArticleScore, score_articles
from analysis.text.library import DATA
from analysis.text.reading import SAMPLE, load_text, text_names

FOLDER = DATA / "texts" / "annotations"
LAYERS = (
    "quotes", "quotations", "frames", "news_frames", "calls", "certainty", "passives", "numbers",
    "free_indirect",
)  # fmt: skip
FILES = ("a.jsonl", "b.jsonl", "adjudicated.jsonl")


def rows_of(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def f1(scores: list[ArticleScore], scope: str) -> float:
    hit, found, gold = (sum(column) for column in zip(*(s.chars[scope] for s in scores), strict=True))
    return 2 * hit / (found + gold)


@pytest.mark.parametrize("name", FILES)
def test_every_mark_of_a_reader_stands_where_it_says(name: str) -> None:
    for article in rows_of(FOLDER / name):
        text = load_text(article["id"]).text
        for layer in LAYERS:
            for mark in article.get(layer, []):
                assert text[mark["start"] : mark["end"]] == mark["string"]
        for quote in article["quotes"]:
            for part in ("speaker", "cue"):
                if quote[part] is not None:
                    assert text[quote[f"{part}_start"] : quote[f"{part}_end"]] == quote[part]


def test_every_invented_text_is_read_twice_and_settled() -> None:
    invented = sorted(set(text_names()) - {SAMPLE})
    for name in FILES:
        assert [article["id"] for article in rows_of(FOLDER / name)] == invented


def test_each_difference_has_a_place_a_decision_and_a_reason() -> None:
    with (FOLDER / "adjudication.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) > 100
    for row in rows:
        assert load_text(row["id"]).text[int(row["start"]) : int(row["end"])] == row["string"]
        assert row["layer"] in LAYERS
        assert row["decision"] in ("a", "b")
        assert row["reason"]


def test_two_readers_with_one_manual_agree() -> None:
    scores = list(score_articles(FOLDER / "a.jsonl", reader=FOLDER / "b.jsonl"))
    assert f1(scores, "all") > 0.9


@pytest.mark.parametrize(("scope", "least"), [("all", 0.86), ("direct and mixed", 0.91)])
def test_the_measure_reads_texts_that_it_was_not_made_on(scope: str, least: float) -> None:
    assert f1(list(score_articles(FOLDER / "adjudicated.jsonl")), scope) >= least
