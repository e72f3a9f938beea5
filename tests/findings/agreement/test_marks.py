"""People's marks from CSV files: what is read, and what is refused with the row and what to do."""

from __future__ import annotations

import io
from csv import writer
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.findings.agreement import choose_layers, parse_marks, read_marks
from analysis.findings.agreement.readers import LabeledSpan
from analysis.text.document import make_document
from analysis.text.reading import ReadingError
from analysis.text.standoff import Mark, format_brat, format_w3c

DOC = make_document("The ferry 🚢 sank.\r\nNobody was hurt.")
FERRY = LabeledSpan(4, 9, "ship")
ARTICLE = LabeledSpan(0, 3, "art")
ACROSS_LINES = LabeledSpan(10, 25, "x")

READ = [
    ("start,end,label\n4,9,ship\n", {"": [FERRY]}),
    ("start;end;label\n4;9;ship\n", {"": [FERRY]}),
    ("start\tend\tlabel\r\n4\t9\tship\r\n", {"": [FERRY]}),
    ("Label , END, Start\nship,9,4\n", {"": [FERRY]}),
    ("start,end,label,who\n4,9,ship,me\n", {"": [FERRY]}),
    ("start,end,label\n4,9,ship\n\n,,\n", {"": [FERRY]}),
    ("start,end,label\n", {"": []}),
    ("start,end,label,layer\n", {}),
    ("start,end,label,layer\n4,9,ship,things\n0,3,art,words\n", {"things": [FERRY], "words": [ARTICLE]}),
    ("start,end,label,surface\n4,9,ship,ferry\n", {"": [FERRY]}),
    ("start,end,label,surface\n10,25,x,🚢 sank. Nobody\n", {"": [ACROSS_LINES]}),
    ("start,end,label,surface\n4,9,ship,\n", {"": [FERRY]}),
    ("start,end,label\n10,25,x\n4,9,ship\n0,3,art\n", {"": [ARTICLE, FERRY, ACROSS_LINES]}),
]  # fmt: skip

REFUSED = [
    ("", "marks.csv, row 1: there is no column start"),
    (
        "4,9,ship\n",
        "marks.csv, row 1: there is no column start; the first row must name start, end and label",
    ),
    ("start,end\n4,9\n", "row 1: there is no column label"),
    ("start,end,label\n4,9,ship\nfour,9,ship\n", "row 3: the start is 'four'; write a whole number"),
    ("start,end,label\n4,9.0,ship\n", "row 2: the end is '9.0'; write a whole number"),
    ("start,end,label\n-4,9,ship\n", "row 2: the start is '-4'"),
    ("start,end,label\n4\n", "row 2: the end is ''"),
    ("start,end,label\n9,4,ship\n", "row 2: the mark from 9 to 4 is empty"),
    ("start,end,label\n4,4,ship\n", "row 2: the mark from 4 to 4 is empty"),
    ("start,end,label\n4,99,ship\n", "row 2: the mark ends at 99, and the text has 35 characters"),
    ("start,end,label\n4,9,\n", "row 2: the label is empty"),
    ("start,end,label,layer\n4,9,ship,\n", "row 2: the layer is empty"),
    ("start,end,label,layer\n4,9,ship\n", "row 2: the layer is empty"),
    ("start,end,label\n4,9,ship\n\n4,9,ship\n", "row 4: the same mark as in row 2"),
    # Counted in units of UTF-16, what stands behind the ship is one too far.
    ("start,end,label,surface\n13,17,verb,sank\n", "row 2: from 13 to 17 the text says 'ank.', not 'sank'"),
    ('start,end,label\n4,9,"ship\n', "marks.csv is not a CSV file"),
]


@pytest.mark.parametrize(("content", "marks"), READ)
def test_marks_are_read_from_what_spreadsheets_write(
    content: str, marks: dict[str, list[LabeledSpan]]
) -> None:
    assert parse_marks(content, DOC, name="marks.csv") == marks


@pytest.mark.parametrize(("content", "sentence"), REFUSED)
def test_a_bad_row_is_refused_with_its_number_and_what_to_do(content: str, sentence: str) -> None:
    with pytest.raises(ReadingError) as refused:
        parse_marks(content, DOC, name="marks.csv")
    assert sentence in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_byte_order_mark_before_the_header_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "marks.csv"
    path.write_bytes(b"\xef\xbb\xbfstart,end,label\r\n4,9,ship\r\n")
    assert read_marks(path, DOC) == {"": [FERRY]}


