"""Subjects: the mention that goes with a verb, as it stands in the sentence."""

from __future__ import annotations

from analysis.measures.quotation.clauses import CLAUSE_TAGS, SUBORDINATORS, ends_clause, relative_before
from analysis.measures.quotation.sentences import FINITE, VERBS, Sentence, verb_group_start
from analysis.measures.quotation.supplements import CLOSING, NO_WORD, before_supplement, end_of_mention
from analysis.text.phrases import NounPhrase
from analysis.text.spans import Span

OPENING_ADVERBS = frozenset(["however", "meanwhile", "still", "instead", "then", "so"])
NO_SUBJECTS = SUBORDINATORS | OPENING_ADVERBS | {"and", "or", "not", "also", "now", "here", "there", "yet"}
AMOUNTS = frozenset(["one", "some", "many", "most", "none", "several", "few", "all", "each", "both", "half"])
NEARLY = frozenset(["about", "almost", "nearly", "roughly"])
BOTH = frozenset(["both", "all", "each", "themselves", "himself", "herself", "itself"])
NO_BARE_SUBJECTS = (VERBS - {"VBZ"}) | {"IN"}
BARE = 3  # words of a subject that is no phrase by its tags
LONG_PARENTHESIS = 8  # words
REACH = 40  # words that a subject is looked for among


def find_subject(sentence: Sentence, group: int) -> Span | None:
    """The mention in front of a verb group, with all that belongs to it.

    From right to left up to the beginning of the clause; what stands furthest left and is not led by a
    preposition is the head: *the head of the union*, *people who have seen it*, *Lee and Roe*.
    """
    known = sentence.subjects
    if group not in known:
        known[group] = _read_subject(sentence, group)
    return known[group]


def _read_subject(sentence: Sentence, group: int) -> Span | None:
    tags, keys, gaps = sentence.tags, sentence.keys, sentence.gaps
    last = group - 1
    head: int | None = None
    paired: int | None = None  # the head behind an *and*
    gap = gaps[last].lstrip(".")
    closed = gap == ","
    if gap in CLOSING:
        last = before_supplement(sentence, last)
        if last == NO_WORD and gap == "," and _begins_with(sentence, group):
            last = group - 1  # a comma too many: The mayor of Hull, said
    elif gap:
        return None  # “…,” said: what stands in front are other words
    word = _before_parenthesis(sentence, last)
    for _ in range(REACH):
        if word < 0:
            break
        tag, key = tags[word], keys[word]
        if tag in FINITE or (tag == "VBN" and paired is not None):
            pronoun = relative_before(sentence, word)
            if pronoun is None:
                head = head if paired is None else paired  # met a photographer and *Ann Lee* said
                break
            word = pronoun - 1
            continue
        if (tag in CLAUSE_TAGS or key in SUBORDINATORS) and ends_clause(sentence, word):
            break
        paired = head if tag == "CC" else paired
        phrase = sentence.by_word.get(word)
        relative = tag in ("WP", "WDT") or key == "who"
        if relative and word == group - 1:
            return Span(sentence.starts[word], sentence.ends[word])
        if relative or key in OPENING_ADVERBS or (key == "that" and word < group - 1):
            break
        # The verb may be part of a phrase, and then that is not its subject: the *alleged* shooter.
        if phrase is not None and phrase.head_start >= sentence.starts[group]:
            phrase = None
        if phrase is not None and phrase.kind != "time" and not _is_led(sentence, word):
            if head is not None and _ends_at(sentence, phrase, head):
                break  # the plan Ann Lee wanted: a clause without *that*
            head = word if key not in BOTH or word < group - 1 else head
        if (key in AMOUNTS and keys[word + 1] == "of" and not _is_led(sentence, word)) or (
            tag == "CD" and keys[word + 1] == "in" and tags[word + 2] == "CD"  # four in ten voters
        ):
            head = word
        gap = gaps[word - 1].strip(".")
        if gap == "(" and not any(")" in inner for inner in gaps[word:group]):
            break  # the plan (Ann Lee said that …)
        if gap not in ("", ".", "(", ")") and not (
            gap == "," and closed and _names_again(sentence, word, head)
        ):
            break
        word -= 1
    if head is None:
        if keys[group - 1] in BOTH:
            return Span(sentence.starts[group - 1], sentence.ends[group - 1])
        return _bare_subject(sentence, group)
    if tags[head] in ("CD", "DT", "NN", "PDT") and keys[head - 1] in NEARLY and not gaps[head - 1]:
        head -= 1  # *about* half of the voters
    start = sentence.starts[head]
    return Span(start, end_of_mention(sentence, start, sentence.starts[group]))


