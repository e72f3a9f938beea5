"""Keyness: the words that one part of a text, or one text, uses more often than another."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from analysis.text.document import Document
from analysis.text.rates import per_thousand, to_table

if TYPE_CHECKING:
    import pandas as pd

HALF = 0.5  # a count of 0 is taken as half a word, so that the ratio exists: Hardie (2014)
_COLUMNS = {
    "word": "str", "n_target": "int64", "n_reference": "int64", "words_target": "int64",
    "words_reference": "int64", "per_thousand_target": "float64", "per_thousand_reference": "float64",
    "log_likelihood": "float64", "log_ratio": "float64",
}  # fmt: skip


def count_words(doc: Document, spans: Iterable[tuple[int, int]] | None = None) -> Counter[str]:
    """How often each word (small letters) begins in spans that lie apart, or in the whole text.

    >>> from analysis.text.document import make_document
    >>> count_words(make_document("No, no. Yes!"), [(0, 6)])
    Counter({'no': 2})
    """
    if spans is None:
        return Counter(doc.keys)
    return Counter(doc.keys[word] for start, end in spans for word in doc.words.inside(start, end))


def measure_keyness(target: Counter[str], reference: Counter[str], *, min_n: int = 3) -> pd.DataFrame:
    """Words that are more frequent in one part than in another, and the reverse.

    Args:
        target, reference: words and their counts, as `count_words` makes them.
        min_n: how often a word must stand in both parts together to be listed.

    Returns: one row a word, most striking first: ``word``, ``n_target``, ``n_reference``, ``words_target``,
        ``words_reference`` (all words of the part), ``per_thousand_target``, ``per_thousand_reference``
        (nan where a part has no words), ``log_likelihood`` (0 or more: evidence that the rates differ; 3.84
        is the 5 % point for one word looked at alone), ``log_ratio`` (the effect: 1 means twice as frequent
        in the target, −1 half as frequent; a count of 0 is taken as a half; nan without words).
        Empty where a part has no words.

    Limits: among hundreds of words some differ by chance: read the concordance before the number. In one
    article most words stand too seldom for any evidence.

    Source: Rayson and Garside (2000) for the log-likelihood, Hardie (2014) for the log ratio.

    Example: *tea* stands four times in eight words against once in eight: the ratio is 4, its log 2.

    >>> from analysis.text.rates import rows_of
    >>> table = measure_keyness(Counter(tea=4, cup=4), Counter(tea=1, cup=7))
    >>> [(row.word, row.n_target, row.n_reference, round(row.log_ratio, 2)) for row in rows_of(table)]
    [('tea', 4, 1, 2.0), ('cup', 4, 7, -0.81)]
    """
    n_target, n_reference = target.total(), reference.total()
    rows = []
    if n_target and n_reference:
        for word in target.keys() | reference.keys():
            a, b = target[word], reference[word]
            if a + b < min_n:
                continue
            rows.append(
                {
                    "word": word,
                    "n_target": a,
                    "n_reference": b,
                    "words_target": n_target,
                    "words_reference": n_reference,
                    "per_thousand_target": per_thousand(a, n_target),
                    "per_thousand_reference": per_thousand(b, n_reference),
                    "log_likelihood": log_likelihood(a, b, n_target, n_reference),
                    "log_ratio": log_ratio(a, b, n_target, n_reference),
                }
            )
    rows.sort(key=lambda row: (-float(str(row["log_likelihood"])), str(row["word"])))
    return to_table(rows, _COLUMNS)


def log_likelihood(a: int, b: int, n_a: int, n_b: int) -> float:
    """How much two counts, in parts of n_a and n_b words, speak against one common rate.

    >>> log_likelihood(3, 3, 100, 100)
    0.0
    >>> round(log_likelihood(10, 0, 100, 100), 2)
    13.86
    """
    common = (a + b) / (n_a + n_b)
    parts = [n * math.log(n / (common * base)) for n, base in ((a, n_a), (b, n_b)) if n]
    return max(0.0, 2 * math.fsum(parts))


def log_ratio(a: int, b: int, n_a: int, n_b: int) -> float:
    """The binary logarithm of the ratio of two rates; a count of 0 is taken as a half.

    >>> log_ratio(4, 1, 100, 100), log_ratio(1, 0, 100, 100)
    (2.0, 1.0)
    """
    return math.log2(((a or HALF) / n_a) / ((b or HALF) / n_b))
