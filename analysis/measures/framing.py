"""Framing terms: where the words of ten frames stand, and how many there are in each part.

The frames are listed in ``frames.csv``, their terms in ``framing.csv``. A row with the label
``none`` is a false friend (*Department of Justice*): being longer it wins over the term that it
holds, and is then dropped.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from analysis.text.document import Document
from analysis.text.lexicon import Lexicon, TermMatch, find_terms, load_lexicon
from analysis.text.library import DATA, read_rows
from analysis.text.rates import per_thousand, to_table

if TYPE_CHECKING:
    import pandas as pd

GUARD = "none"  # the label of false friends
FRAME_COLUMNS = ("frame", "letter", "title", "definition", "not_included")
_COUNTS = {"n": "int64", "n_words": "int64", "per_thousand": "float64"}


@dataclass(frozen=True, slots=True)
class Frame:
    """One of the frames: its id, the letter that marks it in a text, and what it means."""

    frame: str
    letter: str
    title: str
    definition: str


@cache
def load_frames() -> list[Frame]:
    """The ten frames, in the order of ``frames.csv``.

    >>> [frame.letter for frame in load_frames()][:3]
    ['A', 'B', 'C']
    """
    rows = read_rows(DATA / "lexicons" / "frames.csv", FRAME_COLUMNS)
    return [Frame(row["frame"], row["letter"], row["title"], row["definition"]) for row in rows]


@cache
def load_framing() -> Lexicon:
    """The project's own list of framing terms and false friends, ``framing.csv``."""
    return load_lexicon("framing")


def find_framing(doc: Document, lexicon: Lexicon | None = None) -> list[TermMatch]:
    """Where the framing terms stand; false friends are left out.

    Args:
        lexicon: a list other than the one that the project ships; its labels are frames.

    Returns: one match a place, sorted; the label is the frame. No two share a word.

    Limits: words are matched, not senses: *movement* counts in *The movement of his hand was
    slow.* A term counts also where the sentence denies it or an opponent is quoted with it.

    Source: own terms; the literature that motivates each frame is named in sources.csv.

    >>> from analysis.text.document import make_document
    >>> doc = make_document("The Department of Justice said that justice for the victims must wait.")
    >>> [(match.surface, match.label) for match in find_framing(doc)][:2]
    [('justice', 'justice_accountability'), ('victims', 'atrocity_victimhood')]
    """
    return [match for match in find_terms(doc, lexicon or load_framing()) if match.label != GUARD]


def measure_framing(doc: Document, matches: Iterable[TermMatch]) -> pd.DataFrame:
    """How many terms of each frame stand in each paragraph.

    Returns: one row a paragraph and frame, also where ``n`` is 0; the frames of a paragraph in
    file order. Columns: ``paragraph`` (from 1), ``frame``, ``n`` (terms that begin in the
    paragraph), ``n_words``, ``per_thousand`` (terms in a thousand words; nan without words).

    Limits: a rate of a short paragraph jumps with each term: one term in *Justice now!* makes
    500 in a thousand. Read it beside ``n``.

    >>> from analysis.text.document import make_document
    >>> doc = make_document("Two victims spoke today.\\n\\nThe regime kept silent.")
    >>> from analysis.text.rates import rows_of
    >>> table = measure_framing(doc, find_framing(doc))
    >>> [(row.paragraph, row.frame, row.per_thousand) for row in rows_of(table) if row.n]
    [(1, 'atrocity_victimhood', 250.0), (2, 'adversary_delegitimation', 250.0)]
    """
    counts = Counter((doc.paragraphs.holding(match.start), match.label) for match in matches)
    n_words = [len(doc.words.inside(start, end)) for start, end in doc.paragraphs]
    rows = (
        {
            "paragraph": number + 1,
            "frame": frame.frame,
            "n": counts[number, frame.frame],
            "n_words": words,
            "per_thousand": per_thousand(counts[number, frame.frame], words),
        }
        for number, words in enumerate(n_words)
        for frame in load_frames()
    )
    return to_table(rows, {"paragraph": "int64", "frame": "string", **_COUNTS})


def measure_framing_of_spans(
    doc: Document,
    matches: Iterable[TermMatch],
    spans_by_label: Mapping[str, Sequence[tuple[int, int]]],
) -> pd.DataFrame:
    """How many terms of each frame stand in groups of spans, such as the stretches of one voice.

    Args:
        spans_by_label: the groups by name; the spans of one group do not overlap.

    Returns: one row a frame and group, also where ``n`` is 0; frames in file order, in each the
    groups in the order given. Columns: ``frame``, ``group``, ``n`` (terms that begin in the
    group's spans), ``n_words`` (words that begin there), ``per_thousand`` (nan without words).

    Limits: a term that begins in one group and ends in another counts for the first alone:
    *call for* in *They call “for a boycott”.* is the text's, not the quotation's.

    >>> from analysis.text.document import make_document
    >>> doc = make_document("Two victims spoke today. The regime kept silent.")
    >>> table = measure_framing_of_spans(doc, find_framing(doc), {"first": [(0, 24)], "none": []})
    >>> list(table.head(2).itertuples(index=False, name=None))
    [('atrocity_victimhood', 'first', 1, 4, 250.0), ('atrocity_victimhood', 'none', 0, 0, nan)]
    """
    found = sorted(matches, key=lambda match: match.start)
    starts = [match.start for match in found]
    counts: Counter[tuple[str, str]] = Counter()
    n_words: dict[str, int] = {}
    for group, spans in spans_by_label.items():
        counts.update((match.label, group) for match in _inside(found, starts, spans))
        n_words[group] = sum(len(doc.words.inside(start, end)) for start, end in spans)
    rows = (
        {
            "frame": frame.frame,
            "group": group,
            "n": counts[frame.frame, group],
            "n_words": words,
            "per_thousand": per_thousand(counts[frame.frame, group], words),
        }
        for frame in load_frames()
        for group, words in n_words.items()
    )
    return to_table(rows, {"frame": "string", "group": "string", **_COUNTS})


def _inside(
    found: Sequence[TermMatch], starts: Sequence[int], spans: Iterable[tuple[int, int]]
) -> Iterator[TermMatch]:
    """The matches that begin in one of the spans."""
    for start, end in spans:
        yield from found[bisect_left(starts, start) : bisect_left(starts, end)]
