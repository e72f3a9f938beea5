"""Speakers: which mention a report belongs to."""

from __future__ import annotations

from typing import NamedTuple

from analysis.measures.quotation.cues import Cue
from analysis.measures.quotation.sentences import BE, FINITE, Sentence, verb_group_start
from analysis.measures.quotation.subjects import behind_with, find_subject, main_subject, speaker_span
from analysis.text.phrases import NounPhrase
from analysis.text.spans import Span


class Report(NamedTuple):
    """One report: its content, its cue, its speaker, and the clause that introduces it."""

    content: Span
    cue: Cue
    speaker: Span | None
    clause: Span
    rule: str
    rest: Span | None = None  # what goes on behind an aside: X, she said, Y


SEEMING = frozenset(["seem", "appear"])  # to whom, the sentence seldom says
FAR_VERB = 25  # words


def find_speaker(
    sentence: Sentence,
    cue: Cue,
    group: int,
    subject: Span | None,
    earlier: list[Report],
    *,
    passive: bool,
) -> Span | None:
    """The mention that speaks: the subject; in a passive the phrase behind *by*."""
    if passive or _is_reduced_passive(sentence, cue):
        for agent in sentence.phrases:
            if agent.start > cue.end and sentence.keys[sentence.word_from(agent.start) - 1] == "by":
                return speaker_span(sentence, agent)
        return None
    if (said := _behind_first_verb(sentence, cue)) is not None:
        return said
    if cue.lemma == "put it" and (put := _behind_as(sentence, cue)) is not None:
        return put
    if cue.lemma in SEEMING or (cue.label == "plan" and _is_bare_participle(sentence, cue, group)):
        return None
    if sentence.tags[cue.first] == "VBG" and (own := behind_with(sentence, group)) is not None:
        return own
    dependent = _is_dependent(sentence, cue, group)
    if subject is not None and not dependent:
        return subject
    first = _paired_report(sentence, cue, group, earlier) or _first_of_pair(sentence, group)
    if first is not None:
        return first
    outer = [report for report in earlier if not _inside_another(report, earlier)]
    if outer and outer[-1].speaker is not None and sentence.tags[cue.first] != "VBN":
        return outer[-1].speaker
    return main_subject(sentence, sentence.starts[group])


def _behind_first_verb(sentence: Sentence, cue: Cue) -> Span | None:
    """The speaker behind a verb that begins its sentence: *Said Ann Lee: “…”*"""
    phrase = sentence.by_word.get(cue.last + 1)
    if cue.first != 0 or phrase is None or sentence.tags[cue.first] not in ("VBD", "VBN", "VBZ"):
        return None
    return speaker_span(sentence, phrase)


def _behind_as(sentence: Sentence, cue: Cue) -> Span | None:
    """All that stands between *as* and *put it*."""
    for word in range(cue.first - 1, cue.first - FAR_VERB, -1):
        if word not in sentence.words:
            return None
        if sentence.keys[word] == "as" and word + 1 < cue.first:
            start, end = sentence.starts[word + 1], sentence.ends[cue.first - 1]
            return Span(start, end)
    return None


def _is_reduced_passive(sentence: Sentence, cue: Cue) -> bool:
    """The man accused of it; Lee, asked about it: the listener stands in front."""
    following = sentence.keys[cue.last + 1]
    return (cue.surface.lower(), following) in (("accused", "of"), ("asked", "about"), ("asked", "whether"))


def _paired_report(sentence: Sentence, cue: Cue, group: int, earlier: list[Report]) -> Span | None:
    """The speaker of the report that goes on: *Ann Lee said* the port was safe *and added*."""
    if sentence.keys[group - 1] not in ("and", "but"):
        return None
    tag = sentence.tags[cue.first]
    pairs = [one for one in earlier if sentence.tags[one.cue.first] == tag and one.content.end <= cue.start]
    return pairs[-1].speaker if pairs else None


def _first_of_pair(sentence: Sentence, group: int) -> Span | None:
    """The subject of the first of two verbs: *Ann Lee took it back and said*."""
    if sentence.keys[group - 1] not in ("and", "but", "also", "then"):
        return None
    for word in range(group - 2, group - FAR_VERB, -1):
        if word not in sentence.words:
            return None
        if sentence.tags[word] in FINITE and (sentence.tags[word] != "MD" or sentence.keys[word + 1]):
            subject = find_subject(sentence, verb_group_start(sentence, word))
            if subject is not None:
                return subject
    return None


def _inside_another(report: Report, reports: list[Report]) -> bool:
    """Whether a report stands in the content of another one: she said that *he believed* …"""
    place = report.cue.start
    return any(other.content.start <= place < other.content.end for other in reports)


def _is_dependent(sentence: Sentence, cue: Cue, group: int) -> bool:
    """…, saying that; by saying that; to say that: the subject is that of another verb."""
    keys = sentence.keys[group : cue.first]
    if sentence.tags[cue.first] == "VBG":
        return BE.isdisjoint(keys) and not any(key.endswith(("'s", "'re", "'m")) for key in keys)
    return (
        sentence.tags[cue.first] == "VB"
        and "to" in keys
        and FINITE.isdisjoint(sentence.tags[group : cue.first])
    )


def _is_bare_participle(sentence: Sentence, cue: Cue, group: int) -> bool:
    """A hearing intended to help: nobody is said to intend it."""
    return sentence.tags[cue.first] == "VBN" and group == cue.first and sentence.keys[cue.first - 1] not in BE


def find_owner(sentence: Sentence, phrase: NounPhrase, cue: Cue) -> Span | None:
    """Ann Lee's in "Ann Lee's claim that"; her in "her claim that"."""
    doc = sentence.doc
    for word in range(sentence.word_from(phrase.start), cue.first):
        start, end = sentence.starts[word], sentence.ends[word]
        if sentence.tags[word] == "PRP$":
            return Span(start, end)
        if doc.folded[start:end].endswith("'s"):
            return Span(phrase.start, end - 2)
    return None
