"""Characters of every kind, in every number: nothing is altered or lost, each offset holds, and it ends."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from analysis.cli import main
from analysis.findings.annotation import annotate
from analysis.text.document import make_document
from analysis.text.reading import ReadingError, read_bytes, read_pasted

MILLION = 1_000_000
THOUSANDS = 20_000


def spans_in(value: Any) -> list[tuple[int, int]]:
    """Every start and end in a nest of JSON values: of a row, and of the speaker, cue or act in it."""
    if isinstance(value, dict):
        starts = [key for key in value if key.endswith("start") and value[key] is not None]
        own = [(value[key], value[key.removesuffix("start") + "end"]) for key in starts]
        own += value.get("mentions", ())
        return own + [span for item in value.values() for span in spans_in(item)]
    return [span for item in value for span in spans_in(item)] if isinstance(value, list) else []


def check_annotation(text: str) -> dict[str, Any]:
    """What `annotate` finds, after a look at everything that must hold for any text."""
    doc = make_document(text)
    row = annotate(doc)
    assert doc.text == text
    assert json.loads(json.dumps(row, allow_nan=False))["n_characters"] == len(text)
    assert all(0 <= start < end <= len(text) for start, end in spans_in(row))
    for layer in ("paragraphs", "sentences", "words"):
        ends = [0]
        for start, end in row[layer]:
            assert ends[-1] <= start < end <= len(text), layer
            ends.append(end)
    voiced = [(span["start"], span["end"]) for span in row["voices"]]
    place = 0
    for start, end in doc.paragraphs:  # the voices of a paragraph follow each other without a gap
        at = start
        while at < end:
            assert voiced[place][0] == at
            at = voiced[place][1]
            place += 1
        assert at == end
    assert place == len(voiced)
    return row


@pytest.mark.parametrize(
    "mark", ["'", '"', "“", "”", "‘", "’", "«", "»", "„", "(", "—", "…", ".", ",", "\n", " "], ids=ascii
)
def test_a_million_of_one_mark_ends(mark: str) -> None:
    assert check_annotation(f"She left {mark * MILLION} early.")["n_words"] == 3


@pytest.mark.parametrize(
    "text",
    [
        "“‘" * THOUSANDS + "a" + "’”" * THOUSANDS,
        "“‘" * THOUSANDS + "a",
        "a“b”" * (THOUSANDS // 10),
        "“a,” she said. " * (THOUSANDS // 20),
        "She said that " * (THOUSANDS // 20),
        "Ada Brook " * (THOUSANDS // 10),
        "a. " * THOUSANDS,
        "a-" * THOUSANDS,
    ],
    ids=["nested", "never closed", "alternating", "speech", "reports", "names", "stops", "hyphens"],
)
def test_marks_and_words_in_any_order_end(text: str) -> None:
    check_annotation(text)


@pytest.mark.parametrize("sign", ["a", "1", "é", "中"], ids=ascii)
def test_a_million_characters_without_a_space_are_one_word(sign: str) -> None:
    assert check_annotation(sign * MILLION)["words"] == [(0, MILLION)]


@pytest.mark.parametrize(
    "flood",
    ["\u0301", "\u202e", "\u2066", "\u200b", "\u00ad", "\ufeff", "\ufe0f", "\U000e0041", "\ud800", "\0"],
    ids=ascii,
)
def test_signs_that_nobody_sees_are_kept_in_any_number(flood: str) -> None:
    row = check_annotation(f"“She left{flood * 50_000},” he said. {f'{flood}a ' * 500}")
    assert row["n_characters"] == 9 + 50_000 + 2 + 9 + 1 + 3 * 500


@pytest.mark.parametrize("end", ["\r", "\n", "\r\n", "\v", "\f", "\x85", "\u2028", "\u2029"], ids=ascii)
def test_line_ends_of_every_kind_stay(end: str) -> None:
    text = f"She left.{end}{end}He stayed.{end}" * 20
    row = check_annotation(text)
    assert row["n_words"] == 80
    assert make_document(text).text == text


def test_offsets_behind_emoji_count_code_points() -> None:
    text = "😀👩‍👩‍👧🇺🇸 " * 100 + "“We stay,” Ada Brook said."
    (quotation,) = check_annotation(text)["quotations"]
    assert text[quotation["start"] : quotation["end"]] == "“We stay,”"


@pytest.mark.parametrize("text", ["", " ", "\n\n\t", "\u3000\u2028"], ids=ascii)
def test_a_text_without_a_sign_has_nothing_in_it(text: str) -> None:
    row = check_annotation(text)
    assert (row["n_words"], row["paragraphs"]) == (0, [])


@pytest.mark.parametrize("text", ["", " \n", "'''", "“…”"], ids=ascii)
def test_a_pasted_text_without_a_word_is_refused(text: str) -> None:
    with pytest.raises(ReadingError, match="there is no word in it"):
        read_pasted(text)


def test_a_pasted_text_is_no_longer_than_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("analysis.text.reading.files.MAX_BYTES", 10)
    with pytest.raises(ReadingError, match="an article has at most 10"):
        read_pasted("She left early.")


@pytest.mark.parametrize("command", ["terms stay FILE", "robustness FILE --only voice_tone"])
def test_no_terminal_runs_what_a_text_says(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a\x1b[2J\u202e.txt"
    path.write_text("“\x1b[2JWe \x1b]0;x\a stay,\x9b \r\x7f Ada \u202eBrook said.", encoding="utf-8")
    assert main([str(path) if word == "FILE" else word for word in command.split()]) == 0
    shown = capsys.readouterr().out
    assert "[2J" in shown
    assert not set("\x1b\a\x9b\r\x7f\u202e") & set(shown)


@pytest.mark.parametrize(
    ("codec", "mark"),
    [
        ("utf-8", b"\xef\xbb\xbf"),
        ("utf-16-le", b"\xff\xfe"),
        ("utf-16-be", b"\xfe\xff"),
        ("utf-32-le", b"\xff\xfe\0\0"),
        ("utf-32-be", b"\0\0\xfe\xff"),
    ],
)
def test_each_byte_order_mark_is_known_and_dropped(codec: str, mark: bytes) -> None:
    doc = read_bytes(mark + "“Nein,” she said 😀.".encode(codec), "a.txt")
    assert doc.text == "“Nein,” she said 😀."
    assert any("byte order mark" in warning for warning in doc.warnings)
    with pytest.raises(ReadingError, match="there is no word"):
        read_bytes(mark, "a.txt")


@pytest.mark.parametrize(
    "data",
    [b"Left\x80.", b"Left \xed\xa0\x80.", b"Left \xc0\x80.", b"Left \xf4\x90\x80\x80.", b"Left \xe2\x80"],
    ids=["lone continuation", "surrogate", "overlong zero", "beyond Unicode", "torn"],
)  # fmt: skip
def test_bytes_that_are_no_utf8_are_named_or_refused(data: bytes) -> None:
    try:
        doc = read_bytes(data, "a.txt")
    except ReadingError as error:
        assert "not UTF-8" in str(error)  # noqa: PT017 -- either is right, a silent guess is not
    else:
        assert any("not UTF-8" in warning for warning in doc.warnings)
