"""Apostrophes: which single marks belong to a word, and which may quote.

English uses one sign for both. Inside a word it is always an apostrophe. At a word's start it
opens unless the word is a known elision ('tis, '90s). At a word's end it closes, but after an s
(mullahs’) or a dropped g (rockin’) it may as well be an apostrophe: then it is not sure.
"""

from __future__ import annotations

import re

SINGLES = "'‘’‚‛`´"

# Words that lose their beginning. Source: own list, from the elisions that dictionaries of
# English give a headword (Chambers, Merriam-Webster: 'tis, 'twas, 'em, 'til, ...).
_ELIDED = (
    "tis|twas|twere|twill|twould|em|til|till|cause|cuz|cos|coz|bout|round|cept|fore|neath|nother|nuff|"
    "n|ere|im|er|ello|ave|kay|gainst|mongst|scuse|spose|stead|tude|burbs|hood|ood|aight|sup|ol"
)
_ELISION = re.compile(rf"(?:\d0s?|\d\d|(?:{_ELIDED}))(?![\w-])", re.IGNORECASE)
# o' th' an' 'n' and words in -in' lose their end
_CLIPPED = re.compile(r"(?:^|[^\w])(?:o|th|an|ol|wi|n|[a-z]{2,}in|[A-Z][a-z]+in)$")
_ANY_MARK = SINGLES + '”“"'
_SENTENCE_STOPS = ",.;:?!…"


def read_single(
    text: str, at: int, before: str, behind: str, place: str, start: int, end: int, *, alone: bool
) -> tuple[str, bool]:
    """What the single mark at ``at`` does: ("open", "close", "either" or "", sure).

    ``""`` is an apostrophe. ``place`` is what a double mark would do here; ``alone`` says that no
    other mark touches this one.

    >>> text = "the mullahs’ men"
    >>> read_single(text, 11, "s", " ", "close", 0, len(text), alone=True)
    ('close', False)
    >>> read_single("can’t", 3, "n", "t", "either", 0, 5, alone=True)
    ('', True)
    """
    if place == "open":
        if not behind or not (behind.isalnum() or behind in "[(…$£€.#@—–-"):
            return "", True
        if elided := _ELISION.match(text, at + 1, end):
            # '90s and 'em always; '16 or 'Cause may also begin a phrase in marks
            may_open = behind.isupper() or (behind.isdigit() and elided.group()[-1].isdigit())
            return ("open", False) if may_open else ("", True)
        return "open", True
    if place == "either":
        if before.isalnum() or behind in "sS":
            return "", True
        if before.isspace() and at - 2 >= start and text[at - 2] in _ANY_MARK:
            return "close", True  # a space between two closing marks: “no” ’
        # a missing space: ‘No.’He left; said,‘No.’
        return ("either", True) if before and before in _SENTENCE_STOPS else ("", True)
    if not before or before.isspace():
        return "", True
    if before in _SENTENCE_STOPS or not before.isalnum():
        return "close", True
    if not alone:
        return "close", True
    if before.isdigit():
        return "close", False
    if before in "sSzxZX":
        # only a word that goes on can be what is possessed
        return "close", not _word_follows(text, at + 1, end)
    return "close", not _CLIPPED.search(text, max(start, at - 20), at)


def _word_follows(text: str, at: int, end: int) -> bool:
    return at + 1 < end and text[at].isspace() and (text[at + 1].isalnum() or text[at + 1] in "“\"‘'")
