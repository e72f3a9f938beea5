"""How a command ends: exit codes, and one sentence where it refuses."""

from __future__ import annotations

import sys

from analysis.text.reading import one_line

OK, BAD_INPUT = 0, 2
INTERRUPTED = 130  # as a shell counts it: 128 and the number of the signal


def refuse(sentence: str) -> int:
    """One sentence on standard error, and the exit code of bad input."""
    print(f"discourse: {one_line(sentence)}", file=sys.stderr)
    return BAD_INPUT
