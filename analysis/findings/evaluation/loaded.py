"""Loaded words against human annotation: what `discourse evaluate loaded` prints.

A gold file has a JSON object a line: ``doc``, ``text``, ``label`` (biased, unbiased; sentences with
another label are left out), ``spans`` (the words that annotators marked, as start and end) and, where
it is known, ``lean`` (the leaning of the outlet). The file is an examination: nothing in the lists or
weights was learned from it.
"""

from __future__ import annotations

import json
import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from analysis.findings.evaluation.cuts import Judged, choose_cuts, correlate_calls, count_calls, macro_f1
from analysis.findings.evaluation.intervals import Estimate, Sums, estimate
from analysis.measures.loaded import KINDS, MILD, LoadedFindings, LoadedTerm, find_loaded
from analysis.measures.loaded.model import ABSOLUTE, INTENSIFIER, SCARE_QUOTE
from analysis.measures.quotation import find_quotations
from analysis.text.document import Document, make_document
from analysis.text.rates import share
from analysis.text.reading import ReadingError

BIASED, UNBIASED = "biased", "unbiased"
LEANINGS = ("left", "center", "right", "unknown")
RESAMPLES = 500
# Annotators mark words that judge; these strengthen, or keep a distance by their marks.
STRENGTHENING = (INTENSIFIER, ABSOLUTE, SCARE_QUOTE)
# Words as annotators of such files mark them; word figures of other tools are counted so too.
_WORD = re.compile(r"\w+(?:['’\-]\w+)*")
DECIMALS = 6
SCARE = "scare quote"  # a kind of quotation
_MARK = '"'  # as in a folded text


@dataclass(frozen=True, slots=True)
class JudgedSentence:
    """A text with the annotators' judgment, and what the measure says of it."""

    doc: str
    lean: str
    biased: bool
    score: float
    words: tuple[int, int, int]  # marked by both, by the measure, by the annotators
    terms: tuple[tuple[str, bool], ...]  # kind of each term, and whether an annotator marked a word in it


def score_loaded(path: Path) -> list[JudgedSentence]:
    """Score each judged text of a gold file, in order.

    Raises:
        ReadingError: the file is missing, or a line is no judged text; the message names it.
    """
    if not path.is_file():
        raise ReadingError(f"there is no file {path}")
    sentences = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        try:
            row = json.loads(line)
            if row["label"] not in (BIASED, UNBIASED):
                continue
            text, doc, marked = (
                str(row["text"]),
                str(row["doc"]),
                [(s["start"], s["end"]) for s in row["spans"]],
            )
            lean = row.get("lean") or LEANINGS[-1]
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            message = f"{path.name}, line {number}: a judged text needs doc, text, label and spans"
            raise ReadingError(message) from error
        sentences.append(_score(doc, lean, row["label"] == BIASED, text, marked))
    return sentences


def summarize_loaded(sentences: Sequence[JudgedSentence]) -> list[str]:
    """The lines to print: each figure with its 95 % interval by document."""
    by_doc: dict[str, list[JudgedSentence]] = defaultdict(list)
    for sentence in sentences:
        by_doc[sentence.doc].append(sentence)
    docs = list(by_doc.values())
    judged = [[_judged(sentence) for sentence in doc] for doc in docs]
    cuts = choose_cuts(judged)
    calls = [count_calls(doc, cut) for doc, cut in zip(judged, cuts, strict=True)]
    words = [_add(sentence.words for sentence in doc) for doc in docs]
    lines = [
        f"{len(sentences)} sentences of {len(docs)} documents; a sentence is called loaded above the cut",
        f"that does best on the other documents ({min(cuts, default=0):.2f} to {max(cuts, default=0):.2f})",
        "",
        _line("sentences, macro-F1", _estimate(calls, macro_f1)),
        _line("sentences, MCC", _estimate(calls, correlate_calls)),
        _line("words, precision", _estimate(words, lambda sums: share(sums[0], sums[1]))),
        _line("words, recall", _estimate(words, lambda sums: share(sums[0], sums[2]))),
        _line("words, F1", _estimate(words, lambda sums: share(2 * sums[0], sums[1] + sums[2]))),
        "",
        "called loaded, though annotators say it is not (n: unbiased sentences)",
    ]
    for lean in LEANINGS:
        alarms = [_count_alarms(doc, cut, lean) for doc, cut in zip(docs, cuts, strict=True)]
        n = int(sum(count[0] for count in alarms))
        if n:
            lines.append(_line(f"  {lean}, n {n}", _estimate(alarms, _part)))
    both = [
        (*_count_alarms(doc, cut, "left"), *_count_alarms(doc, cut, "right"))
        for doc, cut in zip(docs, cuts, strict=True)
    ]
    lines += [_line("  right minus left", _estimate(both, lambda s: _part(s[2:]) - _part(s[:2]))), ""]
    lines.append("terms by kind: n, share in which an annotator marked a word, share in biased sentences")
    return [*lines, *_lines_by_kind(sentences)]


