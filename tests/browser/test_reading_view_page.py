"""The report's page in a real browser: what people see, hear and reach with the keyboard."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from analysis.findings.agreement import read_marks
from analysis.findings.reading import find_all, measure_all
from analysis.text.document import Document, make_document
from analysis.views.figures import FIGURES, draw_figure
from analysis.views.page import format_page
from analysis.views.reading_view.layers import LAYERS, list_view_marks

Open = Callable[..., Page]
FaultFinder = Callable[[Page], list[str]]
HOSTILE = (
    "“<script>alert(1)</script>,” Ada Brook said. </style><img src=x onerror=alert(1)>\r\n\r\n"
    "She claimed that [this](javascript:alert(1)) must stop. "
    "A right\u202eto left\u202c, zero\u200bwidth text.\r\n\r\n"
    "The brutal regime 🙂🙂 hid “the 🙂 truth” from its victims, critics said.\n\n" + "🙂" * 10_000
)


@pytest.fixture(scope="module")
def article_page(article: Document) -> str:
    findings = find_all(article)
    return format_page(findings, measure_all(findings), [draw_figure(name, findings) for name in FIGURES])


def text_of(page: Page) -> str:
    return str(page.evaluate("document.querySelector('#text').textContent"))


def marks_of(page: Page) -> list[list[int]]:
    """Start, end, layer, label and reason of each mark, as the page's script has them."""
    return list(json.loads(page.evaluate("document.querySelector('#marks').textContent"))["marks"])


def switch_all(page: Page) -> None:
    for box in page.query_selector_all(".switches input"):
        box.check()


def reason(page: Page) -> str:
    return page.inner_text("#reason")


def test_the_text_on_the_page_is_the_source(open_page: Open, article_page: str, article: Document) -> None:
    assert text_of(open_page(article_page)) == article.text


def test_hostile_text_shows_as_text(open_page: Open) -> None:
    findings = find_all(make_document(HOSTILE, id="<img src=x onerror=alert(1)>"))
    page = open_page(format_page(findings, measure_all(findings), []))
    assert text_of(page) == HOSTILE
    assert page.inner_text("h1") == "<img src=x onerror=alert(1)>"
    assert page.query_selector_all("#text script, #text img, #text a") == []
    shown = page.evaluate(
        "m => m.map(([a, b]) => document.querySelector('#text').textContent.slice(a, b))", marks_of(page)
    )
    assert shown == [HOSTILE[mark.start : mark.end] for mark in list_view_marks(findings)]


def test_each_layer_switches_its_letters_and_lines_on_and_off(open_page: Open, article_page: str) -> None:
    """What the layer draws is read from the browser: the letters before and behind, and the background."""
    page = open_page(article_page)
    look = """() => Array.from(document.querySelectorAll('#text .s')).map(
        stretch => ['::before', '::after', null].map(part => {
            const style = getComputedStyle(stretch, part);
            return [style.content, style.backgroundImage, style.boxShadow].join();
        }).join())"""
    for box in page.query_selector_all(".switches input"):
        box.uncheck()
    plain = page.evaluate(look)
    for layer in LAYERS:
        box = page.locator(f".switches input[value={layer}]")
        box.check()
        drawn = sum(a != b for a, b in zip(page.evaluate(look), plain, strict=True))
        assert drawn, f"{layer} draws nothing"
        box.uncheck()
        assert page.evaluate(look) == plain


