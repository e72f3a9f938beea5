"""The marked text is the text: nothing added, nothing lost, nothing executed."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.text.document import make_document
from analysis.views.highlight import Mark, highlight_document

HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</div></style> & &amp; &#65;",
    "carriage\r\nreturn and \ttab",
    "🙂 right‮to left​zero width",
]


class TextContent(HTMLParser):
    """What a browser would give as the element's text content."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags.add(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


def read_back(page: str) -> TextContent:
    content = TextContent()
    content.feed(page)
    content.close()
    return content


def marks_on(text: str, borders: list[tuple[int, int]]) -> list[Mark]:
    return [
        Mark(start, end, "framing" if n % 2 else "voice", "A" if n % 2 else "direct", "because", n % 3 == 0)
        for n, (start, end) in enumerate(borders)
        if 0 <= start < end <= len(text)
    ]


@given(
    st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), min_size=1, max_size=80),
    st.lists(st.tuples(st.integers(0, 80), st.integers(0, 80)), max_size=12),
)
@settings(max_examples=200, deadline=None)
def test_the_text_content_equals_the_text_under_any_marks(text: str, borders: list[tuple[int, int]]) -> None:
    assert read_back(highlight_document(make_document(text), marks_on(text, borders))).text == text


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_shown_as_text(text: str) -> None:
    mark = Mark(0, len(text), "voice", "direct", text)
    content = read_back(highlight_document(make_document(text), [mark]))
    assert content.text == text
    assert content.tags == {"div", "span"}


def test_crossing_marks_each_keep_their_reason() -> None:
    page = highlight_document(
        make_document("one two three"),
        [Mark(0, 7, "voice", "direct", "she speaks"), Mark(4, 13, "framing", "A", "a term")],
    )
    assert page.count('title="she speaks"') == 1  # one
    assert page.count('title="she speaks\na term"') == 1  # two
    assert page.count('title="a term"') == 1  # three
