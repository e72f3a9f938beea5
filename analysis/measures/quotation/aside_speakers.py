"""Who speaks in an aside: what stands between closing marks and the verb, or follows the verb."""

from __future__ import annotations

from bisect import bisect_left

from analysis.measures.quotation.sentences import VERBS, Sentence
from analysis.measures.quotation.subjects import NO_SUBJECTS, speaker_span
from analysis.text.phrases import NounPhrase
from analysis.text.spans import Span

# what may begin an apposition behind a comma, and what goes on with the sentence instead
APPOSED = frozenset(["NN", "NNS", "NNP", "NNPS", "JJ", "DT", "CD", "PRP$", "WP$"])
UNAPPOSED = frozenset(["VBG", "RB", "WRB", "IN", "CC", "VBD", "VBZ", "VBP", "MD", "PRP"])
FORMER = frozenset(["now", "then", "currently", "formerly", "once"])  # a mayor
LONG_SPEAKER = 16  # words between closing marks and a verb
ARTICLES = frozenset(["the", "a", "an"])
NO_SPEAKERS = frozenset(["WP", "WDT", "WRB", "RP"])
CLOSING_MARKS = "”’»›\"'"
OPENING_MARKS = frozenset(["“", '"', "‘", "'", "''", "$", "£", "€"])  # none of these ends a description
STOPS = tuple(",.;:—–?!\"“'‘(")  # what ends a mention, or an aside


def between_marks_and_verb(sentence: Sentence, group: int) -> Span | None:
    """All that stands between closing marks and a verb, if it holds no verb of its own."""
    if not sentence.speech.starts:
        return None
    doc = sentence.doc
    edge = sentence.starts[group]
    place = bisect_left(sentence.speech.starts, edge) - 1
    if place < 0 or sentence.speech.ends[place] > edge or sentence.speech.ends[place] <= sentence.start:
        return None
    first = sentence.word_from(sentence.speech.ends[place])
    gap = doc.text[sentence.speech.ends[place] : sentence.starts[first]].strip()
    inner = doc.text[sentence.start : sentence.speech.ends[place]].rstrip(CLOSING_MARKS)[-1:]
    if not 0 < group - first <= LONG_SPEAKER or gap.strip(",") or (not gap and inner not in tuple(",.?!…—")):
        return None
    tags = sentence.tags[first:group]
    determined = tags[0] in ("DT", "PRP$")
    if determined and len(tags) == 1 and sentence.keys[first] in ARTICLES:
        return None  # “…,” the bearded, old man
    if doc.text.count(",", sentence.ends[first], edge) == 1 and not determined:
        return None  # “…,” like the others, said Lee; but: “…,” the small, old man said
    if any(tag in VERBS or tag in NO_SPEAKERS for tag in tags) or sentence.keys[first] in NO_SUBJECTS:
        return None
    start = sentence.starts[first]
    return Span(start, start + len(doc.text[start:edge].rstrip().rstrip(",—– ").rstrip()))


def behind_verb(sentence: Sentence, phrase: NounPhrase) -> Span:
    """The speaker behind the verb, with an apposition: said Ann Lee, director of the port, who is 63."""
    speaker = _with_company(sentence, phrase)
    word = sentence.word_from(speaker.end) - 1
    described = (
        sentence.tags[word + 1] in APPOSED
        or sentence.keys[word + 1] in ("who", "whose")
        or (sentence.keys[word + 1] in FORMER and sentence.tags[word + 2] in APPOSED)
    )
    if sentence.gaps[word].lstrip(").") != "," or not described:
        return speaker
    whole = speaker.end  # up to the last comma
    while word + 1 in sentence.words:
        behind = sentence.gaps[word].lstrip(").")
        if behind in OPENING_MARKS:
            return Span(speaker.start, whole)  # a clerk, who lives in a “safe” street
        if behind not in ("", ",", "&"):
            break
        if behind and word > sentence.word_from(speaker.end) and sentence.tags[word + 1] in UNAPPOSED:
            break
        whole = max(whole, sentence.ends[word]) if behind else whole
        word += 1
    return Span(speaker.start, max(whole, sentence.ends[word]))


def _with_company(sentence: Sentence, phrase: NounPhrase) -> Span:
    """A speaker behind the verb with what is joined to it: *Ann Lee and Bob Roe*, *a clerk who saw it*."""
    speaker = speaker_span(sentence, phrase)
    word = sentence.word_from(speaker.end)
    if word not in sentence.words or sentence.gap(speaker.end, sentence.starts[word]):
        return speaker
    other = sentence.by_word.get(word + 1)
    if sentence.keys[word] == "and" and other is not None and other.kind != "time":
        joined = speaker_span(sentence, other)
        stops = sentence.doc.text[joined.end : sentence.end].lstrip()[:1] in ("", *STOPS)
        return Span(speaker.start, joined.end) if stops else speaker
    told = phrase.kind == "common" and (
        sentence.tags[word] in ("VBN", "VBG") or sentence.keys[word] in ("familiar", "close")
    )
    if sentence.keys[word] == "who" or told:  # which of all clerks: without a comma
        while sentence.gaps[word] in ("", ".", "&") and word + 1 in sentence.words:
            word += 1
        cut = sentence.gaps[word] in OPENING_MARKS  # a clerk who saw “it”
        return speaker if cut else Span(speaker.start, sentence.ends[word])
    return speaker
