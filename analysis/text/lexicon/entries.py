"""Entries: the rows of a lexicon file, checked as they are read."""

from __future__ import annotations

import math
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from analysis.text.library import DataError, read_rows

COLUMNS = ("term", "label", "weight", "inflection", "note", "example", "source")
INFLECTIONS = ("", "noun", "verb")
# How the Penn tags of each part of speech begin.
PARTS_OF_SPEECH = {"noun": "NN", "verb": "VB", "adjective": "JJ", "adverb": "RB"}
BETWEEN_SENTENCES = " | "  # sentences in one field


class Entry(NamedTuple):
    """One row of a lexicon."""

    term: str
    label: str
    weight: float | None
    inflection: str
    note: str
    example: str
    source: str
    pos: str = ""
    names: bool = True  # whether a part of a name counts
    false_friends: tuple[str, ...] = ()  # sentences that hold the words in another sense


def read_entries(path: Path) -> Iterator[Entry]:
    """The rows of a lexicon file, whose sources stand in ``sources.csv`` beside it.

    Raises:
        DataError: a term is empty or stands twice, a source is not in ``sources.csv``, a weight
            is no number, or an inflection or a part of speech is unknown. The message names file,
            row and remedy.
    """
    sources = {row["source"] for row in read_rows(path.parent / "sources.csv", ("source", "licence"))}
    seen: dict[str, int] = {}
    for number, row in enumerate(read_rows(path, COLUMNS), start=2):
        where = f"{path.name}, row {number}"
        term = clean_term(row["term"])
        if not term or not row["label"]:
            raise DataError(f"{where}: fill in both term and label")
        if term in seen:
            raise DataError(f"{where}: {term!r} stands in row {seen[term]} already; keep one of them")
        if row["source"] not in sources:
            raise DataError(f"{where}: add the source {row['source']!r} to sources.csv first")
        if row["inflection"] not in INFLECTIONS:
            raise DataError(f"{where}: inflection is {row['inflection']!r}; write noun, verb or nothing")
        if (pos := row.get("pos", "")) and pos not in PARTS_OF_SPEECH:
            raise DataError(f"{where}: pos is {pos!r}; write {', '.join(PARTS_OF_SPEECH)} or nothing")
        if (names := row.get("names", "yes")) not in ("", "yes"):
            raise DataError(f"{where}: names is {names!r}; write yes or nothing")
        try:
            weight = float(row["weight"]) if row["weight"] else None
        except ValueError:
            weight = math.nan
        if weight is not None and not math.isfinite(weight):
            raise DataError(f"{where}: weight is {row['weight']!r}; write a number or nothing")
        seen[term] = number
        yield Entry(
            term,
            row["label"],
            weight,
            row["inflection"],
            row["note"],
            row["example"],
            row["source"],
            pos,
            bool(names),
            tuple(filter(None, row.get("false_friends", "").split(BETWEEN_SENTENCES))),
        )


def clean_term(term: str) -> str:
    """A term as it is matched: straight apostrophes, one space between its words."""
    return " ".join(term.replace("’", "'").split())
