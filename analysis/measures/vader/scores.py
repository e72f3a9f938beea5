"""VADER, as classes know it: NLTK's rules on the lexicon file of the `vaderSentiment` package.

It stands beside the project's own tone as a point of comparison. "VADER" is not one function:
the two packages that bear the name disagree on some sentences, so which one is meant is fixed
here and tested for equality.
"""

from __future__ import annotations

from functools import lru_cache

from analysis.measures.vader.rules import compound
from analysis.text.document import Document

# Robustness cards ask for the same sentences under many choices.
REMEMBERED = 4096


@lru_cache(maxsize=REMEMBERED)
def score_vader(text: str) -> float:
    """VADER's compound score of a stretch of text, from -1 to 1; 0 where it finds nothing.

    Limits: 0 says both "balanced" and "no word known"; a long text is driven to -1 or 1, for the
    sum grows with its length; *justice* and *security* count as praise wherever they stand.

    Source: Hutto and Gilbert (2014), ICWSM; NLTK's rules; lexicon file of `vaderSentiment`.

    Example: *rescue* is rated 2.3 and *success* 2.7, and 5.0 / sqrt(5.0² + 15) is .7906.

    >>> score_vader("The rescue was a success.")
    0.7906
    >>> score_vader("The council met on Monday.")
    0.0
    """
    return compound(text)


def score_vader_by_paragraph(doc: Document) -> list[float]:
    """VADER's compound score of each paragraph, in their order."""
    return [compound(doc.text[start:end]) for start, end in doc.paragraphs.pairs()]
