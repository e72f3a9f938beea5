"""A corpus in tables: nothing vanishes, and the tables hang on the corpus alone."""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from analysis.cli import main
from analysis.corpus import TABLES, load_table, run_corpus
from analysis.corpus.shards import cut_shards, measure_article
from analysis.corpus.sources import Article, count_articles, read_source
from analysis.corpus.tables import NOTES, schema_of
from analysis.findings.annotation import annotate
from analysis.text.document import make_document
from analysis.text.rates import rows_of
from analysis.text.reading import ReadingError

ROOT = Path(__file__).resolve().parents[2]
Compare = Callable[[Path, Path], None]


def test_every_line_is_an_article_or_an_error_and_none_is_lost(corpus: Path, whole: Path) -> None:
    articles, errors = load_table(whole, "articles"), load_table(whole, "errors")
    assert len(articles) == 41
    assert sorted([*articles["number"], *errors["number"]]) == list(range(45))
    assert dict(zip(errors["id"], errors["reason"], strict=True)) == {
        "line 4": "line 4 is not JSON in UTF-8",
        "a1": 'line 10 has no "text" that is a string',
        "line 21": 'line 21: "id" must be a string or a whole number',
        "line 31": "line 31 is not an object",
    }


def test_two_articles_of_one_id_are_kept_apart_by_their_numbers(whole: Path) -> None:
    twice = load_table(whole, "articles").query("id == 'a2'")
    assert len(twice) == len(set(twice["number"])) == 2


def test_the_tables_say_what_annotate_says(corpus: Path, whole: Path) -> None:
    texts = {article.number: article for article in read_source(corpus) if article.text is not None}
    quotations = load_table(whole, "quotations")
    for number in (0, 5, 17):
        article = texts[number]
        found = annotate(make_document(article.text or "", id=article.id))
        mine = list(rows_of(quotations[quotations["number"] == number]))
        assert [(row.start, row.end, row.type) for row in mine] == [
            (row["start"], row["end"], row["type"]) for row in found["quotations"]
        ]
        (one,) = rows_of(load_table(whole, "articles").query(f"number == {number}"))
        assert one.n_words == found["n_words"]
        assert (
            one.n_words_direct + one.n_words_indirect + one.n_words_reporting + one.n_words_narration
            == one.n_words
        )
        n_terms = (load_table(whole, "framing")["number"] == number).sum()
        assert one.n_framing + one.n_framing_news == len(found["framing"]) == n_terms


def test_the_words_of_a_quotation_lead_back_to_the_text(corpus: Path, whole: Path) -> None:
    texts = {article.number: article.text or "" for article in read_source(corpus)}
    rows = list(rows_of(load_table(whole, "quotations")[["number", "start", "end", "surface"]]))
    assert rows
    assert all(texts[row.number][row.start : row.end] == row.surface for row in rows)


@pytest.mark.parametrize(("workers", "shard"), [(2, 7), (1, 1000), (2, 1)])
def test_neither_workers_nor_shards_change_the_tables(
    workers: int, shard: int, corpus: Path, whole: Path, tmp_path: Path, assert_same: Compare
) -> None:
    result = run_corpus(corpus, tmp_path / "out", workers=workers, shard=shard)
    assert (result.n_in, result.n_out, result.n_errors) == (45, 41, 4)
    assert_same(whole, tmp_path / "out")


