"""Tasks on frames: mark the terms of one in a paragraph, find the one that leads and its voice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from analysis.findings.reading import VOICES, Findings
from analysis.findings.robustness.card import make_cards
from analysis.findings.robustness.headlines import HEADLINES
from analysis.lessons.passages import canonical_span
from analysis.lessons.places import describe_place, paragraph_at
from analysis.lessons.tasks import ARGUMENT, CHOICE, PASSAGES, Accepted, NearMiss, Task, make_task, miss_at
from analysis.measures.framing import Frame, load_frames
from analysis.measures.quotation import measure_voices
from analysis.text.lexicon import TermMatch
from analysis.text.rates import rows_of

FEWEST_TERMS, MOST_TERMS = 2, 8
FEWEST_OF_ALL = 4  # terms in the whole text; with fewer there is nothing to compare
MOST_OPTIONS = 6


def make_frame_tasks(findings: Findings) -> list[Task]:
    """Tasks on the set of frames that has more terms in this text."""
    matches, frames = findings.framing, load_frames("frames")
    if findings.fuller_framing == "news_framing":
        matches, frames = findings.news_framing, load_frames("frames_news")
    if len(matches) < FEWEST_OF_ALL:
        return []
    by_name = {frame.frame: frame for frame in frames}
    chosen = _choose(findings, matches)
    marking = [] if chosen is None else [_mark_task(findings, matches, by_name[chosen[1]], chosen[0])]
    return [*marking, _lead_task(findings, matches, frames), _voice_task(findings, matches), _argue_task()]


def _choose(findings: Findings, matches: list[TermMatch]) -> tuple[int, str] | None:
    """The paragraph and frame to mark: several terms, beside terms of other frames."""
    counts = Counter((paragraph_at(findings.doc, match.start), match.label) for match in matches)
    totals = Counter(paragraph_at(findings.doc, match.start) for match in matches)
    fitting = [
        (min(totals[paragraph] - n, n), -paragraph, label)
        for (paragraph, label), n in counts.items()
        if FEWEST_TERMS <= n <= MOST_TERMS
    ]
    best = max(fitting, default=None)
    return None if best is None else (-best[1], best[2])


def _mark_task(findings: Findings, matches: list[TermMatch], frame: Frame, paragraph: int) -> Task:
    doc = findings.doc
    here = [match for match in matches if paragraph_at(doc, match.start) == paragraph]
    wanted = [match for match in here if match.label == frame.frame]
    return make_task(
        Task(
            name="",
            title=f"Mark a frame: {frame.title}",
            prompt=f"Copy each word or phrase of paragraph {paragraph} that belongs to this frame. "
            f"{frame.title}: {frame.definition} Not meant: {frame.not_included} Copy a word that stands "
            "twice once.",
            kind=PASSAGES,
            accepted=tuple(
                Accepted(
                    canonical_span(doc.text, match.start, match.end),
                    match.surface,
                    describe_place(doc, match.start),
                    f"the term “{match.term}” of the list, after {match.source}",
                )
                for match in wanted
            ),
            near=tuple(_near_misses(findings, here, wanted, paragraph)),
            hints=(
                "Read the description again. Which words would change if somebody else told the same event?",
                "Give only the word or phrase itself, not the sentence around it. Names do not count.",
            ),
            scope=doc.paragraphs[paragraph - 1],
            doubts=(
                "the list knows these terms only; a reader may well find more: on unseen texts it finds "
                "two in five of "
                "what a reader marks",
            ),
        )
    )


def _near_misses(
    findings: Findings, here: list[TermMatch], wanted: list[TermMatch], paragraph: int
) -> Iterator[NearMiss]:
    doc = findings.doc

    yield from (miss_at(doc, match.start, match.end, "other-frame") for match in here if match not in wanted)
    start, end = doc.paragraphs[paragraph - 1]
    yield from (
        miss_at(doc, name.start, name.end, "name")
        for name in findings.names
        if start <= name.start < end and name.form in ("name", "title")
    )
    for match in wanted:
        words = doc.words.inside(match.start, match.end)
        first, last = max(words.start - 1, 0), min(words.stop, len(doc.words) - 1)
        yield miss_at(doc, doc.words[first][0], match.end, "longer-than-term")
        yield miss_at(doc, match.start, doc.words[last][1], "longer-than-term")
        yield miss_at(doc, doc.words[first][0], doc.words[last][1], "longer-than-term")
        if len(words) > 1:
            yield from (miss_at(doc, *doc.words[number], "part-of-term") for number in words)


def _lead_task(findings: Findings, matches: list[TermMatch], frames: tuple[Frame, ...]) -> Task:
    """The frame with most terms, among those that have most."""
    counts = Counter(match.label for match in matches)
    ranked = sorted(frames, key=lambda frame: -counts[frame.frame])[:MOST_OPTIONS]
    most = counts[ranked[0].frame]
    leading = [frame for frame in ranked if counts[frame.frame] == most]
    second = max((counts[frame.frame] for frame in ranked if counts[frame.frame] < most), default=0)
    places = [match for match in matches if match.label == leading[0].frame]
    numbers = sorted({paragraph_at(findings.doc, match.start) for match in places})
    doubts = [f"{len(leading)} frames share the lead"] if len(leading) > 1 else []
    if most - second <= 2:
        doubts.append(f"the lead is {most} terms to {second}: one sentence more could turn it")
    if frames == load_frames("frames"):
        doubts += _card_doubts(findings, "top_frame")
    return make_task(
        Task(
            name="",
            title="Which frame leads?",
            prompt="Which of these frames has the most terms in the whole text? Think of repeated words too.",
            kind=CHOICE,
            options=tuple(sorted(frame.title for frame in ranked)),
            accepted=tuple(
                Accepted(
                    frame.title.casefold(),
                    frame.title,
                    f"paragraphs {', '.join(map(str, numbers))}",
                    f"{most} of {len(matches)} terms",
                )
                for frame in leading
            ),
            near=tuple(
                NearMiss(frame.title.casefold(), frame.title, "runner-up")
                for frame in ranked
                if counts[frame.frame] == second
            ),
            hints=(
                "Read the text once for each of the frames that you think of, and count on paper.",
                "One word may come again and again. Each place counts.",
            ),
            want="one",
            doubts=tuple(doubts),
        )
    )


def _card_doubts(findings: Findings, name: str) -> list[str]:
    """What the robustness card says, where it says more than "evidence"."""
    (card,) = make_cards(findings, headlines=[one for one in HEADLINES if one.name == name])
    return [] if card.answer == "evidence" else [f"{card.answer}: {card.sentence}"]


def _voice_task(findings: Findings, matches: list[TermMatch]) -> Task:
    """In which voice most of the terms stand."""
    counts = Counter(findings.voice_at(match.start)[0] for match in matches)
    n_words = {row.voice: row.n_words for row in rows_of(measure_voices(findings.doc, findings.voices))}
    most = max(counts.values())
    leading = [voice for voice in VOICES if counts[voice] == most]
    longest = max(VOICES, key=lambda voice: n_words[voice])
    dense = max(VOICES, key=lambda voice: counts[voice] / n_words[voice] if n_words[voice] else 0.0)
    told = ", ".join(f"{counts[voice]} in {voice}" for voice in VOICES)
    first = next(match for match in matches if findings.voice_at(match.start)[0] == leading[0])
    return make_task(
        Task(
            name="",
            title="Whose words are they?",
            prompt="In which voice do most of the framing terms of the text stand?",
            kind=CHOICE,
            options=VOICES,
            accepted=tuple(
                Accepted(voice, voice, describe_place(findings.doc, first.start), told) for voice in leading
            ),
            near=(
                NearMiss(longest, longest, "most-words"),
                NearMiss(dense, dense, "few-words"),
            ),
            hints=(
                "Take ten terms of the text. For each: does the narrator say it, or somebody who is quoted?",
                "Words that somebody is reported to have said, without marks, are indirect quotation.",
            ),
            want="one",
            doubts=(f"close: {told}",)
            if sorted(counts.values())[-1] - (sorted([0, *counts.values()])[-2]) <= 2
            else (),
        )
    )


def _argue_task() -> Task:
    return Task(
        name="",
        title="Tell it in another frame",
        prompt="Take one sentence of the text. Write it anew so that the facts stay and the frame "
        "changes. Which words did "
        "you have to change, and what does a reader lose or gain?",
        kind=ARGUMENT,
    )