def _before_parenthesis(sentence: Sentence, word: int) -> int:
    """The word in front of a parenthesis that a word closes: *Lee* of *Ann Lee (Lab, Hull East)*."""
    if ")" in sentence.gaps[word]:
        for before in range(word - 1, max(-1, word - LONG_PARENTHESIS), -1):
            if "(" in sentence.gaps[before]:
                return before
    return word


def _begins_with(sentence: Sentence, group: int) -> bool:
    """Whether a noun phrase with what belongs to it is all that stands in a sentence before a verb."""
    first = sentence.by_word.get(0)
    if first is None or first.kind == "time":
        return False
    before = range(group)
    return not any(sentence.tags[word] in VERBS or "," in sentence.gaps[word] for word in before[:-1])


def _ends_at(sentence: Sentence, phrase: NounPhrase, head: int) -> bool:
    """Whether a common phrase ends directly in front of a name or pronoun."""
    start = sentence.starts[head]
    other = sentence.by_word.get(head)
    if phrase.kind != "common" or other is None or other.kind not in ("name", "pronoun"):
        return False
    return phrase.end <= start and sentence.doc.text[phrase.end : start].isspace()


def _is_led(sentence: Sentence, word: int) -> bool:
    """Whether a preposition stands in front of a word: *of* the union, but not *that* the union."""
    before = word - 1
    if sentence.gaps[before] or sentence.tags[before] not in ("IN", "TO", "VBG"):
        return False
    if sentence.keys[before] in NEARLY and (sentence.tags[word] == "CD" or sentence.keys[word] in AMOUNTS):
        return False  # about half of the union
    return sentence.keys[before] not in SUBORDINATORS and sentence.keys[before] != "that"


def _names_again(sentence: Sentence, word: int, head: int | None) -> bool:
    """Whether a phrase behind a comma says who the name before it is: Ann Lee*, the mayor of Hull*,."""
    determined = sentence.tags[word] in ("DT", "PRP$", "NN", "JJ")
    return word == head and determined and sentence.tags[word - 1] in ("NNP", "NNPS", "CD")


def _bare_subject(sentence: Sentence, group: int) -> Span | None:
    """A word or two between a stop and a verb, whatever their tags: *Walker says*, *the editorial read*."""
    word = group - 1
    for _ in range(BARE):
        if word not in sentence.words or sentence.tags[word] in NO_BARE_SUBJECTS:
            return None
        coordinated = sentence.tags[word - 1] == "CC" and group - 1 == word
        stopped = word == 0 or sentence.gaps[word - 1] or coordinated
        if stopped:
            start = sentence.starts[word]
            determined = sentence.tags[word] in ("DT", "PRP$", "JJ", "VBZ", "VBG")
            if group - 1 - word == 0:
                determined = sentence.doc.text[start].isupper() or sentence.tags[word] == "VBZ"
            if sentence.keys[word] in NO_SUBJECTS or not determined:
                return None
            return Span(start, end_of_mention(sentence, start, sentence.starts[group]))
        word -= 1
    return None


def main_subject(sentence: Sentence, before: int) -> Span | None:
    """The subject of the first finite verb in front of an offset that is not part of a relative clause."""
    fallback = None
    last = min(sentence.word_from(before), REACH)
    for word in range(last):
        if sentence.speech.holding(sentence.starts[word]) is not None:
            continue
        if sentence.tags[word] not in FINITE and not _may_be_past(sentence, word):
            continue
        group = verb_group_start(sentence, word)
        if group <= 0 or relative_before(sentence, word) is not None:
            continue
        subject = find_subject(sentence, group)
        if subject is not None and sentence.tags[sentence.word_from(subject.start)] not in ("WP", "WDT"):
            subordinate = sentence.keys[sentence.word_from(subject.start) - 1] in SUBORDINATORS
            if not subordinate:
                return subject
            fallback = fallback or subject
    return fallback


def _may_be_past(sentence: Sentence, word: int) -> bool:
    """Whether a word with the tag of a participle may be a past tense: *the leaders shunned him*."""
    return sentence.tags[word] == "VBN" and sentence.tags[word - 1] in ("NNP", "NNS", "PRP", "NN")


def speaker_span(sentence: Sentence, phrase: NounPhrase) -> Span:
    """A phrase as the mention of a speaker: with apposition and complements that its sentence holds."""
    end = phrase.full_end if phrase.full_end <= sentence.end else phrase.end
    return Span(phrase.start, end)


def behind_with(sentence: Sentence, group: int) -> Span | None:
    """*with one reader writing*: a participle with a subject of its own."""
    edge = sentence.starts[group]
    for phrase in sentence.phrases:
        if phrase.full_end <= edge and not sentence.gap(phrase.full_end, edge):
            led = sentence.keys[sentence.word_from(phrase.start) - 1] == "with"
            return Span(phrase.start, phrase.full_end) if led else None
    return None
