"""What `discourse compare` prints."""

from __future__ import annotations

import pytest

from analysis.findings.comparison import compare_texts
from analysis.findings.reading import find_all
from analysis.text.document import make_document
from analysis.views.comparison_text import format_comparison

FIRST = (
    "Ada Brook said the ferry must sail. “We will not wait for a new bridge,” said Jon Reyes. Nine men left."
)
SECOND = (
    "Mayor Brook spoke. “We will never wait for a new bridge,” Reyes said. Nine men left. The people rule."
)


@pytest.fixture(scope="module")
def printed() -> str:
    texts = [find_all(make_document(text, id=id_)) for id_, text in (("first", FIRST), ("second", SECOND))]
    return format_comparison(texts, compare_texts(texts))


@pytest.mark.parametrize(
    "line",
    [
        "first: 21 words",
        "first | second: 1 shared, 1 and 0 only in one",
        "    we will [−not−] {+never+} wait for a new bridge",
        "    nothing: with so few words, none of the differences is clear",
        "    first: the ferry: sail (indirect quotation)",
        "    nine men                first: 0 of 1",
    ],
)
def test_each_part_of_the_template_is_filled(line: str, printed: str) -> None:
    assert line in printed.splitlines()


def test_texts_that_share_nothing_are_compared_all_the_same() -> None:
    texts = [find_all(make_document(text, id=id_)) for id_, text in (("x", "It rained."), ("y", "Snow."))]
    printed = format_comparison(texts, compare_texts(texts))
    assert "x | y: 0 shared, 0 and 0 only in one" in printed
    assert "nobody is told to do anything" in printed
    assert "nan" not in printed
