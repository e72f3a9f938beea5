"""Roles: *the mayor*, *a police spokeswoman*, *the company*, *officials*, joined where the text tells."""

from __future__ import annotations

from analysis.text.document import Document
from analysis.text.mentions.lists import load_organization_nouns, load_organization_words, role_of
from analysis.text.mentions.model import Draft, Found
from analysis.text.phrases import NounPhrase, find_noun_phrases

BE = frozenset(["is", "was", "became", "becomes", "remains"])
DETERMINERS = frozenset(["the", "a", "an", "this", "that", "these", "those", "some", "many", "several"])
DEFINITE = frozenset(["the", "this", "that", "these", "those"])
# These say too little to lead back to a name.
GENERIC = frozenset(["man", "woman", "person", "people", "boy", "girl", "child", "friend", "member", "one"])
# Nouns that take up a business whose name does not say what it is.
BUSINESS = frozenset(["company", "firm", "group", "outfit", "organization", "organisation", "agency"])
NEAR = 3  # paragraphs over which "the company" reaches back


def find_roles(doc: Document, names: list[Found], paragraphs: list[int]) -> list[Found]:
    """Mentions by role, joined to the entities of ``names`` or to new ones without a name.

    Args:
        paragraphs: number of the paragraph of each sentence.
    """
    phrases = [find_noun_phrases(doc, number) for number in range(len(doc.sentences))]
    found: list[Found] = []
    taken: set[int] = set()  # heads that name somebody by apposition
    for number, in_sentence in enumerate(phrases):
        here = [f for f in names if f.sentence == number]
        last: tuple[int, tuple[Draft, str]] | None = None
        for phrase in in_sentence:
            given = _given(doc, phrase, here)
            if given is None and last is not None and _goes_on(doc, last[0], phrase):
                given = last[1]
                given[0].add_role(head_key(doc, phrase))
            if given is not None:
                last = phrase.full_end, given
                taken.add(phrase.head_start)
                found.append(_found(phrase, given[0], given[1], number, paragraphs[number]))
    named = sorted(names + found, key=lambda f: f.start)
    covered = {doc.words.starts[word] for f in names for word in doc.words.inside(f.start, f.end)}
    for number, in_sentence in enumerate(phrases):
        for phrase in in_sentence:
            if phrase.head_start in taken or phrase.head_start in covered:
                continue
            mention = _taken_up(doc, phrase, named, number, paragraphs[number])
            if mention is not None:
                found.append(mention)
                named.append(mention)
    return sorted(found, key=lambda f: f.start)


def _goes_on(doc: Document, end: int, phrase: NounPhrase) -> bool:
    """Whether a second role follows a first: *Ann Lee, the mayor of Hull and the founder of the choir*."""
    joined = doc.folded[end : phrase.start].strip() in ("and", ", and")
    return joined and role_of(head_key(doc, phrase)) is not None


def head_key(doc: Document, phrase: NounPhrase) -> str:
    """The head of a phrase in lower case."""
    return doc.folded[phrase.head_start : phrase.head_end].lower()


def _modified(doc: Document, phrase: NounPhrase) -> str:
    """A phrase without its determiner, in lower case: *former president*."""
    first, *rest = doc.folded[phrase.start : phrase.end].lower().split() or [""]
    return " ".join(rest if first in DETERMINERS and rest else [first, *rest])


def _given(doc: Document, phrase: NounPhrase, names: list[Found]) -> tuple[Draft, str] | None:
    """The entity to which the sentence itself gives this role: by apposition, or by *is*."""
    key = head_key(doc, phrase)
    role = role_of(key)
    for name in names:
        if name.draft is None:
            continue
        if phrase.start < name.start and name.end == phrase.head_end:
            name.head_of = phrase.start
            before = doc.folded[phrase.start : name.start].split()
            word = before[-1].lower() if before else ""
            if before and before[-1].islower() and (inner := role_of(word)) is not None:
                _give(name.draft, word, inner.gender)
            return None
        if role is None or name.start <= phrase.head_start < name.end or key.endswith("s"):
            continue
        if name.end < phrase.start:
            between = doc.folded[name.end : phrase.start].strip()
            if between.startswith("(") and ")" in between:
                between = between[between.index(")") + 1 :].strip()
            by_be = between.lower() in BE
            apposition = between == "," and _closed(doc, phrase)
            if (apposition or by_be) and name.draft.kind in ("person", "unknown"):
                _give(name.draft, key, role.gender)
                name.draft.add_role(_modified(doc, phrase))
                return name.draft, f"{'is' if by_be else 'stands in apposition'}: {_name(name.draft)}"
        elif phrase.end < name.start and phrase.full_end >= name.end:
            between = doc.folded[phrase.end : name.start]
            apposition = between.count(",") == 1 and between.rstrip().endswith(",")
            if apposition and name.draft.kind in ("person", "unknown"):
                _give(name.draft, key, role.gender)
                return name.draft, f"stands in apposition: {_name(name.draft)}"
    return None


