"""Roles: *the mayor*, *a police spokeswoman*, *the company*, *officials*, joined where the text tells."""

from __future__ import annotations

from bisect import bisect_left
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from analysis.text.document import Document
from analysis.text.mentions.memory import TAKING_UP, Memory, organization_of, place_of, writing_of
from analysis.text.mentions.model import Draft, Found
from analysis.text.mentions.names import OFFICES
from analysis.text.phrases import NounPhrase, is_possessive
from analysis.text.remembered import Remembered
from analysis.text.tokenization import bare
from analysis.text.wordlists import (
    Role,
    load_organization_nouns,
    role_of,
)

BE = frozenset(["is", "was", "became", "becomes", "remains"])
DETERMINERS = frozenset(["the", "a", "an", "this", "that", "these", "those", "some", "many", "several"])
DEFINITE = frozenset(["the", "this", "that", "these", "those"])
OWNERS = frozenset(["his", "her", "their", "its"])
# These say too little to lead back to a name.
_GENERIC = "man woman men women person people boy girl child children friend member members one"
GENERIC = frozenset(_GENERIC.split())
# What says more of one without a name: a spokesman *for the port*; but not "the mayor *in Hull*".
DESCRIBING = frozenset(["of", "by", "for", "from", "at"])
LONG_DESCRIPTION = 80  # characters
# What stands between a noun and the name that it introduces: a man *named* Bob Roe.
CALLED = frozenset(["named", "called", "called the", "known as", "known as the", "nicknamed"])
LONG_GAP = 60  # characters between a name and its apposition, at most: a parenthesis


def find_roles(
    doc: Document, names: list[Found], paragraphs: list[int], phrases: list[list[NounPhrase]]
) -> list[Found]:
    """Mentions by role, joined to the entities of ``names`` or to new ones without a name; in no order.

    Args:
        paragraphs: number of the paragraph of each sentence.
        phrases: the noun phrases of each sentence.
    """
    folded = doc.folded
    heads = [[HEADS[folded[p.head_start : p.head_end].lower()] for p in here] for here in phrases]
    given = _given_in_sentences(doc, names, phrases, heads, paragraphs)
    taken = {found.start for found in given}
    in_names = {doc.words.starts[word] for name in names for word in name.places}
    introduced = sorted(names + given, key=attrgetter("start"))
    memory = Memory()
    place = 0
    found = list(given)
    for number, in_sentence in enumerate(phrases):
        for phrase, head in zip(in_sentence, heads[number], strict=True):
            if not head.may_take_up or phrase.start in taken or phrase.head_start in in_names:
                continue  # most phrases
            while place < len(introduced) and introduced[place].start < phrase.start:
                memory.note(introduced[place], doc)
                place += 1
            if (mention := _taken_up(doc, phrase, head, memory, number, paragraphs[number])) is not None:
                found.append(mention)
                memory.note(mention)
    return found


class Head(NamedTuple):
    """The head of a phrase in lower case, and what it says of whom the phrase names."""

    key: str
    role: Role | None
    may_take_up: bool  # whether the phrase may be a mention without a name


def read_head(key: str) -> Head:
    """What is known of a noun in lower case; `HEADS` keeps it."""
    role = role_of(key)
    listed = key in load_organization_nouns() or key in TAKING_UP
    return Head(key, role, bool(listed or role or _several_organizations(key)))


HEADS = Remembered(read_head)


def _given_in_sentences(
    doc: Document,
    names: list[Found],
    phrases: list[list[NounPhrase]],
    heads: list[list[Head]],
    paragraphs: list[int],
) -> list[Found]:
    """Roles that a sentence itself gives to a name: by apposition, by *is*, by standing before it."""
    found: list[Found] = []
    for number, in_sentence in groupby(names, key=attrgetter("sentence")):
        here = list(in_sentence)
        starts = [name.start for name in here]
        ends = {name.end for name in here}
        last: tuple[int, Draft, str] | None = None
        for phrase, (key, role, _) in zip(phrases[number], heads[number], strict=True):
            if role is None and phrase.head_end not in ends:
                continue  # most phrases
            after = bisect_left(starts, phrase.start)
            result = _given(doc, phrase, key, role, here[max(0, after - 1) : after + 3])
            if result is None and role is not None and last is not None and _goes_on(doc, last[0], phrase):
                result = last[1:]
                result[0].roles.add(key)
            if result is not None:
                last = phrase.full_end, *result
                found.append(_found(doc, phrase, *result, number, paragraphs[number]))
    return found


