"""Notebook 06 in JupyterLab, as a student meets it: run all, choose, upload, read.

Lab's own sign that a kernel is idle cannot be trusted, so the server is asked; and "Run All" may be lost
while the page still loads, so it is clicked until a prompt changes.
"""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docx
import pytest
from playwright.sync_api import Browser, Page

ROOT = Path(__file__).resolve().parents[2]
NOTEBOOK = "06-what-about-your-article.ipynb"
TOKEN = "only-on-loopback"
PATIENCE = 180  # seconds for a kernel to start and a notebook to run
# So that Lab neither asks about news nor fetches any.
NO_NEWS = {"fetchNews": "false", "checkForUpdates": False}


@pytest.fixture(scope="module")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A Lab server on loopback, with a home folder and settings of its own; its address."""
    home = tmp_path_factory.mktemp("home")
    shutil.copytree(
        ROOT / "notebooks", home / "project" / "notebooks", ignore=shutil.ignore_patterns("report")
    )
    shutil.copytree(ROOT / "data" / "texts", home / "project" / "data" / "texts")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    folders = ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "IPYTHONDIR", "MPLCONFIGDIR")
    own = {name: str(home / name.lower()) for name in folders} | {"HOME": str(home), "PYTHONPATH": str(ROOT)}
    settings = home / "jupyter_config_dir" / "lab" / "user-settings" / "@jupyterlab" / "apputils-extension"
    settings.mkdir(parents=True)
    (settings / "notification.jupyterlab-settings").write_text(json.dumps(NO_NEWS), encoding="utf-8")
    command = [sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root", "--ip=127.0.0.1"]
    command += [f"--port={port}", f"--IdentityProvider.token={TOKEN}"]
    with (home / "lab.log").open("w") as log:
        server = subprocess.Popen(
            command, cwd=home / "project" / "notebooks", env=os.environ | own, stdout=log, stderr=log
        )
        address = f"http://127.0.0.1:{port}"
        try:
            wait_for(lambda: ask(address, "status"), "Lab starts")
            yield address
        finally:
            server.terminate()
            server.wait(timeout=30)


def ask(address: str, what: str) -> Any:
    """The server's answer, or nothing while it has none."""
    request = urllib.request.Request(f"{address}/api/{what}", headers={"Authorization": f"token {TOKEN}"})
    try:
        with urllib.request.urlopen(request, timeout=5) as answer:
            return json.load(answer)
    except OSError:
        return None


def wait_for(holds: Any, what: str) -> None:
    end = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < end, f"not within {PATIENCE} seconds: {what}"
        time.sleep(0.3)


def kernel_is_idle(address: str) -> bool:
    kernels = [session["kernel"] for session in ask(address, "sessions") or ()]
    return any(kernel["execution_state"] == "idle" and kernel["connections"] > 0 for kernel in kernels)


def run_all(page: Page, address: str) -> None:
    """Click until the first prompt counts, then wait until the last cell has its own."""
    prompts = page.locator(".jp-CodeCell .jp-InputArea-prompt")
    page.keyboard.press("Escape")
    for _ in range(8):
        page.get_by_role("menuitem", name="Run", exact=True).click()
        page.get_by_role("menuitem", name="Run All Cells", exact=True).click()
        page.wait_for_timeout(2500)
        if prompts.first.inner_text().strip() not in ("[ ]:", "[]:", ""):
            break
    wait_for(
        lambda: page.locator(".jp-Chooser-ready, .widget-dropdown select").count() > 0, "the widgets stand"
    )
    wait_for(lambda: kernel_is_idle(address), "the notebook has run")
    page.get_by_text("harbor-strike-wire.xlsx").last.wait_for()  # what the last cell prints


@pytest.fixture
def notebook(browser: Browser, lab: str) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1300, "height": 1000})
    page = context.new_page()
    page.set_default_timeout(PATIENCE * 1000)
    page.goto(f"{lab}/lab/tree/{NOTEBOOK}?token={TOKEN}&reset")
    wait_for(lambda: kernel_is_idle(lab), "a kernel is idle and connected")
    yield page
    context.close()


def upload(page: Page, path: Path) -> None:
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Upload a file").click()
    chooser.value.set_files(path)


def test_a_student_runs_the_notebook_chooses_an_article_and_uploads_another(
    notebook: Page, lab: str, tmp_path: Path
) -> None:
    page = notebook
    run_all(page, lab)
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


def test_picture_of_the_chooser(notebook: Page, lab: str, pictures: Path) -> None:
    page = notebook
    run_all(page, lab)
    page.get_by_text("Tables (XLSX)").first.wait_for()
    page.get_by_role("menuitem", name="View", exact=True).click()
    page.get_by_role("menuitem", name="File Browser").first.click()
    page.get_by_role("combobox", name="At hand").evaluate("box => box.scrollIntoView({block: 'center'})")
    page.wait_for_timeout(500)
    page.screenshot(path=pictures / "notebook.png")
    assert page.locator(".widget-html table caption").first.is_visible()
