"""What a loaded word is here: its kinds, and the values that the finder returns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple, Protocol

EVALUATIVE = "evaluative"
LABEL = "label"
NOUN = "loaded_noun"
VERB = "loaded_verb"
INTENSIFIER = "intensifier"
ABSOLUTE = "absolute"
DOUBT = "doubt"
SCARE_QUOTE = "scare_quote"
KINDS = (EVALUATIVE, LABEL, NOUN, VERB, INTENSIFIER, ABSOLUTE, DOUBT, SCARE_QUOTE)

MILD = 0.2  # a term that weighs less is mild: often plain, it adds to a sentence and loads none by itself

# What a term of each kind does, as a reader would say it.
EFFECTS = {
    EVALUATIVE: "passes judgment on what it describes",
    LABEL: "sorts people or ideas into a camp",
    NOUN: "names a thing and judges it in one word",
    VERB: "tells an act and judges it in one word",
    INTENSIFIER: "turns up the strength of what is said",
    ABSOLUTE: "leaves no room for an exception",
    DOUBT: "keeps a distance from what is reported",
    SCARE_QUOTE: "stands in marks that quote nobody, and so at a distance",
}


class Marked(Protocol):
    """A stretch in quotation marks that quotes nobody."""

    @property
    def start(self) -> int: ...  # noqa: D102
    @property
    def end(self) -> int: ...  # noqa: D102


class LoadedTerm(NamedTuple):
    """A word or phrase that carries a judgment: ``text[start:end] == surface``.

    Attributes:
        kind: one of `KINDS`.
        weight: from 0 to 1, how far the term alone goes to make a sentence loaded.
        reason: one sentence for the reader.
        source: who motivates the row or the rule, as in ``sources.csv``.
        rule: what found it: listed, rated, compound, a form such as adverb in -ly, capitals, marks.
    """

    start: int
    end: int
    surface: str
    kind: str
    weight: float
    reason: str
    source: str
    rule: str


class LoadedSentence(NamedTuple):
    """A sentence with its score from 0 (no loaded term) to 1 (loaded beyond doubt)."""

    start: int
    end: int
    score: float


@dataclass(frozen=True, slots=True)
class LoadedFindings:
    """The loaded terms of a text, and the score of each of its sentences, both in order."""

    terms: tuple[LoadedTerm, ...]
    sentences: tuple[LoadedSentence, ...]


def make_term(
    text: str, start: int, end: int, *, kind: str, weight: float, why: str, source: str, rule: str
) -> LoadedTerm:
    """A term with its reason: what it does, and how it was recognized."""
    surface = text[start:end]
    reason = f"“{surface}” {EFFECTS[kind]}: {why}."
    return LoadedTerm(start, end, surface, kind, weight, reason, source, rule)
