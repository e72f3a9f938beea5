"""A browser for the tests here: the system's Chromium, in a fresh window for each test.

`make test-browser` runs them; `make test` needs no browser and leaves this folder out.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

# Each of these keeps a browser from asking its maker for something when it starts.
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
# Where axe-core lies: tests/browser/run installs it there.
AXE = Path(os.environ.get("DISCOURSE_AXE", ""))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium, without a window."""
    path = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    assert path, "there is no Chromium: start these tests with make test-browser"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture
def open_page(browser: Browser, tmp_path: Path) -> Iterator[Callable[..., Page]]:
    """Opens HTML as a file; the test fails in the end if the page asked for anything or complained."""
    contexts, complaints = [], []

    def open_html(html: str, *, width: int = 1300, height: int = 900, **options: Any) -> Page:
        path = tmp_path / f"page-{len(contexts)}.html"
        path.write_text(html, encoding="utf-8", newline="")
        context = browser.new_context(viewport={"width": width, "height": height}, **options)
        contexts.append(context)
        page = context.new_page()
        address = path.as_uri()
        page.on("console", lambda message: complaints.append(f"console: {message.text}"))
        page.on("pageerror", lambda error: complaints.append(f"error: {error}"))
        page.on("dialog", lambda dialog: complaints.append(f"dialog: {dialog.message}"))
        page.on("request", lambda request: _note(request.url, address, complaints))
        page.goto(address)
        return page

    yield open_html
    for context in contexts:
        context.close()
    assert complaints == []


def _note(url: str, own: str, complaints: list[str]) -> None:
    if url.partition("#")[0] != own and not url.startswith("data:"):
        complaints.append(f"request: {url}")


@pytest.fixture
def pictures(tmp_path: Path) -> Path:
    """Where pictures go: `make screenshots` names a folder, else they are thrown away."""
    folder = Path(os.environ.get("DISCOURSE_PICTURES") or tmp_path)
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@pytest.fixture
def find_faults() -> Callable[[Page], list[str]]:
    """Asks axe-core for serious and critical accessibility faults; a line each."""

    def find(page: Page) -> list[str]:
        # evaluated, not added as an element: the page's policy lets in no script but its own
        page.evaluate(AXE.read_text(encoding="utf-8"))
        found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
        return [
            f"{fault['impact']}: {fault['id']}: {node['html'][:120]}"
            for fault in found["violations"]
            if fault["impact"] in ("serious", "critical")
            for node in fault["nodes"]
        ]

    return find
