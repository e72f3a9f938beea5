"""Kinds: which marked stretches quote nobody, and what they are instead.

Most short stretches in marks are somebody's words, so length alone decides nothing: the words
around the marks do. The rules are tried in order; the first that fits decides and is recorded.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from analysis.measures.quotation.marks import MarkedSpan
from analysis.measures.quotation.surroundings import (
    CUE,
    Surroundings,
    find_surroundings,
    is_headline,
    load_kind_words,
)
from analysis.text.document import Document


@dataclass(frozen=True, slots=True)
class MarkedKind:
    """What a marked stretch is.

    ``kind`` is None for somebody's words, else "scare quote", "term", "title" or "nickname".
    """

    kind: str | None
    rule: str
    reason: str


Rule = tuple[str, str | None, Callable[[Surroundings], bool], str]

# A longer stretch in marks is hardly ever a term or a scare quote.
_LONGEST_TERM = 5
_LONGEST_TITLE = 12

_SPEAKER = (
    r"(?:[A-Z][\w.’'-]*|he|she|they|it|we|I|(?:the|a|an|one|his|her|their)\s+[\w’'-]+)(?:\s+[\w.’'-]+){0,4}?"
)
_SAID = (
    r"(?:said|says|say|told|tells|wrote|writes|added|adds|asked|asks|noted|notes|argued|argues|explained|"
    r"tweeted|recalled|warned|insisted|reported|reports|claimed|continued|concluded|declared|replied|"
    r"according\s+to)"
)
_ATTRIBUTED = re.compile(rf"\s*,?\s*(?:{_SAID}\s+\w|{_SPEAKER}\s+{_SAID}\b)")
_ATTRIBUTED_LATER = re.compile(
    rf",[”\"’']*\s+(?:{_SAID}\s+(?:[A-Z]|the\b|a\b|an\b|his\b|her\b|one\b)|{_SPEAKER}\s+{_SAID}\b)"
)
_OWNED = re.compile(r"\b(?:[A-Z]{2,5}|POLITICO|Politico|HuffPost|Netflix)[’']s\s(?:[\w-]+\s){0,2}$")
_ON = re.compile(r"\b(?:[Oo]n|episode of|host of)\s$")
_APPOSITION = re.compile(r"\W{0,3}\s(?:the|a|an|his|her|their|which|whose)\b")
_STOP = re.compile(r"[.;:!?()—“”\"]")
_LONGEST_NICKNAME = 2
_LONGEST_SCARE = 3
_LONGEST_SUBJECT = 3
_SUBJECT = re.compile(r",?\s(?:[a-z]|\([a-z])")
_NEAR = 3  # words
_BEARER_LEFT = re.compile(
    r"\b(?:[Tt]he|[Aa]n?|[Tt]his|[Tt]hat|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|['’]s)\s(?:[\w-]+\s)?$"
)
_NO_NAMES = frozenset(
    ["the", "a", "an", "in", "on", "at", "for", "by", "as", "but", "and", "so", "when", "if", "this", "that"]
)
_CALLED = re.compile(r"\b(?:is|are|be|being|often|sometimes|also)\s(?:called|termed|known\sas)\s$")
_BY = re.compile(r",?\sby\s(?!the\sname)")
_NAME_LEFT = re.compile(r"(?:^|\s)[A-Z][\w.’-]*\s+\(?$")
_NAME_RIGHT = re.compile(r"\)?\s+[A-Z][a-z]")


def find_kinds(doc: Document, marks: list[MarkedSpan]) -> list[MarkedKind]:
    """Decide for each marked stretch whether it quotes somebody.

    Returns: one kind for each of ``marks``, in their order, with the rule that decided and a
    reason in words.

    Limits: a reader knows more than the sentence: a scare quote in a sentence that also reports
    (The “experts” told us so) is told by its place before the verb only.

    Source: own definition.

    >>> from analysis.measures.quotation.marks import find_marks
    >>> from analysis.text.document import make_document
    >>> doc = make_document("The “experts” came late. “Shame!” a docker said.")
    >>> [kind.kind for kind in find_kinds(doc, find_marks(doc)[0])]
    ['scare quote', None]
    """
    around = find_surroundings(doc, marks)
    decided = [_decide(s) for s in around]
    titles = {_key(s) for s, kind in zip(around, decided, strict=True) if kind.kind == "title"}
    return [
        _AGAIN if kind.rule in _WEAK and _key(s) in titles else kind
        for s, kind in zip(around, decided, strict=True)
    ]


def _decide(around: Surroundings) -> MarkedKind:
    for kind, holds in _DECIDING:
        if holds(around):
            return kind
    return _WORDS


def _key(around: Surroundings) -> str:
    return " ".join(map(around.doc.keys.__getitem__, around.words))


def _is_sentence(s: Surroundings) -> bool:
    """A sentence of its own, or one led to by a comma or colon."""
    if s.titled or s.inner_end not in ".?!,…—" or len(s.words) <= 1:
        return False
    return not s.left or s.text_left.rstrip().endswith((",", ":"))


def _is_attributed(s: Surroundings) -> bool:
    if _BY.match(s.text_right) and _led_by(s, "naming", *_CUES, words=1):
        return True  # was called “reckless” by the mayor
    ends = s.inner_end in ",?!.…—" or s.text_right.startswith(",")
    return ends and bool(_ATTRIBUTED.match(s.text_right))


def _is_attributed_later(s: Surroundings) -> bool:
    return bool(_ATTRIBUTED_LATER.search(s.inner_end + s.text_right))


def _is_long(s: Surroundings) -> bool:
    return len(s.words) > (_LONGEST_TITLE if s.titled else _LONGEST_TERM)


def _is_cued(s: Surroundings) -> bool:
    return any(label in _CUES for _, _, label in s.terms_left)


def _led_by(s: Surroundings, *labels: str, words: int) -> bool:
    """A term of these labels in front of the marks, with at most so many words and no stop between."""
    for _, end, label in s.terms_left[:-7:-1]:
        if label in labels:
            gap = s.text_left[end - s.left_from :]
            if len(gap.split()) <= words and not _STOP.search(gap):
                return True
    return False


def _followed_by(s: Surroundings, *labels: str, within: int) -> bool:
    """A term of these labels right behind the marks (or within so many characters)."""
    return any(label in labels and start - s.right_from <= within for start, _, label in s.terms_right[:4])


def _is_carried(s: Surroundings) -> bool:
    near = s.doc.bare_keys[s.right.start : s.right.start + 2]  # no third word begins within 2 characters
    return not _carriers().isdisjoint(near) and _followed_by(s, "carrier", within=2)


def _is_known_title(s: Surroundings) -> bool:
    return s.titled and _key(s) in _known_works()


def _is_broadcast(s: Surroundings) -> bool:
    """CNN’s “Morning Desk”: a name in capitals or of a broadcaster that owns what follows."""
    if not s.titled or s.inner_end in "?!":
        return False
    return _led_by(s, "broadcaster", words=2) or bool(_OWNED.search(s.text_left))


def _is_work(s: Surroundings) -> bool:
    return s.titled and (
        _led_by(s, "work", words=2) or _led_by(s, "titling", words=1) or bool(_ON.search(s.text_left))
    )


def _is_work_by_right(s: Surroundings) -> bool:
    if not s.titled:
        return False
    if _followed_by(s, "staff", "work", within=2):
        return True
    return bool(_APPOSITION.match(s.text_right)) and _followed_by(s, "work", within=40)


def _is_nickname(s: Surroundings) -> bool:
    """Gov. C. L. “Butch” Otter: one or two names inside the name of a person."""
    if not (
        len(s.words) <= _LONGEST_NICKNAME
        and s.titled
        and s.inner_end not in ",.?!"
        and bool(_NAME_LEFT.search(s.text_left))
        and bool(_NAME_RIGHT.match(s.text_right))
        and not is_headline(s)
    ):
        return False
    before = _word_before(s)
    owner = before.endswith(("'s", "s'"))
    return not owner and (len(s.left) > 1 or before.lower() not in _NO_NAMES)


def _word_before(s: Surroundings) -> str:
    return s.doc.written[s.left[-1]] if s.left else ""


def _is_named(s: Surroundings) -> bool:
    """Known as “the Creek”; the word “levy”, unless somebody in the sentence says it."""
    if s.text_left.rstrip().endswith(("called", "termed", "as")) and _CALLED.search(s.text_left):
        return True
    return not _is_cued(s) and _led_by(s, "naming", "wording", words=0)


def _is_subject(s: Surroundings) -> bool:
    """“Salt” has sold out: the stretch opens the sentence, and a verb follows without a speaker."""
    if s.left or len(s.words) > _LONGEST_SUBJECT or s.inner_end in ".?!…—":
        return False
    return bool(_SUBJECT.match(s.text_right)) and not _followed_by(s, *_CUES, within=40)


def _is_claimed(s: Surroundings) -> bool:
    """Somebody's view without a verb that says so: … that it is “unfair”; … as an “honest man”."""
    return "that" in s.doc.keys[s.left.start : s.left.stop] or _word_before(s) == "as"


