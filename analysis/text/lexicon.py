"""Lexicons: reviewed lists of terms, and where their terms stand in a document.

A lexicon is one CSV file. Its rules of matching, all of them:

* a term is one or more words; it matches whole words, in one sentence, with only white space
  between them;
* a word in lower case matches any case; a word with a capital matches exactly as written;
* a possessive ending ('s or ’) never hinders a match;
* column ``inflection``: ``noun`` adds the plural of the last word, ``verb`` adds the -s, -ed and
  -ing forms of the first word, both by the regular spelling rules; empty adds nothing, and
  irregular forms have rows of their own;
* from left to right, longest match first: more words before fewer, then more letters, then a
  capital before none; each word lies in at most one match of a lexicon.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from analysis.text.document import Document
from analysis.text.library import DATA, DataError, read_rows

COLUMNS = ("term", "label", "weight", "inflection", "note", "example", "source")
INFLECTIONS = ("", "noun", "verb")
_VOWELS = "aeiou"

# A final consonant is doubled after a stressed short vowel (stop, stopped). In a word of one
# syllable the spelling shows it, in a longer one it does not: commit, but visit.
_SHORT = re.compile(r"(?:[^aeiou]|qu)*[aeiouy][^aeiouwxy]", re.IGNORECASE)
_STRESSED_AT_THE_END = frozenset((
    "abet", "abhor", "acquit", "admit", "allot", "annul", "befit", "begin", "commit", "compel", "concur",
    "confer", "control", "debar", "defer", "demur", "deter", "dispel", "embed", "emit", "equip", "excel",
    "expel", "extol", "forbid", "forget", "impel", "incur", "infer", "occur", "offset", "omit", "outwit",
    "patrol", "permit", "prefer", "propel", "rebel", "rebut", "recur", "refer", "regret", "remit", "repel",
    "submit", "transfer", "transmit", "upset",
))  # fmt: skip


class Entry(NamedTuple):
    """One row of a lexicon."""

    term: str
    label: str
    weight: float | None
    inflection: str
    note: str
    example: str
    source: str


@dataclass(frozen=True)
class Lexicon:
    """The rows of a lexicon, and an index from the first word of each form to its forms."""

    name: str
    entries: tuple[Entry, ...]
    # first word (lower case) -> [(all words as written, entry)], longest first
    index: dict[str, list[tuple[tuple[str, ...], Entry]]] = field(repr=False)

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels in the order in which the file first names them."""
        return tuple(dict.fromkeys(entry.label for entry in self.entries))


@dataclass(frozen=True, slots=True)
class TermMatch:
    """A term of a lexicon found in a text: ``text[start:end] == surface``."""

    start: int
    end: int
    surface: str
    term: str
    label: str
    weight: float | None
    lexicon: str
    source: str


def load_lexicon(name: str, *, folder: Path = DATA / "lexicons") -> Lexicon:
    """Load ``<folder>/<name>.csv``, whose sources stand in ``<folder>/sources.csv``.

    Raises:
        DataError: a term is empty or stands twice, a source is not in ``sources.csv``, a weight
            is no number, or an inflection is unknown. The message names file, row and remedy.
    """
    path = folder / f"{name}.csv"
    sources = {row["source"] for row in read_rows(folder / "sources.csv", ("source", "licence"))}
    entries: list[Entry] = []
    seen: dict[str, int] = {}
    for number, row in enumerate(read_rows(path, COLUMNS), start=2):
        where = f"{path.name}, row {number}"
        term = " ".join(row["term"].replace("’", "'").split())
        if not term or not row["label"]:
            raise DataError(f"{where}: fill in both term and label")
        if term in seen:
            raise DataError(f"{where}: {term!r} stands in row {seen[term]} already; keep one of them")
        if row["source"] not in sources:
            raise DataError(f"{where}: add the source {row['source']!r} to sources.csv first")
        if row["inflection"] not in INFLECTIONS:
            raise DataError(f"{where}: inflection is {row['inflection']!r}; write noun, verb or nothing")
        try:
            weight = float(row["weight"]) if row["weight"] else None
        except ValueError:
            raise DataError(f"{where}: weight is {row['weight']!r}; write a number or nothing") from None
        seen[term] = number
        entries.append(
            Entry(
                term,
                row["label"],
                weight,
                row["inflection"],
                row["note"],
                row["example"],
                row["source"],
            )
        )
    return Lexicon(name, tuple(entries), _index(entries))


