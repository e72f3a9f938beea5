"""Loaded words that their form gives away, for no list holds every one.

Forms come from English word formation: an adverb in -ly that is not one of manner, time or degree in
plain use (*gleefully*), a camp in -ist or -ism (*gloomism*), an adjective in -ous, -ful, -less, -ish or
-ible (*feckless*), a compound with a loaded part (*blame-happy*), a common word in capitals.
``loaded_plain.csv`` lists the words of such forms that news uses without judging (*recently*,
*scientist*, *serious*); what is not in it is read as a judgment.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from analysis.measures.loaded.lists import GUARD, JUDGING, is_plain, load_loaded
from analysis.measures.loaded.model import EVALUATIVE, INTENSIFIER, LABEL, MILD, LoadedTerm, make_term
from analysis.text.document import Document
from analysis.text.inflection import inflect
from analysis.text.lexicon import load_valence
from analysis.text.remembered import Remembered
from analysis.text.tagging import common_words, tag_sentence

FORM_WEIGHT = 0.25  # weaker evidence than a row of the reviewed list
SHOUT_WEIGHT = 0.15
LONG = 4  # letters: shorter words in capitals are mostly abbreviations
RATED_LOW = -1.0  # a part of a compound that sounds as bad as this loads it

CAMPS = (
    "ist",
    "ists",
    "ism",
    "isms",
    "phobe",
    "phobes",
    "phobia",
    "phobic",
    "monger",
    "mongers",
    "mongering",
)
JUDGING_ENDINGS = ("ous", "ful", "less", "ish", "ible", "esque")
SOURCE = "recasens2013"

# What a compound ends with where it says how somebody feels about a thing, or what it suffers from.
_LAST_PARTS = """
" addled baiting bashing busting bending crazed defying destroying driven eyed faced filled fisted
fueled fuelled happy hating hearted hungry infested killing laden loving minded mongering mouthed
obsessed peddling plagued pushing ridden shaming shattering skinned soaked spirited splitting
stained tinged torn wracked
"""
LAST_PARTS = frozenset(_LAST_PARTS.split())
FIRST_PARTS = frozenset(["anti", "arch", "crypto", "hyper", "neo", "pseudo", "quasi", "uber", "ultra"])
_CLOSING = "\"'”’»)] "
_OPEN_TAGS = frozenset(("JJ", "NN", "RB", "VB"))


@cache
def load_parts() -> frozenset[str]:
    """Words that load a compound: listed loaded words in all their forms, and words rated low."""
    listed = {
        form
        for entry in load_loaded().entries
        if entry.label != GUARD and (entry.weight or 0.0) > MILD
        for form in inflect(entry.term.lower(), entry.inflection)
    }
    rated = {
        entry.term.lower()
        for entry in load_valence().entries
        if (entry.weight or 0.0) <= RATED_LOW
        and entry.label in JUDGING
        and not is_plain(entry.term.lower(), "rated")
    }
    return frozenset(word for word in listed | rated if len(word) >= LONG)


def find_forms(doc: Document) -> Iterator[LoadedTerm]:
    """Words whose form judges, in order.

    Limits: a plain word that is missing from ``loaded_plain.csv`` counts: *The cellist bowed quirkily.*
    """
    for index, words in enumerate(doc.sentence_words):
        surfaces = [
            doc.text[a:b]
            for a, b in zip(
                doc.words.starts[words.start : words.stop],
                doc.words.ends[words.start : words.stop],
                strict=True,
            )
        ]
        candidates = [place for place, surface in enumerate(surfaces) if _MAY_BE_LOADED[surface]]
        if not candidates:
            continue  # a sentence without a candidate is not tagged
        shouted = sum(map(str.isupper, surfaces))
        quiet = 2 * shouted < len(words)  # a sentence all in capitals is a headline
        tags = tag_sentence(doc, index)
        for place in candidates:
            number = words[place]
            if found := _judge(doc, number, tags[place], quiet=quiet):
                kind, weight, why, rule = found
                yield make_term(
                    doc.text, *doc.words[number], kind=kind, weight=weight, why=why, source=SOURCE, rule=rule
                )


def find_exclamations(doc: Document) -> Iterator[LoadedTerm]:
    """The marks of sentences that end in an exclamation mark, in order."""
    for start, end in doc.sentences:
        bare = doc.text[start:end].rstrip(_CLOSING)
        first = len(bare.rstrip("!"))
        if first < len(bare):
            yield make_term(
                doc.text, start + first, start + len(bare), kind=INTENSIFIER, weight=FORM_WEIGHT,
                why="the sentence is an exclamation", source=SOURCE, rule="exclamation",
            )  # fmt: skip


def _may_be_loaded(surface: str) -> bool:
    """Whether a word has one of the endings, a hyphen, or only capitals: cheap, without tags."""
    key = surface.lower()
    formed = "-" in key or key.endswith(("ly", *CAMPS, *JUDGING_ENDINGS)) or surface.isupper()
    return len(key) >= LONG and formed


_MAY_BE_LOADED = Remembered(_may_be_loaded)


def _judge(doc: Document, number: int, tag: str, *, quiet: bool) -> tuple[str, float, str, str] | None:
    """Kind, weight, reason and rule of one word, or None."""
    key, surface = doc.keys[number], doc.text[slice(*doc.words[number])]
    if surface.isupper():
        if quiet and key in common_words():
            return INTENSIFIER, SHOUT_WEIGHT, "a common word in capitals", "capitals"
        return None
    if "-" in key:
        return _judge_compound(key, tag)
    if tag == "RB" and key.endswith("ly") and surface[0].islower() and not is_plain(key, "adverb"):
        return EVALUATIVE, FORM_WEIGHT, "an adverb in -ly that tells the writer's view", "adverb in -ly"
    if tag.startswith("NNP"):
        return None
    if tag[:2] in ("NN", "JJ") and key.endswith(CAMPS) and not is_plain(key, "camp"):
        return LABEL, FORM_WEIGHT, "its ending makes a camp or a creed of people", "camp"
    if tag == "JJ" and key.endswith(JUDGING_ENDINGS) and not is_plain(key, "adjective"):
        return EVALUATIVE, FORM_WEIGHT, "its ending makes a quality of it", "adjective"
    return None


def _judge_compound(key: str, tag: str) -> tuple[str, float, str, str] | None:
    if tag[:2] not in _OPEN_TAGS or is_plain(key, "compound"):
        return None
    first, *_, last = key.split("-")
    if first == "non":  # it denies what follows
        return None
    if first in FIRST_PARTS:
        return LABEL, FORM_WEIGHT, f"a compound with {first}-", "compound"
    if last in LAST_PARTS:
        return EVALUATIVE, FORM_WEIGHT, f"a compound with -{last}", "compound"
    if not tag.startswith("NNP") and (part := next((p for p in key.split("-") if p in load_parts()), None)):
        return EVALUATIVE, FORM_WEIGHT, f"a compound with the loaded part *{part}*", "compound"
    return None
