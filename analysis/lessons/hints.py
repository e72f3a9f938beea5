"""What students are told on typical wrong answers: what went wrong, never the answer."""

from __future__ import annotations

from functools import cache

from analysis.text.library import DATA, read_rows


@cache
def load_hints() -> dict[str, str]:
    """Each hint by its name, from ``data/lessons/hints.csv``."""
    rows = read_rows(DATA / "lessons" / "hints.csv", ("name", "hint"))
    return {row["name"]: row["hint"] for row in rows}
