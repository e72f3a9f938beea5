"""Lexicons: what a row may hold, and where its term is found."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.text.document import make_document
from analysis.text.lexicon import Lexicon, find_terms, load_lexicon
from analysis.text.lexicon.entries import COLUMNS
from analysis.text.library import DataError

HEADER = ",".join(COLUMNS)
SOURCES = "source,licence\nown,MIT\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one source, for lexicons of a test's own."""
    (tmp_path / "sources.csv").write_text(SOURCES, encoding="utf-8")
    return tmp_path


def load(folder: Path, *rows: str) -> Lexicon:
    """A lexicon of rows; a row may be only term, label and inflection."""
    lines = [row if row.count(",") > 2 else "{},{},,{},,,own".format(*row.split(",")) for row in rows]
    (folder / "test.csv").write_text("\n".join([HEADER, *lines, ""]), encoding="utf-8")
    return load_lexicon("test", folder=folder)


def found(lexicon: Lexicon, text: str) -> list[tuple[str, str]]:
    return [(match.surface, match.term) for match in find_terms(make_document(text), lexicon)]


# What a row may hold


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ([HEADER, "peace,good,,,,,paper"], "test.csv, row 2: add the source 'paper' to sources.csv first"),
        (
            [HEADER, "peace,good,,,,,own", "war,bad,,,,,own", "peace,good,,,,,own"],
            "test.csv, row 4: 'peace' stands in row 2 already; keep one of them",
        ),
        (
            [HEADER, "can't,good,,,,,own", "can’t,bad,,,,,own"],
            'test.csv, row 3: "can\'t" stands in row 2 already; keep one of them',
        ),
        (
            [HEADER, "peace  talk,good,,,,,own", " peace talk,bad,,,,,own"],
            "test.csv, row 3: 'peace talk' stands in row 2 already; keep one of them",
        ),
        ([HEADER, ",good,,,,,own"], "test.csv, row 2: fill in both term and label"),
        ([HEADER, "peace,,,,,,own"], "test.csv, row 2: fill in both term and label"),
        ([HEADER, "peace,good,high,,,,own"], "test.csv, row 2: weight is 'high'; write a number or nothing"),
        (
            [HEADER, "peace,good,,plural,,,own"],
            "test.csv, row 2: inflection is 'plural'; write noun, verb or nothing",
        ),
        (
            [f"{HEADER},pos", "peace,good,,,,,own,preposition"],
            "test.csv, row 2: pos is 'preposition'; write noun, verb, adjective, adverb or nothing",
        ),
        (
            [f"{HEADER},names", "peace,good,,,,,own,no"],
            "test.csv, row 2: names is 'no'; write yes or nothing",
        ),
        (["term,label,weight,inflection,note,example"], "test.csv: add the column source to its first line"),
        (
            [HEADER, "peace,good,,,of towns, of states,,own"],
            "test.csv, row 2: give it 7 fields (quote a field that holds a comma)",
        ),
        ([HEADER, "peace,good"], "test.csv, row 2: give it 7 fields (quote a field that holds a comma)"),
    ],
)
def test_a_broken_row_is_named_with_its_remedy(folder: Path, lines: list[str], message: str) -> None:
    (folder / "test.csv").write_text("\n".join(lines), encoding="utf-8")
    with pytest.raises(DataError) as error:
        load_lexicon("test", folder=folder)
    assert str(error.value) == message


def test_a_missing_file_is_named(folder: Path) -> None:
    with pytest.raises(DataError, match=r"nowhere\.csv is missing from "):
        load_lexicon("nowhere", folder=folder)


def test_a_file_in_another_encoding_is_named(folder: Path) -> None:
    (folder / "test.csv").write_bytes(HEADER.encode() + b"\ncaf\xe9,place,,,,,own\n")
    with pytest.raises(DataError, match=r"test\.csv cannot be read as UTF-8 CSV"):
        load_lexicon("test", folder=folder)


