"""Tasks on the tool's own errors: find where it is wrong, and build a list of one's own."""

from __future__ import annotations

from functools import cache

from analysis.findings.gold import read_gold
from analysis.findings.reading import Findings
from analysis.lessons.passages import canonical_span
from analysis.lessons.places import describe_place, paragraph_at
from analysis.lessons.quoted_passages import THIN_RULES
from analysis.lessons.tasks import ARGUMENT, LEXICON, ONE, PASSAGES, Accepted, NearMiss, Task, make_task
from analysis.text.library import DATA

MOST_SHOWN = 4
SHORTEST = 8  # characters: shorter differences are about a word, not about a quotation


def make_error_tasks(findings: Findings) -> list[Task]:
    """Find an error of the tool, argue about a doubtful mark, build a lexicon."""
    settled = load_settled().get(findings.doc.id)
    finding = [] if settled is None else [task for task in [_find_task(findings, settled)] if task.accepted]
    return [*finding, *_doubt_tasks(findings), _lexicon_task(), _defend_task()]


@cache
def load_settled() -> dict[str, tuple[tuple[int, int], ...]]:
    """By id of the invented texts, the outermost quotations that two readers settled on."""
    path = DATA / "texts" / "annotations" / "adjudicated.jsonl"
    return {one.id: tuple((start, end) for start, end, _ in one.rows) for one in read_gold(path)}


def _find_task(findings: Findings, settled: tuple[tuple[int, int], ...]) -> Task:
    doc = findings.doc
    ours = [(row.start, row.end) for row in findings.quotations.rows if row.attribution and row.level == 1]
    missed = [span for span in settled if not _meets(span, ours)]
    false = [span for span in ours if not _meets(span, settled)]
    wrong = [(span, "readers find a quotation here, the tool finds none") for span in missed]
    wrong += [(span, "the tool finds a quotation here, readers find none") for span in false]
    agreed = [span for span in ours if span in settled]
    return make_task(
        Task(
            name="",
            title="Find where the tool errs",
            prompt="Two careful readers marked every quotation of this text, with marks and without. In "
            "some places the "
            "tool finds a quotation that they do not, or misses one that they found. Copy one such passage.",
            kind=PASSAGES,
            accepted=tuple(
                Accepted(
                    canonical_span(doc.text, *span), doc.text[slice(*span)], describe_place(doc, span[0]), why
                )
                for span, why in wrong
                if span[1] - span[0] >= SHORTEST
            ),
            near=tuple(
                NearMiss(canonical_span(doc.text, *span), doc.text[slice(*span)], "readers-agree")
                for span in agreed
            ),
            hints=(
                "Look first at what is reported without marks: there the tool errs most.",
                "Is it really said by somebody? Or planned, wished, done? And where does the report end?",
            ),
            want=ONE,
            doubts=("a student may give the passage with a word more or less; look at the place",),
        )
    )


def _meets(span: tuple[int, int], others: list[tuple[int, int]] | tuple[tuple[int, int], ...]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in others)


def _doubt_tasks(findings: Findings) -> list[Task]:
    thin = [row for row in findings.quotations.rows if row.attribution and row.rule in THIN_RULES]
    numbers = list(dict.fromkeys(paragraph_at(findings.doc, row.start) for row in thin))[:MOST_SHOWN]
    if not numbers:
        return []
    *others, last = map(str, numbers)
    where = f"paragraphs {', '.join(others)} and {last}" if others else f"paragraph {last}"
    return [
        Task(
            name="",
            title="Question a mark",
            prompt=f"There are passages in marks in {where} of which the tool is not sure: no word that "
            "reports stands "
            "right beside them. Choose one. Would you say that somebody says it, and who? Say why.",
            kind=ARGUMENT,
        )
    ]


def _lexicon_task() -> Task:
    return Task(
        name="",
        title="Build a list of ten terms",
        prompt="Choose one thing that wording can do, such as “makes a person look strong”. List ten "
        "words or phrases for "
        "it, each with your reason. The list is tried on the text as you go.",
        kind=LEXICON,
    )


def _defend_task() -> Task:
    return Task(
        name="",
        title="Defend your list",
        prompt="Which of your ten terms would a classmate attack first? Write what you would answer. Then "
        "name a sentence in "
        "which the term means something else (a false friend).",
        kind=ARGUMENT,
    )
