"""Shares and means of two texts side by side, with intervals by drawing sentences anew."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

from analysis.findings.comparison.pairs import SURE, pairs_of
from analysis.findings.reading import VOICES, Findings
from analysis.text.rates import mean, share, to_table

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

    Numbers = np.ndarray[tuple[int, ...], np.dtype[np.float64]]

RESAMPLES = 2_000
SEED = 7
_COLUMNS = {
    "text_a": "str", "text_b": "str", "label": "str", "n_a": "int64", "base_a": "int64", "n_b": "int64",
    "base_b": "int64", "value_a": "float64", "value_b": "float64", "difference": "float64",
    "low": "float64", "high": "float64",
}  # fmt: skip


def compare_voices(texts: Sequence[Findings], *, seed: int = SEED) -> pd.DataFrame:
    """The share of words that each voice has in each of two texts.

    Returns: a row a pair of texts and voice: ``text_a``, ``text_b``, ``label`` (the voice), ``n_a``, ``n_b``
        (its words), ``base_a``, ``base_b`` (all words), ``value_a``, ``value_b`` (shares, 0 to 1),
        ``difference`` (b minus a), ``low`` and ``high`` (95 %: the sentences of each text drawn anew 2,000
        times). Swapping two texts turns every sign.

    Limits: sentences are drawn as if they were independent; a quotation over many sentences makes the
    interval too narrow.

    Source: Efron and Tibshirani (1993), An Introduction to the Bootstrap, percentile intervals.
    """
    rows = []
    for a, b in pairs_of(texts):
        words_a, words_b = _words_by_voice(a), _words_by_voice(b)
        shares_a, shares_b = _drawn_shares(words_a, a, seed), _drawn_shares(words_b, b, seed)
        for column, voice in enumerate(VOICES):
            n_a, n_b = (sum(row[column] for row in words) for words in (words_a, words_b))
            base_a, base_b = (sum(map(sum, words)) for words in (words_a, words_b))
            low, high = _interval(shares_a[:, column], shares_b[:, column])
            rows.append(
                _row(
                    a,
                    b,
                    voice,
                    (n_a, base_a, share(n_a, base_a)),
                    (n_b, base_b, share(n_b, base_b)),
                    low,
                    high,
                )
            )
    return to_table(rows, _COLUMNS)


def compare_tone(texts: Sequence[Findings], *, seed: int = SEED) -> pd.DataFrame:
    """The mean tone of each of two texts.

    Returns: the columns of `compare_voices`, a row a pair; ``label`` is tone, ``n`` counts the sentences with
        a score, ``base`` all sentences, ``value`` is the mean (−4 to +4).
    """
    rows = []
    for a, b in pairs_of(texts):
        scores_a, scores_b = _scores(a), _scores(b)
        low, high = _interval(_drawn_means(scores_a, a, seed), _drawn_means(scores_b, b, seed))
        side_a = len(scores_a), len(a.tone), mean(scores_a)
        side_b = len(scores_b), len(b.tone), mean(scores_b)
        rows.append(_row(a, b, "tone", side_a, side_b, low, high))
    return to_table(rows, _COLUMNS)


def _scores(findings: Findings) -> list[float]:
    return [tone.score for tone in findings.tone if tone.score is not None]


def _row(
    a: Findings,
    b: Findings,
    label: str,
    side_a: tuple[int, int, float],
    side_b: tuple[int, int, float],
    low: float,
    high: float,
) -> dict[str, object]:
    return {
        "text_a": a.doc.id, "text_b": b.doc.id, "label": label,
        "n_a": side_a[0], "base_a": side_a[1], "n_b": side_b[0], "base_b": side_b[1],
        "value_a": side_a[2], "value_b": side_b[2], "difference": side_b[2] - side_a[2],
        "low": low, "high": high,
    }  # fmt: skip


def _words_by_voice(findings: Findings) -> list[list[int]]:
    """For each sentence, how many of its words begin in each voice."""
    doc = findings.doc
    counts = [[0] * len(VOICES) for _ in range(len(doc.sentences))]
    for span in findings.voices:
        for word in doc.words.inside(span.start, span.end):
            sentence = doc.sentences.holding(doc.words.starts[word])
            if sentence is not None:
                counts[sentence][VOICES.index(span.voice)] += 1
    return [row for row in counts if any(row)]


def _generator(findings: Findings, seed: int) -> np.random.Generator:
    """Random numbers that hang on the text itself, so that the order of two texts changes nothing."""
    import numpy as np

    return np.random.default_rng([seed, int(findings.doc.sha256[:12], 16)])


def _drawn_shares(words: Sequence[Sequence[int]], findings: Findings, seed: int) -> Numbers:
    """A row a draw of sentences, a column a voice."""
    import numpy as np

    if not words:
        return np.full((RESAMPLES, len(VOICES)), math.nan)
    sums = _draws(len(words), findings, seed) @ np.asarray(words, dtype=float)
    shares: Numbers = sums / sums.sum(axis=1, keepdims=True)
    return shares


def _drawn_means(scores: Sequence[float], findings: Findings, seed: int) -> Numbers:
    import numpy as np

    if not scores:
        return np.full(RESAMPLES, math.nan)
    means: Numbers = _draws(len(scores), findings, seed) @ np.asarray(scores) / len(scores)
    return means


def _draws(n: int, findings: Findings, seed: int) -> Numbers:
    """How often each of n sentences is drawn, a row a draw."""
    import numpy as np

    drawn: Numbers = (
        _generator(findings, seed).multinomial(n, np.full(n, 1 / n), size=RESAMPLES).astype(float)
    )
    return drawn


def _interval(drawn_a: Numbers, drawn_b: Numbers) -> tuple[float, float]:
    import numpy as np

    tail = (1 - SURE) / 2
    low, high = np.quantile(drawn_b - drawn_a, [tail, 1 - tail])
    return float(low), float(high)
