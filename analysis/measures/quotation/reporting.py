"""Reports: who says what, by a cue, in one sentence.

A cue is looked at only where it stands outside of marks. To its right stands a content (she said that …),
or it follows its content (…, she said), or it names a source (according to …).
"""

from __future__ import annotations

from analysis.measures.quotation.asides import (
    MAX_TAIL,
    find_aside,
    is_conjunction,
    left_content,
    rest_behind,
)
from analysis.measures.quotation.clauses import is_clause
from analysis.measures.quotation.contents import find_content
from analysis.measures.quotation.cues import Cue
from analysis.measures.quotation.extents import find_end
from analysis.measures.quotation.sentences import FINITE, Sentence, is_passive, verb_group_start
from analysis.measures.quotation.speakers import Report, find_owner, find_speaker
from analysis.measures.quotation.subjects import find_subject, main_subject, speaker_span
from analysis.measures.quotation.unlisted import find_unlisted
from analysis.measures.quotation.verbs import is_verb
from analysis.text.phrases import NounPhrase
from analysis.text.spans import Span

MOST_CUES = 60  # in one sentence


def find_reports(sentence: Sentence, cues: list[Cue]) -> list[Report]:
    """The reports of one sentence, in the order of their cues.

    Limits: of a sentence with more than 60 cues (no news sentence has them) only the first 60 are read.

    Args:
        cues: the cues of the sentence, sorted, those inside of marks left out.
    """
    reports: list[Report] = []
    unlisted = find_unlisted(sentence, cues)[:MOST_CUES]
    cues = cues[:MOST_CUES]
    if unlisted:
        cues = sorted(cues + unlisted, key=lambda cue: cue.start)
    for cue in cues:
        if "source" in cue.takes:
            report = _by_source(sentence, cue)
        elif not cue.takes.isdisjoint(("noun", "adjective")):
            report = _by_noun(sentence, cue, cues)
        elif is_verb(sentence, cue):
            report = _by_verb(sentence, cue, cues, reports)
        else:
            report = None
        if report is not None and report.content.end > report.content.start:
            reports.append(report._replace(content=_within_brackets(sentence, report.content)))
    return reports


def _within_brackets(sentence: Sentence, content: Span) -> Span:
    """A content that begins in brackets ends in them, and closes those that it opens."""
    start, end = content
    text = sentence.doc.text
    closing = text.find(")", start, end)
    if closing >= 0 and "(" in text[sentence.start : start] and "(" not in text[start:closing]:
        # (Lee said *it was safe*) and left
        return Span(start, start + len(text[start:closing].rstrip(" .,;")))
    is_open = text.count("(", start, end) > text.count(")", start, end)
    return Span(start, end + 1) if is_open and text[end : end + 1] == ")" else content


def _by_verb(sentence: Sentence, cue: Cue, cues: list[Cue], earlier: list[Report]) -> Report | None:
    group = verb_group_start(sentence, cue.first)
    aside = find_aside(sentence, cue, group)
    if aside is not None:
        return aside
    content = find_content(sentence, cue)
    if content is None:
        return _behind_as(sentence, cue, group)
    subject = find_subject(sentence, group)
    passive = is_passive(sentence, group, cue.first)
    relative = subject is not None and sentence.tags[sentence.word_from(subject.start)] in ("WP", "WDT")
    speaker = find_speaker(sentence, cue, group, subject, earlier, passive=passive)
    end = find_end(sentence, content.start, cues, cue, rule=content.rule, relative=relative)
    begin = sentence.starts[group]
    if speaker is not None and speaker.end <= begin and not sentence.gap(speaker.end, begin).strip(","):
        begin = speaker.start
    return Report(Span(content.start, end), cue, speaker, Span(begin, content.start), content.rule)


def _behind_as(sentence: Sentence, cue: Cue, group: int) -> Report | None:
    """As Ann Lee told reporters, the port was safe: what follows the comma, at a sentence's beginning."""
    doc = sentence.doc
    if sentence.keys[0] != "as" or "paren" not in cue.takes:
        return None
    subject = find_subject(sentence, group)
    if subject is None or sentence.word_from(subject.start) != 1 or sentence.tags[cue.first] not in FINITE:
        return None
    for word in range(cue.last, min(len(sentence.words) - 1, cue.last + MAX_TAIL)):
        behind = sentence.gaps[word]
        if behind == "," and is_clause(sentence, word + 1):
            start = sentence.starts[word + 1]
            end = start + len(doc.text[start : sentence.end].rstrip(" .;!?"))
            clause = Span(sentence.starts[0], sentence.ends[word])
            return Report(Span(start, end), cue, subject, clause, "source-first")
        if behind not in ("", "."):
            return None
    return None


