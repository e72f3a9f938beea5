"""Whether a cue stands as a verb: by its tag, or by what stands around it where the tag is that of a noun."""

from __future__ import annotations

from analysis.measures.quotation.aside_speakers import between_marks_and_verb
from analysis.measures.quotation.asides import closing_mark, opens_marks
from analysis.measures.quotation.cues import Cue
from analysis.measures.quotation.sentences import FINITE, VERBS, Sentence
from analysis.measures.quotation.unlisted import UNLISTED
from analysis.text.phrase_letters import NOUN_TAGS

LONG_SOURCE = 5  # words of a source behind a comma or marks


def is_verb(sentence: Sentence, cue: Cue) -> bool:
    """Whether a cue stands as a verb: by its tag, or by *that* or marks behind it (*the ad argues that*)."""
    if sentence.tags[cue.first].startswith("V") or cue.lemma == "say":
        return True
    if cue.first > 0 and cue.surface[0].isupper():
        return False  # The Hull Post's Ann Lee
    inflected = cue.surface.lower() != cue.lemma or cue.takes == UNLISTED
    led = opens_marks(sentence, cue.last) and sentence.gaps[cue.last][:1] in (",", ":")
    led = led or between_marks_and_verb(sentence, cue.first) is not None or _closes_aside(sentence, cue)
    led = led or _follows_marks(sentence, cue)
    return inflected and "paren" in cue.takes and (sentence.keys[cue.last + 1] == "that" or led)


def _closes_aside(sentence: Sentence, cue: Cue) -> bool:
    """Whether a noun by its tag ends an aside behind a clause: the vote is tied, *a poll suggests*."""
    if sentence.gaps[cue.last][:1] not in (".", ",", "") or sentence.tags[cue.first - 1] == "CC":
        return False  # milk and claims
    for word in range(cue.first - 1, max(0, cue.first - 1 - LONG_SOURCE), -1):
        if sentence.tags[word] in VERBS:
            return False
        if sentence.gaps[word - 1] == ",":
            named = not NOUN_TAGS.isdisjoint(sentence.tags[word : cue.first])
            return named and not FINITE.isdisjoint(sentence.tags[:word])
    return False


def _follows_marks(sentence: Sentence, cue: Cue) -> bool:
    """Whether a noun by its tag is the verb of who cried what stands in front: “Stay!” *Lee yells*."""
    if not 0 < cue.first <= LONG_SOURCE or not VERBS.isdisjoint(sentence.tags[: cue.first]):
        return False
    return closing_mark(sentence, sentence.starts[0]) is not None
