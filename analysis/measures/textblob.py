"""TextBlob's polarity, as classes know it: a list of rated adjectives, averaged, from the `textblob` package.

It stands beside the project's own tone as a point of comparison, like `vader`.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Any

# Robustness cards ask for the same sentences under many choices.
REMEMBERED = 4096


@lru_cache(maxsize=REMEMBERED)
def score_textblob(text: str) -> float:
    """TextBlob's polarity of a stretch of text, from -1 to 1; 0 where it finds nothing.

    Limits: 0 says both "balanced" and "no word known"; nearly all words it knows are adjectives, so "they
    murdered the witnesses" has none.

    Source: Loria, `textblob` (MIT), with the list `en-sentiment.xml` of De Smedt and Daelemans (2012), JMLR.

    Example: *terrible* is rated -1 and *great* 0.8, and their mean is -0.1.

    >>> score_textblob("A terrible road, and a great view.")
    -0.1
    >>> score_textblob("The council met on Monday.")
    0.0
    """
    return round(float(_analyzer().analyze(text).polarity), 4)


@cache
def _analyzer() -> Any:
    from textblob.en.sentiments import PatternAnalyzer  # here, for only cards of robustness ask for it

    return PatternAnalyzer()
