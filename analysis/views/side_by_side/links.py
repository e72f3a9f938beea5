"""Which stretch of one text belongs to which of another: shared quotations and sentences, changed words."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from analysis.text.rates import rows_of
from analysis.text.rewording import Rewording

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A stretch of the text in one column; columns count from 0."""

    column: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Link:
    """Stretches that belong together, in the order of the columns, and what tells them apart.

    ``name`` is a letter and a number: Q for quotations, S for sentences, W for changed words, D for places
    where readers differ. Where all columns have the same words, ``told`` says of each what stands there.
    """

    name: str
    places: tuple[Place, ...]
    notes: tuple[str, ...] = ()
    told: tuple[str, ...] = ()


def link_shared(ids: Sequence[str], tables: Mapping[str, pd.DataFrame]) -> list[Link]:
    """What several texts share, from the tables of `compare_quotations` and `compare_sentences`.

    A sentence is linked only where no linked quotation touches it: no two links overlap.
    """
    quotations = tables["quotations"]
    taken: dict[int, list[tuple[int, int]]] = defaultdict(list)
    links = []
    for letter, rows in (
        ("Q", rows_of(quotations[quotations["found_in"] == "both"])),
        ("S", rows_of(tables["sentences"])),
    ):
        groups = _join(ids, _without_overlaps(ids, rows, taken))
        links += [
            Link(f"{letter}{number}", places, tuple(notes))
            for number, (places, notes) in enumerate(groups.items(), start=1)
        ]
    return links


def link_changes(rewording: Rewording) -> list[Link]:
    """Each stretch that was reworded: where it stands before (column 0) and after (column 1)."""
    return [
        Link(
            f"W{number}",
            (Place(0, r.start, r.end), Place(1, r.start_after, r.end_after)),
            (f"[−{r.surface}−] {{+{r.surface_after}+}}" if r.surface_after else f"[−{r.surface}−]",),
        )
        for number, r in enumerate(rewording.replacements, start=1)
    ]


def _join(ids: Sequence[str], rows: Iterable[Any]) -> dict[tuple[Place, ...], list[str]]:
    """Places that rows connect, each group with the edits between its places; in the order of the columns."""
    group_of: dict[Place, list[Place]] = {}
    edits: dict[Place, list[str]] = defaultdict(list)
    for row in rows:
        a, b = _sides(ids, row)
        edits[a].append(f"{row.text_a} → {row.text_b}: {row.edits}")
        group_a, group_b = group_of.setdefault(a, [a]), group_of.setdefault(b, [b])
        if group_a is not group_b:
            group_a += group_b
            group_of.update(dict.fromkeys(group_b, group_a))
    groups = sorted({tuple(sorted(group)) for group in group_of.values()})
    return {group: [note for place in group for note in edits[place]] for group in groups}


def _sides(ids: Sequence[str], row: Any) -> tuple[Place, Place]:
    return (
        Place(ids.index(row.text_a), int(row.start_a), int(row.end_a)),
        Place(ids.index(row.text_b), int(row.start_b), int(row.end_b)),
    )


def _without_overlaps(
    ids: Sequence[str], rows: Iterable[Any], taken: dict[int, list[tuple[int, int]]]
) -> Iterator[Any]:
    """Rows whose places touch no place taken before them, except their own; their places are taken then."""
    own: set[Place] = set()
    for row in rows:
        places = _sides(ids, row)
        if all(place in own or _is_free(taken[place.column], place) for place in places):
            for place in set(places) - own:
                insort(taken[place.column], (place.start, place.end))
            own.update(places)
            yield row


def _is_free(spans: Sequence[tuple[int, int]], place: Place) -> bool:
    """Whether a place touches none of the sorted spans, of which no two overlap."""
    before = bisect_left(spans, (place.end, -1)) - 1
    return before < 0 or spans[before][1] <= place.start
