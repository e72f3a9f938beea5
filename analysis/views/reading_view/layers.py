"""Findings into view marks: what stands on which characters, its letter, its words and its reason."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from analysis.findings.reading import Findings
from analysis.measures.framing import load_frames
from analysis.measures.stance import StanceMatch
from analysis.text.lexicon import TermMatch
from analysis.views.style import FORM_LOOKS, VOICE_LOOKS, signed

# From these sizes on a contribution to a sentence's tone is drawn thicker: with a fifth of a point,
# five such words move a sentence from neutral to clearly good or bad.
TONE_STEPS = (0.05, 0.2)
_EMPHASIS = re.compile(r"\*([^*\s][^*]*)\*")  # reasons name words as *must*
VOICE_REASONS = {
    "direct": "stands in quotation marks and is attributed",
    "indirect": "reported without quotation marks",
    "reporting": "says that somebody speaks",
    "narration": "may go on in the voice of the speaker before",
}
STANCE_LETTERS = {"call": "c", "hedge": "h", "booster": "b", "agentless_passive": "p", "number": "n"}
STANCE_WORDS = {"agentless_passive": "passive without an agent"}


@dataclass(frozen=True, slots=True)
class ViewMark:
    """Something to show on a stretch of text.

    ``opens`` is drawn before its first character and ``closes`` behind its last; ``look`` is a class of
    the style sheet. Both are drawn only: they never become part of the text.
    """

    start: int
    end: int
    layer: str
    label: str
    reason: str
    look: str
    opens: str = ""
    closes: str = ""


@dataclass(frozen=True, slots=True)
class Layer:
    """A layer that switches on and off: its title, how its marks are drawn, and where they come from."""

    name: str
    title: str
    drawn: str
    find: Callable[[Findings], Iterator[ViewMark]]


def list_view_marks(findings: Findings, *, layers: Iterable[str] | None = None) -> list[ViewMark]:
    """The marks of some layers, or of all, in the order of the text.

    Raises:
        ValueError: there is no layer of that name; the message lists those there are.
    """
    chosen = list(LAYERS) if layers is None else list(dict.fromkeys(layers))
    if unknown := [name for name in chosen if name not in LAYERS]:
        raise ValueError(f"there is no layer {unknown[0]!r}; there are: {', '.join(LAYERS)}")
    marks = [mark for name in chosen for mark in LAYERS[name].find(findings) if mark.start < mark.end]
    return sorted(marks, key=lambda mark: (mark.start, -mark.end))


def _voices(findings: Findings) -> Iterator[ViewMark]:
    names = _entity_names(findings)
    for span in findings.voices:
        if span.voice == "narration" and not span.free_indirect:
            continue  # the ground that the other voices stand out from
        look = VOICE_LOOKS[span.voice]
        label, letter, css = look.words, look.letter, f"v-{span.voice}"
        if span.voice == "narration":
            label, letter, css = "narration, may be free indirect speech", "F", "v-free"
        who = f"speaker: {names[span.entity]}" if span.entity in names else ""
        yield ViewMark(
            span.start,
            span.end,
            "voices",
            label,
            _join(who, span.reason or VOICE_REASONS[span.voice]),
            css,
            opens=letter,
        )


def _quotations(findings: Findings) -> Iterator[ViewMark]:
    for row in findings.quotations.rows:
        if row.attribution is None:
            label, left, right = f"{row.kind or 'marks'}: quotes nobody", "‹", "›"
        else:
            label = f"{row.type} quotation of {row.attribution}, level {row.level}"
            left, right = f"[{row.level}", f"{row.level}]"
        speaker = f"speaker: {row.speaker}" if row.speaker else "no speaker found" if row.attribution else ""
        cue = f"cue: {row.cue}" if row.cue else ""
        reason = _join(speaker, cue, row.reason, f"rule: {row.rule}")
        yield ViewMark(row.start, row.end, "quotations", label, reason, "q", left, right)


def _framing(findings: Findings) -> Iterator[ViewMark]:
    yield from _frame_terms(findings.framing, "framing", "frames")


def _news_framing(findings: Findings) -> Iterator[ViewMark]:
    yield from _frame_terms(findings.news_framing, "news_framing", "frames_news")


def _frame_terms(matches: Sequence[TermMatch], layer: str, frames: str) -> Iterator[ViewMark]:
    by_name = {frame.frame: frame for frame in load_frames(frames)}
    for match in matches:
        frame = by_name[match.label]
        reason = _join(f"term: {match.term}", f"source: {match.source}")
        label = f"{frame.letter}, {frame.title}"
        yield ViewMark(match.start, match.end, layer, label, reason, layer, closes=frame.letter)


def _loaded(findings: Findings) -> Iterator[ViewMark]:
    for term in findings.loaded.terms:
        reason = _join(term.reason, f"weight: {signed(term.weight, 2)}", f"source: {term.source}")
        label = term.kind.replace("_", " ")
        yield ViewMark(term.start, term.end, "loaded", label, reason, "loaded", closes="*")


def _tone(findings: Findings) -> Iterator[ViewMark]:
    for sentence in findings.tone:
        whole = "none" if sentence.score is None else signed(sentence.score, 2)
        for term in sentence.terms:
            if term.contribution == 0:
                continue
            sign = "+" if term.contribution > 0 else "−"
            strength = 1 + sum(abs(term.contribution) >= step for step in TONE_STEPS)
            reason = f"term: {term.reason}; tone of its sentence: {whole}"
            label = f"contribution {term.contribution:+.2f}".replace("-", "−")
            look = f"{'good' if sign == '+' else 'bad'} t{strength}"
            yield ViewMark(term.start, term.end, "tone", label, reason, look, closes=sign)


def _names(findings: Findings) -> Iterator[ViewMark]:
    for mention in findings.names:
        form = FORM_LOOKS[mention.form].words if mention.form in FORM_LOOKS else mention.form
        reason = f"stands for: {mention.name} (actor {mention.entity})"
        number = f"#{mention.entity}"
        yield ViewMark(mention.start, mention.end, "names", form, reason, "name", closes=number)


def _stance(findings: Findings) -> Iterator[ViewMark]:
    for match in findings.stance:
        label = STANCE_WORDS.get(match.kind, match.kind)
        reason = _join(_demand(match), match.reason, f"rule: {match.rule}")
        letter = STANCE_LETTERS.get(match.kind, match.kind[:1])
        yield ViewMark(match.start, match.end, "stance", label, reason, "stance", closes=letter)


def _demand(match: StanceMatch) -> str:
    if match.kind != "call":
        return ""
    return f"who: {match.addressee or 'not named'}; what: {match.act or 'not named'}"


def _entity_names(findings: Findings) -> dict[int | None, str]:
    return {entity.entity: entity.name for entity in findings.quotations.entities}


def _join(*parts: str | None) -> str:
    joined = "; ".join(part.rstrip(".") for part in parts if part)
    return _EMPHASIS.sub(r"“\1”", joined)


LAYERS: dict[str, Layer] = {
    layer.name: layer
    for layer in (
        Layer("voices", "Voices", "tint or pattern, letter D, I, R or F before", _voices),
        Layer("quotations", "Quotations", "brackets with the level, [1 1]; ‹ › quotes nobody", _quotations),
        Layer("framing", "Frames of argument", "line below, letter A to J behind", _framing),
        Layer("news_framing", "Frames of news", "double line below, letter K to U behind", _news_framing),
        Layer("loaded", "Loaded words", "dotted line below, * behind", _loaded),
        Layer("tone", "Tone", "solid line and + or dashed line and −, thicker where stronger", _tone),
        Layer("names", "Names", "box, number of the actor behind", _names),
        Layer(
            "stance",
            "Stance",
            "line above, letter behind: c call, h hedge, b booster, p passive, n number",
            _stance,
        ),
    )
}


def first_layers(findings: Findings) -> list[str]:
    """The layers that a reader sees first: voices, and the set of frames that has more terms in the text."""
    return ["voices", findings.fuller_framing]