def test_a_file_saved_by_a_spreadsheet_is_read(folder: Path) -> None:
    """With a byte order mark and Windows line ends."""
    (folder / "test.csv").write_bytes(b"\xef\xbb\xbf" + f"{HEADER}\r\npeace,good,1.5,,,,own\r\n".encode())
    (entry,) = load_lexicon("test", folder=folder).entries
    assert (entry.term, entry.label, entry.weight) == ("peace", "good", 1.5)


def test_the_labels_stand_in_the_order_of_the_file(folder: Path) -> None:
    assert load(folder, "war,bad,", "peace,good,", "ruin,bad,").labels == ("bad", "good")


def test_false_friends_are_sentences_side_by_side(folder: Path) -> None:
    lines = [f"{HEADER},false_friends", "strike,protest,,,,,own,It struck a chord. | A strike of luck."]
    (folder / "test.csv").write_text("\n".join(lines), encoding="utf-8")
    (entry,) = load_lexicon("test", folder=folder).entries
    assert entry.false_friends == ("It struck a chord.", "A strike of luck.")


# Where a term is found


@pytest.mark.parametrize(
    ("row", "text", "surfaces"),
    [
        # as one part of speech only
        ("lie,deceit,,verb,,,own,verb,", "They lie about it.", ["lie"]),
        ("lie,deceit,,,,,own,noun,", "They lie about it.", []),
        ("lie,deceit,,,,,own,noun,", "It was a lie.", ["lie"]),
        ("patient,health,,,,,own,noun,", "The patient left.", ["patient"]),
        ("patient,health,,,,,own,noun,", "She is a patient woman.", []),
        # in a part of a name only where the row says so
        ("justice,law,,,,,own,,", "The Justice Department wants justice.", ["justice"]),
        ("justice,law,,,,,own,,", "Justice is slow.", ["Justice"]),
        ("justice,law,,,,,own,,yes", "The Justice Department wants justice.", ["Justice", "justice"]),
        ("judge,law,,,,,own,,", "We saw Judge Ann Roe and a judge.", ["judge"]),
        # the whole name is no part of it
        ("Justice Department,law,,,,,own,,", "The Justice Department is shut.", ["Justice Department"]),
    ],
)
def test_a_row_may_ask_for_a_part_of_speech_and_leave_out_names(
    folder: Path, row: str, text: str, surfaces: list[str]
) -> None:
    lines = [f"{HEADER},pos,names", row]
    (folder / "test.csv").write_text("\n".join(lines), encoding="utf-8")
    assert [surface for surface, _ in found(load_lexicon("test", folder=folder), text)] == surfaces


@pytest.mark.parametrize(
    ("term", "text", "surfaces"),
    [
        # a word in small letters matches any, a word with a capital matches exactly
        ("justice", "Justice and JUSTICE and justice", ["Justice", "JUSTICE", "justice"]),
        ("Justice", "Justice and JUSTICE and justice", ["Justice"]),
        ("the World", "The World, the World, the world", ["The World", "the World"]),
        ("US", "Give us the US report", ["US"]),
        # whole words only
        ("art", "The party started; art is part of it", ["art"]),
        ("war", "A post-war war", ["war"]),
        ("killing machine", "a killing machine", ["killing machine"]),
        # a possessive ending never hinders
        ("regime", "the regime's, the regime’s and the Regime’s", ["regime's", "regime’s", "Regime’s"]),
        ("mullahs", "the mullahs’ rule", ["mullahs’"]),
        ("victims' rights", "Victims’ rights", ["Victims’ rights"]),
        ("regime crimes", "the regime’s crimes", ["regime’s crimes"]),
        ("the world's", "the world’s end, the world", ["the world’s"]),
        # only white space between the words of a term
        ("call for", "They call  for it.", ["call  for"]),
        ("call for", "They call\nfor it.\n\nAnd left.", ["call\nfor"]),
        ("call for", "If they call, for it is late.", []),
        ("call for", "They “call” for it.", []),
        # in one sentence and one paragraph
        ("call for", "It was a call. For once.", []),
        ("call for", "It was a call\n\nfor help", []),
        ("call for", "Now call", []),
        # marks and digits
        ("call-for-justice", "the Call-for-Justice march", ["Call-for-Justice"]),
        ("9/11", "after 9/11.", ["9/11"]),
        ("U.S.", "the U.S. and the u.s.", ["U.S."]),
        ("naïve", "A naïve plan", ["naïve"]),
    ],
)
def test_where_a_term_is_found(folder: Path, term: str, text: str, surfaces: list[str]) -> None:
    assert [surface for surface, _ in found(load(folder, f"{term},x,"), text)] == surfaces


