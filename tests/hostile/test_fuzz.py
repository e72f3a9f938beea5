"""Properties that hold for any input at all; `make fuzz` looks for a counterexample much longer."""

from __future__ import annotations

import importlib.util
import io
import json
import os
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, AnyStr

import docx
import pytest
from fpdf import FPDF
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from analysis.findings.agreement.marks import parse_marks
from analysis.findings.annotation import annotate
from analysis.text.document import make_document
from analysis.text.lexicon import load_lexicon
from analysis.text.library import DataError
from analysis.text.reading import ReadingError, load_text, read_bytes, text_names
from analysis.text.standoff import read_brat, read_w3c

# Examples a property: few in `make test`, thousands a round in `make fuzz`.
settings.register_profile(
    "fuzz",
    max_examples=int(os.environ.get("FUZZ_EXAMPLES", "25")),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
)
FUZZ = settings.get_profile("fuzz")

_spec = importlib.util.spec_from_file_location("characters", Path(__file__).with_name("test_characters.py"))
assert _spec is not None
assert _spec.loader is not None
characters: Any = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(characters)

PIECES = st.sampled_from(
    ["She said that ", "“", "”", '"', "‘", "’", "'", "«", "»", "Mr. Holt ", "said: ", "the massacre ", ". ",
     "\n\n", "\r", "\u2028", "\x85", ",", "’90s", "🙂", "\u0301", "\u202e", "\ud800", "\0", "must ", "he ",
     "told ", "(", ")", "according to the union, ", "é", "ß", "İ", "not good ", "—", "…", "?", "!",
     "30,000 ", "a-b", " ", "\t", "\n", ":", "Ann Lee said:\n“"]
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=60).map("".join) | st.text(max_size=300)


@given(TEXTS)
@FUZZ
def test_any_text_keeps_every_promise_of_the_contract(text: str) -> None:
    row = characters.check_annotation(text)
    assert row == annotate(make_document(text)), "twice the same"


ARTICLES = [load_text(name).text for name in text_names()]
WRITTEN = (str, str.upper, str.lower, str.title, lambda text: text.replace("\n\n", "\n"))


@given(
    st.sampled_from(ARTICLES), st.floats(0, 1), st.sampled_from([80, 300, 1000]), st.sampled_from(WRITTEN),
    st.lists(st.tuples(st.floats(0, 1), st.integers(0, 5), PIECES), max_size=8),
)  # fmt: skip
@FUZZ
def test_a_damaged_article_keeps_every_promise_of_the_contract(
    article: str,
    part: float,
    length: int,
    write: Callable[[str], str],
    changes: list[tuple[float, int, str]],
) -> None:
    start = int(part * len(article))
    characters.check_annotation(damage(write(article[start : start + length]), changes))


@given(st.binary(max_size=400) | TEXTS.map(lambda text: text.encode("utf-8", "surrogatepass")))
@FUZZ
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    for name in ("a.txt", "a.md", "a.html"):
        look(data, name)


def look(data: bytes, name: str) -> None:
    """Read, and allow nothing but a text with a word in it, or one sentence."""
    try:
        text = read_bytes(data, name).text
    except ReadingError as error:
        lines = str(error).splitlines()
    else:
        assert any(character.isalnum() for character in text)
        return
    assert len(lines) == 1


def _word() -> bytes:
    file, out = docx.Document(), io.BytesIO()
    file.add_heading("Ferries")
    file.add_paragraph("She said that the ferry would leave at noon.")
    file.save(out)
    return out.getvalue()


def _pdf() -> bytes:
    paper = FPDF()
    paper.set_compression(False)
    paper.add_page()
    paper.set_font("Helvetica")
    paper.multi_cell(0, 6, "She said that the ferry would leave at noon. " * 5)
    return bytes(paper.output())


