"""Certainty: hedges leave a thing open, boosters close it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from analysis.measures.stance.model import LONGEST_SENTENCE, Sentence, SentenceAt, StanceMatch
from analysis.text.document import Document
from analysis.text.lexicon import Lexicon, find_terms, load_lexicon

GUARD = "none"
MODALS = frozenset(["may", "might", "may have", "might have"])
LIKELIHOOD = frozenset(["must", "should", "could", "could've", "must've", "should've"])
# After *could*: states and changes that come about. *She could read* is an ability.
_EVENTS = """
be have lead cause mean become happen result affect cost take bring make prove face lose see come go
turn break fall rise end change hurt trigger damage threaten leave fail begin start help cut add reach
spread suffer draw
"""
EVENTS = frozenset(_EVENTS.split())
# After *could be* a participle tells of an ability or a permission: *could be heard*, *could be granted*.
_ABLE = """
done granted heard seen found felt used reached bought had told said
"""
ABLE = frozenset(_ABLE.split())
NEGATORS = frozenset(["not", "never", "hardly", "no", "nobody", "nothing", "none", "neither"])
INANIMATE_PRONOUNS = frozenset(["it", "that", "this", "which", "there", "these"])
ABILITY_SUBJECTS = frozenset(["anybody", "anyone", "who", "i", "we", "you"])
REASON = {
    "hedge": "leaves open whether a thing is so",
    "booster": "closes the question whether a thing is so",
}


@cache
def load_certainty() -> Lexicon:
    """The project's hedges and boosters; rows under ``none`` are guards."""
    return load_lexicon("certainty")


def find_certainty(
    doc: Document, likelihood: Iterable[int], sentence_at: SentenceAt
) -> Iterator[StanceMatch]:
    """Hedges and boosters of a document, by the list and by the grammar of *could*, *must* and *should*.

    Args:
        likelihood: numbers of the words that are in `LIKELIHOOD`.
    """
    for match in find_terms(doc, load_certainty()):
        if match.label == GUARD:
            continue
        if match.term in MODALS and not _is_modal(doc, match.start, sentence_at):
            continue
        yield StanceMatch(
            match.start, match.end, match.surface, match.label,
            rule="list", reason=f"*{match.term}* {REASON[match.label]}",
        )  # fmt: skip
    for number in likelihood:
        start, end = doc.words[number]
        sentence = _sentence_holding(doc, start, sentence_at)
        if sentence is None:
            continue
        kind = _likelihood(sentence, number - sentence.first)
        if kind:
            key = doc.keys[number]
            yield StanceMatch(
                start, end, doc.text[start:end], kind,
                rule=f"{key[:5].removesuffix(chr(39))}-likelihood",
                reason=f"*{key}* tells how likely a thing is",
            )  # fmt: skip


def _sentence_holding(doc: Document, offset: int, sentence_at: SentenceAt) -> Sentence | None:
    index = doc.sentences.holding(offset)
    if index is None or len(doc.sentence_words[index]) > LONGEST_SENTENCE:
        return None
    return sentence_at(index)


def _is_modal(doc: Document, offset: int, sentence_at: SentenceAt) -> bool:
    """Whether *may* or *might* is a verb, and no wish (*may he rest*) nor request (*may I go*)."""
    sentence = _sentence_holding(doc, offset, sentence_at)
    if sentence is None:
        return False
    place = sentence.place_at(offset)
    if sentence.tags[place] != "MD" or sentence.tags[place - 1] == "PRP$":  # showed its might
        return False
    opens = place == 0 or sentence.gaps[place - 1].endswith(('"', ":"))
    return not (opens and sentence.keys[place] == "may")


def _likelihood(sentence: Sentence, place: int) -> str | None:
    """hedge or booster where the modal tells of likelihood, else None."""
    key = sentence.keys[place]
    verb = _verb_after(sentence, place)
    word, following = sentence.keys[verb], sentence.keys[verb + 1]
    perfect = "'ve" in key or word == "have"
    if perfect and word == "have":
        participle = following == "been" or sentence.tags[verb + 1] in ("VBN", "VBD")
        if not participle:
            perfect = False
    if key.startswith("must"):
        if perfect and "not" not in sentence.keys[place:verb]:
            return "booster"
        return (
            "booster"
            if word == "be" and following in ("joking", "mad", "wrong", "tired", "mistaken")
            else None
        )
    if key.startswith("should"):
        weather = word == "be" and following in WEATHER
        return "hedge" if weather and sentence.keys[place - 1] in (*INANIMATE_PRONOUNS, "weather") else None
    return "hedge" if _could_is_open(sentence, place, verb, perfect=perfect) else None


_WEATHER = """
sunny warm dry cold fine wet enough easy over ready clear cooler warmer drier
"""
WEATHER = frozenset(_WEATHER.split())


def _could_is_open(sentence: Sentence, place: int, verb: int, *, perfect: bool) -> bool:
    """Whether *could* is a possibility: *it could rain*, *he could have slipped*; not *he could swim*."""
    word, following = sentence.keys[verb], sentence.keys[verb + 1]
    before = sentence.keys[place - 1] if place else ""
    near = sentence.keys[max(0, place - 3) : verb]
    if NEGATORS.intersection(near) or not before or sentence.gaps[place - 1].endswith('"'):
        return False
    if before in ABILITY_SUBJECTS or any(k in ("if", "wish", "wished", "so", "as") for k in near):
        return False
    if perfect:
        return True
    if word == "be":
        return following not in ABLE
    if word not in EVENTS:
        return before in INANIMATE_PRONOUNS - {"which"} and sentence.tags[verb] in ("VB", "VBP")
    if word in (
        "see",
        "go",
        "come",
        "take",
        "make",
        "reach",
        "help",
        "draw",
        "turn",
        "leave",
        "bring",
        "start",
        "begin",
        "cut",
    ):
        return before not in ("he", "she", "they") and sentence.tags[place - 1] not in ("NNP", "NNPS")
    return True


def _verb_after(sentence: Sentence, place: int) -> int:
    """The place of the verb that a modal belongs to: adverbs and *not* between are passed over."""
    ahead = place + 1
    while ahead < min(place + 4, sentence.n_words) and (
        sentence.keys[ahead] in ("not", "also", "still", "well") or sentence.tags[ahead].startswith("RB")
    ):
        ahead += 1
    return ahead
