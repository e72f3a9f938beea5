"""Roles that a sentence itself gives to a name: by apposition, by *is*, by standing before it."""

from __future__ import annotations

from bisect import bisect_left

from analysis.text.document import Document
from analysis.text.mentions.model import Draft, Found
from analysis.text.mentions.name_parts import OFFICES
from analysis.text.mentions.role_phrases import (
    Head,
    RolePhrase,
    make_mention,
    without_determiner,
    words_of,
)
from analysis.text.phrases import NounPhrase
from analysis.text.wordlists import role_of

BE = frozenset(["is", "was", "became", "becomes", "remains"])
# What stands between a noun and the name that it introduces: a man *named* Bob Roe.
CALLED = frozenset(["named", "called", "called the", "known as", "known as the", "nicknamed"])
IN_APPOSITION = "stands in apposition"
LONG_GAP = 60  # characters between a name and its apposition, at most: a parenthesis


def find_given_roles(
    doc: Document, names: list[Found], candidates: list[RolePhrase], paragraphs: list[int]
) -> list[Found]:
    """Mentions of those ``names`` beside which a sentence says what they are, in order.

    Args:
        candidates: phrases that may be roles, in order.
        paragraphs: number of the paragraph of each sentence.
    """
    found: list[Found] = []
    starts, ends = [name.start for name in names], {name.end for name in names}
    last: tuple[int, int, Draft, str] | None = None  # the role found last: its sentence, its end, whose it is
    for phrase, head, sentence in candidates:
        result = None
        if (head is not None and head.for_one) or phrase.head_end in ends:
            after = bisect_left(starts, phrase.start)
            around = [name for name in names[max(0, after - 1) : after + 3] if name.sentence == sentence]
            result = _given(doc, phrase, head, around)
        if head is None or head.role is None:
            continue
        if result is None and last is not None and last[0] == sentence and _goes_on(doc, last[1], phrase):
            result = last[2:]
            result[0].roles.add(head.key)
        if result is not None:
            last = sentence, phrase.full_end, *result
            found.append(make_mention(doc, phrase, *result, sentence, paragraphs[sentence]))
    return found


def _goes_on(doc: Document, end: int, phrase: NounPhrase) -> bool:
    """Whether a role follows one that ended: *Ann Lee, the mayor of Hull and the founder of the choir*."""
    return doc.folded[end : min(phrase.start, end + LONG_GAP)].strip() in ("and", ", and")


def _given(
    doc: Document, phrase: NounPhrase, head: Head | None, names: list[Found]
) -> tuple[Draft, str] | None:
    """The entity to which the sentence gives this role, and how; names are those around the phrase."""
    key, role = (head.key, head.role) if head is not None and head.for_one else ("", None)
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
        if role is None or inside or draft.kind not in ("person", "unknown"):
            continue
        if name.end < phrase.start:
            between = doc.folded[name.end : min(phrase.start, name.end + LONG_GAP)].strip()
            if between.startswith("(") and ")" in between:
                between = between[between.index(")") + 1 :].strip()
            apposition = between == "," and _closed(doc, phrase)
            if apposition or between.lower() in BE:
                _give(draft, key, role.gender)
                draft.roles.add(without_determiner(words_of(doc, phrase)))
                return draft, IN_APPOSITION if apposition else "is said to be the same"
        elif phrase.end < name.start:
            between = doc.folded[phrase.end : min(name.start, phrase.end + LONG_GAP)]
            if between.strip().lower() in CALLED:
                _give(draft, key, role.gender)
                return draft, "is called by the name"
            if phrase.full_end < name.end:
                continue
            link, *office = between.split() or [""]
            if link == "of" and office and OFFICES.issuperset(office):
                _give(draft, key, role.gender)
                return draft, "the office stands between"
            if between.count(",") == 1 and between.rstrip().endswith(","):
                _give(draft, key, role.gender)
                return draft, IN_APPOSITION
    return None


def _give_inner(doc: Document, phrase: NounPhrase, name: Found, draft: Draft) -> None:
    """Read the words of a phrase in front of its name: *union spokesman Bob Roe*."""
    name.head_of = phrase.start
    before = doc.folded[phrase.start : name.start].split()
    if before and before[-1].islower() and (role := role_of(before[-1])) is not None:
        _give(draft, before[-1], role.gender)


def _closed(doc: Document, phrase: NounPhrase) -> bool:
    """Whether a comma or stop closes an apposition, so that it is no subject of its own."""
    if phrase.surface[0].islower() and without_determiner(words_of(doc, phrase)) == phrase.surface.lower():
        return True  # without an article no subject: president of the union
    behind = doc.folded[phrase.full_end : phrase.full_end + 2].strip()
    return not behind or behind[0] in ",.;:-–—)'\""


def _give(draft: Draft, role: str, gender: str) -> None:
    draft.roles.add(role)
    draft.kind = "person"
    draft.gender = draft.gender or gender
