"""Articles for timing alone, made from a seed: of many lengths, with marks, names, numbers and reports."""

from __future__ import annotations

import json
import random
from pathlib import Path

GOLD = Path(__file__).resolve().parents[3] / "shared" / "gold" / "quotes" / "polnear_train.jsonl"

PEOPLE = (
    "Ann Lee",
    "Ben Roe",
    "Dana Fell",
    "Piet Aarsen",
    "Conrad Vell",
    "Tess Quillan",
    "Ines Tolland",
    "Rafe Ostrin",
)
ROLES = (
    "the mayor",
    "a spokesman for the port",
    "the union",
    "the ministry",
    "a witness",
    "the company",
    "officials",
)
PLACES = ("Norrow", "Port Merrow", "the old quarter", "the U.S.", "the northern bank", "Lantry")
VERBS = (
    "said",
    "noted",
    "claimed",
    "warned",
    "told reporters",
    "insisted",
    "asked",
    "recalled",
    "denied",
    "wrote",
)
CLAIMS = (
    "we will not leave this place",
    "the bridge is safe and always was",
    "nobody told us about the cuts",
    "it is a cruel and shameful choice",
    "the council must act before the winter",
    "they lied to the families for years",
    "this is the best news in a decade",
    "justice will come, however late",
)
PLAIN = (
    "The vote is due in {month}.",
    "About {n} people came to {place} on Monday, police counted.",
    "Prices rose by {n} percent, the highest figure since {year}.",
    "No ship has entered the harbor since Sept. {day}.",
    "The so-called “temporary” repairs took {n} years.",
    "It was dark, and the road to {place} was closed.",
    "Some 40 houses were destroyed in the flood that struck {place} in {year}.",
)
MONTHS = ("January", "March", "June", "October", "December")


def make_articles(n: int, *, seed: int = 7) -> list[str]:
    """Articles that differ in length, marks and matter; the same for a seed."""
    chance = random.Random(seed)
    return [_article(chance) for _ in range(n)]


def load_articles(n: int) -> tuple[list[str], str]:
    """Human-written news where the gold lies beside the project, else made articles; and which it was."""
    if GOLD.is_file():
        with GOLD.open(encoding="utf-8") as lines:
            return [json.loads(line)["text"] for _, line in zip(range(n), lines, strict=False)], "news"
    return make_articles(n), "made"


def _article(chance: random.Random) -> str:
    opening, closing = chance.choice((("“", "”"), ('"', '"'), ("‘", "’")))
    paragraphs = [
        " ".join(_sentence(chance, opening, closing) for _ in range(chance.randint(1, 5)))
        for _ in range(chance.randint(3, 24))
    ]
    return "\n\n".join(paragraphs)


def _sentence(chance: random.Random, opening: str, closing: str) -> str:
    who, verb, claim = chance.choice(PEOPLE + ROLES), chance.choice(VERBS), chance.choice(CLAIMS)
    kind = chance.random()
    if kind < 0.2:
        return f"{opening}{claim.capitalize()},{closing} {who} {verb}."
    if kind < 0.3:
        return f"{who[0].upper()}{who[1:]} {verb}: {opening}{claim.capitalize()}.{closing}"
    if kind < 0.5:
        joined = f"{claim}, {chance.choice(('and', 'but'))} {chance.choice(CLAIMS)}"
        return f"{who[0].upper()}{who[1:]} {verb} that {joined}."
    return chance.choice(PLAIN).format(
        month=chance.choice(MONTHS), n=chance.randint(2, 90_000), place=chance.choice(PLACES),
        year=chance.randint(1950, 2020), day=chance.randint(1, 30),
    )  # fmt: skip
