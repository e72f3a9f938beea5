"""Loaded words in numbers: how many of each kind stand in each group of spans."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from analysis.measures.loaded.model import KINDS, LoadedTerm
from analysis.text.document import Document
from analysis.text.groups import count_in_groups

if TYPE_CHECKING:
    import pandas as pd


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
        Columns: ``kind``, ``group``, ``n`` (terms that begin in its spans), ``n_words``
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
    return count_in_groups(
        doc, ((term.start, term.kind) for term in terms), KINDS, spans_by_group, name="kind"
    )
