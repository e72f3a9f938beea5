"""``make bench BENCH=--parts``: what each part of an annotation costs where those before it are done."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

from analysis.findings.annotation import annotation_of, to_json
from analysis.findings.reading import Findings
from analysis.measures.quotation import find_quotations, find_voices
from analysis.text.document import make_document
from analysis.text.mentions import find_entities, find_mentions
from analysis.text.phrases import find_all_noun_phrases
from analysis.text.tagging import tag_words

# What is at hand of an article: its text first, then its document, then its findings.
Work = SimpleNamespace


def _cut(work: Work) -> None:
    work.doc = make_document(work.text)


def _spell(work: Work) -> None:
    doc = work.doc
    for layer in ("words", "folded", "written", "keys", "stems", "capitals", "gaps", "sentence_words"):
        getattr(doc, layer)


def _quote(work: Work) -> None:
    quotations = find_quotations(work.doc)
    work.findings = Findings(work.doc, quotations, find_voices(work.doc, quotations))


def _write(work: Work) -> None:
    work.line = to_json(annotation_of(work.findings))


# In this order: each rests on those before it, and keeps what it found with the document.
PARTS: dict[str, Callable[[Work], Any]] = {
    "words, sentences, paragraphs": _cut,
    "words as they are looked up": _spell,
    "parts of speech": lambda work: tag_words(work.doc),
    "noun phrases": lambda work: find_all_noun_phrases(work.doc),
    "who is named, and who is who": lambda work: find_entities(work.doc, find_mentions(work.doc)),
    "quotations and voices": _quote,
    "frames": lambda work: (work.findings.framing, work.findings.news_framing),
    "tone": lambda work: work.findings.tone,
    "loaded words": lambda work: work.findings.loaded,
    "stance": lambda work: work.findings.stance,
    "names": lambda work: work.findings.names,
    "VADER, rows and JSON": _write,
}


def time_parts(text: str) -> dict[str, float]:
    """Seconds of each part on one article."""
    work, seconds = Work(text=text), {}
    for name, run in PARTS.items():
        begun = time.perf_counter()
        run(work)
        seconds[name] = time.perf_counter() - begun
    return seconds


def print_parts(articles: list[str]) -> None:
    """A row a part: milliseconds an article, of articles read once, behind the first fifth of them."""
    warm = len(articles) // 5
    for text in articles[:warm]:
        time_parts(text)
    seconds = Counter[str]()
    for text in articles[warm:]:
        seconds.update(time_parts(text))
    whole = sum(seconds.values())
    print("\n| part | ms an article | share |\n|---|--:|--:|")
    for name, own in seconds.items():
        print(f"| {name} | {1000 * own / len(articles[warm:]):.2f} | {own / whole:.0%} |")
    print(f"| all | {1000 * whole / len(articles[warm:]):.2f} | |")
