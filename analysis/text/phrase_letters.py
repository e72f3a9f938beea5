"""Where noun phrases stand: a letter a word and a sign a gap, and a pattern that is read over them.

*On Monday the long, bitter strike* is ``#x_K_D J,J N``: each word has a letter for its class, and before it a
sign for what divides it from the word before. So a phrase is a match, and half its offsets number its words.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import compress, count, repeat

from analysis.text.document import Document
from analysis.text.wordlists import role_of

NAME_TAGS = frozenset(["NNP", "NNPS"])
NOUN_TAGS = NAME_TAGS | {"NN", "NNS"}
_TAGS = {
    "N": ["NN"], "K": ["NNS", "NNP", "NNPS"],  # nouns; with a possessive ending n, k
    "D": ["DT", "PRP$", "WP$"], "P": ["PDT"],  # what opens a phrase; of words that may stand alone S, Q
    "J": ["JJ"],  # who acts, A: the chief executive, Ann Lee
    "C": ["CD"], "M": ["JJR", "JJS"], "R": ["RB"], "O": ["PRP", "WP", "WDT"],
    "G": ["VBG"], "V": ["VBN"],  # where they are the verb of what follows, g, v
}  # fmt: skip
LETTERS = defaultdict(lambda: "x", {tag: letter for letter, tags in _TAGS.items() for tag in tags})
# Only white space, or the stop of an abbreviation (Mr. Lee), joins a word to the one before it; a day is
# joined, but no phrase goes on from it or to it: "said Monday", "on Monday Mr. Lee".
JOINTS = frozenset(["", "."])
SIGNS = dict.fromkeys(JOINTS, " ") | {",": ","}
NEAR_A_DAY = {" ": "_", ",": "|"}

# Alone, without a noun, these stand for people too: "some say", "many fear", "others doubt".
_STANDALONE = """
some many few most others another several all both each neither none one those these this that
"""
STANDALONE = frozenset(_STANDALONE.split())
_DAYS = "monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight"
DAYS = frozenset(_DAYS.split())
MARKED = STANDALONE | DAYS
BE = frozenset(["is", "are", "was", "were", "be", "been", "am"])
HAVE = frozenset(["has", "have", "had", "having"])
# A form in -ing behind these is a verb, where it may describe behind *of* and *for*.
GOVERNED = frozenset(["by", "without", "before", "after", "while", "when", "from", "than", "since", "until"])

_NOUN_NEXT = "(?=[ _][NnKk])"
# A comma joins where it only divides two adjectives: a long, bitter strike.
_JOINED = f"(?: |(?<=[JA]),(?=[JA]|[NnVv]{_NOUN_NEXT}))"
_NOUN = f"{_JOINED}[NnKkA]"
# Determiner, modifiers, nouns. A possessive begins a phrase or goes on with it. Words without a noun match
# too, so that none is read twice.
PHRASE = re.compile(
    "[# _,|](?:O|(?:"
    "[NnKk]"  # begins with a noun, or with others before it
    rf"|[DSPQJACMGV](?:{_JOINED}(?:[JCMGVgvSQ]|(?<=[PQ] )[DP]|(?<=[DSPQ] )R))*(?:{_NOUN})?"
    ")(?:"  # and goes on to a noun: behind a possessive over any modifiers, behind another over one
    rf"(?<=[nk])(?:{_JOINED}[JCMGVgv])*{_NOUN}"
    rf"|(?<=[NKA])(?:{_JOINED}[JC]{_NOUN_NEXT})?{_NOUN}"
    ")*)"
)
_ADJECTIVE = re.compile(f"J(?!{_NOUN_NEXT})")
_PARTICIPLE = re.compile("(?<=[ _])[GV](?=[ _])")
_OBJECT_TAGS = frozenset(["DT", "PRP", "PRP$", "NNP", "NNPS", "CD"])


def is_possessive(key: str) -> bool:
    """Whether a word (lower case, straight marks) is a possessive: Ann's, the dockers'."""
    return key.endswith(("'s", "s'"))


def find_chunks(doc: Document, tags: Sequence[str]) -> list[tuple[int, int]]:
    """First and last words of the noun phrases of a document, given the tags of its words."""
    marked = sorted({*compress(count(), map(MARKED.__contains__, doc.keys)), *doc.apostrophes})
    row = _write_row(doc, tags, marked)
    spans = [match.span() for match in PHRASE.finditer(row)]
    # Without a noun it is none ("the", "a few"), and an adjective alone is nobody who acts.
    chunks = [
        (start // 2, end // 2 - 1)
        for start, end in spans
        if row[end - 1] in "NnKkO" or (row[end - 1] == "A" and end - start > 2)
    ]
    alone = [n for n in marked if doc.keys[n] in STANDALONE and tags[n] not in ("", "IN")]
    return sorted([*chunks, *_without(alone, chunks, row)])


def _without(alone: list[int], chunks: list[tuple[int, int]], row: str) -> Iterator[tuple[int, int]]:
    """The words that stand alone, in no phrase with a noun."""
    for n in alone:
        before = bisect_right(chunks, (n, len(row))) - 1
        if (before < 0 or chunks[before][1] < n) and row[2 * n + 1] not in "gv":
            yield n, n


def _write_row(doc: Document, tags: Sequence[str], marked: list[int]) -> str:
    """The signs and letters of a document's words: those of word n at 2n and 2n + 1."""
    keys, signs = doc.keys, list(map(SIGNS.get, doc.gaps, repeat("|")))
    row = [""] * (2 * len(keys))
    row[::2] = ["#", *signs][: len(keys)]
    row[1::2] = map(LETTERS.__getitem__, tags)
    for words in doc.sentence_words:
        if words:
            row[2 * words.start] = "#"
    for n in marked:
        letter = 2 * n + 1
        if keys[n] in DAYS:
            for sign in range(2 * n, min(2 * n + 4, len(row)), 2):
                row[sign] = NEAR_A_DAY.get(row[sign], row[sign])
        elif keys[n] in STANDALONE:
            row[letter] = {"D": "S", "P": "Q"}.get(row[letter], row[letter])
        elif row[letter] in "NK" and is_possessive(keys[n]):
            row[letter] = row[letter].lower()
    plain = "".join(row)
    for match in _ADJECTIVE.finditer(plain):
        role = role_of(keys[match.start() // 2])
        if role is not None and role.label == "role":
            row[match.start()] = "A"
    for match in _PARTICIPLE.finditer(plain):
        if _governs(doc, tags, plain, match.start() // 2):
            row[match.start()] = match[0].lower()
    return "".join(row)


def _governs(doc: Document, tags: Sequence[str], row: str, place: int) -> bool:
    """Whether a participle is the verb of the phrase behind it: *by burning villages*, *has passed laws*.

    *Striking workers* and *a resettled family* are phrases whose participle describes.
    """
    before = doc.keys[place - 1]
    if tags[place] == "VBG":
        return before in GOVERNED or before in BE
    if row[2 * place - 1] in "NK" and tags[place + 1] in _OBJECT_TAGS:
        return True  # the regime jailed Ann Lee
    subject = place - 1
    while tags[subject] == "RB" and row[2 * subject] in " _":
        subject -= 1
    return doc.keys[subject].removesuffix("n't") in HAVE
