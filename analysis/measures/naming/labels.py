"""Label pairs: words between which writers choose, the one chosen, and those left alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from analysis.measures.naming.voiced import VoicedSpan, voice_reader, voices_of
from analysis.text.document import Document
from analysis.text.lexicon import Lexicon, TermMatch, find_terms, load_lexicon
from analysis.text.library import DATA, read_rows
from analysis.text.rates import to_table
from analysis.text.tagging import tag_sentence

if TYPE_CHECKING:
    import pandas as pd

GUARD = "none"  # the label of senses that are no choice: *fired shots*, *hunger strike*


@dataclass(frozen=True, slots=True)
class LabelSet:
    """Words for about the same people or events: *government*, *regime*, *administration*."""

    name: str
    alternatives: tuple[str, ...]


class LabelMatch(NamedTuple):
    """One word of a set where a writer or speaker chose it: ``text[start:end] == surface``."""

    start: int
    end: int
    surface: str
    alternative: str  # the wording under which its forms are counted
    set: str
    others: tuple[str, ...]  # what could have stood there
    source: str


@cache
def load_label_pairs() -> Lexicon:
    """The project's own sets of alternatives, with the guards among them."""
    return load_lexicon("label_pairs")


@cache
def load_label_sets() -> tuple[LabelSet, ...]:
    """The sets in the order of the file, each with its alternatives.

    >>> next(labels for labels in load_label_sets() if labels.name == "stopping work").alternatives
    ('strike', 'industrial action', 'walkout', 'stoppage', 'lockout')
    """
    sets: dict[str, dict[str, None]] = {}
    shown = _alternatives()
    for entry in load_label_pairs().entries:
        if entry.label != GUARD:
            sets.setdefault(entry.label, {})[shown[entry.term]] = None
    return tuple(LabelSet(name, tuple(alternatives)) for name, alternatives in sets.items())


@cache
def _alternatives() -> dict[str, str]:
    """Each term -> the wording that stands for its forms: *gunmen* -> *gunman*."""
    rows = read_rows(DATA / "lexicons" / "label_pairs.csv", ("term", "alternative"))
    return {row["term"]: row["alternative"] or row["term"] for row in rows}


def find_labels(doc: Document) -> list[LabelMatch]:
    """Where a text uses a word for which another could have stood.

    Returns: one match a place, sorted; no two share a word. Guarded senses (*hunger strike*) and parts of
        longer names (*Riot Games*) are left out.

    Limits: words are matched, not senses: *They eliminated two errors* counts as a word for
    killing. That a word stands here is no judgment: it may be the fitting one. The alternatives are
    not synonyms; what one says more than the other is what a reader is to discuss.

    Source: own list; each row names the work that discusses the choice, such as Fowler (1991), Language
    in the News, or Lakoff (2004), Don't Think of an Elephant.

    Example: two words of one set.

    >>> from analysis.text.document import make_document
    >>> doc = make_document("The regime fell. A new government was formed.")
    >>> [(match.surface, match.set, match.others[0]) for match in find_labels(doc)]
    [('regime', 'government', 'government'), ('government', 'government', 'regime')]
    """
    shown = _alternatives()
    alternatives = {one.name: one.alternatives for one in load_label_sets()}
    matches = []
    for match in find_terms(doc, load_label_pairs()):
        if match.label == GUARD or _describes(doc, match):
            continue
        alternative = shown[match.term]
        others = tuple(other for other in alternatives[match.label] if other != alternative)
        matches.append(
            LabelMatch(
                match.start, match.end, match.surface, alternative, match.label, others, match.source
            )
        )  # fmt: skip
    return matches


def _describes(doc: Document, match: TermMatch) -> bool:
    """Whether *the poor* only begins what is named: *the poor harvest*, *the rich uncle*."""
    if not match.term.startswith("the "):
        return False
    following = doc.words.inside(match.end, len(doc.text))
    sentence = doc.sentences.holding(match.start)
    if not following or sentence is None or doc.text[match.end : doc.words.starts[following[0]]].strip():
        return False
    place = following[0] - doc.sentence_words[sentence].start
    tags = tag_sentence(doc, sentence)
    return place < len(tags) and tags[place].startswith(("NN", "JJ"))


def measure_labels(
    doc: Document, matches: Iterable[LabelMatch], *, voices: Sequence[VoicedSpan] = ()
) -> pd.DataFrame:
    """How often each alternative stands in each voice, for the sets that the text touches.

    Args:
        voices: stretches with start, end, voice and entity, sorted and apart; without them all is one
            voice, ``text``.

    Returns: a row a set, alternative and voice, also where ``n`` is 0, so that what was not chosen is
        seen; sets as the file has them, none of which the text uses no word. Columns: ``set``,
        ``alternative``, ``voice``, ``n``, ``n_text`` (of the alternative in all voices), ``n_set`` (of all
        alternatives in all voices).

    Limits: a match counts in the voice in which it begins. Two sets may meet in one text without
    speaking of the same people.

    Source: own definition.

    Example: one of three possible words was taken twice, the others never.

    >>> from analysis.text.document import make_document
    >>> from analysis.text.rates import rows_of
    >>> doc = make_document("Pro-choice groups met. The pro-choice march was long.")
    >>> table = measure_labels(doc, find_labels(doc))
    >>> [(row.alternative, row.n) for row in rows_of(table)]
    [('pro-choice', 2), ('pro-abortion', 0), ('abortion rights', 0)]
    """
    read = voice_reader(voices)
    counts = Counter((match.set, match.alternative, read(match.start)[0]) for match in matches)
    of_alternative, of_set = Counter[tuple[str, str]](), Counter[str]()
    for (label_set, alternative, _), n in counts.items():
        of_alternative[label_set, alternative] += n
        of_set[label_set] += n
    rows = [
        {
            "set": one.name, "alternative": alternative, "voice": voice,
            "n": counts[one.name, alternative, voice], "n_text": of_alternative[one.name, alternative],
            "n_set": of_set[one.name],
        }
        for one in load_label_sets() if of_set[one.name]
        for alternative in one.alternatives for voice in voices_of(voices)
    ]  # fmt: skip
    columns = {"set": "string", "alternative": "string", "voice": "string"}
    return to_table(rows, columns | dict.fromkeys(("n", "n_text", "n_set"), "int64"))
