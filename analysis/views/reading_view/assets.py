"""The style sheets and the script of the page, and the policy that lets in these and nothing else."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from importlib.resources import files


def read_asset(name: str) -> str:
    """A file of this folder: ``view.css``, ``page.css`` or ``view.js``."""
    return files("analysis.views.reading_view").joinpath(name).read_text(encoding="utf-8")


def make_policy(style: str, script: str) -> str:
    """A content-security policy: only this style sheet and this script run, and nothing is fetched."""
    return (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "form-action 'none'; base-uri 'none'"
    )


def _hash(content: str) -> str:
    return "sha256-" + b64encode(sha256(content.encode("utf-8")).digest()).decode("ascii")
