"""Marks that stand beside a text: W3C Web Annotations and brat, written and read back.

All offsets are Unicode code points from 0, half-open.
Sources: W3C, Web Annotation Data Model (2017), text position and text quote selectors, whose selections are
in terms of code points, not code units; brat, standoff format (brat.nlplab.org/standoff.html).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
NEIGHBORS = 32  # characters before and behind a mark that find it again in a changed text
BRAT_NOTE = "AnnotatorNotes"
_NOT_A_TYPE = re.compile(r"[^A-Za-z0-9_-]+")
_PIECE = re.compile(r"[^\r\n]+")  # brat: an annotation may not cross a line end, but may have several pieces
_BREAKS = re.compile(
    "[\t\x0b\x0c\x1c-\x1e\x85\u2028\u2029]"
)  # what some programs take for the end of a field
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A stretch of a text that somebody marked, with the layer and the label."""

    start: int
    end: int
    layer: str
    label: str
    note: str = ""


def format_w3c(text: str, marks: Iterable[Mark], *, source: str, title: str = "") -> str:
    """Marks as W3C Web Annotations, JSON-LD: one collection of annotations on ``source``.

    Returns: JSON in ASCII, so that a lone surrogate survives as its escape.

    Example: the first word of *Ferries sank.*

    >>> read_w3c(format_w3c("Ferries sank.", [Mark(0, 7, "names", "ship")], source="a.txt"))
    [Mark(start=0, end=7, layer='names', label='ship', note='')]
    """
    items = [_annotation(text, mark, number, source) for number, mark in enumerate(sorted(marks), start=1)]
    page = {"type": "AnnotationPage", "startIndex": 0, "items": items}
    head = {"@context": CONTEXT, "type": "AnnotationCollection", "label": title or source}
    return json.dumps(head | {"total": len(items), "first": page}, indent=1) + "\n"


def read_w3c(content: str) -> list[Mark]:
    """The marks of a collection, a page, or a list of annotations that have a text position selector.

    Raises:
        ValueError: it is not JSON, or an annotation has no position.
    """
    try:
        found = json.loads(content)
        if isinstance(found, dict):
            found = found.get("first", found)["items"]
        return sorted(map(_read_annotation, found))
    except (LookupError, TypeError, AttributeError, RecursionError, ArithmeticError, ValueError) as error:
        raise ValueError("this is no list of web annotations with text positions") from error


def format_brat(text: str, marks: Iterable[Mark]) -> tuple[str, str]:
    """Marks as brat keeps them.

    Returns: the content of the .txt file (lone surrogates as U+FFFD, so that every offset holds) and of the
    .ann file. A mark over several lines has a piece a line; exact layer and label stand in its note.

    Limits: line ends at the edges of a mark are not part of it, and a mark of line ends only is left out.

    >>> print(format_brat("Ferries sank.", [Mark(0, 7, "names", "ship")])[1].splitlines()[0])
    T1	names_ship 0 7	Ferries
    """
    plain = _SURROGATE.sub("\ufffd", text)
    lines: list[str] = []
    number = 0
    for mark in sorted(marks):
        pieces = [found.span() for found in _PIECE.finditer(plain, mark.start, mark.end)]
        if not pieces:
            continue
        number += 1
        places = ";".join(f"{start} {end}" for start, end in pieces)
        words = " ".join(_BREAKS.sub(" ", plain[start:end]) for start, end in pieces)
        kind = _NOT_A_TYPE.sub("_", f"{mark.layer}_{mark.label}").strip("_") or "mark"
        note = json.dumps({"layer": mark.layer, "label": mark.label, "note": mark.note})
        lines += [f"T{number}\t{kind} {places}\t{words}", f"#{number}\t{BRAT_NOTE} T{number}\t{note}"]
    return plain, "".join(line + "\n" for line in lines)


def read_brat(ann: str) -> list[Mark]:
    """The marks of an .ann file, from the first piece to the last; a type without our note is the label.

    Raises:
        ValueError: a line that begins with T is not one of brat's.
    """
    marks: dict[str, Mark] = {}
    notes: dict[str, str] = {}
    for row, line in enumerate(ann.split("\n"), start=1):
        parts = line.rstrip("\r").split("\t")
        if line.startswith("T"):
            marks[parts[0]] = _read_entity(parts, row)
        elif line.startswith("#") and len(parts) > 2:
            notes[parts[1].split(" ")[-1]] = parts[2]
    return sorted(_with_note(mark, notes.get(key, "")) for key, mark in marks.items())


def _annotation(text: str, mark: Mark, number: int, source: str) -> dict[str, Any]:
    quote = {
        "type": "TextQuoteSelector",
        "exact": text[mark.start : mark.end],
        "prefix": text[max(0, mark.start - NEIGHBORS) : mark.start],
        "suffix": text[mark.end : mark.end + NEIGHBORS],
    }
    position = {"type": "TextPositionSelector", "start": mark.start, "end": mark.end}
    bodies = [
        {"type": "TextualBody", "purpose": "classifying", "value": mark.layer},
        {"type": "TextualBody", "purpose": "tagging", "value": mark.label},
        {"type": "TextualBody", "purpose": "commenting", "value": mark.note},
    ]
    target = {"source": source, "selector": [position, quote]}
    return {"id": f"#mark-{number}", "type": "Annotation", "body": bodies, "target": target}


def _read_annotation(row: dict[str, Any]) -> Mark:
    selectors = row["target"]["selector"]
    selectors = [selectors] if isinstance(selectors, dict) else selectors
    (place, *_) = [one for one in selectors if one["type"] == "TextPositionSelector"]
    bodies = row.get("body", [])
    values = {
        body.get("purpose"): str(body["value"]) for body in ([bodies] if isinstance(bodies, dict) else bodies)
    }
    layer, label = values.get("classifying", ""), values.get("tagging", "")
    return Mark(int(place["start"]), int(place["end"]), layer, label, values.get("commenting", ""))


def _read_entity(parts: Sequence[str], row: int) -> Mark:
    try:
        kind, _, places = parts[1].partition(" ")
        numbers = [int(number) for number in places.replace(";", " ").split()]
        return Mark(numbers[0], numbers[-1], "", kind)
    except (IndexError, ValueError):
        raise ValueError(f"line {row} is no brat annotation: it needs a type and a start and end") from None


def _with_note(mark: Mark, note: str) -> Mark:
    try:
        ours = json.loads(note)
        return Mark(mark.start, mark.end, *(str(ours[key]) for key in ("layer", "label", "note")))
    except (ValueError, KeyError, TypeError, RecursionError):
        return Mark(mark.start, mark.end, mark.layer, mark.label, note)
