"""What the search for mentions finds: mentions, and the entities that they name."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

FORMS = ("name", "title", "role", "group", "pronoun")
KINDS = ("person", "organization", "group", "place", "unknown")


class Mention(NamedTuple):
    """One place where somebody or something is named: ``text[start:end] == surface``.

    Attributes:
        form: name (*Ann Lee*, *Lee*), title (*Mrs. Lee*), role (*the mayor*, *the company*), group
            (*officials*, *Democrats*) or pronoun (*she*).
        entity: number of the entity, from 1.
        reason: why it was joined to that entity, for a reader.
        head_of: start of the noun phrase whose head it is: in "Lee campaign spokesman Bob Roe" that of *Lee*
            for *Bob Roe*; its own start elsewhere.
        owns: the noun that it owns, in lower case: *sister* for *Ann Lee* in "Ann Lee’s sister"; else "".
    """

    start: int
    end: int
    surface: str
    form: str
    entity: int
    reason: str
    head_of: int = -1
    owns: str = ""


class Entity(NamedTuple):
    """One actor of a text with all its mentions.

    Attributes:
        entity: its number, from 1, by first mention.
        name: the fullest name that the text gives it; of one without a name the fullest description (*a
            spokesman for the port*).
        kind: person, organization, group, place or unknown.
        mentions: (start, end) of each mention.
    """

    entity: int
    name: str
    kind: str
    mentions: tuple[tuple[int, int], ...]


@dataclass(slots=True)
class Draft:
    """An entity while the text is still being read: what is known of it so far."""

    kind: str
    names: dict[tuple[str, ...], str]  # the names in the text, each as words and as it stands
    gender: str = ""  # male, female, plural or "" (not known)
    named: bool = True  # False: known by a role only (a police spokeswoman)
    roles: set[str] = field(default_factory=set)  # that the text gives it, in lower case
    described: str = ""  # the fullest description of one who has no name
    number: int = 0  # from 1, once its first mention is known

    @property
    def name(self) -> str:
        """The fullest name; among names of the same number of words the first."""
        return self.names[max(self.names, key=len)] if self.names else self.described


@dataclass(slots=True)
class Found:
    """A mention while its entity may still be open (None)."""

    start: int
    end: int
    places: range  # numbers of its words
    form: str
    draft: Draft | None
    reason: str
    sentence: int
    paragraph: int
    object: bool = False  # of a pronoun: saw *her*
    subject: bool | None = None  # None: nobody has asked
    placed: bool = False  # behind "in" or "at"
    head_of: int = -1
