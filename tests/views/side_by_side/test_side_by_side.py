"""Texts side by side: each column is its text, links lead there and back, and the page needs nothing else."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.findings.agreement import compare_readers, list_disagreements
from analysis.findings.agreement.readers import LabeledSpan
from analysis.findings.comparison import compare_texts
from analysis.findings.reading import Findings, find_all
from analysis.text.document import make_document
from analysis.text.rewording import reword
from analysis.views.side_by_side import format_before_after, format_readers, format_side_by_side
from analysis.views.side_by_side.columns import Anchor, ColumnMark, format_column

PAPER = """Ferry “stays” <b>in</b> port & waits 🙂

“We will not sail before the hull is mended,” said Jon Reyes, its captain.\r
Nine people were hurt when the ferry struck the old pier.
"""
WIRE = """The police came. “We will never sail before the hull is mended,” Captain Reyes told reporters.

Nine people were hurt when the ferry hit the old pier."""
LETTER = "Captain Reyes wrote: “We will not sail before the hull is mended.” He lied."
VOID = {"meta", "img", "input", "br"}


class Page(HTMLParser):
    """The columns' texts, ids, link targets and addresses of a page; fails where tags do not nest."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.texts: list[str] = []
        self.in_text = 0  # how deep the column's text is open
        self.ids: list[str] = []
        self.targets: list[str] = []
        self.described: list[str] = []
        self.addresses: list[str] = []
        self.tags: set[str] = set()
        self.alts: list[str | None] = []
        self.feed(html)
        assert not self.open

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        values = dict(attributes)
        self.tags.add(tag)
        self.ids += [values["id"] or ""] if "id" in values else []
        self.described += [values["aria-describedby"] or ""] if "aria-describedby" in values else []
        if "src" in values:
            self.addresses.append(values["src"] or "")
            self.alts.append(values.get("alt"))
        if "href" in values:
            self.targets.append(values["href"] or "")
        assert "style" not in values
        assert not any(name.startswith("on") for name in values)
        if tag in VOID:
            return
        self.open.append(tag)
        if tag == "div" and values.get("class") == "text":
            self.texts.append("")
            self.in_text = len(self.open)

    def handle_endtag(self, tag: str) -> None:
        assert self.open[-1] == tag
        if self.in_text == len(self.open):
            self.in_text = 0
        self.open.pop()

    def handle_data(self, data: str) -> None:
        if self.in_text:
            self.texts[-1] += data


@pytest.fixture(scope="module")
def texts() -> list[Findings]:
    sources = (("paper", PAPER), ("wire", WIRE), ("letter", LETTER))
    return [find_all(make_document(text, id=id_)) for id_, text in sources]


@pytest.fixture(scope="module")
def html(texts: list[Findings]) -> str:
    return format_side_by_side(texts, compare_texts(texts))


@pytest.fixture(scope="module")
def swapped() -> tuple[str, str, str]:
    swap = reword(
        make_document("The regime fell. The heroic army won."), [("regime", "rule"), ("heroic", "")]
    )
    page = format_before_after(swap, find_all(swap.before), find_all(swap.after))
    return swap.before.text, swap.after.text, page


def test_each_column_holds_exactly_its_text(html: str, texts: list[Findings]) -> None:
    assert Page(html).texts == [findings.doc.text for findings in texts]


def test_the_texts_before_and_after_other_words_stand_there_exactly(swapped: tuple[str, str, str]) -> None:
    before, after, page = swapped
    assert Page(page).texts == [before, after]


def test_every_link_leads_to_a_place_on_the_page_and_no_place_has_two_names(
    html: str, swapped: tuple[str, str, str]
) -> None:
    for page in (Page(html), Page(swapped[2])):
        assert page.targets
        assert len(set(page.ids)) == len(page.ids)
        assert {target.removeprefix("#") for target in page.targets} | set(page.described) <= set(page.ids)


def test_a_quotation_in_three_texts_is_a_ring_of_links(html: str) -> None:
    ring = dict(re.findall(r'id="(Q1-\d)" href="#(Q1-\d)"', html))
    assert ring == {"Q1-1": "Q1-2", "Q1-2": "Q1-3", "Q1-3": "Q1-1"}


def test_a_sentence_that_two_texts_share_is_linked_and_its_edits_are_told(html: str) -> None:
    assert dict(re.findall(r'id="(S\d-\d)" href="#(S\d-\d)"', html)) == {"S1-1": "S1-2", "S1-2": "S1-1"}
    assert "when the ferry [−struck−] {+hit+} the old pier" in html


def test_a_sentence_is_not_linked_again_where_its_quotation_is(html: str) -> None:
    assert html.count('href="#S2-') == 0


def test_changed_words_are_marked_on_both_sides_and_words_taken_out_leave_a_sign(
    swapped: tuple[str, str, str],
) -> None:
    page = swapped[2]
    assert re.findall(r'class="link w kept" id="(W\d-\d)"', page) == ["W1-1", "W2-1", "W1-2"]
    assert re.findall(r'class="link w gone" id="(W\d-\d)"', page) == ["W2-2"]
    assert "[−regime−] {+rule+}" in page
    assert 'aria-label="W2: words left out here"' in page


