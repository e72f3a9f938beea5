"""What stands in quotation marks: facts about English typesetting, one to a row."""

from __future__ import annotations

import re
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.measures.quotation.apostrophes import SINGLES
from analysis.measures.quotation.marks import MarkedSpan, find_marks
from analysis.measures.quotation.pairs import MAX_LEVEL, _alternate, _pair, pair_signs
from analysis.measures.quotation.repairs import _Paragraph, _read, mend
from analysis.measures.quotation.signs import MARKS, find_runs, find_signs
from analysis.text.document import Document, make_document


def _spans(text: str) -> list[MarkedSpan]:
    return find_marks(make_document(text))[0]


def _surfaces(text: str) -> list[str]:
    return [span.surface for span in _spans(text)]


def _levels(text: str) -> list[tuple[int, str]]:
    return [(span.level, span.surface) for span in _spans(text)]


# --- wrong readings, each with the test that it fails ---------------------------------------


def test_wrong_reading_only_straight_marks_are_found() -> None:
    assert _surfaces('“Yes,” she said, and then "no."') == ["“Yes,”", '"no."']


def test_wrong_reading_the_first_closing_mark_ends_the_outer_quotation(article: Document) -> None:
    outer = [span for span in find_marks(article)[0] if span.level == 1]
    assert outer[0].surface.startswith("“History is the best judge")
    assert outer[0].surface.endswith("the blood of the Iranian people.”")


def test_wrong_reading_marks_are_paired_in_order() -> None:
    text = "“She calls it “tidy work” here,” he said."
    assert _levels(text) == [(1, "“She calls it “tidy work” here,”"), (2, "“tidy work”")]


def test_wrong_reading_nested_words_are_counted_twice(article: Document) -> None:
    spans, _ = find_marks(article)
    inner = [span for span in spans if span.level == 2]
    assert [span.surface for span in inner] == ["“bad business”"]
    level_one = sum(span.end - span.start for span in spans if span.level == 1)
    covered = {k for span in spans for k in range(span.start, span.end)}
    assert len(covered) == level_one


def test_wrong_reading_greedy_to_the_last_mark() -> None:
    assert _surfaces("“One,” he said. The hall was full. “Two.”") == ["“One,”", "“Two.”"]


def test_wrong_reading_apostrophes_are_marks() -> None:
    assert _surfaces("The mullahs’ men can’t see the workers’ side; it's the owners' call.") == []


def test_the_article_has_no_missing_mark(article: Document) -> None:
    spans, warnings = find_marks(article)
    assert warnings == []
    assert [(span.level, span.closed, span.repaired) for span in spans] == [
        (1, True, False),
        (2, True, False),
        (1, True, False),
    ]


# --- one idea to a row -----------------------------------------------------------------------

