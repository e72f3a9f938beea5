"""Word lists that tell persons, roles, organizations and places apart, and the irregular verbs."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from analysis.text.library import DATA, read_rows
from analysis.text.remembered import Remembered

# Nouns that more often mean an event, a building or a thing than somebody who acts.
_NOT_ACTORS = """
conference convention program programme project review house school line port exchange unit mission
front guard force library museum hospital theatre theater mosque station magazine country state forum
division circuit hall radio railway fund
"""
# Nouns with these endings name persons, listed or not.
PERSON_ENDINGS = (
    "ologist", "onomist", "ivist", "icist", "amist", "ician", "arian", "person", "goer", "maker", "keeper",
    "owner", "holder", "player", "worker", "leader", "seeker", "lover", "dweller", "teacher", "grapher",
)  # fmt: skip
NOT_ACTORS = frozenset(_NOT_ACTORS.split())


class Role(NamedTuple):
    """A title before a name (Mrs., President) or a noun for a person (spokeswoman)."""

    label: str
    gender: str  # male, female or ""


def _rows(name: str, *columns: str) -> list[dict[str, str]]:
    return read_rows(DATA / "lexicons" / f"{name}.csv", ("term", "label", "note", "source", *columns))


@cache
def load_given_names() -> dict[str, str]:
    """Given name -> male, female or "" (either)."""
    return {row["term"]: row["label"].replace("either", "") for row in _rows("given_names")}


@cache
def load_roles() -> dict[str, Role]:
    """Title (with a capital) or role (lower case) -> what it says of its bearer."""
    rows = _rows("titles_roles", "gender")
    return {row["term"]: Role(row["label"], row["gender"].replace("either", "")) for row in rows}


@cache
def load_organization_words() -> dict[str, str]:
    """Word of an organization's name -> the noun that takes it up: Ltd -> company."""
    return {row["term"]: row["label"] for row in _rows("organization_words")}


@cache
def load_organization_nouns() -> frozenset[str]:
    """The nouns that take organizations up: company, union, council."""
    return frozenset(load_organization_words().values()) - NOT_ACTORS | {
        "outlet",
        "paper",
    }


@cache
def load_places() -> dict[str, str]:
    """Name -> country, place, seat (the White House) or people (Iranian)."""
    return {row["term"]: row["label"] for row in _rows("places")}


def role_of(word: str) -> Role | None:
    """The role that a noun names, also in the plural: *spokeswoman*, *workers*."""
    return _ROLES[word]


def _read_role(word: str) -> Role | None:
    roles = load_roles()
    key = word.lower()
    for form in (
        key,
        key.removesuffix("s"),
        key.removesuffix("es"),
        key.replace("women", "woman"),
    ):
        if form in roles:
            return roles[form]
    bare = key.removesuffix("s")
    if bare.endswith(PERSON_ENDINGS) and len(bare) > 7:
        return Role("role", "")
    if key.endswith("men") or key == "people":
        return roles.get(key[:-3] + "man", Role("role", ""))
    return None


_ROLES = Remembered(_read_role)


@cache
def load_irregular_verbs() -> dict[str, str]:
    """Form of a verb -> "past", "participle" or "past or participle": *began*, *begun*, *said*."""
    rows = read_rows(DATA / "lexicons" / "irregular_verbs.csv", ("term", "past", "participle"))
    past, participles = {row["past"] for row in rows}, {row["participle"] for row in rows}
    same = past & participles
    return (
        dict.fromkeys(past, "past")
        | dict.fromkeys(participles, "participle")
        | dict.fromkeys(same, "past or participle")
    )