def test_files_that_hold_no_marks_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ReadingError, match="is a folder"):
        read_marks(tmp_path, DOC)
    with pytest.raises(ReadingError, match="there is no file"):
        read_marks(tmp_path / "nowhere.csv", DOC)
    (tmp_path / "old.csv").write_bytes(b"start,end,label\n4,9,caf\xe9\n")
    with pytest.raises(ReadingError, match="is not UTF-8; save it as"):
        read_marks(tmp_path / "old.csv", DOC)


def test_only_layers_that_all_readers_have_are_compared() -> None:
    one, two = LabeledSpan(0, 3, "x"), LabeledSpan(4, 9, "x")
    readers = {"a": {"calls": [one], "frames": [two]}, "b": {"frames": [one]}}
    assert choose_layers(readers) == {"frames": {"a": [two], "b": [one]}}
    assert choose_layers(readers, layer="frames") == {"frames": {"a": [two], "b": [one]}}
    with pytest.raises(ValueError, match="b has no marks in the layer 'calls'; it has: frames"):
        choose_layers(readers, layer="calls")


def test_marks_without_a_layer_belong_to_the_one_that_is_asked_for() -> None:
    readers = {"a": {"": [FERRY]}, "b": {"frames": [FERRY]}}
    assert choose_layers(readers, layer="frames") == {"frames": {"a": [FERRY], "b": [FERRY]}}
    with pytest.raises(ValueError, match="a names no layers and others do; say with --layer"):
        choose_layers(readers)
    with pytest.raises(ValueError, match=r"no layer in common \(a: calls; b: frames\)"):
        choose_layers({"a": {"calls": []}, "b": {"frames": []}})


labels = st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc", "Z"]), min_size=1, max_size=8)
spans = st.tuples(st.integers(0, len(DOC.text)), st.integers(0, len(DOC.text)), labels)


@given(st.lists(spans), st.sampled_from(",;\t"))
def test_what_a_csv_writer_writes_is_read_back(drawn: list[tuple[int, int, str]], parted_by: str) -> None:
    marks = {LabeledSpan(a, b, label) for a, b, label in drawn if a < b}
    out = io.StringIO(newline="")
    rows = writer(out, delimiter=parted_by)
    rows.writerow(["start", "end", "label"])
    rows.writerows([mark.start, mark.end, mark.label] for mark in marks)
    assert set(parse_marks(out.getvalue(), DOC, name="marks.csv")[""]) == marks


def test_marks_of_annotation_tools_are_read_by_their_files_endings(tmp_path: Path) -> None:
    marks = [Mark(4, 9, "things", "ship"), Mark(10, 25, "things", "x")]
    (tmp_path / "a.ann").write_text(format_brat(DOC.text, marks)[1], encoding="utf-8")
    (tmp_path / "a.jsonld").write_text(format_w3c(DOC.text, marks, source="a.txt"), encoding="utf-8")
    for name in ("a.ann", "a.jsonld"):
        assert read_marks(tmp_path / name, DOC) == {"things": [FERRY, ACROSS_LINES]}
    (tmp_path / "theirs.ann").write_text("T1\tship 4 9\tferry\n", encoding="utf-8")
    assert read_marks(tmp_path / "theirs.ann", DOC) == {"": [FERRY]}, "brat itself has no layers"


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("a.ann", "T1\tship\tferry\n", "line 1 is no brat annotation"),
        ("a.ann", "T1\tship 4 900\tferry\n", "mark 1: it goes from 4 to 900, and the text has 35 characters"),
        ("a.jsonld", "{}", "no list of web annotations"),
        ("a.json", "[1]", "no list of web annotations"),
    ],
)
def test_a_torn_file_of_an_annotation_tool_is_refused_by_name(
    tmp_path: Path, name: str, content: str, sentence: str
) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")
    with pytest.raises(ReadingError, match=sentence) as refusal:
        read_marks(tmp_path / name, DOC)
    assert name in str(refusal.value)
