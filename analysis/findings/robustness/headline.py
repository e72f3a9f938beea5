"""What a headline figure is, and the ways in which one is made and tested."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from analysis.findings.robustness import by_voice, leads, paragraphs
from analysis.findings.robustness.choices import Choice, Material
from analysis.findings.robustness.permutation import Permutation, deal_sides, flip_signs, shuffle_extreme
from analysis.findings.robustness.samples import Sample
from analysis.measures.framing import load_frames

Build = Callable[[Choice], Sample]
Prepare = Callable[[Material], tuple[Build, str]]  # how to make the sample, and what leads, if anything
Test = Callable[[Material, Sample, int], Permutation]

POINTS = "points of tone"
RATE = "per 1,000 words"
SHARE = "share"


@dataclass(frozen=True, slots=True)
class Headline:
    """One headline figure, for any text."""

    name: str
    question: str
    open: str  # the same as an open question, behind "cannot tell"
    above: str  # what is so where the figure lies above the benchmark; {first} is what leads
    below: str
    unit: str
    choices: Mapping[str, tuple[str, ...]]
    primary: Choice
    prepare: Prepare
    test: Test | None
    benchmark: float = 0.0
    counts: str = "sentence"  # what a unit is


def deal_sample(material: Material, sample: Sample, seed: int) -> Permutation:
    """Deal the units of quotation and narration out anew."""
    return deal_sides(*by_voice.pair_up(sample), seed=seed)


def flip_lead(material: Material, sample: Sample, seed: int) -> Permutation:
    """Let the first label and the next one change places, sentence by sentence."""
    return flip_signs([float(row[0] - row[1]) for row in sample.columns], seed=seed)


def flip_scores(material: Material, sample: Sample, seed: int) -> Permutation:
    """Let good and bad change places, sentence by sentence."""
    return flip_signs([float(row[0]) for row in sample.columns if row[1]], seed=seed)


def flip_halves(material: Material, sample: Sample, seed: int) -> Permutation:
    """Let yes and no change places, unit by unit."""
    return flip_signs([float(row[0]) - 0.5 for row in sample.columns if row[1]], seed=seed)


def flip_lists(material: Material, sample: Sample, seed: int) -> Permutation:
    """Let the two lists change places, sentence by sentence."""
    return flip_signs([float(row[0] - row[2]) for row in sample.columns], seed=seed)


def shuffle_paragraphs(material: Material, sample: Sample, seed: int, *, lowest: bool) -> Permutation:
    """Shuffle the scores of all sentences over the paragraphs."""
    groups = paragraphs.group_by_paragraph(material, paragraphs.PRIMARY_CUT)
    return shuffle_extreme(list(groups.values()), lowest=lowest, seed=seed)


def prepare_plain(sample: Callable[[Material, Choice], Sample]) -> Prepare:
    """A figure in which nothing has to be fixed first."""
    return lambda material: (partial(sample, material), "")


def prepare_rate(
    places: Callable[[Material, Choice], list[by_voice.Place]],
) -> Prepare:
    """How often something stands in 1,000 words of quotation, minus of narration."""

    def prepare(material: Material) -> tuple[Build, str]:
        return lambda choice: by_voice.sample_rate_by_voice(material, choice, places(material, choice)), ""

    return prepare


def prepare_extreme(*, lowest: bool) -> Prepare:
    """The paragraph that is darkest (or brightest) under the primary choice, followed through the others."""

    def prepare(material: Material) -> tuple[Build, str]:
        first = paragraphs.find_extreme(
            paragraphs.group_by_paragraph(material, paragraphs.PRIMARY_CUT), lowest=lowest
        )
        name = "" if first is None else f"paragraph {first + 1}"
        return lambda choice: paragraphs.sample_extreme(material, choice, first, lowest=lowest), name

    return prepare


def prepare_lead(
    label: Callable[[Material, Choice], list[leads.Labeled]], primary: Choice, titles: str = ""
) -> Prepare:
    """The label that leads under the primary choice, followed through all others."""

    def prepare(material: Material) -> tuple[Build, str]:
        doc = material.findings.doc
        first = leads.find_leader(label(material, primary))
        shown = {frame.frame: frame.title for frame in load_frames(titles)} if titles else {}
        name = "" if first is None else f"“{shown.get(first, first)}”"
        return lambda choice: leads.sample_lead(doc, label(material, choice), first), name

    return prepare
