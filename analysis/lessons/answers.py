"""What a student wrote, read as an answer: its parts in canonical form, or what is wrong with its form.

Nothing here knows what is right, and no input raises an exception.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from analysis.lessons.passages import canonical_span, find_passage, trim
from analysis.lessons.tasks import CHOICE, NAME, NUMBER, PASSAGES
from analysis.text.document import Document
from analysis.text.tokenization import fold_marks

LONGEST_ANSWER = 20_000  # characters
MOST_PARTS = 60
_TITLES = (
    r"(?:the|a|an|mr|mrs|ms|miss|dr|prof|professor|rev|cllr|councillor|sir|sister|brother|minister|president|librarian|"
    r"chief|captain|mayor|gen|general)\.?"
)
_TITLE = re.compile(rf"^(?:{_TITLES}\s+)+(?=\w)")
_BULLET = re.compile(r"^\s*(?:[-*•]|\d{1,2}[.)])\s+")


@dataclass(frozen=True, slots=True)
class Part:
    """One part of an answer: as it was written, and the canonical forms that it may mean."""

    said: str
    canonical: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Given:
    """An answer as read. ``problem`` is a sentence for the student, or None."""

    parts: tuple[Part, ...]
    problem: str | None = None


def is_blank(given: Any) -> bool:
    """Whether nothing was answered: nothing, ``...``, or text without a letter or digit."""
    if given is None or given is ...:
        return True
    if isinstance(given, str):
        return not any(map(str.isalnum, given))
    return isinstance(given, list | tuple | set | dict) and all(map(is_blank, given))


def read_answer(
    kind: str,
    given: Any,
    doc: Document,
    *,
    options: tuple[str, ...] = (),
    scope: tuple[int, int] | None = None,
) -> Given:
    """An answer to a task of a kind.

    >>> from analysis.text.document import make_document
    >>> doc = make_document("“We stay,” she said.")
    >>> read_answer("passages", "We stay\\nshe says", doc).parts[1].canonical
    ()
    >>> read_answer("number", "about twelve", doc).problem
    'Write a number in digits, such as 12.'
    """
    lines = _lines(given)
    if sum(map(len, lines)) > LONGEST_ANSWER or len(lines) > MOST_PARTS:
        return Given((), "That is too much to check: give only what the task asks for.")
    if kind == NUMBER:
        return _read_number(given, lines)
    if kind == CHOICE:
        return _read_choice(lines, options)
    if kind == NAME:
        return Given(tuple(Part(line, (fold_name(line),)) for line in lines if fold_name(line)))
    if kind == PASSAGES:
        return Given(tuple(_read_passage(doc, line, scope) for line in lines))
    return Given(tuple(Part(line, ()) for line in lines))


def fold_name(name: str) -> str:
    """A name as answers are compared: without case, titles, marks and possessive.

    >>> fold_name("Sister Quillan’s"), fold_name("the ministry")
    ('quillan', 'ministry')
    """
    start, end = trim(name, 0, len(name))
    folded = " ".join(fold_marks(name[start:end]).casefold().split())
    return _TITLE.sub("", folded.removesuffix("'s"))


def _lines(given: Any) -> list[str]:
    """The lines of an answer, whatever it was given as."""
    if isinstance(given, Mapping):
        items: Iterable[Any] = (f"{key} = {value}" for key, value in given.items())
    else:
        items = given if isinstance(given, list | tuple | set) else [given]
    lines = [line for item in items if not isinstance(item, bytes) for line in str(item).splitlines()]
    return [text for line in lines if not is_blank(text := _BULLET.sub("", line).strip())]


def _read_passage(doc: Document, line: str, scope: tuple[int, int] | None) -> Part:
    places = find_passage(doc, line, scope)
    return Part(line, tuple(canonical_span(doc.text, start, end) for start, end in places))


def _read_number(given: Any, lines: list[str]) -> Given:
    try:
        text = lines[0].replace(",", "").strip().rstrip("%").strip() if lines else ""
        number = float(given) if isinstance(given, int | float) else float(text)
    except (ValueError, OverflowError):
        number = math.nan
    if not math.isfinite(number) or abs(number) > 1e9:
        return Given((), "Write a number in digits, such as 12.")
    return Given((Part(f"{number:g}", (str(math.floor(number + 0.5)),)),))


def _read_choice(lines: list[str], options: tuple[str, ...]) -> Given:
    """An option by its words, its beginning, or its letter."""
    said = lines[0].casefold().strip(" .)") if len(lines) == 1 else ""
    letters = {chr(ord("a") + place): option for place, option in enumerate(options)}
    matching = [option for option in options if option.casefold() == said] or [
        option for option in options if said and option.casefold().startswith(said)
    ]
    if said in letters and len(matching) != 1:
        matching = [letters[said]]
    if len(matching) != 1:
        return Given((), f"Choose one of these, by its words or its letter: {_list(options)}.")
    return Given((Part(matching[0], (matching[0].casefold(),)),))


def _list(options: tuple[str, ...]) -> str:
    return "; ".join(f"{chr(ord('a') + place)}) {option}" for place, option in enumerate(options))
