"""The same actors in several texts: how often each text names them, and with which words."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from analysis.findings.reading import Findings
from analysis.text.mentions import Entity
from analysis.text.rates import per_thousand, to_table

if TYPE_CHECKING:
    import pandas as pd

_COLUMNS = {
    "actor": "int64", "name": "str", "n_texts": "int64", "text": "str", "entity": "Int64", "n": "int64",
    "n_words": "int64", "per_thousand": "float64", "n_quoted": "int64", "wordings": "str",
}  # fmt: skip
_ARTICLES = ("the", "a", "an")
_COUNTS = (
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "some",
    "many",
    "most",
)


def compare_actors(texts: Sequence[Findings]) -> pd.DataFrame:
    """Join the actors of several texts and lay side by side how each text names them.

    Two actors are one if their names are the same, or if both are persons with the same last name and no
    two first names. Actors that only one text has are listed too; those without a name or *the* (*a man*,
    *five people*) are not, for nothing says that two texts mean the same.

    Returns: a row an actor and text, those of most texts and most mentions first: ``actor`` (number),
        ``name`` (the longest), ``n_texts`` (that name it), ``text`` (id), ``entity`` (its number there;
        missing where it is not named), ``n`` (mentions, pronouns included), ``n_words`` (of the text),
        ``per_thousand``, ``n_quoted`` (quotations of speech and writing), ``wordings`` (each wording with
        its count, pronouns left out).

    Limits: a name that is written otherwise (*Harbor* and *Harbour Board*), or a role beside a name, makes
    two actors.

    Source: own definition.
    """
    actors: list[dict[int, Entity]] = []  # of each actor, its entity by number of the text
    for number, findings in enumerate(texts):
        for entity in filter(_is_definite, findings.quotations.entities):
            home = next((a for a in actors if number not in a and _same(a.values(), entity)), None)
            if home is None:
                actors.append(home := {})
            home[number] = entity
    tallies = [_tally(findings) for findings in texts]
    rows = []
    order = sorted(
        actors,
        key=lambda a: (-len(a), -sum(len(e.mentions) for e in a.values()), max(e.name for e in a.values())),
    )
    for actor, of_text in enumerate(order, start=1):
        name = max((entity.name for entity in of_text.values()), key=lambda name: (len(name), name))
        for number, findings in enumerate(texts):
            found = of_text.get(number)
            wordings, quoted = tallies[number]
            n, n_words = (len(found.mentions) if found else 0), len(findings.doc.words)
            rows.append(
                {
                    "actor": actor, "name": name, "n_texts": len(of_text), "text": findings.doc.id,
                    "entity": found.entity if found else None, "n": n, "n_words": n_words,
                    "per_thousand": per_thousand(n, n_words),
                    "n_quoted": quoted[found.entity] if found else 0,
                    "wordings": _listed(wordings[found.entity]) if found else "",
                }
            )  # fmt: skip
    return to_table(rows, _COLUMNS)


def _is_definite(entity: Entity) -> bool:
    """Whether the name has a capital beyond its first letter's, or begins with *the*."""
    first, _, rest = entity.name.partition(" ")
    if first.lower() == "the":
        return True
    return (rest != rest.lower()) if first.lower() in (*_ARTICLES, *_COUNTS) else first[:1].isupper()


def _same(known: Iterable[Entity], entity: Entity) -> bool:
    return all(_alike(other, entity) for other in known)


def _alike(a: Entity, b: Entity) -> bool:
    words_a, words_b = _words(a.name), _words(b.name)
    if words_a == words_b:
        return True
    if not (a.kind == b.kind == "person" and words_a and words_b and words_a[-1] == words_b[-1]):
        return False
    return len(words_a) == 1 or len(words_b) == 1 or words_a[0] == words_b[0]


def _words(name: str) -> list[str]:
    words = name.replace("’", "'").lower().split()
    return words[1:] if len(words) > 1 and words[0] in _ARTICLES else words


def _tally(findings: Findings) -> tuple[dict[int, Counter[str]], Counter[int]]:
    """Wordings of each entity, and how often it is quoted."""
    wordings: dict[int, Counter[str]] = defaultdict(Counter)
    for mention in findings.names:
        if mention.form != "pronoun":
            wordings[mention.entity][mention.surface] += 1
    quoted = Counter(
        row.entity
        for row in findings.quotations.rows
        if row.entity is not None and row.attribution in ("speech", "writing")
    )
    return wordings, quoted


def _listed(wordings: Counter[str]) -> str:
    return "; ".join(f"{words} × {n}" if n > 1 else words for words, n in wordings.most_common())
