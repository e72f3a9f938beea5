"""The words that tell kinds apart are found by sentence: those of the whole document are the same."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.measures.quotation.cues import load_cues
from analysis.measures.quotation.surroundings import CUE, find_kind_terms, load_kind_words
from analysis.text.document import make_document
from analysis.text.lexicon import find_terms

TERMS = st.sampled_from([entry.term for entry in load_kind_words().entries])
MARKS = st.sampled_from([".", ",", "’s", "“", "”", "\n\n", "said", "told", "Lee", "The", "so-called", "—"])


@given(st.lists(TERMS | TERMS.map(str.upper) | TERMS.map(str.split).map(lambda words: words[0]) | MARKS))
@settings(max_examples=400, deadline=None)
def test_the_words_of_all_sentences_are_those_of_the_document(pieces: list[str]) -> None:
    doc = make_document(" ".join(pieces).replace(" ’s", "’s"))
    terms = [(term.start, term.end, term.label) for term in find_terms(doc, load_kind_words())]
    taken = {start for start, _, _ in terms}
    terms += [(cue.start, cue.end, CUE) for cue in find_terms(doc, load_cues()) if cue.start not in taken]
    assert [term for n in range(len(doc.sentences)) for term in find_kind_terms(doc, n)] == sorted(terms)
