"""Reports: who says what, by a cue, in one sentence.

A cue is looked at only where it stands outside of marks. To its right stands a content (she said that …),
or it follows its content (…, she said), or it names a source (according to …).
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from analysis.measures.quotation.contents import find_content, find_end
from analysis.measures.quotation.cues import Cue
from analysis.measures.quotation.sentences import (
    FINITE,
    NO_SUBJECTS,
    VERBS,
    Sentence,
    find_subject,
    is_passive,
    main_subject,
    speaker_span,
    verb_group_start,
)
from analysis.text.phrases import NounPhrase
from analysis.text.spans import Span

MOST_CUES = 60  # in one sentence
FAR_VERB = 25  # words
# what may begin an apposition behind a comma, and what goes on with the sentence instead
APPOSED = frozenset(["NN", "NNS", "NNP", "NNPS", "JJ", "DT", "CD", "PRP$", "WP$"])
UNAPPOSED = frozenset(["VBG", "RB", "WRB", "IN", "CC", "VBD", "PRP"])
LONG_SPEAKER = 16  # words between closing marks and a verb
NO_SPEAKERS = frozenset(["WP", "WDT", "WRB", "RP"])
LONG_TAIL = 40
LONG_GAP = 6  # characters between a closing mark and who said it
CLOSING_MARKS = "”’»›\"'"
STOPS = tuple(",.;:—–?!\"“'‘(")
MAX_TAIL = 14  # words after "…, she said" up to the next stop: "in a statement on Tuesday"


@dataclass(frozen=True, slots=True)
class Report:
    """One report: its content, its cue, its speaker, and the clause that introduces it."""

    content: Span
    cue: Cue
    speaker: Span | None
    clause: Span
    rule: str
    rest: Span | None = None  # what goes on behind an aside: X, she said, Y


def find_reports(sentence: Sentence, cues: list[Cue]) -> list[Report]:
    """The reports of one sentence, in the order of their cues.

    Limits: of a sentence with more than 60 cues (no news sentence has them) only the first 60 are read.

    Args:
        cues: the cues of the sentence, sorted, those inside of marks left out.
    """
    reports: list[Report] = []
    cues = cues[:MOST_CUES]
    for cue in cues:
        if "source" in cue.takes:
            report = _by_source(sentence, cue)
        elif cue.takes & {"noun", "adjective"}:
            report = _by_noun(sentence, cue, cues)
        elif _is_verb(sentence, cue):
            report = _by_verb(sentence, cue, cues, reports)
        else:
            report = None
        if report is not None and report.content.end > report.content.start:
            reports.append(report)
    return reports


def _is_verb(sentence: Sentence, cue: Cue) -> bool:
    """Whether a cue stands as a verb: by its tag, or by *that* or marks behind it (*the ad argues that*)."""
    if sentence.tag(cue.first).startswith("V") or cue.term_lemma == "say":
        return True
    inflected = cue.surface.lower() != cue.term_lemma
    led = _opens_marks(sentence, cue.last) and sentence.behind(cue.last).strip()[:1] in (",", ":")
    return inflected and "paren" in cue.takes and (sentence.key(cue.last + 1) == "that" or led)


def _by_verb(sentence: Sentence, cue: Cue, cues: list[Cue], earlier: list[Report]) -> Report | None:
    group = verb_group_start(sentence, cue.first)
    subject = find_subject(sentence, group)
    aside = _aside(sentence, cue, group, subject)
    if aside is not None:
        return aside
    content = find_content(sentence, cue)
    if content is None:
        return None
    passive = is_passive(sentence, group, cue.first)
    relative = subject is not None and sentence.tag(sentence.word_from(subject.start)) in ("WP", "WDT")
    speaker = _speaker(sentence, cue, group, subject, earlier, passive=passive)
    end = find_end(sentence, content.start, cues, cue, rule=content.rule, relative=relative)
    begin = sentence.doc.words.starts[group]
    if speaker is not None and speaker.end <= begin and not sentence.gap(speaker.end, begin).strip(","):
        begin = speaker.start
    return Report(Span(content.start, end), cue, speaker, Span(begin, content.start), content.rule)


def _speaker(
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
            if agent.start > cue.end and sentence.key(sentence.word_from(agent.start) - 1) == "by":
                return speaker_span(sentence, agent, sentence.end)
        return None
    if subject is not None and not _is_participle(sentence, cue, group):
        return subject
    first = _paired_report(sentence, cue, group, earlier) or _first_of_pair(sentence, group)
    if first is not None:
        return first
    outer = [report for report in earlier if not _inside_another(report, earlier)]
    if outer and outer[-1].speaker is not None and sentence.tag(cue.first) != "VBN":
        return outer[-1].speaker
    return main_subject(sentence, sentence.doc.words.starts[group])


def _is_reduced_passive(sentence: Sentence, cue: Cue) -> bool:
    """The man accused of it; Lee, asked about it: the listener stands in front."""
    following = sentence.key(cue.last + 1)
    return (cue.surface.lower(), following) in (("accused", "of"), ("asked", "about"), ("asked", "whether"))


def _paired_report(sentence: Sentence, cue: Cue, group: int, earlier: list[Report]) -> Span | None:
    """The speaker of the report that goes on: *Ann Lee said* the port was safe *and added*."""
    if sentence.key(group - 1) not in ("and", "but"):
        return None
    tag = sentence.tag(cue.first)
    pairs = [one for one in earlier if sentence.tag(one.cue.first) == tag and one.content.end <= cue.start]
    return pairs[-1].speaker if pairs else None


def _first_of_pair(sentence: Sentence, group: int) -> Span | None:
    """The subject of the first of two verbs: *Ann Lee took it back and said*."""
    if sentence.key(group - 1) not in ("and", "but", "also", "then"):
        return None
    for word in range(group - 2, group - FAR_VERB, -1):
        if word not in sentence.words:
            return None
        if sentence.tag(word) in FINITE and (sentence.tag(word) != "MD" or sentence.key(word + 1)):
            subject = find_subject(sentence, verb_group_start(sentence, word))
            if subject is not None:
                return subject
    return None


def _inside_another(report: Report, reports: list[Report]) -> bool:
    """Whether a report stands in the content of another one: she said that *he believed* …"""
    place = report.cue.start
    return any(other.content.start <= place < other.content.end for other in reports)


def _is_participle(sentence: Sentence, cue: Cue, group: int) -> bool:
    """…, saying that: the subject is that of the main verb, not what stands before the comma."""
    return sentence.tag(cue.first) == "VBG" and sentence.behind(group - 1).strip() == ","


def _aside(sentence: Sentence, cue: Cue, group: int, subject: Span | None) -> Report | None:
    """…, she said. and …, said Ann Lee."""
    if "paren" not in cue.takes and "clause" not in cue.takes:
        return None
    doc = sentence.doc
    subject = _between_marks_and_verb(sentence, group) or subject
    if subject is not None and _cut_off(sentence, subject.start):
        begin, speaker = subject.start, subject
        tail = cue.last
    elif _cut_off(sentence, doc.words.starts[group]):
        begin = doc.words.starts[group]
        inverted = sentence.phrase_at(cue.last + 1)
        if inverted is None or inverted.kind == "time" or is_passive(sentence, group, cue.first):
            return None
        speaker = _inverted(sentence, inverted)
        tail = sentence.word_from(speaker.end) - 1
    else:
        return None
    after_marks = _closing_mark(sentence, begin) is not None
    if not after_marks:
        relative = sentence.tag(sentence.word_from(begin)) in ("WP", "WDT")
        reports = tail == cue.last and find_content(sentence, cue) is not None
        if relative or reports or "paren" not in cue.takes or _opens_marks(sentence, tail):
            return None
    end = _tail_end(sentence, tail, after_marks=after_marks)
    if end is None:
        return None
    content = _left_content(sentence, begin)
    if content is None:
        return None
    rest = _rest(sentence, end) if _closing_mark(sentence, begin) is None else None
    return Report(content, cue, speaker, Span(begin, end), "aside", rest)


def _between_marks_and_verb(sentence: Sentence, group: int) -> Span | None:
    """All that stands between closing marks and a verb, if it holds no verb of its own."""
    doc = sentence.doc
    edge = doc.words.starts[group]
    place = bisect_left(sentence.speech.starts, edge) - 1
    if place < 0 or sentence.speech.ends[place] > edge or sentence.speech.ends[place] <= sentence.start:
        return None
    first = sentence.word_from(sentence.speech.ends[place])
    gap = doc.text[sentence.speech.ends[place] : doc.words.starts[first]].strip()
    inner = doc.text[sentence.start : sentence.speech.ends[place]].rstrip(CLOSING_MARKS)[-1:]
    if not 0 < group - first <= LONG_SPEAKER or gap.strip(",") or (not gap and inner not in tuple(",.?!…—")):
        return None
    if doc.text.count(",", doc.words.ends[first], edge) == 1:
        return None  # “…,” like the others, said Lee
    tags = [sentence.tag(word) for word in range(first, group)]
    if any(tag in VERBS or tag in NO_SPEAKERS for tag in tags) or sentence.key(first) in NO_SUBJECTS:
        return None
    start = doc.words.starts[first]
    return Span(start, start + len(doc.text[start:edge].rstrip(" ,—–\n\t")))


def _opens_marks(sentence: Sentence, word: int) -> bool:
    """Whether words in marks follow a word directly: When they asked, she said “no”."""
    edge = sentence.doc.words.ends[word]
    behind = sentence.behind(word)
    return sentence.marks_from(edge, edge + len(behind)) is not None


def _rest(sentence: Sentence, edge: int) -> Span | None:
    """What goes on behind an aside in the middle of a sentence, up to the sentence's end."""
    word = sentence.word_from(edge)
    if word not in sentence.words or sentence.gap(edge, sentence.doc.words.starts[word]) != ",":
        return None
    start = sentence.doc.words.starts[word]
    return Span(start, start + len(sentence.doc.text[start : sentence.end].rstrip(" .,;!?")))


