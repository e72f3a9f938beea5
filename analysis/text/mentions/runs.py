"""Stretches of words with capitals that may name somebody: where a capital means a name, and where not."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from analysis.text.document import Document, once
from analysis.text.phrases import TIMES
from analysis.text.remembered import Remembered
from analysis.text.tag_features import TITLE_SHARE
from analysis.text.tagging import common_words, function_words
from analysis.text.wordlists import (
    load_given_names,
    load_organization_words,
    load_places,
    load_roles,
    role_of,
)

_PARTICLES = "de la van von der den bin al el da di du le ibn dos del ten ter"
PARTICLES = frozenset(_PARTICLES.split())
_SHORT_TIMES = "jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri sat sun"
SHORT_TIMES = frozenset(_SHORT_TIMES.split())
ARTICLES = frozenset(["la", "le", "al", "el"])
CONNECTORS = PARTICLES | {"of", "the"}
# Words with a capital that name nobody.
NO_NAME = frozenset(
    ["I", "I'm", "I've", "I'll", "I'd", "A", "OK", "TV", "CEO", "MP", "God", "Internet", "PM", "AM"]
)
HEADLINE = 5  # words, at least, where a stop follows
ACRONYM = 6  # letters, at most


# What is no part of a name behind it: Lee's, she'll.
_ENDINGS = frozenset(["'s", "'ll", "'d", "'re", "'ve", "'m", "'"])


def surface_of(doc: Document, word: int) -> str:
    """A word with straight marks, without a possessive ending or the rest of a contraction."""
    return surfaces(doc)[word]


def end_of(doc: Document, word: int) -> int:
    """Where a word ends without a possessive ending or the rest of a contraction."""
    return doc.words.starts[word] + len(surfaces(doc)[word])


@once
def surfaces(doc: Document) -> tuple[str, ...]:
    """Every word as `surface_of` gives it."""
    folded = doc.folded
    whole = (folded[start:end] for start, end in zip(doc.words.starts, doc.words.ends, strict=True))
    return tuple(_without_ending(word) if "'" in word else word for word in whole)


def _without_ending(word: str) -> str:
    cut = word.find("'", 1)
    return word[:cut] if cut > 0 and word[cut:].lower() in _ENDINGS else word


@dataclass(frozen=True, slots=True)
class Habits:
    """How this text writes its words."""

    names: frozenset[str]  # have a capital inside a sentence too, where it means a name
    common: frozenset[str]  # stand without a capital somewhere in the text

    def writes_small(self, word: str) -> bool:
        """Whether a word in lower case stands without a capital, here or nearly everywhere."""
        return word in self.common or word in common_words()


@once
def find_habits(doc: Document) -> Habits:
    """Read through a text for the words that it writes with a capital, and without."""
    names: set[str] = set()
    for words in doc.sentence_words:
        if not _is_title(doc, words):
            for word in _in_range(may_begin_names(doc), words.start + 1, words.stop):
                if _capital(surface_of(doc, word)) and _inside(doc, word):
                    names.add(surface_of(doc, word))
    text = doc.text
    return Habits(frozenset(names), frozenset([text[a:b] for a, b in doc.words.pairs() if text[a].islower()]))


@once
def may_begin_names(doc: Document) -> tuple[int, ...]:
    """The words at which a name may begin: a capital that means one, or *de*."""
    return tuple([word for word, surface in enumerate(surfaces(doc)) if _MAY_BEGIN[surface]])


def _in_range(numbers: tuple[int, ...], start: int, stop: int) -> tuple[int, ...]:
    return numbers[bisect_left(numbers, start) : bisect_left(numbers, stop)]


def _capital(surface: str) -> bool:
    if surface[:3] in ("al-", "el-") and surface[3:4].isupper():
        return True
    if not surface[0].isupper() or surface in NO_NAME:
        return False
    if surface.lower() in TIMES or surface.lower() in SHORT_TIMES:
        return False
    # U.S.-backed, Clinton-style describe; Clinton-Kaine and Al-Qaeda name
    return "-" not in surface or surface.rsplit("-", 1)[1][:1].isupper() or surface in load_roles()


_MAY_BEGIN = Remembered[str, bool](lambda surface: surface.lower() in PARTICLES or _capital(surface))


def _inside(doc: Document, word: int) -> bool:
    """Whether a word stands inside a clause: neither a colon nor an opening mark before it."""
    gap = doc.gaps[word - 1]
    return gap in ("", ",", "-", "--", "–", "(", ".") or (gap == "." and len(doc.keys[word - 1]) < 4)


def _is_title(doc: Document, words: range) -> bool:
    """Whether every long word has a capital, as in a Headline Like This.

    Headlines have no stop, or stand alone: *Port Union Calls New Strike.*
    """
    if not words:
        return False
    stopped = doc.text[doc.words.ends[words[-1]] : doc.words.ends[words[-1]] + 1] == "."
    if stopped and not _is_alone(doc, words):
        return False
    letters = [doc.text[doc.words.starts[w]] for w in words if doc.words.ends[w] - doc.words.starts[w] > 3]
    if stopped and not (all(map(str.isupper, letters)) and _holds_common_word(doc, words)):
        return False
    return len(letters) > 2 and sum(c.isupper() for c in letters) > TITLE_SHARE * len(letters)


def _holds_common_word(doc: Document, words: range) -> bool:
    """Whether a capital stands on a word that names nobody: *Says*."""
    surfaces = [surface_of(doc, word) for word in words[1:]]
    return any(
        len(surface) > 3
        and {surface.lower(), surface.lower().removesuffix("s")} & common_words()
        and role_of(surface) is None
        and not {surface, surface.lower()} & (load_organization_words().keys() | TIMES)
        for surface in surfaces
    )


def _is_alone(doc: Document, words: range) -> bool:
    """Whether words are all that their paragraph holds, and enough for a headline."""
    paragraph = doc.paragraphs.holding(doc.words.starts[words[0]])
    if paragraph is None or len(words) < HEADLINE:
        return False
    return doc.words.inside(*doc.paragraphs[paragraph]) == words


def find_runs(
    doc: Document, tags: tuple[str, ...], words: range, habits: Habits
) -> Iterator[tuple[int, int]]:
    """First and last word of each stretch of name words in one sentence."""
    title = _is_title(doc, words)
    free_from = words.start
    for place in _in_range(may_begin_names(doc), words.start, words.stop):
        if place < free_from or not _begins(doc, tags, place, words, habits, title):
            continue
        last = place
        while (following := _next(doc, place, last, words.stop)) is not None:
            if title and not _known(surface_of(doc, following), habits):
                break
            last = following
        yield place, last
        free_from = last + 1


def _known(surface: str, habits: Habits) -> bool:
    """Whether a capital means a name even where every word has one."""
    return surface in habits.names or surface in load_given_names() or surface in load_places()


@cache
def _no_names() -> frozenset[str]:
    """Words that begin no name: the, two, where; but not Will."""
    return function_words() - {name.lower() for name in load_given_names()}


def _begins(
    doc: Document,
    tags: tuple[str, ...],
    word: int,
    words: range,
    habits: Habits,
    title: bool,
) -> bool:
    surface = surface_of(doc, word)
    if surface.lower() in PARTICLES and word + 1 < words.stop and _joined(doc, word):
        return surface.lower() not in ARTICLES and _capital(surface_of(doc, word + 1))
    if not _capital(surface):
        return False
    if surface.lower() in _no_names() and not (surface.isupper() and 2 < len(surface) < ACRONYM):
        return False
    if not title and word > words.start and _inside(doc, word):
        return True
    if _known(surface, habits):
        return True
    if title:
        return False
    small = habits.writes_small(surface.lower())
    followed = word + 1 < words.stop and _joined(doc, word)
    if surface.isupper() and 2 <= len(surface.replace(".", "")) <= ACRONYM:
        after = surface_of(doc, word + 1) if followed else ""
        return not small or (after.isupper() and not habits.writes_small(after.lower()))  # PORT MERROW
    if surface in load_roles() and followed and _capital(surface_of(doc, word + 1)):
        return True
    if followed and not small and _capital(surface_of(doc, word + 1)) and _inside(doc, word + 1):
        return True
    return not small and tags[word - words.start] in ("NNP", "NNPS")


def _next(doc: Document, first: int, last: int, stop: int) -> int | None:
    """The next word of a name that goes on, over "of the", "de", or the stop of an initial."""
    if end_of(doc, last) != doc.words.ends[last] or last + 1 >= stop or not _joined(doc, last):
        return None
    surface = surface_of(doc, last + 1)
    if _capital(surface) and surface != "The":
        return last + 1
    step = last + 1
    if surface == "of" and not _takes_of(doc, first, last):
        return None
    while step < stop and step - last <= 2 and surface_of(doc, step) in CONNECTORS and _joined(doc, step - 1):
        step += 1
    if step == last + 1 or step >= stop or not _joined(doc, step - 1) or surface == "the":
        return None
    return step if _capital(surface_of(doc, step)) else None


def _takes_of(doc: Document, first: int, last: int) -> bool:
    words = load_organization_words()
    return any(surface_of(doc, word) in words for word in range(first, last + 1))


def _joined(doc: Document, word: int) -> bool:
    """Whether only white space on one line, or the stop of an abbreviation, divides it from the next."""
    gap = doc.text[doc.words.ends[word] : doc.words.starts[word + 1]]
    if gap.isspace():
        return True
    surface = doc.text[doc.words.starts[word] : doc.words.ends[word]]
    return gap.strip() == "." and (len(surface) < 4 or surface in load_roles()) and surface[0].isupper()
