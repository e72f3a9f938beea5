"""Pronouns: *he*, *she*, *they*, joined to the person or group that they most likely take up."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from itertools import compress, count, islice
from operator import itemgetter

from analysis.text.document import Document, once
from analysis.text.mentions.model import Draft, Found
from analysis.text.tagging import tag_words

GENDERS = (
    dict.fromkeys(["he", "him", "his", "himself"], "male")
    | dict.fromkeys(["she", "her", "hers", "herself"], "female")
    | dict.fromkeys(["they", "them", "their", "theirs", "themselves"], "plural")
)
MAY_TAKE_UP = GENDERS.keys() | {"it"}
OWNERS = frozenset(["his", "her", "hers", "their", "its", "whose"])
PRONOUNS = frozenset(MAY_TAKE_UP | OWNERS)
NEAREST = {
    gender: f"the nearest fitting {noun} before it"
    for gender, noun in [
        ("male", "man"), ("female", "woman"), ("plural", "group"), ("neuter", "organization or writing"),
    ]
}  # fmt: skip
VERB_TAGS = frozenset(["VBD", "VBZ", "VBP", "MD"])
# What follows these is a place rather than a person, where nothing else is known.
PLACING = frozenset(["in", "at", "near", "on", "off", "outside", "around"])
# It rains, it is said: *it* takes somebody up only where it speaks.
_IT_SAYS = (
    "said says added announced argued warned wrote reported claimed insisted denied confirmed noted told"
)
IT_SAYS = frozenset(_IT_SAYS.split())
BECOMES = frozenset(["is", "was", "became", "becomes", "remains", "remained"])
LONGEST_VERB = 24  # characters for a pronoun and the verb behind it
OBJECTS = frozenset(["him", "her", "them"])
_SAYING = "said says added asked wrote told noted explained argued insisted warned"
SAYING = frozenset(_SAYING.split())
# Mentions that a pronoun may look back on, and sentences.
REACH_MENTIONS = 40
REACH_SENTENCES = 6
REACH_OF_IT_AND_THEY = 1
IT_AND_THEY = frozenset(["neuter", "plural"])
# What speaks for a candidate, in sentences of distance; chosen on the GUM corpus.
SUBJECT = 1.0
KNOWN_GENDER = 0.5
NOT_SURE_A_PERSON = -0.5  # Hamdan Salih, whose given name is in no list
ONE_UNKNOWN_WORD = -0.8  # besides: Wikinews
OBJECT_OF_ITS_OWN_SUBJECT = -1.0  # Ann saw her
OTHER_SIDE_OF_MARKS = -1.5
FREQUENT = 0.2
OFTEN = 5  # mentions; more say no more
CLEAR = 0.1  # a lead smaller than this decides nothing
# Whoever was named so many sentences before the score of the best comes nowhere near it.
TOO_FAR = SUBJECT + KNOWN_GENDER + FREQUENT * OFTEN + 2 * CLEAR


@once
def find_pronoun_words(doc: Document) -> tuple[int, ...]:
    """The words that take somebody up or own something, by number, also in *he'd*."""
    return tuple(compress(count(), map(PRONOUNS.__contains__, doc.stems)))


def find_pronouns(
    doc: Document, mentions: list[Found], quoted: list[bool], paragraphs: list[int]
) -> list[Found]:
    """Third-person pronouns with the entity that they take up; those that nobody can tell are left out.

    Args:
        mentions: names and roles, sorted.
        quoted: for each word whether it stands inside quotation marks.
    """
    resolved: list[Found] = []
    seen: list[Found] = []
    counts: dict[int, int] = defaultdict(int)
    owned = {found.start: found.draft for found in mentions if found.form in ("role", "group")}
    upcoming = 0
    for pronoun, gender in _pronouns(doc, paragraphs):
        while upcoming < len(mentions) and mentions[upcoming].start < pronoun.start:
            found = mentions[upcoming]
            seen.append(found)
            counts[id(found.draft)] += 1
            upcoming += 1
        draft = _choose(doc, pronoun, gender, seen, counts, quoted, owned.get(pronoun.start))
        if draft is None:
            continue
        pronoun.draft = draft
        pronoun.reason = NEAREST[gender]
        if gender in ("male", "female"):
            draft.kind = "person"
            draft.gender = draft.gender or gender
        seen.append(pronoun)
        counts[id(draft)] += 1
        resolved.append(pronoun)
    return resolved


