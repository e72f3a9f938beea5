"""Tables of stance: how often, in whose voice; and who must do what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from analysis.measures.stance.model import KINDS, StanceMatch
from analysis.text.document import Document
from analysis.text.groups import count_in_groups
from analysis.text.rates import to_table

if TYPE_CHECKING:
    import pandas as pd


def measure_stance(
    doc: Document, matches: Iterable[StanceMatch], spans_by_group: Mapping[str, Iterable[tuple[int, int]]]
) -> pd.DataFrame:
    """How many marks of each kind stand in groups of spans, such as the stretches of one voice.

    Args:
        spans_by_group: the spans of each group, by its name; those of one group lie apart.

    Returns: one row a kind and group, also where ``n`` is 0. Columns: ``kind``, ``group``, ``n`` (marks that
        begin in the group's spans), ``n_words`` (words that begin there), ``per_thousand`` (marks in a
        thousand words; nan without words).

    Raises:
        ValueError: spans of one group overlap, or one is empty.

    Limits: a mark that begins in one group and ends in another counts for the first alone: *must “act”*.

    Source: own definition.

    Example: one call in three words.

    >>> from analysis.measures.stance.find import find_stance
    >>> from analysis.text.document import make_document
    >>> from analysis.text.rates import rows_of
    >>> doc = make_document("We must hurry.")
    >>> table = measure_stance(doc, find_stance(doc), {"narration": [(0, 14)]})
    >>> [(row.kind, row.n, row.n_words) for row in rows_of(table) if row.n]
    [('call', 1, 3)]
    """
    return count_in_groups(
        doc, ((match.start, match.kind) for match in matches), KINDS, spans_by_group, name="kind"
    )


def measure_calls(doc: Document, calls: Iterable[StanceMatch]) -> pd.DataFrame:
    """Who must do what: the calls of a document.

    Args:
        calls: matches of `find_stance`; those of other kinds are passed over.

    Returns: one row a call. Columns: ``sentence`` (from 1), ``addressee`` (as it stands; missing if nobody is
        named), ``act``, ``surface``, ``rule``, ``start``, ``end`` (offsets).

    Limits: a pronoun is left as it stands: *They must pay.* has the addressee *They*.

    Source: own definition.

    Example: one call, in the second sentence.

    >>> from analysis.measures.stance.find import find_stance
    >>> from analysis.text.document import make_document
    >>> from analysis.text.rates import rows_of
    >>> doc = make_document("It rained. The town must dig a well.")
    >>> [(row.sentence, row.addressee, row.act) for row in rows_of(measure_calls(doc, find_stance(doc)))]
    [(2, 'The town', 'dig a well')]
    """
    rows = []
    for call in calls:
        if call.kind == "call":
            sentence = doc.sentences.holding(call.start)
            rows.append(
                {
                    "sentence": 0 if sentence is None else sentence + 1,
                    "addressee": call.addressee,
                    "act": call.act,
                    "surface": call.surface,
                    "rule": call.rule,
                    "start": call.start,
                    "end": call.end,
                }
            )
    columns = {
        "sentence": "int64", "addressee": "object", "act": "object", "surface": "str", "rule": "str",
        "start": "int64", "end": "int64",
    }  # fmt: skip
    return to_table(rows, columns)
