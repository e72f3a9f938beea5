"""Leads: how far what is most frequent lies ahead of what comes next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from analysis.findings.robustness.choices import NAMES, PLACES, Choice, Material
from analysis.findings.robustness.samples import Evidence, Sample, lead, make_sample, term_of
from analysis.text.document import Document
from analysis.text.lexicon import TermMatch
from analysis.text.spans import Spans

COUNTED = (*PLACES, "each sentence once")
FORMS = ("every mention", "without pronouns", "names and titles only")
SPEECH = ("words", "stretches")
CALLS = ("calls that name somebody", "every call")
NOBODY = "(nobody named)"
RIVALS = 12  # labels that may be next; those behind them never come near


class Labeled(NamedTuple):
    """One place with its label, such as a framing term with its frame."""

    start: int
    label: str
    term: str


def label_frames(material: Material, choice: Choice, matches: Sequence[TermMatch]) -> list[Labeled]:
    """Framing terms with their frames. Choices: names, counted."""
    kept = leave_out_names(material, matches) if choice["names"] == NAMES[1] else matches
    return count_as(material, choice, [Labeled(match.start, match.label, match.term) for match in kept])


def label_speakers(material: Material, choice: Choice) -> list[Labeled]:
    """Quoted words with who speaks them. Choices: quotation (the two narrow ones), counted."""
    findings = material.findings
    doc = findings.doc
    voices = ("direct",) if choice["quotation"] == "direct only" else ("direct", "indirect")
    names = {entity.entity: entity.name for entity in findings.quotations.entities}
    labeled = []
    for span in findings.voices:
        if span.voice in voices:
            name = NOBODY if span.entity is None else names.get(span.entity, NOBODY)
            words = doc.words.inside(span.start, span.end)
            if choice["counted"] == SPEECH[1]:
                labeled.append(Labeled(span.start, name, ""))
            else:
                labeled += [Labeled(doc.words.starts[word], name, "") for word in words]
    return labeled


def label_actors(material: Material, choice: Choice) -> list[Labeled]:
    """Mentions with the actor they name. Choices: forms, counted."""
    forms = {
        FORMS[0]: ("name", "title", "role", "group", "pronoun"),
        FORMS[1]: ("name", "title", "role", "group"),
        FORMS[2]: ("name", "title"),
    }[choice["forms"]]
    named = [
        Labeled(name.start, name.name, term_of(name.surface))
        for name in material.findings.names
        if name.form in forms
    ]
    return count_as(material, choice, named)


def label_addressees(material: Material, choice: Choice) -> list[Labeled]:
    """Calls with whom they call upon. Choices: calls, counted."""
    labeled = []
    for match in material.findings.stance:
        if match.kind == "call" and (match.addressee or choice["calls"] == CALLS[1]):
            addressee = " ".join((match.addressee or NOBODY).lower().split())
            labeled.append(Labeled(match.start, addressee, term_of(match.surface)))
    return count_as(material, choice, labeled)


def label_chosen_words(material: Material, choice: Choice, among: str | None) -> list[Labeled]:
    """Words for which there were others, of one set of such words. Choices: counted."""
    chosen = [
        Labeled(label.start, label.alternative, term_of(label.surface))
        for label in material.findings.labels
        if label.set == among
    ]
    return count_as(material, choice, chosen)


def find_set(material: Material) -> str | None:
    """The set of words of which the text uses most; among equals the one that it uses first."""
    counts = Counter(label.set for label in material.findings.labels)
    return counts.most_common(1)[0][0] if counts else None


def leave_out_names(material: Material, matches: Iterable[TermMatch]) -> list[TermMatch]:
    """The matches that do not touch a name or a title with a name."""
    layer = _joined(
        (name.start, name.end) for name in material.findings.names if name.form in ("name", "title")
    )
    return [
        match
        for match in matches
        if layer.holding(match.start) is None and not layer.inside(match.start, match.end)
    ]


def _joined(spans: Iterable[tuple[int, int]]) -> Spans:
    """A layer of spans that may overlap: what overlaps becomes one."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start < joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return Spans.of(joined)


def count_as(material: Material, choice: Choice, labeled: Iterable[Labeled]) -> list[Labeled]:
    """Every place, or only the first of each term, or only the first of each label in a sentence."""
    how = choice["counted"]
    sentences = material.findings.doc.sentences
    kept: dict[object, Labeled] = {}
    for number, place in enumerate(labeled):
        key: object = number
        if how == COUNTED[1]:
            key = (place.label, place.term)
        elif how == COUNTED[2]:
            key = (place.label, sentences.holding(place.start))
        kept.setdefault(key, place)
    return list(kept.values())


def find_leader(labeled: Iterable[Labeled]) -> str | None:
    """The label with the most places; among equals the one that comes first. Nobody is no label."""
    counts = Counter(place.label for place in labeled if place.label != NOBODY)
    return counts.most_common(1)[0][0] if counts else None


def sample_lead(doc: Document, labeled: Iterable[Labeled], first: str | None) -> Sample:
    """By how much a label leads the next one, as a share of all places.

    Whichever of its twelve most frequent rivals is next in a text drawn anew, or without a word, is the next.
    """
    labeled = list(labeled) if first is not None else []
    others = Counter(place.label for place in labeled if place.label not in (first, NOBODY))
    rivals = [label for label, _ in others.most_common(RIVALS)]
    columns = {label: column for column, label in enumerate([first, *rivals])}
    rest = max(len(columns), 2)  # the next column but one is free where there is no rival
    rows = [[0.0] * (rest + 2) for _ in doc.sentences]
    evidence = []
    for place in labeled:
        unit = doc.sentences.holding(place.start)
        if unit is None:
            continue
        column = columns.get(place.label, rest)
        rows[unit][column] += 1
        rows[unit][-1] += 1
        if place.term:
            evidence.append(Evidence(place.term, unit, column, 1.0))
    return make_sample(doc.sentences, rows, lead, counted=(rest + 1,), evidence=evidence)
