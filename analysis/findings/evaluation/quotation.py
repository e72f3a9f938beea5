"""The quotation measure against a human reader: what `discourse evaluate quotations` prints.

A gold file has a JSON object a line: ``id``, ``text`` and ``quotes`` (start, end, speaker), perhaps
``ignore`` (spans that nobody judged). Only letters and digits count, so that marks, stops and spaces at an
edge never matter; types are read off the marks of the text, for both sides alike.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from analysis.findings.evaluation.intervals import RESAMPLES, estimate
from analysis.findings.evaluation.pairs import Stretch, cover, is_same_name, pair_stretches, trim_rows
from analysis.findings.gold import GoldArticle, Row, read_gold
from analysis.measures.quotation import find_quotations
from analysis.measures.quotation.marks import MarkedSpan, find_marks
from analysis.text.document import Document, make_document
from analysis.text.rates import share
from analysis.text.reading import ReadingError
from analysis.text.spans import Span

FoundRow = tuple[int, int, str | None, str]  # start, end, speaker, rule ("" where a reader found it)
Counts = tuple[int, int, int]  # hit, found, gold
# short stretches in marks that quote nobody: hit, found, gold; and those judged alike, all
Fragments = tuple[int, int, int, int, int]
TYPES = ("direct", "mixed", "indirect")
SCOPES = {"all": TYPES, "direct and mixed": ("direct", "mixed")}
FRAGMENT = 3  # words; what is so short in marks may quote nobody
WIDTH = 56
CURLY, STRAIGHT = frozenset("“”„«»"), frozenset('"')


@dataclass(frozen=True)
class ArticleScore:
    """Counts of one article, in letters and digits for `chars`, in quotations for the rest."""

    source: str
    style: str  # of its marks: curly, straight, both or no
    chars: dict[str, Counts]  # scope ->
    spans: dict[str, Counts]  # type ->
    speakers: dict[str, Counts]  # scope ->
    share_error: dict[str, float]  # scope -> found share minus gold share
    fragments: Fragments


def score_articles(path: Path, *, reader: Path | None = None) -> Iterator[ArticleScore]:
    """Score the measure, or a second reader, on each article of a gold file, in order.

    Args:
        reader: another annotation of the same articles, by id, to compare instead of the measure.

    Raises:
        ReadingError: a file is missing, a line is no article, or the reader has left one out; the
            message names it.
    """
    for article, doc, found in read_both(path, reader):
        yield score_both(article, doc, found)


def score_both(article: GoldArticle, doc: Document, found: Iterable[FoundRow]) -> ArticleScore:
    """Score what `read_both` gives of one article."""
    rows: list[Row] = [(start, end, speaker) for start, end, speaker, _ in found]
    return score_article(doc, article.rows, rows, article.ignored, article.source)


def read_both(
    path: Path, reader: Path | None = None
) -> Iterator[tuple[GoldArticle, Document, list[FoundRow]]]:
    """Each article of a gold file, with what the measure, or a second reader, found in it.

    Raises:
        ReadingError: as for `score_articles`.
    """
    others = {article.id: article for article in read_gold(reader)} if reader is not None else {}
    for article in read_gold(path):
        doc = make_document(article.text)
        if reader is None:
            outermost = [row for row in find_quotations(doc).rows if row.level == 1 and row.attribution]
            yield article, doc, [(row.start, row.end, row.speaker, row.rule) for row in outermost]
        elif article.id in others:
            yield article, doc, [(*row, "") for row in others[article.id].rows]
        else:
            raise ReadingError(f"{reader.name} has no article {article.id!r}")


def score_article(
    doc: Document,
    gold: Iterable[Row],
    found: Iterable[Row],
    ignored: Iterable[Sequence[int]] = (),
    source: str = "",
) -> ArticleScore:
    """Compare the quotations found in one article with a human reader's."""
    # whomever the marks quote, so that neither side's decisions change what counts as direct
    outer = [mark for mark in find_marks(doc)[0] if mark.level == 1]
    in_marks = cover(doc.text, outer)
    left_out = cover(doc.text, (Span(start, end) for start, end in ignored))
    theirs = trim_rows(doc.text, gold, in_marks)
    ours = trim_rows(doc.text, found, in_marks)
    ours = [s for s in ours if not any(left_out[s.start : s.end])]
    letters = [n for n, c in enumerate(doc.text) if c.isalnum() and not left_out[n]]
    pairs = pair_stretches(doc.text, theirs, ours)
    chars = {}
    speakers = {}
    errors = {}
    for scope, types in SCOPES.items():
        a, b = (cover(doc.text, [s for s in side if s.type in types]) for side in (ours, theirs))
        n_ours, n_theirs = sum(a[n] for n in letters), sum(b[n] for n in letters)
        chars[scope] = (sum(a[n] & b[n] for n in letters), n_ours, n_theirs)
        errors[scope] = share(n_ours - n_theirs, len(letters))
        named = [t for t in theirs if t.speaker and t.type in types]
        hits = sum(
            t in pairs and pairs[t].type in types and is_same_name(t.speaker, pairs[t].speaker) for t in named
        )
        speakers[scope] = (hits, sum(bool(s.speaker) for s in ours if s.type in types), len(named))
    spans = {
        kind: (
            sum(t.type == kind == o.type for t, o in pairs.items()),
            sum(o.type == kind for o in ours),
            sum(t.type == kind for t in theirs),
        )
        for kind in TYPES
    }
    judged_marks = [mark for mark in outer if not any(left_out[mark.start : mark.end])]
    fragments = _count_fragments(doc, judged_marks, ours, theirs)
    return ArticleScore(source, _style(doc.text), chars, spans, speakers, errors, fragments)


