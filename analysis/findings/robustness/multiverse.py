"""The same figure under every combination of reasonable choices."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.findings.robustness.choices import Choice, Material, combine, make_material
from analysis.findings.robustness.headline import Build, Headline
from analysis.findings.robustness.headlines import find_headline
from analysis.text.rates import to_table

if TYPE_CHECKING:
    import pandas as pd

    from analysis.findings.reading import Findings

NEAR = 1e-9  # a figure this near to its benchmark has no sign


@dataclass(frozen=True, slots=True)
class Universe:
    """A figure under one combination of choices."""

    choice: Choice
    value: float  # nan where there is nothing to measure
    n: int  # sentences it rests on
    primary: bool


def find_universes(headline: Headline, build: Build) -> list[Universe]:
    """The figure under every combination, in the order of the options."""
    universes = []
    for choice in combine(headline.choices):
        sample = build(choice)
        universes.append(Universe(choice, sample.value, sample.n, choice == dict(headline.primary)))
    return universes


def sign_of(value: float, benchmark: float = 0.0) -> int | None:
    """On which side of the benchmark a figure lies: 1, -1, 0 on it; None where there is no figure.

    >>> sign_of(0.7, 0.5), sign_of(0.5, 0.5), sign_of(float("nan"))
    (1, 0, None)
    """
    if math.isnan(value):
        return None
    return 0 if abs(value - benchmark) < NEAR else 1 if value > benchmark else -1


def count_same_sign(universes: Sequence[Universe], benchmark: float) -> tuple[int, int]:
    """How many combinations have the sign of the primary one, and of how many that could be measured."""
    wanted = next((sign_of(one.value, benchmark) for one in universes if one.primary), None)
    signs = [sign for one in universes if (sign := sign_of(one.value, benchmark)) is not None]
    return (0 if wanted is None else signs.count(wanted)), len(signs)


def measure_choices(findings: Findings, name: str, *, material: Material | None = None) -> pd.DataFrame:
    """A headline figure under every combination of its choices.

    Args:
        name: of a figure in `HEADLINES`, such as voice_tone.
        material: as `make_material` gives it, where it is there already.

    Returns: a row a combination, in the order of the options: number (from 1), value (in the figure's unit;
        nan where there is nothing to measure), n (sentences it rests on), primary (the one declared
        beforehand), same_sign (as the primary one), benchmark (0, or .5 for a share), unit, and a column
        for each choice.

    Raises:
        ValueError: there is no figure of that name.

    Limits: combinations are not independent, so their share is no probability; whoever adds a choice that
    changes nothing makes the share larger or smaller. VADER's scale ends at -1 and 1: its sign can be
    compared with the tone's, its size cannot.

    Source: Steegen et al. (2016), Increasing Transparency Through a Multiverse Analysis; Simonsohn et al.
    (2020), Specification curve analysis.
    """
    headline = find_headline(name)
    build, _ = headline.prepare(material or make_material(findings))
    universes = find_universes(headline, build)
    wanted = next((sign_of(one.value, headline.benchmark) for one in universes if one.primary), None)
    rows = [
        {
            "number": number, "value": one.value, "n": one.n, "primary": one.primary,
            "same_sign": wanted is not None and sign_of(one.value, headline.benchmark) == wanted,
            "benchmark": headline.benchmark, "unit": headline.unit, **one.choice,
        }
        for number, one in enumerate(universes, start=1)
    ]  # fmt: skip
    columns = {
        "number": "int64", "value": "float64", "n": "int64", "primary": "bool", "same_sign": "bool",
        "benchmark": "float64", "unit": "str",
    }  # fmt: skip
    return to_table(rows, columns | dict.fromkeys(headline.choices, "str"))
