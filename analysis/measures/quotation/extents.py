"""Where the content of a report ends, in its sentence."""

from __future__ import annotations

from analysis.measures.quotation.cues import Cue
from analysis.measures.quotation.sentences import FINITE, NOMINAL, Sentence, verb_group_start
from analysis.measures.quotation.subjects import behind_with, find_subject
from analysis.text.spans import Span

TURNS = frozenset(["but", "and", "although", "though", "while", "whereas", "yet"])
# Behind a comma these go on with the sentence, not with a plan (*to sign it, which he did*).
GOING_ON = frozenset(["WDT", "WP", "IN", "VBG", "PRP", "CC", "RB", "WRB", "VBD"])
OBJECTS = ("verb-object", "verb-preposition", "noun-of")
MARKED = ("verb-marks", "verb-colon-marks")
STORY = frozenset(["when", "which", "who", "while", "after", "before", "as"])
NAMED = NOMINAL | {"DT", "JJ", "PRP$"}
PLANS = ("verb-infinitive", *OBJECTS)


def find_end(sentence: Sentence, start: int, cues: list[Cue], cue: Cue, *, rule: str, relative: bool) -> int:
    """Where a content ends: at the sentence's end, or where another clause or report cuts it.

    Args:
        cues: those of the sentence; another report, or a source, ends this one.
        relative: whether the report stands in a clause with *who* or *which*, which a comma closes.
    """
    ends = [sentence.end, _at_next_report(sentence, start, cues, cue)]
    if rule in PLANS or relative:
        ends.append(_at_comma(sentence, start, rule=rule, relative=relative))
    if rule in PLANS:
        ends.append(_at_next_verb(sentence, start, cue, rule=rule))
    if rule in MARKED:
        ends.append(_at_closing_mark(sentence, start))
    ends.append(_at_semicolon(sentence, start))
    return _without_stop(sentence, start, min(end for end in ends if end > start))


def _at_next_report(sentence: Sentence, start: int, cues: list[Cue], cue: Cue) -> int:
    doc = sentence.doc
    for other in cues:  # at most MOST_CUES of them
        if other.start <= start or other is cue or sentence.speech.holding(other.start) is not None:
            continue
        before = other.first - 1
        gap = sentence.behind(before).strip()
        if "source" in other.takes or (gap[:1] == "," and sentence.tag(other.first) == "VBG"):
            return doc.words.ends[before]
        own = behind_with(sentence, other.first) if sentence.tag(other.first) == "VBG" else None
        if own is not None and "," in sentence.behind(sentence.word_from(own.start) - 2):
            return doc.words.ends[sentence.word_from(own.start) - 2]  # …, with Lee adding …
        turn = _turn_before(sentence, other)
        if turn is not None and turn > start:
            return turn
        pair = sentence.key(before) in ("and", "but") and not gap
        if pair and sentence.tag(other.first) == sentence.tag(cue.first):
            return doc.words.ends[before - 1] if before - 1 in sentence.words else doc.words.starts[before]
    return sentence.end


def _turn_before(sentence: Sentence, cue: Cue) -> int | None:
    """The comma in front of the clause of another report: …, although he tweeted that."""
    if sentence.tag(cue.first) not in FINITE:
        return None
    subject = find_subject(sentence, verb_group_start(sentence, cue.first))
    if subject is None or _is_relative(sentence, subject):
        return None
    word = sentence.word_from(subject.start) - 1
    if sentence.key(word) in TURNS:
        word -= 1
    return sentence.doc.words.ends[word] if word in sentence.words and "," in sentence.behind(word) else None


def _is_relative(sentence: Sentence, subject: Span) -> bool:
    return sentence.tag(sentence.word_from(subject.start)) in ("WP", "WDT")


def _at_comma(sentence: Sentence, start: int, *, rule: str, relative: bool) -> int:
    """The first comma: any behind an object or in a relative clause, else one that no list explains."""
    any_comma = relative or rule in OBJECTS
    for word in range(sentence.word_from(start), sentence.words.stop - 1):
        behind = sentence.behind(word)
        if "," not in behind or _inside_marks(sentence, word):
            continue
        if any_comma or sentence.tag(word + 1) in GOING_ON:
            return sentence.doc.words.ends[word]
    return sentence.end


def _at_next_verb(sentence: Sentence, start: int, cue: Cue, *, rule: str) -> int:
    """A second verb of the same subject, or the verb of the sentence: talked about it *and made* friends."""
    first = sentence.word_from(start)
    for word in range(first + 1, sentence.words.stop):
        joined = sentence.key(word - 1) in ("and", "but")
        if joined and sentence.tag(word) == "VBG" == sentence.tag(cue.first) and word - 2 >= first:
            return sentence.doc.words.ends[word - 2]
        if sentence.tag(word) not in FINITE or _inside_marks(sentence, word - 1):
            continue
        if joined and sentence.tag(word) == sentence.tag(cue.first):
            return sentence.doc.words.ends[word - 2] if word - 2 >= first else sentence.end
    return sentence.end


def _at_closing_mark(sentence: Sentence, start: int) -> int:
    """The end of the marks, if what follows goes on with the story: said “no” *and left*."""
    place = sentence.speech.holding(start)
    if place is None or sentence.speech.ends[place] >= sentence.end:
        return sentence.end
    end = sentence.speech.ends[place]
    word = sentence.word_from(end)
    if word not in sentence.words or sentence.marks_from(end, sentence.end) is not None:
        return sentence.end
    gap = sentence.gap(end, sentence.doc.words.starts[word])
    inner = sentence.doc.text[start:end].rstrip("”’»›\"'")[-1:]
    goes_on = sentence.key(word) in STORY or (
        sentence.key(word) == "and" and sentence.tag(word + 1) not in NAMED
    )
    return end if gap or inner in tuple(",.?!…") or goes_on else sentence.end


def _at_semicolon(sentence: Sentence, start: int) -> int:
    for word in range(sentence.word_from(start), sentence.words.stop - 1):
        if ";" in sentence.behind(word) and not _inside_marks(sentence, word):
            return sentence.doc.words.ends[word]
    return sentence.end


def _inside_marks(sentence: Sentence, word: int) -> bool:
    """Whether the same marks hold a word and the one behind it."""
    mark = sentence.speech.holding(sentence.doc.words.starts[word])
    if mark is None or word + 1 not in sentence.words:
        return mark is not None
    return mark == sentence.speech.holding(sentence.doc.words.starts[word + 1])


def _without_stop(sentence: Sentence, start: int, end: int) -> int:
    text = sentence.doc.text
    while end > start and (text[end - 1] in ".,;:—- " or text[end - 1].isspace()):
        if sentence.speech.holding(end - 1) is not None:
            break
        end -= 1
    return end
