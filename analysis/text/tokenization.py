"""Paragraphs, sentences and words of a text, as spans.

The cuts are NLTK's: those of its `RegexpTokenizer` for words, of its `PunktSentenceTokenizer` for
sentences. They are made here without it, in a small part of the time; the tests hold both to the same
spans. The abbreviations that Punkt must know are a reviewed list of the project.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from analysis.text.patterns import compiled, is_plain
from analysis.text.sentence_ends import Rules, cut_sentences
from analysis.text.spans import Spans

# A word is what a reader would count with a finger: letters and digits, or initials with stops (U.S.,
# p.m.); joined inside by an apostrophe, a hyphen or an ampersand (can't, President-elect, U.S.-led,
# AT&T), digits also by . , : / (30,000  9/11  5:30); with the possessive apostrophe of a plural
# (mullahs') when another word follows.
# The pattern begins with one character, for which the engine looks faster than for a choice. Its first line
# is most words, letters and digits alone, for which the rest need not be tried; its second is initials. The
# group of parts is atomic, (?>…), not possessive, (…)*+, which `re` before Python 3.11.5 reads wrongly. A
# word ends after ten thousand parts, so that a text of nothing but hyphens and letters takes no memory.
WORD_PATTERN = (
    r"[^\W_](?:[^\W_]*+(?![.,:/'’&\-\u2010\u2011\u0300-\u036f])|"
    r"(?:(?<=[^\W\d_])\.(?>(?:[^\W\d_]\.)+))?"
    r"(?>(?:[^\W_]++|[\u0300-\u036f]"
    r"|['’&\-\u2010\u2011](?:(?>(?:[^\W\d_]\.){2,})|[^\W_])"
    r"|(?<=\d)[.,:/](?=\d)){0,9999})"
    r"(?:(?<=[sS])['’](?=\s+[^\W_]))?)"
)

# After an abbreviation a capital begins a name (Mr. Roe) or a sentence (at 5 p.m. She left). These words
# are no names.
SENTENCE_STARTERS = frozenset((
    "a", "an", "as", "at", "but", "he", "her", "his", "how", "i", "if", "in", "it", "its", "many", "most",
    "my", "our", "she", "so", "some", "that", "the", "their", "then", "there", "these", "they", "this",
    "those", "we", "what", "when", "where", "while", "who", "why", "you", "your",
))  # fmt: skip

# Punkt knows only straight marks; folded so, its offsets stay ours.
_CURLY = dict.fromkeys("“”„‟«»", '"') | dict.fromkeys("‘’‚‛‹›", "'")
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")  # begins with one character, for which the engine looks fastest
_BLANK_LINE_WITH_RETURNS = re.compile(r"(?:\r\n|\r(?!\n)|\n)[^\S\r\n]*(?:\r\n|\r|\n)\s*")
_LINE_BREAK = re.compile(r"[\r\n]+")
_CLOSERS = "”’»›\"')]"
_CLOSING = re.compile(rf"[{re.escape(_CLOSERS)}]+(?=\s|$)")
_LETTER_OR_DIGIT = r"[^\W_]"


def fold_marks(text: str) -> str:
    """The text with every quotation mark made straight; the length stays the same.

    >>> fold_marks("“can’t”")
    '"can\\'t"'
    """
    if text.isascii():
        return text
    for curly, straight in _CURLY.items():  # much faster than `translate`
        text = text.replace(curly, straight)
    return text


def bare(word: str) -> str:
    """A word without a possessive ending.

    >>> bare("regime's"), bare("mullahs'"), bare("can't")
    ('regime', 'mullahs', "can't")
    """
    return word.removesuffix("'s").removesuffix("'")


def split_words(text: str) -> tuple[str, ...]:
    """A text in pieces: gap, word, gap, word … gap. Joined, they are the text.

    Limits: an apostrophe after a final s is taken as a possessive when a word follows, also
    where it closes a quotation ('the sins' he meant); the count of words is right either way.

    >>> split_words("The President-elect can’t spend $30,000 in the U.S. today.")[1::2]
    ('The', 'President-elect', 'can’t', 'spend', '30,000', 'in', 'the', 'U.S.', 'today')
    """
    return tuple(compiled(f"({WORD_PATTERN})", is_plain(text)).split(text))


def find_words(text: str) -> Spans:
    """Spans of the words of a text, as `split_words` cuts it.

    >>> list(find_words("No, no.").pairs())
    [(0, 2), (4, 6)]
    """
    return Spans.of_pieces(split_words(text))


def find_paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Spans of the paragraphs: text between blank lines, or between line breaks if none is blank.

    White space at the edges belongs to no paragraph.

    >>> list(find_paragraphs("One.\\n\\nTwo,\\nstill two."))
    [(0, 4), (6, 21)]
    >>> list(find_paragraphs("One.\\nTwo."))
    [(0, 4), (5, 9)]
    """
    blank = _BLANK_LINE_WITH_RETURNS if "\r" in text else _BLANK_LINE
    gap = blank if blank.search(text.strip()) else _LINE_BREAK
    position = 0
    for cut in [*gap.finditer(text), None]:
        end = cut.start() if cut else len(text)
        yield from _trimmed(text, position, end)
        position = cut.end() if cut else end


