"""Subjects: the mention that goes with a verb, as it stands in the sentence."""

from __future__ import annotations

import re

from analysis.measures.quotation.sentences import (
    FINITE,
    NOMINAL,
    VERBS,
    Sentence,
    verb_group_start,
)
from analysis.text.phrases import NounPhrase
from analysis.text.spans import Span

_CONTRACTION = re.compile(
    r"(?<=\w)['’](?:ve|re|d|ll|m)$|(?<=\b[Hh]e)['’]s$|(?<=\b[Ss]he)['’]s$|(?<=\b[Ii]t)['’]s$"
)
# what is told of a name, unlike who somebody is: Ann Lee*, who left,* Ann Lee*, speaking at noon,*
_TOLD = re.compile(r",\s+(?:speaking|facing|citing|asked)\b", re.IGNORECASE)
# when something was said is no part of who said it: Ann Lee *on Thursday* called
_DAY = re.compile(
    r"\s+(?:(?:on|late|early|last|this)\s+)*(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"(?:\s+(?:morning|afternoon|evening|night))?$",
    re.IGNORECASE,
)
_SUBORDINATORS = """
because if when while although though since unless until after before as but whereas whether how why where
what so than then
"""
SUBORDINATORS = frozenset(_SUBORDINATORS.split())
OPENING_ADVERBS = frozenset(["however", "meanwhile", "still", "instead", "then", "so"])
CLOSING = {",": ",", ")": "(", "),": "(", "—": "—", "–": "–"}  # what ends an aside, and what begins it
AMOUNTS = frozenset(["one", "some", "many", "most", "none", "several", "few", "all", "each", "both"])
NO_SUBJECTS = SUBORDINATORS | OPENING_ADVERBS | {"and", "or", "not", "also", "now", "here", "there", "yet"}
ASIDES = frozenset(
    [
        "however",
        "meanwhile",
        "too",
        "though",
        "also",
        "instead",
        "then",
        "for his part",
        "for her part",
        "for example",
        "on the other hand",
        "in turn",
    ]
)
BARE = 3  # words
BOTH = frozenset(["both", "all", "each", "themselves", "himself", "herself", "itself"])
NO_WORD = -1
LONG_SUBJECT = 40  # words
LONG_ASIDE = 30
DETAILS = 3  # of a person, between commas: 30, of Reading, Pa.
HOME = frozenset(["of", "from", "in"])


def find_subject(sentence: Sentence, group: int) -> Span | None:
    """The mention in front of a verb group, with all that belongs to it.

    From right to left up to the beginning of the clause; what stands furthest left and is not led by a
    preposition is the head: *the head of the union*, *people who have seen it*, *Lee and Roe*.
    """
    edge = sentence.doc.words.starts[group]
    last = group - 1
    head: int | None = None
    paired: int | None = None  # the head behind an *and*
    gap = sentence.behind(last).strip().lstrip(".")
    closed = gap == ","
    if gap in CLOSING:
        last = _before_aside(sentence, last)
        if last == NO_WORD and gap == "," and _begins_with(sentence, group):
            last = group - 1  # a comma too many: The mayor of Hull, said
    elif gap:
        return None  # “…,” said: what stands in front are other words
    word = last
    for _ in range(LONG_SUBJECT):
        if word not in sentence.words:
            break
        tag, key = sentence.tag(word), sentence.key(word)
        if tag in FINITE or (tag == "VBN" and paired is not None):
            pronoun = _relative_before(sentence, word)
            if pronoun is None:
                head = head if paired is None else paired  # met a photographer and *Ann Lee* said
                break
            word = pronoun - 1
            continue
        if _ends_clause(sentence, word):
            break
        paired = head if tag == "CC" else paired
        phrase = sentence.phrase_at(word)
        led = _is_led(sentence, word)
        relative = tag in ("WP", "WDT") or key == "who"
        if relative and word == group - 1:
            return sentence.doc.words[word]
        if relative or key in OPENING_ADVERBS or (key == "that" and word < group - 1):
            break
        if phrase is not None and phrase.kind != "time" and not led:
            if head is not None and _ends_at(sentence, phrase, head):
                break  # the plan Ann Lee wanted: a clause without *that*
            head = word if key not in BOTH or word < group - 1 else head
        if key in AMOUNTS and sentence.key(word + 1) == "of" and not led:
            head = word
        gap = sentence.behind(word - 1).strip().strip(".")
        if gap not in ("", ".", "(", ")") and not (
            gap == "," and closed and _names_again(sentence, word, head)
        ):
            break
        word -= 1
    if head is None:
        if sentence.key(group - 1) in BOTH:
            return sentence.doc.words[group - 1]
        return _bare_subject(sentence, group)
    start = sentence.doc.words.starts[head]
    return Span(start, _trimmed(sentence, start, edge))


