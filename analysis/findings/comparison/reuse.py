"""Which quotations and sentences two texts share, what was edited in them, and which only one has."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise
from typing import TYPE_CHECKING

from analysis.findings.comparison.pairs import pairs_of
from analysis.findings.reading import Findings
from analysis.text.document import Document
from analysis.text.rates import share, to_table

if TYPE_CHECKING:
    import pandas as pd

FEWEST_WORDS = 4  # a shorter quotation is a phrase that two texts may share by chance
ALIKE = 0.4  # share of word pairs in common from which two quotations count as one
WITHIN = 0.6  # the same, where a short quotation may be a piece of a long one
FEWEST_PAIRS = 4  # word pairs in common that a piece needs
MOST_PIECES = 200  # a pair of words in more pieces than these, such as *of the* in a book, tells nothing
_COLUMNS = {
    "text_a": "str", "text_b": "str", "found_in": "str", "start_a": "Int64", "end_a": "Int64",
    "surface_a": "str", "speaker_a": "str", "start_b": "Int64", "end_b": "Int64", "surface_b": "str",
    "speaker_b": "str", "alike": "float64", "edits": "str",
}  # fmt: skip


@dataclass(frozen=True)
class _Piece:
    """A quotation or a sentence, with its words and its pairs of neighboring words."""

    start: int
    end: int
    surface: str
    speaker: str | None
    keys: tuple[str, ...]
    pairs: Counter[tuple[str, str]]


def compare_quotations(texts: Sequence[Findings]) -> pd.DataFrame:
    """Align the quotations of two texts.

    Returns: a row a pair of texts and quotation of four words or more: ``text_a``, ``text_b``, ``found_in``
        (both, a or b), ``start_a``, ``end_a``, ``surface_a``, ``speaker_a`` and the same of b (missing where
        the text has it not), ``alike`` (share of word pairs in common, 0 to 1), ``edits`` (from a to b: words
        taken out in [−…−], put in as {+…+}). Those of both come first, in the order of a.

    Limits: words, not meanings: *the port is closed* and *no ship may enter* are two quotations. Of two that
    are equally alike the earlier is taken. In texts that repeat themselves hundreds of times, edited repeats
    are not linked.

    Source: Broder (1997) on resemblance and containment, by pairs of neighboring words.
    """
    rows: list[dict[str, object]] = []
    for a, b in pairs_of(texts):
        quoted_a, quoted_b = list(_quoted(a)), list(_quoted(b))
        links = _best_links(quoted_a, quoted_b)
        ids = {"text_a": a.doc.id, "text_b": b.doc.id}
        for i, j, alike in sorted(links):
            edits = describe_edits(quoted_a[i].keys, quoted_b[j].keys)
            found = {"found_in": "both", "alike": alike, "edits": edits}
            rows.append(ids | _side("a", quoted_a[i]) | _side("b", quoted_b[j]) | found)
        taken_a, taken_b = {i for i, _, _ in links}, {j for _, j, _ in links}
        only_a = [_side("a", q) | _side("b", None) for i, q in enumerate(quoted_a) if i not in taken_a]
        only_b = [_side("a", None) | _side("b", q) for j, q in enumerate(quoted_b) if j not in taken_b]
        rows += [ids | row | {"found_in": "a", "alike": 0.0, "edits": ""} for row in only_a]
        rows += [ids | row | {"found_in": "b", "alike": 0.0, "edits": ""} for row in only_b]
    return to_table(rows, _COLUMNS)


def compare_sentences(texts: Sequence[Findings]) -> pd.DataFrame:
    """Find the sentences that two texts share, word by word or edited.

    Returns: a row a pair of texts and shared sentence, in the order of a: ``text_a``, ``text_b``,
        ``start_a``, ``end_a``, ``surface_a``, ``start_b``, ``end_b``, ``surface_b``, ``alike`` and
        ``edits`` as in `compare_quotations`. Sentences of fewer than four words are left out.

    Limits: as `compare_quotations`; a sentence that was parted into two is found in one of them.

    Source: as `compare_quotations`.
    """
    rows: list[dict[str, object]] = []
    for a, b in pairs_of(texts):
        pieces_a, pieces_b = list(_sentences(a)), list(_sentences(b))
        for i, j, alike in sorted(_best_links(pieces_a, pieces_b)):
            sides = _side("a", pieces_a[i]) | _side("b", pieces_b[j])
            edits = describe_edits(pieces_a[i].keys, pieces_b[j].keys)
            rows.append({"text_a": a.doc.id, "text_b": b.doc.id, "alike": alike, "edits": edits} | sides)
    left_out = ("found_in", "speaker_a", "speaker_b")
    return to_table(rows, {name: kind for name, kind in _COLUMNS.items() if name not in left_out})


def describe_edits(before: Sequence[str], after: Sequence[str]) -> str:
    """The words of two quotations in one line, with what was taken out and put in.

    >>> describe_edits("we will not move".split(), "we will never move".split())
    'we will [−not−] {+never+} move'
    """
    pieces: list[str] = []
    matcher = SequenceMatcher(None, list(before), list(after), autojunk=False)
    for what, i, i_end, j, j_end in matcher.get_opcodes():
        if what == "equal":
            pieces.append(" ".join(before[i:i_end]))
            continue
        if i < i_end:
            pieces.append(f"[−{' '.join(before[i:i_end])}−]")
        if j < j_end:
            pieces.append("{+" + " ".join(after[j:j_end]) + "+}")
    return " ".join(pieces)


def _quoted(findings: Findings) -> Iterator[_Piece]:
    """Outermost quotations of speech and writing that are long enough."""
    for row in findings.quotations.rows:
        if row.level == 1 and row.attribution in ("speech", "writing"):
            yield from _piece(findings.doc, row.start, row.end, row.speaker)


def _sentences(findings: Findings) -> Iterator[_Piece]:
    for start, end in findings.doc.sentences:
        yield from _piece(findings.doc, start, end, None)


def _piece(doc: Document, start: int, end: int, speaker: str | None) -> Iterator[_Piece]:
    """The stretch as a piece; nothing if it is too short to tell reuse from chance."""
    words = doc.words.inside(start, end)
    keys = doc.keys[words.start : words.stop]
    if len(keys) >= FEWEST_WORDS:
        yield _Piece(start, end, doc.text[start:end], speaker, keys, Counter(pairwise(keys)))


def _best_links(pieces_a: list[_Piece], pieces_b: list[_Piece]) -> list[tuple[int, int, float]]:
    """Each piece with at most one of the other text: the same words first, then the most alike."""
    links = [(i, j, 1.0) for i, j in _same_words(pieces_a, pieces_b)]
    taken_a, taken_b = {i for i, _, _ in links}, {j for _, j, _ in links}
    candidates = []
    for i, j in _meeting(pieces_a, pieces_b, taken_a, taken_b):
        a, b = pieces_a[i].pairs, pieces_b[j].pairs
        common = (a & b).total()
        alike, within = share(2 * common, a.total() + b.total()), share(common, min(a.total(), b.total()))
        if alike >= ALIKE or (within >= WITHIN and common >= FEWEST_PAIRS):
            candidates.append((alike, i, j))
    # By place in both texts together, so that swapping the texts links the same pieces.
    for alike, i, j in sorted(candidates, key=lambda c: (-c[0], c[1] + c[2], abs(c[1] - c[2]))):
        if i not in taken_a and j not in taken_b:
            taken_a.add(i)
            taken_b.add(j)
            links.append((i, j, alike))
    return links


def _same_words(pieces_a: list[_Piece], pieces_b: list[_Piece]) -> list[tuple[int, int]]:
    """Pieces of the same words, the first with the first, the second with the second."""
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for j, b in enumerate(pieces_b):
        places[b.keys].append(j)
    seen: Counter[tuple[str, ...]] = Counter()
    same = []
    for i, a in enumerate(pieces_a):
        if seen[a.keys] < len(places.get(a.keys, ())):
            same.append((i, places[a.keys][seen[a.keys]]))
            seen[a.keys] += 1
    return same


def _meeting(
    pieces_a: list[_Piece], pieces_b: list[_Piece], taken_a: set[int], taken_b: set[int]
) -> Iterator[tuple[int, int]]:
    """Pieces not yet taken that share a pair of words; a pair that stands everywhere brings none together."""
    with_pair = [_by_pair(pieces_a, taken_a), _by_pair(pieces_b, taken_b)]
    telling = {
        pair
        for pair in with_pair[0]
        if all(0 < len(pieces.get(pair, ())) <= MOST_PIECES for pieces in with_pair)
    }
    for i, a in enumerate(pieces_a):
        if i not in taken_a:
            yield from ((i, j) for j in sorted({j for p in a.pairs if p in telling for j in with_pair[1][p]}))


def _by_pair(pieces: list[_Piece], taken: set[int]) -> dict[tuple[str, str], list[int]]:
    found: dict[tuple[str, str], list[int]] = defaultdict(list)
    for place, piece in enumerate(pieces):
        if place not in taken:
            for pair in piece.pairs:
                found[pair].append(place)
    return found


def _side(side: str, piece: _Piece | None) -> dict[str, object]:
    return {
        f"start_{side}": piece.start if piece else None,
        f"end_{side}": piece.end if piece else None,
        f"surface_{side}": piece.surface if piece else None,
        f"speaker_{side}": piece.speaker if piece else None,
    }
