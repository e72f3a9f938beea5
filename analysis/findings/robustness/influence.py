"""What carries a figure: the same figure without each term, and without each sentence."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from analysis.findings.robustness.samples import Evidence, Sample, evaluate

CARRIERS = 10  # terms that a card names


@dataclass(frozen=True, slots=True)
class Carrier:
    """A term, or a sentence, and the figure without it."""

    name: str  # the term, or the number of the sentence from 1
    n: int  # places of the term; 1 for a sentence
    without: float | None  # None where nothing is left to measure
    change: float | None  # without minus with


def leave_out_terms(sample: Sample) -> list[Carrier]:
    """The figure without each term, the one that changes it most first; among equals by the alphabet.

    Returns: one item a term that the figure rests on. Without a term all its places are gone; a sentence that
        loses its last one has no score any more, where scores are what the figure rests on. Words that are
        only the base of a rate stay.
    """
    places: dict[str, list[Evidence]] = defaultdict(list)
    for one in sample.evidence:
        places[one.term].append(one)
    left = _count(sample)
    value = sample.value
    carriers = []
    for term, found in places.items():
        carriers.append(_carrier(term, len(found), _value_without(sample, found, left), value))
    return sorted(carriers, key=_size)


def value_without(sample: Sample, terms: Collection[str]) -> float:
    """The figure without several terms at once."""
    return _value_without(sample, (one for one in sample.evidence if one.term in terms), _count(sample))


def leave_out_units(sample: Sample) -> list[Carrier]:
    """The figure without each sentence (or paragraph) that counts, the one that changes it most first."""
    values = evaluate(sample.figure, sample.sums - sample.columns)
    value = sample.value
    carriers = [
        _carrier(str(number), 1, float(without), value)
        for number, (without, row) in enumerate(zip(values, sample.columns, strict=True), start=1)
        if row.any()
    ]
    return sorted(carriers, key=_size)


def _carrier(name: str, n: int, without: float, value: float) -> Carrier:
    if math.isnan(without):
        return Carrier(name, n, None, None)
    return Carrier(name, n, without, without - value)


def _value_without(sample: Sample, lost: Iterable[Evidence], left: Counter[tuple[int, int]]) -> float:
    amounts: dict[tuple[int, int], list[float]] = defaultdict(list)
    for one in lost:
        amounts[one.unit, one.column].append(one.amount)
    sums = sample.sums.copy()
    for (unit, column), gone in amounts.items():
        if sample.scored and left[unit, column] == len(gone):
            sums[column] -= sample.columns[unit, column]
            sums[column + 1] -= 1
        else:
            sums[column] -= math.fsum(gone)
    return sample.of(sums)


def _count(sample: Sample) -> Counter[tuple[int, int]]:
    return Counter((one.unit, one.column) for one in sample.evidence)


def _size(carrier: Carrier) -> tuple[float, int, str]:
    """Largest change first; what leaves nothing to measure before all others."""
    size = math.inf if carrier.change is None else round(abs(carrier.change), 12)
    return -size, len(carrier.name), carrier.name