def find_sentences(
    text: str, paragraphs: Iterable[tuple[int, int]], abbreviations: Iterable[str]
) -> Iterator[tuple[int, int]]:
    """Spans of the sentences, paragraph by paragraph.

    Args:
        abbreviations: words that end in a stop without ending a sentence, in lower case and
            without that stop ("mr", "u.s").

    A sentence never crosses a paragraph, and a closing mark always stays with the sentence
    that it ends. A stop before a word in lower case ends nothing (“Why?” he asked).

    Limits: *“Why?” Smith asked.* is cut after the mark, because a name begins the rest. *She works at
    Acme Inc. Roe does not.* is not cut, because a name may follow an abbreviation.

    >>> text = "He met Mr. Doe. “Why?” he asked. She left."
    >>> [text[a:b] for a, b in find_sentences(text, [(0, len(text))], ["mr"])]
    ['He met Mr. Doe.', '“Why?” he asked.', 'She left.']
    """
    rules = Rules(frozenset(abbreviations), SENTENCE_STARTERS)
    plain = is_plain(text)
    for found in cut_sentences(rules, fold_marks(text), paragraphs, plain=plain):
        yield from _repaired(text, found, plain)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretch without white space at its edges, if anything is left of it."""
    piece = text[start:end]
    if stripped := piece.strip():
        start += len(piece) - len(piece.lstrip())
        yield start, start + len(stripped)


def _repaired(text: str, sentences: list[tuple[int, int]], plain: bool) -> Iterator[tuple[int, int]]:
    """Give closing marks back to their sentence, and join what is no sentence of its own."""
    letter = compiled(_LETTER_OR_DIGIT, plain)
    held: tuple[int, int] | None = None
    held_has_word = False
    for start, end in sentences:
        if held is not None and text[start] in _CLOSERS and (mark := _CLOSING.match(text, start, end)):
            held = held[0], mark.end()
            rest = text[mark.end() : end]
            start = end - len(rest.lstrip())
        piece = text[start:end]
        if not piece:
            continue
        if held is not None and (_goes_on(piece) or not held_has_word):
            held = held[0], end
        else:
            if held is not None:
                yield held
            held = start, end
            held_has_word = False
        held_has_word = held_has_word or piece[0].isalpha() or letter.search(piece) is not None
    # a paragraph without a word (* * *) has no sentence
    if held is not None and held_has_word:
        yield from _trimmed(text, *held)


def _goes_on(piece: str) -> bool:
    """Whether a stretch cannot begin a sentence: no word in it, or a first word in lower case."""
    if piece[0].isalnum() and not piece[0].islower():
        return False  # nearly always
    first = next((c for c in piece if c.isalnum()), None)
    if first is None:
        return True
    begins_with = piece[piece.index(first) :].split(None, 1)[0]
    # iPhone and eBay begin sentences
    return first.islower() and begins_with == begins_with.lower()
