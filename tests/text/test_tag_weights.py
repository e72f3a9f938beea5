"""The packed sums of the tagger are those of its plain numbers, and so are its tags."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.text.document import make_document
from analysis.text.library import DATA
from analysis.text.tag_features import EDGE, find_features, find_tokens
from analysis.text.tag_weights import LARGEST, MIDDLE, PLACE, SCALE, TagWeights
from analysis.text.tagging import WRITTEN_SMALL, Tagger, load_tagger, tag_sentence, tag_spans
from analysis.text.tokenization import find_words, fold_marks

TAGS = ("NN", "VB", "JJ")
_WORDS = """
The the Council council's B. Lee A U.S. said: told can't that that? walked, of 30,000 5 $ Roe, plans plan
report mullahs' (left) WHO IT it; Why? ill-fated Hull-based quickly new best — striking strike, to .. ......
I No. no reported
"""
WORDS = _WORDS.split()
tenths = st.integers(-1_000, 1_000).map(lambda n: n / SCALE)
rows = st.dictionaries(st.sampled_from("abcd"), st.dictionaries(st.sampled_from(TAGS), tenths))


def tag_slowly(tagger: Tagger, folded: str, spans: Sequence[tuple[int, int]]) -> list[str]:
    """The slow twin: for each word, every weight of every feature added for itself."""
    tokens = [token for token, _ in find_tokens(folded, spans)]
    tags: list[str] = []
    before, before_that = "-START-", "-START-"
    for place, token in enumerate(tokens):
        tag = token.word
        if token.shape != "mark":
            scores = tagger.weights.add_up_plainly(find_features(tokens, place, before, before_that))
            possible = tagger.known.get(token.word) if token.shape in WRITTEN_SMALL else None
            best = max(possible or range(len(tagger.tags)), key=lambda number: scores[number])
            following, after = [*tokens, EDGE, EDGE][place + 1 : place + 3]
            is_initial = (
                len(token.word) == 1 and following.word == "." and {token.shape, after.shape} == {"Capital"}
            )
            tag = "NNP" if is_initial else tagger.tags[best]
            tags.append(tag)
        before, before_that = tag, before
    return tags


@given(
    plain=st.fixed_dictionaries({"word": rows, "ending": rows}),
    values=st.lists(st.sampled_from("abcde"), max_size=30),
)
def test_packed_sums_are_the_plain_sums(plain: dict, values: list[str]) -> None:  # type: ignore[type-arg]
    weights = TagWeights(TAGS, plain)
    features = [(("word", "ending")[n % 2], value) for n, value in enumerate(values)]
    total = weights.empty + weights.pack(features)
    packed = [((total >> PLACE * number & LARGEST) - MIDDLE) / SCALE for number in range(3)]
    assert packed == pytest.approx(weights.add_up_plainly(features), abs=1e-6)


@given(
    sums=st.lists(
        st.integers(-99, 99).flatmap(lambda n: st.sampled_from([n, 100 * n])), min_size=3, max_size=3
    ),
    numbers=st.sets(st.integers(0, 2), min_size=1),
    data=st.data(),
)
def test_the_most_of_the_possible_tags_is_found_from_any_of_them(
    sums: list[int], numbers: set[int], data: st.DataObject
) -> None:
    plain = {"word": {"run": {tag: n / SCALE for tag, n in zip(TAGS, sums, strict=True)}}}
    weights = TagWeights(TAGS, plain)
    total = weights.empty + weights.pack([("word", "run")])
    begin = PLACE * data.draw(st.sampled_from(sorted(numbers)))
    place, is_equal = weights.find_most(total, weights.highest(numbers), begin)
    most = max(sums[number] for number in numbers)
    equals = [number for number in numbers if sums[number] == most]
    assert place // PLACE in equals
    assert is_equal == (len(equals) > 1)


def test_the_weights_that_the_project_ships_have_one_digit_behind_the_point() -> None:
    plain = load_tagger().weights.plain
    weights = {weight for values in plain.values() for row in values.values() for weight in row.values()}
    assert all(weight * SCALE == pytest.approx(round(weight * SCALE), abs=1e-9) for weight in weights)


def test_no_sum_of_weights_nor_difference_of_two_reaches_into_the_next_place() -> None:
    plain = load_tagger().weights.plain
    largest = [max(abs(w) for row in values.values() for w in row.values()) for values in plain.values()]
    assert 2 * sum(largest) * SCALE < MIDDLE


@pytest.mark.parametrize("number", range(0, 18, 4))
def test_a_text_has_the_tags_of_the_plain_sums(number: int) -> None:
    tagger = load_tagger()
    files = sorted((DATA / "texts").glob("*.txt"))
    doc = make_document(files[number % len(files)].read_text(encoding="utf-8"))
    for index, (start, end) in enumerate(doc.sentences):
        spans = [(a - start, b - start) for a, b in (doc.words[n] for n in doc.words.inside(start, end))]
        assert tag_sentence(doc, index) == tuple(tag_slowly(tagger, doc.folded[start:end], spans))


@settings(max_examples=50)
@given(
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=40), st.text(" .,:?!'\u201c\u2014A$", max_size=9)
)
def test_any_row_of_words_and_marks_has_the_tags_of_the_plain_sums(words: list[str], gap: str) -> None:
    tagger = load_tagger()
    text = fold_marks(" ".join(words[::2]) + gap + " ".join(words[1::2]))
    spans = list(find_words(text))
    assert tag_spans(tagger, text, spans) == tag_slowly(tagger, text, spans)


@settings(max_examples=50)
@given(
    st.lists(st.sampled_from(WORDS), max_size=40),
    st.lists(st.text(" .,:?!\n\u201c\u2014A$", max_size=5), min_size=40, max_size=40),
)
def test_each_sentence_of_any_text_has_the_tags_that_it_has_alone(words: list[str], gaps: list[str]) -> None:
    doc = make_document("".join(word + " " + gap for word, gap in zip(words, gaps, strict=False)))
    for index, (start, end) in enumerate(doc.sentences):
        spans = [(a - start, b - start) for a, b in (doc.words[n] for n in doc.sentence_words[index])]
        assert tag_sentence(doc, index) == tuple(tag_slowly(load_tagger(), doc.folded[start:end], spans))
