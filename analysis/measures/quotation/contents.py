"""Where the content of a report begins, in its sentence."""

from __future__ import annotations

from typing import NamedTuple

from analysis.measures.quotation.clauses import is_clause, is_clause_behind_comma
from analysis.measures.quotation.cues import Cue
from analysis.measures.quotation.sentences import FINITE, Sentence

WH = frozenset(["whether", "how", "why", "what", "if", "who", "where", "when", "which"])
ADJUNCTS = frozenset(
    ["in", "at", "on", "during", "after", "to", "from", "before", "with", "through", "via", "over", "by"]
)
# what may begin a content in front of its main clause: said *although it rained, the port was safe*
CONCEDING = frozenset(["although", "though", "while", "despite", "unless"])
TELLING = frozenset(["tell", "assure", "remind", "inform", "notify", "brief"])
# Verbs whose listener stands right behind them: told reporters, reminded him.
_ADDRESSING = """
tell ask urge remind warn assure advise inform promise persuade convince instruct order request challenge
press threaten encourage
"""
ADDRESSING = frozenset(_ADDRESSING.split())
OBJECTS = frozenset(["VBG", "DT", "PRP$", "JJ", "CD", "NNP", "NN", "NNS"])
LATELY = frozenset(["late", "early", "last", "this"])
FAR = 14  # words between a verb and its "that" or marks: said in one of a series of messages that
MAX_SKIPPED = 4  # addressee, place and time between verb and content


class Content(NamedTuple):
    """Where a content begins, by which rule, and whether a mark or colon led to it."""

    start: int
    rule: str
    marked: bool


def find_content(sentence: Sentence, cue: Cue) -> Content | None:
    """The beginning of the content to the right of a verb, or None if none stands there."""
    word = cue.last + 1
    for _ in range(MAX_SKIPPED):
        gap = sentence.gaps[word - 1]
        if (sentence.speech.starts or gap == ":") and (led := _led_by_marks(sentence, cue, word - 1)):
            return led
        if gap or word not in sentence.words:
            return _that_behind_commas(sentence, cue)
        opens = cue.first == 0 and sentence.tags[cue.first] in ("VBD", "VBN", "VBZ")
        if opens and word == cue.last + 1 and (speaker := sentence.by_word.get(word)):
            word = sentence.word_from(speaker.full_end)  # Said Ann Lee: “…”
            continue
        if cue.lemma in TELLING and word == cue.last + 1 and (listener := sentence.by_word.get(word)):
            word = sentence.word_from(listener.end)
            continue
        if word == cue.last + 1 and (far := _far_that(sentence, cue)):
            return far
        found = _at_word(sentence, cue, word)
        if found is not None:
            return found
        after = _skip(sentence, cue, word)
        if after is None:
            break
        word = after
    far = _far_that(sentence, cue) if word != cue.last + 1 else None
    return far or _far_marks(sentence, cue) or _that_behind_commas(sentence, cue)


def _far_marks(sentence: Sentence, cue: Cue) -> Content | None:
    """said in a letter to the board, “…”"""
    if "paren" not in cue.takes or not sentence.speech.starts:
        return None
    for word in range(cue.last + 1, min(len(sentence.words), cue.last + FAR)):
        behind = sentence.behind(word)
        if sentence.tags[word] in FINITE:
            return None
        edge = sentence.ends[word]
        opening = sentence.marks_from(edge, edge + len(behind))
        if opening is not None:
            led = behind.strip()[:1] in (",", ":")
            return Content(opening, "verb-marks", True) if led else None
        if behind.strip():
            return None
    return None


def _far_that(sentence: Sentence, cue: Cue) -> Content | None:
    """said in one of a series of messages that …, told reporters that …"""
    first = cue.last + 1
    if "clause" not in cue.takes or "that" not in sentence.keys[first : cue.last + FAR]:
        return None
    adverbial = sentence.keys[first] in ADJUNCTS or sentence.tags[first] == "RB"
    if not (adverbial or cue.lemma in ADDRESSING or sentence.keys[first] in LATELY):
        phrase = sentence.by_word.get(first)
        if phrase is None or phrase.kind != "time":
            return None
    for word in range(cue.last + 1, min(len(sentence.words), cue.last + FAR)):
        if sentence.gaps[word - 1] or sentence.tags[word] in FINITE:
            return None
        if sentence.keys[word] == "that" and sentence.tags[word] == "IN":
            return _behind(sentence, word, "verb-that")
    return None


