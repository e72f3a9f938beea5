"""The tables of a corpus: their columns, with a note on each, and an article's rows in them.

The rows are those of `discourse annotate`, with the article's number and id before them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from analysis.findings.annotation import annotate
from analysis.text.document import Document

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa

DECIMALS = 6  # of stored numbers: what lies beyond hangs on the machine, not on the text
VOICES = ("direct", "indirect", "reporting", "narration")
KEYS = {"number": "int64", "id": "string"}
PLACE = {"start": "int64", "end": "int64"}

# By table, each column with its kind. `number` joins them all.
TABLES: dict[str, dict[str, str]] = {
    "articles": KEYS
    | {"sha256": "string", "n_characters": "int64", "n_words": "int64", "n_paragraphs": "int64"}
    | {"n_sentences": "int64"}
    | {f"n_words_{voice}": "int64" for voice in VOICES}
    | {"n_quotations": "int64", "n_entities": "int64", "n_framing": "int64", "n_framing_news": "int64"}
    | {"n_loaded": "int64"}
    | {"n_calls": "int64", "tone": "double", "n_scored": "int64", "warnings": "string"},
    "quotations": KEYS
    | PLACE
    | {"surface": "string", "type": "string", "level": "int64", "group": "int64", "attribution": "string"}
    | {"kind": "string", "speaker": "string", "speaker_start": "int64", "speaker_end": "int64"}
    | {"entity": "int64", "cue": "string", "cue_class": "string", "rule": "string"},
    "framing": KEYS
    | PLACE
    | {"term": "string", "frame": "string", "lexicon": "string", "voice": "string", "entity": "int64"},
    "tone": KEYS | PLACE | {"score": "double", "status": "string", "coverage": "double", "n_terms": "int64"},
    "loaded": KEYS | PLACE | {"kind": "string", "voice": "string", "entity": "int64", "reason": "string"},
    "names": KEYS
    | PLACE
    | {"entity": "int64", "name": "string", "entity_kind": "string", "form": "string", "voice": "string"},
    "errors": KEYS | {"reason": "string"},
}
NOTES = {
    "number": "place of the article in the corpus, from 0; joins the tables",
    "id": "the article's own id; two articles may share one",
    "start": "first character, in code points of the text, from 0",
    "end": "character behind the last",
    "n_framing": "terms of the ten frames of texts that argue",
    "n_framing_news": "terms of the eleven frames of news in general",
    "tone": "mean of the sentences with a score, -4 to 4; missing where none has one",
    "score": "expected rating of the sentence, -4 to 4; missing without evidence",
    "coverage": "share of the sentence's words that lie in a rated term, 0 to 1",
    "entity": "number of the actor within its article; missing where unknown",
    "warnings": "what to know before trusting the article's numbers, joined by ' | '",
    "reason": "why it is there, in words",
}
Rows = dict[str, list[dict[str, Any]]]


def schema_of(table: str) -> pa.Schema:
    """The Arrow schema of a table, with a note on the columns that need one."""
    import pyarrow as pa

    kinds = {"int64": pa.int64(), "double": pa.float64(), "string": pa.string()}
    return pa.schema(
        [
            pa.field(name, kinds[kind], metadata={"note": NOTES[name]} if name in NOTES else None)
            for name, kind in TABLES[table].items()
        ]
    )


def load_table(out: Path | str, table: str) -> pd.DataFrame:
    """One table of a corpus, all its parts, in the order of the corpus.

    Returns: a row an article, quotation, term, sentence or mention; the columns are those of `TABLES`.

    Raises:
        ValueError: there is no table of that name; the message lists those there are.
    """
    import pandas as pd

    if table not in TABLES:
        raise ValueError(f"there is no table {table!r}; there are: {', '.join(TABLES)}")
    return pd.read_parquet(Path(out) / table, dtype_backend="numpy_nullable")


def rows_of_article(doc: Document, number: int) -> Rows:
    """An article's rows in each table but errors."""
    found = annotate(doc)
    keys = {"number": number, "id": escape_surrogates(doc.id)}
    kinds = {one["entity"]: one["kind"] for one in found["entities"]}
    names = {one["entity"]: one["name"] for one in found["entities"]}
    rows: Rows = {
        "articles": [keys | _summary(found)],
        "quotations": [
            keys | _pick(row, "quotations") | {"surface": doc.text[row["start"] : row["end"]]}
            for row in found["quotations"]
        ],
        "framing": [keys | _pick(row, "framing") for row in found["framing"]],
        "tone": [
            keys | _pick(row, "tone") | {"n_terms": len(row["terms"])} for row in found["tone"]["sentences"]
        ],
        "loaded": [keys | _pick(row, "loaded") for row in found["loaded"]["terms"]],
        "names": [
            keys
            | _pick(row, "names")
            | {"name": names.get(row["entity"]), "entity_kind": kinds.get(row["entity"])}
            for row in found["names"]
        ],
    }
    return {table: [_rounded(row) for row in some] for table, some in rows.items()}


def _summary(found: Mapping[str, Any]) -> dict[str, Any]:
    starts = [start for start, _ in found["words"]]
    words = Counter[str]()
    for span in found["voices"]:
        words[span["voice"]] += bisect_left(starts, span["end"]) - bisect_left(starts, span["start"])
    scores = [row["score"] for row in found["tone"]["sentences"] if row["score"] is not None]
    return {
        "sha256": found["sha256"], "n_characters": found["n_characters"], "n_words": found["n_words"],
        "n_paragraphs": len(found["paragraphs"]), "n_sentences": len(found["sentences"]),
        **{f"n_words_{voice}": words[voice] for voice in VOICES},
        "n_quotations": sum(row["attribution"] is not None for row in found["quotations"]),
        "n_entities": len(found["entities"]),
        "n_framing": sum(row["lexicon"] == "framing" for row in found["framing"]),
        "n_framing_news": sum(row["lexicon"] == "framing_news" for row in found["framing"]),
        "n_loaded": len(found["loaded"]["terms"]),
        "n_calls": sum(row["kind"] == "call" for row in found["stance"]),
        "tone": sum(scores) / len(scores) if scores else None, "n_scored": len(scores),
        "warnings": " | ".join(found["warnings"]),
    }  # fmt: skip


def _pick(row: Mapping[str, Any], table: str) -> dict[str, Any]:
    return {name: row[name] for name in TABLES[table] if name in row}


def _rounded(row: dict[str, Any]) -> dict[str, Any]:
    return {name: _as_stored(value) for name, value in row.items()}


def _as_stored(value: Any) -> Any:
    if isinstance(value, float):
        return round(value, DECIMALS)
    return escape_surrogates(value) if isinstance(value, str) else value


def escape_surrogates(text: str) -> str:
    """A string that Parquet can hold: a lone surrogate becomes its escape."""
    return text.encode("utf-8", "backslashreplace").decode()


def count_rows(rows: Sequence[Rows]) -> dict[str, int]:
    """How many rows there are in each table."""
    return {table: sum(len(one.get(table, ())) for one in rows) for table in TABLES}