def _begins_with(sentence: Sentence, group: int) -> bool:
    """Whether a noun phrase with what belongs to it is all that stands in a sentence before a verb."""
    first = sentence.phrase_at(sentence.words.start)
    if first is None or first.kind == "time":
        return False
    before = range(sentence.words.start, group)
    return not any(sentence.tag(word) in VERBS or "," in sentence.behind(word) for word in before[:-1])


def _ends_at(sentence: Sentence, phrase: NounPhrase, head: int) -> bool:
    """Whether a common phrase ends directly in front of a name or pronoun."""
    start = sentence.doc.words.starts[head]
    other = sentence.by_start.get(start)
    if phrase.kind != "common" or other is None or other.kind not in ("name", "pronoun"):
        return False
    return phrase.end <= start and sentence.doc.text[phrase.end : start].isspace()


def _is_led(sentence: Sentence, word: int) -> bool:
    """Whether a preposition stands in front of a word: *of* the union, but not *that* the union."""
    before = word - 1
    if sentence.behind(before).strip() or sentence.key(before) in SUBORDINATORS | {"that"}:
        return False
    return sentence.tag(before) in ("IN", "TO", "VBG")


def _names_again(sentence: Sentence, word: int, head: int | None) -> bool:
    """Whether a phrase behind a comma says who the name before it is: Ann Lee*, the mayor of Hull*,."""
    determined = sentence.tag(word) in ("DT", "PRP$", "NN", "JJ")
    return word == head and determined and sentence.tag(word - 1) in ("NNP", "NNPS", "CD")


def _bare_subject(sentence: Sentence, group: int) -> Span | None:
    """A word or two between a stop and a verb, whatever their tags: *Walker says*, *the editorial read*."""
    word = group - 1
    for _ in range(BARE):
        if word not in sentence.words or sentence.tag(word) in VERBS - {"VBZ"} or sentence.tag(word) == "IN":
            return None
        coordinated = sentence.tag(word - 1) == "CC" and group - 1 == word
        stopped = word == sentence.words.start or sentence.behind(word - 1).strip() or coordinated
        if stopped:
            start = sentence.doc.words.starts[word]
            determined = sentence.tag(word) in ("DT", "PRP$", "JJ", "VBZ", "VBG")
            if group - 1 - word == 0:
                determined = sentence.doc.text[start].isupper() or sentence.tag(word) == "VBZ"
            if sentence.key(word) in NO_SUBJECTS or not determined:
                return None
            return Span(start, _trimmed(sentence, start, sentence.doc.words.starts[group]))
        word -= 1
    return None


def _ends_clause(sentence: Sentence, word: int) -> bool:
    """Whether a word stands between clauses, so that no subject reaches over it."""
    key, tag = sentence.key(word), sentence.tag(word)
    if key in SUBORDINATORS or (key == "that" and tag in ("IN", "WDT")):
        return True
    if tag in ("WP", "WDT", "WRB"):
        return sentence.phrase_at(word) is None
    if tag == "CC":
        left, right = sentence.tag(word - 1), sentence.tag(word + 1)
        return not (left in NOMINAL and right in NOMINAL | {"DT", "JJ", "PRP$", "CD"})
    return tag == "VB" and key not in ("be",)


def _relative_before(sentence: Sentence, word: int) -> int | None:
    """The relative pronoun of the clause whose verb this is: people *who* have seen it."""
    for place in range(word - 1, word - 6, -1):
        if sentence.behind(place).strip() or place not in sentence.words:
            return None
        if sentence.tag(place) in FINITE:
            return None
        if sentence.tag(place) in ("WP", "WDT") or sentence.key(place) in ("who", "that"):
            before = sentence.tag(place - 1) in NOMINAL or sentence.key(place - 1) in ("those", "one")
            return place if before and not sentence.behind(place - 1).strip() else None
    return None


