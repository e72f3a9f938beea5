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
    ends = [_at_semicolon(sentence, start)]
    if len(cues) > 1:
        ends.append(_at_next_report(sentence, start, cues, cue))
    if rule in PLANS or relative:
        ends.append(_at_comma(sentence, start, rule=rule, relative=relative))
    if rule in PLANS:
        ends.append(_at_next_verb(sentence, start, cue))
    if rule in MARKED:
        ends.append(_at_closing_mark(sentence, start))
    end = min([end for end in ends if end > start], default=sentence.end)
    return _without_stop(sentence, start, end)


def _at_next_report(sentence: Sentence, start: int, cues: list[Cue], cue: Cue) -> int:
    for other in cues:  # at most MOST_CUES of them
        if other.start <= start or other is cue or sentence.speech.holding(other.start) is not None:
            continue
        before = other.first - 1
        gap = sentence.gaps[before]
        if "source" in other.takes or (gap[:1] == "," and sentence.tags[other.first] == "VBG"):
            return sentence.ends[before]
        own = behind_with(sentence, other.first) if sentence.tags[other.first] == "VBG" else None
        if own is not None:  # …, with Lee adding …
            comma = sentence.word_from(own.start) - 2
            if "," in sentence.gaps[comma]:
                return sentence.ends[comma] if comma >= 0 else sentence.end
        turn = _turn_before(sentence, other)
        if turn is not None and turn > start:
            return turn
        pair = sentence.keys[before] in ("and", "but") and not gap
        if pair and sentence.tags[other.first] == sentence.tags[cue.first]:
            return sentence.ends[before - 1] if before - 1 in sentence.words else sentence.starts[before]
    return sentence.end


def _turn_before(sentence: Sentence, cue: Cue) -> int | None:
    """The comma in front of the clause of another report: …, although he tweeted that."""
    if sentence.tags[cue.first] not in FINITE:
        return None
    subject = find_subject(sentence, verb_group_start(sentence, cue.first))
    if subject is None or _is_relative(sentence, subject):
        return None
    word = sentence.word_from(subject.start) - 1
    if sentence.keys[word] in TURNS:
        word -= 1
    return sentence.ends[word] if word in sentence.words and "," in sentence.gaps[word] else None


def _is_relative(sentence: Sentence, subject: Span) -> bool:
    return sentence.tags[sentence.word_from(subject.start)] in ("WP", "WDT")


def _at_comma(sentence: Sentence, start: int, *, rule: str, relative: bool) -> int:
    """The first comma: any behind an object or in a relative clause, else one that no list explains."""
    if sentence.doc.text.find(",", start, sentence.end) < 0:
        return sentence.end
    any_comma = relative or rule in OBJECTS
    for word in range(sentence.word_from(start), len(sentence.words) - 1):
        if "," not in sentence.gaps[word] or _inside_marks(sentence, word):
            continue
        if any_comma or sentence.tags[word + 1] in GOING_ON:
            return sentence.ends[word]
    return sentence.end


def _at_next_verb(sentence: Sentence, start: int, cue: Cue) -> int:
    """A second verb of the same subject, or the verb of the sentence: talked about it *and made* friends."""
    keys, tags = sentence.keys, sentence.tags
    own = tags[cue.first]
    if own != "VBG" and own not in FINITE:
        return sentence.end
    first = sentence.word_from(start)
    for word in range(first + 1, len(sentence.words)):
        if tags[word] != own or keys[word - 1] not in ("and", "but"):
            continue
        if own == "VBG" and word - 2 < first:
            continue
        if own == "VBG" or not _inside_marks(sentence, word - 1):
            return sentence.ends[word - 2] if word - 2 >= first else sentence.end
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
    gap = sentence.gap(end, sentence.starts[word])
    inner = sentence.doc.text[start:end].rstrip("”’»›\"'")[-1:]
    goes_on = sentence.keys[word] in STORY or (
        sentence.keys[word] == "and" and sentence.tags[word + 1] not in NAMED
    )
    return end if gap or inner in tuple(",.?!…") or goes_on else sentence.end


def _at_semicolon(sentence: Sentence, start: int) -> int:
    if sentence.doc.text.find(";", start, sentence.end) < 0:
        return sentence.end
    for word in range(sentence.word_from(start), len(sentence.words) - 1):
        if ";" in sentence.gaps[word] and not _inside_marks(sentence, word):
            return sentence.ends[word]
    return sentence.end


def _inside_marks(sentence: Sentence, word: int) -> bool:
    """Whether the same marks hold a word and the one behind it."""
    if not sentence.speech.starts:
        return False
    mark = sentence.speech.holding(sentence.starts[word])
    if mark is None or word + 1 not in sentence.words:
        return mark is not None
    return mark == sentence.speech.holding(sentence.starts[word + 1])


def _without_stop(sentence: Sentence, start: int, end: int) -> int:
    text = sentence.doc.text
    while end > start and (text[end - 1] in ".,;:—- " or text[end - 1].isspace()):
        if sentence.speech.holding(end - 1) is not None:
            break
        end -= 1
    return end
