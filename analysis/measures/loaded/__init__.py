"""Loaded words: judgments, labels, intensifiers, absolutes, doubt and scare quotes, each with a reason.

A loaded word is one that a careful editor would ask about: it judges where it could tell. The measure
describes wording; it does not say whether a judgment is fair, or a text biased.
"""

from analysis.measures.loaded.find import find_loaded
from analysis.measures.loaded.model import KINDS, MILD, LoadedFindings, LoadedSentence, LoadedTerm
from analysis.measures.loaded.tables import measure_loaded

__all__ = ["KINDS", "MILD", "LoadedFindings", "LoadedSentence", "LoadedTerm", "find_loaded", "measure_loaded"]
