"""Verbs that no list holds and that still report, by where they stand: “…,” beamed Ann Lee."""

from __future__ import annotations

from bisect import bisect_left

from analysis.measures.quotation.cues import Cue, find_lemma
from analysis.measures.quotation.sentences import AUXILIARIES, Sentence
from analysis.text.spans import Span

UNLISTED = frozenset(["paren", "marks"])  # what an unlisted verb takes
SPEAKING = ("VBD", "VBZ", "VBN")
LONG_SPEAKER = 8  # words between closing marks and a verb
FEWEST_WORDS = 4  # in marks, so that a verb before them reports
MARKS = "“”‘’«»‹›\"'"


def find_unlisted(sentence: Sentence, cues: list[Cue]) -> list[Cue]:
    """Verbs next to a comma and marks, where the lexicon has none.

    Limits: what somebody does while speaking is taken for a verb of saying (*“…,” smiled Ann Lee*), which
    is how a reader takes it too.
    """
    speech = sentence.speech
    if not speech.starts:
        return []
    known = {word for cue in cues for word in range(cue.first, cue.last + 1)}
    found = []
    for place in range(bisect_left(speech.ends, sentence.start), len(speech)):
        mark = speech[place]
        if mark.start >= sentence.end:
            break
        for word in (_behind(sentence, mark, known), _before(sentence, mark, known)):
            if word is not None:
                known.add(word)
                found.append(_cue(sentence, word))
    return found


def _behind(sentence: Sentence, mark: Span, known: set[int]) -> int | None:
    """The verb in “…,” Ann Lee beamed, or in “…,” beamed Ann Lee."""
    if sentence.doc.text[mark.start : mark.end].rstrip(MARKS)[-1:] not in (",", "?", "!"):
        return None
    first = sentence.word_from(mark.end)
    if first not in sentence.words or sentence.gap(mark.end, sentence.starts[first]):
        return None
    for word in range(first, min(first + LONG_SPEAKER, len(sentence.words))):
        if word in known or (word > first and sentence.gaps[word - 1].strip(" .")):
            return None
        past = sentence.keys[word].endswith("ed") and sentence.doc.text[sentence.starts[word]].islower()
        if sentence.tags[word] in SPEAKING or (past and word > first):
            named = word > first or sentence.by_word.get(word + 1) is not None
            return word if named and sentence.keys[word] not in AUXILIARIES else None
    return None


def _before(sentence: Sentence, mark: Span, known: set[int]) -> int | None:
    """The verb in Ann Lee beamed, “…”"""
    word = sentence.word_from(mark.start) - 1
    if (
        word not in sentence.words
        or word in known
        or sentence.behind(word).strip().strip(MARKS + " ") not in (",", ":")
    ):
        return None
    words = len(sentence.doc.words.inside(mark.start, mark.end))
    plain = sentence.keys[word] not in AUXILIARIES and sentence.tags[word] in ("VBD", "VBZ", "VBG")
    return word if plain and words >= FEWEST_WORDS else None


def _cue(sentence: Sentence, word: int) -> Cue:
    start, end = sentence.starts[word], sentence.ends[word]
    surface = sentence.doc.text[start:end]
    term = surface.lower()
    return Cue(
        start, end, surface, sentence.number, word, word,
        term, find_lemma(term), "neutral", "speech", UNLISTED,
    )  # fmt: skip
