"""Names: who is called what, which words stood for choice, and what is said of whom."""

from analysis.measures.naming.labels import (
    LabelMatch,
    LabelSet,
    find_labels,
    load_label_pairs,
    load_label_sets,
    measure_labels,
)
from analysis.measures.naming.ledger import NameMention, find_names, measure_namers, measure_names

__all__ = [
    "LabelMatch",
    "LabelSet",
    "NameMention",
    "find_labels",
    "find_names",
    "load_label_pairs",
    "load_label_sets",
    "measure_labels",
    "measure_namers",
    "measure_names",
]
