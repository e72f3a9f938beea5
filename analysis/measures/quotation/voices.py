"""Voices: each character of a paragraph belongs to exactly one of four."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from analysis.measures.quotation.free_indirect import find_free_indirect
from analysis.measures.quotation.quotations import Quotation, Quotations
from analysis.measures.quotation.unreported import NAMING
from analysis.text.document import Document

VOICES = ("narration", "reporting", "indirect", "direct")
SPOKEN = ("speech", "writing")
NOBODY = -1
NARRATION, REPORTING, INDIRECT, DIRECT = range(len(VOICES))
NOWHERE = -1
_LETTER = re.compile(r"[^\W_]")  # or a digit: what `str.isalnum` says yes to
STOPS = frozenset(".,;:!?…)]—–-”’»\"'")


class VoiceSpan(NamedTuple):
    """A stretch of one voice: ``text[start:end] == surface``.

    ``entity`` speaks it (None for narration, or where no source is known); ``free_indirect`` says that
    a stretch of narration may go on in a speaker's voice, with the reason.
    """

    start: int
    end: int
    surface: str
    voice: str
    entity: int | None
    free_indirect: bool
    reason: str | None


def makes_voice(row: Quotation) -> bool:
    """Whether a quotation makes a voice of its own: outermost speech or writing that is reported.

    A verb that only names what was spoken of (*blamed the storm*, *praised the crew*) is listed as a
    quotation and stays narration, unless part of it stands in marks.
    """
    named = row.rule in NAMING and row.type == "indirect"
    return row.level == 1 and row.attribution in SPOKEN and not named


def find_voices(doc: Document, quotations: Quotations) -> list[VoiceSpan]:
    """Part each paragraph into its voices.

    Returns: spans that cover each character of each paragraph exactly once, sorted. Only outermost
    speech and writing make a voice; thought, plan, nested quotations and marks that quote nobody take
    the voice around them. Of a mixed quotation the part in marks is direct, the rest indirect. White
    space and stops between two voices go with the first one.

    >>> from analysis.measures.quotation import find_quotations
    >>> from analysis.text.document import make_document
    >>> doc = make_document("Ann Lee said that the port was “safe”. It rained.")
    >>> for span in find_voices(doc, find_quotations(doc)):
    ...     print(span.voice, "|", span.surface.strip())
    reporting | Ann Lee said that
    indirect | the port was
    direct | “safe”.
    narration | It rained.
    """
    painted = bytearray(len(doc.text))  # place in VOICES
    owner = array("l", [NOBODY]) * len(doc.text)  # place in rows, or of a stretch of free indirect speech
    rows = [row for row in quotations.rows if makes_voice(row)]
    reporting = {row.cue_start for row in rows}
    for clause in quotations.clauses:
        if clause.cue_start in reporting:
            _paint(painted, clause.start, clause.end, REPORTING)
    for number, row in enumerate(rows):
        _paint(painted, row.start, row.end, INDIRECT)
        owner[row.start : row.end] = array("l", [number]) * (row.end - row.start)
    for start, end in quotations.speech.pairs():
        if owner[start] != NOBODY:
            _paint(painted, start, end, DIRECT)
    reasons: list[tuple[int | None, str | None]] = [(row.entity, row.reason) for row in rows]
    free = find_free_indirect(doc, rows)
    for sentence in free:
        if not any(painted[sentence.start : sentence.end]):
            length = sentence.end - sentence.start
            owner[sentence.start : sentence.end] = array("l", [len(reasons)]) * length
            reasons.append((None, sentence.reason))
    edges = {*quotations.speech.starts, *quotations.speech.ends}
    for stretches in (quotations.clauses, rows, free):
        edges.update([stretch.start for stretch in stretches], [stretch.end for stretch in stretches])
    reasons.append((None, None))  # of nobody, whose number stands for the last one
    in_order, text, n_rows = sorted(edges), doc.text, len(rows)
    spans = []
    for start, end in doc.paragraphs.pairs():
        inside = in_order[bisect_right(in_order, start) : bisect_left(in_order, end)]
        pieces = _pieces(text, start, end, inside, painted, owner) if inside else [(start, end, start)]
        for left, right, place in pieces:
            number = owner[place]
            entity, reason = reasons[number]
            spans.append(
                VoiceSpan(
                    left, right, text[left:right], VOICES[painted[place]], entity, number >= n_rows, reason
                )
            )  # fmt: skip
    return spans


_COLORS = [bytes([voice]) for voice in range(len(VOICES))]


def _paint(painted: bytearray, start: int, end: int, voice: int) -> None:
    painted[start:end] = _COLORS[voice] * (end - start)


def _pieces(
    text: str, start: int, end: int, edges: list[int], painted: bytearray, owner: array[int]
) -> Iterator[tuple[int, int, int]]:
    """Cut a paragraph where voice or speaker changes, which is at an edge of what was painted.

    Stops and white space behind a voice stay with it, and so does a piece without any word; only at the
    beginning of a paragraph it goes with what follows. The third number is the place of the first letter or
    digit, which tells the voice of the piece.
    """
    changes = {start, end}
    for place in edges:
        if painted[place] != painted[place - 1] or owner[place] != owner[place - 1]:
            behind = place
            if painted[place] != DIRECT:
                while behind < end and (text[behind] in STOPS or text[behind].isspace()):
                    behind += 1
            changes.add(behind)
    held, letter = start, NOWHERE  # the piece that is not given yet, and its first letter
    for left, right in pairwise(sorted(changes)):
        found = _LETTER.search(text, left, right)
        if found is None:
            continue
        if letter != NOWHERE:
            yield held, left, letter
            held = left
        letter = found.start()
    yield held, end, max(held, letter)
