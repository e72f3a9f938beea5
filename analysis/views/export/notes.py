"""What every exported column means: one dictionary, which a test holds complete."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

OFFSET = "0 to the number of characters"
COUNT = "0 and up"
SHARE = "0 to 1; empty where there is nothing to divide by"
RATE = "0 to 1,000; empty without words"
TONE = "−4 to 4; empty where no word is known"
VOICES = "direct, indirect, reporting or narration"

# What each sheet, or file, holds.
TABLE_NOTES: dict[str, str] = {
    "source_card": "Where the text comes from, as far as it is known, and the warnings.",
    "quotations": "Each quotation, and each stretch in marks that quotes nobody, with its reason.",
    "voice_spans": "The text cut into stretches of one voice; together they are the whole text.",
    "loaded_words": "Each word that judges where it could tell, with its reason. A judgment can be fair.",
    "framing_terms": "Each term of the two sets of frames. A match describes a word, not an intention.",
    "tone_by_sentence": "How each sentence would be expected to sound, with the words that make it.",
    "stance_marks": "Calls, hedges, boosters, passives without an agent, and numbers.",
    "name_mentions": "Each mention of an actor, with its form.",
    "label_words": "Each word for which there were others, such as regime and government.",
    "text": "Paragraphs, sentences and words.",
    "voices": "Words and characters by voice.",
    "quotation_share": "Share of quotation under four definitions. The spread is part of the finding.",
    "speakers": "Who speaks how much, and who is named and never speaks.",
    "framing": "Terms of the ten frames of texts that argue, by paragraph.",
    "framing_by_voice": "The same terms by voice.",
    "framing_by_speaker": "The same terms by speaker, and in narration.",
    "news_framing": "Terms of the eleven frames of news in general, by paragraph.",
    "news_framing_by_voice": "The same terms by voice.",
    "loaded": "Loaded words by kind and voice.",
    "stance": "Marks of stance by kind and voice.",
    "calls": "Who must do what.",
    "names": "How each actor is named, by voice.",
    "namers": "Who calls whom what.",
    "labels": "Words for which there were others, by voice, with those that were not chosen.",
    "us_and_them": "What is said of each actor, by voice.",
    "tone": "Tone by paragraph.",
    "tone_by_voice": "Tone by voice.",
    "tone_by_speaker": "Tone of what each source says.",
}

# Column -> (meaning, range). What a column means in one table only stands as "table.column".
COLUMN_NOTES: dict[str, tuple[str, str]] = {
    "field": ("What is known of the text", "key"),
    "value": ("What it is", "text"),
    "start": ("First character, counted from 0 in Unicode code points of the text", OFFSET),
    "end": ("The place behind the last character, counted likewise", OFFSET),
    "surface": ("The characters themselves; the exact ones are those from start to end of the text", "text"),
    "voice": ("Whose words it stands in", VOICES),
    "speaker": ("Who speaks there; empty for narration, or where no source is known", "text"),
    "reason": ("Why it was marked, in words", "text"),
    "rule": ("Which rule found it, as a key", "key"),
    "source": ("Who motivates the row of the list or the rule, as in sources.csv", "key"),
    "entity": ("The actor's number, by first mention; empty where the mention joins no actor", "1 and up"),
    "name": ("The fullest name that the text gives the actor", "text"),
    "paragraph": ("Number of the paragraph", "1 and up"),
    "sentence": ("Number of the sentence", "1 and up"),
    "n": ("How often", COUNT),
    "n_words": ("Words in the unit of the row", COUNT),
    "n_sentences": ("Sentences in the unit of the row", COUNT),
    "n_scored": ("Sentences that have a tone score", COUNT),
    "n_mentions": ("Mentions of the actor in the whole text", COUNT),
    "base": ("All words, of which n or n_words is a part", COUNT),
    "share": ("The part of the base", SHARE),
    "per_thousand": ("How many in a thousand words", RATE),
    "score": ("Tone: the rating that readers would be expected to give", TONE),
    "coverage": ("The share of words that the tone rests on", SHARE),
    "frame": ("The frame to which the term belongs", "key"),
    "group": ("The voice or the speaker whose words are counted", "text"),
    "kind": ("Which kind of mark", "key"),
    "form": ("How the actor is named", "name, title, role, group or pronoun"),
    "set": ("The set of words between which a writer chooses", "key"),
    "alternative": ("The wording under which the word is counted", "text"),
    "addressee": ("Who is to act, as it stands; empty if nobody is named", "text"),
    "act": ("What is to be done", "text"),
    "term": ("The term as listed", "text"),
    "lexicon": ("The list that holds the term", "key"),
    "weight": ("How far the term alone goes to make a sentence loaded", "0 to 1"),
    "label": ("The voice whose tone it is", VOICES),
    "vader": ("VADER's score, made for short posts; shown to compare", "−1 to 1"),
    "quotations.speaker": ("The mention that names the source, as it stands", "text"),
    "quotations.type": (
        "In marks, without marks, or reported with a part in marks",
        "direct, indirect or mixed",
    ),
    "quotations.level": ("1 is outermost, 2 stands within 1", "1 and up"),
    "quotations.group": ("The parts of a split or continued quotation share this number", "1 and up"),
    "quotations.attribution": (
        "What is attributed; empty where the marks quote nobody",
        "speech, writing, thought or plan",
    ),
    "quotations.kind": ("What marks are that quote nobody", "scare quote, term, title or nickname"),
    "quotations.cue": ("The word that reports", "text"),
    "quotations.cue_class": ("How that word reports", "neutral, factive, distancing or evaluative"),
    "voice_spans.free_indirect": ("Whether this narration may go on in a speaker's voice", "yes or no"),
    "tone_by_sentence.status": ("Whether the score stands out", "scored, neutral or no_evidence"),
    "tone_by_sentence.intercept": (
        "The part of the score that a sentence without any known word would have",
        "−4 to 4",
    ),
    "tone_by_sentence.terms": ("The words behind the score, each with what it adds", "text"),
    "stance_marks.sourced": (
        "Of a number: whether the text says who states it",
        "yes or no; empty otherwise",
    ),
    "stance_marks.source": ("Of a number: that mention", "text"),
    "label_words.others": ("What could have stood there", "text"),
    "voices.n_characters": ("Characters of the voice", COUNT),
    "voices.base_characters": ("All characters of paragraphs", COUNT),
    "voices.share_characters": ("The part of these characters", SHARE),
    "quotation_share.definition": ("What counts as quotation", "four definitions"),
    "quotation_share.low": ("Nine human readers in ten would give at least this share", "0 to 1"),
    "quotation_share.high": ("Nine human readers in ten would give at most this share", "0 to 1"),
    "speakers.kind": ("What the actor is", "person, organization, group, place or unknown"),
    "speakers.n_quotations": ("Outermost speech and writing; a split quotation counts once", COUNT),
    "speakers.n_words_direct": ("The speaker's words in marks", COUNT),
    "speakers.n_words_indirect": ("The speaker's words without marks", COUNT),
    "speakers.neutral": ("Quotations with a cue such as said", COUNT),
    "speakers.factive": ("Quotations with a cue that takes the words for true, such as noted", COUNT),
    "speakers.distancing": ("Quotations with a cue that keeps a distance, such as claimed", COUNT),
    "speakers.evaluative": ("Quotations with a cue that judges the speaking, such as boasted", COUNT),
    "names.share": ("The part of the actor's mentions", SHARE),
    "namers.speaker": ("The actor who speaks, by number; empty for narration", "1 and up"),
    "labels.n_text": ("How often this wording stands in the whole text", COUNT),
    "labels.n_set": ("How often any wording of the set stands in the whole text", COUNT),
    "us_and_them.side": ("The side a reader gave the actor; empty if none", "us, them or empty"),
    "us_and_them.kind": ("How something is said of the actor", "naming, predication, agent or patient"),
    "us_and_them.n_entity": ("All that is said of the actor, of every kind and in every voice", COUNT),
    "us_and_them.words": ("The words, each with its count", "text"),
}


def note_of(table: str, column: str) -> tuple[str, str]:
    """What a column of a table means, and the range of its values.

    Raises:
        KeyError: there is no note on it.

    >>> note_of("voices", "n_characters")
    ('Characters of the voice', '0 and up')
    """
    special = f"{table}.{column}"
    return COLUMN_NOTES[special if special in COLUMN_NOTES else column]


def list_notes(tables: Mapping[str, pd.DataFrame]) -> list[tuple[str, str, str, str]]:
    """A row a column of each table: sheet, column, meaning, range.

    Raises:
        KeyError: a column has no note.
    """
    return [
        (name, str(column), *note_of(name, str(column)))
        for name, table in tables.items()
        for column in table.columns
    ]
