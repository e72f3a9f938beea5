"""Us and them: what a text says of whom, as a table after van Dijk's ideological square."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence, Set
from typing import TYPE_CHECKING

from analysis.measures.naming.predications import KINDS, Predication
from analysis.measures.naming.voiced import VoicedSpan, voice_reader, voices_of
from analysis.text.document import Document
from analysis.text.mentions import Entity
from analysis.text.rates import to_table

if TYPE_CHECKING:
    import pandas as pd

US, THEM = "us", "them"


def measure_us_and_them(
    doc: Document,
    predications: Iterable[Predication],
    entities: Iterable[Entity],
    *,
    us: Set[int] = frozenset(),
    them: Set[int] = frozenset(),
    voices: Sequence[VoicedSpan] = (),
) -> pd.DataFrame:
    """What is said of each actor, in four kinds, with the words and how often each stands.

    After van Dijk's square: texts may dwell on what is good about us and bad about them, and pass over
    the rest. Who *we* and *they* are, and which words praise or blame, is the reader's to say.

    Args:
        us, them: numbers of the entities that the reader puts on either side; the others have none.
        voices: stretches with start, end, voice and entity, sorted and apart; without them all is one
            voice, ``text``.

    Returns: a row an entity, kind and voice, also where ``n`` is 0; entities by number. Columns: ``entity``,
        ``name``, ``side`` (us, them or empty), ``kind`` (naming, predication, agent, patient), ``voice``,
        ``n``, ``n_entity`` (all kinds and voices of the entity), ``n_mentions``, ``words`` (each in lower
        case with its count, the most frequent first, then by place: *brutal (2); old*).

    Raises:
        ValueError: an entity stands on both sides, or is none of ``entities``.

    Limits: as those of `find_predications`; words are counted as they stand, *beat* and *beaten* apart.

    Source: own definition, after van Dijk (1998), Ideology: A Multidisciplinary Approach.

    Example: two things are said of one actor, and the reader takes its side.

    >>> from analysis.measures.naming import find_predications
    >>> from analysis.text.document import make_document
    >>> from analysis.text.mentions import find_entities, find_mentions
    >>> from analysis.text.rates import rows_of
    >>> doc = make_document("The old dockers marched.")
    >>> entities = find_entities(doc, find_mentions(doc))
    >>> found = find_predications(doc, entities)
    >>> table = measure_us_and_them(doc, found, entities, us={1})
    >>> [(row.side, row.kind, row.n, row.words) for row in rows_of(table)]
    [('us', 'naming', 1, 'dockers'), ('us', 'predication', 1, 'old'), ('us', 'agent', 1, 'marched'),
     ('us', 'patient', 0, '')]
    """
    known = {entity.entity: entity for entity in entities}
    if both := us & them:
        raise ValueError(f"entity {min(both)} is on both sides; choose one")
    if strangers := (us | them) - known.keys():
        raise ValueError(f"there is no entity {min(strangers)}; choose among {sorted(known)}")
    read = voice_reader(voices)
    words: dict[tuple[int, str, str], Counter[str]] = {}
    totals = Counter[int]()
    for one in predications:
        key = one.entity, one.kind, read(one.start)[0]
        words.setdefault(key, Counter())[" ".join(one.surface.lower().split())] += 1
        totals[one.entity] += 1
    rows = []
    for number in sorted(known):
        side = US if number in us else THEM if number in them else ""
        for kind in KINDS:
            for voice in voices_of(voices):
                counts = words.get((number, kind, voice), Counter())
                rows.append(
                    {
                        "entity": number, "name": known[number].name, "side": side, "kind": kind,
                        "voice": voice, "n": counts.total(), "n_entity": totals[number],
                        "n_mentions": len(known[number].mentions), "words": _listed(counts),
                    }
                )  # fmt: skip
    columns = dict.fromkeys(("name", "side", "kind", "voice"), "string")
    counted = dict.fromkeys(("n", "n_entity", "n_mentions"), "int64")
    return to_table(rows, {"entity": "int64"} | columns | counted | {"words": "string"})


def _listed(counts: Counter[str]) -> str:
    """The most frequent first; Counter keeps the order of the text among equals."""
    return "; ".join(f"{word} ({n})" if n > 1 else word for word, n in counts.most_common())
