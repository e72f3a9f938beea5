"""TextBlob's polarity, as classes know it: a list of rated adjectives, averaged, from the `textblob` package.

It stands beside the project's own tone as a point of comparison, like `vader`.
"""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.machinery import SourceFileLoader
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType
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
    polarity, _subjectivity = _rules()(text)
    return round(float(polarity), 4)


@cache
def _rules() -> Any:
    """TextBlob's rules with its list for English.

    They stand in one file of the package that needs nothing else of it. To import the package runs all of
    NLTK and of scipy.stats, which takes twenty times as long as this; so the file is read by itself.
    """
    package = find_spec("textblob")
    if package is None or package.origin is None:
        raise ModuleNotFoundError("the package textblob is not installed")
    folder = Path(package.origin).parent
    module: Any = ModuleType("textblob_rules")
    SourceFileLoader(module.__name__, str(folder / "_text.py")).exec_module(module)
    rules = module.Sentiment(path=str(folder / "en" / "en-sentiment.xml"), language="en")
    rules.load()
    for word, classes in list(rules.items()):  # as `textblob.en` does: terribly is as bad as terrible
        if "JJ" in classes:
            stem = word[:-1] + "i" if word.endswith("y") else word.removesuffix("le")
            rules.annotate(f"{stem}ly", "RB", *classes["JJ"])
    return rules
