"""VADER, exactly, to stand beside the project's own tone."""

from analysis.measures.vader.scores import score_vader, score_vader_by_paragraph

__all__ = ["score_vader", "score_vader_by_paragraph"]
