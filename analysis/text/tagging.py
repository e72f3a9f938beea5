"""Parts of speech: one Penn tag for each word, by an averaged perceptron with weights of our own.

The algorithm is that of NLTK's `PerceptronTagger` (Collins 2002; Honnibal 2013): from left to right,
each word gets the tag whose weights for its features add up to most. The weights are plain numbers in
``data/models/tagger.json``; ``data/models/tagger.md`` tells where they come from and how good they are.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from analysis.text.document import Document
from analysis.text.library import DATA
from analysis.text.tag_weights import TagWeights
from analysis.text.tokenization import find_words, fold_marks

# Marks that are context. Quotation marks are not among them: the tags of a sentence must not depend on
# the style of its marks, nor an apostrophe be taken for one.
MARKS = frozenset(".,;:!?()[]-–—/…$£€%&#@")
# Of a row of marks between two words (..........), the tagger reads this many.
MARKS_READ = 2
# Where more of the long words have a capital, capitals mean nothing.
TITLE_SHARE = 0.7

# Of words so written the tags are known; a capital inside a sentence can make any word a name.
WRITTEN_SMALL = frozenset(["lower", "First"])

OPEN_TAGS = frozenset(["NN", "JJ", "VB"])


class Tagger(NamedTuple):
    """Learned numbers: (feature, its value) -> weights of the tags; and the tags of known words."""

    tags: tuple[str, ...]
    known: dict[str, tuple[int, ...]]
    weights: TagWeights


class Token(NamedTuple):
    """A word or mark as the tagger sees it."""

    word: str  # lower case; numbers become one word
    ending: str  # last three letters
    shape: str  # how it is written: capital, all capitals, digits, hyphen


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
    return Tagger(
        tuple(tags),
        {word: tuple(place[tag] for tag in possible) for word, possible in known.items()},
        TagWeights(tuple(tags), weights),
    )


def tag_sentence(doc: Document, index: int) -> tuple[str, ...]:
    """Penn Treebank tags of the words that begin in one sentence of a document.

    Returns: one tag for each word of ``doc.words.inside(*doc.sentences[index])``, in order: NN, NNS,
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
        words = doc.words.inside(start, end)
        spans = ((doc.words.starts[n] - start, doc.words.ends[n] - start) for n in words)
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


def tag_words(tagger: Tagger, folded: str, spans: Iterable[tuple[int, int]]) -> Iterator[str]:
    """Tag the words of a sentence (straight marks), given their spans."""
    tokens = [token for token, _ in find_tokens(folded, spans)]
    before, before_that = "-START-", "-START-"
    for place, token in enumerate(tokens):
        if token.shape == "mark":
            before, before_that = token.word, before
            continue
        possible = tagger.known.get(token.word) if token.shape in WRITTEN_SMALL else None
        if _is_initial(tokens, place):
            tag = "NNP"
        elif possible is not None and len(possible) == 1:
            tag = tagger.tags[possible[0]]
        else:
            tag = _best(tagger, find_features(tokens, place, before, before_that), possible)
        yield tag
        before, before_that = tag, before


def _is_initial(tokens: Sequence[Token], place: int) -> bool:
    """Whether a token is an initial between names: *Ann B. Lee*."""
    token = tokens[place]
    if len(token.word) != 1 or token.shape != "Capital" or place + 2 >= len(tokens):
        return False
    return tokens[place + 1].word == "." and tokens[place + 2].shape == "Capital"


def _best(tagger: Tagger, features: tuple[tuple[str, str], ...], possible: tuple[int, ...] | None) -> str:
    """The tag whose weights add up to most, among the possible ones."""
    numbers = range(len(tagger.tags)) if possible is None else possible
    scores: Sequence[float] = tagger.weights.add_up(features)
    scores = scores if possible is None else [scores[number] for number in possible]
    if scores.count(max(scores)) > 1:
        # Of equals the first is taken. The plain sums, being rounded, rarely are equal: the figures on how
        # good the tagger is were measured with them.
        plain = tagger.weights.add_up_plainly(features)
        scores = [plain[number] for number in numbers]
    return tagger.tags[numbers[scores.index(max(scores))]]


def find_tokens(folded: str, spans: Iterable[tuple[int, int]]) -> Iterator[tuple[Token, int]]:
    """Words of a sentence and the marks between them, each with the number of its word (-1: a mark)."""
    spans = tuple(spans)
    position = 0
    first = True
    title = _is_title(folded, spans)
    for number, (start, end) in enumerate(spans):
        for mark in _marks(folded, position, start):
            yield Token(mark, mark, "mark"), -1
            first = first or mark in ":?!"
        yield _token(folded[start:end], first or title), number
        first = False
        position = end
    for mark in _marks(folded, position, len(folded)):
        yield Token(mark, mark, "mark"), -1


def find_features(
    tokens: Sequence[Token], place: int, before: str, before_that: str
) -> tuple[tuple[str, str], ...]:
    """What the tagger knows of a word: (feature, value). Training and tagging share this one list."""
    word, ending, shape = tokens[place]
    last = tokens[place - 1] if place else EDGE
    last_but_one = tokens[place - 2] if place > 1 else EDGE
    following = tokens[place + 1] if place + 1 < len(tokens) else EDGE
    after = tokens[place + 2] if place + 2 < len(tokens) else EDGE
    return (
        ("word", word),
        ("ending", ending),
        ("last two letters", word[-2:]),
        ("shape", shape),
        ("shape and ending", shape + " " + ending),
        ("tag before", before),
        ("two tags before", before_that + " " + before),
        ("tag before and word", before + " " + word),
        ("tag before and ending", before + " " + ending),
        ("word before", last.word),
        ("ending before", last.ending),
        ("word two before", last_but_one.word),
        ("next word", following.word),
        ("next ending", following.ending),
        ("next shape", following.shape + " " + shape),
        ("word after next", after.word),
    )


EDGE = Token("-EDGE-", "-EDGE-", "edge")


def _marks(folded: str, start: int, end: int) -> list[str]:
    return [mark for mark in folded[start : min(end, start + 8)] if mark in MARKS][:MARKS_READ]


def _is_title(folded: str, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether nearly all long words begin with a capital, as in a Headline Like This One."""
    long = [folded[start] for start, end in spans if end - start > 3]
    return len(long) > 2 and sum(letter.isupper() for letter in long) > TITLE_SHARE * len(long)


@lru_cache(maxsize=16_384)
def _token(surface: str, first: bool) -> Token:
    """A word as the tagger sees it; a capital says little where a sentence begins."""
    word = surface.lower()
    if surface[0].isdigit():
        shape = "number" if surface[-1].isdigit() else "digits"
        word = "#" * min(len(word), 4) if shape == "number" else word
    elif surface.isupper() and len(surface) > 1:
        shape = "capitals"
    elif surface[0].isupper():
        shape = "First" if first else "Capital"
    else:
        shape = "lower"
    if "-" in surface:
        shape += " hyphen"
    elif surface.endswith(("'s", "s'")):
        shape += " possessive"
    return Token(word, word[-3:], shape)
