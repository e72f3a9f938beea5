"""The report's page: its text is the source, each mark gives its reason, nothing runs or is fetched."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.findings.agreement import LAYERS as LAYERS_OF_READERS
from analysis.findings.agreement import list_tool_marks
from analysis.findings.agreement.readers import LabeledSpan
from analysis.findings.reading import Findings, find_all, measure_all
from analysis.text.document import SourceCard, make_document
from analysis.text.reading import load_text
from analysis.views.figures import FIGURES, draw_figure
from analysis.views.page import format_page
from analysis.views.reading_view import highlight, show_readers, show_table
from analysis.views.reading_view.layers import LAYERS, ViewMark, first_layers, list_view_marks
from analysis.views.reading_view.markup import carry_text, format_text
from analysis.views.reading_view.own_marks import list_labels
from analysis.views.reading_view.segments import cut_segments, find_wide, to_utf16

HOSTILE = [
    "<script>alert(1)</script>",
    "</script><script>alert(2)</script>",
    "<!--<script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "</div></style></title> & &amp; &#65;",
    "[a](javascript:alert(1)) <a href='javascript:alert(1)'>x</a>",
    "carriage\r\nreturn, lone \r and \ttab",
    "right\u202eto left\u202c, zero\u200bwidth, \ufeffmark",
    "a \x00 NUL and \ud83d a lone surrogate",
    "]]> ${x} {{x}} %s \\u003c",
    "🙂" * 40,
]
ARTICLE = (
    "The rescue was a shameful failure. “We lost everything,” Ada Brook said. "
    "She claimed that the council must act.\n\n"
    "Officials were warned of 3,000 victims. The brutal regime hid the truth 🙂, the mayor's critics said."
)
VOID = {"meta", "img", "input", "br"}


class Page(HTMLParser):
    """What a browser makes of a page: the elements with their attributes, and the text of some of them."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: dict[str, str] = {}
        self.title = ""
        self.open: list[tuple[str, str | None]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attributes)))
        if tag not in VOID:
            self.open.append((tag, dict(attributes).get("id")))

    def handle_endtag(self, tag: str) -> None:
        assert self.open[-1][0] == tag, f"</{tag}> closes {self.open[-1]}"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        for tag, name in self.open:
            if name:
                self.texts[name] = self.texts.get(name, "") + data
            if tag == "title":
                self.title += data

    def with_attribute(self, name: str) -> list[dict[str, str | None]]:
        return [attributes for _, attributes in self.elements if name in attributes]


def page_of(text: str) -> str:
    findings = find_all(make_document(text, id="a telling id"))
    return format_page(findings, measure_all(findings), [])


@pytest.fixture(scope="module")
def findings() -> Findings:
    return find_all(make_document(ARTICLE, id="rescue"))


@pytest.fixture(scope="module")
def page(findings: Findings) -> str:
    figures = [draw_figure(name, findings) for name in ("tone", "quotation-share")]
    figures[0] = replace(figures[0], title="By <it>", alt_text="Two bars & a line.")
    return format_page(findings, measure_all(findings), figures)


