"""Figures as sums over sentences: intervals, choices, and what is left without a word."""

from __future__ import annotations

import math
import random
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.findings.reading import MEASURES, Findings, find_all
from analysis.findings.robustness import bootstrap
from analysis.findings.robustness.bootstrap import find_interval
from analysis.findings.robustness.by_voice import (
    pair_up,
    sample_quotation_share,
    sample_rate_by_voice,
    sample_tone_by_voice,
)
from analysis.findings.robustness.choices import (
    QUOTATION,
    SENTENCES,
    TONE,
    WORDS,
    Material,
    combine,
    make_material,
    part_sides,
)
from analysis.findings.robustness.headlines import HEADLINES, find_headline
from analysis.findings.robustness.influence import leave_out_terms, leave_out_units, value_without
from analysis.findings.robustness.leads import NOBODY, Labeled, find_leader, sample_lead
from analysis.findings.robustness.multiverse import count_same_sign, find_universes, measure_choices, sign_of
from analysis.findings.robustness.permutation import flip_signs
from analysis.findings.robustness.samples import Sample, difference_of_means, make_sample, share_of_two
from analysis.text.document import Document, make_document
from analysis.text.rates import rows_of

PRIMARY = {"quotation": QUOTATION[1], "tone": TONE[0], "sentences": SENTENCES[0], "words": WORDS[0]}
ROWS = st.lists(
    st.tuples(st.sampled_from([-1.0, 0.0, 2.0]), st.just(1.0), st.sampled_from([-2.0, 0.5]), st.just(1.0)),
    min_size=2,
    max_size=8,
)


@pytest.fixture(scope="module")
def findings(article: Document) -> Findings:
    return find_all(article)


@pytest.fixture(scope="module")
def material(findings: Findings) -> Material:
    return make_material(findings)


def read(text: str) -> Material:
    return make_material(find_all(make_document(text)))


def of_rows(rows: list[tuple[float, ...]]) -> Sample:
    return make_sample([(n, n + 1) for n in range(len(rows))], rows, difference_of_means, counted=(1, 3))


def swap(rows: list[tuple[float, ...]]) -> list[tuple[float, ...]]:
    return [(*row[2:], *row[:2]) for row in rows]


@settings(max_examples=50, deadline=None)
@given(ROWS)
def test_an_interval_is_in_order_and_swapping_the_voices_turns_every_sign(
    rows: list[tuple[float, ...]],
) -> None:
    sample, swapped = of_rows(rows), of_rows(swap(rows))
    assert swapped.value == -sample.value
    one, other = find_interval(sample, seed=3), find_interval(swapped, seed=3)
    assert one is not None
    assert other is not None
    assert one.low <= one.high
    assert (other.low, other.high) == pytest.approx((-one.high, -one.low))


def test_the_same_seed_gives_the_same_interval_and_another_seed_another() -> None:
    sample = of_rows([(0.1 * n * n, 1.0, -0.3 * n, 1.0) for n in range(12)])
    assert find_interval(sample, seed=1) == find_interval(sample, seed=1)
    assert find_interval(sample, seed=1) != find_interval(sample, seed=2)


