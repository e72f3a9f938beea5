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
_ENDS_OF_DAYS = ("day", "morning", "afternoon", "evening", "night")
_SUBORDINATORS = """
because if when while although though since unless until after before as but whereas whether how why where
what so than then
"""
SUBORDINATORS = frozenset(_SUBORDINATORS.split())
CLAUSE_TAGS = frozenset(["IN", "WDT", "WP", "WRB", "CC", "VB"])  # of all that `_ends_clause` may say yes to
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
NO_BARE_SUBJECTS = (VERBS - {"VBZ"}) | {"IN"}
COORDINATED = NOMINAL | {"DT", "JJ", "PRP$", "CD"}  # what may follow an *and* that joins nouns
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
    known = sentence.subjects
    if group not in known:
        known[group] = _read_subject(sentence, group)
    return known[group]


def _read_subject(sentence: Sentence, group: int) -> Span | None:
    tags, keys, gaps = sentence.tags, sentence.keys, sentence.gaps
    last = group - 1
    head: int | None = None
    paired: int | None = None  # the head behind an *and*
    gap = gaps[last].lstrip(".")
    closed = gap == ","
    if gap in CLOSING:
        last = _before_aside(sentence, last)
        if last == NO_WORD and gap == "," and _begins_with(sentence, group):
            last = group - 1  # a comma too many: The mayor of Hull, said
    elif gap:
        return None  # “…,” said: what stands in front are other words
    word = last
    for _ in range(LONG_SUBJECT):
        if word < 0:
            break
        tag, key = tags[word], keys[word]
        if tag in FINITE or (tag == "VBN" and paired is not None):
            pronoun = _relative_before(sentence, word)
            if pronoun is None:
                head = head if paired is None else paired  # met a photographer and *Ann Lee* said
                break
            word = pronoun - 1
            continue
        if (tag in CLAUSE_TAGS or key in SUBORDINATORS) and _ends_clause(sentence, word):
            break
        paired = head if tag == "CC" else paired
        phrase = sentence.by_word.get(word)
        relative = tag in ("WP", "WDT") or key == "who"
        if relative and word == group - 1:
            return Span(sentence.starts[word], sentence.ends[word])
        if relative or key in OPENING_ADVERBS or (key == "that" and word < group - 1):
            break
        if phrase is not None and phrase.kind != "time" and not _is_led(sentence, word):
            if head is not None and _ends_at(sentence, phrase, head):
                break  # the plan Ann Lee wanted: a clause without *that*
            head = word if key not in BOTH or word < group - 1 else head
        if key in AMOUNTS and keys[word + 1] == "of" and not _is_led(sentence, word):
            head = word
        gap = gaps[word - 1].strip(".")
        if gap not in ("", ".", "(", ")") and not (
            gap == "," and closed and _names_again(sentence, word, head)
        ):
            break
        word -= 1
    if head is None:
        if keys[group - 1] in BOTH:
            return Span(sentence.starts[group - 1], sentence.ends[group - 1])
        return _bare_subject(sentence, group)
    start = sentence.starts[head]
    return Span(start, _trimmed(sentence, start, sentence.starts[group]))


def _begins_with(sentence: Sentence, group: int) -> bool:
    """Whether a noun phrase with what belongs to it is all that stands in a sentence before a verb."""
    first = sentence.by_word.get(0)
    if first is None or first.kind == "time":
        return False
    before = range(group)
    return not any(sentence.tags[word] in VERBS or "," in sentence.gaps[word] for word in before[:-1])


def _ends_at(sentence: Sentence, phrase: NounPhrase, head: int) -> bool:
    """Whether a common phrase ends directly in front of a name or pronoun."""
    start = sentence.starts[head]
    other = sentence.by_word.get(head)
    if phrase.kind != "common" or other is None or other.kind not in ("name", "pronoun"):
        return False
    return phrase.end <= start and sentence.doc.text[phrase.end : start].isspace()


def _is_led(sentence: Sentence, word: int) -> bool:
    """Whether a preposition stands in front of a word: *of* the union, but not *that* the union."""
    before = word - 1
    if sentence.gaps[before] or sentence.tags[before] not in ("IN", "TO", "VBG"):
        return False
    return sentence.keys[before] not in SUBORDINATORS and sentence.keys[before] != "that"


def _names_again(sentence: Sentence, word: int, head: int | None) -> bool:
    """Whether a phrase behind a comma says who the name before it is: Ann Lee*, the mayor of Hull*,."""
    determined = sentence.tags[word] in ("DT", "PRP$", "NN", "JJ")
    return word == head and determined and sentence.tags[word - 1] in ("NNP", "NNPS", "CD")


def _bare_subject(sentence: Sentence, group: int) -> Span | None:
    """A word or two between a stop and a verb, whatever their tags: *Walker says*, *the editorial read*."""
    word = group - 1
    for _ in range(BARE):
        if word not in sentence.words or sentence.tags[word] in NO_BARE_SUBJECTS:
            return None
        coordinated = sentence.tags[word - 1] == "CC" and group - 1 == word
        stopped = word == 0 or sentence.gaps[word - 1] or coordinated
        if stopped:
            start = sentence.starts[word]
            determined = sentence.tags[word] in ("DT", "PRP$", "JJ", "VBZ", "VBG")
            if group - 1 - word == 0:
                determined = sentence.doc.text[start].isupper() or sentence.tags[word] == "VBZ"
            if sentence.keys[word] in NO_SUBJECTS or not determined:
                return None
            return Span(start, _trimmed(sentence, start, sentence.starts[group]))
        word -= 1
    return None


