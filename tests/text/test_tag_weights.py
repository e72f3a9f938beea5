"""The packed sums of the tagger are those of its plain numbers, and so are its tags."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.text.document import make_document
from analysis.text.library import DATA
from analysis.text.tag_features import EDGE, find_features, find_tokens
from analysis.text.tag_weights import MIDDLE, SCALE, TagWeights
from analysis.text.tagging import WRITTEN_SMALL, Tagger, load_tagger, tag_sentence

TAGS = ("NN", "VB", "JJ")
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
    packed = [(total - MIDDLE) / SCALE for total in weights.unpack(weights.pack(features))]
    assert packed == pytest.approx(weights.add_up_plainly(features), abs=1e-6)


def test_the_weights_that_the_project_ships_have_one_digit_behind_the_point() -> None:
    plain = load_tagger().weights.plain
    weights = {weight for values in plain.values() for row in values.values() for weight in row.values()}
    assert all(weight * SCALE == pytest.approx(round(weight * SCALE), abs=1e-9) for weight in weights)


def test_no_sum_of_weights_reaches_into_the_next_place() -> None:
    plain = load_tagger().weights.plain
    largest = [max(abs(w) for row in values.values() for w in row.values()) for values in plain.values()]
    assert sum(largest) * SCALE < MIDDLE


@pytest.mark.parametrize("number", range(0, 18, 4))
def test_a_text_has_the_tags_of_the_plain_sums(number: int) -> None:
    tagger = load_tagger()
    files = sorted((DATA / "texts").glob("*.txt"))
    doc = make_document(files[number % len(files)].read_text(encoding="utf-8"))
    for index, (start, end) in enumerate(doc.sentences):
        spans = [(a - start, b - start) for a, b in (doc.words[n] for n in doc.words.inside(start, end))]
        assert tag_sentence(doc, index) == tuple(tag_slowly(tagger, doc.folded[start:end], spans))
