"""Files come in every state; a reader gets the text or one clear sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from analysis.text.reading import ReadingError, check_texts, load_text, read_document, text_names


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
        (b"PK\x03\x04\x00\x00rest", "is not text: it holds zero bytes"),
        ("Die Brücke".encode("latin-1"), "is not UTF-8: byte 0xfc at position 6"),
        ("a text".encode("utf-16"), "is not text: it holds zero bytes"),
    ],
)
def test_a_file_that_is_no_article_is_refused_in_one_sentence(
    tmp_path: Path, content: bytes, sentence: str
) -> None:
    with pytest.raises(ReadingError, match=sentence) as refusal:
        read_document(write(tmp_path, content))
    assert "\n" not in str(refusal.value)


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