PAGE = (
    "<!DOCTYPE html><html><head><meta charset='utf-8'><title>Ferries</title></head><body><nav>Home</nav>"
    + "<article>"
    + "".join(f"<p>She said that the ferry would leave at noon to fetch {n} people.</p>" for n in range(6))
    + "</article></body></html>"
).encode()
MHTML = (
    b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\n"
    b"Content-Type: text/html; charset=utf-8\r\n\r\n" + PAGE + b"\r\n--x--\r\n"
)
SOUND = {"a.html": PAGE, "a.mhtml": MHTML, "a.docx": _word(), "a.pdf": _pdf()}
CHANGES = st.lists(
    st.tuples(st.floats(0, 1), st.integers(0, 12), st.binary(max_size=12)), min_size=1, max_size=12
)


def damage(data: AnyStr, changes: list[tuple[float, int, AnyStr]]) -> AnyStr:
    """A file or a text with stretches replaced by others, at parts of its length."""
    for part, n_bytes, new in changes:
        place = int(part * len(data))
        data = data[:place] + new + data[place + n_bytes :]
    return data


@pytest.mark.parametrize("name", SOUND)
def test_the_sound_files_are_read(name: str) -> None:
    assert "the ferry would leave" in read_bytes(SOUND[name], name).text


@pytest.mark.parametrize("name", SOUND)
@given(CHANGES)
@FUZZ
def test_a_damaged_file_is_read_or_refused(name: str, changes: list[tuple[float, int, bytes]]) -> None:
    look(damage(SOUND[name], changes), name)


@given(
    st.sampled_from(["word/document.xml", "word/styles.xml", "[Content_Types].xml", "docProps/core.xml"]),
    CHANGES,
)
@FUZZ
def test_a_word_file_with_a_damaged_part_is_read_or_refused(
    part: str, changes: list[tuple[float, int, bytes]]
) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(SOUND["a.docx"])) as old, zipfile.ZipFile(out, "w") as new:
        for member in old.namelist():
            content = old.read(member)
            new.writestr(member, damage(content, changes) if member == part else content)
    look(out.getvalue(), "a.docx")


LIST = (
    b"term,label,weight,inflection,note,example,source\nsafe,calm,1.5,verb,,,own\nstorm,danger,,noun,,,own\n"
)


@given(CHANGES)
@FUZZ
def test_a_damaged_list_of_terms_is_loaded_or_refused(changes: list[tuple[float, int, bytes]]) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "sources.csv").write_text("source,licence\nown,CC0\n", encoding="utf-8")
        (folder / "mine.csv").write_bytes(damage(LIST, changes))
        try:
            load_lexicon("mine", folder=folder)
        except DataError as error:
            lines = str(error).splitlines()
            assert lines


ANNOTATION = b"""[{"target": {"selector": [{"type": "TextPositionSelector", "start": 0, "end": 7}]},
 "body": [{"purpose": "tagging", "value": "ship"}]}]"""
BRAT = (
    b'T1\tnames_ship 0 7\tFerries\n#1\tAnnotatorNotes T1\t{"layer": "names", "label": "ship", "note": ""}\n'
)
CSV = b'start,end,label,surface\n0,7,ship,Ferries\n8,12,"verb",sank\n'


@given(CHANGES)
@FUZZ
def test_damaged_marks_are_read_or_refused(changes: list[tuple[float, int, bytes]]) -> None:
    for reader, data in (
        (read_w3c, ANNOTATION),
        (read_brat, BRAT),
        (lambda text: parse_marks(text, make_document("Ferries sank."), name="a.csv"), CSV),
    ):
        try:
            reader(damage(data, changes).decode("utf-8", "replace"))
        except ValueError as error:
            assert str(error)  # noqa: PT017 -- either is right


@given(
    st.recursive(
        st.none() | st.booleans() | st.floats() | st.text(max_size=5),
        lambda inner: (
            st.lists(inner)
            | st.dictionaries(
                st.sampled_from(
                    [
                        "target",
                        "selector",
                        "type",
                        "start",
                        "end",
                        "body",
                        "purpose",
                        "value",
                        "first",
                        "items",
                    ]
                ),
                inner,
            )
        ),
    )
)
@FUZZ
def test_any_json_is_a_list_of_marks_or_refused(value: object) -> None:
    try:
        read_w3c(json.dumps(value))
    except ValueError as error:
        assert str(error)  # noqa: PT017 -- either is right
