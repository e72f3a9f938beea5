"""The tagger at work: from left to right, each word gets the tag whose weights add up to most."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from struct import Struct
from typing import NamedTuple

from analysis.text.document import Document
from analysis.text.remembered import Remembered
from analysis.text.tag_features import (
    BEFORE_FIRST,
    FIRST,
    INSIDE,
    MARK,
    Token,
    find_features,
    find_marks,
    find_titles,
)
from analysis.text.tag_weights import LARGEST, MIDDLE, TagWeights

# How a spelling stands that is a name whatever its weights: *Ann B. Lee*.
INITIAL = "initial"


@dataclass(slots=True)
class Features:
    """A token as the tagger weighs it: the weights that it brings in each place of a sentence, added up."""

    token: Token
    shape: str  # of the token
    only: str  # the tag of a word that has but one; a mark stands for its own; "" where there is a choice
    is_word: bool
    tags: tuple[str, ...]  # the possible ones
    places: Struct  # where their weights lie in a sum
    is_open: bool  # whether all tags are possible
    likely: str  # the tag that the word itself weighs most for
    likely_place: int  # where its weight begins in a sum, in bits
    own: int
    as_last: int
    as_last_but_one: int
    as_following: int
    as_after: int
    behind_tag: Mapping[str, int]  # by the tag before it
    before_shape: Mapping[str, int]  # by the shape of the word behind it


class Tagger(NamedTuple):
    """Learned numbers: (feature, its value) -> weights of the tags; and the tags of known words.

    What was added up once is kept: by spelling, inside a sentence and where it begins, and by pair of tags.
    """

    tags: tuple[str, ...]
    known: dict[str, tuple[int, ...]]
    weights: TagWeights
    read: dict[str, Remembered[str, Features]]  # by how a spelling stands
    tag_pairs: Remembered[tuple[str, str], int]


def find_tokens(tagger: Tagger, doc: Document) -> list[Features]:
    """The words and marks of a document as `find_spellings` has them, with two edges around each sentence."""
    written = doc.written
    first, inside, marks = tagger.read[FIRST], tagger.read[INSIDE], tagger.read[MARK]
    words: list[Features] = []
    for numbers, title in zip(filter(None, doc.sentence_words), find_titles(doc), strict=True):
        spellings = written[numbers.start : numbers.stop]
        words += map(first.__getitem__, spellings[:1])
        words += map((first if title else inside).__getitem__, spellings[1:])
    tokens: list[Features] = []
    done = 0
    for number, found in find_marks(doc):
        tokens += words[done:number]
        if found == "." and _is_initial(words[number - 1 : number + 1]):
            tokens[-1] = tagger.read[INITIAL][written[number - 1]]
        elif not BEFORE_FIRST.isdisjoint(found):
            words[number : number + 1] = map(first.__getitem__, written[number : number + 1])
        tokens += map(marks.__getitem__, found)
        done = number
    return tokens


def _is_initial(pair: list[Features]) -> bool:
    """Whether of two words with a stop between them the first is an initial between names: *Ann B. Lee*."""
    return len(pair) == 2 and len(pair[0].token.ending) == 1 and pair[0].shape == pair[1].shape == "Capital"


def choose_tags(tagger: Tagger, tokens: list[Features]) -> list[str]:
    """The tags of the words: of each the one whose weights add up to most, among the possible ones."""
    pairs, weights = tagger.tag_pairs, tagger.weights
    size, ones, highest = weights.size, weights.ones, weights.empty
    tags: list[str] = []
    last = last_but_one = tokens[0]
    before = before_that = last.only
    for this, following, after in zip(tokens, tokens[1:], tokens[2:], strict=False):  # up to the last edges
        tag = this.only
        if not tag:
            total = (
                this.own + last.as_last + last_but_one.as_last_but_one
                + following.as_following + after.as_after + this.before_shape[following.shape]
                + this.behind_tag.get(before, 0) + pairs[before, before_that]
            )  # fmt: skip
            if this.is_open:
                # The likely tag is right four times of five, and one addition shows it. It brings that tag to
                # MIDDLE, the highest bit of a place, and changes the others as much: then none has that bit.
                most = total >> this.likely_place & LARGEST
                if (total + (MIDDLE - most) * ones) & highest == MIDDLE << this.likely_place:
                    tag = this.likely
            if not tag:
                scores = this.places.unpack(total.to_bytes(size, "little"))
                most = max(scores)
                tag = this.tags[scores.index(most)]
                if scores.count(most) > 1:
                    window = [last_but_one, last, this, following, after]
                    tag = _first_of_equals(tagger, window, before, before_that)
        if this.is_word:
            tags.append(tag)
        last_but_one, last = last, this
        before_that, before = before, tag
    return tags


def _first_of_equals(tagger: Tagger, window: list[Features], before: str, before_that: str) -> str:
    """The first of the tags that weigh most, by the plain sums, of a word with two tokens on each side.

    Being rounded, those rarely are equal: the figures on how good the tagger is were measured with them.
    """
    features = find_features([features.token for features in window], 2, before, before_that)
    weights = dict(zip(tagger.tags, tagger.weights.add_up_plainly(features), strict=True))
    return max(window[2].tags, key=weights.__getitem__)
