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
from analysis.measures.naming.predications import KINDS, Predication, find_predications
from analysis.measures.naming.square import measure_us_and_them

__all__ = [
    "KINDS",
    "LabelMatch",
    "LabelSet",
    "NameMention",
    "Predication",
    "find_labels",
    "find_names",
    "find_predications",
    "load_label_pairs",
    "load_label_sets",
    "measure_labels",
    "measure_namers",
    "measure_names",
    "measure_us_and_them",
]