def _is_borne(s: Surroundings) -> bool:
    """The “No Tolls” movement: the name that a group, a rule or a level bears."""
    return (
        _followed_by(s, "bearer", within=2)
        and bool(_BEARER_LEFT.search(s.text_left))
        and not _is_cued_near(s)
    )


def _is_cued_near(s: Surroundings) -> bool:
    """A word that reports stands within a few words in front of the marks."""
    return _led_by(s, *_CUES, words=_NEAR)


def _is_scare(s: Surroundings) -> bool:
    if len(s.words) > _LONGEST_SCARE or not s.left or s.inner_end in "?!":
        return False
    return not _followed_by(s, "hint noun", within=25)


_CUES = (CUE, "hint", "hint noun")
_WEAK = ("words", "reported", "headline", "scare")
_AGAIN = MarkedKind("title", "title-again", "the article names it as a work elsewhere")
_WORDS = MarkedKind(None, "words", "nothing around it says that the marks quote nobody")


@cache
def _known_works() -> frozenset[str]:
    return frozenset(e.term.lower() for e in load_kind_words().entries if e.label == "known work")


@cache
def _carriers() -> frozenset[str]:
    """The first words of all that may carry words: hat, bumper sticker."""
    forms = load_kind_words().forms
    return frozenset(words[0].lower() for words, entry in forms if entry.label == "carrier")


