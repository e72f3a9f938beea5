"""Lists of terms, from a file or of one's own, and the forms in which their terms stand in texts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from analysis.text.language import FUNCTION_WORDS
from analysis.text.lexicon.entries import INFLECTIONS, Entry, clean_term, read_entries
from analysis.text.lexicon.inflection import inflect
from analysis.text.library import DATA, DataError
from analysis.text.tokenization import bare

# The words of a form as written, with its row.
Form = tuple[tuple[str, ...], Entry]
# Stem of a word -> forms of this word alone, and longer forms that are looked for at it, with the number of
# their words before it and the stems of all. A form is named by its place in ``Lexicon.forms``.
Index = dict[str, tuple[tuple[int, ...], tuple[tuple[int, tuple[str, ...], int], ...]]]


@dataclass(frozen=True)
class Lexicon:
    """The rows of a lexicon, and the forms in which their terms stand in texts."""

    name: str
    entries: tuple[Entry, ...]

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels in the order in which the file first names them."""
        return tuple(dict.fromkeys(entry.label for entry in self.entries))

    @cached_property
    def forms(self) -> tuple[Form, ...]:
        """The forms of all terms; where two fit, the earlier one wins."""
        listed = {entry.term for entry in self.entries}
        forms = [
            (tuple(form.split()), entry)
            for entry in self.entries
            for form in inflect(entry.term, entry.inflection)
            # a row of its own outranks the inflected form of another row
            if form == entry.term or form not in listed
        ]
        return tuple(sorted(forms, key=_specificity))

    @cached_property
    def first_words(self) -> frozenset[str]:
        """The words with which forms begin, in lower case and without possessive endings."""
        return frozenset([bare(words[0].lower()) for words, _ in self.forms])

    @cached_property
    def index(self) -> Index:
        """Each form by the one of its words that is likely to be rare: *law* of *the law of the land*."""
        alone = defaultdict[str, list[int]](list)
        longer = defaultdict[str, list[tuple[int, tuple[str, ...], int]]](list)
        for place, (words, _) in enumerate(self.forms):
            stems = tuple([word.lower().partition("'")[0] for word in words])
            telling = max(stems, key=lambda stem: (stem not in FUNCTION_WORDS, len(stem)))
            if len(stems) == 1:
                alone[telling].append(place)
            else:
                longer[telling].append((stems.index(telling), stems, place))
        return {
            stem: (tuple(alone.get(stem, ())), tuple(longer.get(stem, ())))
            for stem in alone.keys() | longer.keys()
        }


def load_lexicon(name: str, *, folder: Path = DATA / "lexicons") -> Lexicon:
    """Load ``<folder>/<name>.csv``, whose sources stand in ``<folder>/sources.csv``.

    Raises:
        DataError: a row breaks the form of lexicons, as `read_entries` tells.
    """
    return Lexicon(name, tuple(read_entries(folder / f"{name}.csv")))


@cache
def load_valence() -> Lexicon:
    """What words and phrases do in news sentences, loaded once: tone and loaded words both rest on it."""
    return load_lexicon("valence")


def make_lexicon(name: str, terms: Iterable[str], *, label: str = "term", inflection: str = "") -> Lexicon:
    """A lexicon of a few terms of one's own, all under one label, without a file.

    Raises:
        DataError: a term is empty, or the inflection is unknown.

    >>> from analysis.text.document import make_document
    >>> from analysis.text.lexicon import find_terms
    >>> lexicon = make_lexicon("mine", ["call for"], inflection="verb")
    >>> [match.surface for match in find_terms(make_document("She called for calm."), lexicon)]
    ['called for']
    """
    if inflection not in INFLECTIONS:
        raise DataError(f"inflection is {inflection!r}; write noun, verb or nothing")
    written = dict.fromkeys(clean_term(term) for term in terms)
    if not written or "" in written:
        raise DataError("give at least one term, and none that is empty")
    return Lexicon(name, tuple([Entry(term, label, None, inflection, "", "", "own") for term in written]))


def _specificity(form: Form) -> tuple[int, int, bool]:
    words = form[0]
    return -len(words), -sum(map(len, words)), all(map(str.islower, words))
