"""Files come in every state; a reader gets the text or one clear sentence."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from analysis.text.reading import (
    ReadingError,
    check_texts,
    load_text,
    read_bytes,
    read_document,
    read_pasted,
    text_names,
)


def write(folder: Path, content: bytes, name: str = "a.txt") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def test_the_sample_article_is_read_whole() -> None:
    doc = load_text()
    assert len(doc.text) == 2816
    assert len(doc.paragraphs) == 8
    assert doc.source is not None
    assert doc.source.title is None


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "is empty: there is no word in it"),
        (b"  \n\n \t", "is empty: there is no word in it"),
        (b"\xef\xbb\xbf", "is empty: there is no word in it"),
        (b"PK\x03\x04\x00\x00rest", "is a damaged packed file; save it again"),
        (b"a\0text", "is not text: it holds zero bytes"),
        (b"a\x01\xfftext", "is not text: it holds control characters"),
        (b"\xff\xfea\xd8b\x00", "begins as UTF-16-LE but is not"),
        (b"{\\rtf1 a text}", "is rich text"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old", "is an old Office file"),
        (b"\x89PNG\r\n\x1a\n\0\0\0", "is an image"),
        (b'{"id": "a", "text": "Ferries sank."}', "is JSON, not an article"),
    ],
)
def test_a_file_that_is_no_article_is_refused_in_one_sentence(
    tmp_path: Path, content: bytes, sentence: str
) -> None:
    with pytest.raises(ReadingError, match=sentence) as refusal:
        read_document(write(tmp_path, content))
    assert "\n" not in str(refusal.value)


@pytest.mark.parametrize(
    ("encoding", "name"),
    [
        ("utf-8", "UTF-8"),
        ("utf-8-sig", "UTF-8"),
        ("utf-16", "UTF-16"),
        ("utf-16-be", None),
        ("cp1252", "windows-1252"),
        ("mac_roman", "macintosh"),
    ],
)
def test_the_encoding_is_found_and_named(encoding: str, name: str | None) -> None:
    text = "“It’s gone – all of it,” she said. The café’s door was shut."
    data = text.encode(encoding)
    if name is None:  # without its mark it is bytes of which every other one is zero
        with pytest.raises(ReadingError, match="holds zero bytes"):
            read_bytes(data, "a.txt")
        return
    doc = read_bytes(data, "a.txt")
    assert doc.text == text
    assert doc.source is not None
    assert doc.source.encoding == name
    guessed = [warning for warning in doc.warnings if "not UTF-8" in warning]
    assert bool(guessed) == (not name.startswith("UTF")), "a guess is said"


def test_pasted_text_stays_as_it_is() -> None:
    doc = read_pasted(" “One,” she said.\r\n\r\nTwo 🙂 ", title="Notes")
    assert doc.text == " “One,” she said.\r\n\r\nTwo 🙂 "
    assert doc.source is not None
    assert (doc.source.title, doc.source.line_ends) == ("Notes", "CRLF")
    with pytest.raises(ReadingError, match="pasted text is empty"):
        read_pasted(" \n")


def test_the_day_of_reading_stands_on_the_card_of_ones_own_text_only() -> None:
    own, listed = read_pasted("A text.").source, load_text().source
    assert own is not None
    assert listed is not None
    assert own.read_on is not None
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", own.read_on)
    assert listed.read_on is None


def test_a_folder_and_a_missing_file_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ReadingError, match="is a folder"):
        read_document(tmp_path)
    with pytest.raises(ReadingError, match="there is no file"):
        read_document(tmp_path / "missing.txt")


def test_a_byte_order_mark_is_dropped_with_a_warning(tmp_path: Path) -> None:
    doc = read_document(write(tmp_path, b"\xef\xbb\xbfShe left."))
    assert doc.text == "She left."
    assert doc.warnings == ("a byte order mark at the beginning was dropped",)


def test_windows_line_ends_stay_in_the_text_and_part_paragraphs(tmp_path: Path) -> None:
    doc = read_document(write(tmp_path, b"She left.\r\n\r\nHe stayed.\r\n"))
    assert doc.text == "She left.\r\n\r\nHe stayed.\r\n"
    assert [doc.text[a:b] for a, b in doc.paragraphs] == ["She left.", "He stayed."]
    assert doc.source is not None
    assert doc.source.line_ends == "CRLF"


def test_one_line_of_a_megabyte_loses_no_character(tmp_path: Path) -> None:
    text = "The council met and voted. " * 40_000
    doc = read_document(write(tmp_path, text.encode()))
    assert doc.text == text
    assert len(doc.words) == 5 * 40_000
    assert len(doc.sentences) == 40_000


def test_an_unknown_text_is_answered_with_those_there_are() -> None:
    with pytest.raises(ReadingError, match=text_names()[0]):
        load_text("no-such-text")


def test_the_texts_are_the_ones_listed() -> None:
    check_texts()
