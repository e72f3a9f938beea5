"""Who is named in a text, and which mentions mean the same person, organization or group.

Names come first (*Maryam Rajavi*), then their short forms (*Mrs. Rajavi*, *Rajavi*), then roles that the
text gives them (*the president-elect*), then pronouns (*she*). What cannot be told is left out. *I* and
*we* are left out too: whose they are, the quotation around them says.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from operator import attrgetter

from analysis.text.document import Document, once
from analysis.text.making import maker
from analysis.text.mentions.heads import entity_at, find_owned
from analysis.text.mentions.joining import join_names
from analysis.text.mentions.model import FORMS, KINDS, Entity, Found, Mention
from analysis.text.mentions.names import find_names
from analysis.text.mentions.pronouns import find_pronouns, give_roles
from analysis.text.mentions.roles import find_roles
from analysis.text.phrases import NounPhrase, find_all_noun_phrases

__all__ = [
    "FORMS",
    "KINDS",
    "Entity",
    "Mention",
    "entity_at",
    "find_entities",
    "find_mentions",
]

_mention = maker(Mention)
_PLACE = attrgetter("start", "end")
OPENING = frozenset("“«„")
# Two single marks are a double one. Each alternative begins with a letter of its own, as `re` searches fast.
_MARK = re.compile("'(?=')|\"|“|”|«|»|„")


def find_mentions(doc: Document) -> list[Mention]:
    """Every mention of a person, organization, group or place, joined to its entity.

    Returns: one mention a place, sorted by start; a role may hold a name (*the mayor of Hull*). ``entity``
    counts from 1, by first mention.

    Limits: two people with one last name are told apart only by title or first name: in a text on *Ann Lee*
    and *Bob Lee* a bare *Lee* goes to the one named more often. A pronoun goes to the nearest fitting
    subject: *Ann told Eve that she had won* gives Ann.

    Source: own definition.

    >>> from analysis.text.document import make_document
    >>> doc = make_document("Ann Lee, the mayor, spoke. Mrs. Lee said she would stay. The mayor smiled.")
    >>> [(m.surface, m.form, m.entity) for m in find_mentions(doc)]
    [('Ann Lee', 'name', 1), ('the mayor', 'role', 1), ('Mrs. Lee', 'title', 1), ('she', 'pronoun', 1),
     ('The mayor', 'role', 1)]
    """
    return list(_read(doc)[0])


def find_entities(doc: Document, mentions: list[Mention]) -> list[Entity]:
    """The entities of mentions, in the order of their numbers.

    Returns: one entity an actor, under the fullest name that the text gives it.

    >>> from analysis.text.document import make_document
    >>> doc = make_document("Lee spoke. Ann Lee of the Hull Port Authority (HPA) said she would stay.")
    >>> [(e.name, e.kind, len(e.mentions)) for e in find_entities(doc, find_mentions(doc))]
    [('Ann Lee', 'person', 3), ('Hull Port Authority', 'organization', 2)]
    """
    known = _read(doc)[1]
    spans: dict[int, list[tuple[int, int]]] = {}
    for mention in mentions:
        spans.setdefault(mention.entity, []).append((mention.start, mention.end))
    return [Entity(number, *known[number], tuple(spans[number])) for number in sorted(spans)]


@once
def _read(doc: Document) -> tuple[tuple[Mention, ...], dict[int, tuple[str, str]]]:
    """The mentions of a document, and name and kind of each entity."""
    phrases = find_all_noun_phrases(doc)
    found = _find_all(doc, phrases)
    owned, text = find_owned(doc, phrases), doc.text
    known: dict[int, tuple[str, str]] = {}
    mentions = []
    for place in found:
        draft = place.draft
        if draft is None:
            continue
        start, end = place.start, place.end
        surface = text[start:end]
        if not draft.number:
            draft.number = len(known) + 1
            known[draft.number] = (draft.name or surface, draft.kind)
        head_of = start if place.head_of < 0 else place.head_of
        row = (start, end, surface, place.form, draft.number, place.reason, head_of, owned.get(end, ""))
        mentions.append(_mention(row))
    return tuple(mentions), known


def _find_all(doc: Document, phrases: Sequence[Sequence[NounPhrase]]) -> list[Found]:
    """Names, then roles, then pronouns, sorted by place."""
    paragraphs = _paragraph_of_sentences(doc)
    quoted = find_quoted_words(doc)
    written = find_names(doc)
    names = []
    for name, (draft, reason) in zip(written, join_names(written), strict=True):
        form = "title" if name.title else "group" if name.kind == "people" else "name"
        number = name.sentence
        names.append(
            Found(name.start, name.end, name.places, form, draft, reason, number, paragraphs[number])
        )
    named = sorted(names + find_roles(doc, names, paragraphs, phrases), key=_PLACE)
    pronouns = find_pronouns(doc, named, quoted, paragraphs)
    give_roles(doc, named, pronouns)
    return sorted(named + pronouns, key=_PLACE)


def _paragraph_of_sentences(doc: Document) -> list[int]:
    return [max(doc.paragraphs.holding(start) or 0, 0) for start in doc.sentences.starts]


def find_quoted_words(doc: Document) -> list[bool]:
    """For each word whether double marks enclose it; each paragraph begins outside.

    A rough reading, enough to weigh pronouns by: `measures/quotation` reads marks with care.
    """
    starts = doc.words.starts
    quoted = [False] * len(starts)
    for start, end in doc.paragraphs.pairs():
        opened: int | None = None
        for mark in _MARK.finditer(doc.text, start, end):
            turns = mark.group() in "\"'"
            if opened is None and (turns or mark.group() in OPENING):
                opened = mark.start()
            elif opened is not None and (turns or mark.group() not in OPENING):
                _mark_inside(quoted, starts, opened, mark.start())
                opened = None
        if opened is not None:
            _mark_inside(quoted, starts, opened, end)
    return quoted


def _mark_inside(quoted: list[bool], starts: tuple[int, ...], opened: int, closed: int) -> None:
    first, last = bisect_right(starts, opened), bisect_right(starts, closed)
    quoted[first:last] = [True] * (last - first)
