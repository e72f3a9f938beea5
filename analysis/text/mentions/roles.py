"""Roles: *the mayor*, *a police spokeswoman*, *the company*, *officials*, joined where the text tells."""

from __future__ import annotations

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

DEFINITE = frozenset(["the", "this", "that", "these", "those"])
OWNERS = frozenset(["his", "her", "their", "its"])
# These say too little to lead back to a name.
_GENERIC = "man woman men women person people boy girl child children friend member members one"
GENERIC = frozenset(_GENERIC.split())


def find_roles(
    doc: Document, names: list[Found], paragraphs: list[int], phrases: list[list[NounPhrase]]
) -> list[Found]:
    """Mentions by role, joined to the entities of ``names`` or to new ones without a name; in no order.

    Args:
        paragraphs: number of the paragraph of each sentence.
        phrases: the noun phrases of each sentence.
    """
    candidates = find_role_phrases(doc, names, phrases)
    given = find_given_roles(doc, names, candidates, paragraphs)
    taken = {found.start for found in given}
    in_names = {doc.words.starts[word] for name in names for word in name.places}
    introduced = sorted(names + given, key=attrgetter("start"))
    memory = Memory()
    place = 0
    found = list(given)
    for phrase, head, sentence in candidates:
        if head is None or phrase.start in taken or phrase.head_start in in_names:
            continue
        while place < len(introduced) and introduced[place].start < phrase.start:
            memory.note(introduced[place], doc)
            place += 1
        if (mention := _taken_up(doc, phrase, head, memory, sentence, paragraphs[sentence])) is not None:
            found.append(mention)
            memory.note(mention)
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
        of_owner = memory.by_role.get(f"{owner} {key}" if owned else modified)
        if owned or (" " in modified and of_owner):  # Ann Lee's campaign, the Lee campaign
            same = of_owner[-1] if of_owner else Draft("organization", {}, named=False)
            same.roles |= {f"{owner} {key}" if owned else modified, key}
            return make_mention(doc, phrase, same, f"the {key} of the same owner", sentence, paragraph)
        if not definite:
            return None
        draft = organization_of(key, modified, memory, paragraph)
        if draft is not None:
            return make_mention(doc, phrase, draft, f"the {key} named last", sentence, paragraph)
        draft = Draft("organization", {}, named=False, roles={key, modified})
        return make_mention(doc, phrase, draft, "known by its kind only", sentence, paragraph)
    if definite and modified == key:
        named = place_of(key, memory, paragraph) or writing_of(key, memory, paragraph)
        if named is not None:
            memory.give(named, key)
            return make_mention(doc, phrase, named, f"the {key} named last", sentence, paragraph)
    role = head.role or several_organizations(key)
    if role is None:
        return None
    plural = phrase.tag in ("NNS", "NNPS") or key == "people" or role.label == "group"
    drafts = [d for d in memory.by_role.get(modified, ()) if (d.gender == "plural") == plural]
    drafts = [d for d in drafts if not (d.named and key in GENERIC)]
    if definite and len(drafts) > 1:
        near = [d for d in drafts if memory.last[id(d)].paragraph >= paragraph - 1]
        drafts = [max(near, key=lambda d: memory.last[id(d)].start)] if near else drafts
    if len(drafts) == 1 and (definite or plural or _owner(doc, phrase)):
        reason = f"the {modified} named last" + (f": {drafts[0].name}" if drafts[0].name else "")
        return make_mention(doc, phrase, drafts[0], reason, sentence, paragraph)
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
