"""Names joined to entities: *Maryam Rajavi*, *Mrs. Rajavi* and *Rajavi* are one person."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterator, Sequence

from analysis.text.mentions.habits import PARTICLES
from analysis.text.mentions.model import Draft
from analysis.text.mentions.names import Name
from analysis.text.remembered import Remembered
from analysis.text.wordlists import load_given_names, load_roles

SUFFIXES = frozenset(["Jr", "Sr", "II", "III", "IV"])
KIND_OF_ENTITY = {"acronym": "organization", "given": "person", "people": "group"}
LAST_NAME = "the last name"
REMEMBERED = 16  # entities of one last name
SAME_PLACE = {
    "US": "United States", "U.S": "United States", "U.S.": "United States", "USA": "United States",
    "U.S.A.": "United States", "America": "United States", "UK": "United Kingdom", "U.K.": "United Kingdom",
    "Britain": "United Kingdom", "EU": "European Union", "UN": "United Nations", "U.N.": "United Nations",
}  # fmt: skip


def join_names(names: Sequence[Name]) -> list[tuple[Draft, str]]:
    """The entity of each name and the reason."""
    book = _Book()
    joined: dict[int, tuple[Draft, str]] = {}
    # Fuller names first, so that a headline's bare "Lee" finds the "Ann Lee" that comes behind it.
    for number, name in enumerate(names):
        if len(name.words) > 1 and name.words[0].lower() not in PARTICLES:
            joined[number] = found = book.full(name)
            book.seen[id(found[0])].append(number)
    for number, name in enumerate(names):
        if name.title and number not in joined:
            joined[number] = found = book.titled(name, number)
            insort(book.seen[id(found[0])], number)
    return [joined.get(number) or book.bare(name, number) for number, name in enumerate(names)]


class _Book:
    """The entities so far, by the ways in which a name may lead to them."""

    def __init__(self) -> None:
        self.by_words: dict[tuple[str, ...], Draft] = {}
        self.by_last: dict[str, list[Draft]] = defaultdict(list)
        self.by_first: dict[str, list[Draft]] = defaultdict(list)
        self.by_organization_word: dict[str, list[Draft]] = defaultdict(list)
        self.by_initials: dict[str, list[Draft]] = defaultdict(list)
        self.seen: dict[int, list[int]] = defaultdict(list)  # draft -> numbers of its names

    def full(self, name: Name) -> tuple[Draft, str]:
        """A name of several words, as the text first gives it."""
        key = _KEYS[name.words]
        if (draft := self.by_words.get(key)) is not None:
            _learn(draft, name)
            return draft, "the same name"
        draft = self.by_words.get(_without_middle(key)) if name.kind in ("person", "unknown") else None
        if draft is not None:
            self.by_words[key] = draft
            _learn(draft, name)
            return draft, "the same name without a middle name"
        return self.add(name), "a full name"

    def titled(self, name: Name, number: int) -> tuple[Draft, str]:
        """A last name behind a title: *Mrs. Lee*."""
        gender = _GENDERS[name.title]
        candidates = [d for d in self.by_last[name.words[-1].lower()] if _agrees(d.gender, gender)]
        if (draft := self.choose(candidates, number)) is not None:
            _learn(draft, name)
            draft.kind = "person"
            return draft, "a title and the last name"
        return self.add(name), "a title and a name"

    def bare(self, name: Name, number: int) -> tuple[Draft, str]:
        """One word: a last name, an acronym, a first name, the short form of an organization."""
        if (draft := self.by_words.get(_KEYS[name.words])) is not None and draft.kind != "person":
            return draft, "the same name"
        for candidates, reason in self._ways(" ".join(name.words).lower(), name.kind):
            if name.kind == "place":  # Australia is short for no South Australia, Jordan for Ann Jordan
                candidates = [draft for draft in candidates if draft.kind == "person"]
            if (draft := self.choose(candidates, number)) is not None:
                _learn(draft, name)
                called = reason == LAST_NAME and not name.words[-1].isupper()
                if called and draft.kind == "unknown" and len(next(iter(draft.names))) > 1:
                    draft.kind = "person"  # what is called by its last word alone is a person
                return draft, reason
        return self.add(name), "a name"

    def _ways(self, word: str, kind: str) -> Iterator[tuple[list[Draft], str]]:
        """The entities to which a word may lead, and as what."""
        if word in self.by_last:
            yield self.by_last[word], LAST_NAME
        if kind == "acronym":
            yield self.by_initials.get(word.replace(".", "").upper(), []), "the acronym"
        elif kind in ("given", "unknown"):
            yield self.by_first.get(word, []), "the first name"
        elif kind == "organization" and len(found := self.by_organization_word.get(word, [])) == 1:
            yield found, "short for the name"

    def choose(self, candidates: list[Draft], number: int) -> Draft | None:
        """The entity named most often in full; among equals the one named last before this place."""
        if len(candidates) < 2:
            return candidates[0] if candidates else None

        def rank(draft: Draft) -> tuple[bool, int, int]:
            places = self.seen[id(draft)]
            before = bisect_left(places, number)
            return (
                before > 0,
                len(places),
                places[before - 1] if before else -min(places, default=0),
            )

        return max(candidates[-REMEMBERED:], key=rank)

    def add(self, name: Name) -> Draft:
        """A new entity under this name."""
        words, key = name.words, _KEYS[name.words]
        kind = KIND_OF_ENTITY.get(name.kind, name.kind)
        draft = Draft(kind, {})
        _learn(draft, name)
        self.by_words[key] = draft
        if kind in ("person", "unknown"):
            if len(words) > 1:
                self.by_words.setdefault(_without_middle(key), draft)
                self.by_first[words[0].lower()].append(draft)
            self.by_last[words[-1].lower()].append(draft)
            if len(words) > 2 and words[-2].lower() in PARTICLES:
                self.by_last[" ".join(words[-2:]).lower()].append(draft)
        if kind in ("organization", "unknown") and len(words) > 1:
            self.by_initials["".join(w[0] for w in words if w[0].isupper())].append(draft)
            for word in words:
                if word[0].isupper() and kind == "organization":
                    self.by_organization_word[word.lower()].append(draft)
        if name.acronym and draft not in self.by_initials[name.acronym]:
            self.by_initials[name.acronym].append(draft)
        return draft


def title_gender(title: str) -> str:
    """What a title says of its bearer's gender: *Mrs.* female, *Dr.* nothing."""
    roles = load_roles()
    genders = {roles[word].gender for word in [*title.split(), title] if word in roles} - {""}
    return genders.pop() if len(genders) == 1 else ""


_GENDERS = Remembered(title_gender)


def _learn(draft: Draft, name: Name) -> None:
    words = name.words
    draft.names.setdefault(words, name.written)
    if name.title:
        draft.roles.add(name.title.lower())
        for word in name.title.lower().split():
            draft.roles.add(word)
    if not draft.gender and draft.kind == "person":
        draft.gender = _GENDERS[name.title] or (
            load_given_names().get(words[0], "") if len(words) > 1 or name.kind == "given" else ""
        )
    if draft.kind == "group":
        draft.gender = "plural"


def _agrees(one: str, other: str) -> bool:
    return not one or not other or one == other


def _key(words: tuple[str, ...]) -> tuple[str, ...]:
    """A name for comparing: lower case, without Jr., and a country under one name."""
    whole = " ".join(words)
    words = tuple(SAME_PLACE.get(whole, whole).split())
    kept = [w for w in words if w not in SUFFIXES] or list(words)
    return tuple(w.lower() for w in kept)


_KEYS = Remembered(_key)


def _without_middle(key: tuple[str, ...]) -> tuple[str, ...]:
    return (key[0], key[-1]) if len(key) > 2 and key[-2] not in PARTICLES else key
