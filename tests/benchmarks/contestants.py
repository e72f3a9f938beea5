"""What is timed: this project, whole and by measure, and what people use elsewhere, on the same article."""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from nltk.sentiment.vader import SentimentIntensityAnalyzer, VaderConstants
from nltk.tokenize import NLTKWordTokenizer
from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer

from analysis.findings.annotation import annotate, to_json
from analysis.findings.reading import find_all
from analysis.measures.framing import find_framing, load_framing
from analysis.measures.quotation import find_quotations
from analysis.measures.quotation.marks import find_marks
from analysis.measures.tone import find_tone
from analysis.measures.vader import score_vader_by_paragraph
from analysis.text.document import make_document
from analysis.text.lexicon import find_terms, make_lexicon
from analysis.text.library import DATA, load_abbreviations

Contestant = Callable[[str], Any]
QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|‘[^’]*’")
BLANK = re.compile(r"\n\s*\n")
BASICS, PIPELINE, WHOLE = "like for like", "NLTK pipeline", "all measures, as JSON"
SPACY, SPACY_MODEL = "spaCy, small model", "en_core_web_sm"


# Each by its name, with what makes it: a contestant is made in the process in which it reads.
CONTESTANTS: dict[str, Callable[[], Contestant]] = {
    WHOLE: lambda: lambda text: to_json(annotate(make_document(text))),
    BASICS: lambda: _make_basics(),
    PIPELINE: lambda: make_nltk_pipeline(),
    "words and sentences": lambda: make_document,
    "quotations": lambda: lambda text: find_quotations(make_document(text)),
    "framing": lambda: lambda text: find_framing(make_document(text)),
    "tone": lambda: lambda text: find_tone(make_document(text)),
    "loaded words": lambda: lambda text: find_all(make_document(text)).loaded,
    "stance": lambda: lambda text: find_all(make_document(text)).stance,
    "names": lambda: lambda text: find_all(make_document(text)).names,
    "vaderSentiment": lambda: _make_vader_sentiment(),
    SPACY: lambda: _make_spacy(),
}


def list_contestants() -> list[str]:
    """The names of those whose packages are there."""
    needs = {"vaderSentiment": ["vaderSentiment"], SPACY: ["spacy", SPACY_MODEL]}
    return [name for name in CONTESTANTS if all(map(importlib.util.find_spec, needs.get(name, ())))]


def _make_basics() -> Contestant:
    """What the NLTK pipeline does, by this project: words, sentences, VADER, plain terms, bare marks."""
    plain = make_lexicon("plain", [entry.term for entry in load_framing().entries])

    def run(text: str) -> Any:
        doc = make_document(text)
        return (
            list(doc.words.pairs()),
            list(doc.sentences.pairs()),
            score_vader_by_paragraph(doc),
            find_terms(doc, plain),
            find_marks(doc),
        )

    return run


def make_nltk_pipeline() -> Contestant:
    """NLTK as its book and most tutorials use it, with the lists of this project."""
    parameters = PunktParameters()
    parameters.abbrev_types = {word.rstrip(".").lower() for word in load_abbreviations()}
    sentences, words = PunktSentenceTokenizer(parameters), NLTKWordTokenizer()
    terms = {entry.term for entry in load_framing().entries}
    vader = SentimentIntensityAnalyzer.__new__(SentimentIntensityAnalyzer)
    vader.lexicon_file = Path(DATA / "lexicons" / "vader_lexicon.txt").read_text(encoding="utf-8")
    vader.lexicon = vader.make_lex_dict()
    vader.constants = VaderConstants()

    def run(text: str) -> Any:
        found = [
            (start + a, start + b)
            for start, end in sentences.span_tokenize(text)
            for a, b in words.span_tokenize(text[start:end])
        ]
        framed = [span for span in found if text[slice(*span)].lower() in terms]
        scores = [vader.polarity_scores(paragraph)["compound"] for paragraph in BLANK.split(text)]
        return found, framed, scores, [match.span() for match in QUOTED.finditer(text)]

    return run


def _make_vader_sentiment() -> Contestant:
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer as Other

    other = Other()
    return lambda text: [other.polarity_scores(paragraph)["compound"] for paragraph in BLANK.split(text)]


def _make_spacy() -> Contestant:
    import spacy

    return spacy.load(SPACY_MODEL)
