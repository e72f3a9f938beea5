"""Quotation: whose words a text is made of."""

from analysis.measures.quotation.quotations import (
    Quotation,
    Quotations,
    ReportingClause,
    find_quotations,
)
from analysis.measures.quotation.shares import (
    measure_quotation_share,
    measure_speakers,
    measure_voices,
)
from analysis.measures.quotation.voices import VoiceSpan, find_voices

__all__ = [
    "Quotation",
    "Quotations",
    "ReportingClause",
    "VoiceSpan",
    "find_quotations",
    "find_voices",
    "measure_quotation_share",
    "measure_speakers",
    "measure_voices",
]