def _closed(doc: Document, phrase: NounPhrase) -> bool:
    """Whether a comma or stop closes an apposition, so that it is no subject of its own."""
    behind = doc.folded[phrase.full_end : phrase.full_end + 2].strip()
    return not behind or behind[0] in ",.;:-–—)'\""


def _give(draft: Draft, role: str, gender: str) -> None:
    draft.add_role(role)
    draft.kind = "person"
    draft.gender = draft.gender or gender


def _taken_up(
    doc: Document, phrase: NounPhrase, named: list[Found], sentence: int, paragraph: int
) -> Found | None:
    """A role that leads back to an entity, or a new entity known by its role."""
    if phrase.kind in ("pronoun", "time"):
        return None
    key = head_key(doc, phrase)
    modified = _modified(doc, phrase)
    definite = doc.folded[phrase.start : phrase.end].lower().split()[0] in DEFINITE
    before = [f for f in named if f.start < phrase.start and f.draft is not None]
    if key in load_organization_nouns():
        if not definite:
            return None
        draft = _organization(doc, key, modified, before, paragraph)
        reason = f"the {key} named last"
        if draft is None:
            draft, reason = (
                Draft("organization", [], named=False, roles={key, modified}),
                "known by its kind only",
            )
        return _found(phrase, draft, reason, sentence, paragraph, form="role")
    role = role_of(key)
    if role is None:
        return None
    plural = phrase.tag in ("NNS", "NNPS")
    wanted = modified if modified != key else key
    drafts = _different(f.draft for f in before if f.draft is not None and f.draft.has_role(wanted))
    drafts = [d for d in drafts if (d.gender == "plural") == plural and not (d.named and key in GENERIC)]
    if definite and len(drafts) > 1:
        near = [f.draft for f in before if f.paragraph >= paragraph - 1 and f.draft in drafts]
        drafts = _different(near) if len(_different(near)) == 1 else drafts
    if (definite or plural) and len(drafts) == 1:
        reason = f"the only {wanted} so far: {_name(drafts[0])}"
        return _found(phrase, drafts[0], reason, sentence, paragraph)
    if definite and len(drafts) > 1:
        return None
    draft = Draft(
        "group" if plural else "person", [], "plural" if plural else role.gender, named=False,
        roles={key, modified},
    )  # fmt: skip
    return _found(phrase, draft, "known by a role only", sentence, paragraph)


def _organization(
    doc: Document, key: str, modified: str, before: list[Found], paragraph: int
) -> Draft | None:
    """The organization that *the company* or *the council* takes up: the one named last."""
    words = load_organization_words()
    for found in reversed(before):
        draft = found.draft
        if draft is None or draft.kind not in ("organization", "unknown"):
            continue
        if found.paragraph < paragraph - NEAR:
            return None
        if not draft.named:
            if draft.has_role(modified):
                return draft
            continue
        if modified != key:
            continue
        labels = {words[word] for name in draft.names for word in name if word in words}
        if key in labels or (key in BUSINESS and not labels and draft.kind == "organization"):
            return draft
        if key in BUSINESS and not labels and draft.kind == "unknown" and draft.gender == "":
            return draft
    return None


def _different(drafts: object) -> list[Draft]:
    kept: list[Draft] = []
    for draft in drafts:  # type: ignore[attr-defined]
        if not any(draft is other for other in kept):
            kept.append(draft)
    return kept


def _name(draft: Draft) -> str:
    return " ".join(max(draft.names, key=_size, default=())) or "without a name"


def _size(words: tuple[str, ...]) -> int:
    return len(words)


def _found(
    phrase: NounPhrase, draft: Draft, reason: str, sentence: int, paragraph: int, *, form: str = ""
) -> Found:
    form = form or ("group" if draft.gender == "plural" else "role")
    return Found(phrase.start, phrase.end, form, draft, reason, sentence, paragraph)
