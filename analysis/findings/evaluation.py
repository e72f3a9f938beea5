"""The quotation measure against a human reader: what `discourse evaluate quotations` prints.

A gold file has a JSON object a line: ``id``, ``text`` and ``quotes`` (start, end, speaker), perhaps
``ignore`` (spans that nobody judged). Only letters and digits count, so that marks, stops and spaces at an
edge never matter; types are read off the marks of the text, for both sides alike.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from analysis.measures.quotation import find_quotations
from analysis.measures.quotation.marks import MarkedSpan, find_marks
from analysis.measures.quotation.quotations import DIRECT_FROM, Quotation
from analysis.text.document import Document, make_document
from analysis.text.rates import share
from analysis.text.reading import ReadingError, load_text
from analysis.text.spans import Span

Row = tuple[int, int, str | None]  # start, end, speaker
TYPES = ("direct", "mixed", "indirect")
MATCH = 0.5  # least overlap (intersection over union, in letters and digits) of a found and a gold quotation
RESAMPLES = 1_000
SEED = 1
WIDTH = 52


@dataclass(frozen=True, slots=True)
class Stretch:
    """A quotation as it is compared: trimmed span, type, and the speaker's words."""

    start: int
    end: int
    type: str
    speaker: str | None


@dataclass(frozen=True)
class ArticleScore:
    """Counts of one article, in letters and digits for `chars`, in quotations for the rest."""

    source: str
    chars: dict[str, tuple[int, int, int]]  # scope -> hit, found, gold
    spans: dict[str, tuple[int, int, int]]  # type -> hit, found, gold
    speakers: dict[str, tuple[int, int, int]]  # scope -> hit, found, gold
    share_error: dict[str, float]  # scope -> found share minus gold share


SCOPES = {"all": TYPES, "direct and mixed": ("direct", "mixed")}


def score_articles(path: Path, *, reader: Path | None = None) -> Iterator[ArticleScore]:
    """Score the measure, or a second reader, on each article of a gold file, in order.

    Args:
        reader: another annotation of the same articles, by id, to compare instead of the measure.

    Raises:
        ReadingError: a file is missing, a line is no article, or the reader has left one out; the
            message names it.
    """
    others = {article.id: article for article in _read_gold(reader)} if reader is not None else {}
    for article in _read_gold(path):
        doc = make_document(article.text)
        if reader is None:
            found: list[Row] = [(r.start, r.end, r.speaker) for r in _outermost(doc)]
        elif article.id in others:
            found = others[article.id].rows
        else:
            raise ReadingError(f"{reader.name} has no article {article.id!r}")
        yield score_article(doc, article.rows, found, article.ignored, article.source)


@dataclass(frozen=True)
class _Gold:
    """One annotated article: its outermost attributed quotations."""

    id: str
    text: str
    source: str
    rows: list[Row]
    ignored: list[Sequence[int]]


def _read_gold(path: Path) -> Iterator[_Gold]:
    if not path.is_file():
        raise ReadingError(f"there is no file {path}")
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, start=1):
            try:
                row = json.loads(line)
                # the project's own annotations name their text instead of repeating it
                text = row["text"] if "text" in row else load_text(row["id"]).text
                rows: list[Row] = [
                    (q["start"], q["end"], q.get("speaker"))
                    for q in row["quotes"]
                    if q.get("level", 1) == 1 and q.get("attribution", "speech") is not None
                ]
                yield _Gold(str(row.get("id")), text, row.get("source", ""), rows, row.get("ignore", []))
            except (ValueError, KeyError, TypeError) as error:
                if isinstance(error, ReadingError):
                    raise
                raise ReadingError(f"{path.name}, line {number}: no article with text and quotes") from error


def _outermost(doc: Document) -> list[Quotation]:
    return [row for row in find_quotations(doc).rows if row.level == 1 and row.attribution]


