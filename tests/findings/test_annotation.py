"""The contract of `discourse annotate` holds on any text."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.findings.annotation import LAYERS, annotate
from analysis.measures.quotation.voices import NAMING
from analysis.text.document import Document, make_document

PIECES = st.sampled_from(
    ["She said that ", "“", "”", '"', "‘", "’", "Mr. Holt ", "said: ", "the massacre ", "it’s over", ". ",
     "\n\n", ",", "’90s", "🙂", "must ", "he ", "told ", "\r\n", "according to the union, ", "é", "not good "]
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=40).map("".join) | st.text(max_size=200)


def spans_in(value: Any) -> list[tuple[int, int]]:
    """Every start and end in a nest of JSON values."""
    if isinstance(value, dict):
        own = [(value["start"], value["end"])] if "start" in value else []
        return own + [span for item in value.values() for span in spans_in(item)]
    if isinstance(value, list):
        return [span for item in value for span in spans_in(item)]
    return []


@given(TEXTS)
@settings(max_examples=150, deadline=None)
def test_every_offset_lies_in_the_text_and_no_number_is_nan(text: str) -> None:
    row = annotate(make_document(text))
    json.dumps(row, allow_nan=False)
    assert all(0 <= start < end <= len(text) for start, end in spans_in(row))


@given(TEXTS)
@settings(max_examples=150, deadline=None)
def test_the_voices_cover_each_character_of_each_paragraph_once(text: str) -> None:
    doc = make_document(text)
    row = annotate(doc)
    covered = [0] * len(text)
    for span in row["voices"]:
        for offset in range(span["start"], span["end"]):
            covered[offset] += 1
    wanted = [0] * len(text)
    for start, end in doc.paragraphs:
        wanted[start:end] = [1] * (end - start)
    assert covered == wanted


@given(TEXTS)
@settings(max_examples=60, deadline=None)
def test_sentence_scores_are_the_sum_of_their_parts(text: str) -> None:
    for sentence in annotate(make_document(text))["tone"]["sentences"]:
        if sentence["score"] is not None:
            parts = sentence["intercept"] + sum(term["contribution"] for term in sentence["terms"])
            assert sentence["score"] == pytest.approx(parts, abs=1e-9)


def test_the_layers_of_the_contract_are_there(article: Document) -> None:
    row = annotate(article)
    assert set(LAYERS) <= set(row)
    assert row["n_words"] == 458
    assert row["sha256"] == "adc079f941d4224227852a3c62a5285c8011471d1e048c395da7f60ebf98f738"


def test_the_voice_of_a_term_is_the_voice_where_it_stands(article: Document) -> None:
    row = annotate(article)
    for term in row["framing"]:
        voices = [v["voice"] for v in row["voices"] if v["start"] <= term["start"] < v["end"]]
        assert voices == [term["voice"]]


def test_the_quotations_of_the_article_are_those_a_reader_marks(article: Document) -> None:
    rows = annotate(article)["quotations"]
    quoted = [
        (
            row["type"],
            row["level"],
            row["cue"],
            article.text[row["start"] :][:17],
            article.text[: row["end"]][-17:],
        )
        for row in rows
        if row["attribution"] in ("speech", "writing") and row["rule"] not in NAMING
    ]
    assert quoted == [
        ("indirect", 1, "addressed", "it was long overd", " of the Judiciary"),
        ("indirect", 1, "noted", "the Iranian Regim", "r horrific crimes"),
        ("direct", 1, "said", "“History is the b", " Iranian people.”"),
        ("indirect", 1, "said", "the world must en", " call for justice"),
        ("direct", 1, "said", "“I call on all Ir", "nd the bereaved.”"),
        ("indirect", 1, "said", "the world must re", "ious dictatorship"),
        ("indirect", 1, "noting", "history does not ", "de with dictators"),
    ]


def test_all_speech_in_the_article_is_by_one_entity_pronouns_included(article: Document) -> None:
    row = annotate(article)
    names = {entity["entity"]: entity["name"] for entity in row["entities"]}
    speakers = {
        (quotation["speaker"], names.get(quotation["entity"]))
        for quotation in row["quotations"]
        if quotation["attribution"] == "speech" and quotation["level"] == 1
        if quotation["rule"] not in NAMING
    }
    assert speakers == {("Rajavi", "Maryam Rajavi"), ("She", "Maryam Rajavi")}


@given(TEXTS)
@settings(max_examples=60, deadline=None)
def test_each_hit_has_the_voice_of_the_stretch_that_it_begins_in(text: str) -> None:
    row = annotate(make_document(text))
    hits = [*row["framing"], *row["loaded"]["terms"], *row["stance"], *row["names"]]
    for hit in hits:
        (voice,) = [v for v in row["voices"] if v["start"] <= hit["start"] < v["end"]]
        assert hit["voice"] == voice["voice"]


def test_the_layers_of_a_sentence_counted_by_hand() -> None:
    row = annotate(make_document("“The regime must go,” Ann Lee said. The dreadful board was closed."))
    assert [(f["term"], f["frame"], f["voice"]) for f in row["framing"] if f["lexicon"] == "framing"] == [
        ("regime", "adversary_delegitimation", "direct"),
        ("must", "call_obligation", "direct"),
    ]
    assert [(s["kind"], s["addressee"], s["act"], s["voice"]) for s in row["stance"]] == [
        ("call", "The regime", "go", "direct"),
        ("agentless_passive", None, None, "narration"),
    ]
    assert [(t["kind"], t["voice"]) for t in row["loaded"]["terms"]] == [
        ("label", "direct"),
        ("evaluative", "narration"),
    ]
    assert [(n["form"], n["voice"], n["speaker"]) for n in row["names"] if n["form"] == "name"] == [
        ("name", "reporting", None)
    ]
