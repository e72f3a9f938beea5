"""Shares: how much is whose, in words and in characters."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING, Any

from analysis.measures.quotation.quotations import Quotation, Quotations
from analysis.measures.quotation.voices import VoiceSpan, makes_voice
from analysis.text.document import Document
from analysis.text.library import DATA, read_rows
from analysis.text.rates import share, to_table
from analysis.text.spans import Spans

if TYPE_CHECKING:
    import pandas as pd

ORDER = ("direct", "indirect", "reporting", "narration")
NO_SOURCE = "(no source named)"
CUE_CLASSES = ("neutral", "factive", "distancing", "evaluative")


def measure_voices(doc: Document, voices: Iterable[VoiceSpan]) -> pd.DataFrame:
    """Words and characters of each voice.

    Returns: a row a voice, also for one without words: voice, n_words, base (words of all voices), share
    (0 to 1; nan without words), n_characters, base_characters, share_characters. A word belongs to the voice
    in which it begins.
    """
    words = dict.fromkeys(ORDER, 0)
    characters = dict.fromkeys(ORDER, 0)
    for span in voices:
        words[span.voice] += len(doc.words.inside(span.start, span.end))
        characters[span.voice] += span.end - span.start
    base, base_characters = sum(words.values()), sum(characters.values())
    rows = [
        {
            "voice": voice,
            "n_words": words[voice],
            "base": base,
            "share": share(words[voice], base),
            "n_characters": characters[voice],
            "base_characters": base_characters,
            "share_characters": share(characters[voice], base_characters),
        }
        for voice in ORDER
    ]
    columns = dict.fromkeys(("n_words", "base", "n_characters", "base_characters"), "int64")
    order = ("voice", "n_words", "base", "share", "n_characters", "base_characters", "share_characters")
    kinds = columns | {"voice": "string", "share": "float64", "share_characters": "float64"}
    return to_table(rows, {name: kinds[name] for name in order})


def measure_quotation_share(
    doc: Document, quotations: Quotations, voices: Iterable[VoiceSpan]
) -> pd.DataFrame:
    """The share of quotation under four definitions, each wider than the one before.

    Returns: a row a definition: definition, n (words that count as quotation), base (all words), share
    (0 to 1; nan without words), low and high (0 to 1: where a human reader's share is expected to lie,
    nine times in ten). The four: direct only; direct and indirect; with reporting clauses; with what may
    be free indirect speech.

    Limits: low and high come from errors on US news articles (share_errors.csv); on other kinds of text the
    errors may be larger.

    Source: own definition; the literature uses all four.
    """
    voices = list(voices)
    direct = _n_words(doc, (span for span in voices if span.voice == "direct"))
    indirect = _n_words(doc, (span for span in voices if span.voice == "indirect"))
    reporting = _n_words(doc, (span for span in voices if span.voice == "reporting"))
    free = _n_words(doc, (span for span in voices if span.free_indirect))
    base = _n_words(doc, voices)
    counts = {
        "direct only": direct,
        "direct and indirect": direct + indirect,
        "with reporting clauses": direct + indirect + reporting,
        "with what may be free indirect": direct + indirect + reporting + free,
    }
    rows = []
    for name, n in counts.items():
        error_low, error_high = load_share_errors()[name]
        value = share(n, base)
        low, high = (min(max(value - error, 0.0), 1.0) for error in (error_high, error_low))
        rows.append({"definition": name, "n": n, "base": base, "share": value, "low": low, "high": high})
    numbers = dict.fromkeys(("share", "low", "high"), "float64")
    return to_table(rows, {"definition": "string", "n": "int64", "base": "int64"} | numbers)


@cache
def load_share_errors() -> dict[str, tuple[float, float]]:
    """By definition, the errors of shares (found minus read) that leave out 5 % at each end."""
    rows = read_rows(DATA / "models" / "share_errors.csv", ("definition", "error_low", "error_high"))
    return {row["definition"]: (float(row["error_low"]), float(row["error_high"])) for row in rows}


def measure_speakers(doc: Document, quotations: Quotations, voices: Iterable[VoiceSpan]) -> pd.DataFrame:
    """Who speaks how much, and who is named and never speaks.

    Returns: a row a speaker, the longest first, then those who are named and silent: entity (number, or
    missing where the mention joins no entity), name, kind, n_quotations (outermost speech and writing,
    parts of a split quotation counted once), n_words, n_words_direct, n_words_indirect, and the number
    of quotations by class of cue: neutral, factive, distancing, evaluative.
    """
    direct = Spans.of((span.start, span.end) for span in voices if span.voice == "direct")
    entities = {entity.entity: entity for entity in quotations.entities}
    rows: dict[Any, dict[str, Any]] = {}
    groups: set[tuple[Any, int]] = set()
    for row in quotations.rows:
        if not makes_voice(row):
            continue
        key, name, kind = _speaker(row, entities)
        line = rows.setdefault(key, _empty(row.entity, name, kind))
        n_words = len(doc.words.inside(row.start, row.end))
        n_direct = _n_inside(doc, row, direct)
        line["n_words"] += n_words
        line["n_words_direct"] += n_direct
        line["n_words_indirect"] += n_words - n_direct
        if (key, row.group) not in groups:
            groups.add((key, row.group))
            line["n_quotations"] += 1
            if row.cue_class in CUE_CLASSES:
                line[row.cue_class] += 1
    spoken = sorted(rows.values(), key=lambda line: -line["n_words"])
    silent = [_empty(e.entity, e.name, e.kind) for e in entities.values() if e.entity not in rows]
    counts = ("n_quotations", "n_words", "n_words_direct", "n_words_indirect", *CUE_CLASSES)
    columns = {"entity": "Int64", "name": "string", "kind": "string"} | dict.fromkeys(counts, "int64")
    return to_table(spoken + silent, columns)


def _speaker(row: Quotation, entities: dict[int, Any]) -> tuple[Any, str, str]:
    if row.entity is not None and row.entity in entities:
        return row.entity, entities[row.entity].name, entities[row.entity].kind
    if row.speaker is not None:
        return row.speaker.casefold(), row.speaker, "unknown"
    return NO_SOURCE, NO_SOURCE, "unknown"


def _empty(entity: int | None, name: str, kind: str) -> dict[str, Any]:
    counts = ("n_quotations", "n_words", "n_words_direct", "n_words_indirect", *CUE_CLASSES)
    return {"entity": entity, "name": name, "kind": kind} | dict.fromkeys(counts, 0)


def _n_inside(doc: Document, row: Quotation, layer: Spans) -> int:
    words = doc.words.inside(row.start, row.end)
    return sum(layer.holding(doc.words.starts[word]) is not None for word in words)


def _n_words(doc: Document, spans: Iterable[VoiceSpan]) -> int:
    return sum(len(doc.words.inside(span.start, span.end)) for span in spans)
