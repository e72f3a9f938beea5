"""Terms and voices together: who says a term, and which words quotation uses more than narration."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from analysis.findings.reading import Findings
from analysis.measures.keyness import count_words, measure_keyness

if TYPE_CHECKING:
    import pandas as pd


class Place(Protocol):
    """Anything that begins somewhere in the text."""

    @property
    def start(self) -> int:
        """Offset of the first character."""


def find_term_voices(findings: Findings, places: Sequence[Place]) -> list[tuple[str, str | None]]:
    """The voice in which each place begins, and the name of the entity that speaks there, if known."""
    names = {entity.entity: entity.name for entity in findings.quotations.entities}
    starts = [span.start for span in findings.voices]
    voices = [findings.voices[bisect_right(starts, place.start) - 1] for place in places]
    return [(span.voice, None if span.entity is None else names.get(span.entity)) for span in voices]


def compare_quotation_words(findings: Findings, *, min_n: int = 3) -> pd.DataFrame:
    """Keyness of quotation (direct and indirect; the target) against narration (the reference).

    Returns: the columns of `measure_keyness`.
    """
    spans = findings.spans_by_voice()
    quoted = sorted(spans["direct"] + spans["indirect"])
    return measure_keyness(
        count_words(findings.doc, quoted), count_words(findings.doc, spans["narration"]), min_n=min_n
    )
