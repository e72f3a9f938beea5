"""The passages in marks that tasks ask about, and the quotations that they belong to."""

from __future__ import annotations

from analysis.findings.reading import Findings
from analysis.lessons.places import paragraph_at
from analysis.measures.quotation import Quotation

MOST_PASSAGES = 12  # more would be copying, not reading
# Rules that say "somebody is quoted" on thin grounds; a teacher looks at these first.
THIN_RULES = {"marks-alone", "transcript", "continued", "goes-on", "comes-before"}
ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


def choose_passages(findings: Findings) -> tuple[list[tuple[int, int]], int]:
    """The outermost quotations in marks of the first paragraphs, and the number of the last of these."""
    doc = findings.doc
    chosen: list[tuple[int, int]] = []
    last = len(doc.paragraphs)
    for number, (start, end) in enumerate(doc.paragraphs, start=1):
        here = [span for span in findings.quotations.speech if start <= span[0] < end]
        if chosen and len(chosen) + len(here) > MOST_PASSAGES:
            return chosen, number - 1
        chosen += here
    return chosen, last


def row_at(findings: Findings, start: int, end: int) -> Quotation | None:
    """The quotation whose words a marked passage is, or is part of."""
    rows = [
        row for row in findings.quotations.rows if row.attribution and row.start <= start and end <= row.end
    ]
    return max(rows, key=lambda row: (row.level == 1, -(row.end - row.start)), default=None)


def which_in_paragraph(findings: Findings, start: int) -> str:
    """Which of the outermost marked passages of its paragraph it is, those that quote nobody counted too."""
    nobody = [row.start for row in findings.quotations.rows if row.kind is not None and row.level == 1]
    first = findings.doc.paragraphs[paragraph_at(findings.doc, start) - 1][0]
    before = {a for a in [*nobody, *(a for a, _ in findings.quotations.speech)] if first <= a < start}
    return ORDINALS[len(before)] if len(before) < len(ORDINALS) else f"{len(before) + 1}th"
