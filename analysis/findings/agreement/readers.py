"""The tool as a reader: its marks in a layer, in the form in which people's marks are compared."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from analysis.findings.gold import read_json_lines
from analysis.findings.reading import Findings
from analysis.text.library import DATA
from analysis.text.reading import ReadingError


@dataclass(frozen=True, slots=True)
class LabeledSpan:
    """A stretch of the text with a label."""

    start: int
    end: int
    label: str


def _quotations(findings: Findings) -> Iterable[LabeledSpan]:
    return (
        LabeledSpan(r.start, r.end, r.type) for r in findings.quotations.rows if r.attribution is not None
    )


def _stance(findings: Findings, kinds: tuple[str, ...]) -> Iterable[LabeledSpan]:
    return (LabeledSpan(m.start, m.end, m.kind) for m in findings.stance if m.kind in kinds)


# Layers that the tool and people can both mark: how the tool fills it, and the key of an annotation file.
LAYERS: dict[str, tuple[Callable[[Findings], Iterable[LabeledSpan]], str, str | None]] = {
    "quotations": (_quotations, "quotes", "type"),
    "framing": (lambda f: (LabeledSpan(m.start, m.end, m.label) for m in f.framing), "frames", "frame"),
    "news_framing": (
        lambda f: (LabeledSpan(m.start, m.end, m.label) for m in f.news_framing), "news_frames", "frame",
    ),
    "calls": (lambda f: _stance(f, ("call",)), "calls", None),
    "certainty": (lambda f: _stance(f, ("hedge", "booster")), "certainty", "kind"),
    "passives": (lambda f: _stance(f, ("agentless_passive",)), "passives", None),
    "numbers": (lambda f: _stance(f, ("number",)), "numbers", None),
}  # fmt: skip
ONE_LABEL = {"calls": "call", "passives": "agentless_passive", "numbers": "number"}


def list_tool_marks(findings: Findings, layer: str) -> list[LabeledSpan]:
    """What the tool marks in a layer, in the order of the text.

    Raises:
        ValueError: there is no such layer; the message lists those there are.
    """
    return sorted(set(_layer(layer)[0](findings)), key=lambda span: (span.start, -span.end, span.label))


def load_reader_marks(reader: str, text_id: str, layer: str) -> list[LabeledSpan]:
    """What one of the project's two readers, or what was settled, marks in an invented text.

    Args:
        reader: a, b or adjudicated.

    Raises:
        ReadingError: that reader has not read the text, or not this layer.
        ValueError: there is no such layer.
    """
    _, key, field = _layer(layer)
    path = DATA / "texts" / "annotations" / f"{Path(reader).name}.jsonl"
    for _, row in read_json_lines(path):
        if row["id"] == text_id and key in row:
            spans = {
                LabeledSpan(m["start"], m["end"], m[field] if field else ONE_LABEL[layer])
                for m in row[key]
                if m.get("attribution", "") is not None
            }
            return sorted(spans, key=lambda span: (span.start, -span.end, span.label))
    raise ReadingError(f"reader {reader} has no {layer} of {text_id}")


def _layer(name: str) -> tuple[Callable[[Findings], Iterable[LabeledSpan]], str, str | None]:
    if name not in LAYERS:
        raise ValueError(f"there is no layer {name!r} to compare; there are: {', '.join(LAYERS)}")
    return LAYERS[name]