SURFACES = {
    "curly marks": ("“We wait,” she said.", ["“We wait,”"]),
    "straight marks": ('"We wait," she said.', ['"We wait,"']),
    "single marks quote in British texts": ("‘We wait,’ she said.", ["‘We wait,’"]),
    "straight single marks quote too": ("'We wait,' she said.", ["'We wait,'"]),
    "guillemets": ("«We wait», she said.", ["«We wait»"]),
    "guillemets set with spaces": ("« Nous attendons », dit-elle.", ["« Nous attendons »"]),
    "guillemets pointing inwards": ("»Wir warten«, sagte sie.", ["»Wir warten«"]),
    "single guillemets": ("‹We wait›, she said.", ["‹We wait›"]),
    "low and high marks": ("„Wir warten“, sagte sie.", ["„Wir warten“"]),
    "low and high marks as in Polish": ("„Czekamy”, powiedziała.", ["„Czekamy”"]),
    "the same mark at both ends": ("”Vi väntar”, sade hon.", ["”Vi väntar”"]),
    "two single marks make a double one": ("''We wait,'' she said.", ["''We wait,''"]),
    "backticks open as in TeX": ("``We wait,'' she said.", ["``We wait,''"]),
    "opens straight and closes curly": ('"We wait,” she said.', ['"We wait,”']),
    "opens curly and closes straight": ('“We wait," she said.', ['“We wait,"']),
    "two styles in one text": ('“We wait.” He said "no."', ["“We wait.”", '"no."']),
    "a dash before the mark opens": ("The act—“a farce”—went on.", ["“a farce”"]),
    "a bracket before the mark opens": ("He left (“for good”).", ["“for good”"]),
    "an ellipsis may open a quotation": ('She read: "... and we wait."', ['"... and we wait."']),
    "a bracket may open a quotation": ("It said “[we] wait.”", ["“[we] wait.”"]),
    "the mark may stand before the comma": ("The “gift”, he said, was late.", ["“gift”"]),
    "a colon without a space": ('She said:"We wait."', ['"We wait."']),
    "a space on the wrong side": ('"We wait, "she said, "and see."', ['"We wait, "', '"and see."']),
    "a mark with spaces on both sides": ('" We wait " was the word.', ['" We wait "']),
    "no space after a closing mark": ("“No.”He left. “Yes.”", ["“No.”", "“Yes.”"]),
    "three quotations side by side": ("“a”, “b” and “c”", ["“a”", "“b”", "“c”"]),
    "a possessive inside single marks": (
        "‘The workers’ demands are clear,’ he said.",
        ["‘The workers’ demands are clear,’"],
    ),
    "a word in s may end single marks": ("He meant ‘the sins’ of the town.", ["‘the sins’"]),
    "a contraction inside single marks": ("'We can't wait,' she said.", ["'We can't wait,'"]),
    "decades": ("The '90s and the ’60s were loud.", []),
    "elisions": ("’Tis rock ’n’ roll; give ’em ’til noon.", []),
    "dropped letters": ("They were rockin’ an’ rollin’ all night.", []),
    "a plural possessive at the end": ("The choice was the voters’.", []),
    "a quotation may begin with an elided word": ("‘Cause for concern’ it was.", ["‘Cause for concern’"]),
    "a title may begin with a number": ("The film ‘13 Women’ is out.", ["‘13 Women’"]),
    "a year is an elision": ("The class of ’16 met the class of ’92.", []),
    "a letter in single marks": ("Vote ‘R’ or ‘D’, he said.", ["‘R’", "‘D’"]),
    "a space between closing marks": ("‘He said “no” ’ she wrote.", ["‘He said “no” ’", "“no”"]),
    "single marks without a space before": ("She said,‘No.’", ["‘No.’"]),
    "feet and inches": ("He is 6'2\" and his son 5' 11\" tall.", []),
    "inches alone": ('A 5" pipe burst.', []),
    "inches inside a quotation": ('"A 5" pipe will do," he said.', ['"A 5" pipe will do,"']),
    "a number may end a quotation": ('"We won in 2012" was his boast.', ['"We won in 2012"']),
    "primes are no marks": ("It lies at 40° 26′ 46″ north.", []),
    "Hawaiian and Irish names": ("O'Neill met Hawai'i's team at Xi'an.", []),
    "markup attributes": ('<a href="#top" class="x">top</a> and “text”', ["“text”"]),
    "a row of marks is a ruler": ('"""""""""""""""" and “text”', ["“text”"]),
    "an empty text": ("", []),
    "nothing but one mark": ("“", []),
}


@pytest.mark.parametrize(("text", "expected"), SURFACES.values(), ids=SURFACES.keys())
def test_what_stands_in_marks(text: str, expected: list[str]) -> None:
    assert _surfaces(text) == expected


LEVELS = {
    "single inside double": ("“He said ‘no’ to me.”", [(1, "“He said ‘no’ to me.”"), (2, "‘no’")]),
    "double inside single": ("‘He said “no” to me.’", [(1, "‘He said “no” to me.’"), (2, "“no”")]),
    "the same straight shape": ('"He said "no" to me."', [(1, '"He said "no" to me."'), (2, '"no"')]),
    "both end together": ("“He said, ‘no.’”", [(1, "“He said, ‘no.’”"), (2, "‘no.’")]),
    "both begin together": ("“‘No’ was his word.”", [(1, "“‘No’ was his word.”"), (2, "‘No’")]),
    "both end together in one shape": ('"She said "go.""', [(1, '"She said "go.""'), (2, '"go."')]),
    "three levels": ("“A ‘b “c” d’ e.”", [(1, "“A ‘b “c” d’ e.”"), (2, "‘b “c” d’"), (3, "“c”")]),
    "an elision inside is no level": ("“Give ’em the ’90s.”", [(1, "“Give ’em the ’90s.”")]),
    "a possessive inside is no level": ("“The crews’ pay.”", [(1, "“The crews’ pay.”")]),
    "guillemets inside curly": ("“Il dit « non » ici.”", [(1, "“Il dit « non » ici.”"), (2, "« non »")]),
}


