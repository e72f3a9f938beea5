"""The reasonable choices behind a figure: what another careful reader could have decided otherwise.

Each headline figure names the choices that bear on it and the one that was declared beforehand; `combine`
gives every combination. A text is cut anew (other words, other sentences) without looking for its quotations
again: whose words they are does not hang on how words are counted.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import product
from typing import TYPE_CHECKING

from analysis.measures.textblob import score_textblob
from analysis.measures.tone import SentenceTone, find_tone
from analysis.measures.vader import score_vader
from analysis.text.document import Document, once
from analysis.text.spans import Spans

if TYPE_CHECKING:
    from analysis.findings.reading import Findings

Choice = Mapping[str, str]  # name of a choice -> what was chosen
Places = list[tuple[int, int]]

QUOTATION = (
    "direct only",
    "direct and indirect",
    "with reporting clauses",
    "with what may be free indirect",
)  # as in `measure_quotation_share`
TONE = ("project's tone", "VADER", "TextBlob")
SENTENCES = ("reviewed abbreviations", "every stop")
WORDS = ("as a reader counts", "runs of letters")
NAMES = ("names count", "names left out")
PLACES = ("every place", "each term once")

SCORERS: Mapping[str, Callable[[str], float]] = {TONE[1]: score_vader, TONE[2]: score_textblob}

_OWN_CUT = WORDS[0], SENTENCES[0]
_ENDS = (".", "!", "?", "…")
_CLOSING = "”’»›\"')]"
_PIECE = re.compile(r"\S+")
_RUN = re.compile(r"([^\W_]+)")


@dataclass(frozen=True)
class Cut:
    """A document cut in one way, with the scores of its sentences, looked for when first asked for."""

    doc: Document

    @cached_property
    def tones(self) -> list[SentenceTone]:
        """The tone of each sentence."""
        return find_tone(self.doc)


def score_alone(text: str, tone: str) -> float | None:
    """The score that VADER or TextBlob gives a stretch of text; None where there is no letter or digit."""
    return SCORERS[tone](text) if any(map(str.isalnum, text)) else None


@dataclass(frozen=True)
class Material:
    """What every figure is made from: the findings, and the text in each cut."""

    findings: Findings
    cuts: Mapping[tuple[str, str], Cut]  # (words, sentences) -> the text so cut

    def cut(self, choice: Choice) -> Cut:
        """The text as a combination of choices wants it cut; the project's own where it does not say."""
        return self.cuts[choice.get("words", WORDS[0]), choice.get("sentences", SENTENCES[0])]


def make_material(findings: Findings) -> Material:
    """The findings with the text in its four cuts."""
    return Material(findings, {_OWN_CUT: Cut(findings.doc), **_cut_otherwise(findings.doc)})


@once
def _cut_otherwise(doc: Document) -> Mapping[tuple[str, str], Cut]:
    """The text in its three other cuts."""
    words = {WORDS[0]: doc.pieces, WORDS[1]: tuple(_RUN.split(doc.text))}
    sentences = {SENTENCES[0]: doc.sentences, SENTENCES[1]: Spans.of(cut_at_every_stop(doc))}
    return {
        (word, sentence): Cut(replace(doc, pieces=words[word], sentences=sentences[sentence]))
        for word, sentence in product(WORDS, SENTENCES)
        if (word, sentence) != _OWN_CUT
    }


def cut_at_every_stop(doc: Document) -> Iterator[tuple[int, int]]:
    """Sentences as the simplest rule has them: each ends at a stop before white space, abbreviations too.

    >>> from analysis.text.document import make_document
    >>> doc = make_document("Mr. Roe left. Why?")
    >>> [doc.text[start:end] for start, end in cut_at_every_stop(doc)]
    ['Mr.', 'Roe left.', 'Why?']
    """
    for paragraph, end in doc.paragraphs:
        start = paragraph
        for piece in _PIECE.finditer(doc.text, paragraph, end):
            if piece.group().rstrip(_CLOSING).endswith(_ENDS):
                yield start, piece.end()
                start = piece.end() + 1
        if doc.text[start:end].strip():
            yield start, end


def combine(choices: Mapping[str, Iterable[str]]) -> list[dict[str, str]]:
    """Every combination, in the order of the options.

    >>> combine({"names": ("in", "out")})
    [{'names': 'in'}, {'names': 'out'}]
    """
    return [dict(zip(choices, options, strict=True)) for options in product(*choices.values())]


def part_sides(findings: Findings, definition: str) -> tuple[Places, Places]:
    """The stretches that are quotation under a definition, and those that are narration.

    Indirect speech and reporting clauses lie on neither side where the definition leaves them out: they are
    not the narrator's own words either. What may be free indirect is narration until the widest definition.
    """
    voices = {
        "direct only": ("direct",),
        "direct and indirect": ("direct", "indirect"),
    }.get(definition, ("direct", "indirect", "reporting"))
    free = definition == "with what may be free indirect"
    quoted, narrated = [], []
    for span in findings.voices:
        if span.voice in voices or (free and span.free_indirect):
            quoted.append((span.start, span.end))
        elif span.voice == "narration":
            narrated.append((span.start, span.end))
    return quoted, narrated
