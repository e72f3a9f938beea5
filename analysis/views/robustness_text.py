"""Robustness cards as plain text: a line each for the summary, and in full."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import shorten, wrap

from analysis.findings.robustness.card import RobustnessCard
from analysis.findings.robustness.headline import POINTS, SHARE
from analysis.findings.robustness.influence import Carrier
from analysis.views.style import count_of, percent, signed

WIDTH = 88
LONGEST_TERM = 40
NONE = "–"
NOTE = (
    "Each figure stands for itself: of twenty without anything behind them, one shows evidence by chance. "
    "Intervals and tests treat sentences as if each had been written on its own."
)


def format_cards_short(cards: Sequence[RobustnessCard]) -> list[str]:
    """A line a card: the figure, its 95 % interval, p, how many choices have its sign, the answer."""
    lines = [f"  {'':<20}{'figure':>9}{'95 % interval':>21}{'p':>8}{'choices':>9}  answer"]
    for card in cards:
        p = NONE if card.test.p is None else _p(card.test.p)
        lines.append(
            f"  {card.name.replace('_', ' '):<20}{_figure(card, card.value):>9}{_interval(card):>21}{p:>8}"
            f"{f'{card.n_same_sign}/{card.n_measured}':>9}  {card.answer}"
        )
    return lines


def format_cards(cards: Sequence[RobustnessCard]) -> str:
    """What `discourse robustness` prints: each card in full."""
    parts = [line for card in cards for line in _card(card)]
    return "\n".join([*parts, *wrap(NOTE, WIDTH)])


def list_facts(card: RobustnessCard) -> list[tuple[str, str]]:
    """What a card rests on: the name of each fact, and the fact in words."""
    declared = " · ".join(option for _, option in card.primary)
    facts = [
        ("declared", declared),
        ("figure", f"{_figure(card, card.value)}{_unit(card)}, from {count_of(card.n, card.counts)}"),
        ("interval", f"95 %: {_interval(card)}" if card.low is not None else "none: too few to draw anew"),
        ("test", str(card.test)),
        ("choices", _choices(card)),
    ]
    if card.carriers:
        facts.append(("terms", _carriers(card, card.carriers)))
        facts.append((
            f"without {'them' if card.n_terms <= len(card.carriers) else f'these {len(card.carriers)}'}",
            f"{_figure(card, card.without_carriers)} ({count_of(card.n_terms, 'term')} in all)",
        ))  # fmt: skip
    if card.sentences:
        facts.append((f"{card.counts}s", _sentences(card)))
    return facts


def _card(card: RobustnessCard) -> list[str]:
    lines = [card.question, *_wrapped(card.sentence, "  ")]
    for name, text in list_facts(card):
        lines += _wrapped(text, f"    {name:<18}")
    return [*lines, ""]


def _wrapped(text: str, head: str) -> list[str]:
    """Lines with a hanging indent, in which no number is parted from its percent sign."""
    glued = text.replace(" %", "\u00a0%")
    lines = wrap(glued, WIDTH, initial_indent=head, subsequent_indent=" " * len(head), break_on_hyphens=False)
    return [line.replace("\u00a0%", " %") for line in lines]


def _choices(card: RobustnessCard) -> str:
    if not card.n_measured:
        return f"nothing to measure under any of {card.n_choices}"
    spread = f"from {_figure(card, card.least)} to {_figure(card, card.most)}"
    scales = "; VADER and TextBlob have scales of their own" if "tone" in dict(card.primary) else ""
    return f"{card.n_same_sign} of {card.n_measured} have the same sign, {spread}{scales}"


def _carriers(card: RobustnessCard, carriers: Sequence[Carrier]) -> str:
    """Each term with its places and what the figure would be without it."""
    named = [
        f"{shorten(c.name, LONGEST_TERM, placeholder='…')} ({c.n}; without {_figure(card, c.without)})"
        for c in carriers
    ]
    return ", ".join(named)


def _sentences(card: RobustnessCard) -> str:
    named = [f"no. {one.name} (without {_figure(card, one.without)})" for one in card.sentences]
    turning = f"the loss of one turns the sign: {card.n_turning} of {card.n}"
    return f"{', '.join(named)}; {turning}"


def _interval(card: RobustnessCard) -> str:
    if card.low is None or card.high is None:
        return NONE
    return f"{_figure(card, card.low)} to {_figure(card, card.high)}"


def _figure(card: RobustnessCard, value: float | None) -> str:
    """A number as its unit wants it; a dash where there is none."""
    if value is None:
        return NONE
    if card.unit == SHARE:
        return percent(value) if card.benchmark else f"{signed(100 * value)} %"
    return signed(value, 2 if card.unit == POINTS else 1)


def _unit(card: RobustnessCard) -> str:
    if card.value is None or card.unit != SHARE:
        return "" if card.value is None else f" {card.unit}"
    return "" if card.benchmark else " of all places ahead of the next"


def _p(p: float) -> str:
    return "<0.001" if p < 0.001 else f"{p:.3f}"