@pytest.mark.parametrize(
    "surroundings",
    [
        {"PYTHONHASHSEED": "1", "LC_ALL": "C", "TZ": "UTC"},
        {"PYTHONHASHSEED": "2", "LC_ALL": "tr_TR.UTF-8", "TZ": "Asia/Kathmandu", "PYTHONUTF8": "0"},
    ],
    ids=["c", "turkish"],
)
def test_neither_hash_seed_nor_locale_nor_clock_changes_a_byte(
    surroundings: dict[str, str], corpus: Path, whole: Path, tmp_path: Path
) -> None:
    command = [sys.executable, "-m", "analysis", "corpus", str(corpus), str(tmp_path / "out"), "--shard", "7"]
    subprocess.run(
        command, env=os.environ | surroundings | {"PYTHONPATH": str(ROOT)}, check=True, cwd=tmp_path
    )
    parts = sorted(path.relative_to(whole) for path in whole.rglob("*.parquet"))
    assert len(parts) == len(TABLES) * 7
    assert [
        part for part in parts if (tmp_path / "out" / part).read_bytes() != (whole / part).read_bytes()
    ] == []


def test_the_same_corpus_comes_packed_as_csv_and_as_parquet(
    corpus: Path, whole: Path, tmp_path: Path, assert_same: Compare
) -> None:
    content = corpus.read_bytes()
    (tmp_path / "c.jsonl.gz").write_bytes(gzip.compress(content))
    (tmp_path / "c.jsonl.zst").write_bytes(pa.compress(content, codec="zstd", asbytes=True))
    for name in ("c.jsonl.gz", "c.jsonl.zst"):
        run_corpus(tmp_path / name, tmp_path / f"out-{name}", workers=1)
        assert_same(whole, tmp_path / f"out-{name}")
    rows = [{"id": a.id, "text": a.text} for a in read_source(corpus) if a.text and "\ud800" not in a.text]
    pq.write_table(pa.Table.from_pylist(rows), tmp_path / "c.parquet")
    from_parquet = list(read_source(tmp_path / "c.parquet"))
    assert [(a.id, a.text) for a in from_parquet] == [(row["id"], row["text"]) for row in rows]
    import pandas as pd

    pd.DataFrame(rows).to_csv(tmp_path / "c.csv", index=False)
    assert [(a.id, a.text) for a in read_source(tmp_path / "c.csv")] == [
        (row["id"], row["text"]) for row in rows
    ]


