"""Counts of two texts side by side: frames, loaded words, stance, each per 1,000 words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from analysis.findings.comparison.pairs import difference_of_rates, pairs_of
from analysis.findings.reading import Findings, news_frames
from analysis.measures.framing import load_frames
from analysis.measures.keyness import count_words, measure_keyness
from analysis.measures.loaded.model import KINDS as LOADED_KINDS
from analysis.measures.stance.model import KINDS as STANCE_KINDS
from analysis.text.rates import per_thousand, to_table

if TYPE_CHECKING:
    import pandas as pd

# What is counted: the labels in their order, and the label of each match.
COUNTED: dict[str, tuple[Callable[[], Sequence[str]], Callable[[Findings], list[str]]]] = {
    "framing": (
        lambda: [frame.frame for frame in load_frames()],
        lambda f: [match.label for match in f.framing],
    ),
    "news_framing": (news_frames, lambda f: [match.label for match in f.news_framing]),
    "loaded": (lambda: LOADED_KINDS, lambda f: [term.kind for term in f.loaded.terms]),
    "stance": (lambda: STANCE_KINDS, lambda f: [match.kind for match in f.stance]),
}
_COLUMNS = {
    "text_a": "str", "text_b": "str", "label": "str", "n_a": "int64", "words_a": "int64", "n_b": "int64",
    "words_b": "int64", "per_thousand_a": "float64", "per_thousand_b": "float64", "difference": "float64",
    "low": "float64", "high": "float64",
}  # fmt: skip


def compare_rates(texts: Sequence[Findings], counted: str) -> pd.DataFrame:
    """How often each label stands in each of two texts, in 1,000 words.

    Args:
        counted: framing, news_framing, loaded or stance.

    Returns: a row a pair of texts and label, also where both counts are 0: ``text_a``, ``text_b`` (ids),
        ``label``, ``n_a``, ``words_a``, ``n_b``, ``words_b``, ``per_thousand_a``, ``per_thousand_b``,
        ``difference`` (b minus a, per 1,000 words), ``low`` and ``high`` (its 95 % interval; nan for a text
        without words). Swapping two texts turns every sign.

    Raises:
        ValueError: fewer than two texts, or nothing of that name is counted.

    Limits: as `difference_of_rates`; among 11 frames one may lie apart by chance alone.

    Source: own definition.
    """
    if counted not in COUNTED:
        raise ValueError(f"{counted!r} is not counted; there are: {', '.join(COUNTED)}")
    labels, find = COUNTED[counted]
    rows = []
    for a, b in pairs_of(texts):
        counts_a, counts_b = Counter(find(a)), Counter(find(b))
        words_a, words_b = len(a.doc.words), len(b.doc.words)
        for label in labels():
            n_a, n_b = counts_a[label], counts_b[label]
            difference, low, high = difference_of_rates(n_a, words_a, n_b, words_b)
            rows.append(
                {
                    "text_a": a.doc.id, "text_b": b.doc.id, "label": label,
                    "n_a": n_a, "words_a": words_a, "n_b": n_b, "words_b": words_b,
                    "per_thousand_a": per_thousand(n_a, words_a),
                    "per_thousand_b": per_thousand(n_b, words_b),
                    "difference": difference, "low": low, "high": high,
                }
            )  # fmt: skip
    return to_table(rows, _COLUMNS)


def compare_words(texts: Sequence[Findings], *, min_n: int = 3) -> pd.DataFrame:
    """Keyness: the words that one text uses more than another.

    Returns: the columns of `measure_keyness`, behind ``text_a`` (the reference) and ``text_b`` (the target);
        a positive log ratio means more of the word in b.
    """
    import pandas as pd

    tables = []
    for a, b in pairs_of(texts):
        table = measure_keyness(count_words(b.doc), count_words(a.doc), min_n=min_n)
        table.insert(0, "text_a", a.doc.id)
        table.insert(1, "text_b", b.doc.id)
        tables.append(table)
    return pd.concat(tables, ignore_index=True)
