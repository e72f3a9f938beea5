"""Noun phrases that may be roles, and mentions made of them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from analysis.text.document import Document
from analysis.text.mentions.memory import TAKING_UP
from analysis.text.mentions.model import Draft, Found
from analysis.text.phrases import NounPhrase
from analysis.text.remembered import Remembered
from analysis.text.wordlists import PERSON_ENDINGS, Role, load_organization_nouns, load_roles, role_of

DETERMINERS = frozenset(["the", "a", "an", "this", "that", "these", "those", "some", "many", "several"])
# What says more of one without a name: a spokesman *for the port*; but not "the mayor *in Hull*".
DESCRIBING = frozenset(["of", "by", "for", "from", "at"])
LONG_DESCRIPTION = 80  # characters


class Head(NamedTuple):
    """The head of a phrase that may be a mention without a name, and what it says of whom it names."""

    key: str  # in lower case
    role: Role | None
    is_organization: bool
    for_one: bool  # whether it may say what one person is


# A phrase whose head may be a role, or that goes on in front of a name (*union spokesman Bob Roe*); its head;
# number of its sentence.
RolePhrase = tuple[NounPhrase, Head | None, int]


def read_head(key: str) -> Head | None:
    """What is known of a noun in lower case, if it may name somebody; `HEADS` keeps it."""
    role, is_organization = role_of(key), key in load_organization_nouns()
    if role is None and not is_organization and key not in TAKING_UP and not several_organizations(key):
        return None
    return Head(
        key, role, is_organization, role is not None and role.label == "role" and not key.endswith("s")
    )


HEADS = Remembered(read_head)
# The last letters of nouns that are roles by their endings: three in four nouns need not be looked up.
LAST_LETTERS = frozenset([(e + s)[-3:] for e in (*PERSON_ENDINGS, "men") for s in ("", "s")])


@cache
def listed_nouns() -> frozenset[str]:
    """Every form of the nouns in the lists that `read_head` asks."""
    roles, organizations = load_roles(), load_organization_nouns()
    forms = {
        form for role in roles for form in (role, role + "s", role + "es", role.replace("woman", "women"))
    }
    forms.update(organizations, TAKING_UP, ["people"])
    forms.update([noun + "s" for noun in organizations])
    forms.update([noun[:-1] + "ies" for noun in organizations if noun.endswith("y")])
    return frozenset(forms)


def several_organizations(key: str) -> Role | None:
    """*Unions*, *companies*: a group, as *workers* are."""
    singular = key[:-3] + "y" if key.endswith("ies") else key.removesuffix("s")
    return Role("group", "") if singular != key and singular in load_organization_nouns() else None


def find_role_phrases(
    doc: Document, names: list[Found], phrases: Sequence[Sequence[NounPhrase]]
) -> list[RolePhrase]:
    """The few phrases of a document at which anything can be found, in order."""
    folded, listed = doc.folded, listed_nouns()
    begin = {name.end: name.start for name in names}
    found: list[RolePhrase] = []
    for sentence, in_sentence in enumerate(phrases):
        for phrase in in_sentence:
            end = phrase.head_end
            key = folded[phrase.head_start : end].lower()
            head = HEADS[key] if key in listed or key[-3:] in LAST_LETTERS else None
            if head is not None or (end in begin and phrase.start < begin[end]):
                found.append((phrase, head, sentence))
    return found


def words_of(doc: Document, phrase: NounPhrase) -> list[str]:
    """The words of a phrase in lower case."""
    return doc.folded[phrase.start : phrase.end].lower().split()


def without_determiner(words: list[str]) -> str:
    """The words of a phrase without its determiner: *former president*."""
    return " ".join(words[1:] if words[0] in DETERMINERS and len(words) > 1 else words)


def make_mention(
    doc: Document, phrase: NounPhrase, draft: Draft, reason: str, sentence: int, paragraph: int
) -> Found:
    """A phrase as a mention of an entity, which it may describe more fully than all before."""
    form = "group" if draft.gender == "plural" else "role"
    if not draft.named:
        described = _description(doc, phrase)
        if described.count(" ") > draft.described.count(" ") or not draft.described:
            draft.described = described
    places = doc.words.inside(phrase.start, phrase.end)
    return Found(phrase.start, phrase.end, places, form, draft, reason, sentence, paragraph)


def _description(doc: Document, phrase: NounPhrase) -> str:
    """A phrase with what tells its bearer from others: *a spokesman for the port*."""
    if phrase.full_end - phrase.start > LONG_DESCRIPTION:
        return phrase.surface
    end = phrase.end
    if phrase.full_end > end:
        behind = doc.folded[end : phrase.full_end].split(maxsplit=1)
        if behind and behind[0] in DESCRIBING and "," not in behind[1]:
            end = phrase.full_end
    return " ".join(doc.text[phrase.start : end].split())
