"""Noun phrases of a sentence, from its tags: who or what may be the subject of a verb."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import pairwise
from operator import eq
from typing import NamedTuple

from analysis.text.document import Document, once
from analysis.text.making import maker
from analysis.text.phrase_letters import JOINTS, NAME_TAGS, NOUN_TAGS, find_chunks
from analysis.text.phrase_letters import is_possessive as is_possessive
from analysis.text.tagging import tag_words

_TIMES = """
monday tuesday wednesday thursday friday saturday sunday january february march april may june july
august september october november december today yesterday tomorrow tonight morning afternoon
evening night noon week month year weekend day time spring summer autumn fall winter
"""
TIMES = frozenset(_TIMES.split())
_ONE_OR_MORE_TIMES = TIMES | {time + "s" for time in TIMES}
# What follows these belongs to the phrase: "the head of the union", "a spokesman for the port".
LINKS = frozenset(["of", "by", "for", "at", "in", "from", "with", "on", "against", "to"])
LINKS_OF_KINDS = {"common": LINKS, "name": frozenset(["of", "from"])}
OPENINGS_OF_APPOSITIONS = frozenset(["a", "an", "the", "his", "her", "their", "its", "former", "one"])
LONG_APPOSITION = 120  # characters from its noun to the comma that closes it
# The stop is that of an abbreviation: Acme Corp., a maker of ropes
COMMAS = frozenset([",", ".,"])
APPOSED = frozenset([("name", "common"), ("common", "name"), ("name", "name")])
PARENTHESIS = 40  # characters: (D-Nev.), (JVMI), not an aside


class NounPhrase(NamedTuple):
    """A noun phrase: ``text[start:end]`` with its own modifiers, to ``full_end`` with what follows.

    Attributes:
        head_start, head_end: the head, the last noun: *spokesman* in "the union's spokesman for the port";
            of a name the last word.
        kind: name, common, pronoun or time ("Monday", "last week").
        tag: the Penn tag of the head.
        full_end: with "of …", "for …", a parenthesis and an apposition: "Ann Lee (Lab.), the mayor of Hull".
    """

    start: int
    end: int
    surface: str
    head_start: int
    head_end: int
    kind: str
    tag: str
    full_end: int


# As NounPhrase._make, without a step in Python.
_phrase = maker(NounPhrase)


def find_noun_phrases(doc: Document, index: int) -> list[NounPhrase]:
    """Noun phrases of one sentence, in order; they do not overlap, their full ends may.

    Limits: names joined by *and* are phrases of their own (*Ann Lee and Bob Roe*); relative clauses are
    left out (*the woman who called*); what follows *in* or *for* may belong to the verb (*said Lee in Hull*).

    >>> from analysis.text.document import make_document
    >>> doc = make_document("The mayor of Hull, Ann Lee, said that she had met the dockers on Monday.")
    >>> for phrase in find_noun_phrases(doc, 0):
    ...     print(phrase.kind, "-", phrase.surface + "|" + doc.text[phrase.end : phrase.full_end])
    common - The mayor| of Hull, Ann Lee
    name - Hull|
    name - Ann Lee|
    pronoun - she|
    common - the dockers|
    time - Monday|
    """
    return list(find_all_noun_phrases(doc)[index])


@once
def find_all_noun_phrases(doc: Document) -> tuple[tuple[NounPhrase, ...], ...]:
    """The phrases of each sentence, as `find_noun_phrases` gives them."""
    tags = tag_words(doc)
    chunks = find_chunks(doc, tags)
    word_starts, word_ends, keys = doc.words.starts, doc.words.ends, doc.keys
    firsts, lasts = [first for first, _ in chunks], [last for _, last in chunks]
    starts, heads = [word_starts[first] for first in firsts], [word_starts[last] for last in lasts]
    ends = [_end(doc, last) if "'" in keys[last] else word_ends[last] for last in lasts]
    surfaces = [doc.text[start:end] for start, end in zip(starts, ends, strict=True)]
    head_tags = [tags[last] for last in lasts]
    letters = map(doc.text.__getitem__, heads)
    alone = map(eq, firsts, lasts)
    kinds = list(map(_kind, head_tags, map(keys.__getitem__, lasts), letters, alone))
    full_ends = _full_ends(doc, chunks, kinds, ends)
    rows = zip(starts, ends, surfaces, heads, ends, kinds, head_tags, full_ends, strict=True)
    phrases = list(map(_phrase, rows))
    cuts = [bisect_left(firsts, words.start) for words in doc.sentence_words]
    return tuple([tuple(phrases[a:b]) for a, b in pairwise((*cuts, len(phrases)))])


def _kind(tag: str, key: str, letter: str, alone: bool) -> str:
    """The kind of a phrase by its head, the first letter of that, and whether it is the only word."""
    if alone and tag not in NOUN_TAGS:
        return "pronoun"
    if key in _ONE_OR_MORE_TIMES and (alone or key != "may"):
        return "time"
    return "name" if tag in NAME_TAGS and not letter.islower() else "common"


def _end(doc: Document, word: int) -> int:
    """Where a word ends without a possessive ending or the rest of a contraction (he’s, Lee’ll)."""
    start, end = doc.words.starts[word], doc.words.ends[word]
    cut = doc.folded.find("'", start + 2, end)
    if cut < 0:
        return end
    rest = doc.folded[cut:end].lower()
    return cut if rest in ("'s", "'ll", "'d", "'re", "'ve", "'m", "'") else end


def _full_ends(doc: Document, chunks: list[tuple[int, int]], kinds: list[str], ends: list[int]) -> list[int]:
    """Where each phrase ends with all that follows it."""
    linked = _find_links(doc, chunks, kinds)
    full_ends = [ends[number] for number in linked]
    if " (" in doc.text:
        opens = doc.text.startswith
        full_ends = [_after_parenthesis(doc, end) if opens(" (", end) else end for end in full_ends]
    gaps = (*doc.gaps, "")
    for number, other in enumerate(linked):
        # Only a comma, or what has been taken in already, can stand before an apposition.
        if gaps[chunks[other][1]] in COMMAS or full_ends[number] != ends[other]:
            _take_apposition(doc, chunks, kinds, full_ends, number, other + 1)
    return full_ends


def _find_links(doc: Document, chunks: list[tuple[int, int]], kinds: list[str]) -> list[int]:
    """The phrase that ends each, by "of …", "for …", as a number; from right to left, for they add up."""
    keys, gaps = (*doc.keys, ""), (*doc.gaps, "")
    after = {first: number for number, (first, _) in enumerate(chunks)}
    linked = list(range(len(chunks)))
    for number in reversed(linked):
        following = chunks[number][1] + 1
        if keys[following] in LINKS and gaps[following - 1] in JOINTS:
            target = after.get(following + 1)
            links = LINKS_OF_KINDS.get(kinds[number], ())
            if target is not None and kinds[target] != "time" and keys[following] in links:
                same = doc.words.starts[following + 1] < _sentence_end(doc, doc.words.starts[following - 1])
                linked[number] = linked[target] if same else number
    return linked


def _sentence_end(doc: Document, offset: int) -> int:
    """Where the sentence ends in which an offset lies."""
    return doc.sentences.ends[bisect_right(doc.sentences.starts, offset) - 1]


def _after_parenthesis(doc: Document, end: int) -> int:
    limit = min(_sentence_end(doc, end - 1), end + 1 + PARENTHESIS)
    closing = doc.text.find(")", end + 1, limit)
    return closing + 1 if closing >= 0 else end


def _take_apposition(
    doc: Document,
    chunks: list[tuple[int, int]],
    kinds: list[str],
    full_ends: list[int],
    number: int,
    other: int,
) -> None:
    """Take in the phrase behind a comma that says who the one before it is: *Ann Lee, the mayor,*."""
    if other == len(chunks) or (kinds[number], kinds[other]) not in APPOSED:
        return
    first = chunks[other][0]
    start, sentence_end = doc.words.starts[first], _sentence_end(doc, full_ends[number] - 1)
    if start >= sentence_end or doc.text[full_ends[number] : start].strip() not in COMMAS:
        return
    opening = doc.keys[first]
    if kinds[number] == kinds[other] and opening not in ("a", "an", "the"):
        return  # names side by side
    if not _closes(doc, full_ends[other], sentence_end):
        # Ann Lee, a nurse who saw the fire from her window, said: up to the comma
        if kinds[number] != "name" or (opening not in OPENINGS_OF_APPOSITIONS and not opening.endswith("'s")):
            return
        comma = doc.text.find(",", full_ends[other], min(sentence_end, full_ends[other] + LONG_APPOSITION))
        if comma < 0 or any(mark in doc.text[full_ends[other] : comma] for mark in '.;:"“”—'):
            return
        full_ends[other] = comma
    full_ends[number] = full_ends[other]


def _closes(doc: Document, end: int, sentence_end: int) -> bool:
    """Whether a mark follows, so that what comes before it is complete."""
    behind = doc.text[end : min(sentence_end, end + 3)].strip()
    return not behind or behind[0] in ",.;:—–-)"