def test_the_page_runs_no_script_fetches_nothing_and_allows_only_its_own_style(html: str) -> None:
    page = Page(html)
    assert not page.tags & {"script", "link", "iframe", "form", "b"}
    assert page.addresses
    assert all(address.startswith("data:") for address in page.addresses)
    style = re.findall("<style>(.*?)</style>", html, re.DOTALL)
    digest = b64encode(sha256(style[0].encode("utf-8")).digest()).decode("ascii")
    assert f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:" in html
    assert "url(" not in style[0]
    assert "@import" not in style[0]


def test_figures_have_words_for_those_who_cannot_see_them(html: str) -> None:
    alts = Page(html).alts
    assert alts
    assert all(alts)


def test_the_key_explains_every_letter_that_a_text_bears(html: str) -> None:
    key = html[html.index('<p class="key">') : html.index('<div class="columns"')]
    letters = set(" ".join(re.findall(r' data-c="([^"]+)"', html)).split())
    assert letters
    assert all(re.search(rf"\b{letter} \w", key) for letter in letters)


def test_texts_that_share_nothing_get_a_page_too() -> None:
    pair = [find_all(make_document(text, id=id_)) for id_, text in (("x", "It rained."), ("y", "Snow."))]
    page = format_side_by_side(pair, compare_texts(pair))
    assert Page(page).texts == ["It rained.", "Snow."]
    assert "No quotation and no sentence of four words or more is shared." in page


def test_two_texts_of_one_id_are_refused() -> None:
    pair = [find_all(make_document(text, id="x")) for text in ("It rained.", "Snow.")]
    with pytest.raises(ValueError, match="each text needs an id of its own, and these have x, x"):
        format_side_by_side(pair, compare_texts(pair))


def test_a_title_with_markup_in_it_stays_text() -> None:
    pair = [find_all(make_document("It rained.", id=id_)) for id_ in ("<script>x</script>", "b")]
    assert "script" not in Page(format_side_by_side(pair, compare_texts(pair))).tags


@pytest.fixture(scope="module")
def readers() -> tuple[str, str]:
    doc = make_document("The angry mob\r\nburned the <old> pier.", id="pier")
    marks = {
        "ada": [LabeledSpan(4, 13, "blame"), LabeledSpan(15, 21, "harm")],
        "ben": [LabeledSpan(4, 9, "blame"), LabeledSpan(10, 13, "out_group"), LabeledSpan(15, 21, "harm")],
    }
    differ = list_disagreements(doc, marks["ada"], marks["ben"])
    differ = differ.assign(layer="", reader_a="ada", reader_b="ben")
    return doc.text, format_readers(doc, {"": marks}, compare_readers(doc, marks), differ)


def test_each_reader_has_the_text_in_a_column_of_its_own(readers: tuple[str, str]) -> None:
    text, html = readers
    page = Page(html)
    assert page.texts == [text, text]
    assert {target.removeprefix("#") for target in page.targets} <= set(page.ids)


def test_disagreements_that_touch_are_one_place_and_each_reader_s_marks_are_told(
    readers: tuple[str, str],
) -> None:
    _, html = readers
    told = html[html.index('<li id="D1">') : html.index("</ol>")]
    assert re.findall("<bdi>(.*?)</bdi>", told) == [
        "angry mob", "ada", "“angry mob” as blame", "ben", "“angry” as blame; “mob” as out group",
    ]  # fmt: skip
    assert 'id="D2' not in html


def test_readers_who_agree_differ_nowhere() -> None:
    doc = make_document("The mob burned it.")
    marks = {name: [LabeledSpan(4, 7, "blame")] for name in ("ada", "ben")}
    differ = list_disagreements(doc, marks["ada"], marks["ben"])
    page = format_readers(doc, {"": marks}, compare_readers(doc, marks), differ)
    assert "They differ nowhere." in page


@st.composite
def columns(draw: st.DrawFn) -> tuple[str, list[ColumnMark], list[Anchor]]:
    text = draw(st.text(alphabet="ab <&>\"'\r\n\t🙂é", min_size=1, max_size=20))
    places = st.integers(0, len(text))
    spans = [sorted(pair) for pair in draw(st.lists(st.tuples(places, places), max_size=6))]
    marks = [ColumnMark(a, b, "v-direct", "t", "D", "K") for a, b in spans if a < b]
    cuts = sorted(draw(st.sets(places, max_size=6)))
    anchors = [Anchor(a, b, f"Q{a}-1", "Q0-2", f"Q{a}") for a, b in zip(cuts[::2], cuts[1::2], strict=False)]
    if anchors and anchors[-1].end < len(text):
        anchors.append(Anchor(len(text), len(text), "W9-2", "W9-1", "W9"))
    return text, marks, anchors


@given(columns())
def test_marks_and_links_never_change_a_text(drawn: tuple[str, list[ColumnMark], list[Anchor]]) -> None:
    text, marks, anchors = drawn
    page = Page(format_column(make_document(text), marks, anchors))
    assert page.texts == [text]
    assert page.ids == [anchor.id for anchor in anchors]
