"""Parts of speech: one Penn tag for each word, by an averaged perceptron with weights of our own.

The algorithm is that of NLTK's `PerceptronTagger` (Collins 2002; Honnibal 2013): from left to right,
each word gets the tag whose weights for its features add up to most. The weights are plain numbers in
``data/models/tagger.json``; ``data/models/tagger.md`` tells where they come from and how good they are.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from analysis.text.document import Document
from analysis.text.library import DATA
from analysis.text.remembered import REMEMBERED, Remembered
from analysis.text.tag_features import (
    EDGE,
    FIRST,
    INSIDE,
    MARK,
    Token,
    find_features,
    find_spellings,
    make_token,
    of_after,
    of_following,
    of_last,
    of_last_but_one,
    of_shapes,
    of_tags,
    of_word,
    of_word_behind_tag,
)
from analysis.text.tag_weights import TagWeights
from analysis.text.tokenization import find_words, fold_marks

# Of words so written the tags are known; a capital inside a sentence can make any word a name.
WRITTEN_SMALL = frozenset(["lower", "First"])

# Features whose value is a word.
WORD_FEATURES = ("word", "word before", "word two before", "next word", "word after next")

OPEN_TAGS = frozenset(["NN", "JJ", "VB"])


class Features(NamedTuple):
    """A token as the tagger weighs it: the weights that it brings in each place of a sentence, added up."""

    token: Token
    possible: tuple[int, ...] | None  # the tags of a known word
    only: str | None  # its tag, if it has but one
    own: int
    as_last: int
    as_last_but_one: int
    as_following: int
    as_after: int
    behind_tag: Remembered[str, int]  # by the tag before it


class Tagger(NamedTuple):
    """Learned numbers: (feature, its value) -> weights of the tags; and the tags of known words.

    What was added up once is kept: by spelling, inside a sentence and where it begins, and by pair of tags.
    """

    tags: tuple[str, ...]
    known: dict[str, tuple[int, ...]]
    weights: TagWeights
    edge: Features
    read: dict[str, Remembered[str, Features]]  # by how a spelling stands
    tag_pairs: Remembered[tuple[str, str], int]
    shape_pairs: Remembered[tuple[str, str], int]


@cache
def load_tagger() -> Tagger:
    """The weights of ``data/models/tagger.json``."""
    model = json.loads((DATA / "models" / "tagger.json").read_text(encoding="utf-8"))
    return make_tagger(model["tags"], model["known"], model["weights"])


@cache
def common_words() -> frozenset[str]:
    """Frequent words that name nobody: a capital on them only begins a sentence."""
    tagger = load_tagger()
    names = {tagger.tags.index("NNP"), tagger.tags.index("NNPS")}
    return frozenset(word for word, possible in tagger.known.items() if not names.intersection(possible))


@cache
def function_words() -> frozenset[str]:
    """Frequent words that are no noun, verb or adjective: the, that, two, where."""
    tagger = load_tagger()
    return frozenset(
        word
        for word, possible in tagger.known.items()
        if not any(tagger.tags[number][:2] in OPEN_TAGS for number in possible)
    )


def make_tagger(
    tags: Sequence[str], known: dict[str, list[str]], weights: dict[str, dict[str, dict[str, float]]]
) -> Tagger:
    """A tagger from plain tables: feature -> value -> tag -> weight."""
    place = {tag: number for number, tag in enumerate(tags)}
    numbered = {word: tuple(place[tag] for tag in possible) for word, possible in known.items()}
    packed = TagWeights(tuple(tags), weights)
    words = {word for feature in WORD_FEATURES for word in weights.get(feature, {})}
    words |= known.keys() | {value.rpartition(" ")[2] for value in weights.get("tag before and word", {})}
    weighed: dict[tuple[str, ...], Features] = {}

    def weigh(token: Token) -> Features:
        # Of a word that no weight names, only ending and shape tell: all such words share one row.
        alike = token if token.word in words else (token.ending, token.shape)
        if alike not in weighed:
            if len(weighed) >= REMEMBERED:
                weighed.clear()
            weighed[alike] = weigh_word(token)
        return weighed[alike]

    def weigh_word(token: Token) -> Features:
        possible = numbered.get(token.word) if token.shape in WRITTEN_SMALL else None
        return Features(
            token,
            possible,
            tags[possible[0]] if possible and len(possible) == 1 else None,
            packed.pack(of_word(token)),
            packed.pack(of_last(token)),
            packed.pack(of_last_but_one(token)),
            packed.pack(of_following(token)),
            packed.pack(of_after(token)),
            Remembered(lambda before: packed.pack(of_word_behind_tag(token, before))),
        )

    def read(stands: str) -> Remembered[str, Features]:
        return Remembered(lambda spelling: weigh(make_token(spelling, stands)))

    tables = {stands: read(stands) for stands in (MARK, FIRST, INSIDE)}
    tag_pairs = Remembered[tuple[str, str], int](lambda pair: packed.pack(of_tags(*pair)))
    shape_pairs = Remembered[tuple[str, str], int](lambda pair: packed.pack(of_shapes(*pair)))
    return Tagger(tuple(tags), numbered, packed, weigh(EDGE), tables, tag_pairs, shape_pairs)


def tag_sentence(doc: Document, index: int) -> tuple[str, ...]:
    """Penn Treebank tags of the words that begin in one sentence of a document.

    Returns: one tag for each word of ``doc.sentence_words[index]``, in order: NN, NNS,
    NNP, NNPS (nouns, names), PRP, PRP$ (pronouns), VB, VBD, VBG, VBN, VBP, VBZ, MD (verbs), IN, TO, RB,
    JJ, DT, CD … A word is tagged by its head: ``can't`` MD, ``mullahs'`` NNS, ``President-elect`` NNP;
    a hyphenated word before a noun is an adjective.

    Limits: about one word in fourteen is wrong (the card has the figures), most often a name for a noun
    and a past participle for a past tense: *the horse raced past the barn fell*.

    Source: Collins (2002), as in `nltk.tag.perceptron`; weights learned for this project.

    >>> from analysis.text.document import make_document
    >>> tag_sentence(make_document("She said that he left London."), 0)
    ('PRP', 'VBD', 'IN', 'PRP', 'VBD', 'NNP')
    """
    known = doc.tags.get(index)
    if known is None:
        start, end = doc.sentences[index]
        words = doc.sentence_words[index]
        spans = [(doc.words.starts[n] - start, doc.words.ends[n] - start) for n in words]
        known = doc.tags[index] = tuple(tag_words(load_tagger(), doc.folded[start:end], spans))
    return known


def tag_text(text: str) -> list[tuple[str, str]]:
    """The words of one sentence with their tags, for a first look.

    >>> tag_text("The council can't agree.")
    [('The', 'DT'), ('council', 'NN'), ("can't", 'MD'), ('agree', 'VB')]
    """
    spans = tuple(find_words(text))
    tags = tag_words(load_tagger(), fold_marks(text), spans)
    return [(text[a:b], tag) for (a, b), tag in zip(spans, tags, strict=True)]


def tag_words(tagger: Tagger, folded: str, spans: Sequence[tuple[int, int]]) -> Iterator[str]:
    """Tag the words of a sentence (straight marks), given their spans."""
    tables = tagger.read
    seen = [tables[stands][spelling] for spelling, stands in find_spellings(folded, spans)]
    edge = tagger.edge
    before, before_that = "-START-", "-START-"
    around = zip(
        [edge, edge, *seen], [edge, *seen], seen, [*seen[1:], edge], [*seen[2:], edge, edge], strict=False
    )
    for window in around:
        tag = window[2].only
        if tag is None:
            token = window[2].token
            if token.shape == "mark":
                before, before_that = token.word, before
                continue
            if _is_initial(token, window[3].token, window[4].token):
                tag = "NNP"
            else:
                tag = _best(tagger, window, before, before_that)
        yield tag
        before, before_that = tag, before


def _is_initial(token: Token, following: Token, after: Token) -> bool:
    """Whether a token is an initial between names: *Ann B. Lee*."""
    letter = len(token.word) == 1 and token.shape == "Capital"
    return letter and following.word == "." and after.shape == "Capital"


# Two tokens before a word, the word, two behind it.
Window = tuple[Features, Features, Features, Features, Features]


def _best(tagger: Tagger, window: Window, before: str, before_that: str) -> str:
    """The tag whose weights add up to most, among the possible ones."""
    last_but_one, last, this, following, after = window
    scores: Sequence[float] = tagger.weights.unpack(
        this.own + last.as_last + last_but_one.as_last_but_one + following.as_following + after.as_after
        + this.behind_tag[before] + tagger.tag_pairs[before, before_that]
        + tagger.shape_pairs[this.token.shape, following.token.shape]
    )  # fmt: skip
    possible = this.possible
    if possible is not None:
        scores = [scores[number] for number in possible]
    most = max(scores)
    if scores.count(most) > 1:
        # Of equals the first is taken. The plain sums, being rounded, rarely are equal: the figures on how
        # good the tagger is were measured with them.
        tokens = [features.token for features in window]
        plain = tagger.weights.add_up_plainly(find_features(tokens, 2, before, before_that))
        scores = plain if possible is None else [plain[number] for number in possible]
        most = max(scores)
    place = scores.index(most)
    return tagger.tags[place if possible is None else possible[place]]
