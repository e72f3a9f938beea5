"""Names: stretches of words with capitals, cut into titles and the name itself."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from analysis.text.document import Document
from analysis.text.phrases import TIMES
from analysis.text.tagging import TITLE_SHARE, common_words, function_words, tag_sentence
from analysis.text.wordlists import (
    load_given_names,
    load_organization_words,
    load_places,
    load_roles,
)

_PARTICLES = "de la van von der den bin al el da di du le ibn dos del ten ter"
PARTICLES = frozenset(_PARTICLES.split())
_SHORT_TIMES = "jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri sat sun"
SHORT_TIMES = frozenset(_SHORT_TIMES.split())
CONNECTORS = PARTICLES | {"of", "the"}
SUFFIXES = frozenset(["Jr", "Sr", "II", "III", "IV"])
# Words with a capital that name nobody.
NO_NAME = frozenset(
    [
        "I",
        "I'm",
        "I've",
        "I'll",
        "I'd",
        "OK",
        "TV",
        "CEO",
        "MP",
        "God",
        "Internet",
        "PM",
        "AM",
        "A",
    ]
)
KIND_OF_PLACE = {"seat": "organization", "people": "people"}
ACRONYM = 6  # letters, at most
# Words between a parenthesis and the first word that its acronym stands for, at most.
ACRONYM_REACH = 14


@dataclass(frozen=True, slots=True)
class Name:
    """A name as it stands: title, then the name's own words without possessive endings."""

    start: int  # of the title, where there is one
    end: int
    core_start: int
    title: str
    words: tuple[str, ...]
    kind: str
    sentence: int
    acronym: str = ""  # the acronym in parentheses behind it


def find_names(doc: Document) -> list[Name]:
    """All names of a document, sorted by place."""
    habits = _habits(doc)
    names: list[Name] = []
    for number, sentence in enumerate(doc.sentences):
        tags = tag_sentence(doc, number)
        for first, last in _runs(doc, tags, sentence.start, sentence.end, habits):
            for name in _names_of_run(doc, number, first, last):
                if not _common_noun(doc, name, habits):
                    names.append(name)
    return _with_long_forms(doc, names)


def _with_long_forms(doc: Document, names: list[Name]) -> list[Name]:
    """Phrases with an acronym behind them are one name, whatever names they hold."""
    phrases = find_acronyms(doc)
    if not phrases:
        return names
    long = sorted((start, end, acronym) for acronym, (start, end) in phrases.items())
    starts = [name.start for name in names]
    kept: list[Name] = []
    position = 0  # in names
    for start, end, acronym in long:
        first, behind = bisect_left(starts, start), bisect_left(starts, end)
        if first < position or (first and names[first - 1].end > start) or names[behind - 1].end > end:
            continue  # it begins or ends inside another name
        words = tuple(doc.folded[start:end].split())
        sentence = doc.sentences.holding(start) or 0
        kept.extend(names[position:first])
        kept.append(Name(start, end, start, "", words, "organization", sentence, acronym))
        position = behind
    return kept + names[position:]


def _common_noun(doc: Document, name: Name, habits: _Habits) -> bool:
    """Whether a capital only honors a word that the text also writes small: *the 1988 Fire*."""
    small = [word.lower() in habits.common for word in name.words]
    if " ".join(name.words).isupper() and all(small):
        return True  # MY HEDGE
    if name.kind != "unknown" or len(name.words) > 1 or not small[0]:
        return False
    before = doc.folded[max(0, name.start - 12) : name.start].split()
    return bool(before) and (before[-1].lower() in ("the", "this", "a") or before[-1].isdigit())


def surface_of(doc: Document, word: int) -> str:
    """A word with straight marks, without a possessive ending or the rest of a contraction."""
    start = doc.words.starts[word]
    return doc.folded[start : end_of(doc, word)]


def end_of(doc: Document, word: int) -> int:
    """Where a word ends without a possessive ending or the rest of a contraction."""
    start, end = doc.words[word]
    cut = doc.folded.find("'", start + 1, end)
    if cut > start and doc.folded[cut:end].lower() in (
        "'s",
        "'ll",
        "'d",
        "'re",
        "'ve",
        "'m",
        "'",
    ):
        return cut
    return end


def _capital(surface: str) -> bool:
    if surface[:3] in ("al-", "el-") and surface[3:4].isupper():
        return True
    if not surface[0].isupper() or surface in NO_NAME:
        return False
    if surface.lower() in TIMES or surface.lower() in SHORT_TIMES:
        return False
    # U.S.-backed, Clinton-style describe; Clinton-Kaine and Al-Qaeda name
    return "-" not in surface or surface.rsplit("-", 1)[1][:1].isupper() or surface in load_roles()


