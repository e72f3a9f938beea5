"""A student's own list of terms, tried on the text: where each term stands, and what the list still lacks."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.lessons.passages import find_passage
from analysis.text.document import Document
from analysis.views.style import count_of

TERMS_WANTED = 10
SHORT_REASON = 3  # words
CONTEXT = 28  # characters on each side


def check_terms(doc: Document, lines: Sequence[str]) -> tuple[bool, list[str]]:
    """Whether a list of ``term = reason`` lines is complete, and what to tell on each and on the whole.

    >>> from analysis.text.document import make_document
    >>> doc = make_document("The cruel tide took nine boats.")
    >>> complete, told = check_terms(doc, ["cruel = a tide has no will"])
    >>> complete, told[0]
    (False, 'cruel: 1 place. The [cruel] tide took nine boats.')
    """
    told, seen, good = [], set[str](), 0
    for line in lines:
        term, _, reason = (part.strip() for part in line.partition("="))
        key = " ".join(term.casefold().split())
        places = find_passage(doc, term)
        if key in seen:
            told.append(f"{term}: stands twice in your list.")
        elif len(reason.split()) < SHORT_REASON:
            told.append(f"{term}: say why, after a “=”, in three words or more.")
        elif not places:
            told.append(
                f"{term}: does not stand in this text. A list may have such terms; test them on another text."
            )
            good += 1
        else:
            told.append(f"{term}: {count_of(len(places), 'place')}. {_show(doc, *places[0])}")
            good += 1
        seen.add(key)
    complete = good == len(lines) == TERMS_WANTED
    if not complete:
        told.append(f"{good} of {TERMS_WANTED} terms are complete so far: a term and a reason, a line each.")
    else:
        told.append("Kept. Look at each place above: does the term carry the frame there, every time?")
    return complete, told


def _show(doc: Document, start: int, end: int) -> str:
    before = doc.text[max(start - CONTEXT, 0) : start]
    after = doc.text[end : end + CONTEXT]
    left = "…" if start > CONTEXT else ""
    right = "…" if end + CONTEXT < len(doc.text) else ""
    return left + " ".join(f"{before}[{doc.text[start:end]}]{after}".split()) + right