def test_the_keyboard_reaches_every_visible_mark_and_hears_its_reason(
    open_page: Open, article_page: str
) -> None:
    page = open_page(article_page)
    switch_all(page)
    n_stretches = page.locator("#text [data-start]").count()
    page.keyboard.press("Home")
    page.locator("#text [tabindex='0']").focus()
    page.keyboard.press("Home")
    heard = set()
    for _ in range(n_stretches):
        assert page.evaluate("document.activeElement.closest('#text') !== null")
        for number in page.evaluate("document.activeElement.dataset.m").split():
            heard.add(int(number))
        layers = [title.rstrip(": ") for title in page.locator("#reason b").all_inner_texts()]
        assert layers
        assert set(layers) <= {layer.title for layer in LAYERS.values()}
        page.keyboard.press("n")
    assert heard == set(range(len(marks_of(page))))
    assert page.get_attribute("#reason", "aria-live") == "polite"
    page.keyboard.press("Escape")
    assert reason(page) == ""


def test_only_one_mark_stands_in_the_way_of_the_tab_key(open_page: Open, article_page: str) -> None:
    page = open_page(article_page)
    assert page.locator("#text [tabindex='0']").count() == 1


def test_pointing_at_a_mark_tells_why_it_stands_there(open_page: Open, article_page: str) -> None:
    page = open_page(article_page)
    page.locator("#text .framing").first.hover()
    assert "Frames of argument: A, violence and victims" in reason(page)
    assert "source:" in reason(page)


def test_a_tap_on_a_phone_tells_it_too(open_page: Open, article_page: str) -> None:
    page = open_page(article_page, width=390, height=800, has_touch=True, is_mobile=True)
    page.locator("#text .v-direct").first.tap()
    assert "Voices: direct quotation" in reason(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "nothing hangs over the edge"


def test_a_row_of_a_table_leads_to_its_characters_and_back(
    open_page: Open, article_page: str, article: Document
) -> None:
    page = open_page(article_page)
    page.get_by_text("Every mark and its reason").click()
    page.locator("details[data-layer=quotations] > summary").click()
    row = page.locator("details[data-layer=quotations] tr[data-n] button").nth(3)
    words = row.inner_text().removesuffix(" …")
    row.click()
    assert page.is_checked(".switches input[value=quotations]"), "its layer is switched on"
    picked = "".join(page.locator("#text .picked").all_text_contents())
    assert picked.startswith(words)
    page.locator("#reason li", has_text="Quotations").first.get_by_text("Its row").click()
    assert page.evaluate("document.activeElement.textContent").removesuffix(" …") == words
    page.locator("summary", has_text="Quotations, each with its reason").click()
    button = page.locator("button[data-from]").last
    start, end = (int(button.get_attribute(name) or 0) for name in ("data-from", "data-to"))
    button.click()
    assert page.evaluate("[...CSS.highlights.get('place')][0].toString()") == article.text[start:end]


def test_every_figure_is_drawn_has_words_and_grows(open_page: Open, article_page: str) -> None:
    page = open_page(article_page)
    drawings = page.locator("figure svg")
    assert drawings.count() == len(FIGURES)
    for drawing in drawings.all():
        assert drawing.get_attribute("role") == "img"
        assert len(drawing.get_attribute("aria-label") or "") > 40
        widths = drawing.locator("use[href^='#DejaVu']").evaluate_all(
            "letters => letters.map(letter => letter.getBoundingClientRect().width)"
        )
        assert sum(widths) > 100, "the letters are drawn"
    page.locator("button[data-figure]").first.click()
    assert page.locator("dialog[open] svg").bounding_box()["width"] > 800  # type: ignore[index]
    page.keyboard.press("Escape")
    assert page.locator("dialog[open]").count() == 0


def test_a_reader_marks_the_text_and_keeps_the_marks(open_page: Open, tmp_path: Path) -> None:
    """One mark by selecting, one by writing the words; a browser's offsets become the file's."""
    doc = make_document("🙂🙂 The brutal regime hid it.\r\n\r\nThe =brutal+ 🙂 regime.", id="story")
    findings = find_all(doc)
    page = open_page(format_page(findings, {}, []))
    page.locator("#own-marks > summary").click()
    panel = page.locator("#own-marks")
    panel.get_by_label("Layer").select_option("framing")
    panel.get_by_label("Label").fill("adversary_delegitimation")
    page.evaluate("""() => {
        const walker = document.createTreeWalker(document.querySelector('#text'), NodeFilter.SHOW_TEXT);
        let node = walker.nextNode();
        while (!node.data.includes('regime')) node = walker.nextNode();
        const start = node.data.indexOf('regime');
        getSelection().setBaseAndExtent(node, start, node, start + 6);
    }""")
    panel.get_by_role("button", name="Mark", exact=True).click()
    panel.get_by_label("Words to mark").fill("=brutal+ 🙂")
    panel.get_by_role("button", name="Mark these words").click()
    panel.get_by_label("Words to mark").fill("nowhere")
    panel.get_by_role("button", name="Mark these words").click()
    assert "does not say “nowhere”" in panel.get_by_role("status").inner_text()
    with page.expect_download() as download:
        panel.get_by_role("button", name="Save my marks").click()
    assert download.value.suggested_filename == "story-marks.csv"
    download.value.save_as(tmp_path / "mine.csv")
    (marks,) = read_marks(tmp_path / "mine.csv", doc).values()
    assert [doc.text[mark.start : mark.end] for mark in marks] == ["regime", "=brutal+ 🙂"]
    assert '"=brutal' not in (tmp_path / "mine.csv").read_text(encoding="utf-8")
    panel.get_by_role("button", name="Remove mark 1").click()
    assert panel.locator("li").count() == 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1300])
