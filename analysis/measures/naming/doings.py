"""Who acts and who is acted on: the verbs of which a noun phrase is subject, object, or *by*-phrase."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from analysis.text.document import Document
from analysis.text.phrases import NounPhrase

AGENT, PATIENT = "agent", "patient"
BE = frozenset(["is", "are", "was", "were", "be", "been", "being", "am", "'s", "'re"])
GET = frozenset(["get", "gets", "got", "getting", "gotten"])
HAVE = frozenset(["has", "have", "had", "having"])
DO = frozenset(["do", "does", "did"])
AUXILIARIES = BE | HAVE | DO
VERBS = frozenset(["VB", "VBD", "VBG", "VBN", "VBP", "VBZ"])
# Participles that tell a state rather than what somebody did: Ann Lee is tired.
_STATES = """
tired worried concerned interested pleased excited delighted satisfied disappointed determined dedicated
committed opposed prepared ashamed scared frightened confused relieved divided united married retired
experienced gifted talented respected beloved hated disgraced embattled outspoken so-called alleged supposed
"""
STATES = frozenset(_STATES.split())
# These link or address: she became mayor, he told the crowd.
_NO_DOING = "become becomes became becoming remain remains remained seem seems seemed stay stays stayed"
NO_DOING = frozenset(_NO_DOING.split()) | {"tell", "tells", "told", "telling"}
OPENS_AN_OBJECT = frozenset(["DT", "PRP", "PRP$", "NNP", "NNPS", "CD"])
RELATIVES = frozenset(["who", "which", "that"])
ADVERBS = frozenset(["RB", "RBR", "RBS"])
GROUP = 7  # words of a verb group, at most: has not yet been widely read
# Behind a quotation these come before their subject: “…,” said Ann Lee.
_INVERTED = "said says asked added wrote told replied warned argued insisted explained announced noted"
INVERTED = frozenset(_INVERTED.split())
MARKS = frozenset(",”\"'’»?!")


@dataclass(frozen=True, slots=True)
class Doing:
    """A verb and what a noun phrase is to it: agent or patient."""

    word: int  # number of the verb's word in the document
    kind: str


@dataclass(frozen=True, slots=True)
class Clauses:
    """The words of one sentence with their tags, and where its noun phrases begin and end."""

    doc: Document
    words: range
    tags: Sequence[str]
    phrase_starts: Sequence[int]

    def key(self, word: int) -> str:
        """A word in lower case; "" outside the sentence."""
        return self.doc.keys[word] if word in self.words else ""

    def tag(self, word: int) -> str:
        """The Penn tag of a word; "" outside the sentence."""
        return self.tags[word - self.words.start] if word in self.words else ""

    def gap(self, word: int) -> str:
        """What stands between a word and the one before it, without white space."""
        if word - 1 not in self.words or word not in self.words:
            return "."
        return self.doc.text[self.doc.words.ends[word - 1] : self.doc.words.starts[word]].strip()


def find_doings(clauses: Clauses, phrase: NounPhrase) -> Iterator[Doing]:
    """What a noun phrase does, and what is done to it, as its sentence puts it.

    Limits: a subject far from its verb is missed (*Ann Lee, who had come early, left*: she came, but
    nothing says that she left); so is the second of two verbs (*Ann Lee came and left*).
    """
    words = clauses.doc.words
    first = bisect_left(words.starts, phrase.start)
    done_by = None
    is_subject = False
    for end in dict.fromkeys((phrase.end, phrase.full_end)):
        following = bisect_left(words.starts, end)
        is_subject = is_subject or _is_finite(clauses, following)
        done_by = done_by or _done_by(clauses, following)
    # in "they say the port burned" the port is not what is said
    yield from (doing for doing in _done_to(clauses, first) if not is_subject or doing.kind == AGENT)
    if done_by is not None:
        yield done_by


def _is_finite(clauses: Clauses, word: int) -> bool:
    """Whether a finite verb stands behind a phrase, or an adverb and then one."""
    while clauses.tag(word) in ADVERBS and not clauses.gap(word):
        word += 1
    finite = clauses.tag(word) in ("VBZ", "VBP", "MD") or clauses.key(word) in BE | HAVE
    return finite and not clauses.gap(word)


def _done_by(clauses: Clauses, word: int) -> Doing | None:
    """The verb behind a subject: active, its agent; passive, its patient."""
    relative = clauses.key(word) in RELATIVES
    if clauses.gap(word) not in (("", ",") if relative else ("", ",", ")")):
        return None
    first = word + relative
    if relative and clauses.gap(first):
        return None
    before = ""
    last = -1
    for place in range(first, first + GROUP):
        key, tag = clauses.key(place), clauses.tag(place)
        if place > first and clauses.gap(place):
            break
        if tag in ADVERBS or key in ("not", "never") or tag == "MD":
            continue
        helps = key.removesuffix("n't") in AUXILIARIES
        if tag not in VERBS and not helps:
            break
        if tag == "VB" and clauses.key(place - 1) == "to":
            break
        before = clauses.key(last).removesuffix("n't") if last >= 0 else ""
        last = place
        if not helps and key not in GET:
            break
    if last < 0 or (clauses.tag(last) in ("VBG", "VBN") and not before and not _is_past(clauses, last)):
        return None  # no finite verb: Ann Lee, seen by many
    verb = clauses.key(last).removesuffix("n't")
    if verb in BE or (verb in HAVE | DO and not before and _goes_on(clauses, last)):
        return None
    if before in BE and clauses.key(last) in STATES:
        return None
    passive = clauses.tag(last) in ("VBN", "VBD") and before in BE | GET
    return Doing(last, PATIENT if passive else AGENT)


def _is_past(clauses: Clauses, word: int) -> bool:
    """Whether a participle by its tag is a past tense: *The regime jailed Ann Lee*."""
    following = clauses.tag(word + 1)
    subject = clauses.tag(word - 1).startswith("NN") and not clauses.gap(word)
    return (
        clauses.tag(word) == "VBN" and subject and following in OPENS_AN_OBJECT and not clauses.gap(word + 1)
    )


def _goes_on(clauses: Clauses, last: int) -> bool:
    """Whether *has* or *does* only helps a verb that was not reached."""
    return clauses.tag(last + 1) in VERBS or clauses.key(last + 1) == "to"


def _done_to(clauses: Clauses, first: int) -> Iterator[Doing]:
    """The verb in front of an object; behind *by* a passive verb's agent; *said* behind a quotation."""
    before = first - 1
    if clauses.gap(first):
        return
    if clauses.key(before) == "by":
        place = before - 1
        while clauses.tag(place) in ADVERBS:
            place -= 1
        if clauses.tag(place) == "VBN" or (clauses.tag(place) == "VBD" and clauses.key(place - 1) in BE):
            yield Doing(place, AGENT)
        return
    if clauses.tag(before) == "RP":
        before -= 1  # laid off the crew
    if clauses.tag(before) not in VERBS or clauses.key(before) in AUXILIARIES | NO_DOING:
        return
    if clauses.key(before) in INVERTED and (
        before == clauses.words.start or clauses.gap(before)[-1:] in MARKS
    ):
        if clauses.gap(before) or before == clauses.words.start:
            yield Doing(before, AGENT)
        return
    yield Doing(before, PATIENT)
