"""The search for terms agrees with a slow one that tries every form at every word."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.text.document import Document, make_document
from analysis.text.lexicon import Entry, Lexicon, find_terms, load_lexicon, make_lexicon
from analysis.text.lexicon.inflection import inflect
from analysis.text.library import DATA

TEXTS = sorted((DATA / "texts").glob("*.txt"))
LEXICONS = ("framing", "framing_news", "certainty", "cues")
SHARE = 15  # of their terms, one in so many: the slow search is slow


def find_slowly(doc: Document, lexicon: Lexicon) -> list[tuple[int, int, str]]:
    """Every form at every word, longest first; for lexicons whose rows ask for nothing but the words."""
    listed = {entry.term for entry in lexicon.entries}
    forms = [
        (tuple(form.split()), entry)
        for entry in lexicon.entries
        if not entry.pos and entry.names
        for form in inflect(entry.term, entry.inflection)
        if form == entry.term or form not in listed
    ]
    forms.sort(key=lambda f: (-len(f[0]), -sum(map(len, f[0])), all(map(str.islower, f[0]))))
    found, number = [], 0
    while number < len(doc.words):
        step = 1
        for form, entry in forms:
            if _stands(doc, number, form):
                step = len(form)
                found.append((doc.words.starts[number], doc.words.ends[number + step - 1], entry.term))
                break
        number += step
    return found


def _stands(doc: Document, number: int, form: tuple[str, ...]) -> bool:
    spans = [doc.words[n] for n in range(number, min(number + len(form), len(doc.words)))]
    if len(spans) < len(form):
        return False
    words = [doc.folded[a:b] for a, b in spans]
    gaps = [doc.text[a:b] for (_, a), (b, _) in pairwise(spans)]
    sentences = {doc.sentences.holding(a) for a, _ in spans}
    return all(map(_is, words, form)) and not "".join(gaps).strip() and len({*sentences}) == 1


def _is(word: str, wanted: str) -> bool:
    word = word.lower() if wanted.islower() else word
    return wanted in (word, word.removesuffix("'s").removesuffix("'"))


def plain(lexicon: Lexicon) -> Lexicon:
    """The rows of a lexicon that ask for no part of speech and do not mind names, as a list of words."""
    rows: list[Entry] = [entry for entry in lexicon.entries if not entry.pos and entry.names]
    return make_lexicon("plain", [entry.term for entry in rows[::SHARE]], inflection="verb")


@pytest.mark.parametrize("name", LEXICONS)
def test_the_terms_of_a_text_are_those_of_the_slow_search(name: str) -> None:
    lexicon = plain(load_lexicon(name))
    for file in TEXTS[::9]:
        doc = make_document(file.read_text(encoding="utf-8"))
        fast = [(match.start, match.end, match.term) for match in find_terms(doc, lexicon)]
        assert fast == find_slowly(doc, lexicon)


TERMS = [
    "the war",
    "war crime",
    "war crimes trial",
    "the",
    "The World",
    "world",
    "crime's",
    "trial",
    "U.S. war",
    "don't the world",
    "the the trial",
]
WORDS = [
    "the",
    "The",
    "war",
    "War’s",
    "crime",
    "crime's",
    "crimes'",
    "trial",
    "World",
    "U.S.",
    "don’t",
    "don",
    ",",
    ".",
    "\n\n",
]


@settings(deadline=None)
@given(parts=st.lists(st.sampled_from(WORDS), max_size=20), terms=st.sets(st.sampled_from(TERMS), min_size=1))
def test_the_terms_of_any_text_are_those_of_the_slow_search(parts: list[str], terms: set[str]) -> None:
    doc, lexicon = make_document(" ".join(parts)), make_lexicon("own", sorted(terms))
    fast = [(match.start, match.end, match.term) for match in find_terms(doc, lexicon)]
    assert fast == find_slowly(doc, lexicon)
    by_sentence = [find_terms(doc, lexicon, among=words) for words in doc.sentence_words]
    assert [(match.start, match.end, match.term) for found in by_sentence for match in found] == fast