def test_axe_finds_no_serious_fault(
    open_page: Open, find_faults: FaultFinder, article_page: str, scheme: str, width: int
) -> None:
    page = open_page(article_page, width=width, color_scheme=scheme)
    switch_all(page)
    page.evaluate("document.querySelectorAll('details').forEach(details => { details.open = true })")
    page.get_by_label("Label", exact=True).fill("mine")
    page.get_by_label("Words to mark").fill("massacre")
    page.get_by_role("button", name="Mark these words").click()
    page.locator("#text [tabindex='0']").focus()
    assert find_faults(page) == []


def test_on_paper_the_marks_are_black_white_and_gray(open_page: Open, article_page: str) -> None:
    page = open_page(article_page, color_scheme="dark")
    switch_all(page)
    page.emulate_media(media="print", color_scheme="dark")
    drawn = page.evaluate(
        """() => Array.from(document.querySelectorAll('#text, #text .s')).flatMap(s =>
            (getComputedStyle(s).backgroundImage + getComputedStyle(s).color + getComputedStyle(s).boxShadow)
            .match(/rgba?\\([^)]*\\)/g) || [])"""
    )
    colors = {tuple(color[color.index("(") + 1 : -1].split(", ")[:3]) for color in drawn}
    assert colors
    assert all(len(set(color)) == 1 for color in colors), colors
    assert not page.is_visible("#reason")


def test_a_text_of_100_000_words_stays_usable(open_page: Open, article: Document) -> None:
    text = "\n\n".join([article.text] * 220)
    findings = find_all(make_document(text))
    assert len(findings.doc.words) > 100_000
    page = open_page(format_page(findings, {}, []))
    box = page.locator(".switches input[value=tone]")
    start = time.monotonic()
    box.check()
    page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    assert time.monotonic() - start < 1.0
    assert text_of(page) == text


@pytest.mark.parametrize(
    ("name", "width", "scheme"), [("reading-view", 1200, "light"), ("reading-view-phone", 390, "dark")]
)
def test_picture_of_the_page(
    open_page: Open, article_page: str, pictures: Path, name: str, width: int, scheme: str
) -> None:
    page = open_page(article_page, width=width, height=800, color_scheme=scheme)
    page.check(".switches input[value=loaded]")
    page.locator("#text .loaded").nth(1).click()
    page.evaluate("scrollTo(0, 0)")
    page.screenshot(path=pictures / f"{name}.png")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "nothing hangs over the edge"
