"""Who states a number: the speaker of the quotation that holds it, or a source in its sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import compress
from typing import Protocol

from analysis.measures.stance.clauses import phrase_at, phrase_before, subject_before
from analysis.measures.stance.model import Sentence, StanceMatch
from analysis.measures.stance.quantities import Number, make_number

_REPORTS = """
said says say told tells tell reported reports report estimated estimates estimate found finds find
showed shows show claimed claims claim announced announces admitted admits argued argues added adds
wrote writes put puts warned warns insisted insists confirmed confirms recorded records counted noted
notes calculated revealed reveals suggest suggests suggested indicate indicates indicated believe
believes expects expect projected predicts predicted forecast stated states acknowledged testified
explained explains recalled recalls
"""
STATING = frozenset(["speech", "writing", "thought"])  # a plan states nothing
REPORTS = frozenset(_REPORTS.split())


class Quoted(Protocol):
    """What is read of a quotation: its place, who speaks, and as what it is attributed."""

    @property
    def start(self) -> int:
        """Where it begins in the text."""

    @property
    def end(self) -> int:
        """Where it ends."""

    @property
    def speaker(self) -> str | None:
        """The mention that names who speaks."""

    @property
    def attribution(self) -> str | None:
        """Speech, writing, thought or plan; None quotes nobody."""


def add_sources(
    sentence: Sentence, numbers: Iterable[Number], quotations: Sequence[Quoted]
) -> Iterator[StanceMatch]:
    """The numbers of a sentence with what names their source."""
    found: str | None = None
    looked = False
    for number in numbers:
        speaker = next(
            (
                q.speaker
                for q in reversed(quotations)  # the innermost begins last
                if q.start <= number.start < q.end and q.speaker and q.attribution in STATING
            ),
            None,
        )
        if speaker is None:
            if not looked:
                found, looked = _source_in(sentence), True
            speaker = found
        yield make_number(sentence, number, speaker)


def _source_in(sentence: Sentence) -> str | None:
    """*according to X*, *X said*, *said X*."""
    text = sentence.doc.text
    if "according" in sentence.keys:
        for place, key in enumerate(sentence.keys):
            if key == "according" and sentence.keys[place + 1] == "to":
                phrase = phrase_at(sentence, place + 2)
                return None if phrase is None else text[phrase.start : phrase.full_end]
    for place in compress(range(sentence.n_words), map(REPORTS.__contains__, sentence.keys)):
        if not sentence.tags[place].startswith("VB"):
            continue
        before = sentence.gaps[place - 1] if place else '"'
        if not before:
            subject = subject_before(sentence, place)
            if subject is not None and subject.kind != "time" and _reports(subject.surface):
                end = subject.full_end if subject.full_end < sentence.start(place) else subject.end
                return text[subject.start : end]
        elif before.endswith((",", '"')):
            phrase = phrase_at(sentence, place + 1)
            if phrase is not None and phrase.kind != "time" and _closes(sentence, phrase.full_end):
                return text[phrase.start : phrase.full_end]
            aside = phrase_before(sentence, sentence.start(place))
            if before == "," and aside is not None:  # Ann Lee, the mayor, said
                first = next(
                    (p for p in sentence.phrases if p.full_end >= aside.end and p.start <= aside.start), None
                )
                if first is not None and first is not aside:
                    return text[first.start : first.full_end]
    return None


def _closes(sentence: Sentence, end: int) -> bool:
    """Whether a mark or the end follows: *said Ann Lee.* but not *says the wall fell*."""
    behind = sentence.doc.folded[end : sentence.doc.sentences.ends[sentence.index]].strip()
    return not behind or behind[0] in ',.;:"()—-'


def _reports(surface: str) -> bool:
    return not surface[0].isdigit() and surface.lower() not in ("it", "that", "this", "which", "there")