def test_a_folder_of_files_is_a_corpus_in_the_order_of_names(tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    (folder / "b").mkdir(parents=True)
    (folder / "b" / "one.txt").write_text("“Yes,” said Ann Lee.", encoding="utf-8")
    (folder / "a.md").write_text("# A title\n\nThe port is *shut*.", encoding="utf-8")
    (folder / "torn.pdf").write_bytes(b"%PDF-1.7 torn")
    (folder / "picture.png").write_bytes(b"no article")
    result = run_corpus(folder, tmp_path / "out", workers=1)
    assert (result.n_in, result.n_out, result.n_errors) == (3, 2, 1)
    assert list(load_table(tmp_path / "out", "articles")["id"]) == ["a.md", "b/one.txt"]
    (error,) = rows_of(load_table(tmp_path / "out", "errors"))
    assert error.id == "torn.pdf"
    assert "damaged" in error.reason
    assert count_articles(folder) == 3


def test_an_article_that_breaks_a_measure_costs_itself_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("no")

    monkeypatch.setattr("analysis.corpus.shards.rows_of_article", fail)
    rows = measure_article(Article(4, "x", "A text."))
    assert rows == {
        "errors": [{"number": 4, "id": "x", "reason": "a measure failed on it (RuntimeError: no)"}]
    }


def test_an_article_that_is_too_long_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("analysis.corpus.shards.MAX_CHARACTERS", 10)
    (row,) = measure_article(Article(0, "x", "A text that is long."))["errors"]
    assert row["reason"] == "longer than 10 characters"


def test_shards_are_bounded_in_articles_and_in_characters(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("analysis.corpus.shards.MAX_SHARD_CHARACTERS", 10)
    articles = [Article(number, str(number), "x" * 6) for number in range(3)]
    assert [len(shard.articles) for shard in cut_shards(articles, 5)] == [1, 1, 1]
    short = [Article(number, str(number), "x") for number in range(5)]
    assert [len(shard.articles) for shard in cut_shards(short, 2)] == [2, 2, 1]


def test_columns_have_the_kinds_and_notes_that_are_listed(whole: Path) -> None:
    for table in TABLES:
        schema = pq.read_schema(next((whole / table).glob("*.parquet")))
        assert schema.equals(schema_of(table), check_metadata=False)
        for field in schema:
            if field.name in NOTES:
                assert field.metadata[b"note"].decode() == NOTES[field.name]


def test_duckdb_reads_the_tables(whole: Path) -> None:
    import duckdb

    parts = f"{whole}/articles/*.parquet"
    ((n, n_framed),) = duckdb.sql(f"select count(*), sum(n_framing > 0)::int from '{parts}'").fetchall()
    assert n == 41
    assert 0 < n_framed < 41


def test_another_corpus_is_not_mixed_into_the_tables(corpus: Path, tmp_path: Path) -> None:
    (tmp_path / "one.jsonl").write_text(json.dumps({"text": "One."}) + "\n", encoding="utf-8")
    run_corpus(tmp_path / "one.jsonl", tmp_path / "out", workers=1)
    with pytest.raises(ValueError, match="tables of another corpus"):
        run_corpus(corpus, tmp_path / "out", workers=1)
    with pytest.raises(ValueError, match="no empty folder"):
        run_corpus(corpus, tmp_path, workers=1)


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("c.txt", b"x", "is no corpus"),
        ("c.csv", b"a,b\n1,2\n", 'no column "text"; its columns are: a, b'),
        ("c.csv", b"", "its columns are: none"),
        ("c.csv", b'id,"text\na,b\n', "does not begin with the names of columns"),
        ("c.csv", "id,text\na,b\n".encode("utf-16"), "c.csv is not UTF-8; save it as “CSV UTF-8”"),
        ("c.csv", b"id,text\n", "c.csv holds no article"),
        ("c.jsonl", b"\n", "c.jsonl holds no article"),
        ("c.parquet", b"torn", "damaged or no Parquet"),
    ],
)
def test_what_is_no_corpus_gets_a_sentence(name: str, content: bytes, told: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(ReadingError, match=told):
        run_corpus(tmp_path / name, tmp_path / "out", workers=1)
    assert not (tmp_path / "out").exists()


def test_a_folder_without_an_article_gets_a_sentence_and_no_tables(tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "old.doc").write_bytes(b"x")
    with pytest.raises(ReadingError, match="articles holds no article"):
        run_corpus(tmp_path / "articles", tmp_path / "out", workers=1)
    assert not (tmp_path / "out").exists()


def test_a_folder_in_which_a_run_made_no_table_takes_another_corpus(tmp_path: Path) -> None:
    """As after a Dask scheduler that was not there: the folder holds a lock and a name, nothing more."""
    for name in ("one", "two"):
        (tmp_path / f"{name}.jsonl").write_text(json.dumps({"text": f"Item {name}."}), encoding="utf-8")
    out = tmp_path / "out"
    with pytest.raises(ValueError, match="no Dask scheduler"):
        run_corpus(tmp_path / "one.jsonl", out, engine="dask", scheduler="tcp://127.0.0.1:9")
    assert run_corpus(tmp_path / "two.jsonl", out, workers=1, shard=5).n_out == 1
    with pytest.raises(ValueError, match="tables of another corpus"):
        run_corpus(tmp_path / "one.jsonl", out, workers=1)


def test_the_command_says_where_the_articles_went(
    corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["corpus", str(corpus), str(tmp_path / "out"), "--workers", "1", "--quiet"]
    assert main(arguments) == 0
    assert capsys.readouterr().out == f"45 articles: 41 measured, 4 in {tmp_path / 'out' / 'errors'}\n"
    assert main(arguments) == 0
    assert "(45 of them by an earlier run)" in capsys.readouterr().out
    assert main(["corpus", str(tmp_path / "none.jsonl"), str(tmp_path / "x")]) == 2
