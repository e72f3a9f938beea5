"""Findings as tables for other programs: what was found, place by place, and what was measured."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields
from typing import TYPE_CHECKING, Any

from analysis.findings.reading import Findings, measure_all
from analysis.text.rates import to_table

if TYPE_CHECKING:
    import pandas as pd

_PLACE = {"start": "int64", "end": "int64", "surface": "string"}
_VOICED = {"voice": "string", "speaker": "string"}


def list_tables(
    findings: Findings, tables: Mapping[str, pd.DataFrame] | None = None
) -> dict[str, pd.DataFrame]:
    """Every table that is exported, by its name: the source card, the places found, then the measures.

    Args:
        tables: those of `measure_all`, where they are at hand already.

    Returns: tables whose columns `COLUMN_NOTES` explains.
    """
    places = {name: make(findings) for name, make in PLACES.items()}
    return places | dict(measure_all(findings) if tables is None else tables)


def _source_card(findings: Findings) -> pd.DataFrame:
    card = findings.doc.source
    rows: list[tuple[str, Any]] = []
    if card is not None:
        rows += [(field.name, getattr(card, field.name)) for field in fields(card) if field.name != "cut"]
        rows += [(f"left out: {what}", count) for what, count in card.cut]
    rows += [("warning", warning) for warning in findings.warnings]
    known = [{"field": name, "value": str(value)} for name, value in rows if value not in (None, "")]
    return to_table(known, {"field": "string", "value": "string"})


def _quotations(findings: Findings) -> pd.DataFrame:
    names = {entity.entity: entity.name for entity in findings.quotations.entities}
    rows = [row._asdict() | {"name": names.get(row.entity or 0)} for row in findings.quotations.rows]
    return to_table(
        rows,
        _PLACE
        | {"type": "string", "level": "int64", "group": "int64", "attribution": "string", "kind": "string"}
        | {"speaker": "string", "entity": "Int64", "name": "string", "cue": "string", "cue_class": "string"}
        | {"rule": "string", "reason": "string"},
    )


def _voices(findings: Findings) -> pd.DataFrame:
    names = {entity.entity: entity.name for entity in findings.quotations.entities}
    rows = [span._asdict() | {"speaker": names.get(span.entity or 0)} for span in findings.voices]
    return to_table(rows, _PLACE | _VOICED | {"free_indirect": "boolean", "reason": "string"})


def _loaded(findings: Findings) -> pd.DataFrame:
    columns = {
        "kind": "string",
        "weight": "float64",
        "rule": "string",
        "reason": "string",
        "source": "string",
    }
    return _voiced(findings, (match._asdict() for match in findings.loaded.terms), columns)


def _framing(findings: Findings) -> pd.DataFrame:
    matches = sorted(findings.framing + findings.news_framing, key=lambda match: (match.start, match.end))
    rows = [match._asdict() | {"frame": match.label} for match in matches]
    columns = {"frame": "string", "term": "string", "lexicon": "string", "source": "string"}
    return _voiced(findings, rows, columns)


def _tone(findings: Findings) -> pd.DataFrame:
    rows = []
    for tone in findings.tone:
        terms = (f"{term.surface} ({term.contribution:+.2f})" for term in tone.terms)
        row = {"start": tone.start, "end": tone.end, "surface": tone.surface, "score": tone.score}
        row |= {"status": tone.status, "coverage": tone.coverage, "intercept": tone.intercept}
        rows.append(row | {"terms": "; ".join(terms)})
    numbers = {"score": "float64", "status": "string", "coverage": "float64", "intercept": "float64"}
    return _voiced(findings, rows, numbers | {"terms": "string"})


def _stance(findings: Findings) -> pd.DataFrame:
    columns = {"kind": "string", "addressee": "string", "act": "string", "sourced": "boolean"}
    columns |= {"source": "string", "rule": "string", "reason": "string"}
    return _voiced(findings, (match._asdict() for match in findings.stance), columns)


def _names(findings: Findings) -> pd.DataFrame:
    columns = {"entity": "int64", "name": "string", "form": "string"}
    return _voiced(findings, (match._asdict() for match in findings.names), columns)


def _labels(findings: Findings) -> pd.DataFrame:
    columns = {"set": "string", "alternative": "string", "others": "string", "source": "string"}
    rows = [match._asdict() | {"others": "; ".join(match.others)} for match in findings.labels]
    return _voiced(findings, rows, columns)


def _voiced(
    findings: Findings, rows: Iterable[Mapping[str, Any]], columns: Mapping[str, str]
) -> pd.DataFrame:
    """Rows with the voice in which each begins, and who speaks there."""
    names = {entity.entity: entity.name for entity in findings.quotations.entities}
    whole = []
    for row in rows:
        voice, entity = findings.voice_at(row["start"])
        whole.append({**row, "voice": voice, "speaker": names.get(entity or 0)})
    return to_table(whole, _PLACE | _VOICED | dict(columns))


# What was found, place by place; the names differ from those in `MEASURES`.
PLACES: dict[str, Callable[[Findings], pd.DataFrame]] = {
    "source_card": _source_card,
    "quotations": _quotations,
    "voice_spans": _voices,
    "loaded_words": _loaded,
    "framing_terms": _framing,
    "tone_by_sentence": _tone,
    "stance_marks": _stance,
    "name_mentions": _names,
    "label_words": _labels,
}
