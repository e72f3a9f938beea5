"""The answer of a card in plain words; that the text cannot tell is one of the answers."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.findings.robustness.bootstrap import Interval
from analysis.findings.robustness.headline import Headline
from analysis.findings.robustness.multiverse import sign_of
from analysis.findings.robustness.permutation import Permutation

SURE = 0.05  # p below which a difference counts as evidence
ENOUGH = 10  # sentences from which an interval alone counts as evidence; see the limits of `find_interval`


@dataclass(frozen=True, slots=True)
class Evidence:
    """What an answer rests on."""

    headline: Headline
    first: str  # what leads, if anything
    value: float | None
    interval: Interval | None
    test: Permutation
    n: int
    n_same_sign: int
    n_measured: int
    turning: str  # a term without which the sign turns


EVIDENCE, HANGS, CANNOT_TELL = ANSWERS = ("evidence", "hangs on a choice", "cannot tell")


def decide(found: Evidence) -> tuple[str, str]:
    """The answer in short, one of `ANSWERS`, and as a sentence.

    There is evidence where p is below .05 and the interval, if there is one, does not hold the benchmark;
    where no test fits the question, where the interval of ten sentences or more does not hold it. It hangs on
    a choice where not every combination of choices has the same sign.
    """
    headline = found.headline
    if found.value is None:
        return CANNOT_TELL, f"Cannot tell {headline.open}: the text has nothing to measure it by."
    sign = sign_of(found.value, headline.benchmark)
    if sign == 0:
        return CANNOT_TELL, f"Cannot tell {headline.open}: the figure lies exactly between."
    claim = (headline.above if sign == 1 else headline.below).format(first=found.first)
    if (doubt := _doubt(found)) is not None:
        return CANNOT_TELL, f"Cannot tell whether {claim}: {doubt}."
    answer = EVIDENCE if found.n_same_sign == found.n_measured else HANGS
    return answer, " ".join([f"There is evidence that {claim}{_by_chance(found.test)}.", *_conditions(found)])


def _doubt(found: Evidence) -> str | None:
    """Why the text cannot tell; None if it can."""
    test, interval = found.test, found.interval
    unsure = interval is not None and interval.low <= found.headline.benchmark <= interval.high
    if test.p is None and (interval is None or found.n < ENOUGH):
        return f"too few {found.headline.counts}s speak of it"
    if test.p is not None and test.p >= SURE:
        return f"chance alone deals out as much in {_often(test)}"
    if unsure and test.p is not None:
        return f"the test says so (p = {test.p:.3f}), but the interval does not"
    if unsure:
        return "the interval holds both answers"
    return None


def _by_chance(test: Permutation) -> str:
    return "" if test.p is None else f": chance alone deals out as much in {_often(test)}"


def _often(test: Permutation) -> str:
    share = 100 * (test.p or 0.0)
    percent = f"{share:.1f} %" if share >= 0.1 else "less than 0.1 %"
    how = "all" if test.exact else "the"
    return f"{percent} of {how} {test.n_arrangements:,} arrangements{'' if test.exact else ' drawn'}"


def _conditions(found: Evidence) -> list[str]:
    """On what the evidence hangs."""
    if found.n_same_sign < found.n_measured:
        parts = [f"It hangs on the choice: {found.n_same_sign} of {found.n_measured} choices agree."]
    else:
        parts = [f"All {found.n_measured} choices agree."]
    if found.turning:
        parts.append(f"Without “{found.turning}” it is gone.")
    return parts
