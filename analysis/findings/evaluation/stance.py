"""Stance against human readers: calls, hedges, boosters, agentless passives, numbers, each on its own.

An annotation file has a JSON object a line, as section 6 of ``data/texts/MANUAL.md`` lays it out: ``id``
(or ``text``), and the layers ``calls``, ``certainty``, ``passives``, ``numbers``. A layer that a text does
not have was not annotated there, and counts neither for nor against.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from analysis.findings.evaluation.intervals import estimate
from analysis.findings.gold import read_json_lines
from analysis.measures.quotation import find_quotations
from analysis.measures.stance import find_stance
from analysis.text.document import make_document
from analysis.text.rates import share
from analysis.text.reading import ReadingError, load_text

LAYERS = {
    "call": "calls",
    "hedge": "certainty",
    "booster": "certainty",
    "agentless_passive": "passives",
    "number": "numbers",
}
TITLES = {
    "call": "calls",
    "hedge": "hedges",
    "booster": "boosters",
    "agentless_passive": "agentless passives",
    "number": "numbers",
}


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark of stance, by whoever has made it; what does not apply to its kind is None."""

    start: int
    end: int
    addressee: str | None = None
    act: str | None = None
    sourced: bool | None = None


@dataclass(frozen=True, slots=True)
class StanceScore:
    """One kind of mark in one text: what the readers and the rules found, and which two are the same.

    ``pairs`` are marks that share a character, each in one pair at most, the largest overlap first.
    """

    id: str
    text: str
    kind: str
    gold: tuple[Mark, ...]
    found: tuple[Mark, ...]
    pairs: tuple[tuple[Mark, Mark], ...]  # gold, found


def score_stance(path: Path, *, reader: Path | None = None) -> list[StanceScore]:
    """Compare the marks of each text of an annotation file, in order.

    Args:
        reader: a file of the same layout by another reader, to compare instead of the rules.

    Returns: one score a text and kind whose layer the text has (and, with a reader, theirs too).

    Raises:
        ReadingError: a file is missing, or a line is no annotated text; the message names it.
    """
    others = {} if reader is None else {str(row.get("id")): row for _, row in read_json_lines(reader)}
    scores = []
    for number, row in read_json_lines(path):
        where = f"{path.name}, line {number}"
        if "id" not in row and "text" not in row:
            raise ReadingError(f"{where}: an annotated text needs an id or a text")
        id_ = str(row.get("id", number))
        doc = make_document(str(row["text"]), id=id_) if "text" in row else load_text(id_)
        if reader is None:
            matches = find_stance(doc, quotations=find_quotations(doc).rows)
            ours = {
                kind: [Mark(m.start, m.end, m.addressee, m.act, m.sourced) for m in matches if m.kind == kind]
                for kind in LAYERS
            }
        else:
            other = others.get(id_, {})
            ours = {
                kind: _marks(other, kind, reader.name) for kind, layer in LAYERS.items() if layer in other
            }
        for kind, layer in LAYERS.items():
            if layer in row and kind in ours:
                gold, found = _marks(row, kind, where), ours[kind]
                scores.append(
                    StanceScore(id_, doc.text, kind, tuple(gold), tuple(found), tuple(_pair(gold, found)))
                )
    return scores


def summarize_stance(scores: Sequence[StanceScore]) -> list[str]:
    """The lines to print: precision, recall and F1 with 95 % intervals by text, for each kind.

    A layer that no text has is named as absent.
    """
    lines = [f"{'':28s}{'gold':>6s}{'found':>7s}  {'precision':>9s}{'recall':>8s}  F1"]
    for kind, title in TITLES.items():
        chosen = [score for score in scores if score.kind == kind]
        if not chosen:
            lines.append(f"{title:28s}not annotated in this file")
            continue
        lines.append(_line(title, chosen, lambda gold, found: True))
        lines.append(_line("  same first and last sign", chosen, _is_exact))
        if kind == "call":
            lines.append(_part("  addressee the same", chosen, _has_same_addressee))
            lines.append(
                _part("  addressee the same, named", chosen, _has_same_addressee, only=_names_addressee)
            )
            lines.append(_part("  acts share a word", chosen, _acts_overlap))
        if kind == "number":
            lines.append(_part("  sourced or not, the same", chosen, _has_same_source, only=_says_source))
    return lines


