"""Robustness cards as HTML, for the report's page and for notebooks."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.findings.reading import Findings
from analysis.findings.robustness.card import RobustnessCard, make_cards
from analysis.findings.robustness.headlines import HEADLINES
from analysis.views.reading_view import Shown
from analysis.views.reading_view.markup import escape_text
from analysis.views.robustness_text import NOTE, list_facts


def show_cards(findings: Findings, names: Sequence[str]) -> Shown:
    """The robustness cards of some headline figures, open, for a notebook.

    Raises:
        ValueError: there is no headline figure of a name; the message lists those there are.
    """
    known = {headline.name: headline for headline in HEADLINES}
    if unknown := [name for name in names if name not in known]:
        raise ValueError(f"there is no headline figure {unknown[0]!r}; there are: {', '.join(known)}")
    cards = make_cards(findings, headlines=[known[name] for name in names])
    return Shown("".join(_format_card(card, is_open=True) for card in cards))


def format_cards_html(cards: Sequence[RobustnessCard]) -> str:
    """The cards, closed, each with its answer in sight, and a note on what many tests do together."""
    return "".join(_format_card(card, is_open=False) for card in cards) + f"<p>{escape_text(NOTE)}</p>"


def _format_card(card: RobustnessCard, *, is_open: bool) -> str:
    facts = "".join(
        f'<tr><th scope="row">{escape_text(name)}</th><td><bdi>{escape_text(text)}</bdi></td></tr>'
        for name, text in list_facts(card)
    )
    return (
        f"<details{' open' if is_open else ''}><summary><b>{escape_text(card.question)}</b> "
        f"{escape_text(card.answer)}</summary><p>{escape_text(card.sentence)}</p>"
        f"<table><tbody>{facts}</tbody></table></details>"
    )
