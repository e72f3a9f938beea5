"""What a text has introduced up to a place, and what *the company*, *the report*, *the city* take up."""

from __future__ import annotations

from collections import defaultdict, deque
from dataclasses import dataclass, field
from functools import cache

from analysis.text.document import Document
from analysis.text.mentions.model import Draft, Found
from analysis.text.wordlists import load_organization_words, load_places, load_roles

# Nouns that take up a business whose name does not say what it is.
BUSINESS = frozenset(["company", "firm", "group", "organization", "organisation", "agency"])
# Nouns for writings, and those words of a title that each takes up besides itself.
WRITINGS = {
    "report": frozenset(["study", "survey", "review", "inquiry", "analysis", "assessment", "audit"]),
    "study": frozenset(["survey", "report", "analysis"]),
    "law": frozenset(["act"]),
    "bill": frozenset(["act"]),
    "legislation": frozenset(["act", "bill"]),
    "paper": frozenset(["study"]),
    "book": frozenset[str](),
}
_TAKEN_UP = frozenset().union(*WRITINGS.values())
COUNTRIES = frozenset(["country", "nation"])
TOWNS = frozenset(["city", "town", "village", "suburb"])
BEFORE_PLACES = frozenset(["in", "at", "near", "outside", "around", "of", "from"])
# Nouns that may lead back to a name, besides those of organizations and roles (of which *document* is one).
TAKING_UP = COUNTRIES | TOWNS | WRITINGS.keys() | _TAKEN_UP
NEAR = 3  # paragraphs over which "the company" reaches back
KEPT = 8  # entities of one role that are remembered, and organizations


@dataclass(slots=True)
class Memory:
    """What the text has introduced up to a place."""

    by_role: dict[str, list[Draft]] = field(default_factory=lambda: defaultdict(list))
    last: dict[int, Found] = field(default_factory=dict)  # the mention of a draft that came last, by its id
    new: list[Found] = field(default_factory=list)  # not yet among those below, for which few ask
    organizations: deque[Found] = field(default_factory=lambda: deque(maxlen=KEPT))
    writings: deque[Found] = field(default_factory=lambda: deque(maxlen=KEPT))
    places: deque[Found] = field(default_factory=lambda: deque(maxlen=KEPT))

    def note(self, mentions: list[Found]) -> None:
        """Remember the mentions that come next."""
        for found in mentions:
            draft = found.draft
            if draft is not None and id(draft) not in self.last:
                for role in draft.roles:
                    self.by_role[role].append(draft)
            self.last[id(draft)] = found
        self.new += mentions

    def give(self, draft: Draft, role: str) -> None:
        """Let a role lead back to one who was called by it, from any distance."""
        if role not in draft.roles:
            draft.roles.add(role)
            self.by_role[role].append(draft)

    def called(self, role: str) -> list[Draft]:
        """Those of a role who were introduced last."""
        return self.by_role[role][-KEPT:] if role in self.by_role else []

    def latest(self, drafts: list[Draft]) -> Draft | None:
        """The one of whom the text spoke last."""
        return max(drafts, key=lambda draft: self.last[id(draft)].start, default=None)

    def sort_out(self, doc: Document) -> None:
        """Put the new mentions among those of their kind; only what is asked next changes a kind."""
        for found in self.new:
            draft = found.draft
            if draft is None:
                continue
            kind = draft.kind
            if kind in ("organization", "unknown"):
                self.organizations.append(found)
            if not draft.named:
                continue
            if kind == "unknown" and _last_word(draft) in writings():
                self.writings.append(found)
            placed = kind == "unknown" and found.form != "role" and is_placed(doc, found.start)
            if placed or kind == "place":
                self.places.append(found)
        self.new.clear()


def is_placed(doc: Document, start: int) -> bool:
    """Whether *in*, *of* or the like stands before a mention."""
    before = doc.folded[max(0, start - 8) : start].lower().split()[-1:]
    return bool(before) and before[0] in BEFORE_PLACES


def organization_of(doc: Document, key: str, modified: str, memory: Memory, paragraph: int) -> Draft | None:
    """The organization that *the company* or *the council* takes up: the one named last."""
    if modified == key:
        memory.sort_out(doc)
        if (named := _named_last(key, memory, paragraph)) is not None:
            named.kind = "organization"
            return named
    return memory.latest([draft for draft in memory.called(modified) if not draft.named])


def _named_last(key: str, memory: Memory, paragraph: int) -> Draft | None:
    """The organization with a name that a noun fits: *bank* the Bank of Hull, *company* also Acme."""
    words = load_organization_words()
    for found in reversed(memory.organizations):
        draft = found.draft
        if draft is None or found.paragraph < paragraph - NEAR:
            break
        if draft.named:
            labels = {words[word] for name in draft.names for word in name if word in words}
            if key in labels or (key in BUSINESS and not labels):
                return draft
    return None


def writing_of(doc: Document, key: str, memory: Memory, paragraph: int) -> Draft | None:
    """The study or law with a name that *the report* or *the law* takes up: the one named last."""
    if key not in WRITINGS and key not in writings():
        return None
    memory.sort_out(doc)
    for found in reversed(memory.writings):
        if found.draft is None or found.paragraph < paragraph - NEAR:
            break
        word = _last_word(found.draft)
        if word == key or word in WRITINGS.get(key, ()):
            return found.draft
    return None


def place_of(doc: Document, key: str, memory: Memory, paragraph: int) -> Draft | None:
    """The place that *the city* or *the country* takes up: the one named last that may be one."""
    if key not in COUNTRIES and key not in TOWNS:
        return None
    memory.sort_out(doc)
    labels = load_places()
    for found in reversed(memory.places):
        draft = found.draft
        if draft is None or found.paragraph < paragraph - NEAR:
            break
        label = labels.get(draft.name, "")
        if (label == "country") if key in COUNTRIES else (label in ("", "place")):
            draft.kind = "place"
            return draft
    return None


def _last_word(draft: Draft) -> str:
    return next(iter(draft.names))[-1].lower() if draft.names else ""


@cache
def writings() -> frozenset[str]:
    """Nouns that a name of a writing may end with: the Hull *Report*, the Port *Act*, the *Telegram*."""
    roles = load_roles().items()
    return _TAKEN_UP | {term for term, role in roles if role.label == "document" and not term.endswith("s")}
