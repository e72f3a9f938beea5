"""Two texts or more on one event, laid side by side: the one list of comparisons."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from analysis.findings.comparison.actors import compare_actors
from analysis.findings.comparison.claims import compare_calls, compare_headlines, compare_numbers
from analysis.findings.comparison.pairs import pairs_of
from analysis.findings.comparison.rates import COUNTED, compare_rates, compare_words
from analysis.findings.comparison.resampling import compare_tone, compare_voices
from analysis.findings.comparison.reuse import compare_quotations, compare_sentences
from analysis.findings.reading import Findings

if TYPE_CHECKING:
    import pandas as pd

# A new comparison is a function of texts to a table, and a line here.
COMPARISONS: dict[str, Callable[[Sequence[Findings]], pd.DataFrame]] = {
    "voices": compare_voices,
    "tone": compare_tone,
    **{counted: partial(compare_rates, counted=counted) for counted in COUNTED},
    "actors": compare_actors,
    "quotations": compare_quotations,
    "sentences": compare_sentences,
    "numbers": compare_numbers,
    "calls": compare_calls,
    "headlines": compare_headlines,
    "words": compare_words,
}


def compare_texts(texts: Sequence[Findings]) -> dict[str, pd.DataFrame]:
    """Every comparison's table, by its name in `COMPARISONS`.

    Raises:
        ValueError: fewer than two texts.
    """
    next(pairs_of(texts))
    return {name: compare(texts) for name, compare in COMPARISONS.items()}
