"""Concordance: each place of a term with the words around it, and which words keep it company."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from analysis.text.document import Document
from analysis.text.lexicon import TermMatch, find_terms, make_lexicon
from analysis.text.rates import per_thousand, share, to_table

if TYPE_CHECKING:
    import pandas as pd

WIDTH = 40  # characters on each side
WINDOW = 5  # words on each side, after Sinclair (1991)


class ConcordanceLine(NamedTuple):
    """One place of a term: ``text[start:end] == surface``, with what stands before and after it."""

    start: int
    end: int
    surface: str
    before: str
    after: str
    paragraph: int  # from 1


def find_concordance(
    doc: Document, term: str, *, inflection: str = "", width: int = WIDTH
) -> list[ConcordanceLine]:
    """Each place of a term, with the characters around it in its paragraph.

    Args:
        term: one word or several; a word in small letters matches any case.
        inflection: ``noun`` adds the plural, ``verb`` adds the -s, -ed and -ing forms.
        width: characters on each side.

    Returns: one line a place, sorted. White space in ``before`` and ``after`` is one blank each.

    Raises:
        DataError: the term is empty, or the inflection is unknown.

    Limits: a term stands in one sentence; irregular forms (*sought*) are terms of their own.

    Source: the form is Luhn's (1960) key word in context.

    >>> from analysis.text.document import make_document
    >>> doc = make_document("They want peace. Peace is slow.")
    >>> [(line.before, line.surface, line.after) for line in find_concordance(doc, "peace", width=9)]
    [('hey want ', 'peace', '. Peace i'), ('t peace. ', 'Peace', ' is slow.')]
    """
    lines = []
    for match in find_terms(doc, make_lexicon("concordance", [term], inflection=inflection)):
        number = doc.paragraphs.holding(match.start) or 0
        start, end = doc.paragraphs[number]
        before = doc.text[max(start, match.start - width) : match.start]
        after = doc.text[match.end : min(end, match.end + width)]
        lines.append(
            ConcordanceLine(
                match.start, match.end, match.surface, _one_line(before), _one_line(after), number + 1
            )
        )
    return lines


def _one_line(text: str) -> str:
    return "".join(" " if sign.isspace() else sign for sign in text)


def measure_terms(doc: Document, matches: Iterable[TermMatch]) -> pd.DataFrame:
    """How often each term stands in a text, and how evenly.

    Returns: one row a term found, most frequent first: ``term``, ``label``, ``n``, ``n_words`` (of the
        text), ``per_thousand``, ``n_paragraphs`` (that hold it), ``dispersion`` (Gries' DP over paragraphs:
        0, spread as the words are, to nearly 1, all in one short paragraph).

    Limits: in a text of few paragraphs the dispersion says little.

    Source: Gries (2008), Dispersions and adjusted frequencies in corpora.

    Example: *tea* stands in both paragraphs, *milk* only in the second; each has half of the words.

    >>> from analysis.text.document import make_document
    >>> from analysis.text.lexicon import find_terms, make_lexicon
    >>> from analysis.text.rates import rows_of
    >>> doc = make_document("Hot tea, please.\\n\\nNo milk tea.")
    >>> table = measure_terms(doc, find_terms(doc, make_lexicon("mine", ["tea", "milk"])))
    >>> [(row.term, row.n, row.n_paragraphs, row.dispersion) for row in rows_of(table)]
    [('tea', 2, 2, 0.0), ('milk', 1, 1, 0.5)]
    """
    sizes = [len(doc.words.inside(start, end)) for start, end in doc.paragraphs]
    places: dict[tuple[str, str], Counter[int]] = {}
    for match in matches:
        number = doc.paragraphs.holding(match.start) or 0
        places.setdefault((match.term, match.label), Counter())[number] += 1
    rows = [
        {
            "term": term,
            "label": label,
            "n": counts.total(),
            "n_words": len(doc.words),
            "per_thousand": per_thousand(counts.total(), len(doc.words)),
            "n_paragraphs": len(counts),
            "dispersion": _dispersion(counts, sizes),
        }
        for (term, label), counts in places.items()
    ]
    rows.sort(key=lambda row: (-int(str(row["n"])), str(row["term"])))
    return to_table(
        rows,
        {
            "term": "str", "label": "str", "n": "int64", "n_words": "int64", "per_thousand": "float64",
            "n_paragraphs": "int64", "dispersion": "float64",
        },
    )  # fmt: skip


def _dispersion(counts: Counter[int], sizes: Sequence[int]) -> float:
    """Gries' DP: half of the summed distance between a paragraph's share of the words and of the term."""
    words, total = sum(sizes), counts.total()
    return sum(abs(share(size, words) - share(counts[n], total)) for n, size in enumerate(sizes)) / 2


def measure_collocates(
    doc: Document, places: Iterable[ConcordanceLine], *, window: int = WINDOW, min_n: int = 2
) -> pd.DataFrame:
    """Which words stand near a term more often than their number in the text would lead to expect.

    Args:
        window: how many words on each side count as near; they must stand in the same sentence.
        min_n: how often a word must stand near the term to be listed.

    Returns: one row a word, most striking first: ``word`` (small letters), ``n_near``, ``n`` (in the text),
        ``expected`` (near the term, were the words shuffled), ``log_likelihood`` (higher: less likely by
        chance). Words that are no more frequent near the term than expected are left out.

    Limits: in a short text a pair that stands together twice is no habit yet; function words come along.

    Source: window after Sinclair (1991); score: Dunning (1993), as `nltk.metrics.association` has it.

    Example: *fresh* stands beside *bread* both times.

    >>> from analysis.text.document import make_document
    >>> from analysis.text.rates import rows_of
    >>> doc = make_document("We sell fresh bread. Fresh bread is here. The old shop is shut.")
    >>> table = measure_collocates(doc, find_concordance(doc, "bread"), window=1)
    >>> [(row.word, row.n_near, row.n) for row in rows_of(table)]
    [('fresh', 2, 2)]
    """
    from nltk.metrics.association import BigramAssocMeasures

    near: set[int] = set()
    inside: set[int] = set()
    for place in places:
        own = doc.words.inside(place.start, place.end)
        sentence = doc.sentences.holding(place.start)
        if sentence is None or not own:
            continue
        words = doc.sentence_words[sentence]
        inside.update(own)
        near.update(range(max(words.start, own.start - window), min(words.stop, own.stop + window)))
    near -= inside
    totals, nearby = Counter(doc.keys), Counter(doc.keys[word] for word in near)
    n_words = len(doc.words)
    rows = []
    for word, n_near in nearby.items():
        expected = totals[word] * len(near) / n_words
        if n_near < min_n or n_near <= expected:
            continue
        score = BigramAssocMeasures.likelihood_ratio(n_near, (len(near), totals[word]), n_words)
        rows.append(
            {
                "word": word, "n_near": n_near, "n": totals[word], "expected": expected,
                "log_likelihood": float(score),
            }
        )  # fmt: skip
    rows.sort(key=lambda row: (-float(str(row["log_likelihood"])), str(row["word"])))
    return to_table(
        rows,
        {"word": "str", "n_near": "int64", "n": "int64", "expected": "float64", "log_likelihood": "float64"},
    )
