"""Tasks on tone: predict, find the worst-sounding paragraph and the word that moves a sentence, explain."""

from __future__ import annotations

from typing import Any

from analysis.findings.reading import MEASURES, Findings
from analysis.lessons.passages import canonical_span
from analysis.lessons.places import describe_place, paragraph_at, shorten_passage
from analysis.lessons.tasks import (
    ARGUMENT,
    CHOICE,
    ONE,
    PASSAGES,
    Accepted,
    NearMiss,
    Task,
    make_task,
    miss_at,
)
from analysis.measures.tone import SentenceTone
from analysis.text.rates import rows_of
from analysis.views.style import signed

MOST_OPTIONS = 6
CLOSE = 0.15  # points of tone between two paragraphs: within the error of the measure
LONGEST_SENTENCE = 45  # words: a student must be able to weigh each


def make_tone_tasks(findings: Findings) -> list[Task]:
    """A prediction, the worst and the best paragraph, the heaviest word of a sentence, an explanation."""
    paragraphs = _tone_by_paragraph(findings)
    if len(paragraphs) < 3:
        return []
    sentence = _choose_sentence(findings)
    heaviest = [] if sentence is None else [_word_task(findings, sentence)]
    return [
        _predict_task(),
        _extreme_task(findings, paragraphs, worst=True),
        _extreme_task(findings, paragraphs, worst=False),
        *heaviest,
        _explain_task(),
    ]


def _tone_by_paragraph(findings: Findings) -> dict[int, Any]:
    """The rows of the measure's table that have a score, by number of paragraph."""
    return {row.paragraph: row for row in rows_of(MEASURES["tone"](findings)) if row.n_scored}


def _predict_task() -> Task:
    return Task(
        name="",
        title="Predict",
        prompt="Before you look further: which paragraph will sound worst to the measure, which best, and "
        "which words will "
        "make it so? Write it down. You cannot be wrong here.",
        kind=ARGUMENT,
    )


def _extreme_task(findings: Findings, paragraphs: dict[int, Any], *, worst: bool) -> Task:
    doc = findings.doc
    scores = {number: row.score for number, row in paragraphs.items()}
    sign = 1 if worst else -1
    ranked = sorted(scores, key=lambda number: (sign * scores[number], number))
    # The far end and those near the right one: a choice that has to be thought about.
    chosen = sorted({*ranked[: MOST_OPTIONS - 1], ranked[-1]})
    theirs = min(chosen, key=lambda number: sign * paragraphs[number].vader)
    word = "worst" if worst else "best"
    first = ranked[0]
    near = [(ranked[-1], "opposite"), (theirs, "vader"), (ranked[1], "second-paragraph")]
    doubts = []
    if abs(scores[ranked[1]] - scores[first]) < CLOSE:
        pair = f"paragraphs {first} ({signed(scores[first])}) and {ranked[1]} ({signed(scores[ranked[1]])})"
        doubts.append(f"{pair} sound nearly the same to the measure")
    if paragraphs[first].n_scored == 1:
        doubts.append("the paragraph rests on one sentence with a score")
    start = doc.paragraphs[first - 1][0]
    return make_task(
        Task(
            name="",
            title=f"Which paragraph sounds {word}?",
            prompt=f"Which of these paragraphs sounds {word} to the measure? It asks what readers would "
            "answer, sentence by "
            "sentence, and takes the mean.",
            kind=CHOICE,
            options=tuple(_option(findings, number) for number in chosen),
            accepted=(
                Accepted(
                    _option(findings, first).casefold(),
                    _option(findings, first),
                    describe_place(doc, start),
                    f"mean tone {signed(scores[first])}",
                ),
            ),
            near=tuple(
                NearMiss(_option(findings, number).casefold(), _option(findings, number), hint)
                for number, hint in near
            ),
            hints=(
                "Underline words that readers would rate good or bad by themselves. Where are most of one "
                "kind?",
                "A short paragraph with one strong word may beat a long one with several weak ones.",
            ),
            doubts=tuple(doubts),
        )
    )


def _option(findings: Findings, number: int) -> str:
    doc = findings.doc
    start, end = doc.paragraphs[number - 1]
    words = doc.words.inside(start, end)
    first = doc.text[start : doc.words[words[min(4, len(words) - 1)]][1]] if words else ""
    return f"Paragraph {number}: {' '.join(first.split())} …"


def _choose_sentence(findings: Findings) -> SentenceTone | None:
    """A sentence with terms that pull both ways, or else with most terms."""
    fitting = [
        tone
        for tone in findings.tone
        if tone.score is not None
        and len(tone.terms) > 1
        and len(findings.doc.words.inside(tone.start, tone.end)) <= LONGEST_SENTENCE
    ]

    def interest(tone: SentenceTone) -> tuple[bool, float, int]:
        ranked = sorted((abs(term.contribution) for term in tone.terms), reverse=True)
        both = {term.contribution > 0 for term in tone.terms} == {True, False}
        return both, round(ranked[0] - ranked[1], 3), -tone.start

    return max(fitting, key=interest, default=None)


def _word_task(findings: Findings, tone: SentenceTone) -> Task:
    doc = findings.doc
    ranked = sorted(tone.terms, key=lambda term: -abs(term.contribution))
    first = ranked[0]
    near = [
        miss_at(
            findings.doc,
            term.start,
            term.end,
            "weaker-word" if term.contribution * first.contribution > 0 else "turns-the-other-way",
        )
        for term in ranked[1:]
    ]
    names = [n for n in findings.names if tone.start <= n.start < tone.end and n.form in ("name", "title")]
    near += [miss_at(findings.doc, name.start, name.end, "name-as-praise") for name in names]
    near.append(miss_at(findings.doc, tone.start, tone.end, "whole-sentence"))
    doubts = []
    if abs(first.contribution) - abs(ranked[1].contribution) < CLOSE / 2:
        doubts.append(f"“{first.surface}” and “{ranked[1].surface}” weigh nearly the same")
    return make_task(
        Task(
            name="",
            title="Which word moves it most?",
            prompt=f"Paragraph {paragraph_at(doc, tone.start)} has the sentence "
            f"“{shorten_passage(tone.surface)}”. Which word "
            "or phrase moves its tone most, up or down? Copy it.",
            kind=PASSAGES,
            accepted=(
                Accepted(
                    canonical_span(doc.text, first.start, first.end),
                    first.surface,
                    f"the {'lower' if first.contribution < 0 else 'higher'} side: look for what pulls the "
                    "sentence "
                    f"{'down' if first.contribution < 0 else 'up'}",
                    f"contributes {signed(first.contribution)} of {signed(tone.score or 0.0)}",
                ),
            ),
            near=tuple(near),
            hints=(
                "Cover the words with a finger, one after the other. Without which would the sentence "
                "sound most different?",
                "One word, or a fixed phrase. Names do not count.",
            ),
            want=ONE,
            scope=(tone.start, tone.end),
            doubts=tuple(doubts),
        )
    )


def _explain_task() -> Task:
    return Task(
        name="",
        title="Explain",
        prompt="Where did the measure and you differ? Name one word that it may have misread here, or a "
        "meaning that no "
        "list of words could see (irony, a quotation, a name).",
        kind=ARGUMENT,
    )
