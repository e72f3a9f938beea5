"""What the page says in its own words: captions, glossary, names of the source card's fields."""

from __future__ import annotations

CAPTIONS = {
    "text": "Paragraphs, sentences and words",
    "voices": "Words and characters by voice",
    "quotation_share": "Share of quotation, by definition",
    "speakers": "Speakers",
    "framing": "Framing terms by paragraph",
    "framing_by_voice": "Framing terms by voice",
    "framing_by_speaker": "Framing terms by speaker",
    "news_framing": "Terms of general news frames by paragraph",
    "news_framing_by_voice": "Terms of general news frames by voice",
    "loaded": "Loaded words by kind and voice",
    "stance": "Calls, certainty, agentless passives and numbers by voice",
    "calls": "Who must do what",
    "names": "How each actor is named, by voice",
    "namers": "Who calls whom what",
    "labels": "Words for which there were others",
    "us_and_them": "What is said of each actor",
    "tone": "Tone by paragraph",
    "tone_by_voice": "Tone by voice",
    "tone_by_speaker": "Tone by speaker",
}

GLOSSARY = {
    "voice": "Whose words a stretch is: direct quotation, indirect quotation, reporting clause or narration. "
    "Each character has exactly one.",
    "reporting clause": "The words that introduce speech: “she said that”.",
    "free indirect speech": "Narration that may go on in a speaker's voice. It is marked, and "
    "counted as narration.",
    "level of a quotation": "1 is the outermost; a quotation inside a quotation is level 2.",
    "framing term": "A term of the project's lists: ten frames of texts that argue, eleven of news. "
    "A match describes a word, not an intention.",
    "loaded word": "A word that judges where it could tell. A judgment can be fair.",
    "call": "A demand that is open: who must do what.",
    "hedge, booster": "Words that leave a thing open, and words that close it.",
    "agentless passive": "What was done, by nobody whom the sentence names.",
    "tone": "The rating that readers would be expected to give, from −4 to +4; in practice "
    "between −2 and +2.",
    "contribution": "How much a word or phrase lifts or lowers the tone of its sentence.",
    "coverage": "The share of words that a tone score rests on.",
    "VADER": "A well-known list of tone words with rules, made for short posts, from −1 to +1; "
    "shown to compare.",
    "offset": "The place of a character in the text, counted from 0.",
}

# Fields of the source card that need other words than their names.
FIELD_NAMES = {
    "file": "File",
    "n_bytes": "Size in bytes",
    "sha256": "SHA-256 of the file",
    "line_ends": "Line ends",
    "url": "Address",
    "n_pages": "Pages",
    "cut": "Left out on the way from the file to the text",
    "read_on": "Read on",
}