def score_article(
    doc: Document,
    gold: Iterable[Row],
    found: Iterable[Row],
    ignored: Iterable[Sequence[int]] = (),
    source: str = "",
) -> ArticleScore:
    """Compare the quotations found in one article with a human reader's."""
    # whomever the marks quote, so that neither side's decisions change what counts as direct
    in_marks = _covered(doc.text, (mark for mark in find_marks(doc)[0] if mark.level == 1))
    left_out = _covered(doc.text, (Span(start, end) for start, end in ignored))
    theirs = _stretches(doc.text, gold, in_marks)
    ours = _stretches(doc.text, found, in_marks)
    ours = [s for s in ours if not any(left_out[s.start : s.end])]
    letters = [n for n, c in enumerate(doc.text) if c.isalnum() and not left_out[n]]
    pairs = _pairs(doc.text, theirs, ours)
    chars = {}
    speakers = {}
    errors = {}
    for scope, types in SCOPES.items():
        a, b = (_covered(doc.text, [s for s in side if s.type in types]) for side in (ours, theirs))
        n_ours, n_theirs = sum(a[n] for n in letters), sum(b[n] for n in letters)
        chars[scope] = (sum(a[n] & b[n] for n in letters), n_ours, n_theirs)
        errors[scope] = share(n_ours - n_theirs, len(letters))
        named = [t for t in theirs if t.speaker and t.type in types]
        hits = sum(
            t in pairs and pairs[t].type in types and _same_name(t.speaker, pairs[t].speaker) for t in named
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
    return ArticleScore(source, chars, spans, speakers, errors)


def summarize(scores: Sequence[ArticleScore]) -> list[str]:
    """The figures as lines of text, each with its 95 % interval by resampling articles."""
    lines = [f"{len(scores)} articles; in brackets 95 % intervals, articles resampled {RESAMPLES:,} times"]
    for scope in SCOPES:
        lines.append(_line(f"characters, {scope}: F1", [s.chars[scope] for s in scores]))
    for scope in SCOPES:
        errors = [abs(s.share_error[scope]) for s in scores]
        lines.append(
            f"  share of an article, {scope}: mean error".ljust(WIDTH)
            + f"{share(sum(errors), len(errors)):.3f}"
        )
    for kind in TYPES:
        lines.append(_line(f"{kind} quotations: F1", [s.spans[kind] for s in scores]))
    for scope in SCOPES:
        lines.append(_line(f"speaker named alike, {scope}: F1", [s.speakers[scope] for s in scores]))
    for source in sorted({s.source for s in scores}):
        part = [s.chars["all"] for s in scores if s.source == source]
        if 1 < len(part) < len(scores):
            lines.append(_line(f"characters, all, {source or 'no source'}: F1", part))
    return lines


def _line(title: str, counts: list[tuple[int, int, int]]) -> str:
    random = Random(SEED)
    draws = sorted(
        _f1(random.choices(counts, k=len(counts))) for _ in range(RESAMPLES if len(counts) > 1 else 1)
    )
    low, high = draws[int(0.025 * len(draws))], draws[int(0.975 * len(draws))]
    return f"  {title}".ljust(WIDTH) + f"{_f1(counts):.3f}  [{low:.3f}, {high:.3f}]"


def _f1(counts: Iterable[tuple[int, int, int]]) -> float:
    """Harmonic mean of precision and recall: twice the hits, over found plus gold."""
    hit, found, gold = (sum(column) for column in zip(*counts, strict=True))
    return share(2 * hit, found + gold)


def _stretches(text: str, rows: Iterable[Row], in_marks: bytearray) -> list[Stretch]:
    """Rows trimmed to letters and digits, one a span; typed by the marks."""
    stretches: dict[tuple[int, int], Stretch] = {}
    for start, end, speaker in rows:
        letters = [n for n in range(max(start, 0), min(end, len(text))) if text[n].isalnum()]
        if letters:
            marked = sum(in_marks[n] for n in letters) / len(letters)
            by_marks = "direct" if marked >= DIRECT_FROM else "mixed" if marked else "indirect"
            span = letters[0], letters[-1] + 1
            stretches.setdefault(span, Stretch(*span, by_marks, speaker))
    return list(stretches.values())


def _covered(text: str, stretches: Iterable[Stretch | MarkedSpan | Span]) -> bytearray:
    covered = bytearray(len(text))
    for stretch in stretches:
        covered[stretch.start : stretch.end] = b"\1" * (stretch.end - stretch.start)
    return covered


def _pairs(text: str, theirs: list[Stretch], ours: list[Stretch]) -> dict[Stretch, Stretch]:
    """Gold to found, one to one, the best overlaps first; overlaps below `MATCH` are no pair."""
    before = [0]
    for c in text:
        before.append(before[-1] + c.isalnum())

    def size(start: int, end: int) -> int:
        return max(0, before[end] - before[start]) if end > start else 0

    overlaps = []
    for i, t in enumerate(theirs):
        for j, o in enumerate(ours):
            both = size(max(t.start, o.start), min(t.end, o.end))
            if both:
                union = size(t.start, t.end) + size(o.start, o.end) - both
                overlaps.append((both / union, -i, -j))
    pairs: dict[Stretch, Stretch] = {}
    taken: set[int] = set()
    for overlap, i, j in sorted(overlaps, reverse=True):
        if overlap >= MATCH and theirs[-i] not in pairs and j not in taken:
            pairs[theirs[-i]] = ours[-j]
            taken.add(j)
    return pairs


def _same_name(one: str | None, other: str | None) -> bool:
    return bool(one and other) and _plain(one or "") == _plain(other or "")


def _plain(name: str) -> str:
    """A mention without articles, courtesy titles, possessive and edges: *Mrs. Lee’s* is *lee*."""
    words = name.strip(' .,;:"“”').casefold().removesuffix("’s").removesuffix("'s").split()
    while len(words) > 1 and words[0] in ("the", "a", "an", "mr.", "mrs.", "ms.", "mr", "mrs", "ms"):
        words.pop(0)
    return " ".join(words)
