"""A browser for the tests here: the system's Chromium, in a fresh window for each test.

`make test-browser` runs them; `make test` needs no browser and leaves this folder out.
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
ROOT = Path(__file__).resolve().parents[2]
TOKEN = "only-on-loopback"
PATIENCE = 180  # seconds for a kernel to start and a notebook to run
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


@pytest.fixture(scope="session")
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
    command = [sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root", "--ip=127.0.0.1"]
    command += [f"--port={port}", f"--IdentityProvider.token={TOKEN}"]
    with (home / "lab.log").open("w") as log:
        server = subprocess.Popen(
            command, cwd=home / "project" / "notebooks", env=os.environ | own, stdout=log, stderr=log
        )
        address = f"http://127.0.0.1:{port}"
        try:
            _wait_for(lambda: _ask(address, "status"), "Lab starts")
            yield address
        finally:
            server.terminate()
            server.wait(timeout=30)


def _ask(address: str, what: str) -> Any:
    """The server's answer, or nothing while it has none."""
    request = urllib.request.Request(f"{address}/api/{what}", headers={"Authorization": f"token {TOKEN}"})
    try:
        with urllib.request.urlopen(request, timeout=5) as answer:
            return json.load(answer)
    except OSError:
        return None


def _wait_for(holds: Any, what: str) -> None:
    end = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < end, f"not within {PATIENCE} seconds: {what}"
        time.sleep(0.3)


def _kernels(address: str, notebook: str) -> list[dict[str, Any]]:
    return [one["kernel"] for one in _ask(address, "sessions") or () if one["path"] == notebook]


def _kernel_is_idle(address: str, notebook: str) -> bool:
    kernels = _kernels(address, notebook)
    return any(kernel["execution_state"] == "idle" and kernel["connections"] > 0 for kernel in kernels)


@pytest.fixture
def wait_for() -> Callable[[Callable[[], Any], str], None]:
    """Waits until something holds."""
    return _wait_for


@pytest.fixture
def open_notebook(browser: Browser, lab: str) -> Iterator[Callable[..., Page]]:
    """Opens a notebook in Lab and waits for its kernel."""
    contexts = []

    def open_named(name: str, *, width: int = 1300, height: int = 1000) -> Page:
        context = browser.new_context(viewport={"width": width, "height": height})
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(PATIENCE * 1000)
        page.goto(f"{lab}/lab/tree/{name}?token={TOKEN}&reset")
        _wait_for(lambda: _kernel_is_idle(lab, name), "a kernel is idle and connected")
        return page

    yield open_named
    for context in contexts:
        context.close()


@pytest.fixture
def run_all(lab: str) -> Callable[[Page], None]:
    """Runs all cells: clicks until a prompt changes, then waits for the kernel.

    Lab's own sign that a kernel is idle cannot be trusted, so the server is asked; and "Run All" may be
    lost while the page still loads. A prompt shows a star while its cell waits or runs.
    """

    def run(page: Page) -> None:
        notebook = page.url.partition("/lab/tree/")[2].partition("?")[0]
        prompts = page.locator(".jp-CodeCell .jp-InputArea-prompt")
        before = prompts.all_inner_texts()

        def has_begun() -> bool:
            page.wait_for_timeout(50)
            now = prompts.all_inner_texts()
            return now != before or any("*" in prompt for prompt in now)

        page.keyboard.press("Escape")
        for _ in range(8):
            page.get_by_role("menuitem", name="Run", exact=True).click()
            page.get_by_role("menuitem", name="Run All Cells", exact=True).click()
            if any(has_begun() for _ in range(60)):
                break
        _wait_for(lambda: _kernel_is_idle(lab, notebook), "the notebook has run")

    return run
