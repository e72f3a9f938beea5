"""Words of demand: *urge*, *call on*, *call for*, *demand that*."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from analysis.measures.stance.clauses import (
    Stretch,
    act_from,
    agent_after,
    is_participle,
    joined,
    make_call,
    phrase_at,
    subject_before,
)
from analysis.measures.stance.lists import acts_from, may_be_verb, next_act_start
from analysis.measures.stance.model import Sentence, StanceMatch
from analysis.measures.stance.pleas import clipped
from analysis.text.wordlists import load_irregular_verbs

IRREGULAR = {"tell": ("told",), "beg": ("begged", "begging")}


def forms_of(verbs: Collection[str]) -> frozenset[str]:
    """Verbs with regular endings: *urge, urges, urged, urging*; *urgeing* too, which nobody writes."""
    forms = {verb + ending for verb in verbs for ending in ("", "s", "es", "d", "ed", "ing")}
    forms |= {verb.removesuffix("e") + "ing" for verb in verbs}
    for verb, irregular in IRREGULAR.items():
        if verb in verbs:
            forms.update(irregular)
    return frozenset(forms)


# Demands stay open when news tells of them in the past: *the minister urged both sides to talk*.
_URGING = """
urge beg implore beseech advise press pressure encourage exhort admonish challenge petition plead lobby
caution
"""
URGING = forms_of(_URGING.split())
# Told in the past these are orders in a scene that is over; in the present they are calls.
_ORDERING = """
ask want tell order require instruct invite command oblige need compel request push remind
"""
_THAT_VERBS = """
demand insist propose recommend urge request suggest require ask
"""
THAT_VERBS = forms_of(_THAT_VERBS.split())
FOR_WORDS = frozenset(["call", "calls", "called", "calling"])
HYPOTHETIC = frozenset(["didn't", "did", "not", "don't", "doesn't", "would", "could", "might"])
ONLY_THAT = forms_of(["insist", "propose", "recommend", "suggest"])
MAY_STATE = forms_of(["insist", "suggest"])  # insists that the states act: perhaps they do
VERBS = URGING | THAT_VERBS | forms_of(_ORDERING.split()) | forms_of(["appeal", "demand", "warn"])
WORDS = FOR_WORDS | VERBS  # what may carry a demand
FOR_THINGS = forms_of(["ask", "plead", "push", "press", "lobby"])
WARNING = forms_of(["warn", "remind"])  # warned him not to wait: what he warned of else is no act
COMMON = forms_of(["push", "tell"])
NOW = frozenset(["am", "are", "is"])
HAVING = frozenset(["has", "have"])
DEMAND = "a word of demand"


def find_demand(sentence: Sentence, place: int) -> Iterator[StanceMatch]:
    """The demands that a word at a place carries."""
    key = sentence.keys[place]
    if key in FOR_WORDS:
        yield from _demand_at(sentence, place)
    elif key in VERBS:
        if key in THAT_VERBS:
            yield from _that_at(sentence, place)
        if key not in ONLY_THAT:
            yield from _demand_at(sentence, place)


def is_past(key: str) -> bool:
    """Whether a verb is a past tense or a past participle by its form."""
    return (key.endswith("ed") and key != "need") or key in load_irregular_verbs()


def _demand_at(sentence: Sentence, place: int) -> Iterator[StanceMatch]:
    """*urge X to act*, *call on X to act*, *call for N*, *X is asked to act*."""
    key, following = sentence.keys[place], sentence.keys[place + 1]
    if not sentence.tags[place].startswith(("VB", "NN", "JJ")):
        return
    if key in FOR_WORDS or key.startswith("appeal"):
        if following in ("on", "upon") or (following == "to" and key.startswith("appeal")):
            yield from to_act(sentence, place, place + 2, "call-on")
        elif following == "for" and not is_noun_of_thing(sentence, place):
            yield from _for_thing(sentence, place, place + 2)
        return
    if key.startswith("demand"):
        inverted = place > 0 and sentence.gaps[place - 1].endswith((",", '"'))  # "…," demanded Ann Lee
        if sentence.tags[place].startswith("VB") and following != "that" and not inverted:
            if following == "to":
                return
            yield from _for_thing(sentence, place, place + 1)
        return
    open_now = _is_open(sentence, place)
    if following in ("to", "not") and is_past(key):
        yield from _passive(sentence, place)
        return
    warns = key in WARNING
    if key not in URGING and not open_now and not warns:
        return
    if (sentence.gaps[place] and key not in URGING) or (key.startswith("remind") and not is_past(key)):
        return
    if following == "for" and key in FOR_THINGS:
        made = open_now and sentence.keys[place - 1] not in ("to", "and") and not sentence.gaps[place - 1]
        if sentence.tags[place][:2] == "VB" and (made or key.startswith("plead")):
            yield from _for_thing(sentence, place, place + 2)
        return
    if following == "with" and key.startswith("pl"):
        yield from to_act(sentence, place, place + 2, "urge")  # plead with the crowd to go
        return
    # at the head of a short sentence the tagger takes *encourage* for a noun
    somebody = sentence.tags[place + 1] in ("DT", "PRP", "PRP$", "NNP") or following.endswith(("one", "body"))
    if not sentence.tags[place].startswith("VB") and not (somebody and key in URGING):
        return
    for call in to_act(sentence, place, place + 1, "urge"):
        if not warns or " not to " in sentence.doc.text[sentence.end(place) : call.act_start]:
            yield call


def _is_open(sentence: Sentence, place: int) -> bool:
    """Whether a demand is made now: *asks*, *is asking*, *has asked*; in *asked* the scene is over."""
    key = sentence.keys[place]
    before = place - 1 - (sentence.tags[place - 1] == "RB" and not sentence.keys[place - 1].endswith("n't"))
    auxiliary = sentence.keys[before]
    if auxiliary in HYPOTHETIC:
        return False
    if key.endswith("ing"):
        return auxiliary in NOW or auxiliary.endswith(("'re", "'m", "'s")) or sentence.gaps[place - 1] == ","
    if is_past(key):
        supposed = sentence.keys[before - 1] in HYPOTHETIC
        return not supposed and (auxiliary in HAVING or auxiliary.endswith("'ve"))
    return not (auxiliary == "to" and key in COMMON)


def _passive(sentence: Sentence, place: int) -> Iterator[StanceMatch]:
    """*The town is urged to act*, *is being asked to act*; of urging verbs in the past too."""
    key, auxiliary = sentence.keys[place], sentence.keys[place - 1]
    first = place - 1
    if auxiliary in ("been", "being"):
        first -= 1
    now = sentence.keys[first] in NOW or auxiliary.endswith("'re")
    if not now and not (key in URGING and auxiliary in ("were", "was", "been")):
        return
    subject = subject_before(sentence, first)
    verb = place + 2 + (sentence.keys[place + 1] == "not")
    if subject is not None and verb < sentence.n_words and sentence.tags[verb] in ("VB", "VBP", "NN"):
        who = joined(sentence, subject, limit=sentence.start(first))
        act = act_from(sentence, verb)
        yield make_call(sentence, who[0], act, who, "passive-demand", f"*{key}* to is {DEMAND}")


def is_noun_of_thing(sentence: Sentence, place: int) -> bool:
    """Whether *call* is a name of a thing here: *a phone call for you*."""
    return sentence.keys[place - 1] in ("phone", "close", "roll", "wake-up")


def to_act(sentence: Sentence, place: int, begin: int, rule: str) -> Iterator[StanceMatch]:
    """An addressee from a place on, and *to* with a verb."""
    phrase = phrase_at(sentence, begin)
    if phrase is None and sentence.keys[begin].endswith(("one", "body")):
        whole = sentence.start(begin), sentence.end(begin)  # a verb before it was read as a noun
    elif phrase is None or phrase.kind == "time":
        return
    else:
        whole = phrase.start, phrase.end
    for ahead in range(begin, min(begin + 14, sentence.n_words - 1)):
        gap = sentence.gaps[ahead]
        opens = gap == '"' and sentence.doc.text[sentence.start(ahead + 1) - 2].isspace()
        if any(mark in gap for mark in ';:"()') and not opens:
            return  # a mark that opens may stand before the act: wants them "to wait"
        if sentence.keys[ahead + 1] in ("that", "about", "order") or (
            opens and sentence.keys[ahead + 1] == "if"
        ):
            return
        if sentence.keys[ahead + 1] == "to" and sentence.end(ahead) >= whole[1]:
            verb = ahead + 2
            negated = sentence.keys[verb] == "not"
            verb += negated or sentence.keys[verb] == "also" or sentence.tags[verb] == "RB"
            tag = sentence.tags[verb]
            if (
                tag in ("VB", "VBP")
                or sentence.keys[verb] in ("ring", "bring")
                or (tag in ("NN", "JJ") and sentence.keys[verb + 1] not in ("", "of"))
            ):
                last = ahead - (sentence.keys[ahead] == "not" and ahead > begin)
                addressee = whole[0], whole[1] if gap else sentence.end(last)
                start = whole[0]
                for act in acts_from(sentence, verb - negated):
                    reason = f"*{sentence.keys[place]}* somebody to act is {DEMAND}"
                    yield make_call(sentence, start, act, addressee, rule, reason)
                    start = next_act_start(sentence, act[1] + 1)
                return
            if tag not in ("DT", "PRP$", "NNP", "NNS"):
                return
        elif sentence.tags[ahead + 1] in ("VBD", "VBZ", "MD"):
            return


def _for_thing(sentence: Sentence, place: int, begin: int) -> Iterator[StanceMatch]:
    """*call for N*, *demand N*, *call for X to act*."""
    if begin >= sentence.n_words or sentence.gaps[begin - 1][:1] in (",", "."):
        return
    found = list(to_act(sentence, place, begin, "call-for"))
    if found:
        yield from found
        return
    opens = sentence.tags[begin]
    if opens[:2] not in ("DT", "NN", "JJ", "PR", "CD", "VB", "RB", "PD", "WP"):
        return
    act = act_from(sentence, begin)
    if sentence.tags[place][:2] == "NN":
        act = clipped(sentence, act)
    rule = "call-for" if sentence.keys[begin - 1] == "for" else "demand"
    yield make_call(sentence, sentence.start(place), act, None, rule, f"*{sentence.keys[place]}* is {DEMAND}")


def _that_at(sentence: Sentence, place: int) -> Iterator[StanceMatch]:
    """*demand that X act*: the bare form of the verb tells a demand from a statement."""
    if sentence.keys[place + 1] != "that":
        return
    yield from _bare_clause(sentence, place, place + 1)
    for ahead in range(place + 2, min(place + 40, sentence.n_words - 1)):
        if sentence.keys[ahead] == "and" and sentence.keys[ahead + 1] == "that":
            yield from _bare_clause(sentence, place, ahead + 1)


def _bare_clause(sentence: Sentence, place: int, ahead: int) -> Iterator[StanceMatch]:
    """*that X act*, from the word *that* on."""
    always = sentence.keys[place] not in MAY_STATE  # demand that the states act, however it is tagged
    subject = _subject_of_bare(sentence, ahead + 1)
    if subject is None:
        return
    who, first = subject
    for verb in range(first, min(first + 3, sentence.n_words)):
        tag, key = sentence.tags[verb], sentence.keys[verb]
        if key in ("should", "must"):
            return  # the duty is found by that word
        bare = (
            key == "be"
            or tag == "VB"
            or (tag == "VBP" and (always or not sentence.keys[first - 1].endswith("s")))
        )
        if bare or (verb == first and always and tag == "NN" and may_be_verb(key)):
            start = who[0]
            agent: Stretch | None = who
            if key == "be" and is_participle(sentence, verb + 1):
                agent = agent_after(sentence, verb + 2)
            reason = f"*{sentence.keys[place]} that* is {DEMAND}"
            yield make_call(sentence, start, act_from(sentence, verb), agent, "demand-that", reason)
            return
        if tag[:2] in ("VB", "MD") or sentence.gaps[verb - 1]:
            return


def _subject_of_bare(sentence: Sentence, begin: int) -> tuple[Stretch, int] | None:
    """Who is to act, and the place of the word behind; a verb at the end of a phrase is none of its nouns."""
    phrase = phrase_at(sentence, begin)
    if phrase is None:
        if sentence.tags[begin] != "DT" or sentence.keys[begin + 2] != "be":
            return None
        return (sentence.start(begin), sentence.end(begin + 1)), begin + 2  # the rota be: read as no noun
    behind = sentence.place_at(phrase.end)
    last = behind - 1
    if (
        last - begin > 1
        and sentence.tags[behind][:2] not in ("VB", "MD")
        and may_be_verb(sentence.keys[last])
    ):
        return (phrase.start, sentence.end(last - 1)), last  # the mayor resign
    behind = sentence.place_at(
        max(phrase.end, min(phrase.full_end, sentence.doc.sentences.ends[sentence.index]))
    )
    return joined(sentence, phrase, limit=sentence.start(min(behind, sentence.n_words - 1))), behind
