"""The tone against human readers: what `discourse evaluate tone` prints.

A gold file has a JSON object a line: ``id``, ``doc``, ``text`` and ``rating`` (-4 to 4, the mean of
several readers). A text without evidence counts as 0, for VADER and for the tone alike.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from analysis.findings.evaluation.classes import add_classes, macro_f1
from analysis.findings.evaluation.intervals import estimate
from analysis.findings.gold import read_json_lines
from analysis.measures.tone import find_tone
from analysis.measures.tone.model import load_model
from analysis.measures.vader import score_vader
from analysis.text.document import make_document
from analysis.text.rates import mean, share
from analysis.text.reading import ReadingError

NEGATORS = frozenset(("no", "not", "never", "nor", "neither", "without", "nothing", "nobody"))
CLEAR = 0.5  # readers call a sentence non-neutral beyond this
BLOCK = 4  # sentences
LONG = 17  # words; the mean of the sentences that the weights were learned from
RESAMPLES = 500
COLUMNS = ("tone", "vader")
LEARNED = (
    "The weights were learned from rated sentences; on those very sentences the figures are too good.\n"
    "Figures on sentences that the weights never saw: data/models/tone.md."
)


@dataclass(frozen=True, slots=True)
class RatedText:
    """A text with the readers' mean rating, and what the tone (or another reader) and VADER say of it."""

    doc: str
    rating: float
    tone: float
    sign: int  # of the tone; 0 if neutral or without evidence
    vader: float
    n_words: int
    negated: bool
    quoted: bool


def score_texts(path: Path, *, reader: Path | None = None) -> list[RatedText]:
    """Score each text of a gold file, in order.

    Args:
        reader: scores by another reader or tool, a JSON object a line with ``id`` and ``score`` (null or 0
            where there is no evidence), to compare instead of the tone.

    Raises:
        ReadingError: a file is missing, a line is no rated text, or the reader has left one out; the
            message names it.
    """
    scores = {} if reader is None else dict(_read_scores(reader))
    texts = []
    for number, row in read_json_lines(path):
        try:
            id_, doc = str(row.get("id")), str(row["doc"])
            text, rating = str(row["text"]), float(row["rating"])
        except (ValueError, KeyError, TypeError) as error:
            message = f"{path.name}, line {number}: a rated text needs doc, text and rating"
            raise ReadingError(message) from error
        if reader is not None and id_ not in scores:
            raise ReadingError(f"{reader.name} has no score of {id_!r}")
        texts.append(_score(doc, text, rating, None if reader is None else scores[id_]))
    return texts


def summarize_tone(texts: Sequence[RatedText], *, reader: Path | None = None) -> list[str]:
    """The lines to print: each figure for the tone and for VADER, with 95 % intervals by document."""
    subsets: dict[str, Callable[[RatedText], bool]] = {
        "r, sentences": lambda text: True,
        "r, with a negator": lambda text: text.negated,
        "r, without one": lambda text: not text.negated,
        f"r, up to {LONG} words": lambda text: text.n_words <= LONG,
        f"r, more than {LONG} words": lambda text: text.n_words > LONG,
        "r, with quotation marks": lambda text: text.quoted,
    }
    lines = [f"{'':26s}{'n':>6s}  {'tone' if reader is None else reader.name:24s}VADER"]
    by_doc: dict[str, list[RatedText]] = defaultdict(list)
    for text in texts:
        by_doc[text.doc].append(text)
    docs = list(by_doc.values())
    single = [[[text] for text in doc] for doc in docs]
    for name, belongs in subsets.items():
        chosen = [[[text] for text in doc if belongs(text)] for doc in docs]
        lines.append(_line(name, chosen, _count(chosen, _moments), _r))
    blocks = [[doc[i : i + BLOCK] for i in range(0, len(doc) - BLOCK + 1, BLOCK)] for doc in docs]
    lines.append(_line("r, blocks of four", blocks, _count(blocks, _moments), _r))
    articles = [[doc] for doc in docs]
    lines.append(_line("r, articles", articles, _count(articles, _moments), _r))
    lines.append(_line("slope of ratings", single, _count(single, _moments), _slope))
    lines.append(_line("three classes, macro-F1", single, add_classes(docs, COLUMNS), macro_f1))
    clear = [[[text] for text in doc if abs(text.rating) > CLEAR] for doc in docs]
    lines.append(_line("wrong sign", clear, _count(clear, _wrong), _part))
    lines.append(_line("without a sign", single, _count(single, _silent), _part))
    return [*lines, *(["", *LEARNED.split("\n")] if reader is None else [])]