# In this order; the first rule that holds decides.
_RULES: tuple[Rule, ...] = (
    ("worn", "term", _is_carried, "it stands on a hat, a shirt, a sign or the like"),
    ("known-work", "title", _is_known_title, "it is the name of a well-known work"),
    ("broadcast", "title", _is_broadcast, "a broadcaster's name leads to it: the title of a programme"),
    ("work-before", "title", _is_work, "a word for a work (film, book, song) leads to it"),
    ("work-behind", "title", _is_work_by_right, "a word for a work or its makers follows it"),
    ("nickname", "nickname", _is_nickname, "it stands inside a person's name"),
    ("sentence", None, _is_sentence, "it is a sentence of its own, as speech is"),
    ("attributed", None, _is_attributed, "a speaker and a verb of saying follow"),
    ("attributed-later", None, _is_attributed_later, "the sentence ends with who said it"),
    ("long", None, _is_long, "it is too long for a term or a scare quote"),
    ("named", "term", _is_named, "the words before it say that this is a name or a term"),
    ("headline", None, is_headline, "it stands in a headline, which reports in few words"),
    ("borne", "term", _is_borne, "it is the name of the group, the rule or the rank that follows"),
    ("reported", None, _is_cued, "a word that reports stands before it in the sentence"),
    ("subject", "term", _is_subject, "it is what the sentence is about, and nobody is said to say it"),
    ("claimed", None, _is_claimed, "it stands in a clause with *that*, or after *as*: a view of somebody's"),
    ("scare", "scare quote", _is_scare, "a few words in marks that nobody in the sentence says"),
)
_DECIDING = tuple((MarkedKind(kind, name, reason), holds) for name, kind, holds, reason in _RULES)