@dataclass(frozen=True, slots=True)
class _Habits:
    """How this text writes its words."""

    names: frozenset[str]  # have a capital inside a sentence too, where it means a name
    common: frozenset[str]  # stand without a capital somewhere


def _habits(doc: Document) -> _Habits:
    names: set[str] = set()
    for start, end in doc.sentences:
        words = doc.words.inside(start, end)
        if not _is_title(doc, words):
            found = (surface_of(doc, word) for word in words[1:] if _inside(doc, word))
            names.update(surface for surface in found if _capital(surface))
    common = {doc.text[a:b] for a, b in doc.words if doc.text[a].islower()}
    return _Habits(frozenset(names), frozenset(common) | common_words())


def _inside(doc: Document, word: int) -> bool:
    """Whether a word stands inside a clause: neither a colon nor an opening mark before it."""
    gap = doc.folded[doc.words.ends[word - 1] : doc.words.starts[word]].strip()
    return gap in ("", ",", "-", "--", "–", "(", ".") or (gap == "." and len(doc.keys[word - 1]) < 4)


def _is_title(doc: Document, words: range) -> bool:
    letters = [doc.text[doc.words.starts[w]] for w in words if doc.words.ends[w] - doc.words.starts[w] > 3]
    return len(letters) > 2 and sum(c.isupper() for c in letters) > TITLE_SHARE * len(letters)


def _runs(
    doc: Document, tags: tuple[str, ...], start: int, end: int, habits: _Habits
) -> Iterator[tuple[int, int]]:
    """First and last word of each stretch of name words in one sentence."""
    words = doc.words.inside(start, end)
    title = _is_title(doc, words)
    place = words.start
    while place < words.stop:
        if not _begins(doc, tags, place, words, habits, title):
            place += 1
            continue
        last = place
        while (following := _next(doc, place, last, words.stop)) is not None:
            if title and not _known(surface_of(doc, following), habits):
                break
            last = following
        yield place, last
        place = last + 1


def _known(surface: str, habits: _Habits) -> bool:
    """Whether a capital means a name even where every word has one."""
    return surface in habits.names or surface in load_given_names() or surface in load_places()


@cache
def _no_names() -> frozenset[str]:
    """Words that begin no name: the, two, where; but not Will."""
    return function_words() - {name.lower() for name in load_given_names()}


def _begins(
    doc: Document,
    tags: tuple[str, ...],
    word: int,
    words: range,
    habits: _Habits,
    title: bool,
) -> bool:
    surface = surface_of(doc, word)
    if surface in PARTICLES and word + 1 < words.stop and _joined(doc, word):
        return surface not in ("la", "le", "al", "the") and _capital(surface_of(doc, word + 1))
    if not _capital(surface):
        return False
    if surface.lower() in _no_names() and not (surface.isupper() and 2 < len(surface) < ACRONYM):
        return False
    if not title and word > words.start and _inside(doc, word):
        return True
    if _known(surface, habits):
        return True
    if title:
        return False
    small = surface.lower() in habits.common
    followed = word + 1 < words.stop and _joined(doc, word)
    if surface.isupper() and 2 <= len(surface.replace(".", "")) <= ACRONYM:
        after = surface_of(doc, word + 1) if followed else ""
        return not small or (after.isupper() and after.lower() not in habits.common)  # PORT MERROW
    if surface in load_roles() and followed and _capital(surface_of(doc, word + 1)):
        return True
    return not small and tags[word - words.start] in ("NNP", "NNPS")


def _next(doc: Document, first: int, last: int, stop: int) -> int | None:
    """The next word of a name that goes on, over "of the", "de", or the stop of an initial."""
    if end_of(doc, last) != doc.words.ends[last] or last + 1 >= stop or not _joined(doc, last):
        return None
    surface = surface_of(doc, last + 1)
    if _capital(surface) and surface != "The":
        return last + 1
    step = last + 1
    if surface == "of" and not _takes_of(doc, first, last):
        return None
    while step < stop and step - last <= 2 and surface_of(doc, step) in CONNECTORS and _joined(doc, step - 1):
        step += 1
    if step == last + 1 or step >= stop or not _joined(doc, step - 1) or surface == "the":
        return None
    return step if _capital(surface_of(doc, step)) else None


def _takes_of(doc: Document, first: int, last: int) -> bool:
    words = load_organization_words()
    return any(surface_of(doc, word) in words for word in range(first, last + 1))


