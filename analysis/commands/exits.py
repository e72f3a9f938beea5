"""How a command ends: exit codes, and one sentence where it refuses."""

from __future__ import annotations

import sys

OK, BAD_INPUT = 0, 2


def refuse(sentence: str) -> int:
    """One sentence on standard error, and the exit code of bad input."""
    print(f"discourse: {sentence}", file=sys.stderr)
    return BAD_INPUT