def _score(doc_id: str, lean: str, biased: bool, text: str, marked: list[tuple[int, int]]) -> JudgedSentence:
    doc = make_document(text)
    found = _find(doc)
    weighty = [(term.start, term.end) for term in found.terms if _is_marked(term)]
    tokens = [match.span() for match in _WORD.finditer(text)]
    here = [_touches(token, weighty) for token in tokens]
    gold = [_touches(token, marked) for token in tokens]
    return JudgedSentence(
        doc=doc_id,
        lean=lean,
        biased=biased,
        score=round(1 - math.prod(1 - sentence.score for sentence in found.sentences), DECIMALS),
        words=(sum(map(bool.__and__, here, gold)), sum(here), sum(gold)),
        terms=tuple((term.kind, _touches((term.start, term.end), marked)) for term in found.terms),
    )


def _find(doc: Document) -> LoadedFindings:
    """The loaded words, with the scare quotes that the measure of quotation finds."""
    rows = find_quotations(doc).rows if _MARK in doc.folded else []
    return find_loaded(doc, quotes_nobody=[row for row in rows if row.kind == SCARE])


def _is_marked(term: LoadedTerm) -> bool:
    """Whether annotators asked for loaded words would be expected to mark a term."""
    return term.weight > MILD and term.kind not in STRENGTHENING


def _touches(span: tuple[int, int], spans: Iterable[tuple[int, int]]) -> bool:
    return any(span[0] < end and span[1] > start for start, end in spans)


def _judged(sentence: JudgedSentence) -> Judged:
    return sentence.score, sentence.biased


def _count_alarms(doc: Sequence[JudgedSentence], cut: float, lean: str) -> tuple[int, int]:
    """Unbiased sentences of outlets of one leaning, and how many of them are called loaded."""
    plain = [sentence for sentence in doc if sentence.lean == lean and not sentence.biased]
    return len(plain), sum(sentence.score > cut for sentence in plain)


def _lines_by_kind(sentences: Iterable[JudgedSentence]) -> list[str]:
    n, marked, biased = Counter[str](), Counter[str](), Counter[str]()
    for sentence in sentences:
        for kind, touches in sentence.terms:
            n[kind] += 1
            marked[kind] += touches
            biased[kind] += sentence.biased
    return [
        f"  {kind:14s}{n[kind]:6d}{share(marked[kind], n[kind]):8.3f}{share(biased[kind], n[kind]):8.3f}"
        for kind in KINDS
    ]


def _add(rows: Iterable[Sequence[int]]) -> Sequence[int]:
    return [sum(column) for column in zip(*rows, strict=True)]


def _part(sums: Sums) -> float:
    return share(sums[1], sums[0])


def _estimate(counts: Sequence[Sums], figure: Callable[[Sums], float]) -> Estimate:
    return estimate(counts, figure, resamples=RESAMPLES)


def _line(name: str, figure: Estimate) -> str:
    return f"{name:26s}{figure}"