def test_figures_with_as_many_sentences_share_their_draws_and_a_long_text_draws_in_pieces(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    samples = [of_rows([(k * n % 7, 1.0, -0.3 * n, 1.0) for n in range(12)]) for k in (1, 2)]
    kept = [find_interval(sample, seed=seed) for sample in samples for seed in (1, 2)]
    assert len(set(kept)) == 4
    monkeypatch.setattr(bootstrap, "CELLS", 1_000)  # some eighty draws a piece
    assert [find_interval(sample, seed=seed) for sample in samples for seed in (1, 2)] == kept


def test_what_was_scored_in_a_cut_is_scored_once(findings: Findings) -> None:
    for words in WORDS:
        for sentences in SENTENCES:
            choice = {"words": words, "sentences": sentences}
            one, other = make_material(findings).cut(choice), make_material(findings).cut(choice)
            own = choice == {"words": WORDS[0], "sentences": SENTENCES[0]}
            assert one.doc is (findings.doc if own else other.doc)
            assert own or one.tones is other.tones


def test_of_a_hundred_intervals_over_thirty_sentences_nearly_all_hold_the_truth() -> None:
    chance = random.Random(11)
    held = 0
    for simulation in range(400):
        rows = [(chance.gauss(-0.5, 0.8), 1.0) for _ in range(30)]
        interval = find_interval(
            make_sample([(n, n + 1) for n in range(30)], rows, share_of_two, counted=(1,)),
            seed=simulation,
            resamples=1_000,
        )
        assert interval is not None
        held += interval.low <= -0.5 <= interval.high
    assert 0.90 <= held / 400 <= 0.97


def test_where_a_side_has_a_single_sentence_there_is_no_interval() -> None:
    assert find_interval(of_rows([(1.0, 1.0, 0.0, 0.0), (0.0, 0.0, 1.0, 1.0)]), seed=0) is None
    assert find_interval(of_rows([]), seed=0) is None


def test_the_two_sides_are_what_the_definition_of_quotation_says() -> None:
    material = read("“The port is shut,” said Ann Lee. She added that the town was poor. It rained.")
    text = material.findings.doc.text
    sides = {
        definition: [
            " ".join(text[a:b].strip() for a, b in side) for side in part_sides(material.findings, definition)
        ]
        for definition in QUOTATION[:3]
    }
    assert sides["direct only"] == ["“The port is shut,”", "It rained."]
    assert sides["direct and indirect"] == ["“The port is shut,” the town was poor.", "It rained."]
    assert "said Ann Lee" in sides["with reporting clauses"][0]


@pytest.mark.parametrize("definition", QUOTATION)
def test_shares_of_words_are_those_of_the_table(
    definition: str, material: Material, findings: Findings
) -> None:
    table = MEASURES["quotation_share"](findings).set_index("definition")
    sample = sample_quotation_share(material, {"quotation": definition, "words": WORDS[0]})
    assert sample.value == pytest.approx(table.share[definition])


def test_shares_of_characters_are_those_of_the_table(material: Material, findings: Findings) -> None:
    table = MEASURES["voices"](findings).set_index("voice")
    sample = sample_quotation_share(material, {"quotation": QUOTATION[1], "words": "characters"})
    expected = table.share_characters["direct"] + table.share_characters["indirect"]
    assert sample.value == pytest.approx(expected)


def test_framing_terms_by_voice_are_those_of_the_table(material: Material, findings: Findings) -> None:
    table = MEASURES["framing_by_voice"](findings).groupby("group")["n"].sum()
    build, _ = find_headline("framing_by_voice").prepare(material)
    sums = build(find_headline("framing_by_voice").primary).sums
    assert (sums[0], sums[2]) == (table["direct"] + table["indirect"], table["narration"])


def test_stops_after_abbreviations_end_sentences_only_for_the_simplest_rule() -> None:
    material = read("Gen. Roe won a splendid prize. He wept.")
    n = {cut: len(material.cut({"sentences": cut}).doc.sentences) for cut in SENTENCES}
    assert n == {SENTENCES[0]: 2, SENTENCES[1]: 3}


def test_runs_of_letters_are_more_words_than_a_reader_counts() -> None:
    material = read("The U.S.-led plan can’t win.")
    n = {words: len(material.cut({"words": words}).doc.words) for words in WORDS}
    assert n == {WORDS[0]: 5, WORDS[1]: 8}


def test_every_combination_is_looked_at_once_and_one_is_declared() -> None:
    for headline in HEADLINES:
        combinations = combine(headline.choices)
        assert len(combinations) == math.prod(map(len, headline.choices.values()))
        assert combinations.count(dict(headline.primary)) == 1, headline.name


def test_the_table_of_choices_has_a_row_a_combination_and_a_column_a_choice(findings: Findings) -> None:
    table = measure_choices(findings, "voice_tone")
    assert len(table) == 4 * 3 * 2 * 2
    assert list(table.columns[-4:]) == ["quotation", "tone", "sentences", "words"]
    (declared,) = rows_of(table[table["primary"]])
    assert declared.quotation == "direct and indirect"
    assert declared.same_sign
    assert set(table["same_sign"]) == {True, False}


def test_an_unknown_figure_is_refused_with_a_list_of_those_there_are(findings: Findings) -> None:
    with pytest.raises(ValueError, match="there is no figure 'mood'; there are: voice_tone, quotation_share"):
        measure_choices(findings, "mood")


def test_only_measurable_choices_count_for_the_share_of_signs() -> None:
    headline = find_headline("quotation_share")
    universes = find_universes(
        headline, lambda choice: of_share(0.6 if choice["words"] == WORDS[0] else math.nan)
    )
    assert count_same_sign(universes, 0.5) == (4, 4)
    assert count_same_sign(universes, 0.7) == (4, 4)
    assert sign_of(0.6, 0.7) == -1


def of_share(value: float) -> Sample:
    return make_sample(
        [(0, 1)], [(0.0, 0.0) if math.isnan(value) else (value, 1.0)], share_of_two, counted=(1,)
    )


ONE_WORD = (
    "“It was a massacre,” said Ann Lee. “A massacre in the square,” she said. "
    "“We call it a massacre,” said Bob Roe. The square is in the old town. People met there at noon. "
    "The bus was late."
)


def test_where_one_word_carries_all_it_is_named_first_and_nothing_is_left_without_it() -> None:
    material = read(ONE_WORD)
    places = [(match.start, match.term) for match in material.findings.framing]
    assert {term for _, term in places} == {"massacre"}
    sample = sample_rate_by_voice(material, PRIMARY, places)
    first, *others = leave_out_terms(sample)
    assert (first.name, first.n, first.without, others) == ("massacre", 3, 0.0, [])
    assert sample.value == pytest.approx(3000 / 14)


def test_a_sentence_that_loses_its_last_term_has_no_score_any_more() -> None:
    material = read(
        "“They murdered him,” she said. “It is a triumph,” she said. It was horrific. It was wonderful."
    )
    sample = sample_tone_by_voice(material, PRIMARY)
    (quoted_bad, quoted_good), _ = (sorted(score for score, _ in side) for side in pair_up(sample))
    without = {carrier.name: carrier.without for carrier in leave_out_terms(sample)}
    rest = sample.value - (quoted_bad + quoted_good) / 2
    assert without["murdered"] == pytest.approx(quoted_good + rest)


def test_without_all_its_terms_nothing_is_left_of_a_tone() -> None:
    sample = sample_tone_by_voice(read("“They murdered him,” she said. It was horrific."), PRIMARY)
    assert math.isnan(value_without(sample, {carrier.name for carrier in leave_out_terms(sample)}))
    assert [carrier.without for carrier in leave_out_terms(sample)] == [None, None]


def test_leaving_out_a_sentence_is_the_same_as_a_text_without_it() -> None:
    rows = [(1.0, 1.0, -1.0, 1.0), (2.0, 1.0, 0.0, 0.0), (0.5, 1.0, 3.0, 1.0)]
    sample = of_rows(rows)
    for carrier in leave_out_units(sample):
        left = [row for number, row in enumerate(rows, start=1) if number != int(carrier.name)]
        assert carrier.without == pytest.approx(of_rows(left).value)


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("top_frame", "“violence and victims”"),
        ("darkest", "paragraph 1"),
        ("brightest", "paragraph 6"),
        ("top_actor", "“Maryam Rajavi”"),
        ("word_for_government", "“regime”"),
        ("top_addressee", "“the world”"),
    ],
)
def test_what_leads_is_what_the_notebooks_show(name: str, first: str, material: Material) -> None:
    assert find_headline(name).prepare(material)[1] == first