def _goes_on(doc: Document, end: int, phrase: NounPhrase) -> bool:
    """Whether a role follows one that ended: *Ann Lee, the mayor of Hull and the founder of the choir*."""
    return doc.folded[end : min(phrase.start, end + LONG_GAP)].strip() in ("and", ", and")


def _given(
    doc: Document, phrase: NounPhrase, key: str, role: Role | None, names: list[Found]
) -> tuple[Draft, str] | None:
    """The entity to which the sentence gives this role, and how; names are those around the phrase."""
    if role is not None and role.label != "role":
        role = None
    for name in names:
        draft = name.draft
        if draft is None:
            continue
        if phrase.start < name.start and name.end == phrase.head_end:
            _give_inner(doc, phrase, name, draft)
            for other in names:  # the *Bank of Hull* chairman Ann Lee: the phrase begins at *Hull*
                if other.start < phrase.start < other.end:
                    name.head_of = other.start
            return None
        inside = name.start <= phrase.head_start < name.end
        if role is None or inside or key.endswith("s") or draft.kind not in ("person", "unknown"):
            continue
        if name.end < phrase.start:
            between = doc.folded[name.end : min(phrase.start, name.end + LONG_GAP)].strip()
            if between.startswith("(") and ")" in between:
                between = between[between.index(")") + 1 :].strip()
            apposition = between == "," and _closed(doc, phrase)
            if apposition or between.lower() in BE:
                _give(draft, key, role.gender)
                draft.roles.add(_modified(_words(doc, phrase)))
                return (
                    draft,
                    f"{'stands in apposition to' if apposition else 'is said to be'} {draft.name}",
                )
        elif phrase.end < name.start:
            between = doc.folded[phrase.end : min(name.start, phrase.end + LONG_GAP)]
            if between.strip().lower() in CALLED and not key.endswith("s"):
                _give(draft, key, role.gender)
                return draft, f"is called {draft.name}"
            link, *office = between.split() or [""]
            if phrase.full_end >= name.end and link == "of" and office and OFFICES.issuperset(office):
                _give(draft, key, role.gender)
                return draft, f"the office of {draft.name}"
            if phrase.full_end >= name.end and between.count(",") == 1 and between.rstrip().endswith(","):
                _give(draft, key, role.gender)
                return draft, f"stands in apposition to {draft.name}"
    return None


def _give_inner(doc: Document, phrase: NounPhrase, name: Found, draft: Draft) -> None:
    """Read the words of a phrase in front of its name: *union spokesman Bob Roe*."""
    name.head_of = phrase.start
    before = doc.folded[phrase.start : name.start].split()
    if before and before[-1].islower() and (role := role_of(before[-1])) is not None:
        _give(draft, before[-1], role.gender)


def _closed(doc: Document, phrase: NounPhrase) -> bool:
    """Whether a comma or stop closes an apposition, so that it is no subject of its own."""
    if phrase.surface.split()[0][0].islower() and _modified(_words(doc, phrase)) == phrase.surface.lower():
        return True  # without an article no subject: president of the union
    behind = doc.folded[phrase.full_end : phrase.full_end + 2].strip()
    return not behind or behind[0] in ",.;:-–—)'\""


def _give(draft: Draft, role: str, gender: str) -> None:
    draft.roles.add(role)
    draft.kind = "person"
    draft.gender = draft.gender or gender


def _words(doc: Document, phrase: NounPhrase) -> list[str]:
    """The words of a phrase in lower case."""
    return doc.folded[phrase.start : phrase.end].lower().split()


def _modified(words: list[str]) -> str:
    """The words of a phrase without its determiner: *former president*."""
    return " ".join(words[1:] if words[0] in DETERMINERS and len(words) > 1 else words)