def _inverted(sentence: Sentence, phrase: NounPhrase) -> Span:
    """The speaker behind the verb, with an apposition: said Ann Lee, director of the port, who is 63."""
    speaker = speaker_span(sentence, phrase, sentence.end)
    word = sentence.word_from(speaker.end) - 1
    if sentence.behind(word).strip() != "," or sentence.tag(word + 1) not in APPOSED:
        return speaker
    while word + 1 in sentence.words:
        behind = sentence.behind(word).strip()
        if behind not in ("", ",", ".", ".,"):
            break
        if "," in behind and word > sentence.word_from(speaker.end) and sentence.tag(word + 1) in UNAPPOSED:
            break
        word += 1
    return Span(speaker.start, sentence.doc.words.ends[word])


def _cut_off(sentence: Sentence, start: int) -> bool:
    """Whether a comma, dash or closing mark stands directly in front of a place in the sentence."""
    left = sentence.doc.text[sentence.start : start].rstrip()[-1:]
    return left in (",", "—", "–") or _closing_mark(sentence, start) is not None


def _closing_mark(sentence: Sentence, start: int) -> int | None:
    """Index of the stretch in marks that ends directly in front of a place, or None.

    A name behind “…?” begins a new sentence for the cutter, and still belongs to the question.
    """
    text = sentence.doc.text
    place = start - 1
    while place >= 0 and start - place <= LONG_GAP and (text[place].isspace() or text[place] in ",—–-"):
        place -= 1
    mark = sentence.speech.holding(place) if place >= 0 else None
    if mark is None or place >= sentence.start:
        return mark
    crosses = sentence.doc.paragraphs.holding(place) != sentence.doc.paragraphs.holding(start)
    while place > 0 and text[place] in CLOSING_MARKS:
        place -= 1
    asked = text[place] in "?!…"
    return None if crosses or not asked else mark


