"""Loaded words against annotators: figures that can be checked by hand."""

from __future__ import annotations

import json
import math
from pathlib import Path

import pytest

from analysis.findings.evaluation.cuts import choose_cuts, correlate_calls, count_calls, macro_f1
from analysis.findings.evaluation.loaded import score_loaded, summarize_loaded
from analysis.text.reading import ReadingError

JUDGED = [
    # document, leaning, label, text, marked words
    ("a", "left", "biased", "The reckless board slammed the plan.", ["reckless", "slammed"]),
    ("a", "left", "unbiased", "The board met on Monday.", []),
    ("b", "right", "biased", "Leftists sang their silly song.", ["silly"]),
    ("b", "right", "unbiased", "The callous clerk closed the door.", []),
    ("c", None, "biased", "A shameless and bogus report was printed.", ["shameless", "bogus"]),
    ("c", None, "no_agreement", "It was a fiasco.", []),
    ("d", "center", "unbiased", "The train arrived at noon.", []),
]


def write_gold(path: Path) -> Path:
    rows = []
    for doc, lean, label, text, words in JUDGED:
        spans = [{"start": text.index(word), "end": text.index(word) + len(word)} for word in words]
        rows.append({"doc": doc, "lean": lean, "label": label, "text": text, "spans": spans})
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def test_each_judged_sentence_is_scored_and_its_words_counted(tmp_path: Path) -> None:
    sentences = score_loaded(write_gold(tmp_path / "gold.jsonl"))
    assert [sentence.biased for sentence in sentences] == [True, False, True, False, True, False]
    assert [sentence.lean for sentence in sentences] == [
        "left",
        "left",
        "right",
        "right",
        "unknown",
        "center",
    ]
    assert [sentence.words for sentence in sentences] == [
        (2, 2, 2),
        (0, 0, 0),
        (1, 2, 1),
        (0, 1, 0),
        (2, 2, 2),
        (0, 0, 0),
    ]
    assert sentences[0].score == 0.84
    assert sentences[0].terms == (("evaluative", True), ("loaded_verb", True))
    assert sentences[2].terms == (("label", False), ("evaluative", True))


def test_a_summary_prints_words_alarms_by_leaning_and_kinds(tmp_path: Path) -> None:
    lines = summarize_loaded(score_loaded(write_gold(tmp_path / "gold.jsonl")))
    figures = {line[:26].strip(): line[26:31] for line in lines}
    assert figures["words, precision"] == "0.714"  # 5 of 7
    assert figures["words, recall"] == "1.000"
    assert figures["words, F1"] == "0.833"  # 2 * 5 / (7 + 5)
    assert "left, n 1" in figures
    assert "right, n 1" in figures
    assert any(line.split() == ["evaluative", "5", "0.800", "0.800"] for line in lines)


def test_a_summary_of_nothing_is_no_error() -> None:
    assert any(line.startswith("sentences, macro-F1") for line in summarize_loaded([]))


def test_a_cut_is_chosen_on_other_documents() -> None:
    docs = [[(0.9, True), (0.2, False)]] * 9 + [[(0.1, True), (0.95, False)]]
    cuts = choose_cuts(docs)
    assert all(0.1 <= cut < 0.9 for cut in cuts)
    counts = [count_calls(doc, cut) for doc, cut in zip(docs, cuts, strict=True)]
    assert counts[0] == (1, 0, 0, 1)
    assert counts[9] == (0, 1, 1, 0)


def test_a_document_has_no_say_in_its_own_cut() -> None:
    docs = [[(0.9, True), (0.2, False)]] * 4 + [[(0.99, True), (0.95, False)]]
    assert choose_cuts(docs)[4] == 0.2  # of itself alone 0.95 would be best


@pytest.mark.parametrize(
    ("counts", "f1", "mcc"),
    [
        ((3, 1, 1, 3), 0.75, 0.5),  # F1 of yes and of no: 6 / 8
        ((4, 0, 0, 4), 1.0, 1.0),
        ((4, 4, 0, 0), 1 / 3, 0.0),  # F1 of yes 8 / 12, of no 0
    ],
)
def test_figures_from_four_counts(counts: tuple[int, int, int, int], f1: float, mcc: float) -> None:
    assert macro_f1(counts) == pytest.approx(f1)
    assert correlate_calls(counts) == pytest.approx(mcc)


def test_macro_f1_of_nothing_is_nan() -> None:
    assert math.isnan(macro_f1((0, 0, 0, 0)))


@pytest.mark.parametrize("line", ["{}", "[1]", "no json", '{"label": "biased", "text": "a", "doc": "b"}'])
def test_a_line_that_is_no_judged_text_is_named(tmp_path: Path, line: str) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(line + "\n", encoding="utf-8")
    with pytest.raises(ReadingError, match="line 1"):
        score_loaded(path)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ReadingError, match="no file"):
        score_loaded(tmp_path / "absent.jsonl")
