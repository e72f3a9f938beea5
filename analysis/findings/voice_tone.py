"""Does the narrator sound different from those who are quoted? A permutation test, and its answer."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from analysis.findings.robustness.permutation import FEWEST, SEED, deal_sides
from analysis.measures.tone import find_tone_within, measure_tone_of_spans
from analysis.text.rates import mean, rows_of, to_table

if TYPE_CHECKING:
    import pandas as pd

    from analysis.findings.reading import Findings

QUOTED = ("direct", "indirect")
SURE = 0.05  # p below which the difference counts as evidence
NOBODY_KNOWN = "(nobody known)"


@dataclass(frozen=True, slots=True)
class VoiceToneTest:
    """Whether quoted words and narration differ in tone, with all that the answer rests on."""

    mean_quoted: float
    mean_narrated: float
    difference: float  # quoted minus narrated
    n_quoted: int
    n_narrated: int
    n_arrangements: int  # all there are if exact, else how many were drawn
    exact: bool
    p: float | None  # None where a side has too few units
    verdict: str


def compare_voice_tone(findings: Findings) -> VoiceToneTest:
    """Test whether the narrator sounds different from those who are quoted.

    A unit is the part of a sentence that is quoted, directly or indirectly, or the part that is
    narration, if it has a score; reporting clauses are on neither side.

    Returns: the test; ``verdict`` is a sentence that says what it shows, or that it cannot tell.

    Limits: the test treats sentences as if each had been written on its own. In a text that moves
    from a sad half to a glad one neighbors are alike, and p comes out too small.
    """
    doc, spans = findings.doc, findings.spans_by_voice()
    quoted = sorted(span for voice in QUOTED for span in spans[voice])
    return compare_scores(
        *(
            [tone.score for tone in find_tone_within(doc, findings.tone, side) if tone.score is not None]
            for side in (quoted, spans["narration"])
        )
    )


def compare_scores(quoted: Sequence[float], narrated: Sequence[float]) -> VoiceToneTest:
    """Two-sided permutation test of the difference of two means.

    All units are thrown together and dealt out anew, as many to each side as before; p is the share
    of these arrangements whose means lie at least as far apart as those of the text. Up to 200,000
    arrangements are all gone through; beyond that 20,000 are drawn, always the same ones, and p is
    (hits + 1) / (draws + 1).

    Source: Fisher (1935), The Design of Experiments, section 21.

    Two of the 6 ways to deal four scores into pairs put the low ones together:

    >>> compare_scores([-2.0, -1.0], [1.0, 2.0]).p
    0.3333333333333333
    """
    test = deal_sides([(score, 1.0) for score in quoted], [(score, 1.0) for score in narrated], seed=SEED)
    mean_quoted, mean_narrated = mean(quoted), mean(narrated)
    return VoiceToneTest(
        mean_quoted=mean_quoted,
        mean_narrated=mean_narrated,
        difference=mean_quoted - mean_narrated,
        n_quoted=len(quoted),
        n_narrated=len(narrated),
        n_arrangements=test.n_arrangements,
        exact=test.exact,
        p=test.p,
        verdict=_say(mean_quoted, mean_narrated, test.p),
    )


def measure_tone_by_speaker(findings: Findings) -> pd.DataFrame:
    """Tone of what each source says, directly and indirectly.

    Returns: a row a speaker, the one with the most words first: entity (number, or missing where the
    source is not known), name, score (-4 to 4, the mean of the sentences that have a term in the
    speaker's words; nan if none), n_scored (sentences with such a term), n_sentences (sentences with
    a word of the speaker), coverage (share of the speaker's words that lie in a term, 0 to 1), n_words.
    """
    spans: dict[int | None, list[tuple[int, int]]] = defaultdict(list)
    for span in findings.voices:
        if span.voice in QUOTED:
            spans[span.entity].append((span.start, span.end))
    names = {entity.entity: entity.name for entity in findings.quotations.entities}
    by_label = {str(entity): places for entity, places in spans.items()}
    table = measure_tone_of_spans(findings.doc, findings.tone, by_label)
    columns = {str(name): str(dtype) for name, dtype in table.dtypes.items() if name != "label"}
    rows: list[dict[str, Any]] = [
        {"entity": entity, "name": NOBODY_KNOWN if entity is None else names.get(entity, NOBODY_KNOWN)}
        | {name: getattr(row, name) for name in columns}
        for entity, row in zip(spans, rows_of(table), strict=True)
    ]
    rows.sort(key=lambda row: -row["n_words"])
    return to_table(rows, {"entity": "Int64", "name": "string"} | columns)


def _say(mean_quoted: float, mean_narrated: float, p: float | None) -> str:
    if p is None:
        return (
            "Cannot tell whether the narrator sounds different from those quoted: "
            f"each side needs at least {FEWEST} sentences with a score."
        )
    often = "fewer than 1" if p < 0.005 else str(round(100 * p))
    chance = f"a difference this large arises in {often} of 100 arrangements by chance"
    if p < SURE:
        side = "better" if mean_narrated > mean_quoted else "worse"
        return f"There is evidence that the narrator sounds {side} than those quoted: {chance}."
    return f"Cannot tell whether the narrator sounds different from those quoted: {chance}."
