"""Plain text: every character stays, line ends included."""

from __future__ import annotations

import json

from analysis.text.reading.extracts import Extract
from analysis.text.reading.limits import ReadingError


def read_plain(text: str, name: str) -> Extract:
    """A text as it stands.

    Raises:
        ReadingError: it is JSON, which holds an article in one of its fields at best.
    """
    if is_json(text):
        raise ReadingError(f"{name} is JSON, not an article; save the article's own text as UTF-8 text")
    return Extract(text, "plain text")


def is_json(text: str) -> bool:
    """Whether a text is a JSON object or a list of them or of lists; an editor's [note] is none."""
    body = text.strip()
    if not (body.startswith(("{", "[{", "[[", "[\n")) and body.endswith(("}", "]"))):
        return False
    try:
        return isinstance(json.loads(body), dict | list)
    except (ValueError, RecursionError):
        return False
