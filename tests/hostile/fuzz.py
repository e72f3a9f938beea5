"""`make fuzz`: the properties of test_fuzz.py and a large text of one thing over and over, until time is up.

Each round has other seeds.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import pytest

MINUTES = float(os.environ.get("FUZZ_MINUTES", "10"))
EXAMPLES = "400"  # a property and a round


def main() -> int:
    """Run rounds; the first failure ends them, and says which text it was."""
    from test_floods import check_large_flood  # beside this file, which is where a script finds modules

    os.environ.setdefault("FUZZ_EXAMPLES", EXAMPLES)
    end = time.monotonic() + 60 * MINUTES
    n_rounds = 0
    while time.monotonic() < end:
        n_rounds += 1
        seed = int(os.environ.get("FUZZ_SEED", "0")) + n_rounds
        tests = str(Path(__file__).with_name("test_fuzz.py"))
        if code := pytest.main(["-q", "-x", "-p", "no:cacheprovider", f"--hypothesis-seed={seed}", tests]):
            print(f"fuzz: seed {seed} found something", file=sys.stderr)
            return int(code)
        try:
            print(f"read {check_large_flood(seed)}")
        except AssertionError as grown:
            print(f"fuzz: seed {seed} found something: {grown}", file=sys.stderr)
            return 1
    print(f"fuzz: {n_rounds} rounds, nothing found")
    return 0


if __name__ == "__main__":
    sys.exit(main())
