"""Roles: *the mayor*, *a police spokeswoman*, *the company*, *officials*, joined where the text tells."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import chain
from operator import attrgetter

from analysis.text.document import Document
from analysis.text.mentions.given_roles import find_given_roles
from analysis.text.mentions.memory import Memory, organization_of, place_of, writing_of
from analysis.text.mentions.model import Draft, Found
from analysis.text.mentions.role_phrases import (
    Head,
    find_role_phrases,
    make_mention,
    several_organizations,
    without_determiner,
    words_of,
)
from analysis.text.phrases import NounPhrase, is_possessive
from analysis.text.tokenization import bare

_START = attrgetter("start")
NAMED_LAST = "the last of those so called"
DEFINITE = frozenset(["the", "this", "that", "these", "those"])
OWNERS = frozenset(["his", "her", "their", "its"])
# These say too little to lead back to a name.
_GENERIC = "man woman men women person people boy girl child children friend member members one"
GENERIC = frozenset(_GENERIC.split())


def find_roles(
    doc: Document, names: list[Found], paragraphs: list[int], phrases: Sequence[Sequence[NounPhrase]]
) -> list[Found]:
    """Mentions by role, joined to the entities of ``names`` or to new ones without a name; in no order.

    Args:
        paragraphs: number of the paragraph of each sentence.
        phrases: the noun phrases of each sentence.
    """
    candidates = find_role_phrases(doc, names, phrases)
    given = find_given_roles(doc, names, candidates, paragraphs)
    taken = {found.start for found in given}
    in_names = set(map(doc.words.starts.__getitem__, chain.from_iterable([name.places for name in names])))
    introduced = sorted(names + given, key=_START)
    starts = [mention.start for mention in introduced]
    memory = Memory()
    place = 0
    found = list(given)
    for phrase, head, sentence in candidates:
        if head is None or phrase.start in taken or phrase.head_start in in_names:
            continue
        following = bisect_left(starts, phrase.start, place)
        memory.note(introduced[place:following])
        place = following
        if (mention := _taken_up(doc, phrase, head, memory, sentence, paragraphs[sentence])) is not None:
            found.append(mention)
            memory.note([mention])
    return found


def _taken_up(
    doc: Document, phrase: NounPhrase, head: Head, memory: Memory, sentence: int, paragraph: int
) -> Found | None:
    """A role that leads back to an entity, or a new entity known by its role."""
    if phrase.kind in ("pronoun", "time"):
        return None
    key = head.key
    words = words_of(doc, phrase)
    definite, modified = words[0] in DEFINITE, without_determiner(words)
    if head.is_organization:
        owner = _owner(doc, phrase)
        owned = bool(owner)
        of_owner = memory.called(f"{owner} {key}" if owned else modified)
        if owned or (" " in modified and of_owner):  # Ann Lee's campaign, the Lee campaign
            same = of_owner[-1] if of_owner else Draft("organization", {}, named=False)
            same.roles |= {f"{owner} {key}" if owned else modified, key}
            return make_mention(doc, phrase, same, "has the same owner", sentence, paragraph)
        if not definite:
            return None
        draft = organization_of(doc, key, modified, memory, paragraph)
        if draft is not None:
            return make_mention(doc, phrase, draft, NAMED_LAST, sentence, paragraph)
        draft = Draft("organization", {}, named=False, roles={key, modified})
        return make_mention(doc, phrase, draft, "known by its kind only", sentence, paragraph)
    if definite and modified == key:
        named = place_of(doc, key, memory, paragraph) or writing_of(doc, key, memory, paragraph)
        if named is not None:
            memory.give(named, key)
            return make_mention(doc, phrase, named, NAMED_LAST, sentence, paragraph)
    role = head.role or several_organizations(key)
    if role is None:
        return None
    plural = phrase.tag in ("NNS", "NNPS") or key == "people" or role.label == "group"
    drafts = [
        draft
        for draft in memory.called(modified)
        if (draft.gender == "plural") == plural and not (draft.named and key in GENERIC)
    ]
    if definite and len(drafts) > 1:
        latest = memory.latest(drafts)
        if latest is not None and memory.last[id(latest)].paragraph >= paragraph - 1:
            drafts = [latest]
    if len(drafts) == 1 and (definite or plural or _owner(doc, phrase)):
        return make_mention(doc, phrase, drafts[0], NAMED_LAST, sentence, paragraph)
    if definite and len(drafts) > 1:
        return None
    kind, gender = ("group", "plural") if plural else ("person", role.gender)
    if role.label == "document":
        kind, gender = "unknown", "none"
    draft = Draft(kind, {}, gender, named=False, roles={key, modified})
    return make_mention(doc, phrase, draft, "known by a role only", sentence, paragraph)


def _owner(doc: Document, phrase: NounPhrase) -> str:
    """Who owns what a phrase names, by the last word: *lee* in "Ann Lee's campaign", *her*; else ""."""
    words = doc.words.inside(phrase.start, phrase.head_start)
    for word in reversed(words):
        key = doc.keys[word]
        if key in OWNERS or is_possessive(key):
            return bare(key)
    return ""
