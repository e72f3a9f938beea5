"""Tone: scores that add up, word by word."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.measures.tone import SentenceTone, find_tone, measure_tone, measure_tone_of_spans
from analysis.measures.tone.evidence import find_units
from analysis.text.document import Document, make_document

WORDS = [
    *(
        "killed",
        "massacre",
        "peace",
        "triumph",
        "shot dead",
        "no hope of",
        "nothing but",
        "not only",
        "first",
    ),
    *("not", "no", "never", "without", "hardly", "isn't", "but", "however", "the", "Supreme Court", "5"),
    *(",", "“", "”", ";"),
]


def tone_of(sentence: str) -> SentenceTone:
    (tone,) = find_tone(make_document(sentence))
    return tone


def masked(text: str, start: int, end: int) -> str:
    """The text with a stretch replaced by letters that mean nothing; lengths and words stay."""
    return (
        text[:start]
        + "".join("X" if c.isupper() else "x" if c.isalnum() else c for c in text[start:end])
        + text[end:]
    )


@pytest.mark.parametrize(
    ("worse", "better"),
    [
        ("The army massacred the villagers.", "The army met the villagers."),
        ("He was murdered on Monday.", "He was not murdered on Monday."),
        ("A suicide bomber struck the market.", "A man visited the market."),
    ],
)
def test_bad_news_in_plain_words_sounds_worse(worse: str, better: str) -> None:
    assert (tone_of(worse).score or 0) < (tone_of(better).score or 0)


@pytest.mark.parametrize(
    "sentence",
    ["The Supreme Court met on Monday.", "The United Nations has an office there.", "12 345", "The the the."],
)
def test_names_of_institutions_and_plain_words_are_no_evidence(sentence: str) -> None:
    tone = tone_of(sentence)
    assert tone.status == "no_evidence"
    assert tone.score is None


def test_a_negator_is_named_with_the_word_it_turns() -> None:
    term = next(term for term in tone_of("They did not torture anyone.").terms if term.surface == "torture")
    assert term.reason == "torture, turned by not"
    assert term.contribution > 0


def test_a_negator_does_not_reach_over_a_comma() -> None:
    term = next(term for term in tone_of("No, they murdered him.").terms if term.surface == "murdered")
    assert term.contribution < 0


def test_a_negator_inside_a_listed_phrase_turns_nothing_else() -> None:
    terms = {term.surface: term for term in tone_of("There is no hope of peace.").terms}
    assert terms["no hope of"].contribution < 0
    assert "turned" not in terms["peace"].reason


@pytest.mark.parametrize("word", ["not", "no", "never", "without", "but"])
def test_words_that_work_on_others_have_no_share_of_their_own(word: str) -> None:
    tone = tone_of(f"The mayor went {word} the murder of the driver.")
    assert word not in {term.surface for term in tone.terms}


def test_contrast_lets_what_follows_weigh_more() -> None:
    bad_end = tone_of("It was a triumph but a disaster.")
    good_end = tone_of("It was a disaster but a triumph.")
    assert bad_end.score is not None
    assert good_end.score is not None
    assert bad_end.score < good_end.score


def assert_adds_up(doc: Document) -> None:
    tones = find_tone(doc)
    assert [(tone.start, tone.end) for tone in tones] == list(doc.sentences)
    for tone in tones:
        assert tone.surface == doc.text[tone.start : tone.end]
        assert (tone.score is None) == (tone.status == "no_evidence") == (not tone.terms)
        assert 0 <= tone.coverage <= 1
        if tone.score is not None:
            total = tone.intercept + sum(term.contribution for term in tone.terms)
            assert math.isclose(tone.score, total, abs_tol=1e-9)
        for term in tone.terms:
            assert doc.text[term.start : term.end] == term.surface


def test_every_score_of_the_article_is_the_sum_of_its_terms(article: Document) -> None:
    assert_adds_up(article)


@settings(max_examples=100, deadline=None)
@given(words=st.lists(st.sampled_from(WORDS), max_size=25))
def test_every_score_is_the_sum_of_its_terms(words: list[str]) -> None:
    assert_adds_up(make_document(" ".join(words)))


def test_blanking_a_term_changes_the_score_by_its_printed_share(article: Document) -> None:
    before = find_tone(article)
    for number, tone in enumerate(before):
        for term in tone.terms:
            after = find_tone(make_document(masked(article.text, term.start, term.end)))[number]
            score = tone.intercept if after.score is None else after.score
            assert tone.score is not None
            assert math.isclose(tone.score - score, term.contribution, abs_tol=1e-9)


@settings(max_examples=150, deadline=None)
@given(words=st.lists(st.sampled_from(WORDS), min_size=1, max_size=20))
def test_blanking_a_term_changes_the_score_by_its_printed_share_in_any_order_of_words(
    words: list[str],
) -> None:
    text = "It " + " ".join(words)
    (tone,) = find_tone(make_document(text))
    for term in tone.terms:
        (after,) = find_tone(make_document(masked(text, term.start, term.end)))
        total = after.intercept + sum(other.contribution for other in after.terms)
        assert tone.score is not None
        assert math.isclose(tone.score - total, term.contribution, abs_tol=1e-9)


GUARDS = [
    ("Supreme Court", "The Supreme Court sat on Monday."),
    ("United Nations", "She works for the United Nations."),
    ("National Council of Resistance", "The National Council of Resistance wrote a letter."),
    ("Justice", "The movement for Justice wrote a letter."),
    ("Justice Department", "The Justice Department wrote a letter."),
    ("Homeland Security", "He left Homeland Security in May."),
    ("Social Security", "Social Security sends letters."),
    ("interest rate", "They set the interest rate."),
    ("trust fund", "It lies in a trust fund."),
    ("hedge fund", "He runs a hedge fund."),
    ("party", "The party wrote a letter."),
    ("Peace Corps", "He wrote to the Peace Corps."),
    ("Salvation Army", "The Salvation Army wrote a letter."),
    ("kind of", "It is a kind of letter."),
    ("flu shot", "They sell the flu shot."),
    ("war chest", "It lies in the war chest."),
    ("grand jury", "The grand jury sat on Monday."),
    ("fire department", "He wrote to the fire department."),
]


@pytest.mark.parametrize(("name", "sentence"), GUARDS)
def test_names_and_set_phrases_carry_no_tone_of_the_words_in_them(name: str, sentence: str) -> None:
    where = sentence.index(name)
    shares = [t.contribution for t in tone_of(sentence).terms if where <= t.start < where + len(name)]
    assert all(abs(share) < 0.15 for share in shares)
    if not name.islower():
        assert shares == []


def test_repeating_a_text_does_not_change_its_tone(article: Document) -> None:
    once = find_tone(article)
    thrice = find_tone(make_document("\n\n".join([article.text] * 3)))
    assert [tone.score for tone in thrice] == [tone.score for tone in once] * 3


def test_the_paragraphs_table_has_a_row_a_paragraph_and_counts_what_is_scored(article: Document) -> None:
    tones = find_tone(article)
    table = measure_tone(article, tones, vader=[0.5] * 8)
    assert list(table.paragraph) == list(range(1, 9))
    assert (table.n_scored <= table.n_sentences).all()
    assert table.n_sentences.sum() == len(article.sentences)
    assert table.n_words.sum() == len(article.words)
    assert (table.vader == 0.5).all()


def test_a_paragraph_without_evidence_has_no_score() -> None:
    doc = make_document("The council met.\n\nNobody came.")
    table = measure_tone(doc, find_tone(doc))
    assert table.score.isna().all()
    assert list(table.n_scored) == [0, 0]


def test_a_sentence_of_two_voices_is_shared_out_by_where_its_words_stand() -> None:
    doc = make_document("“They murdered him,” said the hero of the massacre.")
    tones = find_tone(doc)
    cut = doc.text.index(" said")
    spans = {"direct": [(0, cut)], "narration": [(cut, len(doc.text))], "empty": []}
    table = measure_tone_of_spans(doc, tones, spans).set_index("label")
    shared = table.score["direct"] + table.score["narration"] - tones[0].intercept
    assert tones[0].score is not None
    assert math.isclose(shared, tones[0].score, abs_tol=1e-9)
    assert math.isnan(table.score["empty"])
    assert table.n_words["empty"] == 0


@pytest.mark.parametrize(
    "text", ["", " ", "🙂🙂", "NO! " * 50, "murder " * 10_000, "1 2 3", "Der Rat tagte am Montag."]
)
def test_odd_input_gives_a_result_or_no_evidence(text: str) -> None:
    doc = make_document(text)
    assert_adds_up(doc)
    measure_tone(doc, find_tone(doc))


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=14))
def test_units_of_wanted_words_are_the_wanted_ones_of_all_units(words: list[str]) -> None:
    doc = make_document(" ".join(words) + ".")
    wanted = {"peace", "first", "the"}
    some = [unit for unit in find_units(doc) if unit.listed or unit.term in wanted]
    assert find_units(doc, words=wanted) == some
