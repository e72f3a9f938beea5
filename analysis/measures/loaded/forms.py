"""Loaded words that their form gives away, for no list holds every one.

Forms come from English word formation: an adverb in -ly that is not one of manner, time or degree in
plain use (*gleefully*), a camp in -ist or -ism (*gloomism*), an adjective in -ous, -ful, -less, -ish or
-ible (*feckless*), a compound with a loaded part (*blame-happy*).
``loaded_plain.csv`` lists the words of such forms that news uses without judging (*recently*,
*scientist*, *serious*); what is not in it is read as a judgment.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import compress, count
from typing import NamedTuple

from analysis.measures.loaded.lists import GUARD, JUDGING, is_plain, load_loaded
from analysis.measures.loaded.model import EVALUATIVE, LABEL, MILD, LoadedTerm, make_term
from analysis.text.document import Document
from analysis.text.lexicon import load_valence
from analysis.text.lexicon.inflection import inflect
from analysis.text.remembered import Remembered
from analysis.text.tagging import tag_sentence

FORM_WEIGHT = 0.25  # weaker evidence than a row of the reviewed list
LONG = 4  # letters
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
ENDINGS = ("ly", *CAMPS, *JUDGING_ENDINGS)
SOURCE = "recasens2013"
ADVERB = "adverb in -ly"

# What a compound ends with where it says how somebody feels about a thing, or what it suffers from.
_LAST_PARTS = """
" addled baiting bashing busting bending crazed defying destroying driven eyed faced filled fisted
fueled fuelled happy hating hearted hungry infested killing laden loving minded mongering mouthed
obsessed peddling plagued pushing ridden shaming shattering skinned soaked spirited splitting
stained tinged torn wracked
"""
LAST_PARTS = frozenset(_LAST_PARTS.split())
FIRST_PARTS = frozenset(["anti", "arch", "crypto", "hyper", "neo", "pseudo", "quasi", "uber", "ultra"])
COMMON_NOUNS = frozenset(["NN", "NNS"])
NAMES = frozenset(["NNP", "NNPS"])
ADJECTIVES = frozenset(["JJ", "JJR", "JJS"])
_OTHER_OPEN_TAGS = ["RB", "RBR", "RBS", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ"]
OPEN_TAGS = COMMON_NOUNS | ADJECTIVES | frozenset(_OTHER_OPEN_TAGS)


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


class Form(NamedTuple):
    """What the form of a word makes of it, if the word has one of some tags."""

    tags: frozenset[str]
    kind: str
    why: str
    rule: str


def find_forms(doc: Document) -> Iterator[LoadedTerm]:
    """Words whose form judges, in order.

    Limits: a plain word that is missing from ``loaded_plain.csv`` counts: *The cellist bowed quirkily.*
    """
    keys, sentence_words = doc.keys, doc.sentence_words
    likely = [key for key in set(keys) if key.endswith(ENDINGS) or "-" in key]
    forms = {key: form for key in likely if (form := _FORMS[key])}
    for number in compress(count(), map(forms.__contains__, keys)):
        form = forms[keys[number]]
        start, end = doc.words.starts[number], doc.words.ends[number]
        index = doc.sentences.holding(start)
        surface = doc.text[start:end]
        if index is None or surface.isupper() or (form.rule == ADVERB and not surface[0].islower()):
            continue  # without a form that may judge, a sentence is not tagged
        if tag_sentence(doc, index)[number - sentence_words[index].start] in form.tags:
            yield make_term(
                doc.text, start, end, kind=form.kind, weight=FORM_WEIGHT, why=form.why, source=SOURCE,
                rule=form.rule,
            )  # fmt: skip


def _read_form(key: str) -> Form | None:
    """The form that may make a word a judgment, told by its spelling."""
    if len(key) < LONG:
        return None
    if "-" in key:
        return _read_compound(key)
    if key.endswith("ly") and not is_plain(key, "adverb"):
        return Form(frozenset(["RB"]), EVALUATIVE, "an adverb in -ly that tells the writer's view", ADVERB)
    if key.endswith(CAMPS) and not is_plain(key, "camp"):
        return Form(COMMON_NOUNS | ADJECTIVES, LABEL, "its ending makes a camp or a creed of people", "camp")
    if key.endswith(JUDGING_ENDINGS) and not is_plain(key, "adjective"):
        return Form(frozenset(["JJ"]), EVALUATIVE, "its ending makes a quality of it", "adjective")
    return None


_FORMS = Remembered(_read_form)


def _read_compound(key: str) -> Form | None:
    parts = key.split("-")
    if parts[0] == "non" or is_plain(key, "compound"):  # *non* denies what follows
        return None
    if parts[0] in FIRST_PARTS:
        return Form(OPEN_TAGS | NAMES, LABEL, f"a compound with {parts[0]}-", "compound")
    if parts[-1] in LAST_PARTS:
        return Form(OPEN_TAGS | NAMES, EVALUATIVE, f"a compound with -{parts[-1]}", "compound")
    if part := next((part for part in parts if part in load_parts()), None):
        return Form(OPEN_TAGS, EVALUATIVE, f"a compound with the loaded part *{part}*", "compound")
    return None
