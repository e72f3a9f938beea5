"""Notebook 06 in JupyterLab, as a student meets it: run all, choose, upload, read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import docx
from playwright.sync_api import Page

NOTEBOOK = "06-what-about-your-article.ipynb"


def upload(page: Page, path: Path) -> None:
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Upload a file").click()
    chooser.value.set_files(path)


def test_a_student_runs_the_notebook_chooses_an_article_and_uploads_another(
    open_notebook: Callable[..., Page], run_all: Callable[[Page], None], tmp_path: Path
) -> None:
    page = open_notebook(NOTEBOOK)
    run_all(page)
    page.get_by_text("harbor-strike-wire.xlsx").last.wait_for()  # what the last cell prints
    page.get_by_role("combobox", name="At hand").select_option("bike-lane-blog")
    page.get_by_text("The war on Alder Street, day 41").first.wait_for()
    own = docx.Document()
    own.add_heading("Ferry stops for good", level=0)
    own.add_paragraph("“It was a shameful failure,” Ada Brook said. The council must act.")
    own.save(str(tmp_path / "ferry.docx"))
    upload(page, tmp_path / "ferry.docx")
    page.locator("caption", has_text="Ferry stops for good").first.wait_for()
    assert page.locator(".widget-html span[title*='Voices: direct quotation']").count() > 0
    assert page.locator(".widget-html figure img").count() == 2
    page.get_by_text("Tables (XLSX)").first.wait_for()
    with page.expect_download() as download:
        page.get_by_text("Tables (XLSX)").first.click()
    assert download.value.suggested_filename == "ferry.xlsx"
    assert download.value.path().read_bytes().startswith(b"PK")
    (tmp_path / "torn.pdf").write_bytes(b"%PDF-1.7 torn")
    upload(page, tmp_path / "torn.pdf")
    page.get_by_text("is damaged or no PDF").wait_for()
    for kind in ("error", "stderr"):
        assert page.locator(f"[data-mime-type='application/vnd.jupyter.{kind}']").count() == 0


def test_lab_asks_about_no_news_and_looks_for_no_newer_version(open_notebook: Callable[..., Page]) -> None:
    page = open_notebook(NOTEBOOK)
    page.wait_for_timeout(3000)  # Lab asks some time after it has loaded
    assert page.get_by_text("Would you like").count() == 0
    addresses = page.evaluate("performance.getEntriesByType('resource').map(entry => entry.name)")
    assert any("/lab/api/" in address for address in addresses)
    assert [one for one in addresses if "/lab/api/news" in one or "/lab/api/update" in one] == []


def test_picture_of_the_chooser(
    open_notebook: Callable[..., Page], run_all: Callable[[Page], None], pictures: Path
) -> None:
    page = open_notebook(NOTEBOOK)
    run_all(page)
    page.get_by_text("harbor-strike-wire.xlsx").last.wait_for()  # what the last cell prints
    page.get_by_text("Tables (XLSX)").first.wait_for()
    page.get_by_role("menuitem", name="View", exact=True).click()
    page.get_by_role("menuitem", name="File Browser").first.click()
    page.get_by_role("combobox", name="At hand").evaluate("box => box.scrollIntoView({block: 'center'})")
    page.wait_for_timeout(500)
    page.screenshot(path=pictures / "notebook.png")
    assert page.locator(".widget-html table caption").first.is_visible()
