"""Findings as marks that stand beside the text, for annotation tools."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.findings.reading import Findings
from analysis.text.standoff import Mark


def list_marks(findings: Findings) -> list[Mark]:
    """Every place that was found, with its layer, its label as in `discourse annotate`, and its reason.

    Returns: marks in the order of the text; narration is left out, which is what the other voices leave.
    """
    found = (
        *_voices(findings),
        *_quotations(findings),
        *_terms(findings),
        *_tone(findings),
        *_actors(findings),
    )
    return sorted(mark for mark in found if mark.start < mark.end)


def _voices(findings: Findings) -> Iterator[Mark]:
    for span in findings.voices:
        if span.free_indirect:
            yield Mark(span.start, span.end, "voices", "free_indirect", span.reason or "")
        elif span.voice != "narration":
            yield Mark(span.start, span.end, "voices", span.voice, span.reason or "")


def _quotations(findings: Findings) -> Iterator[Mark]:
    for row in findings.quotations.rows:
        if row.attribution is None:  # in a layer of its own: readers of quotations do not mark it
            yield Mark(row.start, row.end, "quotes_nobody", row.kind or row.type, row.reason)
            continue
        said = f"{row.attribution}, level {row.level}"
        speaker = f"speaker: {row.speaker}" if row.speaker else ""
        yield Mark(row.start, row.end, "quotations", row.type, _join(said, speaker, row.reason))


def _terms(findings: Findings) -> Iterator[Mark]:
    for layer, matches in (("framing", findings.framing), ("news_framing", findings.news_framing)):
        for match in matches:
            yield Mark(match.start, match.end, layer, match.label, f"{match.term} ({match.source})")
    for term in findings.loaded.terms:
        yield Mark(term.start, term.end, "loaded", term.kind, term.reason)


def _tone(findings: Findings) -> Iterator[Mark]:
    for sentence in findings.tone:
        score = "none" if sentence.score is None else f"{sentence.score:+.2f}"
        yield Mark(sentence.start, sentence.end, "tone", sentence.status, f"score: {score}")
        for term in sentence.terms:
            sign = "positive" if term.contribution > 0 else "negative"
            if term.contribution:
                yield Mark(
                    term.start, term.end, "tone_terms", sign, f"contribution: {term.contribution:+.2f}"
                )


def _actors(findings: Findings) -> Iterator[Mark]:
    for mention in findings.names:
        yield Mark(
            mention.start, mention.end, "names", mention.form, f"actor {mention.entity}: {mention.name}"
        )
    for match in findings.stance:
        demand = f"who: {match.addressee}; what: {match.act}" if match.kind == "call" else ""
        yield Mark(match.start, match.end, "stance", match.kind, _join(demand, match.reason))


def _join(*parts: str | None) -> str:
    return "; ".join(part for part in parts if part)