def _that_behind_commas(sentence: Sentence, cue: Cue) -> Content | None:
    """explains, in a dry tone, that …: between two commas, without a verb"""
    if "clause" not in cue.takes or sentence.gaps[cue.last] != ",":
        return None
    for word in range(cue.last + 1, min(len(sentence.words) - 1, cue.last + FAR)):
        behind = sentence.gaps[word]
        if sentence.tags[word] in FINITE or behind not in ("", ","):
            return None
        if behind == ",":
            led = sentence.keys[word + 1] == "that"
            return _behind(sentence, word + 1, "verb-that") if led else None
    return None


def _led_by_marks(sentence: Sentence, cue: Cue, word: int) -> Content | None:
    """said: “…”, said, “…”, said “…”"""
    text, edge, between = sentence.doc.text, sentence.ends[word], sentence.behind(word)
    folded = between.strip()
    opening = sentence.marks_from(edge, edge + len(between) + 1)
    if opening is not None and sentence.gap(edge, opening) in ("", ",", ":", "—", "-"):
        return Content(opening, "verb-colon-marks" if ":" in between else "verb-marks", True)
    if folded == ":" and "paren" in cue.takes and cue.attribution != "thought":
        start = edge + between.index(":") + 1
        start += len(text[start : sentence.end]) - len(text[start : sentence.end].lstrip())
        return Content(start, "verb-colon", True) if start < sentence.end else None
    return None


def _at_word(sentence: Sentence, cue: Cue, word: int) -> Content | None:
    start = sentence.starts[word]
    key = sentence.keys[word]
    direct = word == cue.last + 1
    if (
        key == "that"
        and "clause" in cue.takes
        and (sentence.tags[word] != "DT" or word + 1 in sentence.words)  # not: she said that.
    ):
        return _behind(sentence, word, "verb-that")
    if key in WH and cue.takes & {"wh", "clause"}:
        return Content(start, "verb-question", False)
    if key == "not" and sentence.keys[word + 1] == "to" and "to" in cue.takes:
        return Content(start, "verb-infinitive", False)
    if key == "to" and "to" in cue.takes and sentence.tags[word + 1] in ("VB", "RB", ""):
        return Content(start, "verb-infinitive", False)
    if direct and key in cue.takes:
        return _behind(sentence, word, "verb-preposition")
    if "clause" in cue.takes and is_clause(sentence, word):
        return Content(start, "verb-clause", False)
    if direct and "clause" in cue.takes and key in CONCEDING and is_clause_behind_comma(sentence, word):
        return Content(start, "verb-clause", False)
    if direct and "clause" in cue.takes and sentence.tags[word] in FINITE and "object" not in cue.takes:
        return Content(start, "verb-gap", False)
    if "object" in cue.takes and direct and (sentence.by_word.get(word) or sentence.tags[word] in OBJECTS):
        phrase = sentence.by_word.get(word)
        if phrase is None or phrase.kind != "time":
            return Content(start, "verb-object", False)
    return None


def _behind(sentence: Sentence, word: int, rule: str) -> Content | None:
    if word + 1 not in sentence.words:
        return None
    edge = sentence.ends[word]
    opening = sentence.marks_from(edge, edge + 2)
    return Content(opening if opening is not None else sentence.starts[word + 1], rule, False)


def _skip(sentence: Sentence, cue: Cue, word: int) -> int | None:
    """The word behind an addressee, a time or a place, if one begins at this word."""
    phrase = sentence.by_word.get(word)
    if phrase is not None and phrase.kind == "time":
        return sentence.word_from(phrase.end)
    if phrase is not None and cue.lemma in ADDRESSING and word == cue.last + 1:
        return sentence.word_from(phrase.full_end)
    if sentence.keys[word] in ADJUNCTS or (sentence.keys[word] == "of" and cue.term == "said"):
        inner = sentence.by_word.get(word + 1)
        if inner is not None:
            return sentence.word_from(inner.end)
    if sentence.tags[word] == "RB":
        return word + 1
    return None