def _tail_end(sentence: Sentence, word: int, *, after_marks: bool) -> int | None:
    """Where the reporting clause ends, if a stop follows soon: a comma, the end, or a mark.

    Behind words in marks it may be longer: “…,” he said as the crowd left.
    """
    longest = LONG_TAIL if after_marks else MAX_TAIL
    last = min(word + longest, sentence.words.stop - 1)
    for place in range(word, last + 1):
        behind = sentence.behind(place).strip()
        if place == sentence.words.stop - 1 or behind[:1] in STOPS:
            if place == word and behind[:1] == ":":
                return None  # “…” Ann Lee said: “…”
            return sentence.doc.words.ends[place]
        if place == word and sentence.key(place + 1) == "that":
            return None
        if after_marks:
            continue
        if sentence.tag(place + 1) in FINITE and sentence.key(place) not in ("who", "which"):
            return None
    return sentence.doc.words.ends[last] if after_marks else None


def _left_content(sentence: Sentence, begin: int) -> Span | None:
    """What stands in front of an aside: the stretch in marks, or the sentence up to the comma."""
    text = sentence.doc.text
    mark = _closing_mark(sentence, begin)
    if mark is not None:
        span = sentence.speech[mark]
        if text[sentence.start : span.start].rstrip().endswith(":"):
            return span
        if span.start <= sentence.start or not any(c.isalnum() for c in text[sentence.start : span.start]):
            return span
        return Span(sentence.start, span.end)
    end = sentence.start + len(text[sentence.start : begin].rstrip(" ,—–\t\n"))
    return Span(sentence.start, end) if end > sentence.start else None


