"""Framing terms: where the words of a set of frames stand, and how many there are in each part.

There are two sets. The ten frames of texts that argue are told in ``frames.csv``, their terms are listed in
``framing.csv``; eleven frames of news in general in ``frames_news.csv`` and ``framing_news.csv``. A row with
the label ``none`` guards against a false friend (*must have*, *tennis court*): being longer or more exact,
it wins over the term that it holds, and is then left out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from analysis.text.document import Document
from analysis.text.groups import count_in_groups
from analysis.text.lexicon import Lexicon, TermMatch, find_terms, load_lexicon
from analysis.text.library import DATA, read_rows
from analysis.text.rates import per_thousand, to_table
from analysis.text.spans import Spans

if TYPE_CHECKING:
    import pandas as pd

GUARD = "none"  # the label of false friends
FRAME_COLUMNS = ("frame", "letter", "title", "definition", "not_included")
_COUNTS = {"n": "int64", "n_words": "int64", "per_thousand": "float64"}


@dataclass(frozen=True, slots=True)
class Frame:
    """One of the frames, as `frames.csv` tells it."""

    frame: str  # its name in tables
    letter: str  # its mark in figures and in the reading view
    title: str
    definition: str
    not_included: str


@cache
def load_frames(name: str = "frames") -> tuple[Frame, ...]:
    """The frames of a set, in the order of their letters: ``frames`` or ``frames_news``.

    >>> "".join(frame.letter for frame in load_frames() + load_frames("frames_news"))
    'ABCDEFGHIJKLMNOPQRSTU'
    """
    rows = read_rows(DATA / "lexicons" / f"{name}.csv", FRAME_COLUMNS)
    return tuple(Frame(*(row[column] for column in FRAME_COLUMNS)) for row in rows)


@cache
def load_framing(name: str = "framing") -> Lexicon:
    """The project's own list of framing terms, ``framing`` or ``framing_news``, with its false friends."""
    return load_lexicon(name)


def find_framing(doc: Document, *, lexicon: Lexicon | None = None) -> list[TermMatch]:
    """Where the framing terms of a text stand; false friends are left out.

    Args:
        lexicon: a list other than the project's; its labels are the frames, ``none`` guards.

    Returns: one match a place, sorted; the label is the frame. No two share a word.

    Limits: words are matched, not senses: *movement* counts in *The movement of his hand was slow.*
    What no listed word carries is not found: *They buried forty that night.* A term also counts
    where the sentence denies it or speaks in irony.

    Source: own list; each row names the work that motivates it.

    Example: *must* is a term, *must have* a false friend.

    >>> from analysis.text.document import make_document
    >>> doc = make_document("The regime must have known. It must go.")
    >>> [(match.surface, match.label) for match in find_framing(doc)]
    [('regime', 'adversary_delegitimation'), ('must', 'call_obligation')]
    """
    matches = find_terms(doc, load_framing() if lexicon is None else lexicon)
    return [match for match in matches if match.label != GUARD]


def measure_framing(
    doc: Document, matches: Iterable[TermMatch], *, frames: Sequence[str] | None = None
) -> pd.DataFrame:
    """How many terms of each frame stand in each paragraph.

    Args:
        frames: the labels to count, in the order wanted; by default the ten frames.

    Returns: one row a paragraph and frame, also where ``n`` is 0. Columns: ``paragraph`` (from 1),
        ``frame``, ``n`` (terms that begin in the paragraph), ``n_words``, ``per_thousand`` (terms
        in a thousand words; nan without words).

    Raises:
        ValueError: a match has a label that is not among ``frames``.

    Limits: a rate of a short paragraph jumps with each term: one term in *Justice now!* makes 500
    in a thousand. Read it beside ``n``. A term of three words counts once.

    Source: own definition.

    Example: one term in four words, one in three.

    >>> from analysis.text.document import make_document
    >>> from analysis.text.rates import rows_of
    >>> doc = make_document("Two victims spoke today.\\n\\nWe demand more.")
    >>> table = measure_framing(doc, find_framing(doc))
    >>> [(row.paragraph, row.frame, row.n, row.n_words) for row in rows_of(table) if row.n]
    [(1, 'atrocity_victimhood', 1, 4), (2, 'call_obligation', 1, 3)]
    """
    frames = _or_ten(frames)
    counts = _count(matches, doc.paragraphs, frames)
    rows = []
    for number, (start, end) in enumerate(doc.paragraphs):
        n_words = len(doc.words.inside(start, end))
        for frame in frames:
            rows.append({"paragraph": number + 1, "frame": frame, **_rate(counts[number, frame], n_words)})
    return to_table(rows, {"paragraph": "int64", "frame": "str", **_COUNTS})


def measure_framing_of_spans(
    doc: Document,
    matches: Iterable[TermMatch],
    spans_by_group: Mapping[str, Iterable[tuple[int, int]]],
    *,
    frames: Sequence[str] | None = None,
) -> pd.DataFrame:
    """How many terms of each frame stand in groups of spans, such as the stretches of one voice.

    Args:
        spans_by_group: the spans of each group, by its name; those of one group lie apart.
        frames: as in `measure_framing`.

    Returns: one row a frame and group, also where ``n`` is 0; in each frame the groups in the order
        given. Columns: ``frame``, ``group``, ``n`` (terms that begin in the group's spans),
        ``n_words`` (words that begin there), ``per_thousand`` (nan without words).

    Raises:
        ValueError: spans of one group overlap, one is empty, or a match has a label that is not
            among ``frames``.

    Limits: a term that begins in one group and ends in another counts for the first alone: *call
    for* in *They call “for a boycott”.* is the text's, not the quotation's.

    Source: own definition.

    Example: three words lie in the quotation, and one of them is a term.

    >>> from analysis.text.document import make_document
    >>> from analysis.text.rates import rows_of
    >>> doc = make_document('He said: "We must hurry."')
    >>> table = measure_framing_of_spans(doc, find_framing(doc), {"direct": [(9, 25)], "other": []})
    >>> [row[1:] for row in table[table["frame"] == "call_obligation"].itertuples()]
    [('call_obligation', 'direct', 1, 3, 333.3333333333333), ('call_obligation', 'other', 0, 0, nan)]
    """
    places = ((match.start, match.label) for match in matches)
    return count_in_groups(doc, places, _or_ten(frames), spans_by_group, name="frame")


def _or_ten(frames: Sequence[str] | None) -> Sequence[str]:
    return [frame.frame for frame in load_frames()] if frames is None else frames


def _rate(n: int, n_words: int) -> dict[str, float]:
    return {"n": n, "n_words": n_words, "per_thousand": per_thousand(n, n_words)}


def _count(matches: Iterable[TermMatch], layer: Spans, frames: Sequence[str]) -> Counter[tuple[int, str]]:
    """How many terms of each frame begin in each span of a layer; what begins in none is not counted."""
    counts = Counter[tuple[int, str]]()
    for match in matches:
        if match.label not in frames:
            raise ValueError(f"{match.label!r} is not among the frames to count: {', '.join(frames)}")
        index = layer.holding(match.start)
        if index is not None:
            counts[index, match.label] += 1
    return counts
