"""The contract of `discourse annotate`: one article as one JSON object."""

from __future__ import annotations

import json
import math
from bisect import bisect_right
from collections.abc import Callable, Iterable
from operator import attrgetter
from typing import Any

import orjson

from analysis.findings.reading import Findings, find_all
from analysis.measures.vader import score_vader_by_paragraph
from analysis.text.document import Document

SCHEMA = 1
LAYERS = (
    "paragraphs", "sentences", "words", "voices", "quotations", "entities", "framing", "tone",
    "loaded", "stance", "names",
)  # fmt: skip


def annotate(doc: Document, *, layers: Iterable[str] = LAYERS) -> dict[str, Any]:
    """Everything found in a document, as plain values for JSON.

    Returns: the keys of the contract; every start and end is an offset into ``doc.text`` in code
    points, half-open. Where the file is no plain text in UTF-8, that text stands there too. No number is
    NaN or infinite: what is not known is None.

    Raises:
        ValueError: a layer of that name does not exist.
    """
    return annotation_of(find_all(doc), layers=layers)


def annotation_of(findings: Findings, *, layers: Iterable[str] = LAYERS) -> dict[str, Any]:
    """The same for findings that are at hand: nothing is looked for twice.

    Raises:
        ValueError: a layer of that name does not exist.
    """
    wanted, doc = check_layers(layers), findings.doc
    make: dict[str, Callable[[], Any]] = {
        "paragraphs": lambda: list(doc.paragraphs.pairs()),
        "sentences": lambda: list(doc.sentences.pairs()),
        "words": lambda: list(doc.words.pairs()),
        "voices": lambda: _voices(findings),
        "quotations": lambda: _rows(findings.quotations.rows),
        "entities": lambda: _entities(findings),
        "framing": lambda: _framing(findings),
        "tone": lambda: _tone(findings),
        "loaded": lambda: _loaded(findings),
        "stance": lambda: _voiced(findings, _rows(findings.stance)),
        "names": lambda: _names(findings),
    }
    head = {
        "schema": SCHEMA,
        "id": doc.id,
        "sha256": doc.sha256,
        "n_characters": len(doc.text),
        "n_words": len(doc.words),
    }
    body = {layer: make[layer]() for layer in LAYERS if layer in wanted}
    return head | _text_of_file(doc) | body | {"warnings": findings.warnings}


def to_json(row: dict[str, Any]) -> str:
    """An annotation as one line of JSON.

    Lone surrogates, which UTF-8 cannot hold, and whole numbers beyond 64 bits, as an id may be, are left to
    Python's own writer, which is slower.

    >>> to_json({"id": "a", "words": [(0, 6)], "score": -1.2}), to_json({"id": chr(0xD800)})
    ('{"id":"a","words":[[0,6]],"score":-1.2}', '{"id":"\\\\ud800"}')
    """
    try:
        return orjson.dumps(row).decode()
    except TypeError:
        return json.dumps(row, allow_nan=False, check_circular=False, separators=(",", ":"))


def _text_of_file(doc: Document) -> dict[str, Any]:
    """The text, where the file is not that text in UTF-8: the offsets count in it."""
    source = doc.source
    if source is None or (source.format == "plain text" and source.encoding == "UTF-8"):
        return {}
    return {"text": doc.text, "format": source.format, "encoding": source.encoding, "cut": dict(source.cut)}


def check_layers(layers: Iterable[str]) -> tuple[str, ...]:
    """The layers' names, if each of them exists.

    Raises:
        ValueError: there is no layer of a name; the message lists those there are.
    """
    names = tuple(layers)
    if unknown := [name for name in names if name not in LAYERS]:
        raise ValueError(f"there is no layer {unknown[0]!r}; there are: {', '.join(LAYERS)}")
    return names


def _rows(matches: Iterable[Any]) -> list[dict[str, Any]]:
    """Matches as dictionaries; the surface is left out, for the text has it.

    Where an article has many matches of few fields, the functions below write the fields out instead: that
    takes half the time.
    """
    rows: list[dict[str, Any]] = [match._asdict() for match in matches]
    for row in rows:
        del row["surface"]
    return rows


def _voiced(findings: Findings, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows, each with the voice in which it begins, and the entity that speaks there."""
    for row in rows:
        row["voice"], row["entity"] = findings.voice_at(row["start"])
    return rows


def _voices(findings: Findings) -> list[dict[str, Any]]:
    return [
        {"start": start, "end": end, "voice": voice, "entity": who, "free_indirect": free, "reason": reason}
        for start, end, _, voice, who, free, reason in findings.voices
    ]


def _entities(findings: Findings) -> list[dict[str, Any]]:
    return [
        {"entity": entity, "name": name, "kind": kind, "mentions": mentions}
        for entity, name, kind, mentions in findings.quotations.entities
    ]


def _framing(findings: Findings) -> list[dict[str, Any]]:
    rows = [
        {
            "start": match.start,
            "end": match.end,
            "term": match.term,
            "frame": match.label,
            "lexicon": match.lexicon,
            "source": match.source,
        }
        for match in sorted(findings.framing + findings.news_framing, key=attrgetter("start"))
    ]
    return _voiced(findings, rows)


def _loaded(findings: Findings) -> dict[str, Any]:
    return {
        "sentences": [
            {"start": start, "end": end, "score": score} for start, end, score in findings.loaded.sentences
        ],
        "terms": _voiced(findings, _rows(findings.loaded.terms)),
    }


def _names(findings: Findings) -> list[dict[str, Any]]:
    """Mentions with their voice; the entity is the one that is named, the speaker the one that names it."""
    voice_at = findings.voice_at
    return [
        {"start": start, "end": end, "entity": entity, "form": form, "voice": voice, "speaker": speaker}
        for start, end, _, entity, form, _ in findings.names
        for voice, speaker in [voice_at(start)]
    ]


def _tone(findings: Findings) -> dict[str, Any]:
    doc, tones = findings.doc, findings.tone
    starts = [tone.start for tone in tones]
    paragraphs = []
    for (start, end), vader in zip(doc.paragraphs, score_vader_by_paragraph(doc), strict=True):
        inside = tones[bisect_right(starts, start - 1) : bisect_right(starts, end - 1)]
        scores = [tone.score for tone in inside if tone.score is not None]
        paragraphs.append(
            {
                "start": start,
                "end": end,
                "score": math.fsum(scores) / len(scores) if scores else None,
                "n_scored": len(scores),
                "n_sentences": len(inside),
                "vader": vader,
            }
        )
    sentences = [
        {
            "start": start,
            "end": end,
            "score": score,
            "status": status,
            "coverage": coverage,
            "intercept": intercept,
            "terms": [
                {"start": start, "end": end, "contribution": contribution, "reason": reason}
                for start, end, _, contribution, reason in terms
            ],
        }
        for start, end, _, score, status, coverage, intercept, terms in tones
    ]
    return {"sentences": sentences, "paragraphs": paragraphs}