def correlate(pairs: Sequence[tuple[float, float]]) -> float:
    """Pearson's r, or nan where one side does not vary.

    >>> round(correlate([(1, 2), (2, 4), (3, 6)]), 6), correlate([(1, 2), (1, 3)])
    (1.0, nan)
    """
    columns = zip(*((1, x, y, x * x, y * y, x * y) for x, y in pairs), strict=True)
    return _r([math.fsum(column) for column in columns]) if pairs else math.nan


def _read_scores(path: Path) -> Iterator[tuple[str, float]]:
    for number, row in read_json_lines(path):
        score = row.get("score", "missing")
        if not isinstance(score, int | float | None) or "id" not in row:
            raise ReadingError(f"{path.name}, line {number}: a score needs id and score")
        yield str(row["id"]), float(score or 0)


def _score(doc_id: str, text: str, rating: float, given: float | None) -> RatedText:
    doc = make_document(text)
    if given is None:
        known = [tone for tone in find_tone(doc) if tone.score is not None]
        score = mean(tone.score for tone in known) if known else 0.0
        silent = not known or all(tone.status == "neutral" for tone in known)
    else:
        score, silent = given, abs(given) <= load_model().neutral_band
    return RatedText(
        doc=doc_id,
        rating=rating,
        tone=score,
        sign=0 if silent else int(math.copysign(1, score)),
        vader=score_vader(text),
        n_words=len(doc.words),
        negated=any(key in NEGATORS or key.endswith("n't") for key in doc.keys),
        quoted='"' in doc.folded,
    )


Unit = Sequence[RatedText]  # a sentence, a block or an article: texts whose means are compared
Figure = Callable[[Sequence[float]], float]


def _line(
    name: str, docs: Sequence[Sequence[Unit]], counts: dict[str, list[Sequence[float]]], figure: Figure
) -> str:
    """One figure for each column, from the counts of each document."""
    cells = [str(estimate(counts[column], figure, resamples=RESAMPLES)) for column in COLUMNS]
    return f"{name:26s}{sum(map(len, docs)):6d}  {cells[0]:24s}{cells[1]}"


def _count(
    docs: Sequence[Sequence[Unit]], numbers: Callable[[Sequence[Unit], str], Sequence[float]]
) -> dict[str, list[Sequence[float]]]:
    return {column: [numbers(doc, column) for doc in docs if doc] for column in COLUMNS}


def _moments(units: Sequence[Unit], column: str) -> Sequence[float]:
    """Count and sums from which r and slope of several documents together can be had."""
    x = [mean(getattr(text, column) for text in unit) for unit in units]
    y = [mean(text.rating for text in unit) for unit in units]
    squares = math.fsum(a * a for a in x), math.fsum(b * b for b in y)
    return len(units), math.fsum(x), math.fsum(y), *squares, math.fsum(map(math.prod, zip(x, y, strict=True)))


def _r(moments: Sequence[float]) -> float:
    n, x, y, xx, yy, xy = moments
    spread = (n * xx - x * x) * (n * yy - y * y)
    return (n * xy - x * y) / math.sqrt(spread) if spread > 1e-12 else math.nan


def _slope(moments: Sequence[float]) -> float:
    """How far the ratings move where the score moves by 1: 1 is calibrated."""
    n, x, y, xx, _, xy = moments
    return share(n * xy - x * y, n * xx - x * x)


def _part(counts: Sequence[float]) -> float:
    n, of_these = counts
    return share(of_these, n)


def _wrong(units: Sequence[Unit], column: str) -> Sequence[float]:
    texts = [text for unit in units for text in unit]
    return len(texts), sum(_sign(text, column) * text.rating < 0 for text in texts)


def _silent(units: Sequence[Unit], column: str) -> Sequence[float]:
    texts = [text for unit in units for text in unit]
    return len(texts), sum(not _sign(text, column) for text in texts)


def _sign(text: RatedText, column: str) -> float:
    return text.sign if column == "tone" else text.vader
