"""Stance: calls to act, marks of certainty, passives without an agent, numbers and their sources."""

from analysis.measures.stance.find import find_stance
from analysis.measures.stance.measure import measure_calls, measure_stance
from analysis.measures.stance.model import KINDS, StanceMatch

__all__ = ["KINDS", "StanceMatch", "find_stance", "measure_calls", "measure_stance"]