def _ends_clause(sentence: Sentence, word: int) -> bool:
    """Whether a word stands between clauses, so that no subject reaches over it."""
    key, tag = sentence.keys[word], sentence.tags[word]
    if key in SUBORDINATORS or (key == "that" and tag in ("IN", "WDT")):
        return True
    if tag in ("WP", "WDT", "WRB"):
        return sentence.by_word.get(word) is None
    if tag == "CC":
        left, right = sentence.tags[word - 1], sentence.tags[word + 1]
        return not (left in NOMINAL and right in COORDINATED)
    return tag == "VB" and key not in ("be",)


def _relative_before(sentence: Sentence, word: int) -> int | None:
    """The relative pronoun of the clause whose verb this is: people *who* have seen it."""
    for place in range(word - 1, word - 6, -1):
        if sentence.gaps[place] or place not in sentence.words:
            return None
        if sentence.tags[place] in FINITE:
            return None
        if sentence.tags[place] in ("WP", "WDT") or sentence.keys[place] in ("who", "that"):
            before = sentence.tags[place - 1] in NOMINAL or sentence.keys[place - 1] in ("those", "one")
            return place if before and not sentence.gaps[place - 1] else None
    return None


def _before_aside(sentence: Sentence, word: int) -> int:
    """The word (or NO_WORD) in front of something between commas, brackets or dashes: Ann Lee*, 63,* said."""
    closing = sentence.gaps[word].lstrip(".")
    for place in range(word - 1, word - LONG_ASIDE, -1):
        if place not in sentence.words:
            return NO_WORD
        behind = sentence.gaps[place]
        if behind[-1:] == CLOSING[closing] and sentence.speech.holding(sentence.starts[place]) is None:
            aside = sentence.gap(sentence.ends[place], sentence.starts[word + 1])
            if aside.strip(", ").lower() in ASIDES:
                return place
            named = sentence.tags[place] in NOMINAL
            listed = sentence.tags[place + 1] in ("VBD", "IN", "CC", "PRP") and closing == ","
            listed = listed and sentence.keys[place + 1] not in HOME
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
        while first - 1 in sentence.words and sentence.gaps[first - 1].lstrip(".") != ",":
            first -= 1
        before = first - 1
        if before not in sentence.words:
            return word
        aged = first == word and sentence.tags[word] == "CD"
        home = sentence.keys[first] in HOME
        # the state behind a town
        town = sentence.tags[word] in ("NNP", "NNPS") and any(
            sentence.keys[place] in HOME and sentence.gaps[place - 1] == ","
            for place in range(max(before - 3, 1), before)
        )
        if not (aged or home or (town and first == word)):
            return word
        word = before
    return word


def _trimmed(sentence: Sentence, start: int, edge: int) -> int:
    piece = sentence.doc.text[start:edge].rstrip(" ,—–\n\t")
    if "'" in piece or "’" in piece:
        piece = _CONTRACTION.sub("", piece)
    if "," in piece and (told := _TOLD.search(piece)):
        piece = piece[: told.start()]
    piece = piece.rstrip()
    if piece.lower().endswith(_ENDS_OF_DAYS):
        piece = _DAY.sub("", piece)
    comma = piece.rfind(",")
    if comma > 0 and piece[comma + 1 :].strip().lower() in ASIDES:
        piece = piece[:comma].rstrip()
    return start + len(piece)


def main_subject(sentence: Sentence, before: int) -> Span | None:
    """The subject of the first finite verb in front of an offset that is not part of a relative clause."""
    fallback = None
    last = min(sentence.word_from(before), LONG_SUBJECT)
    for word in range(last):
        if sentence.speech.holding(sentence.starts[word]) is not None:
            continue
        if sentence.tags[word] not in FINITE and not _is_participle_of_past(sentence, word):
            continue
        group = verb_group_start(sentence, word)
        if group <= 0 or _relative_before(sentence, word) is not None:
            continue
        subject = find_subject(sentence, group)
        if subject is not None and sentence.tags[sentence.word_from(subject.start)] not in ("WP", "WDT"):
            subordinate = sentence.keys[sentence.word_from(subject.start) - 1] in SUBORDINATORS
            if not subordinate:
                return subject
            fallback = fallback or subject
    return fallback


def _is_participle_of_past(sentence: Sentence, word: int) -> bool:
    """Whether a word with the tag of a participle may be a past tense: *the leaders shunned him*."""
    return sentence.tags[word] == "VBN" and sentence.tags[word - 1] in ("NNP", "NNS", "PRP", "NN")


def speaker_span(sentence: Sentence, phrase: NounPhrase, limit: int) -> Span:
    """A phrase as the mention of a speaker: with apposition and complements, up to a limit."""
    end = phrase.full_end if phrase.full_end <= limit else phrase.end
    return Span(phrase.start, end)


def behind_with(sentence: Sentence, group: int) -> Span | None:
    """*with one reader writing*: a participle with a subject of its own."""
    edge = sentence.starts[group]
    for phrase in sentence.phrases:
        if phrase.full_end <= edge and not sentence.gap(phrase.full_end, edge):
            led = sentence.keys[sentence.word_from(phrase.start) - 1] == "with"
            return Span(phrase.start, phrase.full_end) if led else None
    return None
