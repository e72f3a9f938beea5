"""The packed sums of the tagger are those of its plain numbers, and so are its tags."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.text.document import make_document
from analysis.text.library import DATA
from analysis.text.tag_weights import MIDDLE, SCALE, TagWeights
from analysis.text.tagging import Tagger, load_tagger, tag_sentence, tag_words

TAGS = ("NN", "VB", "JJ")
tenths = st.integers(-1_000, 1_000).map(lambda n: n / SCALE)
rows = st.dictionaries(st.sampled_from("abcd"), st.dictionaries(st.sampled_from(TAGS), tenths))


class PlainWeights(TagWeights):
    """The slow twin: every weight added for itself."""

    def add_up(self, features):  # type: ignore[no-untyped-def]
        return tuple(self.add_up_plainly(features))


@given(plain=st.fixed_dictionaries({"word": rows, "ending": rows}), values=st.lists(st.sampled_from("abcde")))
def test_packed_sums_are_the_plain_sums(plain: dict, values: list[str]) -> None:  # type: ignore[type-arg]
    weights = TagWeights(TAGS, plain)
    features = [(("word", "ending")[n % 2], value) for n, value in enumerate(values)]
    packed = [(total - MIDDLE) / SCALE for total in weights.add_up(features)]
    assert packed == pytest.approx(weights.add_up_plainly(features), abs=1e-6)


def test_the_weights_that_the_project_ships_have_one_digit_behind_the_point() -> None:
    plain = load_tagger().weights.plain
    weights = {weight for values in plain.values() for row in values.values() for weight in row.values()}
    assert all(weight * SCALE == pytest.approx(round(weight * SCALE), abs=1e-9) for weight in weights)


@pytest.mark.parametrize("number", range(0, 18, 4))
def test_a_text_has_the_tags_of_the_plain_sums(number: int) -> None:
    fast = load_tagger()
    slow = Tagger(fast.tags, fast.known, PlainWeights(fast.tags, fast.weights.plain))
    files = sorted((DATA / "texts").glob("*.txt"))
    doc = make_document(files[number % len(files)].read_text(encoding="utf-8"))
    for index, (start, end) in enumerate(doc.sentences):
        spans = [(a - start, b - start) for a, b in (doc.words[n] for n in doc.words.inside(start, end))]
        assert tag_sentence(doc, index) == tuple(tag_words(slow, doc.folded[start:end], spans))