def list_disagreements(scores: Iterable[StanceScore]) -> Iterator[str]:
    """Each mark that only one side has, and each pair whose addressee or source differs, a line each."""
    for score in scores:
        paired_gold = {gold for gold, _ in score.pairs}
        paired = {found for _, found in score.pairs}
        lines = [(m.start, f"missed: {_show(score, m)}") for m in score.gold if m not in paired_gold]
        lines += [(m.start, f"extra: {_show(score, m)}") for m in score.found if m not in paired]
        for gold, found in score.pairs:
            if score.kind == "call" and not _has_same_addressee(gold, found):
                lines.append(
                    (
                        gold.start,
                        f"addressee: {gold.addressee!r}, found {found.addressee!r}: {_show(score, gold)}",
                    )
                )
            if _says_source(gold) and not _has_same_source(gold, found):
                lines.append(
                    (gold.start, f"sourced: {gold.sourced}, found {found.sourced}: {_show(score, gold)}")
                )
        for start, line in sorted(lines):
            yield f"{score.id} {start} {score.kind} {line}"


def _marks(row: dict[str, Any], kind: str, where: str) -> list[Mark]:
    try:
        return [
            Mark(
                int(mark["start"]),
                int(mark["end"]),
                mark.get("addressee"),
                mark.get("act"),
                mark.get("sourced"),
            )
            for mark in row[LAYERS[kind]]
            if LAYERS[kind] != "certainty" or mark["kind"] == kind
        ]
    except (KeyError, TypeError, ValueError) as error:
        raise ReadingError(f"{where}: a mark of {LAYERS[kind]} needs start and end") from error


def _pair(gold: Sequence[Mark], found: Sequence[Mark]) -> list[tuple[Mark, Mark]]:
    """Marks that share a character, the largest overlap first; each is in one pair at most."""
    overlaps = sorted(
        (
            (min(one.end, other.end) - max(one.start, other.start), -number, -place)
            for number, one in enumerate(gold)
            for place, other in enumerate(found)
            if one.start < other.end and other.start < one.end
        ),
        reverse=True,
    )
    pairs, taken_gold, taken = [], set[int](), set[int]()
    for _, number, place in overlaps:
        if number not in taken_gold and place not in taken:
            taken_gold.add(number)
            taken.add(place)
            pairs.append((gold[-number], found[-place]))
    return sorted(pairs, key=lambda pair: pair[0].start)


Test = Callable[[Mark, Mark], bool]


def _line(title: str, scores: Sequence[StanceScore], agrees: Test) -> str:
    counts = [
        (sum(agrees(*pair) for pair in score.pairs), len(score.found), len(score.gold)) for score in scores
    ]
    hits, found, gold = (sum(column) for column in zip(*counts, strict=True))
    f1 = estimate(counts, lambda sums: share(2 * sums[0], sums[1] + sums[2]))
    return f"{title:28s}{gold:6d}{found:7d}  {share(hits, found):9.3f}{share(hits, gold):8.3f}  {f1}"


def _part(
    title: str,
    scores: Sequence[StanceScore],
    agrees: Test,
    *,
    only: Callable[[Mark], bool] = lambda gold: True,
) -> str:
    """In how many of the pairs the two sides agree on one more thing."""
    judged = [pair for score in scores for pair in score.pairs if only(pair[0])]
    n = sum(agrees(*pair) for pair in judged)
    return f"{title:28s}{n} of {len(judged)} pairs ({share(n, len(judged)):.3f})"


def _is_exact(gold: Mark, found: Mark) -> bool:
    return (gold.start, gold.end) == (found.start, found.end)


def _has_same_addressee(gold: Mark, found: Mark) -> bool:
    return (gold.addressee or "").lower() == (found.addressee or "").lower()


def _names_addressee(gold: Mark) -> bool:
    return gold.addressee is not None


def _acts_overlap(gold: Mark, found: Mark) -> bool:
    return bool(set((gold.act or "").lower().split()) & set((found.act or "").lower().split()))


def _says_source(gold: Mark) -> bool:
    return gold.sourced is not None


def _has_same_source(gold: Mark, found: Mark) -> bool:
    return gold.sourced == found.sourced


def _show(score: StanceScore, mark: Mark) -> str:
    return " ".join(score.text[mark.start : mark.end].split())
