"""Python's search for garbage in rings: seldom in commands, untouched by imports, and not needed."""

from __future__ import annotations

import gc
import subprocess
import sys

from analysis.collector import COLLECT_AFTER
from analysis.findings.annotation import annotate, to_json
from analysis.text.document import make_document
from analysis.text.library import DATA

SAY = "import gc; print(gc.get_threshold()[0])"


def said_by(code: str) -> int:
    run = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    return int(run.stdout.split()[-1])


def test_a_command_looks_for_rings_seldom_and_an_import_changes_nothing() -> None:
    assert said_by("import analysis.cli, analysis.corpus.local;" + SAY) == said_by(SAY)
    assert said_by("from analysis.cli import main; main(['check-data']);" + SAY) == COLLECT_AFTER


def test_when_a_command_ends_nothing_is_looked_through_once_more() -> None:
    count = "import atexit, gc; atexit.register(lambda: print(gc.get_freeze_count()));"
    assert said_by(count + "import analysis.cli") == 0
    assert said_by(count + "from analysis.cli import main; main(['check-data'])") > 10_000


def test_an_article_leaves_nothing_behind_that_only_a_search_would_find() -> None:
    text = next(iter(sorted((DATA / "texts").glob("*.txt")))).read_text(encoding="utf-8")
    to_json(annotate(make_document(text)))  # loads what is kept
    gc.collect()
    gc.disable()
    try:
        to_json(annotate(make_document(text)))
        assert gc.collect() == 0
    finally:
        gc.enable()
