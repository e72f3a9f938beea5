"""Why a stretch counts as quotation: a sentence for each rule, for a student to read and to doubt."""

from __future__ import annotations

REASONS = {
    "verb-colon-marks": "{cue} with a colon before the opening mark",
    "verb-marks": "{cue} directly before the opening mark",
    "verb-colon": "{cue} with a colon before the words",
    "verb-that": "{cue} that, and what follows",
    "verb-question": "{cue} and a question without marks",
    "verb-infinitive": "{cue} and an infinitive with to",
    "verb-preposition": "{cue} and what it is about",
    "verb-clause": "{cue} and a clause of its own, without that",
    "verb-gap": "{cue} and a verb: what the verb tells of stands in front of it",
    "transcript": "a paragraph that begins with who speaks and a colon, as in a transcript",
    "headline": "a headline: who speaks and a colon",
    "verb-object": "{cue} and its object",
    "aside": "{cue} with its speaker, cut off by a comma or a mark",
    "source-first": "{cue} names the source before the words",
    "source-last": "{cue} names the source behind the words",
    "noun-that": "{cue}, a noun or adjective of saying or thinking with its content",
    "noun-of": "{cue}, a noun that names what is said or planned",
    "continued": "the marks go on from a quotation that is reported with {cue}",
    "goes-on": "words in marks in the same paragraph, after {cue}",
    "comes-before": "words in marks in the same paragraph, before {cue}",
    "goes-on-next-paragraph": "a paragraph that begins with a mark, after {cue} in the one before",
    "marks-alone": "words in marks, and no word that reports near them",
    "name-colon": "a name with a colon before the opening mark",
    "nested-marks": "marks within marks",
}


def explain(rule: str, cue: str | None) -> str:
    """The reason of a rule, with the cue that it saw.

    >>> explain("verb-that", "noted")
    '“noted” that, and what follows'
    """
    return REASONS[rule].replace("{cue}", f"“{cue}”" if cue else "what was said")
