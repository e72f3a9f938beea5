"""The same text in seven ways of setting marks: the spans stay where a reader sees them.

Texts are put together from parts of our own. ⟪ ⟫ stand for the outer marks, ⟨ ⟩ for inner ones;
each rewriting replaces them, so that what is right is known before anything is run.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable

import pytest

from analysis.measures.quotation.marks import find_marks
from analysis.text.document import make_document

SPEAKERS = ("Mara Lindqvist", "the harbour master", "she")
SPEECHES = (
    ("The owners’ offer isn’t enough", "We’ll be at the gate on Monday"),
    ("They call it ⟨bad business⟩ in the dockers’ canteen", "It was the ’90s when we last had a rise"),
    ("Nobody asked the crews", "It’s the mates’ families who pay"),
    ("My father used to say ⟨go home early⟩ to all of them", "He didn’t"),
    ("The ⟨temporary⟩ levy has run for nine years", "That’s what the sailors’ union told us"),
    ("The board’s ⟨last word⟩ came at noon", "It was not the last one"),
    ("I can’t feed three kids on this", "Not in Port Anselm, not anywhere"),
    ("You hear ⟨next week⟩ every week", "We’re done waiting"),
    ("The ships’ owners have 30 days", "After that it’s rock ’n’ roll"),
)
FRAMES = (
    "{S} said: ⟪{X}. {Y}.⟫",
    "⟪{X},⟫ {s} said.",
    "⟪{X}. {Y},⟫ {s} said on Friday.",
    "⟪{X},⟫ {s} said. ⟪{Y}.⟫",
    "⟪{X},⟫ {s} said, ⟪and that is all.⟫",
    "{S} called the offer ⟪a bad joke⟫ and left the pilots’ hall. ⟪{X},⟫ {s} said.",
    "Asked about the talks, {s} said: ⟪{X}.⟫\n\nThe owners’ lawyers did not reply.",
    "⟪{X}!⟫ {s} said. The crews’ cheers could be heard at the lock.",
)


def _texts() -> list[str]:
    return [
        frame.format(S=speaker[0].upper() + speaker[1:], s=speaker, X=x, Y=y)
        for frame, (x, y), speaker in itertools.product(FRAMES, SPEECHES, SPEAKERS)
    ]


def _set(text: str, outer: tuple[str, str], inner: tuple[str, str]) -> str:
    for sign, mark in zip("⟪⟫⟨⟩", (*outer, *inner), strict=True):
        text = text.replace(sign, mark)
    return text


def straight(text: str) -> str:
    return _set(text.replace("’", "'"), ('"', '"'), ("'", "'"))


def curly(text: str) -> str:
    return _set(text, ("“", "”"), ("“", "”"))


def single(text: str) -> str:
    return _set(text, ("‘", "’"), ("“", "”"))


def guillemets(text: str) -> str:
    return _set(text, ("«", "»"), ("‹", "›"))


def low_high(text: str) -> str:
    return _set(text, ("„", "“"), ("‚", "‘"))


def continued(text: str) -> str:
    """A second sentence of speech begins a paragraph and re-opens the mark."""
    parts = text.split("⟪")
    for k, part in enumerate(parts[1:], start=1):
        speech, closed, rest = part.partition("⟫")
        parts[k] = speech.replace(". ", ".\n\n⟪") + closed + rest
    return _set("⟪".join(parts), ("“", "”"), ("‘", "’"))


def one_closing_mark_lost(text: str) -> str:
    """The first outer closing mark is missing."""
    return _set(text.replace("⟫", "", 1), ("“", "”"), ("‘", "’"))


REWRITINGS = (straight, curly, single, guillemets, low_high, continued, one_closing_mark_lost)


def _expected(text: str) -> list[tuple[int, str]]:
    """Level and words of each stretch, from the signs of the template."""
    found: list[tuple[int, int, str]] = []
    around: list[int] = []
    for at, sign in enumerate(text):
        if sign in "⟪⟨":
            around.append(at)
        elif sign in "⟫⟩":
            start = around.pop()
            found.append((start, len(around) + 1, _bare(text[start : at + 1])))
    return [(level, words) for _, level, words in sorted(found)]


def _bare(surface: str) -> str:
    """The letters and digits only: marks and spaces do not count."""
    return "".join(c for c in surface if c.isalnum())


def _found(text: str) -> list[tuple[int, str]]:
    """Level and words of each stretch found; the paragraphs of one quotation are joined."""
    spans, _ = find_marks(make_document(text))
    joined: dict[int, tuple[int, str]] = {}
    for span in spans:
        before = joined.get(span.group, (span.level, ""))[1]
        joined[span.group] = (span.level, before + _bare(span.surface))
    return list(joined.values())


def test_there_are_at_least_two_hundred_texts() -> None:
    texts = _texts()
    assert len(texts) == len(set(texts)) >= 200


@pytest.mark.parametrize("rewrite", REWRITINGS, ids=lambda rewrite: rewrite.__name__)
def test_spans_stay_right_however_the_marks_are_set(rewrite: Callable[[str], str]) -> None:
    texts = _texts()
    wrong = [rewrite(text) for text in texts if _found(rewrite(text)) != _expected(text)]
    assert len(wrong) <= 0.02 * len(texts), wrong[:5]


def test_a_lost_mark_is_always_reported() -> None:
    for text in _texts():
        _, warnings = find_marks(make_document(one_closing_mark_lost(text)))
        assert warnings, text
