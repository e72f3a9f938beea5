"""The weights of the tone model, as they lie in ``data/models``."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from analysis.measures.tone.evidence import Unit
from analysis.text.library import DATA, DataError, read_rows


@dataclass(frozen=True, slots=True)
class ToneModel:
    """Plain numbers, learned once; the card in ``data/models/tone.md`` tells how."""

    intercept: float  # what readers answer to a sentence without any term
    smoothing: float  # neutral words that are thought to stand in every sentence
    reference_words: float  # a weight is what a term adds to a sentence of this many words
    turned: float  # what is left of a weight behind a negator
    before_contrast: float  # what is left of a weight before *but*
    after_contrast: float  # and after it
    neutral_band: float  # a score within this distance of 0 is called neutral
    listed: Mapping[str, float]  # weights of the terms of valence.csv
    words: Mapping[str, float]  # weights of words that it does not list

    def weight(self, unit: Unit) -> float:
        """What a unit adds to a sentence of ``reference_words``, if nothing turns it."""
        return (self.listed if unit.listed else self.words).get(unit.term, 0.0)

    def contribution(self, unit: Unit, n_words: int) -> float:
        """What a unit adds to the score of its sentence, which has ``n_words``."""
        return self.adjusted(self.weight(unit), unit, n_words)

    def adjusted(self, value: float, unit: Unit, n_words: int) -> float:
        """What is left of a weight, given what stands around a unit and how long its sentence is."""
        if unit.negator is not None:
            value *= self.turned
        if unit.contrast is not None:
            value *= self.after_contrast if unit.after_contrast else self.before_contrast
        return value * (self.reference_words + self.smoothing) / (n_words + self.smoothing)


@cache
def load_model() -> ToneModel:
    """Load the model that the project ships.

    Raises:
        DataError: a file is missing or breaks its form.
    """
    folder = DATA / "models"
    path = folder / "tone.json"
    if not path.is_file():
        raise DataError(f"{path.name} is missing from {folder.name}/")
    numbers = json.loads(path.read_text(encoding="utf-8"))
    listed: dict[str, float] = {}
    words: dict[str, float] = {}
    for row in read_rows(folder / "tone_terms.csv", ("term", "kind", "weight")):
        (listed if row["kind"] == "listed" else words)[row["term"]] = float(row["weight"])
    return ToneModel(**numbers, listed=listed, words=words)
