"""What `make bench` times still runs, on articles that differ; how fast it is, no test says."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from types import ModuleType

FOLDER = Path(__file__).resolve().parent / "benchmarks"


def load(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, FOLDER / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


articles, contestants, parts = load("articles"), load("contestants"), load("parts")


def test_two_thousand_made_articles_are_all_different_and_the_same_every_time() -> None:
    made = articles.make_articles(2_000)
    assert len(set(made)) == 2_000
    assert made == articles.make_articles(2_000)
    assert max(map(len, made)) > 10 * min(map(len, made))


def test_every_contestant_reads_an_article() -> None:
    text = articles.make_articles(1)[0]
    found = {name: contestants.CONTESTANTS[name]()(text) for name in contestants.list_contestants()}
    assert json.loads(found[contestants.WHOLE])["n_words"] > 100
    words, sentences, *_ = found[contestants.BASICS]
    assert len(words) > len(sentences) > 5


def test_the_parts_of_an_annotation_end_with_the_line_that_the_whole_gives() -> None:
    text = articles.make_articles(1)[0]
    work = parts.Work(text=text)
    for run in parts.PARTS.values():
        run(work)
    assert work.line == contestants.CONTESTANTS[contestants.WHOLE]()(text)
    assert list(parts.time_parts(text)) == list(parts.PARTS)


def test_like_for_like_gives_vader_what_the_pipeline_gives() -> None:
    pipeline, basics = contestants.make_nltk_pipeline(), contestants.CONTESTANTS[contestants.BASICS]()
    for text in articles.make_articles(20):
        assert basics(text)[2] == pipeline(text)[2]
