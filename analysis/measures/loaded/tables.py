"""Loaded words in numbers: how many of each kind stand in each group of spans."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from analysis.measures.loaded.model import KINDS, LoadedTerm
from analysis.text.document import Document
from analysis.text.rates import per_thousand, to_table
from analysis.text.spans import Spans

if TYPE_CHECKING:
    import pandas as pd

COLUMNS = {"kind": "str", "voice": "str", "n": "int64", "n_words": "int64", "per_thousand": "float64"}


def measure_loaded(
    doc: Document,
    terms: Iterable[LoadedTerm],
    spans_by_group: Mapping[str, Iterable[tuple[int, int]]],
) -> pd.DataFrame:
    """How many loaded terms of each kind stand in groups of spans, such as the stretches of one voice.

    Args:
        terms: as `find_loaded` returns them.
        spans_by_group: the spans of each group, by its name; those of one group lie apart.

    Returns: one row a kind and group, also where ``n`` is 0; in each kind the groups in the order given.
        Columns: ``kind``, ``voice`` (the group), ``n`` (terms that begin in its spans), ``n_words``
        (words that begin there), ``per_thousand`` (nan without words).

    Raises:
        ValueError: spans of one group overlap, or one is empty.

    Limits: a term of three words counts once, as does a scare quote of any length. A rate of few words
    jumps with each term: read it beside ``n``. A term that begins in one group and ends in another
    counts for the first alone: *nail* in *It was the nail “in the coffin”.*

    Source: own definition.

    Example: three words lie in the quotation, and one of them is loaded.

    >>> from analysis.measures.loaded import find_loaded
    >>> from analysis.text.document import make_document
    >>> from analysis.text.rates import rows_of
    >>> doc = make_document('He said: "A disgraceful fee."')
    >>> table = measure_loaded(doc, find_loaded(doc).terms, {"direct": [(9, 29)], "other": [(0, 8)]})
    >>> [row[1:] for row in table[table["kind"] == "evaluative"].itertuples()]
    [('evaluative', 'direct', 1, 3, 333.3333333333333), ('evaluative', 'other', 0, 2, 0.0)]
    """
    of_group = {}
    terms = list(terms)
    for group, spans in spans_by_group.items():
        layer = Spans.of(sorted(spans))
        n_words = sum(len(doc.words.inside(start, end)) for start, end in layer)
        counts = Counter(term.kind for term in terms if layer.holding(term.start) is not None)
        of_group[group] = counts, n_words
    rows = [
        {
            "kind": kind,
            "voice": group,
            "n": counts[kind],
            "n_words": n_words,
            "per_thousand": per_thousand(counts[kind], n_words),
        }
        for kind in KINDS
        for group, (counts, n_words) in of_group.items()
    ]
    return to_table(rows, COLUMNS)
