"""Free indirect speech: narration that may go on in a speaker's voice. It is flagged, never counted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from analysis.measures.quotation.quotations import Quotation
from analysis.text.document import Document
from analysis.text.tagging import tag_sentence

PAST_CUES = ("ed", "said", "told", "wrote", "spoke", "went on")
_POINTING = re.compile(r"\W*(?:that['’]s why|(?:this|these|that|those|such)\b)", re.IGNORECASE)
_POINTING_INSIDE = re.compile(r"\b(?:this|these|such) \w+", re.IGNORECASE)


class FreeIndirect(NamedTuple):
    """A sentence of narration that may be a speaker's words, and why."""

    start: int
    end: int
    surface: str
    reason: str


def find_free_indirect(doc: Document, rows: Sequence[Quotation]) -> list[FreeIndirect]:
    """Sentences that follow a report in its paragraph and may go on in its voice.

    A sentence counts if the report before it is indirect, is told in the past, and the sentence
    itself is in the present or future, or points back ("this campaign", "that’s why"). Each such
    sentence lets the next one count too.

    Limits: what is always true is told in the present by everybody (*She said it had snowed. Winters
    here are long.*), so it is flagged as well.

    Source: Pascal (1977), The Dual Voice, on tense and deixis as its signs.

    >>> from analysis.measures.quotation import find_quotations
    >>> from analysis.text.document import make_document
    >>> doc = make_document("Ann Lee said that the port was unsafe. This neglect costs lives. It rained.")
    >>> [sentence.surface for sentence in find_free_indirect(doc, find_quotations(doc).rows)]
    ['This neglect costs lives.']
    """
    ends: dict[int, Quotation] = {}  # sentence in which an indirect report ends -> its row
    touched: set[int] = set()
    for row in rows:
        first, last = doc.sentences.holding(row.start), doc.sentences.holding(row.end - 1)
        if first is None or last is None:
            continue
        touched.update(range(first, last + 1))
        if row.type != "direct" and (row.cue or "").endswith(PAST_CUES):
            ends[last] = row
    found = []
    for index, row in ends.items():
        paragraph = doc.paragraphs.holding(row.start)
        for following in range(index + 1, len(doc.sentences)):
            start, end = doc.sentences[following]
            if following in touched or doc.paragraphs.holding(start) != paragraph:
                break
            reason = _reason(doc, following, row)
            if reason is None:
                break
            found.append(FreeIndirect(start, end, doc.text[start:end], reason))
    return found


def _reason(doc: Document, index: int, row: Quotation) -> str | None:
    """Why a sentence may go on in the voice of a report, or None."""
    start, end = doc.sentences[index]
    after = f"it follows what “{row.speaker or 'somebody'}” {row.cue}"
    if pointing := _POINTING.match(doc.text, start, end) or _POINTING_INSIDE.search(doc.text, start, end):
        return f"{after} and points back to it (“{pointing.group().strip()}”)"
    finite = next((tag for tag in tag_sentence(doc, index) if tag in ("VBD", "VBZ", "VBP", "MD")), None)
    if finite in ("VBZ", "VBP", "MD"):
        return f"{after} and leaves the past tense of the story"
    return None
