"""What many tests share: the article, and the human-annotated gold where it is present."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from analysis.text.document import Document, make_document
from analysis.text.library import DATA

# No result may hang on how busy the machine is; what is looked for is wrong answers.
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")

ROOT = Path(__file__).resolve().parents[1]
GOLD = Path(os.environ.get("DISCOURSE_GOLD", ROOT.parent / "shared" / "gold"))
ARTICLE = "mek-1988-call-for-justice"


@pytest.fixture(scope="session")
def article() -> Document:
    """The sample article, cut once for all tests."""
    path = DATA / "texts" / f"{ARTICLE}.txt"
    return make_document(path.read_bytes().decode("utf-8"), id=ARTICLE)


@pytest.fixture(scope="session")
def gold() -> Callable[[str], Path]:
    """Path of a gold file by its name; the test is skipped, and says so, where it is absent."""

    def find(name: str) -> Path:
        path = GOLD / name
        if not path.is_file():
            pytest.skip(f"human-annotated gold is not present: {name} (set DISCOURSE_GOLD)")
        return path

    return find
