"""In which voice a place stands, and who speaks there."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from typing import Protocol

# As the voices of a text are told apart; "text" where none were given.
VOICES = ("narration", "reporting", "indirect", "direct")
WHOLE_TEXT = "text"


class VoicedSpan(Protocol):
    """A stretch of one voice, with the entity that speaks it, if one is known."""

    @property
    def start(self) -> int:
        """Where it begins."""

    @property
    def end(self) -> int:
        """Where it ends."""

    @property
    def voice(self) -> str:
        """One of `VOICES`."""

    @property
    def entity(self) -> int | None:
        """Who speaks, by number."""


def voice_reader(voices: Sequence[VoicedSpan]) -> Callable[[int], tuple[str, int | None]]:
    """A function from a place to its voice and the entity that speaks there.

    Args:
        voices: sorted and apart; where there are none, every place is in the voice ``text``.
    """
    starts, ends = [span.start for span in voices], [span.end for span in voices]
    spoken = [(span.voice, span.entity) for span in voices]
    nobody = (VOICES[0] if voices else WHOLE_TEXT), None

    def read(place: int) -> tuple[str, int | None]:
        number = bisect_right(starts, place) - 1
        return spoken[number] if number >= 0 and place < ends[number] else nobody

    return read


def voices_of(voices: Sequence[VoicedSpan]) -> tuple[str, ...]:
    """The voices that a table shows, also those without a count."""
    return VOICES if voices else (WHOLE_TEXT,)