def _by_source(sentence: Sentence, cue: Cue) -> Report | None:
    """According to Ann Lee, … and …, according to Ann Lee."""
    doc = sentence.doc
    speaker = _source(sentence, cue)
    if speaker is None:
        return None
    clause = Span(cue.start, speaker.end)
    if not any(c.isalnum() for c in doc.text[sentence.start : cue.start]):
        name = sentence.by_word.get(cue.last + 1)
        if name is not None and name.kind == "name" and _clause_follows(sentence, name):
            start = sentence.starts[sentence.word_from(name.end)]
            end = start + len(doc.text[start : sentence.end].rstrip(" .;"))
            mention = Span(name.start, name.end)
            return Report(Span(start, end), cue, mention, Span(cue.start, name.end), "source-first")
        comma = doc.text.find(",", speaker.end, sentence.end)
        if comma < 0:
            return None
        start = sentence.starts[word] if (word := sentence.word_from(comma)) in sentence.words else comma + 1
        opening = sentence.marks_from(comma, start)
        opening = start if opening is None else opening
        end = opening + len(doc.text[opening : sentence.end].rstrip(" .;"))
        return Report(Span(opening, end), cue, speaker, clause, "source-first")
    content = left_content(sentence, cue.start)
    if content is None:
        return None
    rest = _rest_of_clause(sentence, content, speaker)
    if rest is not None and is_conjunction(sentence, content):
        return Report(rest, cue, speaker, clause, "source-first")
    return Report(content, cue, speaker, clause, "source-last", rest)


def _rest_of_clause(sentence: Sentence, content: Span, speaker: Span) -> Span | None:
    """What a source divides from its beginning: *The port*, according to Lee, *is safe*.

    Behind a whole clause others may go on: the port is safe, according to Lee, but nobody came.
    """
    rest = rest_behind(sentence, speaker.end)
    if rest is None:
        return None
    word = sentence.word_from(rest.start)
    if sentence.tags[word] in FINITE:
        return rest
    first, last = sentence.word_from(content.start), sentence.word_from(content.end)
    if not FINITE.isdisjoint(sentence.tags[first:last]):
        return None
    return rest if is_clause(sentence, word) or sentence.tags[word] in ("IN", "CD") else None


def _clause_follows(sentence: Sentence, name: NounPhrase) -> bool:
    """Whether a name without a comma leads to a clause: according to Lee *the port was safe*."""
    word = sentence.word_from(name.end)
    if word not in sentence.words or sentence.gap(name.end, sentence.starts[word]):
        return False
    return sentence.tags[word] in ("DT", "PRP", "PRP$", "EX") and is_clause(sentence, word)


def _source(sentence: Sentence, cue: Cue) -> Span | None:
    """The mention behind *according to*, with its apposition, up to the next stop."""
    last = cue.last + 1
    if last not in sentence.words:
        return None
    source = sentence.by_word.get(last)
    limit = last + MAX_TAIL
    while last + 1 in sentence.words and last < limit and sentence.gaps[last] in ("", "."):
        last += 1
    end = sentence.ends[last]
    if source is not None:
        end = max(end, speaker_span(sentence, source).end)
    return Span(sentence.starts[cue.last + 1], end)


def _by_noun(sentence: Sentence, cue: Cue, cues: list[Cue]) -> Report | None:
    """the claim that …, Ann Lee's belief that …, confident that …"""
    word = cue.last + 1
    if word not in sentence.words or sentence.gaps[cue.last]:
        return None
    infinitive = cue.term.endswith(" to") and sentence.tags[word] == "VB"
    start = sentence.starts[cue.last if infinitive else word]
    rule = "noun-that" if cue.term.endswith("that") else "noun-of"
    end = find_end(sentence, start, cues, cue, rule=rule, relative=True)
    speaker = None
    if "adjective" in cue.takes or sentence.tags[cue.first] in FINITE:
        speaker = find_subject(sentence, verb_group_start(sentence, cue.first))
    else:
        phrase = next((p for p in sentence.phrases if p.start <= cue.start < p.full_end), None)
        owner = find_owner(sentence, phrase, cue) if phrase is not None else None
        speaker = owner or main_subject(sentence, cue.start)
    return Report(Span(start, end), cue, speaker, Span(cue.start, start), rule)
