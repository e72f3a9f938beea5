"""How a text writes its words: where a capital means a name, and where it opens a sentence or a title."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from analysis.text.document import Document, once
from analysis.text.phrases import TIMES
from analysis.text.remembered import Remembered
from analysis.text.tag_features import TITLE_SHARE
from analysis.text.tagging import common_words, function_words
from analysis.text.wordlists import load_given_names, load_organization_words, load_roles, role_of

_PARTICLES = "de la van von der den bin al el da di du le ibn dos del ten ter"
PARTICLES = frozenset(_PARTICLES.split())
_SHORT_TIMES = "jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri sat sun"
SHORT_TIMES = frozenset(_SHORT_TIMES.split())
# Words with a capital that name nobody.
NO_NAME = frozenset(
    ["I", "I'm", "I've", "I'll", "I'd", "A", "OK", "TV", "CEO", "MP", "God", "Internet", "PM", "AM"]
)
# Words of the closed classes that are too rare for the tagger's list: Neither of them came.
_CLOSED = """
ahead alongside amid amidst anybody anyone anything apart aside beneath besides everybody everyone everything
fewer furthermore hence hey indeed it let minus moreover neither nevertheless nobody nonetheless nor nothing
otherwise please plus somebody someone something thanks toward unless whenever wherever whichever who whoever
"""
CLOSED = frozenset(_CLOSED.split())
_NUMERALS = "one three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundreds"
NUMERALS = frozenset(_NUMERALS.split())  # begin a name only before another capital: Three Mile Island
# Marks over which a clause goes on: neither a colon nor an opening mark.
WITHIN_A_CLAUSE = frozenset(["", ",", "-", "--", "–", "(", "."])
ARABIC_ARTICLES = ("al-", "el-")
FEW = 3  # long words, at least, in a headline
SHOUTED = 4  # words in capitals, at least, in a row
HEADLINE = 5  # words, at least, where a stop follows
ACRONYM = 6  # letters, at most
NAME, PARTICLE, FUNCTION_WORD = "name", "particle", "function word"
# What is no part of a name behind it: Lee's, she'll.
_ENDINGS = frozenset(["'s", "'ll", "'d", "'re", "'ve", "'m", "'"])


@once
def surfaces(doc: Document) -> tuple[str, ...]:
    """Every word with straight marks, without a possessive ending or the rest of a contraction."""
    words = list(doc.written)
    for number in doc.apostrophes:
        words[number] = _without_ending(words[number])
    return tuple(words)


def end_of(doc: Document, word: int) -> int:
    """Where a word ends without a possessive ending or the rest of a contraction."""
    return doc.words.starts[word] + len(surfaces(doc)[word])


def _without_ending(word: str) -> str:
    cut = word.find("'", 1)
    return word[:cut] if cut > 0 and word[cut:].lower() in _ENDINGS else word


@cache
def no_names() -> frozenset[str]:
    """Words that begin no name: the, two, where; but not Will."""
    return (function_words() | CLOSED) - {name.lower() for name in load_given_names()}


def _read_capital(surface: str) -> str:
    if surface[:3] in ARABIC_ARTICLES and surface[3:4].isupper():
        return NAME
    key = surface.lower()
    if not surface[0].isupper() or surface in NO_NAME or key in TIMES or key in SHORT_TIMES:
        return ""
    # U.S.-backed, Clinton-style describe; Clinton-Kaine and Al-Qaeda name
    if "-" in surface and not surface.rsplit("-", 1)[1][:1].isupper() and surface not in load_roles():
        return ""
    if key in PARTICLES:
        return PARTICLE
    short = surface.isupper() and 2 < len(surface) < ACRONYM
    return FUNCTION_WORD if key in no_names() and not short else NAME


# surface -> what a capital makes of it: NAME, or PARTICLE (De), or FUNCTION_WORD (The), which begins no name
# but may go on with one; "" if it has no capital that means a name
CAPITAL = Remembered(_read_capital)


@once
def may_begin_names(doc: Document) -> tuple[list[int], ...]:
    """The words of each sentence at which a name may begin, and no name elsewhere: capitals, *de* before one.

    Not all of them begin one: `CAPITAL` and the words around them decide.
    """
    found = {*doc.capitals}
    if "al-" in doc.text or "el-" in doc.text:
        found.update([word for word, key in enumerate(doc.keys) if key.startswith(ARABIC_ARTICLES)])
    stems = doc.stems
    found.update([word - 1 for word in found if word and stems[word - 1] in PARTICLES])
    numbers = sorted(found)
    cuts = [bisect_left(numbers, words.start) for words in doc.sentence_words]
    return tuple([numbers[a:b] for a, b in pairwise((*cuts, len(numbers)))])


@once
def find_shouted(doc: Document) -> frozenset[int]:
    """The words in a row of capitals, AS IN THIS HEADLINE, by their numbers: a capital there names nobody."""
    written = doc.written
    firsts = {words.start for words in doc.sentence_words}
    places = [word for word in doc.capitals if written[word].isupper()]
    shouted: set[int] = set()
    row: list[int] = []
    for place in (*places, len(written) + 1):
        if row and (place != row[-1] + 1 or place in firsts):
            shouted.update(row if len(row) >= SHOUTED else ())
            row = []
        row.append(place)
    return frozenset(shouted)


@once
def find_name_words(doc: Document) -> frozenset[str]:
    """The words that have a capital inside a sentence too, where it means a name."""
    shouted = find_shouted(doc)
    known, gaps = surfaces(doc), doc.gaps
    by_sentence = zip(doc.sentence_words, may_begin_names(doc), find_titles(doc), strict=True)
    names = {
        known[word]
        for words, places, title in by_sentence
        if not title
        for word in places
        if word > words.start
        and gaps[word - 1] in WITHIN_A_CLAUSE
        and CAPITAL[known[word]]
        and word not in shouted
    }
    return frozenset(names)


def writes_small(doc: Document, word: str) -> bool:
    """Whether a word in lower case stands without a capital, here or nearly everywhere."""
    if word in common_words():
        return True
    here = _with_straight_marks(doc) if "'" in word else _spellings(doc)
    return word in here and word[0].islower()


@once
def _spellings(doc: Document) -> frozenset[str]:
    return frozenset(doc.written)


@once
def _with_straight_marks(doc: Document) -> frozenset[str]:
    """Words that hold a mark which is straight in the text itself: only as it is written does one count."""
    words = (doc.text[start:end] for start, end in doc.words.pairs())
    return frozenset(word for word in words if "'" in word)


@once
def find_titles(doc: Document) -> tuple[bool, ...]:
    """For each sentence whether every long word has a capital, as in a Headline Like This.

    Headlines have no stop, or stand alone: *Port Union Calls New Strike.*
    """
    by_sentence = zip(doc.sentence_words, may_begin_names(doc), strict=True)
    return tuple(
        [len(capitals) > TITLE_SHARE * FEW and _is_title(doc, words) for words, capitals in by_sentence]
    )


def _is_title(doc: Document, words: range) -> bool:
    end = doc.words.ends[words[-1]]
    stopped = doc.text[end : end + 1] == "."
    if stopped and not all(map(str.isupper, _letters(doc, words[::-1]))):
        return False  # most sentences, by their last words
    letters = [*_letters(doc, words)]
    if len(letters) < FEW or sum(map(str.isupper, letters)) <= TITLE_SHARE * len(letters):
        return False
    return not stopped or (_is_alone(doc, words) and _holds_common_word(doc, words))


def _letters(doc: Document, words: range) -> Iterator[str]:
    """The first letters of long words."""
    text, starts, ends = doc.text, doc.words.starts, doc.words.ends
    return (text[starts[word]] for word in words if ends[word] - starts[word] > 3)


def _is_alone(doc: Document, words: range) -> bool:
    """Whether words are all that their paragraph holds, and enough for a headline."""
    paragraph = doc.paragraphs.holding(doc.words.starts[words[0]])
    if paragraph is None or len(words) < HEADLINE:
        return False
    return doc.words.inside(*doc.paragraphs[paragraph]) == words


def _holds_common_word(doc: Document, words: range) -> bool:
    """Whether a capital stands on a word that names nobody: *Says*."""
    return any(
        len(surface) > 3
        and {surface.lower(), surface.lower().removesuffix("s")} & common_words()
        and role_of(surface) is None
        and not {surface, surface.lower()} & (load_organization_words().keys() | TIMES)
        for surface in surfaces(doc)[words.start + 1 : words.stop]
    )
