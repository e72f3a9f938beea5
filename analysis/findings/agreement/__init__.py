"""Do readers agree, with each other and with the tool? Coefficients, and the places where they do not."""

from __future__ import annotations

from analysis.findings.agreement.coefficients import compare_readers
from analysis.findings.agreement.disagreements import list_disagreements
from analysis.findings.agreement.marks import choose_layers, parse_marks, read_marks
from analysis.findings.agreement.readers import LAYERS, list_tool_marks, load_reader_marks

__all__ = [
    "LAYERS",
    "choose_layers",
    "compare_readers",
    "list_disagreements",
    "list_tool_marks",
    "load_reader_marks",
    "parse_marks",
    "read_marks",
]
