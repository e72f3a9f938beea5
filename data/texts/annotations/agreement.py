"""How far two readers agree beyond quotations, layer by layer.

Run from anywhere: ``python data/texts/annotations/agreement.py a.jsonl b.jsonl`` (files of this folder).
Two marks are alike if they overlap and have the same label. F1 is twice the marks that have a match, on
either side, over all marks. For quotations: ``discourse evaluate quotations A --reader B``.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent
# layer -> the field that labels its marks, if there is one
LAYERS = {
    "frames": "frame",
    "news_frames": "frame",
    "calls": None,
    "certainty": "kind",
    "passives": None,
    "numbers": None,
    "free_indirect": None,
}


def read_marks(path: Path, layer: str, label: str | None) -> dict[tuple[str, str], list[dict[str, Any]]]:
    """The marks of a layer by text and label; texts without the layer are left out."""
    marks: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for line in path.read_text(encoding="utf-8").splitlines():
        article = json.loads(line)
        for mark in article.get(layer, []):
            marks[article["id"], mark[label] if label else layer].append(mark)
    return marks


def count_alike(one: list[dict[str, Any]], two: list[dict[str, Any]]) -> tuple[int, int]:
    """How many marks of each side overlap a mark of the other.

    >>> count_alike([{"start": 0, "end": 4}], [{"start": 3, "end": 5}, {"start": 9, "end": 12}])
    (1, 1)
    """
    sides = []
    for here, there in ((one, two), (two, one)):
        alike = [any(a["start"] < b["end"] and b["start"] < a["end"] for b in there) for a in here]
        sides.append(sum(alike))
    return sides[0], sides[1]


def main() -> None:
    """Print F1 for each layer and label."""
    parser = argparse.ArgumentParser(description="How far two readers agree beyond quotations.")
    parser.add_argument("one", help="a file of this folder")
    parser.add_argument("two", help="a file of this folder")
    options = parser.parse_args()
    print(f"{'':34}{options.one:>8}{options.two:>10}     F1")
    for layer, label in LAYERS.items():
        one, two = (read_marks(FOLDER / name, layer, label) for name in (options.one, options.two))
        totals: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
        for text, name in one.keys() | two.keys():
            a, b = one.get((text, name), []), two.get((text, name), [])
            for key in {name, layer}:
                for column, n in enumerate((sum(count_alike(a, b)), len(a), len(b))):
                    totals[key][column] += n
        for key in sorted(totals, key=lambda key: (key != layer, key)):
            alike, n_one, n_two = totals[key]
            indent = "" if key == layer else "  "
            print(f"{indent + key:34}{n_one:>8}{n_two:>10}{alike / (n_one + n_two):>7.2f}")


if __name__ == "__main__":
    main()
