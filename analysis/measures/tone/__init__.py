"""Tone: how a sentence sounds to readers, and which words make it sound so.

The score of a sentence is an intercept plus the contributions of its words and phrases, each with
its place. A contribution does not depend on the other terms of the sentence, only on the term,
on the words that turn it, and on the length of the sentence: blank a term out with letters that
mean nothing, and the score changes by the contribution that was printed.
"""

from analysis.measures.tone.sentences import SentenceTone, ToneTerm, find_tone
from analysis.measures.tone.tables import find_tone_within, measure_tone, measure_tone_of_spans

__all__ = [
    "SentenceTone",
    "ToneTerm",
    "find_tone",
    "find_tone_within",
    "measure_tone",
    "measure_tone_of_spans",
]
