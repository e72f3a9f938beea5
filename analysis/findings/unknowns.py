"""What cannot be told from a text, or not surely: said beside every set of findings."""

from __future__ import annotations

from analysis.findings.reading import Findings

CARD_FIELDS = ("title", "author", "outlet", "date", "url", "licence")
SHOWN = 8  # names or numbers that a sentence lists before it says how many more there are
# Questions that no look at the text alone can answer, after SIFT (Caulfield 2019) and Civic Online Reasoning
# (Stanford History Education Group 2016).
LOOK_ELSEWHERE: dict[str, tuple[str, ...]] = {
    "SIFT": (
        "Stop: what do I already know about this text and where it stands, and what do I feel on reading it?",
        "Investigate the source: who publishes this, and what do others write about them?",
        "Find better coverage: who else reports it, and what do they say that this text does not?",
        "Trace claims: where was each number, quotation and picture first, and what stood around it there?",
    ),
    "Civic Online Reasoning": (
        "Who is behind this information?",
        "What is the evidence?",
        "What do other sources say?",
    ),
}


def list_unknowns(findings: Findings) -> list[str]:
    """Sentences on what these findings leave open, the most general first.

    Each is made from the findings: what the source card lacks, who is named and never quoted, which
    quotations have no speaker, which narration may be somebody's voice, and on how few words the tone rests.
    """
    return [
        *_source(findings),
        *_voices(findings),
        *_numbers(findings),
        *_tone(findings),
        "Whether anything said here is true, fair or complete: the measures describe wording only.",
    ]


def _source(findings: Findings) -> list[str]:
    source = findings.doc.source
    missing = [field for field in CARD_FIELDS if source is None or getattr(source, field) is None]
    if not missing:
        return []
    return [f"Where the text comes from: {', '.join(missing)} are not known."]


def _voices(findings: Findings) -> list[str]:
    doc, rows = findings.doc, findings.quotations.rows
    sentences = []
    outer = [row for row in rows if row.level == 1 and row.attribution in ("speech", "writing")]
    if nameless := sum(row.speaker is None for row in outer):
        sentences.append(
            f"Who speaks in {nameless} of {len(outer)} quotations: the text names no source near them."
        )
    speakers = {row.entity for row in outer}
    silent = [
        entity.name
        for entity in findings.quotations.entities
        if entity.entity not in speakers
        and entity.kind in ("person", "organization")
        and entity.name[:1].isupper()
    ]
    if silent:
        sentences.append(f"What these would say, who are named and never quoted: {_list(silent)}.")
    free = [span for span in findings.voices if span.free_indirect]
    if free:
        n_words = sum(len(doc.words.inside(span.start, span.end)) for span in free)
        sentences.append(
            f"Whether {n_words} words of narration are the narrator's own or go on in a speaker's voice "
            "(they may be free indirect speech)."
        )
    return sentences


def _numbers(findings: Findings) -> list[str]:
    numbers = [match for match in findings.stance if match.kind == "number"]
    bare = [" ".join(match.surface.split()) for match in numbers if match.sourced is False]
    if not bare:
        return []
    return [
        f"Where {len(bare)} of {len(numbers)} numbers come from: no source stands beside them: {_list(bare)}."
    ]


def _list(words: list[str]) -> str:
    n_more = len(words) - SHOWN
    return ", ".join(words[:SHOWN]) + (f" and {n_more} more" if n_more > 0 else "")


def _tone(findings: Findings) -> list[str]:
    silent = sum(tone.score is None for tone in findings.tone)
    if not silent:
        return []
    return [
        f"How {silent} of {len(findings.tone)} sentences sound: "
        "none of their words is in the lists of tone words."
    ]