@pytest.mark.parametrize("hostile", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_stands_on_the_page_as_text_and_nothing_runs(hostile: str) -> None:
    text = f"“{hostile},” Ada Brook said. {hostile} must stop the brutal regime."
    html = page_of(text)
    read = Page(html)
    assert read.texts["text"] == carry_text(text)
    assert [tag for tag, _ in read.elements].count("script") == 3, "two of data, and the page's own"
    assert not {"iframe", "object", "embed", "form", "base", "link"} & {tag for tag, _ in read.elements}
    assert not [name for _, attributes in read.elements for name in attributes if name.startswith("on")]
    assert json.loads(read.texts["marks"])["marks"], "marks lie on it"


@pytest.mark.parametrize("hostile", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_words_in_the_source_card_show_as_text(hostile: str) -> None:
    findings = find_all(make_document(ARTICLE, id=hostile))
    card = SourceCard(
        file=hostile,
        n_bytes=1,
        sha256="0",
        line_ends="LF",
        title=hostile,
        author=hostile,
        outlet=hostile,
        date=hostile,
        url=hostile,
    )
    findings = replace(findings, doc=replace(findings.doc, source=card, warnings=(hostile,)))
    read = Page(format_page(findings, measure_all(findings), []))
    assert read.title == f"Discourse Lens: {carry_text(hostile)}"
    assert read.texts["text"] == ARTICLE
    assert [tag for tag, _ in read.elements].count("script") == 3
    assert not [name for _, attributes in read.elements for name in attributes if name.startswith("on")]
    addresses = [attributes.get("href") or "" for attributes in read.with_attribute("href")]
    assert all(address.startswith("#") for address in addresses), "an address of the card is text, no link"


def test_the_policy_lets_in_the_pages_own_style_and_script_and_nothing_else(page: str) -> None:
    policy = next(a["content"] or "" for a in Page(page).with_attribute("http-equiv"))
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy
    style, script = (
        re.search("<style>(.*?)</style>", page, re.S),
        re.search("<script>(.*?)</script>", page, re.S),
    )
    assert style is not None
    assert script is not None
    for content in (style[1], script[1]):
        assert f"'sha256-{b64encode(sha256(content.encode()).digest()).decode()}'" in policy
    assert not Page(page).with_attribute("style"), "the policy would not let them work"


def test_the_page_names_no_address_that_a_browser_would_fetch(page: str) -> None:
    assert Page(page).with_attribute("src") == []
    assert set(re.findall(r"url\([^)]", page)) <= {"url(#"}
    assert "@import" not in page


def test_a_page_of_a_thousand_words_weighs_under_a_megabyte() -> None:
    """A text of its own words throughout: repeated ones would share their reasons."""
    texts = [load_text(name).text for name in ("mek-1988-call-for-justice", "harbor-strike-union-paper")]
    findings = find_all(make_document("\n\n".join(texts)))
    assert 900 < len(findings.doc.words) < 1_100
    figures = [draw_figure(name, findings, slides=False) for name in FIGURES]
    assert len(format_page(findings, measure_all(findings), figures).encode()) < 1_000_000


def test_every_mark_leads_to_its_characters_in_utf16(page: str, findings: Findings) -> None:
    data = json.loads(Page(page).texts["marks"])
    units = ARTICLE.encode("utf-16-le")
    marks = list_view_marks(findings)
    assert len(data["marks"]) == len(marks)
    for (start, end, layer, label, reason), mark in zip(data["marks"], marks, strict=True):
        assert units[2 * start : 2 * end].decode("utf-16-le") == ARTICLE[mark.start : mark.end]
        assert data["layers"][layer] == [mark.layer, LAYERS[mark.layer].title]
        assert data["strings"][label] == mark.label
        assert data["strings"][reason] == mark.reason


def test_every_layer_marks_something_and_every_mark_gives_a_reason(findings: Findings) -> None:
    marks = list_view_marks(findings)
    assert {mark.layer for mark in marks} == set(LAYERS)
    assert all(mark.label for mark in marks)
    assert all(mark.reason for mark in marks)


def test_the_page_and_the_view_show_first_the_frames_that_the_text_uses() -> None:
    news, appeal = (find_all(make_document(text)) for text in ("Prices rose.", "The massacre was denied."))
    assert (first_layers(news), first_layers(appeal)) == (["voices", "news_framing"], ["voices", "framing"])
    assert [title in highlight(news).html for title in ("Frames of news", "Frames of argument")] == [
        True,
        False,
    ]
    assert '<div id="text" class="marked on-voices on-news_framing"' in format_page(news, {}, [])


def test_no_layer_is_told_by_color_alone() -> None:
    """Each mark draws a letter, a sign or a bracket, or has a box around it."""
    marks = list_view_marks(find_all(make_document(ARTICLE)))
    assert all(mark.opens or mark.closes for mark in marks)


def test_a_table_row_with_a_place_leads_to_it(page: str) -> None:
    places = [
        (int(a["data-from"] or 0), int(a["data-to"] or 0)) for a in Page(page).with_attribute("data-from")
    ]
    quotation = ARTICLE.index("“"), ARTICLE.index("”") + 1
    assert quotation in places


def test_a_figure_has_its_alt_text_and_stands_inside_the_page(page: str) -> None:
    assert "By &lt;it&gt;" in page
    drawing = next(a for tag, a in Page(page).elements if tag == "svg" and a.get("role") == "img")
    assert drawing["aria-label"] == "Two bars & a line."


def test_the_letters_of_all_figures_are_written_once(page: str) -> None:
    glyphs = [
        a["id"] for tag, a in Page(page).elements if tag == "path" and a.get("id", "").startswith("DejaVu")
    ]
    assert len(glyphs) > 20
    assert len(glyphs) == len(set(glyphs))
    links = {(a["href"] or "")[1:] for tag, a in Page(page).elements if tag == "use"}
    assert links <= {a["id"] for a in Page(page).with_attribute("id")}, "every letter is there"


def test_a_page_says_what_it_cannot_tell_and_what_to_ask_elsewhere(page: str) -> None:
    told = re.sub("<[^>]+>", "", page)
    assert "Where the text comes from" in told
    assert "no source stands beside" in told
    assert "Who is behind this information?" in told
    assert "Find better coverage" in told


def test_readers_choose_among_the_labels_of_the_tool() -> None:
    assert set(list_labels()) == set(LAYERS_OF_READERS)
    tool = find_all(make_document(ARTICLE))
    for layer, labels in list_labels().items():
        assert {mark.label for mark in list_tool_marks(tool, layer)} <= set(labels)


def test_an_unknown_layer_is_answered_with_those_there_are(findings: Findings) -> None:
    with pytest.raises(ValueError, match="no layer 'tones'; there are: voices, quotations"):
        highlight(findings, layers=["tones"])


@pytest.mark.parametrize("hostile", HOSTILE, ids=range(len(HOSTILE)))
def test_the_view_in_a_notebook_needs_no_script_and_no_style_sheet(hostile: str) -> None:
    """An untrusted notebook drops both, so it looks the same there."""
    text = f"“{hostile},” Ada Brook said. {hostile} must stop."
    read = Page(highlight(make_document(text), layers=LAYERS).html)
    assert {tag for tag, _ in read.elements} <= {"p", "b", "div", "span", "sup"}
    assert not [name for _, attributes in read.elements for name in attributes if name.startswith("on")]
    titles = [attributes["title"] or "" for attributes in read.with_attribute("title")]
    assert any("Quotations: direct quotation of speech" in title for title in titles)


def test_the_view_in_a_notebook_is_the_text() -> None:
    html = highlight(make_document(ARTICLE), layers=LAYERS).html
    block = re.sub(r"<sup>.*?</sup>", "", html[html.index("<div") :])
    assert re.sub(r"<[^>]+>", "", block).replace("&#x27;", "'") == ARTICLE


def test_a_missing_number_shows_as_a_dash_and_a_cell_is_never_cut() -> None:
    import pandas as pd

    table = pd.DataFrame({"n": pd.array([1, None], dtype="Int64"), "words": ["x" * 300, None]})
    html = show_table(table, "a <caption>").html
    assert html.count("–") == 2
    assert "x" * 300 in html
    assert "<caption>a &lt;caption&gt;</caption>" in html


mark_places = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 30)), max_size=12)


