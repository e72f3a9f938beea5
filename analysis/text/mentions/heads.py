"""Whom a stretch of text names: its head, not all who stand in it (*Ann Lee’s lawyer* is the lawyer)."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from analysis.text.document import Document
from analysis.text.mentions.habits import end_of
from analysis.text.mentions.model import Mention
from analysis.text.mentions.pronouns import OWNERS, find_pronoun_words
from analysis.text.phrases import NounPhrase, is_possessive

OVERLAP = 3  # mentions in front of a stretch that may reach into it
# Who owns these speaks by them: "her answer was", "Ann Lee’s statement said".
_WORDS = """
account accounts address admission advice answer answers argument arguments claim claims comment comments
complaint criticism declaration description explanation insistence memoir message note office opinion
plea pledge prediction promise proposal question questions quote remark remarks reply response rhetoric
speech speeches statement statements suggestion talk testimony text version view views warning words writing
writings
"""
WORDS = frozenset(_WORDS.split())


def entity_at(mentions: list[Mention], start: int, end: int) -> int | None:
    """The entity that a stretch of text names, such as the speaker of a quotation.

    Returns: the entity of the head of the stretch (*Fallon* in "Clinton aide Brian Fallon, a lawyer"), or
    None if nobody known is named in it, or only the owner of the one who is (*her* in "her sister").

    >>> from analysis.text.document import make_document
    >>> from analysis.text.mentions import find_mentions
    >>> doc = make_document("Lee campaign spokesman Bob Roe, a lawyer, left. Ann Lee stayed.")
    >>> mentions = find_mentions(doc)
    >>> entity = entity_at(mentions, 0, 40)
    >>> [m.surface for m in mentions if m.entity == entity]
    ['Bob Roe', 'a lawyer']
    """
    inside = _inside(mentions, start, end)
    for mention in inside:
        if (mention.start, mention.end) == (start, end):
            return mention.entity
    heads = [m for m in inside if m.head_of <= start and not _only_owns(m, end)]
    if heads:
        return heads[-1].entity
    rest = [m for m in inside if m.form != "pronoun" and not _only_owns(m, end)]
    return rest[0].entity if rest else None


def _inside(mentions: list[Mention], start: int, end: int) -> list[Mention]:
    """The mentions in a stretch, and those that end in it: *Sen. Ann Lee* names whom *Ann Lee* names."""
    first = bisect_left(mentions, (start,))
    found = [m for m in mentions[max(0, first - OVERLAP) : first] if start < m.end <= end]
    return found + mentions[first : bisect_left(mentions, (end,), first)]


def _only_owns(mention: Mention, end: int) -> bool:
    """Whether a mention says whose the head is: *her sister*, *Ann Lee’s sister*; but not *her words*."""
    return bool(mention.owns) and mention.end + len("’s") < end and mention.owns not in WORDS


def find_owned(doc: Document, phrases: Sequence[Sequence[NounPhrase]]) -> dict[int, str]:
    """End of each owner (without *’s*) -> the noun owned: *sister* at the end of *Lee* in "Lee’s sister"."""
    in_order = [phrase for in_sentence in phrases for phrase in in_sentence]
    starts = [phrase.start for phrase in in_order]
    owned: dict[int, str] = {}
    last = len(doc.keys) - 1
    owners = [word for word in doc.apostrophes if word < last and is_possessive(doc.keys[word])]
    owners += [word for word in find_pronoun_words(doc) if word < last and doc.keys[word] in OWNERS]
    for word in owners:
        start = doc.words.starts[word]
        place = bisect_right(starts, start) - 1
        if place >= 0 and start < in_order[place].head_start:
            noun = doc.folded[in_order[place].head_start : in_order[place].head_end].lower()
        else:  # tags mislead: Ann Lee's hopes
            noun = doc.keys[word + 1]
        owned[end_of(doc, word)] = noun
    return owned