def find_terms(doc: Document, lexicon: Lexicon) -> list[TermMatch]:
    """Where the terms of a lexicon stand, sorted by place.

    Returns: one match a place; no two share a word.

    Limits: words are matched, not senses: *trade union* is found by a term *trade* unless the
    lexicon lists *trade union* too.
    """
    matches: list[TermMatch] = []
    free_from = 0  # index of the first word that is in no match yet
    words, text = doc.words, doc.text
    for number, key in enumerate(doc.keys):
        if number < free_from:
            continue
        for form, entry in lexicon.index.get(_bare(key), ()):
            last = number + len(form) - 1
            if last < len(words) and _stands_at(doc, number, form):
                start, end = words.starts[number], words.ends[last]
                matches.append(
                    TermMatch(
                        start, end, text[start:end], entry.term, entry.label, entry.weight,
                        lexicon.name, entry.source,
                    )
                )  # fmt: skip
                free_from = last + 1
                break
    return matches


def _stands_at(doc: Document, number: int, form: tuple[str, ...]) -> bool:
    """Whether the words from ``number`` on are this form, in one sentence, side by side."""
    last = number + len(form) - 1
    words = doc.words
    for offset, wanted in enumerate(form):
        start, end = words[number + offset]
        if offset and doc.text[words.ends[number + offset - 1] : start].strip():
            return False
        found = doc.keys[number + offset] if wanted.islower() else doc.folded[start:end]
        if wanted not in (found, _bare(found)):
            return False
    if len(form) == 1:
        return True
    sentences = doc.sentences
    return sentences.holding(words.starts[number]) == sentences.holding(words.starts[last])


def _bare(word: str) -> str:
    """The word without a possessive ending.

    >>> _bare("regime's"), _bare("mullahs'"), _bare("can't")
    ('regime', 'mullahs', "can't")
    """
    return word.removesuffix("'s").removesuffix("'")


def _index(entries: list[Entry]) -> dict[str, list[tuple[tuple[str, ...], Entry]]]:
    index: dict[str, list[tuple[tuple[str, ...], Entry]]] = defaultdict(list)
    listed = {entry.term for entry in entries}
    for entry in entries:
        for form in inflect(entry.term, entry.inflection):
            # a row of its own outranks the inflected form of another row
            if form == entry.term or form not in listed:
                words = tuple(form.split())
                index[_bare(words[0].lower())].append((words, entry))
    for forms in index.values():
        forms.sort(key=_specificity)
    return dict(index)


def _specificity(form: tuple[tuple[str, ...], Entry]) -> tuple[int, int, bool]:
    words = form[0]
    return -len(words), -sum(map(len, words)), all(map(str.islower, words))


def inflect(term: str, inflection: str) -> list[str]:
    """The forms of a term: itself first, then its regular inflections.

    >>> inflect("call for", "verb")
    ['call for', 'calls for', 'called for', 'calling for']
    >>> inflect("war crime", "noun")
    ['war crime', 'war crimes']
    >>> inflect("stop", "verb"), inflect("lie", "verb")
    (['stop', 'stops', 'stopped', 'stopping'], ['lie', 'lies', 'lied', 'lying'])
    """
    first, *rest = term.split()
    if inflection == "noun":
        return [term, _with_s(term)]
    if inflection == "verb":
        forms = [first, _with_s(first), _with_ending(first, "ed"), _with_ending(first, "ing")]
        return [" ".join([form, *rest]) for form in forms]
    return [term]


def _with_s(word: str) -> str:
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return word + "es"
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return word[:-1] + "ies"
    return word + "s"


def _with_ending(word: str, ending: str) -> str:
    if ending == "ing" and word.endswith("ie"):
        return word[:-2] + "ying"
    if word.endswith("e") and not (ending == "ing" and word.endswith(("ee", "ye", "oe"))):
        return word[:-1] + ending
    if word.endswith("y") and word[-2:-1] not in _VOWELS and ending == "ed":
        return word[:-1] + "ied"
    if word.endswith("ic"):
        return word + "k" + ending
    return word + word[-1] * _is_doubled(word) + ending


def _is_doubled(word: str) -> bool:
    """Whether the last letter is doubled before -ed and -ing: stop, commit; not kill, visit, show."""
    return bool(_SHORT.fullmatch(word)) or word in _STRESSED_AT_THE_END
