"""The tone against human readers: what `discourse evaluate tone` prints.

A gold file has a JSON object a line: ``id``, ``doc``, ``text`` and ``rating`` (-4 to 4, the mean of
several readers). A text without evidence counts as 0, for VADER and for the tone alike.
"""

from __future__ import annotations

import json
import math
from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from analysis.measures.tone import find_tone
from analysis.measures.vader import score_vader
from analysis.text.document import make_document
from analysis.text.rates import mean, share
from analysis.text.reading import ReadingError

NEGATORS = frozenset(("no", "not", "never", "nor", "neither", "without", "nothing", "nobody"))
CLEAR = 0.5  # readers call a sentence non-neutral beyond this
BLOCK = 4  # sentences
LONG = 17  # words; the mean of the sentences that the weights were learned from
RESAMPLES = 500
SEED = 1
NOTE = (
    "The weights were learned from rated sentences; on those very sentences the figures are too good.\n"
    "Figures on sentences that the weights never saw: data/models/tone.md."
)


@dataclass(frozen=True, slots=True)
class RatedText:
    """A text with the readers' mean rating, and what the tone and VADER say of it."""

    doc: str
    rating: float
    tone: float
    sign: int  # of the tone; 0 if neutral or without evidence
    vader: float
    n_words: int
    negated: bool
    quoted: bool


def score_texts(path: Path) -> list[RatedText]:
    """Score each text of a gold file, in order.

    Raises:
        ReadingError: the file is missing, or a line is no rated text; the message names the line.
    """
    if not path.is_file():
        raise ReadingError(f"there is no file {path}")
    texts = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        try:
            row = json.loads(line)
            texts.append(_score(str(row["doc"]), str(row["text"]), float(row["rating"])))
        except (ValueError, KeyError, TypeError) as error:
            raise ReadingError(
                f"{path.name}, line {number}: a rated text needs doc, text and rating"
            ) from error
    return texts


def summarize_tone(texts: Sequence[RatedText]) -> list[str]:
    """The lines to print: each figure for the tone and for VADER, with 95 % intervals by document."""
    subsets: dict[str, Callable[[RatedText], bool]] = {
        "r, sentences": lambda text: True,
        "r, with a negator": lambda text: text.negated,
        "r, without one": lambda text: not text.negated,
        f"r, up to {LONG} words": lambda text: text.n_words <= LONG,
        f"r, more than {LONG} words": lambda text: text.n_words > LONG,
        "r, with quotation marks": lambda text: text.quoted,
    }
    lines = [f"{'':26s}{'n':>6s}  {'tone':22s}VADER"]
    for name, belongs in subsets.items():
        chosen = [text for text in texts if belongs(text)]
        groups: list[tuple[Hashable, list[RatedText]]] = [(text.doc, [text]) for text in chosen]
        lines.append(_line(name, groups))
    by_doc: dict[str, list[RatedText]] = defaultdict(list)
    for text in texts:
        by_doc[text.doc].append(text)
    blocks: list[tuple[Hashable, list[RatedText]]] = [
        (doc, held[i : i + BLOCK])
        for doc, held in by_doc.items()
        for i in range(0, len(held) - BLOCK + 1, BLOCK)
    ]
    lines.append(_line("r, blocks of four", blocks))
    lines.append(_line("r, articles", list(by_doc.items())))
    clear = [text for text in texts if abs(text.rating) > CLEAR]
    wrong = share(sum(text.sign * text.rating < 0 for text in clear), len(clear))
    wrong_vader = share(sum(text.vader * text.rating < 0 for text in clear), len(clear))
    silent = share(sum(not text.sign for text in texts), len(texts))
    silent_vader = share(sum(not text.vader for text in texts), len(texts))
    lines.append(f"{'wrong sign':26s}{len(clear):6d}  {wrong:<22.3f}{wrong_vader:.3f}")
    lines.append(f"{'without a sign':26s}{len(texts):6d}  {silent:<22.3f}{silent_vader:.3f}")
    return [*lines, "", *NOTE.split("\n")]


def correlate(pairs: Sequence[tuple[float, float]]) -> float:
    """Pearson's r, or nan where one side does not vary.

    >>> round(correlate([(1, 2), (2, 4), (3, 6)]), 6), correlate([(1, 2), (1, 3)])
    (1.0, nan)
    """
    return _r([_moments(pairs)])


def _score(doc_id: str, text: str, rating: float) -> RatedText:
    doc = make_document(text)
    known = [tone for tone in find_tone(doc) if tone.score is not None]
    score = mean(tone.score for tone in known)
    silent = not known or all(tone.status == "neutral" for tone in known)
    return RatedText(
        doc=doc_id,
        rating=rating,
        tone=score if known else 0.0,
        sign=0 if silent else int(math.copysign(1, score)),
        vader=score_vader(text),
        n_words=len(doc.words),
        negated=any(key in NEGATORS or key.endswith("n't") for key in doc.keys),
        quoted='"' in doc.folded,
    )


def _line(name: str, groups: Sequence[tuple[Hashable, Sequence[RatedText]]]) -> str:
    """One figure: r of the groups' means, its interval from documents drawn again and again."""
    cells = []
    for column in ("tone", "vader"):
        pairs: dict[Hashable, list[tuple[float, float]]] = defaultdict(list)
        for doc, held in groups:
            pairs[doc].append(
                (mean(text.rating for text in held), mean(getattr(text, column) for text in held))
            )
        moments = [_moments(of_doc) for of_doc in pairs.values()]
        random = Random(SEED)
        drawn = sorted(
            _r(random.choices(moments, k=len(moments))) for _ in range(RESAMPLES if moments else 0)
        )
        low, high = (drawn[RESAMPLES // 40], drawn[-RESAMPLES // 40 - 1]) if drawn else (math.nan, math.nan)
        cells.append(f"{_r(moments):.3f} [{low:.3f}, {high:.3f}]")
    return f"{name:26s}{len(groups):6d}  {cells[0]:22s}{cells[1]}"


def _moments(pairs: Sequence[tuple[float, float]]) -> tuple[float, ...]:
    """Count and sums from which r of several documents together can be had."""
    x, y = [a for a, _ in pairs], [b for _, b in pairs]
    squares = math.fsum(a * a for a in x), math.fsum(b * b for b in y)
    return len(pairs), math.fsum(x), math.fsum(y), *squares, math.fsum(a * b for a, b in pairs)


def _r(moments: Sequence[tuple[float, ...]]) -> float:
    if not moments:
        return math.nan
    n, x, y, xx, yy, xy = (math.fsum(column) for column in zip(*moments, strict=True))
    spread = (n * xx - x * x) * (n * yy - y * y)
    return (n * xy - x * y) / math.sqrt(spread) if spread > 1e-12 else math.nan
