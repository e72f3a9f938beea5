"""Articles into documents: from files of five formats, from bytes, pasted, or from the project itself."""

from analysis.text.reading.articles import read_bytes, read_document, read_pasted
from analysis.text.reading.limits import MAX_BYTES, ReadingError, one_line
from analysis.text.reading.texts import SAMPLE, check_texts, load_text, text_names

__all__ = [
    "MAX_BYTES",
    "SAMPLE",
    "ReadingError",
    "check_texts",
    "load_text",
    "one_line",
    "read_bytes",
    "read_document",
    "read_pasted",
    "text_names",
]
