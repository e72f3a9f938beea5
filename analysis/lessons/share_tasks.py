"""Tasks on how much is quotation: the words of a paragraph under three definitions, each wider."""

from __future__ import annotations

from analysis.findings.reading import Findings
from analysis.lessons.places import describe_place, shorten_passage
from analysis.lessons.tasks import ARGUMENT, NUMBER, Accepted, NearMiss, Task, make_task
from analysis.measures.quotation import VoiceSpan, measure_voices
from analysis.text.rates import rows_of

DEFINITIONS = (
    ("direct only", ("direct",), "Count only words inside quotation marks that give somebody's words."),
    (
        "direct and indirect",
        ("direct", "indirect"),
        "Count direct quotation, and also what is reported without marks. Leave reporting clauses out.",
    ),
    (
        "with reporting clauses",
        ("direct", "indirect", "reporting"),
        "Count direct and indirect quotation, and also reporting clauses such as “she said that”.",
    ),
)
FEWEST_WORDS, MOST_WORDS = 20, 110
TOLERANCE = 2


def make_share_tasks(findings: Findings) -> list[Task]:
    """Count the words of a paragraph that has several voices, by each definition; then argue for one."""
    chosen = _choose_paragraph(findings)
    if chosen is None:
        return []
    tasks = [_count_task(findings, chosen, number) for number in range(len(DEFINITIONS))]
    return [*tasks, _argue_task()]


def _choose_paragraph(findings: Findings) -> int | None:
    """The first paragraph with most voices among those that can be counted by hand."""
    sized = [
        (number, counts)
        for number in range(len(findings.doc.paragraphs))
        if FEWEST_WORDS <= sum((counts := _count_voices(findings, number)).values()) <= MOST_WORDS
    ]
    mixed = [(_spread(counts), -number) for number, counts in sized if counts["direct"] or counts["indirect"]]
    best = max(mixed, default=None)
    return None if best is None or best[0][0] < 2 else -best[1]


def _spread(counts: dict[str, int]) -> tuple[int, int]:
    """How many voices a paragraph has, and by how much the definitions differ at least."""
    gap = min(counts["indirect"], counts["reporting"])
    return sum(n > 0 for n in counts.values()), min(gap, 2 * TOLERANCE + 1)


def _count_voices(findings: Findings, paragraph: int) -> dict[str, int]:
    table = measure_voices(findings.doc, _voices_in(findings, paragraph))
    return {row.voice: row.n_words for row in rows_of(table)}


def _voices_in(findings: Findings, paragraph: int) -> list[VoiceSpan]:
    start, end = findings.doc.paragraphs[paragraph]
    cut = [span for span in findings.voices if span.start < end and span.end > start]
    return [span._replace(start=max(span.start, start), end=min(span.end, end)) for span in cut]


def _count_task(findings: Findings, paragraph: int, number: int) -> Task:
    name, voices, told = DEFINITIONS[number]
    counts = _count_voices(findings, paragraph)
    totals = [sum(counts[voice] for voice in wanted) for _, wanted, _ in DEFINITIONS]
    right, base = totals[number], sum(counts.values())
    near = [NearMiss(str(total), str(total), "narrower-definition") for total in totals[:number]]
    near += [NearMiss(str(total), str(total), "wider-definition") for total in totals[number + 1 :]]
    near += [
        NearMiss(str(base - right), str(base - right), "other-side"),
        NearMiss(str(base), str(base), "whole-base"),
    ]
    spans = [span for span in _voices_in(findings, paragraph) if span.voice in voices]
    where = describe_place(findings.doc, spans[0].start if spans else findings.doc.paragraphs[paragraph][0])
    doubts = _list_doubts(findings, paragraph) if number else []
    close = [total for total in totals if total != right and abs(total - right) <= 2 * TOLERANCE]
    if close:
        doubts.append(f"another definition gives nearly the same number ({close[0]})")
    return make_task(
        Task(
            name="",
            title=f"How many words are quotation: {name}",
            prompt=f"Paragraph {paragraph + 1} has {base} words. How many of them are quotation, if you "
            "go by this "
            f"definition? {told} An answer that is off by {TOLERANCE} is right.",
            kind=NUMBER,
            accepted=(
                Accepted(str(right), f"{right} of {base}", where, f"words in the voices {', '.join(voices)}"),
            ),
            near=tuple(near),
            hints=(
                "Copy the paragraph on paper and bracket what counts. Then count the words in the brackets.",
                "Read the definition once more: what does it take in, what does it leave out?",
            ),
            tolerance=TOLERANCE,
            unit="words",
            doubts=tuple(doubts),
        )
    )


def _list_doubts(findings: Findings, paragraph: int) -> list[str]:
    """What a reader may count as reported without marks, and the measure leaves to the narrator."""
    start, end = findings.doc.paragraphs[paragraph]
    free = [span for span in _voices_in(findings, paragraph) if span.free_indirect]
    doubts = [f"words of narration may be a speaker's: {span.reason}" for span in free]
    doubts += [
        f"“{shorten_passage(row.surface)}” is a {row.attribution}, and stays narration; a reader may count it"
        for row in findings.quotations.rows
        if row.attribution in ("thought", "plan") and start <= row.start < end
    ]
    return doubts


def _argue_task() -> Task:
    return Task(
        name="",
        title="Which definition would you use?",
        prompt="Somebody asks: how much of this paragraph is quotation? Which of the three numbers would "
        "you give, and "
        "why that one? Name one sentence of the text that made you decide.",
        kind=ARGUMENT,
    )