@pytest.mark.parametrize(("text", "expected"), LEVELS.values(), ids=LEVELS.keys())
def test_inner_marks_have_a_level_of_their_own(text: str, expected: list[tuple[int, str]]) -> None:
    assert _levels(text) == expected


# --- quotations that go on over paragraphs -----------------------------------------------------


def test_a_quotation_reopened_in_each_paragraph_is_one_group() -> None:
    spans, warnings = find_marks(make_document("“One.\n\n“Two.\n\n“Three,” she said. “Four.”"))
    assert [(s.surface, s.group, s.closed) for s in spans] == [
        ("“One.", 1, False),
        ("“Two.", 1, False),
        ("“Three,”", 1, True),
        ("“Four.”", 2, True),
    ]
    assert warnings == []
    assert not any(s.repaired for s in spans)


def test_a_quotation_that_closes_without_reopening_is_repaired_with_a_warning() -> None:
    spans, warnings = find_marks(make_document("She said: “One.\n\nTwo.”\n\nThe end."))
    assert [(s.surface, s.group, s.repaired) for s in spans] == [("“One.", 1, False), ("Two.”", 1, True)]
    assert len(warnings) == 1
    assert warnings[0].startswith("Paragraph 2:")


def test_single_marks_are_reopened_too() -> None:
    spans = _spans("‘One.\n\n‘Two,’ she said. ‘Three.’")
    assert [(s.surface, s.group) for s in spans] == [("‘One.", 1), ("‘Two,’", 1), ("‘Three.’", 2)]


def test_two_closed_quotations_in_two_paragraphs_are_two_groups() -> None:
    assert [s.group for s in _spans("“One.”\n\n“Two.”")] == [1, 2]


# --- marks that are missing ----------------------------------------------------------------------

MISSING = {
    "ends before who said it": ("“We wait, Ana Brodie said. “And see.”", ["“We wait,", "“And see.”"]),
    "ends before an inverted clause": ("“We wait, said Ana Brodie on Monday.", ["“We wait,"]),
    "runs to the end of the paragraph": (
        "She said: “We wait. We hope.\n\nThe end.",
        ["“We wait. We hope."],
    ),
    "ends before a source in brackets": ("She wrote: “We wait. We hope. [Tide]", ["“We wait. We hope."]),
    "a fragment ends with its sentence": ("He called it “a farce. The hall laughed.", ["“a farce."]),
    "a new sentence in marks ends it": ("“We wait. “See you,” she said.", ["“We wait.", "“See you,”"]),
    "the inner mark is the missing one": (
        "“They call it “bad business, you see,” he said.",
        ["“They call it “bad business, you see,”", "“bad business"],
    ),
    "an inner single mark ends with the outer": (
        "“He said, ‘go home.”",
        ["“He said, ‘go home.”", "‘go home."],
    ),
    "the opening mark is missing": ("It rained. We wait,” said Ana Brodie.", ["We wait,”"]),
}


@pytest.mark.parametrize(("text", "expected"), MISSING.values(), ids=MISSING.keys())
def test_a_missing_mark_is_supplied_with_a_warning(text: str, expected: list[str]) -> None:
    spans, warnings = find_marks(make_document(text))
    assert [span.surface for span in spans] == expected
    assert any(span.repaired for span in spans)
    assert len(warnings) == 1


def test_a_stray_closing_mark_is_left_out_with_a_warning() -> None:
    spans, warnings = find_marks(make_document("The town” slept."))
    assert spans == []
    assert warnings == ["Paragraph 1: a closing quotation mark without an opening one is left out."]


def test_a_second_closing_mark_behind_the_speaker_is_left_out() -> None:
    spans, warnings = find_marks(make_document("“We wait,” Brodie said.”"))
    assert [span.surface for span in spans] == ["“We wait,”"]
    assert len(warnings) == 1


STYLES = {
    "“a”": "double curly",
    '"a"': "straight double",
    "‘a’": "single curly",
    "'a'": "straight single",
    "«a»": "guillemets",
    "»a«": "inverted guillemets",
    "„a“": "low-high",
    "‚a‘": "single low-high",
    "''a''": "doubled single",
    '"a”': "mixed double",
    "'a’": "mixed single",
}