def _count_fragments(
    doc: Document, marks: Iterable[MarkedSpan], ours: list[Stretch], theirs: list[Stretch]
) -> Fragments:
    """What both sides make of short stretches in marks."""
    sides = cover(doc.text, ours), cover(doc.text, theirs)
    short = [mark for mark in marks if 1 <= len(doc.words.inside(mark.start, mark.end)) <= FRAGMENT]
    judged = [tuple(_quotes_nobody(doc.text, mark, side) for side in sides) for mark in short]
    return (
        judged.count((True, True)),
        sum(a for a, _ in judged),
        sum(b for _, b in judged),
        sum(a == b for a, b in judged),
        len(judged),
    )


def _quotes_nobody(text: str, mark: MarkedSpan, covered: bytearray) -> bool:
    """Whether most letters of a marked stretch lie in no quotation."""
    letters = [n for n in range(mark.start, mark.end) if text[n].isalnum()]
    return 2 * sum(covered[n] for n in letters) < len(letters)


def _style(text: str) -> str:
    signs = set(text)
    return {(1, 1): "both", (1, 0): "curly", (0, 1): "straight"}.get(
        (bool(signs & CURLY), bool(signs & STRAIGHT)), "no"
    )


def summarize(scores: Sequence[ArticleScore]) -> list[str]:
    """The figures as lines of text, each with its 95 % interval by resampling articles."""
    lines = [f"{len(scores)} articles; in brackets 95 % intervals, articles resampled {RESAMPLES:,} times"]
    for scope in SCOPES:
        lines.append(_line(f"characters, {scope}: F1", [s.chars[scope] for s in scores]))
    for scope in SCOPES:
        errors = estimate([(abs(s.share_error[scope]), 1) for s in scores], _mean)
        lines.append(f"  share of an article, {scope}: mean error".ljust(WIDTH) + f"{errors}")
    for kind in TYPES:
        lines.append(_line(f"{kind} quotations: F1", [s.spans[kind] for s in scores]))
    for scope in SCOPES:
        lines.append(_line(f"speaker named alike, {scope}: F1", [s.speakers[scope] for s in scores]))
    nobody = [s.fragments for s in scores if s.fragments[4]]
    if nobody:
        title = f"in marks, up to {FRAGMENT} words: quotes nobody"
        lines.append(_line(f"{title}: F1", [counts[:3] for counts in nobody]))
        alike = estimate([counts[3:] for counts in nobody], _mean)
        lines.append(f"  {title}: accuracy".ljust(WIDTH) + f"{alike}")
    groups: dict[str, dict[str, list[Counts]]] = {"": {}, " marks": {}}
    for s in scores:
        groups[""].setdefault(s.source or "no source", []).append(s.chars["all"])
        groups[" marks"].setdefault(s.style, []).append(s.chars["all"])
    for what, parts in groups.items():
        for name, part in sorted(parts.items()):
            if 1 < len(part) < len(scores):
                lines.append(_line(f"characters, all, {name}{what} ({len(part)}): F1", part))
    return lines


def _line(title: str, counts: list[Counts]) -> str:
    return f"  {title}".ljust(WIDTH) + f"{estimate(counts, _f1)}"


def _f1(counts: Sequence[float]) -> float:
    """Harmonic mean of precision and recall: twice the hits, over found plus gold."""
    hit, found, gold = counts
    return share(2 * hit, found + gold)


def _mean(sums: Sequence[float]) -> float:
    total, n = sums
    return share(total, n)
