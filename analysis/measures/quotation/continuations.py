"""Quotations over several paragraphs: each paragraph opens them anew, only the last one closes them."""

from __future__ import annotations

from typing import NamedTuple

from analysis.measures.quotation.pairs import Pairing
from analysis.measures.quotation.signs import Sign


class Carried(NamedTuple):
    """A quotation left open at a paragraph's end that the next paragraph goes on with."""

    family: str
    group: int


def may_go_on(following: Pairing, start: int, singles_quote: bool) -> bool:
    """Whether a paragraph can continue a quotation: it re-opens it, or closes what it never opened."""
    if not following.signs:
        return False
    if following.signs[0].start == start and following.signs[0].role != "close":
        return True
    return find_lost_reopening(following, singles_quote) is not None


def find_lost_reopening(pairing: Pairing, singles_quote: bool) -> int | None:
    """The closing mark, before any opening one, that ends what the paragraph before opened."""
    for closer in pairing.closers:
        if pairing.signs[closer].family == "single" and not singles_quote:
            continue
        opened_before = pairing.openers[:1] + [a for a, _ in pairing.pairs[:1]]
        return closer if all(closer < opener for opener in opened_before) else None
    return None


def find_reopened(signs: list[Sign], start: int, carried: list[Carried]) -> dict[int, int]:
    """Opening marks at a paragraph's start that take up a carried quotation: index -> group."""
    taken: dict[int, int] = {}
    at = start
    for k, (sign, quotation) in enumerate(zip(signs, carried, strict=False)):
        if sign.start != at or sign.role == "close" or sign.family != quotation.family:
            break
        taken[k] = quotation.group
        at = sign.end
    return taken
