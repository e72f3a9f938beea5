"""One thing over and over: twice the text costs about twice the work, whatever is repeated.

`make test` counts lines of code on small texts, so that no clock decides; `make fuzz` takes the time of
large ones.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path
from random import Random
from types import FrameType
from typing import Any

import pytest

import analysis
from analysis.findings.annotation import annotate
from analysis.text.document import make_document

PACKAGE = str(Path(analysis.__file__).parent)

# Twice the text may cost so many times as much: linear is 2, and quadratic 4.
MORE_WORK = 2.2
MORE_TIME = 3.0
TRIES = 3  # a busy machine can spoil one of them

SMALL = 2_000  # characters
LEAST = 1_000_000
LARGEST = 10_000_000
LARGEST_OF_WORDS = 2_000_000  # with a word or a paragraph every few characters: a gigabyte of findings

ONE_SIGN = (
    "'", '"', "“", "”", "‘", "’", "«", "»", "„", ".", ",", ":", ";", "!", "?", "(", ")", "[", "-", "–", "—",
    "…", "/", "&", "$", "*", "_", "#", " ", "\n", "\t", "\u0301", "\u200b", "\u202e", "\ud800", "\0", "🙂",
    "a", "S", "1", "é", "ß", "İ", "中",
)  # fmt: skip
RUN_TOGETHER = {"hyphens": "a-", "initials": "U.S.", "apostrophes": "a'", "opened": "“‘"}
WORDS = {
    "lines": "a,\n", "paragraphs": "a,\n\n", "commas": "a,", "stops": "a. ", "opened words": "“a ",
    "quotations": "“a,” she said. ", "names": "Ada Brook ", "reports": "She said that ",
    "told": "Ada told him that ", "calls": "We must act and ", "nots": "not ",
}  # fmt: skip
NESTED = "nested"
PIECES = {ascii(sign): sign for sign in ONE_SIGN} | RUN_TOGETHER | WORDS
FLOODS = (*PIECES, NESTED)


def make_flood(name: str, size: int) -> str:
    """A text of about so many characters."""
    if name == NESTED:
        return "“‘" * (size // 4) + "a" + "’”" * (size // 4)
    return PIECES[name] * (size // len(PIECES[name]))


def read(text: str) -> object:
    return annotate(make_document(text))


def count_work(read: Callable[[str], object], text: str) -> int:
    """Lines of the project that are run while a text is read: the same number on any machine."""
    n_lines = 0

    def trace(frame: FrameType, _: str, __: object) -> Any:
        nonlocal n_lines
        n_lines += 1
        return trace if frame.f_code.co_filename.startswith((PACKAGE, __file__)) else None

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        read(text)
    finally:
        sys.settrace(before)
    return n_lines


def take_time(read: Callable[[str], object], text: str) -> float:
    """Seconds of this process's own work."""
    begin = time.process_time()
    read(text)
    return time.process_time() - begin


def check_large_flood(seed: int) -> str:
    """Read a large text and one twice as large; what was read, in a few words, for `make fuzz`.

    Raises:
        AssertionError: it cost too many times as much, each time it was tried.
    """
    random = Random(seed)
    name = random.choice(FLOODS)
    size = random.randint(LEAST // 2, (LARGEST_OF_WORDS if name in WORDS else LARGEST) // 2)
    told = f"{size:,} characters of {name}, and twice as many"
    assert_time_grows_with_the_text(read, make_flood(name, size), make_flood(name, 2 * size), told)
    return told


def assert_time_grows_with_the_text(read: Callable[[str], object], once: str, twice: str, told: str) -> None:
    read(once[:SMALL])  # lists and models are loaded
    growth = []
    for _ in range(TRIES):
        growth.append(take_time(read, twice) / take_time(read, once))
        if growth[-1] <= MORE_TIME:
            return
    raise AssertionError(f"{told}: {', '.join(f'{times:.1f}' for times in growth)} times the time")


@pytest.mark.parametrize("name", FLOODS)
def test_twice_the_flood_is_twice_the_work(name: str) -> None:
    once, twice = make_flood(name, SMALL), make_flood(name, 2 * SMALL)
    read(twice)  # spellings are remembered from now on
    assert count_work(read, twice) <= MORE_WORK * count_work(read, once)


def look_back_from_each_sign(text: str) -> int:
    found = 0
    for place in range(len(text)):
        for before in range(place):
            found += text[before] == "("
    return found


def test_a_search_from_each_sign_to_the_beginning_is_told_by_its_work() -> None:
    once, twice = (count_work(look_back_from_each_sign, "a" * size) for size in (200, 400))
    assert twice > 3.9 * once


@pytest.mark.parametrize(
    ("times", "told"),
    [
        ([20.0, 10.0], None),
        ([40.0, 10.0, 20.0, 10.0], None),  # the machine was busy
        ([40.0, 10.0, 38.0, 10.0, 41.0, 10.0], "of a: 4.0, 3.8, 4.1 times the time"),
    ],
)
def test_only_a_growth_that_stays_is_told(
    times: list[float], told: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken = iter(times)
    monkeypatch.setattr(f"{__name__}.take_time", lambda *_: next(taken))
    with pytest.raises(AssertionError) if told else nullcontext() as raised:
        assert_time_grows_with_the_text(read, "a", "aa", "of a")
    assert (raised and str(raised.value)) == told


def test_the_work_is_counted_alike_each_time() -> None:
    text = make_flood("quotations", SMALL)
    read(text)
    assert count_work(read, text) == count_work(read, text) > len(text)


@pytest.mark.parametrize("seed", range(3))
def test_a_seed_draws_one_flood(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(f"{__name__}.take_time", lambda *_: 1.0)
    assert check_large_flood(seed) == check_large_flood(seed)
