"""The learned weights of the tagger, laid out so that one addition adds the weights of all tags.

For each word the tagger adds up sixteen rows of forty weights. Here a row is one whole number, a weight
in each of its places, as 312 and 150 lie in 312150. Adding two rows adds their weights place by place:
312150 + 001003 is 313153. A place is wide enough that no sum reaches into the next one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from struct import Struct

# Weights have one digit behind the point; ten times a weight is a whole number.
SCALE = 10
# Bits of a place, as `struct` unpacks them. The largest weights of all features together reach 9,286.
PLACE = 16
# Added to each place, so that no sum is below 0 and borrows from the next place.
MIDDLE = 1 << (PLACE - 1)


@dataclass(frozen=True)
class TagWeights:
    """Feature -> value -> tag -> weight, as plain numbers; a row is made when it is first used."""

    tags: tuple[str, ...]
    plain: Mapping[str, Mapping[str, Mapping[str, float]]]

    def pack(self, features: Iterable[tuple[str, str]]) -> int:
        """The rows of features, added up; such sums may be added up again, and unpacked at last.

        >>> weights = TagWeights(("NN", "VB"), {"word": {"run": {"NN": 0.5, "VB": 2.0}, "a": {"NN": -0.7}}})
        >>> total = weights.pack([("word", "run"), ("word", "the")]) + weights.pack([("word", "a")])
        >>> [weight - MIDDLE for weight in weights.unpack(total)]
        [-2, 20]
        """
        rows, total = self._rows, 0
        for feature, value in features:
            row = rows[feature].get(value, 0)
            if row is None:
                row = rows[feature][value] = self._make_row(feature, value)
            total += row
        return total

    def unpack(self, total: int) -> tuple[int, ...]:
        """The weight of each tag in a sum of rows, in their order, ten times as large and `MIDDLE` more."""
        return self._places.unpack((self._empty + total).to_bytes(self._places.size, "little"))

    def add_up_plainly(self, features: Iterable[tuple[str, str]]) -> list[float]:
        """The same sums from the plain numbers, one by one."""
        totals = [0.0] * len(self.tags)
        for feature, value in features:
            for tag, weight in self.plain[feature].get(value, {}).items():
                totals[self._number[tag]] += weight
        return totals

    def _make_row(self, feature: str, value: str) -> int:
        weights = self.plain[feature][value].items()
        return sum(round(weight * SCALE) << PLACE * self._number[tag] for tag, weight in weights)

    @cached_property
    def _rows(self) -> dict[str, dict[str, int | None]]:
        """The rows made so far; None for a value whose row is not made yet."""
        return {feature: dict.fromkeys(values) for feature, values in self.plain.items()}

    @cached_property
    def _number(self) -> dict[str, int]:
        return {tag: number for number, tag in enumerate(self.tags)}

    @cached_property
    def _places(self) -> Struct:
        return Struct(f"<{len(self.tags)}H")

    @cached_property
    def _empty(self) -> int:
        return sum(MIDDLE << PLACE * number for number in range(len(self.tags)))
