"""What is said of whom: by naming, by predication, as agent and as patient."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from analysis.measures.naming.adjectives import is_adjective_by_form
from analysis.measures.naming.doings import ADVERBS, BE, STATES, Clauses, find_doings
from analysis.text.document import Document
from analysis.text.mentions import Entity, find_mentions
from analysis.text.phrases import NounPhrase, find_noun_phrases, is_possessive
from analysis.text.tagging import tag_sentence
from analysis.text.wordlists import load_organization_nouns, load_roles, role_of

KINDS = ("naming", "predication", "agent", "patient")
ADJECTIVES = frozenset(["JJ", "JJR", "JJS"])
MODIFIERS = ADJECTIVES | {"VBN", "VBG"}
_DETERMINERS = "the a an this that these those his her its their our my your some many several no any all"
DETERMINERS = frozenset(_DETERMINERS.split())
OPENINGS = frozenset(["a", "an", "the", "its", "their", "his", "her"])
_COUNTING = (
    "other same such own last next first second many few several more most less hundred thousand million"
)
NO_PREDICATION = frozenset(_COUNTING.split()) | {"including", "various", "certain", "former", "current"}
_WHERE = "here there now then not never too also back away out up down home still already again alone"
WHERE_AND_WHEN = frozenset(_WHERE.split())
CLOSING = frozenset(',.;:!?—–)”"')


class Predication(NamedTuple):
    """Words that say something of an entity: ``text[start:end] == surface``; kind is one of `KINDS`."""

    start: int
    end: int
    surface: str
    entity: int
    kind: str
    mention_start: int  # of whom it is said
    mention_end: int


def find_predications(doc: Document, entities: Iterable[Entity]) -> list[Predication]:
    """What a text says of each entity, with the words that say it.

    Returns: one row a place and entity, sorted by place. The kinds: naming, the noun that names it besides
        its name (title, role, apposition: *Ann Lee, the mayor*); predication, the adjective before it
        or what it *is* (*a brutal regime*, *the port is safe*, also *not safe*); agent, a verb that it
        does; patient, a verb that is done to it, actively or in a passive.

    Limits: *seems tired* and *calls her a liar* are not found; *the port, the union, and the mayor* reads
    as if the port were a union; a denial shows only with *is not*: *no danger to the port* does not say so.
    A wrong pronoun takes its predications along. An adjective that is read as a noun
    stands with the naming: *fierce dockers*.

    Source: own definition; naming and predication after Reisigl and Wodak (2001), agents and patients
    after van Leeuwen (2008), both as they serve van Dijk's (1998) ideological square.

    Example: four kinds.

    >>> from analysis.text.document import make_document
    >>> from analysis.text.mentions import find_entities
    >>> doc = make_document("Ann Lee, the mayor, is tired. The crowd praised her.")
    >>> found = find_predications(doc, find_entities(doc, find_mentions(doc)))
    >>> [(one.kind, one.surface) for one in found if one.entity == 1]
    [('naming', 'mayor'), ('predication', 'tired'), ('patient', 'praised')]
    """
    forms = {(mention.start, mention.end): mention.form for mention in find_mentions(doc)}
    spans = sorted((start, end, entity.entity) for entity in entities for start, end in entity.mentions)
    starts = [span[0] for span in spans]
    found: dict[tuple[int, int, int, str], Predication] = {}
    for number, sentence in enumerate(doc.sentences):
        here = spans[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
        if not here:
            continue
        phrases = find_noun_phrases(doc, number)
        words = doc.sentence_words[number]
        clauses = Clauses(doc, words, tag_sentence(doc, number), [phrase.start for phrase in phrases])
        for start, end, entity in here:
            phrase = _phrase_headed(clauses, phrases, start, end)
            if phrase is None:
                continue
            form = forms.get((start, end), "name")
            for (first, last), kind in _said(clauses, phrases, phrase, start, form):
                key = first, last, entity, kind
                found.setdefault(
                    key, Predication(first, last, doc.text[first:last], entity, kind, start, end)
                )
    said = {(one.entity, one.end) for one in found.values() if one.kind == "predication"}
    # a liar in "Ann Lee is a liar" is what she is said to be, not what she is called
    return [
        one for _, one in sorted(found.items()) if one.kind != "naming" or (one.entity, one.end) not in said
    ]


def _phrase_headed(clauses: Clauses, phrases: list[NounPhrase], start: int, end: int) -> NounPhrase | None:
    """The phrase whose head a mention is: not *Lee* in "Lee campaign", nor *her* in "her sister"."""
    place = bisect_right(clauses.phrase_starts, start) - 1
    if place < 0:
        return None
    phrase = phrases[place]
    return phrase if start <= phrase.head_start < end else None


def _said(
    clauses: Clauses, phrases: list[NounPhrase], phrase: NounPhrase, start: int, form: str
) -> Iterator[tuple[tuple[int, int], str]]:
    words = clauses.doc.words
    yield from _before_head(clauses, phrase, start, form)
    if (apposition := _apposition(clauses, phrases, phrase)) is not None:
        yield apposition, "naming"
    if (said_to_be := _said_to_be(clauses, phrases, phrase)) is not None:
        yield said_to_be, "predication"
    for doing in find_doings(clauses, phrase):
        begin, stop = words[doing.word]
        yield (begin, stop), doing.kind


def _before_head(
    clauses: Clauses, phrase: NounPhrase, start: int, form: str
) -> Iterator[tuple[tuple[int, int], str]]:
    """Adjectives and nouns of the phrase itself: *the brutal regime*, *union spokesman Bob Roe*."""
    doc = clauses.doc
    inside = doc.words.inside(phrase.start, phrase.head_end)
    owned = [n for n in inside if is_possessive(doc.keys[n]) and doc.words.starts[n] < phrase.head_start]
    first = owned[-1] + 1 if owned else inside.start
    while first < inside.stop and doc.keys[first] in DETERMINERS:
        first += 1
    adjectives, nouns = [], []
    for word in range(first, inside.stop):
        begin, stop = doc.words[word]
        if form in ("name", "title") and begin >= start and not _is_title(clauses, word, form):
            break  # the name itself
        describes = clauses.tag(word) in MODIFIERS or is_adjective_by_form(doc.keys[word])
        if describes and begin < phrase.head_start and doc.text[begin].islower():
            if doc.keys[word] not in NO_PREDICATION:
                adjectives.append((begin, stop))
        elif clauses.tag(word).startswith("NN") or _is_title(clauses, word, form):
            nouns.append((begin, min(stop, phrase.head_end) if begin == phrase.head_start else stop))
    for adjective in adjectives:
        yield adjective, "predication"
    named = form == "name" and (not nouns or nouns[0][0] >= start or not _is_kind(doc, nouns[-1]))
    if nouns and form != "pronoun" and not named:
        yield (nouns[0][0], nouns[-1][1]), "naming"


def _is_kind(doc: Document, noun: tuple[int, int]) -> bool:
    """Whether a noun in front of a name says what its bearer is: *union spokesman* Bob Roe."""
    key = doc.folded[noun[0] : noun[1]].lower()
    return role_of(key) is not None or key in load_organization_nouns()


def _is_title(clauses: Clauses, word: int, form: str) -> bool:
    start, end = clauses.doc.words[word]
    return form == "title" and clauses.doc.folded[start:end].removesuffix(".") in load_roles()


def _apposition(clauses: Clauses, phrases: list[NounPhrase], phrase: NounPhrase) -> tuple[int, int] | None:
    """What a name is called behind a comma: *Acme, a maker of ropes,*."""
    doc = clauses.doc
    place = bisect_left(clauses.phrase_starts, phrase.end)
    if place >= len(phrases) or phrase.kind != "name":
        return None
    other = phrases[place]
    closed = doc.text[other.full_end : other.full_end + 2].strip()[:1] or "."
    if (
        doc.text[phrase.end : other.start].strip() not in (",", ".,")
        or other.kind != "common"
        or closed not in CLOSING
    ):
        return None
    first, *rest = doc.words.inside(other.start, other.head_end)
    if not rest or doc.keys[first] not in OPENINGS:
        return None
    return doc.words.starts[rest[0]], other.end


def _said_to_be(clauses: Clauses, phrases: list[NounPhrase], phrase: NounPhrase) -> tuple[int, int] | None:
    """What follows *is*: adjectives with their adverbs, or a noun phrase; *not* belongs to it."""
    words = clauses.doc.words
    for end in dict.fromkeys((phrase.end, phrase.full_end)):
        word = bisect_left(words.starts, end)
        if clauses.gap(word) in ("", ",", ")") and clauses.key(word).removesuffix("n't") in BE:
            break
    else:
        return None
    negated = clauses.key(word).endswith("n't")
    first = place = word if negated else word + 1
    place = word + 1
    while clauses.tag(place) in ADVERBS and not clauses.gap(place):
        place += 1
    index = bisect_left(clauses.phrase_starts, words.ends[place - 1])
    if not clauses.gap(place) and index < len(phrases) and phrases[index].start == words.starts[place]:
        other = phrases[index]
        if clauses.tag(place) == "VBG":
            return None  # Ann Lee is selling ropes
        return (words.starts[first], other.end) if other.kind in ("common", "name") else None
    last = _last_state(clauses, word + 1)
    return (words.starts[first], words.ends[last]) if last >= 0 else None


def _last_state(clauses: Clauses, place: int) -> int:
    """The last of the adjectives that begin at a word: *very old and tired*; -1 without any."""
    first, last = place, -1
    while place in clauses.words and not (place > first and clauses.gap(place)):
        paired = last >= 0 and clauses.key(place - 1) == "and" and clauses.tag(place) in ("NN", "VBN")
        if _is_state(clauses, place) or paired:
            last = place
        elif clauses.tag(place) not in ADVERBS and not (last >= 0 and clauses.key(place) == "and"):
            break
        place += 1
    alone = place - 1
    if last < 0 and alone >= first and clauses.tag(alone) in ADVERBS and clauses.gap(place):
        last = -1 if clauses.key(alone) in WHERE_AND_WHEN else alone  # an adjective read as an adverb
    return last


def _is_state(clauses: Clauses, word: int) -> bool:
    return clauses.tag(word) in ADJECTIVES or clauses.key(word) in STATES
