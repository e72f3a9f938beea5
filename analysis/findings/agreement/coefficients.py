"""How far readers agree on the same text: F1 of spans, kappa and alpha of words."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import TYPE_CHECKING, Protocol

from analysis.text.document import Document
from analysis.text.rates import share, to_table

if TYPE_CHECKING:
    import pandas as pd

ALL = "all labels"
UNMARKED = ""  # the label of a word that a reader has not marked
_COLUMNS = {
    "reader_a": "str", "reader_b": "str", "label": "str", "n_a": "int64", "n_b": "int64",
    "n_exact": "int64", "f1_exact": "float64", "f1_overlap": "float64",
    "n_words": "int64", "kappa": "float64", "alpha": "float64",
}  # fmt: skip


class Mark(Protocol):
    """A stretch of the text that a reader has labeled."""

    @property
    def start(self) -> int:
        """Offset of its first character."""

    @property
    def end(self) -> int:
        """Offset behind its last character."""

    @property
    def label(self) -> str:
        """What the reader called it."""


def compare_readers(doc: Document, readers: Mapping[str, Sequence[Mark]]) -> pd.DataFrame:
    """Compare the marks of two readers or more, pair by pair and label by label.

    Args:
        readers: the marks of each reader, by the reader's name; the tool may be one of them.

    Returns: a row a pair of readers and label, *all labels* first: ``reader_a``, ``reader_b``, ``label``,
        ``n_a``, ``n_b`` (marks), ``n_exact`` (marks with the same borders and label), ``f1_exact`` (twice
        these over all marks, 0 to 1), ``f1_overlap`` (marks that overlap one of the other reader with the
        same label, over all marks; nan for both where nobody marked anything), ``n_words``, ``kappa``
        (Cohen's, of words: a word has the labels of the marks in which it begins; −1 to 1, 0 is chance),
        ``alpha`` (Krippendorff's, nominal, of the same). Kappa and alpha are 1 where both marked nothing.

    Raises:
        ValueError: fewer than two readers, or a mark lies outside the text.

    Limits: words that nobody would mark count as agreement; read kappa beside F1. Of two readers who see
    the same mistake, agreement says nothing.

    Source: Cohen (1960); Krippendorff (1980); as computed by NLTK's `AnnotationTask`.
    """
    if len(readers) < 2:
        raise ValueError("agreement needs two readers or more")
    for name, marks in readers.items():
        if outside := [m for m in marks if not 0 <= m.start < m.end <= len(doc.text)]:
            mark = outside[0]
            raise ValueError(
                f"{name}: no stretch from {mark.start} to {mark.end} in {len(doc.text)} characters"
            )
    labels = sorted({mark.label for marks in readers.values() for mark in marks})
    rows = []
    for a, b in combinations(readers, 2):
        for label in (ALL, *labels):
            marks_a, marks_b = (
                [mark for mark in readers[name] if label in (ALL, mark.label)] for name in (a, b)
            )
            kappa, alpha = measure_word_agreement(doc, marks_a, marks_b)
            keys_a, keys_b = _keys(marks_a), _keys(marks_b)
            n_exact = len(keys_a & keys_b)
            n_marks = len(marks_a) + len(marks_b)
            n_overlap = count_overlapping(marks_a, marks_b) + count_overlapping(marks_b, marks_a)
            rows.append(
                {
                    "reader_a": a, "reader_b": b, "label": label, "n_a": len(marks_a), "n_b": len(marks_b),
                    "n_exact": n_exact, "f1_exact": share(2 * n_exact, len(keys_a) + len(keys_b)),
                    "f1_overlap": share(n_overlap, n_marks), "n_words": len(doc.words),
                    "kappa": kappa, "alpha": alpha,
                }
            )  # fmt: skip
    return to_table(rows, _COLUMNS)


def measure_word_agreement(
    doc: Document, marks_a: Sequence[Mark], marks_b: Sequence[Mark]
) -> tuple[float, float]:
    """Cohen's kappa and Krippendorff's alpha of two readers on the words of a text; nan without words."""
    from nltk.metrics.agreement import AnnotationTask

    if not len(doc.words):
        return math.nan, math.nan
    labels = {"a": label_words(doc, marks_a), "b": label_words(doc, marks_b)}
    task = AnnotationTask(
        [(name, place, label) for name in labels for place, label in enumerate(labels[name])]
    )
    return float(task.kappa_pairwise("a", "b")), float(task.alpha())


def label_words(doc: Document, marks: Iterable[Mark]) -> list[str]:
    """The labels of each word, in the order of the text: those of all marks in which it begins.

    >>> from analysis.text.document import make_document
    >>> from collections import namedtuple
    >>> Span = namedtuple("Span", "start end label")
    >>> label_words(make_document("one two three"), [Span(0, 7, "x"), Span(4, 13, "y")])
    ['x', 'x + y', 'y']
    """
    labels: dict[int, set[str]] = defaultdict(set)
    for mark in marks:
        for word in doc.words.inside(mark.start, mark.end):
            labels[word].add(mark.label)
    return [
        " + ".join(sorted(labels[word])) if word in labels else UNMARKED for word in range(len(doc.words))
    ]


def count_overlapping(marks: Iterable[Mark], others: Iterable[Mark]) -> int:
    """How many marks share a character with a mark of the other reader that has the same label."""
    return sum(
        any(other.label == mark.label for other in met) for mark, met in find_overlapping(marks, others)
    )


def find_overlapping(marks: Iterable[Mark], others: Iterable[Mark]) -> Iterator[tuple[Mark, list[Mark]]]:
    """Each mark with those of the other reader that share a character with it, in the order of the text."""
    there = sorted(others, key=lambda mark: (mark.start, mark.end))
    longest = max((mark.end - mark.start for mark in there), default=0)
    starts = [mark.start for mark in there]
    for mark in sorted(marks, key=lambda mark: (mark.start, mark.end)):
        near = range(bisect_left(starts, mark.start - longest), bisect_left(starts, mark.end))
        yield mark, [there[place] for place in near if there[place].end > mark.start]


def _keys(marks: Iterable[Mark]) -> set[tuple[int, int, str]]:
    return {(mark.start, mark.end, mark.label) for mark in marks}
