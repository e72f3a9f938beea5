"""All measures on one document: the one place where they meet."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.findings.voice_tone import measure_tone_by_speaker
from analysis.measures.framing import find_framing, measure_framing, measure_framing_of_spans
from analysis.measures.quotation import (
    Quotations,
    VoiceSpan,
    find_quotations,
    find_voices,
    measure_quotation_share,
    measure_speakers,
    measure_voices,
)
from analysis.measures.tone import SentenceTone, find_tone, measure_tone, measure_tone_of_spans
from analysis.measures.vader import score_vader_by_paragraph
from analysis.text.document import Document
from analysis.text.language import looks_english
from analysis.text.lexicon import TermMatch
from analysis.text.rates import to_table

if TYPE_CHECKING:
    import pandas as pd

NOT_ENGLISH = "the text does not look like English; the measures know only English"
VOICES = ("direct", "indirect", "reporting", "narration")


@dataclass(frozen=True)
class Findings:
    """What was found in one document: the matches from which every table and mark is made."""

    doc: Document
    quotations: Quotations
    voices: list[VoiceSpan]
    framing: list[TermMatch]
    tone: list[SentenceTone]

    @property
    def warnings(self) -> list[str]:
        """What a reader should know about this text before trusting a number."""
        language = [] if looks_english(self.doc) else [NOT_ENGLISH]
        return [*self.doc.warnings, *language, *self.quotations.warnings]

    def spans_by_voice(self) -> dict[str, list[tuple[int, int]]]:
        """The spans of each of the four voices, in the order of the text."""
        spans: dict[str, list[tuple[int, int]]] = {voice: [] for voice in VOICES}
        for span in self.voices:
            spans[span.voice].append((span.start, span.end))
        return spans


def find_all(doc: Document) -> Findings:
    """Find everything the project knows to look for in a document."""
    quotations = find_quotations(doc)
    return Findings(doc, quotations, find_voices(doc, quotations), find_framing(doc), find_tone(doc))


def measure_text(findings: Findings) -> pd.DataFrame:
    """Size of the text.

    Returns: a row a paragraph: paragraph (from 1), start, end (characters), n_sentences, n_words.
    """
    doc = findings.doc
    rows = [
        {
            "paragraph": number,
            "start": start,
            "end": end,
            "n_sentences": len(doc.sentences.inside(start, end)),
            "n_words": len(doc.words.inside(start, end)),
        }
        for number, (start, end) in enumerate(doc.paragraphs, start=1)
    ]
    return to_table(rows, dict.fromkeys(("paragraph", "start", "end", "n_sentences", "n_words"), "int64"))


# The one list of measures. A new measure is a module, a test file, and a line here.
MEASURES: dict[str, Callable[[Findings], pd.DataFrame]] = {
    "text": measure_text,
    "voices": lambda f: measure_voices(f.doc, f.voices),
    "quotation_share": lambda f: measure_quotation_share(f.doc, f.quotations, f.voices),
    "speakers": lambda f: measure_speakers(f.doc, f.quotations, f.voices),
    "framing": lambda f: measure_framing(f.doc, f.framing),
    "framing_by_voice": lambda f: measure_framing_of_spans(f.doc, f.framing, f.spans_by_voice()),
    "tone": lambda f: measure_tone(f.doc, f.tone, vader=score_vader_by_paragraph(f.doc)),
    "tone_by_voice": lambda f: measure_tone_of_spans(f.doc, f.tone, f.spans_by_voice()),
    "tone_by_speaker": measure_tone_by_speaker,
}


def measure_all(findings: Findings) -> dict[str, pd.DataFrame]:
    """Every measure's table, by its name in `MEASURES`."""
    return {name: measure(findings) for name, measure in MEASURES.items()}