def _by_source(sentence: Sentence, cue: Cue) -> Report | None:
    """According to Ann Lee, … and …, according to Ann Lee."""
    doc = sentence.doc
    speaker = _source(sentence, cue)
    if speaker is None:
        return None
    clause = Span(cue.start, speaker.end)
    if not any(c.isalnum() for c in doc.text[sentence.start : cue.start]):
        comma = doc.text.find(",", speaker.end, sentence.end)
        if comma < 0:
            return None
        start = doc.words.starts[word] if (word := sentence.word_from(comma)) in sentence.words else comma + 1
        opening = sentence.marks_from(comma, start)
        opening = start if opening is None else opening
        end = opening + len(doc.text[opening : sentence.end].rstrip(" .;"))
        return Report(Span(opening, end), cue, speaker, clause, "source-first")
    content = _left_content(sentence, cue.start)
    return Report(content, cue, speaker, clause, "source-last") if content is not None else None


def _source(sentence: Sentence, cue: Cue) -> Span | None:
    """The mention behind *according to*, with its apposition, up to the next stop."""
    doc = sentence.doc
    last = cue.last + 1
    if last not in sentence.words:
        return None
    source = sentence.phrase_at(last)
    limit = last + MAX_TAIL
    while last + 1 in sentence.words and last < limit and sentence.behind(last).strip() in ("", "."):
        last += 1
    end = doc.words.ends[last]
    if source is not None:
        end = max(end, speaker_span(sentence, source, sentence.end).end)
    return Span(doc.words.starts[cue.last + 1], end)


def _by_noun(sentence: Sentence, cue: Cue, cues: list[Cue]) -> Report | None:
    """the claim that …, Ann Lee's belief that …, confident that …"""
    word = cue.last + 1
    if word not in sentence.words or sentence.behind(cue.last).strip():
        return None
    doc = sentence.doc
    infinitive = cue.term.endswith(" to") and sentence.tag(word) == "VB"
    start = doc.words.starts[cue.last if infinitive else word]
    rule = "noun-that" if cue.term.endswith("that") else "noun-of"
    end = find_end(sentence, start, cues, cue, rule=rule, relative=True)
    speaker = None
    if "adjective" in cue.takes or sentence.tag(cue.first) in FINITE:
        speaker = find_subject(sentence, verb_group_start(sentence, cue.first))
    else:
        phrase = next((p for p in sentence.phrases if p.start <= cue.start < p.full_end), None)
        owner = _owner(sentence, phrase, cue) if phrase is not None else None
        speaker = owner or main_subject(sentence, cue.start)
    return Report(Span(start, end), cue, speaker, Span(cue.start, start), rule)


def _owner(sentence: Sentence, phrase: NounPhrase, cue: Cue) -> Span | None:
    """Ann Lee's in "Ann Lee's claim that"; her in "her claim that"."""
    doc = sentence.doc
    for word in range(sentence.word_from(phrase.start), cue.first):
        start, end = doc.words[word]
        if sentence.tag(word) == "PRP$":
            return Span(start, end)
        if doc.folded[start:end].endswith("'s"):
            return Span(phrase.start, end - 2)
    return None