def _marks(length: int, places: list[tuple[int, int]]) -> list[ViewMark]:
    layers = list(LAYERS)
    return [
        ViewMark(start, min(length, start + n), layers[number % len(layers)], "label", "why", "q", "(", ")")
        for number, (start, n) in enumerate(places)
        if start < length
    ]


@given(st.integers(0, 80), mark_places)
def test_segments_cover_the_text_once_and_carry_each_mark_where_it_lies(
    length: int, places: list[tuple[int, int]]
) -> None:
    marks = _marks(length, places)
    segments = cut_segments(length, marks)
    assert [place for s in segments for place in range(s.start, s.end)] == list(range(length))
    for number, mark in enumerate(marks):
        carried = [place for s in segments if number in s.marks for place in range(s.start, s.end)]
        assert carried == list(range(mark.start, mark.end))
    assert sorted(number for s in segments for number in s.opening) == list(range(len(marks)))
    assert sorted(number for s in segments for number in s.closing) == list(range(len(marks)))


def test_a_mark_outside_the_text_is_refused() -> None:
    with pytest.raises(ValueError, match="a mark from 2 to 9 does not lie in 5 characters"):
        cut_segments(5, [ViewMark(2, 9, "loaded", "", "", "loaded")])


@given(st.text(max_size=70), mark_places)
@settings(deadline=None)
def test_the_text_content_equals_the_source_under_any_marks(text: str, places: list[tuple[int, int]]) -> None:
    doc = make_document(text)
    read = Page(f'<div id="text">{format_text(doc, _marks(len(text), places))}</div>')
    assert read.texts.get("text", "") == carry_text(text)


@given(st.text(max_size=40))
def test_offsets_in_utf16_are_those_of_the_encoded_text(text: str) -> None:
    wide = find_wide(text)
    for place in range(len(text) + 1):
        assert to_utf16(wide, place) == len(text[:place].encode("utf-16-le", "surrogatepass")) // 2


def test_each_reader_has_a_line_and_a_letter_of_their_own() -> None:
    doc = make_document("The <b>ferry</b> sank at noon.")
    marks = {"A": [LabeledSpan(4, 16, "ship")], "B": [LabeledSpan(7, 21, "loss")]}
    html = show_readers(doc, marks).html
    read = Page(html)
    titles = [attributes["title"] for attributes in read.with_attribute("title")]
    assert titles == ["A: ship", "A: ship\nB: loss", "B: loss"]
    styles = [attributes["style"] or "" for attributes in read.with_attribute("title")]
    assert "border-bottom" in styles[1]
    assert "border-top" in styles[1]
    block = re.sub(r"<sup>.*?</sup>", "", html[html.index("<div") :])
    assert re.sub(r"<[^>]+>", "", block).replace("&lt;", "<").replace("&gt;", ">") == doc.text
    with pytest.raises(ValueError, match="4 readers are too many"):
        show_readers(doc, {"A": [], "B": [], "C": [], "D": []})
