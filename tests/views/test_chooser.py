"""Widgets for one's own article: each choice shows its findings, and a file without an article a sentence."""

from __future__ import annotations

import base64
import io
import re
import zipfile
from datetime import UTC, datetime
from typing import Any

import pytest

from analysis.findings.reading import find_all
from analysis.text.document import make_document
from analysis.text.reading import ReadingError
from analysis.views.chooser import choose_article, show_findings
from analysis.views.downloads import format_downloads

TEXT = "“It was a shameful failure,” <b>Ada Brook</b> said. The council must act."


@pytest.fixture(scope="module")
def chooser() -> Any:
    return choose_article(first="harbor-strike-wire")


def upload(chooser: Any, name: str, content: bytes) -> None:
    file = {"name": name, "type": "", "size": len(content), "content": memoryview(content)}
    chooser.children[1].value = (file | {"last_modified": datetime(2024, 5, 2, tzinfo=UTC)},)


def test_the_first_article_is_shown_with_links_to_keep_it(chooser: Any) -> None:
    shown, kept = chooser.children[4:]
    assert "Dockworkers shut Port Merrow" in shown.value
    assert set(re.findall(r'download="([^"]*)"', kept.value)) == {
        "harbor-strike-wire.html", "harbor-strike-wire.xlsx", "harbor-strike-wire-tables.zip"
    }  # fmt: skip


def test_each_way_to_choose_shows_its_article(chooser: Any) -> None:
    shelf, _, paste, read_paste, shown, _ = chooser.children
    shelf.value = "bike-lane-blog"
    assert "day 41" in shown.value
    upload(chooser, "mine.txt", TEXT.encode())
    assert "&lt;b&gt;Ada Brook" in shown.value
    assert shelf.value is None, "so that the same article can be chosen again"
    paste.value = "A pasted text."
    read_paste.click()
    assert "pasted text" in shown.value
    shelf.value = "bike-lane-blog"
    assert "day 41" in shown.value


def test_a_file_without_an_article_gets_a_sentence_and_the_next_choice_starts_anew(chooser: Any) -> None:
    shelf, _, _, _, shown, kept = chooser.children
    upload(chooser, "<img>.docx", b"PK\x03\x04 torn")
    assert 'role="alert"' in shown.value
    assert "&lt;img&gt;.docx is a damaged packed file" in shown.value
    assert kept.value == ""
    shelf.value = "harbor-strike-wire"
    assert "Dockworkers" in shown.value


def test_an_unknown_first_article_is_refused() -> None:
    with pytest.raises(ReadingError, match="there is no text 'nowhere'"):
        choose_article(first="nowhere")


def test_what_is_shown_has_overview_text_and_figures() -> None:
    html = show_findings(find_all(make_document(TEXT))).html
    assert "Who speaks most?" in html
    assert html.count("<figure") == 2
    assert "<script" not in html
    assert "<b>Ada" not in html


def test_the_links_hold_whole_files() -> None:
    html = format_downloads(find_all(make_document(TEXT, id="a/b")))
    files = dict(re.findall(r'download="([^"]*)" href="data:[^,]*;base64,([^"]*)"', html))
    assert set(files) == {"a_b.html", "a_b.xlsx", "a_b-tables.zip"}
    assert base64.b64decode(files["a_b.html"]).startswith(b"<!DOCTYPE html>")
    with zipfile.ZipFile(io.BytesIO(base64.b64decode(files["a_b-tables.zip"]))) as archive:
        assert archive.testzip() is None
        assert "a_b-tables/voices.csv" in archive.namelist()