def test_frames_without_names_leave_out_terms_that_are_parts_of_names() -> None:
    material = read("The Justice for Victims Committee met. Victims spoke. The victims wept.")
    build: Callable[..., Sample] = find_headline("top_frame").prepare(material)[0]
    with_names = build({"names": "names count", "counted": "every place"}).sums
    without = build({"names": "names left out", "counted": "every place"}).sums
    assert without[3] <= with_names[3]
    assert build({"names": "names left out", "counted": "each term once"}).sums[3] <= without[3]


def test_without_a_word_whichever_frame_is_next_is_the_next() -> None:
    labeled = [Labeled(0, "a", "one"), Labeled(0, "a", "two"), Labeled(4, "a", "two")]
    labeled += [Labeled(4, "b", "three"), Labeled(8, "b", "three"), Labeled(8, "c", "four")]
    sample = sample_lead(make_document("Aa. Bb. Cc."), labeled, "a")
    without = {carrier.name: carrier.without for carrier in leave_out_terms(sample)}
    assert sample.value == pytest.approx((3 - 2) / 6)
    assert without["three"] == pytest.approx((3 - 1) / 4)  # c is next, with one place
    assert without["two"] == pytest.approx((1 - 2) / 4)


def test_where_nobody_is_named_nobody_leads() -> None:
    assert math.isnan(sample_lead(make_document("Aa."), [Labeled(0, NOBODY, "one")], None).value)


def test_a_label_without_a_rival_leads_by_all_places() -> None:
    assert sample_lead(make_document("Aa."), [Labeled(0, "a", "one")], "a").value == 1


def test_where_no_label_leads_a_lead_is_found_in_no_more_than_one_of_twenty_texts() -> None:
    chance = random.Random(5)
    doc = make_document("Aa. " * 14)
    found = 0
    for _ in range(400):
        labeled = [
            Labeled(start, chance.choice("abc"), "one") for start, _ in doc.sentences for _ in range(3)
        ]
        sample = sample_lead(doc, labeled, find_leader(labeled))
        p = flip_signs([float(row[0] - row[1]) for row in sample.columns]).p
        found += p is not None and p < 0.05
    assert found / 400 <= 0.05