def _before_aside(sentence: Sentence, word: int) -> int:
    """The word (or NO_WORD) in front of something between commas, brackets or dashes: Ann Lee*, 63,* said."""
    closing = sentence.behind(word).strip().lstrip(".")
    for place in range(word - 1, word - LONG_ASIDE, -1):
        if place not in sentence.words:
            return NO_WORD
        behind = sentence.behind(place).strip()
        if (
            behind[-1:] == CLOSING[closing]
            and sentence.speech.holding(sentence.doc.words.starts[place]) is None
        ):
            aside = sentence.gap(sentence.doc.words.ends[place], sentence.doc.words.starts[word + 1])
            if aside.strip(", ").lower() in ASIDES:
                return place
            named = sentence.tag(place) in NOMINAL | {"CD", "PRP"}
            listed = sentence.tag(place + 1) in ("VBD", "IN", "CC", "PRP") and closing == ","
            listed = listed and sentence.key(place + 1) not in HOME
            if closing == "," and behind == ")":
                return place
            if not named or listed:
                return NO_WORD
            return _past_details(sentence, place)
    return NO_WORD


def _past_details(sentence: Sentence, word: int) -> int:
    """The last word of the name that age and home follow: *Bond* in "Ann Bond, 30, of Reading, Pa."."""
    for _ in range(DETAILS):
        first = word
        while first - 1 in sentence.words and sentence.behind(first - 1).strip().lstrip(".") != ",":
            first -= 1
        before = first - 1
        if before not in sentence.words:
            return word
        aged = first == word and sentence.tag(word) == "CD"
        home = sentence.key(first) in HOME
        # the state behind a town
        town = sentence.tag(word) in ("NNP", "NNPS") and any(
            sentence.key(place) in HOME and sentence.behind(place - 1).strip() == ","
            for place in range(max(before - 3, sentence.words.start + 1), before)
        )
        if not (aged or home or (town and first == word)):
            return word
        word = before
    return word


def _trimmed(sentence: Sentence, start: int, edge: int) -> int:
    piece = _CONTRACTION.sub("", sentence.doc.text[start:edge].rstrip(" ,—–\n\t"))
    if told := _TOLD.search(piece):
        piece = piece[: told.start()]
    piece = _DAY.sub("", piece.rstrip())
    comma = piece.rfind(",")
    if comma > 0 and piece[comma + 1 :].strip().lower() in ASIDES:
        piece = piece[:comma].rstrip()
    return start + len(piece)


def main_subject(sentence: Sentence, before: int) -> Span | None:
    """The subject of the first finite verb in front of an offset that is not part of a relative clause."""
    fallback = None
    last = min(sentence.word_from(before), sentence.words.start + LONG_SUBJECT)
    for word in range(sentence.words.start, last):
        if sentence.speech.holding(sentence.doc.words.starts[word]) is not None:
            continue
        if sentence.tag(word) not in FINITE and not _is_participle_of_past(sentence, word):
            continue
        group = verb_group_start(sentence, word)
        if group <= sentence.words.start or _relative_before(sentence, word) is not None:
            continue
        subject = find_subject(sentence, group)
        if subject is not None and sentence.tag(sentence.word_from(subject.start)) not in ("WP", "WDT"):
            subordinate = sentence.key(sentence.word_from(subject.start) - 1) in SUBORDINATORS
            if not subordinate:
                return subject
            fallback = fallback or subject
    return fallback


def _is_participle_of_past(sentence: Sentence, word: int) -> bool:
    """Whether a word with the tag of a participle may be a past tense: *the leaders shunned him*."""
    return sentence.tag(word) == "VBN" and sentence.tag(word - 1) in ("NNP", "NNS", "PRP", "NN")


def speaker_span(sentence: Sentence, phrase: NounPhrase, limit: int) -> Span:
    """A phrase as the mention of a speaker: with apposition and complements, up to a limit."""
    end = phrase.full_end if phrase.full_end <= limit else phrase.end
    return Span(phrase.start, end)


def behind_with(sentence: Sentence, group: int) -> Span | None:
    """*with one reader writing*: a participle with a subject of its own."""
    edge = sentence.doc.words.starts[group]
    for phrase in sentence.phrases:
        if phrase.full_end <= edge and not sentence.gap(phrase.full_end, edge):
            led = sentence.key(sentence.word_from(phrase.start) - 1) == "with"
            return Span(phrase.start, phrase.full_end) if led else None
    return None
