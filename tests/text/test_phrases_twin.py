"""Phrases read from letters are those that are found word by word."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.text.document import Document, make_document
from analysis.text.library import DATA
from analysis.text.phrase_letters import (
    BE,
    DAYS,
    GOVERNED,
    HAVE,
    NAME_TAGS,
    NOUN_TAGS,
    STANDALONE,
    is_possessive,
)
from analysis.text.phrases import (
    LINKS_OF_KINDS,
    LONG_APPOSITION,
    OPENINGS_OF_APPOSITIONS,
    PARENTHESIS,
    TIMES,
    NounPhrase,
    find_noun_phrases,
)
from analysis.text.tagging import tag_sentence
from analysis.text.wordlists import role_of

MODIFIER_TAGS = frozenset(["JJ", "JJR", "JJS", "CD", "VBN", "VBG"])
OPENING_TAGS = frozenset(["DT", "PRP$", "PDT", "WP$"])
PRONOUN_TAGS = frozenset(["PRP", "WP", "WDT"])
_WORDS = """
The the a Ann Lee Lee's mayor mayor's union dockers' head of by for from said has had been passed burning
killed never long bitter, new chief executive, executive five 5 all such some others this that most she who
Monday Monday, May week Corp., Acme (Lab.) (a nurse) nurse, a former president, Hull, Hull. council. strike
their his quite most. villages, he's Lee'll today is striking “the mayor” — and, workers ALL HAS OTHERS
"""


def same_phrases(text: str) -> bool:
    doc = make_document(text)
    return all(find_noun_phrases(doc, n) == find_slowly(doc, n) for n in range(len(doc.sentences)))


@pytest.mark.parametrize("number", range(0, 18, 3))
def test_a_text_has_the_phrases_that_are_found_word_by_word(number: int) -> None:
    files = sorted((DATA / "texts").glob("*.txt"))
    assert same_phrases(files[number % len(files)].read_text(encoding="utf-8"))


@settings(max_examples=200)
@given(st.lists(st.sampled_from(_WORDS.split()), max_size=40).map(" ".join))
def test_any_row_of_words_has_the_phrases_that_are_found_word_by_word(text: str) -> None:
    assert same_phrases(text)


class _Chunk(NamedTuple):
    first: int  # places of words in the sentence
    last: int
    kind: str


def find_slowly(doc: Document, index: int) -> list[NounPhrase]:
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
            links = LINKS_OF_KINDS[chunk.kind]
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
    if (one.kind == "common" and two.kind == "common") or two.kind in ("time", "pronoun"):
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
