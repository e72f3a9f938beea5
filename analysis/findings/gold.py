"""Human annotation, as files of one JSON object a line bring it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from analysis.text.reading import ReadingError, load_text

Row = tuple[int, int, str | None]  # start, end, speaker


@dataclass(frozen=True)
class GoldArticle:
    """One annotated article: its outermost attributed quotations, and the spans that nobody judged."""

    id: str
    text: str
    source: str
    rows: list[Row]
    ignored: list[Sequence[int]]


def read_json_lines(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    """The JSON objects of a file, one a line, with the number of the line; empty lines are passed over.

    Raises:
        ReadingError: the file is missing, or a line is no JSON object; the message names the line.
    """
    if not path.is_file():
        raise ReadingError(f"there is no file {path}")
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, start=1):
            if not line.strip():
                continue
            try:
                row = json.loads(line)
            except ValueError as error:
                raise ReadingError(f"{path.name}, line {number} is not JSON") from error
            if not isinstance(row, dict):
                raise ReadingError(f"{path.name}, line {number} is no JSON object")
            yield number, row


def read_gold(path: Path) -> Iterator[GoldArticle]:
    """The articles of a gold file, in order.

    The project's own annotations name their text by its id instead of repeating it.

    Raises:
        ReadingError: the file is missing, or a line is no article; the message names the line.
    """
    for number, row in read_json_lines(path):
        try:
            text = row["text"] if "text" in row else load_text(row["id"]).text
            rows: list[Row] = [
                (q["start"], q["end"], q.get("speaker"))
                for q in row["quotes"]
                if q.get("level", 1) == 1 and q.get("attribution", "speech") is not None
            ]
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            if isinstance(error, ReadingError):
                raise
            raise ReadingError(f"{path.name}, line {number}: no article with text and quotes") from error
        yield GoldArticle(str(row.get("id")), text, row.get("source", ""), rows, row.get("ignore", []))
