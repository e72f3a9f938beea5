"""The learned weights of the tagger, laid out so that one addition adds the weights of all tags.

For each word the tagger adds up sixteen rows of forty weights. Here a row is one whole number, a weight
in each of its places, as 312 and 150 lie in 312150. Adding two rows adds their weights place by place:
312150 + 001003 is 313153. A place is wide enough that no sum reaches into the next one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

# Weights have one digit behind the point; ten times a weight is a whole number.
SCALE = 10
# Bits of a place. The largest weights of all features together reach 9,286.
PLACE = 16
# Added to each place, so that no sum is below 0 and borrows from the next place.
MIDDLE = 1 << (PLACE - 1)
LARGEST = (1 << PLACE) - 1


@dataclass(frozen=True)
class TagWeights:
    """Feature -> value -> tag -> weight, as plain numbers; a row is made when it is first used."""

    tags: tuple[str, ...]
    plain: Mapping[str, Mapping[str, Mapping[str, float]]]

    def pack(self, features: Iterable[tuple[str, str]]) -> int:
        """The rows of features, added up; such sums may be added up again, and compared at last.

        >>> weights = TagWeights(("NN", "VB"), {"word": {"run": {"NN": 0.5, "VB": 2.0}, "a": {"NN": -0.7}}})
        >>> total = weights.empty + weights.pack([("word", "run"), ("word", "the")])
        >>> total += weights.pack([("word", "a")])
        >>> [(total >> PLACE * number & LARGEST) - MIDDLE for number in (0, 1)]
        [-2, 20]
        """
        rows, total = self._rows, 0
        for feature, value in features:
            row = rows[feature].get(value, 0)
            if row is None:
                row = rows[feature][value] = self._make_row(feature, value)
            total += row
        return total

    def pack_behind(self, feature: str, behind: str) -> dict[str, int]:
        """The rows of a feature of a tag and what stands behind it, by that tag."""
        tags = self._before[feature].get(behind, ())
        return {tag: self._make_row(feature, f"{tag} {behind}") for tag in tags}

    def highest(self, numbers: Iterable[int]) -> int:
        """The highest bit of the places of some tags, by their numbers."""
        return sum([MIDDLE << PLACE * number for number in numbers])

    def find_most(self, total: int, possible: int, place: int) -> tuple[int, bool]:
        """Where in a sum the largest weight of possible tags begins, in bits, and whether another equals it.

        Args:
            possible: the `highest` bits of the possible tags.
            place: where the weight of one of them begins; the larger it is, the fewer the steps.
        """
        most = total >> place & LARGEST
        # Brings a weight just below MIDDLE and changes the others as much: larger ones have the highest bit.
        while larger := (total + (MIDDLE - 1 - most) * self.ones) & possible:
            place = larger.bit_length() - PLACE
            most = total >> place & LARGEST
        equal = (total + (MIDDLE - most) * self.ones) & possible
        return place, equal != MIDDLE << place

    def add_up_plainly(self, features: Iterable[tuple[str, str]]) -> list[float]:
        """The same sums from the plain numbers, one by one."""
        totals = [0.0] * len(self.tags)
        for feature, value in features:
            for tag, weight in self.plain[feature].get(value, {}).items():
                totals[self.number[tag]] += weight
        return totals

    def _make_row(self, feature: str, value: str) -> int:
        unit, row = self._unit, 0
        for tag, weight in self.plain[feature][value].items():
            row += round(weight * SCALE) * unit[tag]
        return row

    @cached_property
    def empty(self) -> int:
        """A row without weights: `MIDDLE` in each place, to be added once to a sum before it is read."""
        return MIDDLE * self.ones

    @cached_property
    def ones(self) -> int:
        """One in each place."""
        return sum(self._unit.values())

    @cached_property
    def number(self) -> dict[str, int]:
        """Tag -> its number."""
        return {tag: number for number, tag in enumerate(self.tags)}

    @cached_property
    def _unit(self) -> dict[str, int]:
        """Tag -> one in its place."""
        return {tag: 1 << PLACE * number for number, tag in enumerate(self.tags)}

    @cached_property
    def _before(self) -> dict[str, dict[str, list[str]]]:
        """Feature -> what stands behind a tag -> the tags that a row is for."""
        tags: dict[str, dict[str, list[str]]] = {}
        for feature, values in self.plain.items():
            for before, _, behind in (value.partition(" ") for value in values):
                tags.setdefault(feature, {}).setdefault(behind, []).append(before)
        return tags

    @cached_property
    def _rows(self) -> dict[str, dict[str, int | None]]:
        """The rows made so far; None for a value whose row is not made yet."""
        return {feature: dict.fromkeys(values) for feature, values in self.plain.items()}
