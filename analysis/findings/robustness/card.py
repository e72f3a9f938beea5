"""Robustness cards: for each headline figure, how far to trust it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.findings.robustness.bootstrap import find_interval
from analysis.findings.robustness.choices import Material, make_material
from analysis.findings.robustness.headline import Headline
from analysis.findings.robustness.headlines import HEADLINES
from analysis.findings.robustness.influence import (
    CARRIERS,
    Carrier,
    leave_out_terms,
    leave_out_units,
    value_without,
)
from analysis.findings.robustness.multiverse import count_same_sign, find_universes, sign_of
from analysis.findings.robustness.permutation import UNTESTED, Permutation
from analysis.findings.robustness.samples import Sample
from analysis.findings.robustness.verdict import Evidence, decide
from analysis.text.rates import to_table

if TYPE_CHECKING:
    import pandas as pd

    from analysis.findings.reading import Findings

Progress = Callable[[Sequence[Headline]], Iterable[Headline]]


@dataclass(frozen=True, slots=True)
class RobustnessCard:
    """How far to trust one headline figure."""

    name: str
    question: str
    primary: tuple[tuple[str, str], ...]  # what was declared beforehand: each choice with its option
    value: float | None  # under the primary choice; None where there is nothing to measure
    unit: str
    benchmark: float  # the figure that says neither yes nor no: 0 for a difference, .5 for a share
    n: int  # sentences (or paragraphs) that the figure rests on
    counts: str  # what n counts
    low: float | None  # 95 % interval; None where there are too few sentences
    high: float | None
    test: Permutation
    n_choices: int
    n_measured: int  # of them, those under which there is something to measure
    n_same_sign: int  # of these, those with the sign of the primary choice
    least: float | None  # the smallest and largest figure of all choices
    most: float | None
    carriers: tuple[Carrier, ...]  # the ten terms without which the figure changes most
    n_terms: int  # all terms that the figure rests on
    without_carriers: float | None  # the figure without all ten
    sentences: tuple[Carrier, ...]  # the three sentences (or paragraphs) whose loss changes it most
    n_turning: int  # sentences whose loss alone turns the sign, or leaves nothing
    answer: str  # evidence, hangs on a choice, or cannot tell
    sentence: str  # the answer in plain words

    @property
    def same_sign(self) -> float | None:
        """Share of the choices that have the sign of the primary one, of those that could be measured."""
        return self.n_same_sign / self.n_measured if self.n_measured else None


SHOWN_SENTENCES = 3


def make_cards(
    findings: Findings,
    *,
    seed: int = 0,
    progress: Progress | None = None,
    headlines: Sequence[Headline] = HEADLINES,
) -> list[RobustnessCard]:
    """A card for each headline figure of a text.

    Args:
        seed: the same seed gives the same cards.
        progress: wraps the list of figures while they are worked through, as tqdm does.
        headlines: the figures; all of them by default.

    Returns: the cards in the order of the figures, also where a text has nothing to measure.

    Limits: each card stands for itself. Of many cards at a level of .05, one in twenty shows evidence by
    chance alone. Interval and test treat sentences as if each had been written on its own. What leads is
    tested against what comes next, and both were picked because they are frequent; so the test of a lead is
    cautious: in made texts where nothing leads it found evidence in 1 of 50 or fewer.

    Source: Steegen et al. (2016) for the choices, Fisher (1935) for the tests, Efron and Tibshirani (1993)
    for the intervals.

    >>> from analysis.findings.reading import find_all
    >>> from analysis.text.document import make_document
    >>> make_cards(find_all(make_document("It rained.")))[0].sentence
    'Cannot tell whether quotation and narration differ in tone: the text has nothing to measure it by.'
    """
    material = make_material(findings)
    return [make_card(headline, material, seed=seed) for headline in (progress or iter)(headlines)]


def make_card(headline: Headline, material: Material, *, seed: int = 0) -> RobustnessCard:
    """The card of one figure."""
    build, first = headline.prepare(material)
    sample = build(headline.primary)
    universes = find_universes(headline, build)
    n_same_sign, n_measured = count_same_sign(universes, headline.benchmark)
    values = sorted(one.value for one in universes if one.value == one.value)
    value = _known(sample.value)
    interval = find_interval(sample, seed=seed)
    test = UNTESTED if headline.test is None else headline.test(material, sample, seed)
    terms = leave_out_terms(sample)
    carriers = tuple(terms[:CARRIERS])
    without = value_without(sample, {carrier.name for carrier in carriers}) if carriers else None
    units = leave_out_units(sample)
    evidence = Evidence(
        headline, first, value, interval, test, sample.n, n_same_sign, n_measured,
        turning=_find_turning(sample, terms, headline.benchmark),
    )  # fmt: skip
    answer, sentence = decide(evidence)
    return RobustnessCard(
        name=headline.name,
        question=headline.question,
        primary=tuple(headline.primary.items()),
        value=value,
        unit=headline.unit,
        benchmark=headline.benchmark,
        n=sample.n,
        counts=headline.counts,
        low=interval.low if interval else None,
        high=interval.high if interval else None,
        test=test,
        n_choices=len(universes),
        n_measured=n_measured,
        n_same_sign=n_same_sign,
        least=values[0] if values else None,
        most=values[-1] if values else None,
        carriers=carriers,
        n_terms=len(terms),
        without_carriers=None if without is None else _known(without),
        sentences=tuple(units[:SHOWN_SENTENCES]),
        n_turning=sum(_turns(unit, sample.value, headline.benchmark) for unit in units),
        answer=answer,
        sentence=sentence,
    )


def tabulate_cards(cards: Iterable[RobustnessCard]) -> pd.DataFrame:
    """Cards as a table.

    Returns: a row a card: name, value, low, high (nan where there is none), unit, n, p (nan where nothing was
        tested), n_arrangements, exact, n_choices, n_measured, n_same_sign, least, most, carriers (terms
        joined by semicolons), without_carriers, n_turning, answer, sentence.
    """
    kinds = {
        "name": "str", "value": "float64", "low": "float64", "high": "float64", "unit": "str", "n": "int64",
        "p": "float64", "n_arrangements": "int64", "exact": "bool", "n_choices": "int64",
        "n_measured": "int64", "n_same_sign": "int64", "least": "float64", "most": "float64",
        "carriers": "str", "without_carriers": "float64", "n_turning": "int64", "answer": "str",
        "sentence": "str",
    }  # fmt: skip
    rows = []
    for card in cards:
        row = {name: getattr(card, name, None) for name in kinds} | {
            "p": card.test.p,
            "n_arrangements": card.test.n_arrangements,
            "exact": card.test.exact,
            "carriers": "; ".join(carrier.name for carrier in card.carriers),
        }
        rows.append({name: float("nan") if cell is None else cell for name, cell in row.items()})
    return to_table(rows, kinds)


def _known(value: float) -> float | None:
    return value if value == value else None


def _turns(carrier: Carrier, value: float, benchmark: float) -> bool:
    return carrier.without is None or sign_of(carrier.without, benchmark) != sign_of(value, benchmark)


def _find_turning(sample: Sample, terms: Sequence[Carrier], benchmark: float) -> str:
    """The one term without which the sign turns or nothing is left; empty if there is none."""
    return next((term.name for term in terms if _turns(term, sample.value, benchmark)), "")
