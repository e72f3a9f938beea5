"""Noun phrases of a sentence, from its tags: who or what may be the subject of a verb."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from analysis.text.document import Document, once
from analysis.text.tagging import tag_sentence
from analysis.text.wordlists import role_of

NAME_TAGS = frozenset(["NNP", "NNPS"])
NOUN_TAGS = NAME_TAGS | {"NN", "NNS"}
MODIFIER_TAGS = frozenset(["JJ", "JJR", "JJS", "CD", "VBN", "VBG"])
OPENING_TAGS = frozenset(["DT", "PRP$", "PDT", "WP$"])
PRONOUN_TAGS = frozenset(["PRP", "WP", "WDT"])

# Alone, without a noun, these stand for people too: "some say", "many fear", "others doubt".
_STANDALONE = """
some many few most others another several all both each neither none one those these this that
"""
STANDALONE = frozenset(_STANDALONE.split())
_TIMES = """
monday tuesday wednesday thursday friday saturday sunday january february march april may june july
august september october november december today yesterday tomorrow tonight morning afternoon
evening night noon week month year weekend day time spring summer autumn fall winter
"""
TIMES = frozenset(_TIMES.split())
DAYS = frozenset(_TIMES.split()[:7]) | {"today", "yesterday", "tomorrow", "tonight"}
# What follows these belongs to the phrase: "the head of the union", "a spokesman for the port".
LINKS = frozenset(["of", "by", "for", "at", "in", "from", "with", "on", "against", "to"])
LINKS_OF_NAMES = frozenset(["of", "from"])
OPENINGS_OF_APPOSITIONS = frozenset(["a", "an", "the", "his", "her", "their", "its", "former", "one"])
BE = frozenset(["is", "are", "was", "were", "be", "been", "am"])
HAVE = frozenset(["has", "have", "had", "having"])
# A form in -ing behind these is a verb, where it may describe behind *of* and *for*.
GOVERNED = frozenset(["by", "without", "before", "after", "while", "when", "from", "than", "since", "until"])
LONG_APPOSITION = 120  # characters from its noun to the comma that closes it
PARENTHESIS = 40  # characters: (D-Nev.), (JVMI), not an aside


class NounPhrase(NamedTuple):
    """A noun phrase: ``text[start:end]`` with its own modifiers, to ``full_end`` with what follows.

    Attributes:
        head_start, head_end: the head, the last noun: *spokesman* in "the union's spokesman for the port";
            of a name the last word.
        kind: name, common, pronoun or time ("Monday", "last week").
        tag: the Penn tag of the head.
        full_end: with "of …", "for …", a parenthesis and an apposition: "Ann Lee (Lab.), the mayor of Hull".
    """

    start: int
    end: int
    surface: str
    head_start: int
    head_end: int
    kind: str
    tag: str
    full_end: int


class _Chunk(NamedTuple):
    first: int  # places of words in the sentence
    last: int
    kind: str


def find_noun_phrases(doc: Document, index: int) -> list[NounPhrase]:
    """Noun phrases of one sentence, in order; they do not overlap, their full ends may.

    Limits: names joined by *and* are phrases of their own (*Ann Lee and Bob Roe*); relative clauses are
    left out (*the woman who called*); what follows *in* or *for* may belong to the verb (*said Lee in Hull*).

    >>> from analysis.text.document import make_document
    >>> doc = make_document("The mayor of Hull, Ann Lee, said that she had met the dockers on Monday.")
    >>> for phrase in find_noun_phrases(doc, 0):
    ...     print(phrase.kind, "-", phrase.surface + "|" + doc.text[phrase.end : phrase.full_end])
    common - The mayor| of Hull, Ann Lee
    name - Hull|
    name - Ann Lee|
    pronoun - she|
    common - the dockers|
    time - Monday|
    """
    known = _kept_phrases(doc)
    if index not in known:
        known[index] = tuple(_find_noun_phrases(doc, index))
    return list(known[index])


@once
def _kept_phrases(doc: Document) -> dict[int, tuple[NounPhrase, ...]]:
    """Phrases by number of sentence; `find_noun_phrases` keeps here what it has read once."""
    return {}


def _find_noun_phrases(doc: Document, index: int) -> list[NounPhrase]:
    words = doc.sentence_words[index]
    tags = tag_sentence(doc, index)
    chunks = list(_chunks(doc, words, tags))
    full_ends = _full_ends(doc, words, chunks, doc.sentences.ends[index])
    phrases = []
    for chunk, full_end in zip(chunks, full_ends, strict=True):
        start, end = doc.words.starts[words[chunk.first]], _end(doc, words[chunk.last])
        head = doc.words[words[chunk.last]]
        phrases.append(
            NounPhrase(
                start, end, doc.text[start:end], head.start, min(head.end, end), chunk.kind, tags[chunk.last],
                max(end, full_end),
            )
        )  # fmt: skip
    return phrases


def is_possessive(key: str) -> bool:
    """Whether a word (lower case, straight marks) is a possessive: Ann's, the dockers'."""
    return key.endswith(("'s", "s'"))


def _end(doc: Document, word: int) -> int:
    """Where a word ends without a possessive ending or the rest of a contraction (he’s, Lee’ll)."""
    start, end = doc.words.starts[word], doc.words.ends[word]
    if "'" not in doc.keys[word]:
        return end
    cut = doc.folded.find("'", start + 2, end)
    if cut < 0:
        return end
    rest = doc.folded[cut:end].lower()
    return cut if rest in ("'s", "'ll", "'d", "'re", "'ve", "'m", "'") else end


def _joined(doc: Document, word: int) -> bool:
    """Whether only white space, or the stop of an abbreviation (Mr. Lee), divides a word from the next."""
    return doc.gaps[word] in ("", ".")


def _chunks(doc: Document, words: range, tags: tuple[str, ...]) -> Iterator[_Chunk]:
    """Determiner, modifiers, nouns; or a pronoun. A possessive begins a phrase or goes on with it."""
    place = 0
    while place < len(tags):
        if _governs(doc, words, tags, place):
            place += 1
            continue
        begin = place
        last_noun = -1
        seen_noun = False
        while place < len(tags):
            tag, key = tags[place], doc.keys[words[place]]
            if place > begin and not _joined(doc, words[place - 1]) and not _listed(doc, words, tags, place):
                break
            if place > begin and (key in DAYS or doc.keys[words[place - 1]] in DAYS):
                break  # "said Monday", "on Monday Mr. Lee"
            if tag in NOUN_TAGS or (tag == "JJ" and place > begin and _acts(doc, words, tags, place)):
                seen_noun = True
                last_noun = -1 if is_possessive(key) else place
            elif tag in OPENING_TAGS:
                if place > begin and tags[place - 1] != "PDT" and key not in STANDALONE:
                    break
                if place > begin and seen_noun:
                    break
            elif tag in MODIFIER_TAGS:
                if seen_noun and last_noun >= 0 and tag not in ("CD", "JJ"):
                    break
                if last_noun >= 0 and not _noun_follows(doc, words, tags, place):
                    break
            elif not (tag == "RB" and place > begin and tags[place - 1] in OPENING_TAGS):
                break
            place += 1
        if last_noun >= 0:
            yield _Chunk(begin, last_noun, _kind(doc, words, tags, begin, last_noun))
            place = last_noun + 1
        elif seen_noun:  # "the dockers' " with no noun behind it
            last = next(n for n in range(place - 1, begin - 1, -1) if tags[n] in NOUN_TAGS)
            yield _Chunk(begin, last, _kind(doc, words, tags, begin, last))
            place = last + 1
        else:
            place = max(place, begin + 1)
            for alone in range(begin, place):
                tag = tags[alone]
                if tag in PRONOUN_TAGS or (tag != "IN" and doc.keys[words[alone]] in STANDALONE):
                    yield _Chunk(alone, alone, "pronoun")


def _governs(doc: Document, words: range, tags: tuple[str, ...], place: int) -> bool:
    """Whether a participle is the verb of the phrase behind it: *by burning villages*, *has passed laws*.

    *Striking workers* and *a resettled family* are phrases whose participle describes.
    """
    if tags[place] not in ("VBG", "VBN") or not place or place + 1 >= len(tags):
        return False
    if not _joined(doc, words[place - 1]) or not _joined(doc, words[place]):
        return False
    before = doc.keys[words[place - 1]]
    if tags[place] == "VBG":
        return before in GOVERNED or before in BE
    subject = place - 1
    while subject > 0 and tags[subject] == "RB" and _joined(doc, words[subject - 1]):
        subject -= 1
    before = doc.keys[words[subject]]
    named = subject == place - 1 and tags[subject] in NOUN_TAGS and not is_possessive(before)
    past = named and tags[place + 1] in ("DT", "PRP", "PRP$", "NNP", "NNPS", "CD")
    return before.removesuffix("n't") in HAVE or past  # the regime jailed Ann Lee


def _noun_follows(doc: Document, words: range, tags: tuple[str, ...], place: int) -> bool:
    """Whether a modifier between nouns is followed by a noun that it describes."""
    return place + 1 < len(tags) and tags[place + 1] in NOUN_TAGS and _joined(doc, words[place])


def _acts(doc: Document, words: range, tags: tuple[str, ...], place: int) -> bool:
    """Whether a word read as an adjective is who acts: *the chief executive, Ann Lee, said*."""
    role = role_of(doc.keys[words[place]])
    return role is not None and role.label == "role" and not _noun_follows(doc, words, tags, place)


def _listed(doc: Document, words: range, tags: tuple[str, ...], place: int) -> bool:
    """Whether a comma only divides two adjectives: a long, bitter strike."""
    gap = doc.gaps[words[place - 1]]
    described = tags[place] == "JJ" or _noun_follows(doc, words, tags, place)
    return gap == "," and tags[place - 1] == "JJ" and described and tags[place] in ("JJ", "NN", "VBN")


def _kind(doc: Document, words: range, tags: tuple[str, ...], first: int, last: int) -> str:
    key = doc.keys[words[last]]
    if key.removesuffix("s") in TIMES and not (key == "may" and last > first):
        return "time"
    capital = not doc.text[doc.words.starts[words[last]]].islower()
    return "name" if tags[last] in NAME_TAGS and capital else "common"


def _full_ends(doc: Document, words: range, chunks: list[_Chunk], sentence_end: int) -> list[int]:
    """Where each phrase ends with all that follows it; from right to left, so that ends add up."""
    after = {chunk.first: number for number, chunk in enumerate(chunks)}
    linked: list[int] = [0] * len(chunks)  # chunk number that ends the phrase with "of …", "for …"
    ends: list[int] = [0] * len(chunks)
    for number in range(len(chunks) - 1, -1, -1):
        chunk = chunks[number]
        linked[number] = number
        following = chunk.last + 1
        if chunk.kind in ("name", "common") and following + 1 < len(words):
            links = LINKS_OF_NAMES if chunk.kind == "name" else LINKS
            target = after.get(following + 1)
            key = doc.keys[words[following]]
            joined = _joined(doc, words[chunk.last])
            if key in links and joined and target is not None and chunks[target].kind != "time":
                linked[number] = linked[target]
        ends[number] = _after_parenthesis(doc, _end(doc, words[chunks[linked[number]].last]), sentence_end)
    for number, chunk in enumerate(chunks):
        other = linked[number] + 1
        named = chunk.kind in ("name", "common") and other < len(chunks)
        if named and _is_apposition(doc, words, chunks, number, other, ends, linked, sentence_end):
            ends[number] = ends[other]
    return ends


def _after_parenthesis(doc: Document, end: int, sentence_end: int) -> int:
    opening = end + 1
    if doc.text[end:opening] == " " and doc.text[opening : opening + 1] == "(":
        closing = doc.text.find(")", opening, min(sentence_end, opening + PARENTHESIS))
        return closing + 1 if closing >= 0 else end
    return end


def _is_apposition(
    doc: Document, words: range, chunks: list[_Chunk], number: int, other: int, ends: list[int],
    linked: list[int], sentence_end: int,
) -> bool:  # fmt: skip
    """Whether the phrase behind a comma says who the one before it is: *Ann Lee, the mayor,*."""
    one, two = chunks[number], chunks[other]
    if (one.kind == "common" and two.kind == "common") or two.kind in (
        "time",
        "pronoun",
    ):
        return False
    start = doc.words.starts[words[two.first]]
    if doc.text[ends[number] : start].strip() not in (",", ".,"):  # Acme Corp., a maker of ropes
        return False
    if one.kind == "name" and two.kind == "name" and doc.keys[words[two.first]] not in ("a", "an", "the"):
        return False
    if _closes(doc, ends[other], sentence_end):
        return True
    # Ann Lee, a nurse who saw the fire from her window, said: up to the comma
    opening = doc.keys[words[two.first]]
    if one.kind != "name" or (opening not in OPENINGS_OF_APPOSITIONS and not opening.endswith("'s")):
        return False
    comma = doc.text.find(",", ends[other], min(sentence_end, ends[other] + LONG_APPOSITION))
    if comma < 0 or any(mark in doc.text[ends[other] : comma] for mark in '.;:"“”—'):
        return False
    ends[other] = comma
    return True


def _closes(doc: Document, end: int, sentence_end: int) -> bool:
    """Whether a mark follows, so that what comes before it is complete."""
    behind = doc.text[end : min(sentence_end, end + 3)].strip()
    return not behind or behind[0] in ",.;:—–-)"
