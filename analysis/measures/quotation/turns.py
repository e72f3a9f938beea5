"""Turns: paragraphs that begin with who speaks and a colon, as transcripts and headlines do."""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

from analysis.text.document import Document
from analysis.text.spans import Span

# *Q:*, *LEE:*, *Ann Lee (mayor):* at the beginning of a paragraph.
_TURN = re.compile(r"(?P<speaker>[A-Z](?:[\w.'-]| (?=[A-Z]))*)(?: \([^()\n]{1,40}\))?:\s+(?=[^\s\"“„«'‘])")
LONGEST_LABEL = 40  # characters
FEWEST_MENTIONS = 3  # of the speaker of a headline, itself included
FEWEST_TURNS = 4  # paragraphs with a label make a transcript
LONGEST_HEADLINE = 160  # characters
_NO_SPEAKERS = """
abstract byline correction update updated note related photo source watch read more video poll text analysis
opinion exclusive breaking report live image caption remember
"""
NO_SPEAKERS = frozenset(_NO_SPEAKERS.split())


class Turn(NamedTuple):
    """What one speaker says in one paragraph."""

    content: Span
    speaker: Span
    rule: str


def find_turns(doc: Document) -> list[Turn]:
    """The turns of a transcript, and a headline that names its speaker.

    A text is a transcript if at least four paragraphs carry labels that come back.

    >>> from analysis.text.document import make_document
    >>> doc = make_document("Lee: Port will stay open\\n\\nMayor Ann Lee spoke to dockers. Lee left early.")
    >>> [doc.text[turn.content.start : turn.content.end] for turn in find_turns(doc)]
    ['Port will stay open']
    """
    labelled = []
    for start, end in doc.paragraphs.pairs():
        limit = min(end, start + 2 * LONGEST_LABEL)
        if doc.text.find(":", start, limit) < 0:
            continue
        match = _TURN.match(doc.text, start, limit)
        if match is not None and match.group("speaker").lower() not in NO_SPEAKERS:
            labelled.append((match, Span(match.end(), end)))
    labels = Counter(match.group("speaker") for match, _ in labelled)
    again = [
        (match, span)
        for match, span in labelled
        if labels[match.group("speaker")] > 1 and any(map(str.isalpha, doc.text[span.start : span.end]))
    ]
    if len(again) >= FEWEST_TURNS:
        return [Turn(span, Span(*match.span("speaker")), "transcript") for match, span in again]
    return [
        Turn(span, Span(*match.span("speaker")), "headline")
        for match, span in labelled[:1]
        if span.end == doc.paragraphs.ends[0]
        and span.end - match.start() <= LONGEST_HEADLINE
        and doc.text.count(match.group("speaker").split()[-1]) >= FEWEST_MENTIONS
    ]
