"""Kinds: which marked stretches quote nobody, and what they are instead.

Most short stretches in marks are somebody's words, so length alone decides nothing: the words
around the marks do. The rules are tried in order; the first that fits decides and is recorded. What each
asks stands in `marked_words`, `marked_titles` and `marked_terms`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from analysis.measures.quotation.marked_terms import is_borne, is_carried, is_named, is_scare, is_subject
from analysis.measures.quotation.marked_titles import (
    is_broadcast,
    is_followed_by_work,
    is_known_title,
    is_led_by_work,
    is_nickname,
)
from analysis.measures.quotation.marked_words import (
    is_attributed,
    is_attributed_later,
    is_claimed,
    is_cued,
    is_long,
    is_sentence,
)
from analysis.measures.quotation.marks import MarkedSpan
from analysis.measures.quotation.surroundings import (
    Surroundings,
    find_surroundings,
    is_headline,
    words_inside,
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
    titles = {words_inside(s) for s, kind in zip(around, decided, strict=True) if kind.kind == "title"}
    return [
        _AGAIN if kind.rule in _WEAK and words_inside(s) in titles else kind
        for s, kind in zip(around, decided, strict=True)
    ]


def _decide(around: Surroundings) -> MarkedKind:
    for kind, holds in _DECIDING:
        if holds(around):
            return kind
    return _WORDS


# What these decide gives way to a title that the article names elsewhere.
_WEAK = ("words", "reported", "headline", "scare")
_AGAIN = MarkedKind("title", "title-again", "the article names it as a work elsewhere")
_WORDS = MarkedKind(None, "words", "nothing around it says that the marks quote nobody")

# In this order; the first rule that holds decides.
_RULES: tuple[Rule, ...] = (
    ("worn", "term", is_carried, "it stands on a hat, a shirt, a sign or the like"),
    ("known-work", "title", is_known_title, "it is the name of a well-known work"),
    ("broadcast", "title", is_broadcast, "a broadcaster's name leads to it: the title of a programme"),
    ("work-before", "title", is_led_by_work, "a word for a work (film, book, song) leads to it"),
    ("work-behind", "title", is_followed_by_work, "a word for a work or its makers follows it"),
    ("nickname", "nickname", is_nickname, "it stands inside a person's name"),
    ("sentence", None, is_sentence, "it is a sentence of its own, as speech is"),
    ("attributed", None, is_attributed, "a speaker and a verb of saying follow"),
    ("attributed-later", None, is_attributed_later, "the sentence ends with who said it"),
    ("long", None, is_long, "it is too long for a term or a scare quote"),
    ("named", "term", is_named, "the words before it say that this is a name or a term"),
    ("headline", None, is_headline, "it stands in a headline, which reports in few words"),
    ("borne", "term", is_borne, "it is the name of the group, the rule or the rank that follows"),
    ("reported", None, is_cued, "a word that reports stands before it in the sentence"),
    ("subject", "term", is_subject, "it is what the sentence is about, and nobody is said to say it"),
    ("claimed", None, is_claimed, "it stands in a clause with *that*, or after *as*: a view of somebody's"),
    ("scare", "scare quote", is_scare, "a few words in marks that nobody in the sentence says"),
)
_DECIDING = tuple((MarkedKind(kind, name, reason), holds) for name, kind, holds, reason in _RULES)
