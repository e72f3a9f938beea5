"""What cannot be told is said, and only when it is so."""

from __future__ import annotations

from analysis.findings.reading import find_all
from analysis.findings.unknowns import list_unknowns
from analysis.text.document import Document, SourceCard, make_document


def unknowns_of(text: str, source: SourceCard | None = None) -> str:
    return "\n".join(list_unknowns(find_all(make_document(text, source=source))))


def test_a_text_without_a_source_card_says_what_is_missing() -> None:
    assert "title, author, outlet, date, url, licence are not known" in unknowns_of("She left.")


def test_a_text_with_a_full_card_does_not() -> None:
    card = SourceCard("a.txt", 9, "0", "LF", "t", "a", "o", "d", "u", "l")
    assert "are not known" not in unknowns_of("She left.", card)


def test_a_party_that_is_named_and_never_quoted_is_listed() -> None:
    told = unknowns_of("Ada Brook said that Peter Holt had lied. Peter Holt lives in Mill Bay.")
    assert "named and never quoted: Peter Holt" in told
    assert "never quoted: Ada Brook" not in told


def test_truth_is_never_told(article: Document) -> None:
    assert list_unknowns(find_all(article))[-1].startswith("Whether anything said here is true")