def _taken_up(
    doc: Document, phrase: NounPhrase, head: Head, memory: Memory, sentence: int, paragraph: int
) -> Found | None:
    """A role that leads back to an entity, or a new entity known by its role."""
    if phrase.kind in ("pronoun", "time"):
        return None
    key = head.key
    words = _words(doc, phrase)
    definite, modified = words[0] in DEFINITE, _modified(words)
    role = head.role or _several_organizations(key)
    is_organization = key in load_organization_nouns()
    if is_organization:
        owner = _owner(doc, phrase)
        owned = bool(owner)
        of_owner = memory.by_role.get(f"{owner} {key}" if owned else modified)
        if owned or (" " in modified and of_owner):  # Ann Lee's campaign, the Lee campaign
            same = of_owner[-1] if of_owner else Draft("organization", [], named=False)
            same.roles |= {f"{owner} {key}" if owned else modified, key}
            return _found(doc, phrase, same, f"the {key} of the same owner", sentence, paragraph)
        if not definite:
            return None
        draft = organization_of(key, modified, memory, paragraph)
        if draft is not None:
            return _found(doc, phrase, draft, f"the {key} named last", sentence, paragraph)
        draft = Draft("organization", [], named=False, roles={key, modified})
        return _found(doc, phrase, draft, "known by its kind only", sentence, paragraph)
    if definite and modified == key:
        named = place_of(key, memory, paragraph) or writing_of(key, memory, paragraph)
        if named is not None:
            memory.give(named, key)
            return _found(doc, phrase, named, f"the {key} named last", sentence, paragraph)
    if role is None:
        return None
    plural = phrase.tag in ("NNS", "NNPS") or key == "people" or role.label == "group"
    drafts = [d for d in memory.by_role.get(modified, ()) if (d.gender == "plural") == plural]
    drafts = [d for d in drafts if not (d.named and key in GENERIC)]
    if definite and len(drafts) > 1:
        near = [d for d in drafts if memory.last_paragraph[id(d)] >= paragraph - 1]
        drafts = [max(near, key=lambda d: memory.last_start[id(d)])] if near else drafts
    if len(drafts) == 1 and (definite or plural or _owner(doc, phrase)):
        reason = f"the {modified} named last" + (f": {drafts[0].name}" if drafts[0].name else "")
        return _found(doc, phrase, drafts[0], reason, sentence, paragraph)
    if definite and len(drafts) > 1:
        return None
    kind, gender = ("group", "plural") if plural else ("person", role.gender)
    if role.label == "document":
        kind, gender = "unknown", "none"
    draft = Draft(kind, [], gender, named=False, roles={key, modified})
    return _found(doc, phrase, draft, "known by a role only", sentence, paragraph)


def _owner(doc: Document, phrase: NounPhrase) -> str:
    """Who owns what a phrase names, by the last word: *lee* in "Ann Lee's campaign", *her*; else ""."""
    words = doc.words.inside(phrase.start, phrase.head_start)
    for word in reversed(words):
        key = doc.keys[word]
        if key in OWNERS or is_possessive(key):
            return bare(key)
    return ""


def _several_organizations(key: str) -> Role | None:
    """*Unions*, *companies*: a group, as *workers* are."""
    singular = key[:-3] + "y" if key.endswith("ies") else key.removesuffix("s")
    return Role("group", "") if singular != key and singular in load_organization_nouns() else None


def _found(
    doc: Document, phrase: NounPhrase, draft: Draft, reason: str, sentence: int, paragraph: int
) -> Found:
    form = "group" if draft.gender == "plural" else "role"
    if not draft.named and len((described := _description(doc, phrase)).split()) > len(
        draft.described.split()
    ):
        draft.described = described
    places = doc.words.inside(phrase.start, phrase.end)
    return Found(phrase.start, phrase.end, places, form, draft, reason, sentence, paragraph)


def _description(doc: Document, phrase: NounPhrase) -> str:
    """A phrase with what tells its bearer from others: *a spokesman for the port*."""
    if phrase.full_end - phrase.start > LONG_DESCRIPTION:
        return phrase.surface
    behind = doc.folded[phrase.end : phrase.full_end].split(maxsplit=1)
    whole = bool(behind) and behind[0] in DESCRIBING and "," not in behind[1]
    return " ".join(doc.text[phrase.start : phrase.full_end if whole else phrase.end].split())
