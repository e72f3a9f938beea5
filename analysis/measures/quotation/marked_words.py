"""Words in marks: what tells that a stretch gives somebody's words, such as *she said* near it."""

from __future__ import annotations

import re

from analysis.measures.quotation.surroundings import CUES, Surroundings, led_by, word_before

# A longer stretch in marks is hardly ever a term or a scare quote.
_LONGEST_TERM = 5  # words
_LONGEST_TITLE = 12  # words, where all begin with a capital
_SPEAKER = (
    r"(?:[A-Z][\w.’'-]*|he|she|they|it|we|I|(?:the|a|an|one|his|her|their)\s+[\w’'-]+)(?:\s+[\w.’'-]+){0,4}?"
)
_SAID = (
    r"(?:said|says|say|told|tells|wrote|writes|added|adds|asked|asks|noted|notes|argued|argues|explained|"
    r"tweeted|recalled|warned|insisted|reported|reports|claimed|continued|concluded|declared|replied|"
    r"according\s+to)"
)
_ATTRIBUTED = re.compile(rf"\s*,?\s*(?:{_SAID}\s+\w|{_SPEAKER}\s+{_SAID}\b)")
_ATTRIBUTED_LATER = re.compile(
    rf",[”\"’']*\s+(?:{_SAID}\s+(?:[A-Z]|the\b|a\b|an\b|his\b|her\b|one\b)|{_SPEAKER}\s+{_SAID}\b)"
)
_BY = re.compile(r",?\sby\s(?!the\sname)")


def is_sentence(s: Surroundings) -> bool:
    """A sentence of its own, or one led to by a comma or colon."""
    if s.titled or s.inner_end not in ".?!,…—" or len(s.words) <= 1:
        return False
    return not s.left or s.text_left.rstrip().endswith((",", ":"))


def is_attributed(s: Surroundings) -> bool:
    """Who says it follows: “…,” *Ann Lee said*; called “reckless” *by the mayor*."""
    if _BY.match(s.text_right) and led_by(s, "naming", *CUES, words=1):
        return True
    ends = s.inner_end in ",?!.…—" or s.text_right.startswith(",")
    return ends and bool(_ATTRIBUTED.match(s.text_right))


def is_attributed_later(s: Surroundings) -> bool:
    """The sentence goes on, and ends with who said it."""
    return bool(_ATTRIBUTED_LATER.search(s.inner_end + s.text_right))


def is_long(s: Surroundings) -> bool:
    """Too long for a term or a scare quote, and a title in capitals is too long for a title."""
    return len(s.words) > (_LONGEST_TITLE if s.titled else _LONGEST_TERM)


def is_cued(s: Surroundings) -> bool:
    """A word that reports stands in front of the marks, in the sentence."""
    return any(label in CUES for _, _, label in s.terms_left)


def is_claimed(s: Surroundings) -> bool:
    """Somebody's view without a verb that says so: … that it is “unfair”; … as an “honest man”."""
    return "that" in s.doc.keys[s.left.start : s.left.stop] or word_before(s) == "as"
