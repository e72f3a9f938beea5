"""Parts of speech: one Penn tag for each word, by an averaged perceptron with weights of our own.

The algorithm is that of NLTK's `PerceptronTagger` (Collins 2002; Honnibal 2013): from left to right,
each word gets the tag whose weights for its features add up to most. The weights are plain numbers in
``data/models/tagger.json``; ``data/models/tagger.md`` tells where they come from and how good they are.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from functools import cache, partial

from analysis.text.document import Document, once
from analysis.text.library import DATA
from analysis.text.remembered import REMEMBERED, Remembered
from analysis.text.spans import Spans
from analysis.text.tag_choice import INITIAL, Features, choose_tags, find_tokens
from analysis.text.tag_choice import Tagger as Tagger
from analysis.text.tag_features import (
    Token,
    make_token,
    of_after,
    of_following,
    of_last,
    of_last_but_one,
    of_shapes,
    of_tags,
    of_word,
)
from analysis.text.tag_weights import MIDDLE, PLACE, TagWeights
from analysis.text.tokenization import find_words

# Of words so written the tags are known; a capital inside a sentence can make any word a name.
WRITTEN_SMALL = frozenset(["lower", "First"])

# Features whose value is a word.
WORD_FEATURES = ("word", "word before", "word two before", "next word", "word after next")

OPEN_TAGS = frozenset(["NN", "JJ", "VB"])


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
    every = tuple(range(len(tags)))
    possible_tags = Remembered[tuple[int, ...], tuple[tuple[str, ...], int]](
        lambda numbers: (tuple([tags[number] for number in numbers]), packed.highest(numbers))
    )
    rivals_of = Remembered[tuple[int, int], int](lambda pair: pair[0] ^ MIDDLE << pair[1])
    before_shape = Remembered[str, Remembered[str, int]](
        lambda shape: Remembered(lambda following: packed.pack(of_shapes(shape, following)))
    )
    behind_ending = Remembered[str, dict[str, int]](partial(packed.pack_behind, "tag before and ending"))

    def weigh_word(token: Token) -> Features:
        possible = numbered.get(token.word, every) if token.shape in WRITTEN_SMALL else every
        names, highest = possible_tags[possible]
        only = {"mark": token.word, "edge": "-START-"}.get(token.shape, names[0] if len(names) == 1 else "")
        own = 0 if only else packed.empty + packed.pack(of_word(token))
        likely = PLACE * possible[0]
        if not only:
            likely, _ = packed.find_most(own, highest, likely)
        # To its neighbors a word is the same with and without a capital.
        last, last_but_one, following, after, behind_tag = around[token.word, token.ending]
        return Features(
            token=token,
            shape=token.shape,
            only=only,
            is_word=token.shape not in ("mark", "edge"),
            tags=names,
            likely=tags[likely // PLACE],
            likely_place=likely,
            rivals=rivals_of[highest, likely],
            own=own,
            as_last=last,
            as_last_but_one=last_but_one,
            as_following=following,
            as_after=after,
            behind_tag=behind_tag,
            before_shape=before_shape[token.shape],
        )

    def weigh_around(written: tuple[str, str]) -> tuple[int, int, int, int, dict[str, int]]:
        token = Token(*written, "")
        last, last_but_one = packed.pack(of_last(token)), packed.pack(of_last_but_one(token))
        following, after = packed.pack(of_following(token)), packed.pack(of_after(token))
        return last, last_but_one, following, after, weigh_behind(token)

    def weigh_behind(token: Token) -> dict[str, int]:
        ending = behind_ending[token.ending]
        word = packed.pack_behind("tag before and word", token.word)
        return ending | {tag: row + ending.get(tag, 0) for tag, row in word.items()} if word else ending

    around = Remembered(weigh_around)
    weighed = Remembered(weigh_word)

    def weigh(spelling: str) -> Features:
        if spelling[0] == INITIAL:
            return replace(weigh(spelling[1:]), only="NNP")
        token = make_token(spelling)
        # Of a word that no weight names, only ending and shape tell: all such words share one row.
        return weighed[token if token.word in words else Token("", token.ending, token.shape)]

    tag_pairs = Remembered[str, Remembered[str, int]](
        lambda before_that: Remembered(lambda before: packed.pack(of_tags(before, before_that)))
    )
    # A word that also stands at the head of sentences is two spellings.
    read = Remembered(weigh, limit=2 * REMEMBERED)
    return Tagger(tuple(tags), numbered, packed, read, tag_pairs)


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
    return _by_sentence(doc)[index]


def tag_word(doc: Document, number: int) -> str:
    """The tag of one word of a document in its sentence, by its number; "" where it lies in none.

    >>> from analysis.text.document import make_document
    >>> tag_word(make_document("She left. He stayed."), 3)
    'VBD'
    """
    sentence = doc.sentences.holding(doc.words.starts[number])
    if sentence is None:
        return ""
    return tag_sentence(doc, sentence)[number - doc.sentence_words[sentence].start]


@once
def _by_sentence(doc: Document) -> tuple[tuple[str, ...], ...]:
    tags = tag_words(doc)
    return tuple([tags[words.start : words.stop] for words in doc.sentence_words])


@once
def tag_words(doc: Document) -> tuple[str, ...]:
    """Penn Treebank tags of all words of a document, as `tag_sentence` gives them."""
    tagger = load_tagger()
    return tuple(choose_tags(tagger, find_tokens(tagger, doc)))


def tag_text(text: str) -> list[tuple[str, str]]:
    """The words of one sentence with their tags, for a first look.

    >>> tag_text("The council can't agree.")
    [('The', 'DT'), ('council', 'NN'), ("can't", 'MD'), ('agree', 'VB')]
    """
    spans = tuple(find_words(text))
    tags = tag_spans(load_tagger(), text, spans)
    return [(text[a:b], tag) for (a, b), tag in zip(spans, tags, strict=True)]


def tag_spans(tagger: Tagger, sentence: str, spans: Sequence[tuple[int, int]]) -> list[str]:
    """Tag the words of a sentence, given their spans."""
    if not spans:
        return []
    whole = Spans.of([(0, len(sentence))])
    doc = Document("", sentence, whole, whole, Spans.of(spans).cut(sentence))
    return choose_tags(tagger, find_tokens(tagger, doc))
