"""Names of more than one word: what stands inside them names somebody, and says nothing of its own."""

from __future__ import annotations

from analysis.text.document import Document, once
from analysis.text.mentions.names import find_names
from analysis.text.spans import Spans


@once
def find_long_names(doc: Document) -> Spans:
    """Where names of two and more words stand, titles included, sorted and apart.

    >>> from analysis.text.document import make_document
    >>> doc = make_document("The Justice Department wrote to Judge Roe and to Doe.")
    >>> [doc.text[start:end] for start, end in find_long_names(doc)]
    ['Justice Department', 'Judge Roe']
    """
    return Spans.of([(name.start, name.end) for name in find_names(doc) if len(name.places) > 1])
