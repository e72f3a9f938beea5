"""Marks: the stretches of a text that stand in quotation marks.

Read paragraph by paragraph. What a mark does follows from its place (`signs`), which mark closes
which from the order (`pairs`); where a mark is missing, `repairs` says what a reader would supply.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from analysis.measures.quotation.apostrophes import SINGLES
from analysis.measures.quotation.pairs import Pairing, pair_signs
from analysis.measures.quotation.repairs import Stretch, mend
from analysis.measures.quotation.signs import find_runs, find_signs
from analysis.text.document import Document
from analysis.text.making import maker

_STYLES = {
    ('"', '"'): "straight double",
    ("“", "”"): "double curly",
    ("'", "'"): "straight single",
    ("‘", "’"): "single curly",
    ("''", "''"): "doubled single",
    ("‘‘", "’’"): "doubled single",
    ("``", "''"): "doubled single",
    ("«", "»"): "guillemets",
    ("»", "«"): "inverted guillemets",
    ("‹", "›"): "single guillemets",
    ("›", "‹"): "inverted single guillemets",
    ("„", "“"): "low-high",
    ("„", "”"): "low-high",
    ("‚", "‘"): "single low-high",
    ("‚", "’"): "single low-high",
}
# where one of the two marks is missing, the other one tells
_BY_ONE = {key: style for (o, c), style in reversed(_STYLES.items()) for key in ((o, ""), ("", c))}


class MarkedSpan(NamedTuple):
    """One stretch in quotation marks, within one paragraph, its outer marks included.

    ``level`` 1 is outermost. The paragraphs of a quotation that is continued share a ``group``.
    ``closed`` is False where no closing mark stands in this paragraph, because the quotation goes
    on in the next one or because the mark is missing; ``repaired`` is True where a mark is missing
    and was supplied by rule.
    """

    start: int
    end: int
    surface: str
    level: int
    group: int
    style: str
    closed: bool
    repaired: bool


_span = maker(MarkedSpan)


def find_marks(doc: Document) -> tuple[list[MarkedSpan], list[str]]:
    """Find every stretch in quotation marks.

    Returns: the spans sorted by start (the outer before the inner one), and warnings: one
    sentence for each paragraph in which a mark is missing or has no partner.

    Limits: single marks without a partner are taken for apostrophes. A quotation whose opening
    mark is missing is supplied only up to its sentence: We wait. See you,” she said.

    Source: own definition.

    >>> from analysis.text.document import make_document
    >>> doc = make_document("“They call it “bad business” here,” the miners’ leader said.")
    >>> spans, warnings = find_marks(doc)
    >>> [(span.level, span.surface) for span in spans]
    [(1, '“They call it “bad business” here,”'), (2, '“bad business”')]
    >>> warnings
    []
    """
    runs = find_runs(doc.text)
    begins = [start for start, _ in runs]
    pairings = []
    for start, end in doc.paragraphs.pairs():
        first, behind = bisect_left(begins, start), bisect_left(begins, end)
        signs = find_signs(doc.text, start, end, runs[first:behind]) if first < behind else []
        pairings.append(pair_signs(signs))
    stretches, warnings = mend(doc, pairings, singles_quote=_singles_quote(pairings))
    return _with_levels(doc.text, stretches), warnings


def _singles_quote(pairings: list[Pairing]) -> bool:
    """Whether single marks are the text's first choice, as in British books and papers."""
    singles = doubles = 0
    for pairing in pairings:
        doubles += sum(pairing.signs[k].family != "single" for k in pairing.openers)
        reach = -1
        for a, b in pairing.pairs:
            if a > reach:
                reach = b
                if pairing.signs[a].family == "single":
                    singles += 1
                else:
                    doubles += 1
    return singles > doubles


def _with_levels(text: str, stretches: list[Stretch]) -> list[MarkedSpan]:
    """Spans with their level: how many stretches hold them, plus one."""
    spans: list[MarkedSpan] = []
    around: list[int] = []
    for start, end, opener, closer, group, repaired in sorted(stretches, key=lambda s: (s.start, -s.end)):
        if repaired and not any(map(str.isalnum, text[start:end])):
            continue
        while around and around[-1] <= start:
            around.pop()
        around.append(end)
        style = _style(opener, closer)
        spans.append(_span((start, end, text[start:end], len(around), group, style, closer != "", repaired)))
    return spans


def _style(opener: str, closer: str) -> str:
    if style := _STYLES.get((opener, closer)) or _BY_ONE.get((opener, closer)):
        return style
    return "mixed single" if (opener or closer) in tuple(SINGLES) else "mixed double"
