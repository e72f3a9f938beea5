"""The scorer: figures that can be worked out by hand."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from analysis.findings.evaluation.quotation import ArticleScore, Row, score_article, score_articles, summarize
from analysis.measures.quotation import find_quotations
from analysis.measures.quotation.shares import load_share_errors
from analysis.text.document import make_document
from analysis.text.reading import ReadingError

TEXT = "Ann Lee said that the port was safe. “We stay,” she added. It rained."


def gold_of(text: str) -> list[Row]:
    rows = find_quotations(make_document(text)).rows
    return [(row.start, row.end, row.speaker) for row in rows]


def score(gold: list[Row]) -> ArticleScore:
    """What the measure finds in the text, against this gold."""
    return score_article(make_document(TEXT), gold, gold_of(TEXT))


def test_a_reader_who_agrees_in_everything_gives_full_marks() -> None:
    counts = score(gold_of(TEXT))
    assert counts.spans == {"direct": (1, 1, 1), "mixed": (0, 0, 0), "indirect": (1, 1, 1)}
    assert counts.speakers["all"] == (2, 2, 2)
    assert counts.share_error == {"all": 0.0, "direct and mixed": 0.0}


def test_only_letters_and_digits_count() -> None:
    start = TEXT.index("We stay")
    counts = score([(start, start + len("We stay"), "she")])
    assert counts.chars["direct and mixed"] == (6, 6, 6)  # w e s t a y


def test_what_nobody_reads_as_quotation_costs_precision() -> None:
    counts = score([])
    hit, found, gold = counts.chars["all"]
    assert (hit, gold) == (0, 0)
    assert found == len("theportwassafe") + len("Westay")


def test_half_of_a_quotation_is_a_match_and_less_is_none() -> None:
    start = TEXT.index("the port was safe")
    for words, hits in (("the port", 1), ("the", 0)):
        gold = [(start, start + len(words), None)]
        assert score(gold).spans["indirect"][0] == hits


def test_courtesy_titles_and_articles_do_not_hinder_a_speaker() -> None:
    start = TEXT.index("the port")
    gold = [(start, start + len("the port was safe"), "Mrs. Ann Lee")]
    assert score(gold).speakers["all"][0] == 1


def test_a_line_that_is_no_article_is_named(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text('{"text": "She left.", "quotes": []}\n{"text": 1}\n', encoding="utf-8")
    with pytest.raises(ReadingError, match=r"gold.jsonl, line 2: no article with text and quotes"):
        list(score_articles(path))


def test_the_summary_has_a_line_for_each_figure(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    quotes = [{"start": a, "end": b, "speaker": s} for a, b, s in gold_of(TEXT)]
    path.write_text(json.dumps({"text": TEXT, "quotes": quotes}) + "\n", encoding="utf-8")
    lines = summarize(list(score_articles(path)))
    assert lines[0].startswith("1 articles")
    assert "characters, all: F1" in lines[1]
    assert "1.000" in lines[1]


def test_on_annotated_news_most_quoted_characters_are_found(gold: Callable[[str], Path]) -> None:
    scores = list(score_articles(gold("quotes/gum_news_open.jsonl")))
    hit, found, wanted = (sum(column) for column in zip(*(s.chars["all"] for s in scores), strict=True))
    assert 2 * hit / (found + wanted) > 0.7


@pytest.mark.parametrize(
    ("scope", "definition"), [("direct and mixed", "direct only"), ("all", "direct and indirect")]
)
def test_a_90_percent_interval_holds_nine_articles_in_ten(
    scope: str, definition: str, gold: Callable[[str], Path]
) -> None:
    low, high = load_share_errors()[definition]
    errors = [score.share_error[scope] for score in score_articles(gold("quotes/polnear_dev.jsonl"))]
    assert 0.85 <= sum(low <= error <= high for error in errors) / len(errors) <= 0.95


def test_a_second_reader_is_compared_instead_of_the_tool(tmp_path: Path) -> None:
    start = TEXT.index("the port")
    one = {"id": "t", "text": TEXT, "quotes": [{"start": start, "end": start + 17, "speaker": "Ann Lee"}]}
    other = one | {"quotes": []}
    for name, row in (("one", one), ("other", other)):
        (tmp_path / f"{name}.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    scores = list(score_articles(tmp_path / "one.jsonl", reader=tmp_path / "other.jsonl"))
    assert scores[0].chars["all"] == (0, 0, len("theportwassafe"))
    (tmp_path / "one.jsonl").write_text(json.dumps(one | {"id": "u"}), encoding="utf-8")
    with pytest.raises(ReadingError, match=r"other.jsonl has no article 'u'"):
        list(score_articles(tmp_path / "one.jsonl", reader=tmp_path / "other.jsonl"))


def test_short_stretches_in_marks_are_judged_by_whether_they_quote_anybody() -> None:
    text = "The “repair” took nine years. The mayor called it “unlucky”."
    doc = make_document(text)
    start = text.index("“unlucky”")
    gold: list[Row] = [(start, start + len("“unlucky”"), "The mayor")]
    assert score_article(doc, gold, gold).fragments == (1, 1, 1, 2, 2)  # one quotes nobody, both judged alike
    assert score_article(doc, gold, []).fragments == (1, 2, 1, 1, 2)
    assert score_article(doc, gold, gold, ignored=[(start, len(text))]).fragments == (1, 1, 1, 1, 1)


@pytest.mark.parametrize(
    ("text", "style"),
    [("“Yes.”", "curly"), ('"Yes."', "straight"), ('“Yes.” "No."', "both"), ("It can't rain.", "no")],
)
def test_an_article_is_known_by_the_style_of_its_marks(text: str, style: str) -> None:
    assert score_article(make_document(text), [], []).style == style


def test_another_name_is_another_speaker() -> None:
    start = TEXT.index("the port")
    gold = [(start, start + len("the port was safe"), "Bob Roe")]
    assert score(gold).speakers["all"][0] == 0