def _joined(doc: Document, word: int) -> bool:
    """Whether only white space on one line, or the stop of an abbreviation, divides it from the next."""
    gap = doc.text[doc.words.ends[word] : doc.words.starts[word + 1]]
    if gap.isspace():
        return True
    surface = doc.text[doc.words.starts[word] : doc.words.ends[word]]
    return gap.strip() == "." and (len(surface) < 4 or surface in load_roles()) and surface[0].isupper()


def _names_of_run(doc: Document, number: int, first: int, last: int) -> Iterator[Name]:
    """The name or names of one run: *Senate Committee Chairman Ann Lee* holds two."""
    surfaces = [surface_of(doc, word) for word in range(first, last + 1)]
    roles, places = load_roles(), load_places()
    whole = " ".join(surfaces)
    if all(surface in roles for surface in surfaces) and surfaces[-1] not in load_given_names():
        return  # the President, the Attorney General: a role, not a name
    if len(surfaces) == 1 and places.get(whole) == "part":
        return  # the Street, the Town
    if len(surfaces) == 1 and whole.endswith("s") and whole[:-1].lower() in roles:
        return  # Republicans: a group
    cut = 0
    if places.get(whole) is None and not _organization(surfaces):
        for place in range(len(surfaces) - 1):
            if surfaces[place] in roles or surfaces[place].removesuffix("s") in roles:
                cut = place + 1
    title_from = cut
    while title_from and (surfaces[title_from - 1] in roles or " ".join(surfaces[:title_from]) in roles):
        title_from -= 1
    if title_from > 0 and cut and _kind(surfaces[:title_from], "") == "unknown":
        title_from = 0  # Shadow Home Secretary
    if title_from > 0:
        before = surfaces[:title_from]
        if kind := _kind(before, ""):
            end = end_of(doc, first + title_from - 1)
            start = doc.words.starts[first]
            yield Name(start, end, start, "", tuple(before), kind, number)
    title = " ".join(surfaces[title_from:cut])
    words = surfaces[cut:]
    kind = _kind(words, title)
    if kind == "people" and len(words) == 1 and not words[0].endswith("s"):
        return  # Iranian: describes what follows
    start = doc.words.starts[first + title_from]
    end = end_of(doc, last)
    yield Name(start, end, doc.words.starts[first + cut], title, tuple(words), kind, number)


def _organization(words: list[str]) -> bool:
    """Whether the head of a name is a word for an organization: *Bank of Hull*, *Hull Post*."""
    head = words[: words.index("of")] if "of" in words else words
    return len(words) > 1 and (
        head[-1] in load_organization_words() or words[-1] in load_organization_words()
    )


def _kind(words: list[str], title: str) -> str:
    """Person, organization, place, people, acronym or unknown."""
    whole = " ".join(words)
    places = load_places()
    if title:
        return "person"
    if whole in places:
        return KIND_OF_PLACE.get(places[whole], "place")
    if len(words) == 1 and whole.endswith("s") and places.get(whole[:-1]) == "people":
        return "people"
    if len(words) > 1 and places.get(words[-1]) == "part":
        return "place"
    if _organization(words) or words[-1].removesuffix(".") in (
        "Inc",
        "Corp",
        "Ltd",
        "LLC",
        "Co",
    ):
        return "organization"
    if len(words) == 1:
        bare = whole.replace(".", "")
        if whole.isupper() and 2 <= len(bare) <= ACRONYM:
            return "acronym"
        if whole in load_organization_words():
            return "organization"
        return "given" if whole in load_given_names() else "unknown"
    if words[0] in load_given_names() or any(len(word.strip(".")) == 1 for word in words[:-1]):
        return "person"
    return "unknown"


def find_acronyms(doc: Document) -> dict[str, tuple[int, int]]:
    """Acronyms in parentheses, with the phrase in front of them that they stand for.

    *Justice for the Victims of the Fire in Hull (JVFH)*: J, V, F and H begin words in front of it.
    """
    found: dict[str, tuple[int, int]] = {}
    for word in range(1, len(doc.words)):
        start, end = doc.words[word]
        acronym = doc.text[start:end].replace(".", "")
        if not (acronym.isupper() and 2 <= len(acronym) <= ACRONYM and acronym not in found):
            continue
        if doc.text[start - 1 : start] != "(" or doc.text[end : end + 1] != ")":
            continue
        letters = list(acronym)
        for back in range(word - 1, max(-1, word - 1 - ACRONYM_REACH), -1):
            if doc.text[doc.words.starts[back]] == letters[-1]:
                letters.pop()
                if not letters:
                    found[acronym] = (doc.words.starts[back], end_of(doc, word - 1))
                    break
    return found