def give_roles(doc: Document, mentions: list[Found], pronouns: list[Found]) -> None:
    """Join what a pronoun is said to be: *She was a nurse* gives the nurse to whom *she* takes up."""
    by_end = {pronoun.end: pronoun.draft for pronoun in pronouns if not pronoun.object}
    joined: dict[int, Draft] = {}
    for found in mentions:
        draft = found.draft
        if found.form != "role" or draft is None or draft.named or draft.kind != "person":
            continue
        before = doc.folded[max(0, found.start - LONGEST_VERB) : found.start].rsplit(maxsplit=1)
        if len(before) < 2 or before[1].lower() not in BECOMES:
            continue
        end = found.start - LONGEST_VERB + len(before[0]) if found.start >= LONGEST_VERB else len(before[0])
        person = by_end.get(end)
        if person is not None and person is not draft and _agrees(person, draft):
            joined.setdefault(id(draft), person)
    if not joined:
        return
    for found in mentions + pronouns:
        if found.draft is not None and (person := joined.get(id(found.draft))) is not None:
            found.draft = person
            found.reason = "is said to be the same"


def _agrees(one: Draft, other: Draft) -> bool:
    return not one.gender or not other.gender or one.gender == other.gender


def _pronouns(doc: Document, paragraphs: list[int]) -> Iterator[tuple[Found, str]]:
    stems, keys, starts = doc.stems, doc.keys, doc.words.starts
    sentences = doc.sentences.starts
    for word in find_pronoun_words(doc):
        stem = stems[word]
        if stem not in MAY_TAKE_UP or (
            stem == "it" and not (word + 1 < len(keys) and keys[word + 1] in IT_SAYS)
        ):
            continue
        start = starts[word]
        sentence = max(bisect_right(sentences, start) - 1, 0)
        places, end, paragraph = range(word, word + 1), start + len(stem), paragraphs[sentence]
        found = Found(start, end, places, "pronoun", None, "", sentence, paragraph)
        if keys[word] in OBJECTS:
            found.object = tag_words(doc)[word] == "PRP"
        yield found, GENDERS.get(stem, "neuter")


def _read_surroundings(doc: Document, found: Found) -> None:
    """Note whether a mention is a subject (beside a verb), and whether it stands behind *in*."""
    words, tags = doc.sentence_words[found.sentence], tag_words(doc)
    first, stop = found.places.start, found.places.stop
    if first == words.start:
        found.subject = True
        return
    before = doc.keys[first - 1]
    if stop < words.stop and tags[stop] == "RB":
        stop += 1
    found.placed = before in PLACING
    found.subject = (
        before in SAYING
        or doc.words.ends[found.places.stop - 1] > found.end + 2  # he'd
        or (stop < words.stop and tags[stop] in VERB_TAGS)
    )


def _choose(
    doc: Document,
    pronoun: Found,
    gender: str,
    seen: list[Found],
    counts: dict[int, int],
    quoted: list[bool],
    owned: Draft | None,
) -> Draft | None:
    """The best candidate, if its lead is clear; none is *her brother* for *her*, who is ``owned``."""
    weights: dict[int, tuple[float, float, float]] = {}
    best: dict[int, tuple[float, Draft]] = {}
    here, inside = pronoun.sentence, quoted[pronoun.places.start]
    earliest: float = here - (REACH_OF_IT_AND_THEY if gender in IT_AND_THEY else REACH_SENTENCES)
    for found in islice(reversed(seen), REACH_MENTIONS):
        sentence, draft = found.sentence, found.draft
        if sentence < earliest:
            break
        if draft is None or draft is owned or not _fits(draft, gender):
            continue
        if found.subject is None:
            _read_surroundings(doc, found)
        if found.placed and draft.kind == "unknown":
            continue
        number = id(draft)
        if number not in weights:
            weights[number] = _weigh(draft, gender, counts[number])
        frequent, known, unknown = weights[number]
        score = float(sentence - here) + (SUBJECT if found.subject else 0.0) + frequent + known + unknown
        if pronoun.object and found.subject and sentence == here:
            score += OBJECT_OF_ITS_OWN_SUBJECT
        if quoted[found.places.start] != inside:
            score += OTHER_SIDE_OF_MARKS
        if number not in best or score > best[number][0]:
            best[number] = score, draft
            earliest = max(earliest, here + score - TOO_FAR)
    ranked = sorted(best.values(), key=itemgetter(0), reverse=True)
    if not ranked or (len(ranked) > 1 and ranked[0][0] - ranked[1][0] < CLEAR):
        return None
    return ranked[0][1]


def _weigh(draft: Draft, gender: str, count: int) -> tuple[float, float, float]:
    """What speaks for an entity wherever it is named: how often, what is known of it, what is not."""
    frequent, known = FREQUENT * min(count, OFTEN), KNOWN_GENDER * (draft.gender == gender)
    if draft.kind != "unknown":
        return frequent, known, 0.0
    one_word = len(draft.name.split()) == 1
    return frequent, known + NOT_SURE_A_PERSON, ONE_UNKNOWN_WORD * one_word


def _fits(draft: Draft, gender: str) -> bool:
    if gender == "plural":
        return draft.gender == "plural"
    if gender == "neuter":
        return draft.kind == "organization" or draft.gender == "none"
    return draft.kind in ("person", "unknown") and draft.gender in ("", gender)
