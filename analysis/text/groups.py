"""What stands in groups of spans: counts by label and group, with their base and rate."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from analysis.text.document import Document
from analysis.text.rates import per_thousand, to_table
from analysis.text.spans import Spans

if TYPE_CHECKING:
    import pandas as pd


def count_in_groups(
    doc: Document,
    places: Iterable[tuple[int, str]],
    labels: Sequence[str],
    spans_by_group: Mapping[str, Iterable[tuple[int, int]]],
    *,
    name: str = "label",
) -> pd.DataFrame:
    """How many places of each label stand in groups of spans, such as the stretches of one voice.

    Args:
        places: where each thing begins, and its label.
        labels: the labels to count, in the order wanted.
        spans_by_group: the spans of each group, by its name; those of one group lie apart.
        name: the name of the column of labels.

    Returns: one row a label and group, also where ``n`` is 0; in each label the groups in the order given.
        Columns: the label, ``group``, ``n`` (places in the group's spans), ``n_words`` (words that begin
        there), ``per_thousand`` (nan without words).

    Raises:
        ValueError: spans of one group overlap, one is empty, or a place has a label that is not counted.

    >>> from analysis.text.document import make_document
    >>> from analysis.text.rates import rows_of
    >>> doc = make_document("red red blue")
    >>> table = count_in_groups(doc, [(0, "red"), (4, "red"), (8, "blue")], ["red"], {"all": [(0, 7)]})
    Traceback (most recent call last):
    ValueError: 'blue' is not among the labels to count: red
    >>> table = count_in_groups(doc, [(0, "red"), (4, "red")], ["red"], {"all": [(0, 12)]})
    >>> [(row.label, row.group, row.n, row.n_words) for row in rows_of(table)]
    [('red', 'all', 2, 3)]
    """
    places = list(places)
    for _, label in places:
        if label not in labels:
            raise ValueError(f"{label!r} is not among the labels to count: {', '.join(labels)}")
    of_group = {}
    for group, spans in spans_by_group.items():
        layer = Spans.of(sorted(spans))
        counts = Counter(label for start, label in places if layer.holding(start) is not None)
        of_group[group] = counts, sum(len(doc.words.inside(start, end)) for start, end in layer)
    rows = [
        {
            name: label,
            "group": group,
            "n": counts[label],
            "n_words": n_words,
            "per_thousand": per_thousand(counts[label], n_words),
        }
        for label in labels
        for group, (counts, n_words) in of_group.items()
    ]
    return to_table(
        rows, {name: "str", "group": "str", "n": "int64", "n_words": "int64", "per_thousand": "float64"}
    )
