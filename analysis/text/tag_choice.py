"""The tagger at work: from left to right, each word gets the tag whose weights add up to most."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import compress, count
from typing import NamedTuple

from analysis.text.document import Document
from analysis.text.remembered import Remembered
from analysis.text.tag_features import (
    BEFORE_FIRST,
    EDGE_SIGN,
    FIRST,
    GAP_READ,
    MARKS,
    MARKS_READ,
    TITLE_SHARE,
    TITLE_WORDS,
    Token,
    find_features,
    is_title,
    make_token,
)
from analysis.text.tag_weights import LARGEST, MIDDLE, PLACE, TagWeights

# Before a letter that is a name whatever its weights, in a row of words and marks as written: *Ann B. Lee*.
INITIAL = "~"
# Two edges behind a sentence and two before the next one.
BETWEEN_SENTENCES = 4 * EDGE_SIGN
# A word behind one of these begins.
_BEFORE_FIRST = BEFORE_FIRST | {EDGE_SIGN}

# The marks that are read of the first characters of a gap.
_MARKS = Remembered[str, str](lambda gap: "".join([mark for mark in gap if mark in MARKS][:MARKS_READ]))


@dataclass(slots=True)
class Features:
    """A token as the tagger weighs it: the weights that it brings in each place of a sentence, added up."""

    token: Token
    shape: str  # of the token
    only: str  # the tag of a word that has but one; a mark stands for its own; "" where there is a choice
    is_word: bool
    tags: tuple[str, ...]  # the possible ones
    likely: str  # of these the tag that the word itself weighs most for
    likely_place: int  # where its weight begins in a sum, in bits
    rivals: int  # the highest bits of the places of the others
    own: int
    as_last: int
    as_last_but_one: int
    as_following: int
    as_after: int
    behind_tag: Mapping[str, int]  # by the tag before it
    before_shape: Mapping[str, int]  # by the shape of the word behind it


class Tagger(NamedTuple):
    """Learned numbers: (feature, its value) -> weights of the tags; and the tags of known words.

    What was added up once is kept: by spelling, as `find_spellings` has them, and by pair of tags.
    """

    tags: tuple[str, ...]
    known: dict[str, tuple[int, ...]]
    weights: TagWeights
    read: Remembered[str, Features]
    tag_pairs: Remembered[str, Remembered[str, int]]  # by the tag two before a word, and the one before


def find_tokens(tagger: Tagger, doc: Document) -> list[Features]:
    """The words and marks of a document, as the tagger weighs them."""
    return list(map(tagger.read.__getitem__, find_spellings(doc)))


def find_spellings(doc: Document) -> list[str]:
    """The words and marks of all sentences as written, with edges, `FIRST` and `INITIAL`."""
    written = list(doc.written)
    for words in _find_titles(doc):
        written[words.start : words.stop] = map(FIRST.__add__, doc.written[words.start : words.stop])
    spellings: list[str] = []
    done = 0
    for number, marks in _find_marks(doc):
        spellings += written[done:number]
        if marks == "." and _is_initial(written[number - 1 : number + 1]):
            spellings[-1] = INITIAL + spellings[-1]
        spellings += marks
        if not _BEFORE_FIRST.isdisjoint(marks):
            written[number : number + 1] = map(FIRST.__add__, doc.written[number : number + 1])
        done = number
    return spellings


def _is_initial(pair: Sequence[str]) -> bool:
    """Whether of two words with a stop between them the first is an initial between names: *Ann B. Lee*."""
    tokens = [make_token(spelling) for spelling in pair]
    return [token.shape for token in tokens] == ["Capital", "Capital"] and len(tokens[0].ending) == 1


def _find_marks(doc: Document) -> list[tuple[int, str]]:
    """The marks of a document that are context, each row with the number of the word behind it.

    Between sentences stand the marks behind the one, four edges, and the marks before the other.
    """
    folded, starts, ends, between = doc.folded, doc.words.starts, doc.words.ends, doc.between
    found = {
        number: marks
        for number in compress(count(1), doc.gaps)
        if (marks := _MARKS[between[number - 1][:GAP_READ]])
    }
    behind = ""
    for words, (start, end) in zip(doc.sentence_words, doc.sentences.pairs(), strict=True):
        if words:
            before = folded[start : starts[words.start]]
            found[words.start] = behind + BETWEEN_SENTENCES + _MARKS[before[:GAP_READ]]
            behind = _MARKS[folded[ends[words.stop - 1] : end][:GAP_READ]]
    found[len(starts)] = behind + BETWEEN_SENTENCES
    return sorted(found.items())


def _find_titles(doc: Document) -> Iterator[range]:
    """The words of each sentence that `is_title`."""
    done = 0
    for words in doc.sentence_words:
        begun, done = done, bisect_left(doc.capitals, words.stop)
        # No share of so few words makes a title: those of most sentences need not be looked at.
        if done - begun > TITLE_SHARE * TITLE_WORDS and is_title(doc.written[words.start : words.stop]):
            yield words


def choose_tags(tagger: Tagger, tokens: list[Features]) -> list[str]:
    """The tags of the words: of each the one whose weights add up to most, among the possible ones."""
    pairs, ones = tagger.tag_pairs, tagger.weights.ones
    tags: list[str] = []
    last = last_but_one = tokens[0]
    before = before_that = last.only
    for this, following, after in zip(tokens, tokens[1:], tokens[2:], strict=False):  # up to the last edges
        tag = this.only
        if not tag:
            total = (
                this.own + last.as_last + last_but_one.as_last_but_one
                + following.as_following + after.as_after + this.before_shape[following.shape]
                + this.behind_tag.get(before, 0) + pairs[before_that][before]
            )  # fmt: skip
            # The likely tag is right four times of five, and one addition shows it. It brings that tag to
            # MIDDLE, the highest bit of a place, and changes the others as much: then none has that bit.
            most = total >> this.likely_place & LARGEST
            rivals = (total + (MIDDLE - most) * ones) & this.rivals
            if not rivals:
                tag = this.likely
            else:
                possible = this.rivals | MIDDLE << this.likely_place
                place, is_equal = tagger.weights.find_most(total, possible, rivals.bit_length() - PLACE)
                tag = tagger.tags[place // PLACE]
                if is_equal:
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
