"""Framing terms against human readers: what `discourse evaluate framing` prints.

An annotation file has a JSON object a line, as section 6 of ``data/texts/MANUAL.md`` lays it out: ``id``
(or ``text``), and the layers ``frames`` and ``news_frames``. A reader marks the shortest expression that
carries a frame; a term of the list and a mark meet if they overlap and have the same frame.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from analysis.findings.evaluation.intervals import Sums, estimate
from analysis.findings.gold import read_json_lines
from analysis.measures.framing import find_framing, load_framing
from analysis.text.document import make_document
from analysis.text.rates import share
from analysis.text.reading import ReadingError, load_text

LISTS = {"frames": "framing", "news_frames": "framing_news"}  # layer -> list of terms
TITLES = {"frames": "frames of texts that argue", "news_frames": "frames of news in general"}
WIDTH = 38

Mark = tuple[int, int, str]  # start, end, frame


@dataclass(frozen=True, slots=True)
class FramingScore:
    """One set of frames in one text: what the reader marked, and what the list (or another reader) found."""

    id: str
    text: str
    layer: str
    gold: tuple[Mark, ...]
    found: tuple[Mark, ...]

    def right(self, frame: str | None = None) -> tuple[int, int, int, int]:
        """Found that meet a mark, all found, marks that are met, all marks; of one frame, or of all."""
        found = [mark for mark in self.found if frame in (None, mark[2])]
        gold = [mark for mark in self.gold if frame in (None, mark[2])]
        return _met(found, gold), len(found), _met(gold, found), len(gold)


def score_framing(path: Path, *, reader: Path | None = None) -> list[FramingScore]:
    """Score the lists, or a second reader, on each text and set of frames that a reader has annotated.

    Args:
        reader: another annotation of the same texts, to compare instead of the lists.

    Raises:
        ReadingError: a file is missing, a line is no annotated text, or the reader has left a text out.
    """
    others = {row["id"]: row for row in _read_rows(reader)} if reader is not None else {}
    scores = []
    for row in _read_rows(path):
        id_ = str(row.get("id"))
        if reader is not None and id_ not in others:
            raise ReadingError(f"{reader.name} has no article {id_!r}")
        doc = make_document(row["text"] if "text" in row else load_text(id_).text)
        for layer, name in LISTS.items():
            if layer not in row or (reader is not None and layer not in others[id_]):
                continue
            if reader is None:
                matches = find_framing(doc, lexicon=load_framing(name))
                found = tuple((match.start, match.end, match.label) for match in matches)
            else:
                found = _marks(others[id_], layer)
            scores.append(FramingScore(id_, doc.text, layer, _marks(row, layer), found))
    return scores


def summarize_framing(scores: Sequence[FramingScore]) -> list[str]:
    """Precision and recall of each set and frame, the set with 95 % intervals by text."""
    lines = []
    for layer, title in TITLES.items():
        of_set = [score for score in scores if score.layer == layer]
        if not of_set:
            continue
        lines += [f"{title}: {len(of_set)} texts", f"{'':{WIDTH}}{'found':>6}{'marks':>7}  precision, recall"]
        counts = [score.right() for score in of_set]
        n_found, n_gold = sum(c[1] for c in counts), sum(c[3] for c in counts)
        cells = f"{estimate(counts, _precision)}, {estimate(counts, _recall)}"
        lines.append(f"{'all':{WIDTH}}{n_found:>6}{n_gold:>7}  {cells}")
        for frame in sorted({mark[2] for score in of_set for mark in (*score.gold, *score.found)}):
            hit, found, met, gold = map(sum, zip(*(score.right(frame) for score in of_set), strict=True))
            lines.append(
                f"  {frame:{WIDTH - 2}}{found:>6}{gold:>7}  {share(hit, found):.3f}, {share(met, gold):.3f}"
            )
        lines.append("")
    return lines


def list_framing_disagreements(scores: Iterable[FramingScore]) -> Iterator[str]:
    """What was found and not marked, and marked and not found: a line for each wording, with its count."""
    counts: Counter[tuple[str, str, str]] = Counter()
    for score in scores:
        for one, other, what in (
            (score.found, score.gold, "found only"),
            (score.gold, score.found, "marked only"),
        ):
            for start, end, frame in one:
                if not _met([(start, end, frame)], other):
                    counts[what, frame, " ".join(score.text[start:end].split())] += 1
    for (what, frame, surface), n in sorted(counts.items()):
        yield f"{what:<12} {frame:<26} {surface}" + (f" ({n})" if n > 1 else "")


def _met(one: Iterable[Mark], other: Sequence[Mark]) -> int:
    return sum(any(a < d and c < b and frame == their for c, d, their in other) for a, b, frame in one)


def _precision(sums: Sums) -> float:
    return share(sums[0], sums[1])


def _recall(sums: Sums) -> float:
    return share(sums[2], sums[3])


def _marks(row: dict[str, Any], layer: str) -> tuple[Mark, ...]:
    return tuple((mark["start"], mark["end"], mark["frame"]) for mark in row[layer])


def _read_rows(path: Path) -> Iterator[dict[str, Any]]:
    for number, row in read_json_lines(path):
        try:
            for layer in LISTS:
                _marks({layer: []} | row, layer)
        except (KeyError, TypeError) as error:
            raise ReadingError(f"{path.name}, line {number}: no annotated text") from error
        yield row
