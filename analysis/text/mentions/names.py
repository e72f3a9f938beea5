"""Names as they stand in a text: title, name, kind, and the acronym behind them."""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from analysis.text.document import Document, once
from analysis.text.making import maker
from analysis.text.mentions.acronyms import find_acronyms, is_introduced
from analysis.text.mentions.habits import surfaces, writes_small
from analysis.text.mentions.name_parts import OFFICES, PARTS, office_before
from analysis.text.mentions.runs import find_runs


class Name(NamedTuple):
    """A name as it stands: title, then the name's own words without possessive endings."""

    start: int  # of the title, where there is one
    end: int
    title: str
    words: tuple[str, ...]
    kind: str
    sentence: int
    written: str  # the name without its title, as it stands
    places: range  # numbers of the words, those of the title too
    acronym: str  # the acronym in parentheses behind it, or ""


_name = maker(Name)


@once
def find_names(doc: Document) -> tuple[Name, ...]:
    """All names of a document, sorted by place."""
    names: list[Name] = []
    acronyms = find_acronyms(doc)
    known, starts, text = surfaces(doc), doc.words.starts, doc.text
    for number, first, last in find_runs(doc):
        if known[first] in OFFICES:
            first += office_before(known, first, last)
        for begin, cut, stop, title, words, kind, may_be_common in PARTS[known[first : last + 1]]:
            start = starts[first + begin]
            if may_be_common and _common_noun(doc, start, words) and not is_introduced(words, acronyms):
                continue
            end = starts[first + stop - 1] + len(known[first + stop - 1])
            written = text[starts[first + cut] : end]
            if stop - cut > 1:
                written = " ".join(written.split())
            places = range(first + begin, first + stop)
            names.append(_name((start, end, title, words, kind, number, written, places, "")))
    return tuple(_with_long_forms(doc, names, acronyms))


def _with_long_forms(doc: Document, names: list[Name], phrases: dict[str, tuple[int, int]]) -> list[Name]:
    """Phrases with an acronym behind them are one name, whatever names they hold."""
    if not phrases:
        return names
    long = sorted((start, end, acronym) for acronym, (start, end) in phrases.items())
    starts = [name.start for name in names]
    kept: list[Name] = []
    position = 0  # in names
    for start, end, acronym in long:
        first, behind = bisect_left(starts, start), bisect_left(starts, end)
        if (
            first < position
            or (first and names[first - 1].end > start)
            or (behind and names[behind - 1].end > end)
        ):
            continue  # it begins or ends inside another name
        words = tuple(doc.folded[start:end].split())
        sentence = doc.sentences.holding(start) or 0
        kept.extend(names[position:first])
        written = " ".join(doc.text[start:end].split())
        places = doc.words.inside(start, end)
        kept.append(Name(start, end, "", words, "organization", sentence, written, places, acronym))
        position = behind
    return kept + names[position:]


def _common_noun(doc: Document, start: int, words: tuple[str, ...]) -> bool:
    """Whether a capital only honors a word that the text also writes small: *the 1988 Fire*."""
    if not " ".join(words).isupper():  # MY HEDGE
        before = doc.folded[max(0, start - 12) : start].split()[-1:]
        if not before or not (before[0].lower() in ("the", "this", "a") or before[0].isdigit()):
            return False
    return all(writes_small(doc, word.lower()) for word in words)
