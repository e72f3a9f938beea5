"""Tasks on tellings of one event: who gets more quotation, who is heard in one alone, what was edited.

Passages are looked for in the last of the texts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from analysis.findings.comparison import compare_texts
from analysis.findings.reading import Findings
from analysis.lessons.answers import fold_name
from analysis.lessons.lesson import title_of
from analysis.lessons.passages import canonical_span
from analysis.lessons.places import describe_place, shorten_passage
from analysis.lessons.tasks import ARGUMENT, CHOICE, NAME, ONE, PASSAGES, Accepted, NearMiss, Task, make_task
from analysis.text.rates import rows_of
from analysis.views.style import percent

CLOSE = 0.05  # share of the words: within the error of the measure
LEAST_ALIKE = 0.5  # share of word pairs: below it, two quotations may be about different things


def make_comparison_tasks(texts: Sequence[Findings]) -> list[Task]:
    """Tasks that compare the last text with those before it."""
    if len(texts) < 2:
        return []
    tables = compare_texts(texts)
    return [
        _share_task(texts),
        *_only_here_tasks(texts, tables["actors"]),
        *_edit_tasks(texts, tables["quotations"]),
        _argue_task(texts),
    ]


def _share_task(texts: Sequence[Findings]) -> Task:
    shares = []
    for findings in texts:
        n_words = sum(
            len(findings.doc.words.inside(s.start, s.end)) for s in findings.voices if s.voice == "direct"
        )
        shares.append(n_words / max(len(findings.doc.words), 1))
    titles = [title_of(findings.doc) for findings in texts]
    ranked = sorted(range(len(texts)), key=lambda number: -shares[number])
    first, second = ranked[:2]
    counts = [len(findings.quotations.speech) for findings in texts]
    most_passages = max(range(len(texts)), key=lambda number: counts[number])
    told = "; ".join(f"{title}: {percent(share)}" for title, share in zip(titles, shares, strict=True))
    near = [NearMiss(titles[most_passages].casefold(), titles[most_passages], "too-close")]
    near += [NearMiss(titles[number].casefold(), titles[number], "smaller-share") for number in ranked[1:]]
    return make_task(
        Task(
            name="",
            title="Which text quotes most?",
            prompt="In which of the texts is the largest share of the words direct quotation?",
            kind=CHOICE,
            options=tuple(titles),
            accepted=(
                Accepted(
                    titles[first].casefold(), titles[first], "all passages in marks, in each text", told
                ),
            ),
            near=tuple(near),
            hints=(
                "Guess first, then count the words in marks of one paragraph in each text.",
                "A few long passages may hold more words than many short ones. Think of the length of the "
                "text too.",
            ),
            doubts=(f"close: {told}",) if shares[first] - shares[second] < CLOSE else (),
        )
    )


def _only_here_tasks(texts: Sequence[Findings], actors: object) -> Iterator[Task]:
    """A person who is quoted in the last text alone."""
    last = texts[-1]
    kinds = {entity.entity: entity.kind for entity in last.quotations.entities}
    quoted: dict[int, dict[str, int]] = {}
    names: dict[int, tuple[str, int | None]] = {}
    for row in rows_of(actors):  # type: ignore[arg-type]
        quoted.setdefault(row.actor, {})[row.text] = row.n_quoted
        if row.text == last.doc.id:
            names[row.actor] = (row.name, row.entity if row.n else None)
    here = [a for a in quoted if quoted[a][last.doc.id] and kinds.get(names[a][1] or 0) == "person"]
    only = [a for a in here if not any(n for text, n in quoted[a].items() if text != last.doc.id)]
    if not only:
        return
    known = {names[actor][1] for actor in only}
    both = [names[actor][0] for actor in here if actor not in only]
    silent = [
        e.name
        for e in last.quotations.entities
        if e.kind == "person" and e.name not in both and e.entity not in known
    ]
    others = [names[actor][0] for actor in quoted if actor not in here and any(quoted[actor].values())]
    groups = ((both, "in-both"), (others, "other-text"), (silent, "named-but-silent"))
    near = [NearMiss(form, name, hint) for group, hint in groups for name in group for form in _forms(name)]
    rows = {r.entity: r for r in reversed(last.quotations.rows) if r.entity in known and r.attribution}
    accepted = [
        Accepted(form, names[actor][0], describe_place(last.doc, row.start), row.reason)
        for actor in only
        if (row := rows.get(names[actor][1])) is not None
        for form in _forms(names[actor][0])
    ]
    single = [names[actor][0] for actor in only if " " not in names[actor][0]]
    if accepted:
        yield make_task(
            Task(
                name="",
                title="Who is heard in one text alone?",
                prompt="Name a person whose words are quoted, with marks or without, in "
                f"“{title_of(last.doc)}” and in none "
                "of the other texts.",
                kind=NAME,
                accepted=tuple(accepted),
                near=tuple(near),
                hints=(
                    "List everybody who speaks, one list a text. Who stands in one list only?",
                    "People may be named in a text and still say nothing there.",
                ),
                want=ONE,
                doubts=(
                    "whoever is quoted only inside the words of another person counts as silent here",
                    *(f"{name} may be named otherwise in another text" for name in single),
                ),
            )
        )


def _forms(name: str) -> list[str]:
    folded = fold_name(name)
    return list(dict.fromkeys([folded, folded.split()[-1]])) if folded else []


def _edit_tasks(texts: Sequence[Findings], quotations: object) -> Iterator[Task]:
    """A quotation that another text has too, in other words."""
    last = texts[-1].doc
    shared = [row for row in rows_of(quotations) if row.text_b == last.id]  # type: ignore[arg-type]
    edited = [r for r in shared if r.found_in == "both" and LEAST_ALIKE <= r.alike < 1]
    same = [r for r in shared if r.found_in == "both" and r.alike == 1]
    alone = [r for r in shared if r.found_in == "b"]
    if not edited:
        return
    groups = ((same, "same-words"), (alone, "only-here"))
    yield make_task(
        Task(
            name="",
            title="Find an edit",
            prompt="Another text has the same quotation, but not in the same words. Copy such a passage "
            f"from “{title_of(last)}”.",
            kind=PASSAGES,
            accepted=tuple(
                Accepted(
                    canonical_span(last.text, int(row.start_b), int(row.end_b)),
                    row.surface_b,
                    describe_place(last, int(row.start_b)),
                    f"{row.text_a}: {shorten_passage(row.edits)}",
                )
                for row in edited
            ),
            near=tuple(
                NearMiss(canonical_span(last.text, int(row.start_b), int(row.end_b)), row.surface_b, hint)
                for group, hint in groups
                for row in group
            ),
            hints=(
                "Look for the same speaker in both texts. What does each text let this person say?",
                "An edit may be one small word, a short form, or a different order.",
            ),
            want=ONE,
            doubts=("short quotations of fewer than four words were not compared",),
        )
    )


def _argue_task(texts: Sequence[Findings]) -> Task:
    return Task(
        name="",
        title="What would a reader of one text not know?",
        prompt=f"Somebody reads only “{title_of(texts[-1].doc)}”. Name one thing that they would not "
        "know, and one that they "
        "would think more important than readers of the other text do. Give the words that make it so.",
        kind=ARGUMENT,
    )
