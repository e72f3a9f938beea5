"""All measures on one document: the one place where they meet."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from analysis.findings.voice_tone import NOBODY_KNOWN, QUOTED, measure_tone_by_speaker
from analysis.measures.framing import (
    find_framing,
    load_frames,
    load_framing,
    measure_framing,
    measure_framing_of_spans,
)
from analysis.measures.loaded import LoadedFindings, find_loaded, measure_loaded
from analysis.measures.naming import (
    LabelMatch,
    NameMention,
    Predication,
    find_labels,
    find_names,
    find_predications,
    measure_labels,
    measure_namers,
    measure_names,
    measure_us_and_them,
)
from analysis.measures.naming.voiced import voice_reader
from analysis.measures.quotation import (
    Quotations,
    VoiceSpan,
    find_quotations,
    find_voices,
    measure_quotation_share,
    measure_speakers,
    measure_voices,
)
from analysis.measures.stance import StanceMatch, find_stance, measure_calls, measure_stance
from analysis.measures.tone import SentenceTone, find_tone, measure_tone, measure_tone_of_spans
from analysis.measures.vader import score_vader_by_paragraph
from analysis.text.document import Document
from analysis.text.language import looks_english
from analysis.text.lexicon import TermMatch
from analysis.text.rates import to_table

if TYPE_CHECKING:
    import pandas as pd

NOT_ENGLISH = "the text does not look like English; the measures know only English"
NARRATION = "narration"
VOICES = ("direct", "indirect", "reporting", "narration")


@dataclass(frozen=True)
class Findings:
    """What was found in one document: the matches from which every table and mark is made.

    Quotations and voices come first; the rest is looked for when it is first asked for.
    """

    doc: Document
    quotations: Quotations
    voices: list[VoiceSpan]

    @cached_property
    def framing(self) -> list[TermMatch]:
        """Terms of the ten frames of texts that argue."""
        return find_framing(self.doc)

    @cached_property
    def news_framing(self) -> list[TermMatch]:
        """Terms of the eleven frames of news in general."""
        return find_framing(self.doc, lexicon=load_framing("framing_news"))

    @property
    def fuller_framing(self) -> str:
        """The set of frames with more terms here: ``framing`` or ``news_framing``; of equals the first."""
        return "news_framing" if len(self.news_framing) > len(self.framing) else "framing"

    @cached_property
    def tone(self) -> list[SentenceTone]:
        """The tone of each sentence, with the terms that make it."""
        return find_tone(self.doc)

    @cached_property
    def loaded(self) -> LoadedFindings:
        """Loaded words, and how loaded each sentence is."""
        scare = [row for row in self.quotations.rows if row.kind == "scare quote"]
        return find_loaded(self.doc, quotes_nobody=scare)

    @cached_property
    def stance(self) -> list[StanceMatch]:
        """Calls, hedges and boosters, passives without an agent, numbers."""
        return find_stance(self.doc, quotations=self.quotations.rows)

    @cached_property
    def names(self) -> list[NameMention]:
        """Each mention of an actor."""
        return find_names(self.doc, self.quotations.entities)

    @cached_property
    def labels(self) -> list[LabelMatch]:
        """Words that stood for choice: *regime* where *government* could stand."""
        return find_labels(self.doc)

    @cached_property
    def predications(self) -> list[Predication]:
        """What is said of each actor."""
        return find_predications(self.doc, self.quotations.entities)

    @cached_property
    def voice_at(self) -> Callable[[int], tuple[str, int | None]]:
        """A function from a place in the text to its voice and the entity that speaks there."""
        return voice_reader(self.voices)

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

    def spans_by_speaker(self) -> dict[str, list[tuple[int, int]]]:
        """The quoted spans, direct and indirect, of each source by its name; then all narration."""
        names = {entity.entity: entity.name for entity in self.quotations.entities}
        spans: dict[str, list[tuple[int, int]]] = {}
        for span in self.voices:
            if span.voice in QUOTED:
                name = NOBODY_KNOWN if span.entity is None else names.get(span.entity, NOBODY_KNOWN)
                spans.setdefault(name, []).append((span.start, span.end))
        spans[NARRATION] = self.spans_by_voice()[NARRATION]
        return spans


def find_all(doc: Document) -> Findings:
    """Find everything the project knows to look for in a document."""
    quotations = find_quotations(doc)
    return Findings(doc, quotations, find_voices(doc, quotations))


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
    "framing_by_speaker": lambda f: measure_framing_of_spans(f.doc, f.framing, f.spans_by_speaker()),
    "news_framing": lambda f: measure_framing(f.doc, f.news_framing, frames=news_frames()),
    "news_framing_by_voice": lambda f: measure_framing_of_spans(
        f.doc, f.news_framing, f.spans_by_voice(), frames=news_frames()
    ),
    "loaded": lambda f: measure_loaded(f.doc, f.loaded.terms, f.spans_by_voice()),
    "stance": lambda f: measure_stance(f.doc, f.stance, f.spans_by_voice()),
    "calls": lambda f: measure_calls(f.doc, f.stance),
    "names": lambda f: measure_names(f.doc, f.names, voices=f.voices),
    "namers": lambda f: measure_namers(f.doc, f.names, voices=f.voices),
    "labels": lambda f: measure_labels(f.doc, f.labels, voices=f.voices),
    "us_and_them": lambda f: measure_us_and_them(
        f.doc, f.predications, f.quotations.entities, voices=f.voices
    ),
    "tone": lambda f: measure_tone(f.doc, f.tone, vader=score_vader_by_paragraph(f.doc)),
    "tone_by_voice": lambda f: measure_tone_of_spans(f.doc, f.tone, f.spans_by_voice()),
    "tone_by_speaker": measure_tone_by_speaker,
}


def news_frames() -> list[str]:
    """The names of the frames of news in general."""
    return [frame.frame for frame in load_frames("frames_news")]


def measure_all(findings: Findings) -> dict[str, pd.DataFrame]:
    """Every measure's table, by its name in `MEASURES`."""
    return {name: measure(findings) for name, measure in MEASURES.items()}
