"""A shard: some hundred articles, measured and written as one part of each table, whole or not at all."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from analysis.corpus.sources import Article
from analysis.corpus.tables import TABLES, Rows, count_rows, escape_surrogates, rows_of_article, schema_of
from analysis.text.document import make_document
from analysis.text.reading import ReadingError, read_document

DONE = "finished"  # folder of the marks that a shard is whole
MAX_CHARACTERS = 2_000_000  # of one article; a longer one is a book, and goes to errors
MAX_SHARD_CHARACTERS = 4_000_000  # so that a worker's memory does not hang on the corpus
COMPRESSION = "zstd"


@dataclass(frozen=True, slots=True)
class Shard:
    """Some articles in a row, and the number of the part that they make."""

    number: int
    articles: tuple[Article, ...]


@dataclass(frozen=True, slots=True)
class Count:
    """What became of a shard: articles that came in, went out measured, and went to errors."""

    shard: int
    n_in: int
    n_out: int
    n_errors: int


def cut_shards(articles: Iterable[Article], size: int) -> Iterator[Shard]:
    """Articles cut into shards of at most ``size``, and of a bounded number of characters.

    The cuts hang on the corpus alone, so that a run that goes on after a break cuts as before.
    """
    held: list[Article] = []
    number = n_characters = 0
    for article in articles:
        length = len(article.text or "")
        if held and (len(held) == size or n_characters + length > MAX_SHARD_CHARACTERS):
            yield Shard(number, tuple(held))
            number, n_characters, held = number + 1, 0, []
        held.append(article)
        n_characters += length
    if held:
        yield Shard(number, tuple(held))


def measure_article(article: Article) -> Rows:
    """An article's rows; of one that cannot be measured a row of errors. No article stops the others."""
    if article.error is not None:
        return error_row(article, article.error)
    try:
        if article.file is not None:
            doc = read_document(Path(article.file))
        else:
            doc = make_document(article.text or "", id=article.id)
        if len(doc.text) > MAX_CHARACTERS:
            return error_row(article, f"longer than {MAX_CHARACTERS:,} characters")
        return {
            table: [row | {"id": escape_surrogates(article.id)} for row in rows]
            for table, rows in rows_of_article(doc, article.number).items()
        }
    except ReadingError as error:
        return error_row(article, str(error))
    except MemoryError:
        return error_row(article, "too large for this machine's memory")
    except Exception as error:  # what one article does to a measure must not cost the night's run
        return error_row(article, f"a measure failed on it ({type(error).__name__}: {error})")


def run_shard(shard: Shard, out: str, measure: Callable[[Article], Rows] = measure_article) -> Count:
    """Measure a shard and write its parts."""
    return write_shard(shard, [measure(article) for article in shard.articles], Path(out))


def error_row(article: Article, reason: str) -> Rows:
    """The row of an article that could not be measured."""
    return {
        "errors": [
            {
                "number": article.number,
                "id": escape_surrogates(article.id),
                "reason": escape_surrogates(reason)[:500],
            }
        ]
    }


def write_shard(shard: Shard, rows: Sequence[Rows], out: Path) -> Count:
    """Write one part of each table, then the mark that the shard is whole.

    Each file is written beside its place and moved there in one step. A break leaves old parts or new
    ones, never half of one; without its mark a shard is made again.

    Raises:
        OSError: the disk is full, or nothing may be written there.
    """
    counts = count_rows(rows)
    count = Count(shard.number, len(shard.articles), counts["articles"], counts["errors"])
    if count.n_in != count.n_out + count.n_errors:
        raise AssertionError(f"shard {shard.number}: {count.n_in} articles came in, {count} went out")
    for table in TABLES:
        _write_table(table, rows, part_path(out, table, shard.number))
    write_whole(mark_path(out, shard.number), json.dumps(asdict(count)).encode())
    return count


def part_path(out: Path, table: str, shard: int) -> Path:
    """Where a part of a table lies."""
    return out / table / f"part-{shard:06d}.parquet"


def mark_path(out: Path, shard: int) -> Path:
    """Where the mark lies that a shard is whole."""
    return out / DONE / f"{shard:06d}.json"


def load_count(out: Path, shard: int) -> Count | None:
    """The count of a shard that is whole, else None."""
    try:
        return Count(**json.loads(mark_path(out, shard).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def _write_table(table: str, rows: Sequence[Rows], path: Path) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    listed = [row for one in rows for row in one.get(table, ())]
    content = pa.Table.from_pylist(listed, schema=schema_of(table))
    sink = pa.BufferOutputStream()
    pq.write_table(content, sink, compression=COMPRESSION)
    write_whole(path, sink.getvalue().to_pybytes())


def write_whole(path: Path, content: bytes) -> None:
    """Write a file beside its place, make sure that it is on the disk, and move it there."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with beside.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