@pytest.mark.parametrize(
    ("terms", "text", "expected"),
    [
        (["war", "war crime"], "A war crime, a war.", ["war crime", "war"]),  # more words first
        (["war crime", "crime against peace"], "the war crime against peace", ["war crime"]),  # from the left
        (["the world", "the world's"], "The world's oldest part of the world", ["the world's", "the world"]),
        (["court", "Court"], "The Court and the court", ["Court", "court"]),  # a capital before none
        (["the world", "of the world"], "the end of the world", ["of the world"]),
        (["rights", "rights of way", "way"], "rights of this way", ["rights", "way"]),
    ],
)
@pytest.mark.parametrize("order", [1, -1])
def test_the_longest_term_wins_whatever_the_order_of_the_rows(
    folder: Path, terms: list[str], text: str, expected: list[str], order: int
) -> None:
    lexicon = load(folder, *[f"{term},x," for term in terms][::order])
    assert [term for _, term in found(lexicon, text)] == expected


def test_a_row_of_its_own_outranks_the_form_of_another_row(folder: Path) -> None:
    lexicon = load(folder, "kill,deed,verb", "killing,noun,noun")
    labels = [m.label for m in find_terms(make_document("He killed. The killing, the killings."), lexicon)]
    assert labels == ["deed", "noun", "noun"]


def test_a_match_tells_its_row(folder: Path) -> None:
    lexicon = load(folder, "topple,struggle,-1.5,verb,a note,They toppled it.,own")
    (match,) = find_terms(make_document("They toppled it."), lexicon)
    assert (match.start, match.end, match.surface) == (5, 12, "toppled")
    assert (match.term, match.label, match.weight) == ("topple", "struggle", -1.5)
    assert (match.lexicon, match.source) == ("test", "own")


# On any text

TERMS = ["war", "war crime", "the world", "the World", "of the world", "call for", "stop", "regime", "U.S."]
WORDS = [
    *("War", "war", "crime", "the", "The", "World", "world's", "of", "call", "for", "stopped", "Regime’s"),
    *("U.S.", "a", "Mr.", ".", ",", "”", "\n\n"),
]


@pytest.fixture(scope="module")
def news_lexicon(tmp_path_factory: pytest.TempPathFactory) -> Lexicon:
    folder = tmp_path_factory.mktemp("lexicon")
    (folder / "sources.csv").write_text(SOURCES, encoding="utf-8")
    return load(folder, *(f"{term},x,{'verb' if term == 'stop' else ''}" for term in TERMS))


@settings(deadline=None)
@given(parts=st.lists(st.sampled_from(WORDS), max_size=30), space=st.sampled_from([" ", "\n", "  "]))
def test_no_word_is_in_two_matches_and_each_match_gives_its_surface(
    news_lexicon: Lexicon, parts: list[str], space: str
) -> None:
    doc = make_document(space.join(parts))
    position = 0
    for match in find_terms(doc, news_lexicon):
        assert position <= match.start < match.end
        assert doc.text[match.start : match.end] == match.surface
        assert match.start in doc.words.starts
        assert match.end in doc.words.ends
        assert doc.sentences.holding(match.start) == doc.sentences.holding(match.end - 1)
        position = match.end


def test_many_terms_that_begin_alike_cost_no_more_than_their_own_words(folder: Path) -> None:
    lexicon = load(folder, *(f"war number{n},x," for n in range(2_000)), "war,x,")
    assert len(found(lexicon, "war " * 200)) == 200
