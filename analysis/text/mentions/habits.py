"""How a text writes its words: where a capital means a name, and where it opens a sentence or a title."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from analysis.text.document import Document, once
from analysis.text.phrases import TIMES
from analysis.text.remembered import Remembered
from analysis.text.tag_features import TITLE_SHARE
from analysis.text.tagging import common_words
from analysis.text.wordlists import load_organization_words, load_roles, role_of

_PARTICLES = "de la van von der den bin al el da di du le ibn dos del ten ter"
PARTICLES = frozenset(_PARTICLES.split())
_SHORT_TIMES = "jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri sat sun"
SHORT_TIMES = frozenset(_SHORT_TIMES.split())
# Words with a capital that name nobody.
NO_NAME = frozenset(
    ["I", "I'm", "I've", "I'll", "I'd", "A", "OK", "TV", "CEO", "MP", "God", "Internet", "PM", "AM"]
)
# Marks over which a clause goes on: neither a colon nor an opening mark.
WITHIN_A_CLAUSE = frozenset(["", ",", "-", "--", "–", "(", "."])
HEADLINE = 5  # words, at least, where a stop follows


# What is no part of a name behind it: Lee's, she'll.
_ENDINGS = frozenset(["'s", "'ll", "'d", "'re", "'ve", "'m", "'"])


@once
def _written(doc: Document) -> tuple[str, ...]:
    """Every word as it stands, with straight marks."""
    folded = doc.folded
    return tuple([folded[start:end] for start, end in doc.words.pairs()])


@once
def surfaces(doc: Document) -> tuple[str, ...]:
    """Every word with straight marks, without a possessive ending or the rest of a contraction."""
    return tuple([_without_ending(word) if "'" in word else word for word in _written(doc)])


def end_of(doc: Document, word: int) -> int:
    """Where a word ends without a possessive ending or the rest of a contraction."""
    return doc.words.starts[word] + len(surfaces(doc)[word])


def _without_ending(word: str) -> str:
    cut = word.find("'", 1)
    return word[:cut] if cut > 0 and word[cut:].lower() in _ENDINGS else word


def _means_a_name(surface: str) -> bool:
    if surface[:3] in ("al-", "el-") and surface[3:4].isupper():
        return True
    if not surface[0].isupper() or surface in NO_NAME:
        return False
    if surface.lower() in TIMES or surface.lower() in SHORT_TIMES:
        return False
    # U.S.-backed, Clinton-style describe; Clinton-Kaine and Al-Qaeda name
    return "-" not in surface or surface.rsplit("-", 1)[1][:1].isupper() or surface in load_roles()


CAPITAL = Remembered(_means_a_name)  # surface -> whether it has a capital that means a name


def _letter(word: str) -> str:
    """A word's letter in `_shape`: n, p, t or w; in upper case that of a word of more than three letters."""
    surface = _without_ending(word)
    begins = surface.lower() in PARTICLES or CAPITAL[surface]
    capital = word[0].isupper()
    letter = ("n" if capital else "p") if begins else ("t" if capital else "w")  # Lee, de; Today, port
    return letter.upper() if len(word) > 3 else letter


_LETTERS = Remembered(_letter)
_MAY_BEGIN = re.compile("[NnPp]")


@once
def _shape(doc: Document) -> str:
    """One letter a word."""
    return "".join(map(_LETTERS.__getitem__, _written(doc)))


@once
def may_begin_names(doc: Document) -> tuple[int, ...]:
    """The words at which a name may begin: a capital that means one, or *de*."""
    return tuple([match.start() for match in _MAY_BEGIN.finditer(_shape(doc))])


def in_range(numbers: tuple[int, ...], words: range) -> tuple[int, ...]:
    """Those of some sorted numbers that a range holds."""
    return numbers[bisect_left(numbers, words.start) : bisect_left(numbers, words.stop)]


@dataclass(frozen=True, slots=True)
class Habits:
    """How this text writes its words."""

    names: frozenset[str]  # have a capital inside a sentence too, where it means a name
    written: frozenset[str]  # every word as it stands

    def writes_small(self, word: str) -> bool:
        """Whether a word in lower case stands without a capital, here or nearly everywhere."""
        return word in common_words() or (word in self.written and word[0].islower())


@once
def find_habits(doc: Document) -> Habits:
    """Read through a text for the words that it writes with a capital, and without."""
    known, gaps, text = surfaces(doc), doc.gaps, doc.text
    names = {
        known[word]
        for words, title in zip(doc.sentence_words, find_titles(doc), strict=True)
        if not title
        for word in in_range(may_begin_names(doc), words[1:])
        if gaps[word - 1] in WITHIN_A_CLAUSE and CAPITAL[known[word]]
    }
    written = [text[start:end] for start, end in doc.words.pairs()]
    return Habits(frozenset(names), frozenset(written))


@once
def find_titles(doc: Document) -> tuple[bool, ...]:
    """For each sentence whether every long word has a capital, as in a Headline Like This.

    Headlines have no stop, or stand alone: *Port Union Calls New Strike.*
    """
    shape = _shape(doc)
    return tuple([_is_title(doc, words, shape[words.start : words.stop]) for words in doc.sentence_words])


def _is_title(doc: Document, words: range, shape: str) -> bool:
    capitals = shape.count("N") + shape.count("T")
    n_long = capitals + shape.count("P") + shape.count("W")
    if n_long <= 2 or capitals <= TITLE_SHARE * n_long:
        return False
    end = doc.words.ends[words[-1]]
    if doc.text[end : end + 1] != ".":
        return True
    return capitals == n_long and _is_alone(doc, words) and _holds_common_word(doc, words)


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
