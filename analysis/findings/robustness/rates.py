"""What is counted in 1,000 words: framing terms, loaded words, calls, each under its choices."""

from __future__ import annotations

from analysis.findings.robustness.by_voice import Place
from analysis.findings.robustness.choices import NAMES, PLACES, Choice, Material
from analysis.findings.robustness.leads import leave_out_names
from analysis.findings.robustness.samples import Evidence, Sample, difference_of_rates, make_sample, term_of
from analysis.measures.loaded import MILD as MILD_BELOW

CALLS = ("calls", "terms for calls and duties")
MILD = ("mild ones too", "without mild ones")
DUTY = "call_obligation"  # the frame of terms for calls and duties


def place_frames(material: Material, choice: Choice) -> list[Place]:
    """Terms of the ten frames. Choices: names."""
    matches = material.findings.framing
    kept = leave_out_names(material, matches) if choice["names"] == NAMES[1] else matches
    return [(match.start, match.term) for match in kept]


def place_calls(material: Material, choice: Choice) -> list[Place]:
    """Calls, or terms of the frame of calls and duties. Choices: calls."""
    findings = material.findings
    if choice["calls"] == CALLS[1]:
        return [(match.start, match.term) for match in findings.framing if match.label == DUTY]
    return [(match.start, term_of(match.surface)) for match in findings.stance if match.kind == "call"]


def place_loaded(material: Material, choice: Choice) -> list[Place]:
    """Loaded words. Choices: mild."""
    return [
        (term.start, term_of(term.surface))
        for term in material.findings.loaded.terms
        if choice["mild"] == MILD[0] or term.weight >= MILD_BELOW
    ]


def sample_lists(material: Material, choice: Choice) -> Sample:
    """Terms of the ten frames in 1,000 words, minus terms of the eleven. Choices: names, places, words."""
    findings = material.findings
    doc = material.cut(choice).doc
    rows = [[0.0, float(len(words))] * 2 for words in doc.sentence_words]
    evidence = []
    for column, found in ((0, findings.framing), (2, findings.news_framing)):
        matches = leave_out_names(material, found) if choice["names"] == NAMES[1] else found
        if choice["places"] == PLACES[1]:
            matches = list({match.term: match for match in reversed(matches)}.values())
        for match in matches:
            unit = doc.sentences.holding(match.start)
            if unit is not None:
                rows[unit][column] += 1
                evidence.append(Evidence(match.term, unit, column, 1.0))
    return make_sample(doc.sentences, rows, difference_of_rates, counted=(1, 3), evidence=evidence)
