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


def list_contestants() -> dict[str, Contestant]:
    """Each by its name; those whose package is not there are left out."""
    found: dict[str, Contestant] = {
        WHOLE: lambda text: to_json(annotate(make_document(text))),
        BASICS: _make_basics(),
        PIPELINE: make_nltk_pipeline(),
        "words and sentences": make_document,
        "quotations": lambda text: find_quotations(make_document(text)),
        "framing": lambda text: find_framing(make_document(text)),
        "tone": lambda text: find_tone(make_document(text)),
        "loaded words": lambda text: find_all(make_document(text)).loaded,
        "stance": lambda text: find_all(make_document(text)).stance,
        "names": lambda text: find_all(make_document(text)).names,
    }
    if importlib.util.find_spec("vaderSentiment"):
        found["vaderSentiment"] = _make_vader_sentiment()
    if importlib.util.find_spec("spacy") and importlib.util.find_spec("en_core_web_sm"):
        import spacy

        found["spaCy, small model"] = spacy.load("en_core_web_sm")
    return found


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
