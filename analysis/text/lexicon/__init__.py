"""Lexicons: reviewed lists of terms, and where their terms stand in a document.

A lexicon is one CSV file. Its rules of matching, all of them:

* a term is one or more words; it matches whole words, in one sentence, with only white space
  between them;
* a word in lower case matches any case; a word with a capital matches exactly as written;
* a possessive ending ('s or ’) never hinders a match;
* column ``inflection``: ``noun`` adds the plural of the last word, ``verb`` adds the -s, -ed and
  -ing forms of the first word, both by the regular spelling rules; empty adds nothing, and
  irregular forms have rows of their own;
* column ``pos``, where a list has it: the first word must be a ``noun``, ``verb``, ``adjective`` or
  ``adverb`` in its sentence; empty takes any;
* column ``names``, where a list has it: a match that begins with a capital and is only a part of a name
  (*Justice* in *Justice Department*) does not count, unless the row says ``yes``;
* from left to right, longest match first: more words before fewer, then more letters, then a
  capital before none; each word lies in at most one match of a lexicon.
"""

from analysis.text.lexicon.entries import Entry
from analysis.text.lexicon.lists import Lexicon, load_lexicon, load_valence, make_lexicon
from analysis.text.lexicon.matches import Place, TermMatch, find_entries, find_terms, find_valence

__all__ = [
    "Entry",
    "Lexicon",
    "Place",
    "TermMatch",
    "find_entries",
    "find_terms",
    "find_valence",
    "load_lexicon",
    "load_valence",
    "make_lexicon",
]