@pytest.mark.parametrize(("text", "style"), STYLES.items())
def test_the_style_names_both_marks(text: str, style: str) -> None:
    assert [span.style for span in _spans(text)] == [style]


# --- known limits --------------------------------------------------------------------------------


@pytest.mark.xfail(strict=True, reason="narration behind a lost mark looks like more of the quotation")
def test_narration_behind_a_lost_mark_is_not_quoted() -> None:
    assert _surfaces("She said: “We wait. The owners’ men laughed.") == ["“We wait."]


@pytest.mark.xfail(strict=True, reason="a possessive before the last word of single marks hides a lost end")
def test_single_marks_do_not_end_at_a_possessive() -> None:
    assert _surfaces("‘We back the crews’ demands, she said.") == ["‘We back the crews’ demands,"]


# --- properties -----------------------------------------------------------------------------------

_TEXTS = st.text(alphabet="ab S.,?!—( )\n\n5<>=" + "“”\"‘’'«»„‚‹›`´″\u200b\U0001f30a", max_size=120)


@given(_TEXTS | st.text(max_size=80))
def test_every_span_is_a_piece_of_the_text_and_none_cross(text: str) -> None:
    spans, warnings = find_marks(make_document(text))
    around: list[MarkedSpan] = []
    for span in spans:
        assert text[span.start : span.end] == span.surface != ""
        while around and around[-1].end <= span.start:
            around.pop()
        assert all(span.end <= outer.end for outer in around), (span, around)
        around.append(span)
        assert span.level == len(around)
    assert [s.start for s in spans] == sorted(s.start for s in spans)
    assert all(warning.startswith("Paragraph ") and warning.endswith(".") for warning in warnings)


@given(_TEXTS)
def test_a_span_never_leaves_its_paragraph(text: str) -> None:
    doc = make_document(text)
    for span in find_marks(doc)[0]:
        assert doc.paragraphs.holding(span.start) == doc.paragraphs.holding(span.end - 1) is not None


@given(st.text(alphabet="ab ,.“”", max_size=60))
def test_straight_and_curly_double_marks_give_the_same_spans(text: str) -> None:
    straight = text.replace("“", '"').replace("”", '"')
    assert [(s.start, s.end, s.level) for s in _spans(text)] == [
        (s.start, s.end, s.level) for s in _spans(straight)
    ]


@pytest.mark.parametrize("piece", ["“", "'", '"', "“a ", "'a ", "s' ", "“a\n\n", "a” ", "“a. ‘b, ", "<a “"])
def test_a_long_text_of_marks_is_read_in_bounded_depth(piece: str) -> None:
    spans, warnings = find_marks(make_document(piece * 5_000))
    assert max((span.level for span in spans), default=1) <= MAX_LEVEL
    assert len(warnings) <= 5_000


# --- short ways, each held to the long one ---------------------------------------------------

_MARKED_TEXTS = st.text("a1 .,“”\"'’«»‹›`´„\n", max_size=40)


@given(_MARKED_TEXTS)
def test_runs_of_marks_are_those_of_a_regular_expression(text: str) -> None:
    found = [run.span() for run in re.finditer(f"[{re.escape(MARKS)}]+", text)]
    within = re.compile(f"(?<=[a1])[{re.escape(SINGLES)}](?=[a1])")  # an apostrophe
    assert find_runs(text) == [(a, b) for a, b in found if b - a > 1 or not within.match(text, a)]


@given(st.text('a “”"', max_size=30))
def test_marks_that_open_and_close_in_turns_are_paired_as_all_others(text: str) -> None:
    signs = find_signs(text, 0, len(text), find_runs(text))
    if signs and _alternate(signs):
        assert pair_signs(signs) == _pair(signs, lenient=False)


@given(st.text('a “”"’.,', max_size=40))
def test_a_paragraph_that_lacks_no_mark_needs_no_repair(text: str) -> None:
    doc = make_document(text)
    for start, end in doc.paragraphs:
        pairing = pair_signs(find_signs(text, start, end, find_runs(text)))
        if pairing.signs and not pairing.openers and not pairing.closers:
            paragraph = _Paragraph(doc, start, end, pairing, {}, goes_on=True, singles_quote=True)
            reading = _read(paragraph, [], count(1))
            assert mend(doc, [pairing], singles_quote=True) == (reading.stretches, reading.warnings)
            assert not reading.carried
