"""Who is named, and which mentions mean the same."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.text.document import Document, make_document
from analysis.text.mentions import (
    entity_at,
    find_entities,
    find_mentions,
    find_quoted_words,
    pronouns,
    roles,
    runs,
)
from analysis.text.mentions.acronyms import find_acronyms
from analysis.text.mentions.habits import (
    CAPITAL,
    FUNCTION_WORD,
    NAME,
    PARTICLES,
    WITHIN_A_CLAUSE,
    find_titles,
    may_begin_names,
    surfaces,
    writes_small,
)
from analysis.text.mentions.memory import TAKING_UP, Memory
from analysis.text.mentions.model import Found
from analysis.text.mentions.names import find_names
from analysis.text.mentions.role_phrases import LAST_LETTERS, Head, RolePhrase, listed_nouns, read_head
from analysis.text.phrases import NounPhrase
from analysis.text.tagging import common_words
from analysis.text.wordlists import PERSON_ENDINGS, load_organization_nouns, load_roles


def names_of(text: str) -> dict[str, list[str]]:
    """Entity name -> surfaces of its mentions."""
    doc = make_document(text)
    mentions = find_mentions(doc)
    return {e.name: [text[a:b] for a, b in e.mentions] for e in find_entities(doc, mentions)}


def kinds_of(text: str) -> dict[str, str]:
    doc = make_document(text)
    return {e.name: e.kind for e in find_entities(doc, find_mentions(doc))}


def test_name_title_and_pronoun_in_the_article_are_one_person(article: Document) -> None:
    mentions = find_mentions(article)
    entities = {e.name: e for e in find_entities(article, mentions)}
    surfaces = {article.text[a:b] for a, b in entities["Maryam Rajavi"].mentions}
    assert surfaces >= {"Maryam Rajavi", "the President-elect", "Mrs. Rajavi", "Rajavi", "She"}
    assert sum(article.text[a:b] == "She" for a, b in entities["Maryam Rajavi"].mentions) == 2
    khomeini = [article.text[a:b] for a, b in entities["Ruhollah Khomeini"].mentions]
    assert khomeini[:2] == ["Ruhollah Khomeini", "he"]
    assert {"MEK", "National Council of Resistance of Iran", "United Nations"} <= entities.keys()


@pytest.mark.parametrize(
    ("text", "name", "mentions"),
    [
        # names
        ("Ann Lee spoke. Lee left.", "Ann Lee", ["Ann Lee", "Lee"]),
        ("Lee wins.\n\nAnn Lee won on Friday.", "Ann Lee", ["Lee", "Ann Lee"]),
        ("Ann Lee spoke. Mrs. Lee left.", "Ann Lee", ["Ann Lee", "Mrs. Lee"]),
        ("Ann Lee spoke. “No,” said Ann.", "Ann Lee", ["Ann Lee", "Ann"]),
        ("Ann B. Lee spoke. Ann Lee left.", "Ann B. Lee", ["Ann B. Lee", "Ann Lee"]),
        ("Ann Lee spoke. Lee’s speech was long.", "Ann Lee", ["Ann Lee", "Lee"]),
        ("Joan de Vries spoke. De Vries left.", "Joan de Vries", ["Joan de Vries", "De Vries"]),
        ("Senator Ann Lee spoke.", "Ann Lee", ["Senator Ann Lee"]),
        ("Foreign Minister Ann Lee spoke.", "Ann Lee", ["Foreign Minister Ann Lee"]),
        ("The Times called Ann Lee. Lee hung up.", "Ann Lee", ["Ann Lee", "Lee"]),
        # roles
        (
            "Ann Lee, the mayor, spoke. The mayor left early.",
            "Ann Lee",
            ["Ann Lee", "the mayor", "The mayor"],
        ),
        ("Ann Lee, president of the club, spoke.", "Ann Lee", ["Ann Lee", "president"]),
        ("The mayor of Hull, Ann Lee, spoke.", "Ann Lee", ["The mayor", "Ann Lee"]),
        (
            "Union spokesman Bob Roe spoke. The spokesman then went home.",
            "Bob Roe",
            ["Bob Roe", "The spokesman"],
        ),
        (
            "President Ann Lee spoke. The president left early.",
            "Ann Lee",
            ["President Ann Lee", "The president"],
        ),
        ("Ann Lee is the mayor. The mayor left early.", "Ann Lee", ["Ann Lee", "the mayor", "The mayor"]),
        ("A nurse called. The nurse was calm.", "A nurse", ["A nurse", "The nurse"]),
        ("Secretary of State Ann Lee spoke.", "Ann Lee", ["Secretary", "Ann Lee"]),
        ("White House Chief of Staff Ann Lee spoke.", "Ann Lee", ["Chief of Staff Ann Lee"]),
        ("The chief executive, Ann Lee, spoke.", "Ann Lee", ["The chief executive", "Ann Lee"]),
        ("A docker named Bob Roe spoke.", "Bob Roe", ["A docker", "Bob Roe"]),
        ("Ann Lee left. She was a nurse.", "Ann Lee", ["Ann Lee", "She", "a nurse"]),
        (
            "A spokesman for the port was late. The spokesman was tired.",
            "A spokesman for the port",
            ["A spokesman", "The spokesman"],
        ),
        ("A report by the council is late.", "A report by the council", ["A report"]),
        # organizations
        (
            "The World Health Club (WHC) met. WHC say no.",
            "World Health Club",
            ["World Health Club", "WHC", "WHC"],
        ),
        (
            "The Water Harm Office (WHO) met. WHO say no. People who drink agree.",
            "Water Harm Office",
            ["Water Harm Office", "WHO", "WHO"],
        ),
        ("Acme Steel Corp. closed. It said nothing.", "Acme Steel Corp", ["Acme Steel Corp", "It"]),
        (
            "Ann Lee’s campaign spoke. The campaign was tired.",
            "Ann Lee’s campaign",
            ["Ann Lee’s campaign", "The campaign"],
        ),
        # writings and places
        (
            "He read the National Port Study. The report says little.",
            "National Port Study",
            ["National Port Study", "The report"],
        ),
        (
            "They passed the Fair Wages Act. The law is short.",
            "Fair Wages Act",
            ["Fair Wages Act", "The law"],
        ),
        ("Ships wait in Merrow. The city is old.", "Merrow", ["Merrow", "The city"]),
        ("He left Iran for Merrow. The country is large.", "Iran", ["Iran", "The country"]),
        (
            "The Hull Dock Council (HDC) met. HDC members left.",
            "Hull Dock Council",
            ["Hull Dock Council", "HDC", "HDC"],
        ),
        (
            "Hull Dock Council met. The council then voted.",
            "Hull Dock Council",
            ["Hull Dock Council", "The council"],
        ),
        (
            "Acme Steel Corp. closed. The company was old.",
            "Acme Steel Corp",
            ["Acme Steel Corp", "The company"],
        ),
        ("She reads the Hull Gazette. The Gazette is old.", "Hull Gazette", ["Hull Gazette", "Gazette"]),
        ("He fled the United States. The U.S. let him go.", "United States", ["United States", "U.S."]),
        # pronouns
        ("Ann Lee spoke. She left.", "Ann Lee", ["Ann Lee", "She"]),
        ("Ann Lee met Bob Roe. She left.", "Ann Lee", ["Ann Lee", "She"]),
        ("Ann Lee met Bob Roe. He left.", "Bob Roe", ["Bob Roe", "He"]),
        ("A spokeswoman met Bob Roe. She left.", "A spokeswoman", ["A spokeswoman", "She"]),
        ("Mr. Quell met Eve Day. He left.", "Quell", ["Mr. Quell", "He"]),
        ("Ann Lee lost her keys.", "Ann Lee", ["Ann Lee", "her"]),
        ("The dockers met Ann Lee. They cheered.", "The dockers", ["The dockers", "They"]),
        ("Ann Lee spoke. “Eve Day lies,” she said.", "Ann Lee", ["Ann Lee", "she"]),
    ],
)
def test_mentions_of_one_actor_are_joined(text: str, name: str, mentions: list[str]) -> None:
    assert names_of(text).get(name) == mentions


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Ann Lee spoke.", "Ann Lee", "person"),
        ("He fled Iran.", "Iran", "place"),
        ("He joined the Bank of Hull.", "Bank of Hull", "organization"),
        ("He praised the White House.", "White House", "organization"),
        ("He praised the Iranians.", "Iranians", "group"),
        ("She lives in Mill Street.", "Mill Street", "place"),
    ],
)
def test_a_name_tells_what_kind_of_actor_it_names(text: str, name: str, kind: str) -> None:
    assert kinds_of(text)[name] == kind


@pytest.mark.parametrize(
    "text",
    [
        "Two of them left. That was all.",
        "It rained in March and on Monday.",
        "I said we would stay.",
        "She left.",
        "Iranian oil is cheap.",
    ],
)
def test_where_nobody_is_named_there_is_no_name(text: str) -> None:
    assert not [m for m in find_mentions(make_document(text)) if m.form in ("name", "title", "pronoun")]


@pytest.mark.parametrize(
    ("text", "speaker", "surface"),
    [
        ("Lee campaign spokesman Bob Roe spoke.", "Lee campaign spokesman Bob Roe", "Bob Roe"),
        ("Ann Lee, an aide to Bob Roe, spoke.", "Ann Lee, an aide to Bob Roe", "Ann Lee"),
        ("A lawyer for Ann Lee spoke.", "A lawyer for Ann Lee", "A lawyer"),
        ("Ann Lee’s lawyer spoke.", "Ann Lee’s lawyer", "Ann Lee’s lawyer"),
        (
            "Hull Dock Workers Association president Ann Lee left.",
            "Hull Dock Workers Association president Ann Lee",
            "Ann Lee",
        ),
        ("Ann Lee’s answer was brief.", "Ann Lee’s answer", "Ann Lee"),
    ],
)
def test_the_entity_of_a_speaker_is_that_of_its_head(text: str, speaker: str, surface: str) -> None:
    mentions = find_mentions(make_document(text))
    start = text.index(speaker)
    entity = entity_at(mentions, start, start + len(speaker))
    assert surface in [m.surface for m in mentions if m.entity == entity]


def test_a_title_belongs_to_the_name_behind_it() -> None:
    text = "Sen. Ann Lee spoke."
    assert entity_at(find_mentions(make_document(text)), text.index("Ann"), text.index(" spoke")) == 1


@pytest.mark.parametrize("speaker", ["her sister", "her mood", "Ann Lee’s hopes"])
def test_who_owns_a_speaker_is_not_the_speaker(speaker: str) -> None:
    text = f"Ann Lee smiled. Then {speaker} changed."
    start = text.index(speaker)
    mentions = find_mentions(make_document(text))
    owner = next(mention.entity for mention in mentions if mention.surface == "Ann Lee")
    assert entity_at(mentions, start, start + len(speaker)) != owner


def test_a_headline_with_a_stop_names_nobody_by_its_verbs() -> None:
    names = names_of("Mira Quell Says Harbour Needs Tom Rook.\n\nMira Quell met Tom Rook on Monday.")
    assert {"Mira Quell", "Tom Rook"} <= names.keys()
    assert not [name for name in names if "Says" in name]


def test_a_country_is_not_called_after_a_region() -> None:
    assert "Australia" in names_of("South Australia voted. Australia waited.")


def test_it_takes_up_nobody_where_it_rains() -> None:
    assert names_of("Acme Steel Corp. closed. It rained.")["Acme Steel Corp"] == ["Acme Steel Corp"]


def test_several_companies_are_a_group() -> None:
    assert kinds_of("Unions called for talks.") == {"Unions": "group"}


def test_a_stretch_without_a_name_has_no_entity() -> None:
    assert entity_at(find_mentions(make_document("It rained all day.")), 0, 2) is None


def test_two_people_of_one_last_name_are_told_apart_by_title() -> None:
    names = names_of("Ann Lee met Bob Lee. Mrs. Lee spoke. Mr. Lee listened.")
    assert names["Ann Lee"] == ["Ann Lee", "Mrs. Lee"]
    assert names["Bob Lee"] == ["Bob Lee", "Mr. Lee"]


@pytest.mark.xfail(reason="the nearest subject is taken; who won, only the world can tell", strict=True)
def test_a_pronoun_may_mean_the_one_who_was_told() -> None:
    assert names_of("Ann Lee told Eve Day that she had won a prize.")["Eve Day"] == ["Eve Day", "she"]


@pytest.mark.xfail(reason="nicknames are in no list", strict=True)
def test_a_nickname_means_the_same_person() -> None:
    assert "William Roe" not in names_of("Bill Roe spoke. William Roe sat down.")


@given(st.text(max_size=120) | st.text(alphabet="ABab '’.,“”()sheSHE\n", max_size=120))
def test_a_mention_is_what_stands_at_its_place(text: str) -> None:
    doc = make_document(text)
    mentions = find_mentions(doc)
    assert mentions == sorted(mentions, key=lambda m: (m.start, m.end))
    for mention in mentions:
        assert text[mention.start : mention.end] == mention.surface
    entities = find_entities(doc, mentions)
    assert [e.entity for e in entities] == list(range(1, len(entities) + 1))


def test_no_name_goes_on_without_end_over_and() -> None:
    text = "The Center for " + "Aa and " * 60 + "Bb met."
    assert max(len(name.words) for name in find_names(make_document(text))) < 20


@pytest.mark.parametrize("unit", ["Ann Lee said he left. ", "a worker met the worker ", "Aa Bb (AB) ", "“"])
def test_time_grows_with_length(unit: str) -> None:
    def seconds(n_characters: int) -> float:
        doc = make_document(unit * (n_characters // len(unit)))
        begin = time.process_time()
        find_mentions(doc)
        return time.process_time() - begin

    short, long = seconds(4_000), seconds(40_000)
    assert long < 30 * short + 1


def read_marks_slowly(doc: Document) -> list[bool]:
    """The slow twin: every character in front of every word, in its paragraph."""
    inside_at = []
    for start in doc.words.starts:
        paragraph = doc.paragraphs[doc.paragraphs.holding(start) or 0]
        inside = False
        for place in range(paragraph.start, start):
            mark = doc.text[place]
            if mark == '"' or doc.text[place : place + 2] == "''":
                inside = not inside
            elif mark in "“«„”»":
                inside = mark in "“«„"
        inside_at.append(inside)
    return inside_at


@given(st.text(alphabet="“”«»„\"'a \n", max_size=40))
def test_marks_around_words_are_read_as_one_by_one(text: str) -> None:
    doc = make_document(text)
    assert find_quoted_words(doc) == read_marks_slowly(doc)


SOME_WORDS = [
    "Ann", "Lee’s", "de", "La", "la’s", "al-Hakim", "al-hakim", "The", "port", "Port", "OK", "don't", "Don’t",
    "iPhone", "Union", "Calls", "Strike", "Says", "May", "(HPA)", "(A.B.)", "(Ab)", ". ", "\n\n", "“", ",",
    "the", "mayor", "company", "city", "report", "Report", "of", "she", "is", "wind", "unions", "her", "in",
]  # fmt: skip
mixed_texts = st.lists(st.sampled_from(SOME_WORDS), max_size=60).map(" ".join) | st.text(max_size=80)


def is_title_slowly(doc: Document, words: range) -> bool:
    """The slow twin, but for a sentence with a stop, of which it only says whether it may be a title."""
    long = [doc.text[start] for start, end in (doc.words[word] for word in words) if end - start > 3]
    return len(long) > 2 and sum(map(str.isupper, long)) > 0.7 * len(long)


@given(mixed_texts)
def test_in_a_title_most_long_words_have_a_capital(text: str) -> None:
    doc = make_document(text)
    for words, title in zip(doc.sentence_words, find_titles(doc), strict=True):
        may_be = is_title_slowly(doc, words)
        stopped = bool(words) and doc.text[doc.words.ends[words[-1]] :].startswith(".")
        assert may_be if title else (stopped or not may_be)


@given(mixed_texts)
def test_no_name_begins_elsewhere_than_at_a_capital_or_a_particle(text: str) -> None:
    doc = make_document(text)
    known = surfaces(doc)
    for words, places in zip(doc.sentence_words, may_begin_names(doc), strict=True):
        capitals = {word for word in words if CAPITAL[known[word]]}
        particles = {word for word in words if known[word].lower() in PARTICLES and word + 1 in capitals}
        assert capitals | particles <= set(places) <= set(words)


@given(mixed_texts)
def test_a_capital_alone_tells_of_a_name_inside_a_clause_and_never_of_a_function_word(text: str) -> None:
    doc = make_document(text)
    known = surfaces(doc)
    for number, (words, title) in enumerate(zip(doc.sentence_words, find_titles(doc), strict=True)):
        for word in words:
            begins = runs._begins(doc, known, number, word, words, title)
            if CAPITAL[known[word]] == FUNCTION_WORD:
                assert not begins
            if CAPITAL[known[word]] == NAME and not title and word > words.start:
                assert begins or doc.gaps[word - 1] not in WITHIN_A_CLAUSE


SENTENCES = [
    "Ann Lee left.", "Bob Roe saw Ann.", "It rained.", "“Officials saw her,” said Roe.", "In it they sat.",
    "He told Kim Doe.", "Roe met Lee.", "“She won,” he said.", "The mayor saw him in Orly.", "Doe fled.",
]  # fmt: skip


@given(st.lists(st.sampled_from(SENTENCES), max_size=20).map(" ".join))
def test_a_pronoun_takes_up_nobody_who_was_named_too_long_before(text: str) -> None:
    found = find_mentions(make_document(text))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pronouns, "TOO_FAR", pronouns.REACH_SENTENCES + pronouns.TOO_FAR)
        assert find_mentions(make_document(text)) == found


@given(mixed_texts)
def test_a_word_is_written_small_where_it_stands_so(text: str) -> None:
    doc = make_document(text)
    written = {doc.text[start:end] for start, end in doc.words}
    for word in ("zzyzx", "don't", "iphone", "union"):
        assert writes_small(doc, word) == (word in written or word in common_words())


def read_every_phrase(doc: Document, names: object, phrases: list[list[NounPhrase]]) -> list[RolePhrase]:
    """The slow twin: all phrases, as if each might be a role."""
    return [
        (phrase, read_head(key) or Head(key, None, is_organization=False, for_one=False), sentence)
        for sentence, in_sentence in enumerate(phrases)
        for phrase in in_sentence
        for key in [doc.folded[phrase.head_start : phrase.head_end].lower()]
    ]


@given(mixed_texts)
def test_a_role_is_asked_for_wherever_it_may_be_found(text: str) -> None:
    found = find_mentions(make_document(text))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(roles, "find_role_phrases", read_every_phrase)
        assert find_mentions(make_document(text)) == found


BUSINESSES = [
    "Acme opened in Hull.", "The company grew.", "The city paid Acme.", "Orly Bank sued Acme.",
    "The bank won.", "The Orly Report came.", "The report praised the city.", "In Orly they left.",
    "The company left the town.",
]  # fmt: skip


@given(st.lists(st.sampled_from(BUSINESSES), max_size=12).map(" ".join) | mixed_texts)
def test_it_does_not_matter_when_mentions_are_put_among_those_of_their_kind(text: str) -> None:
    found = find_mentions(make_document(text))
    take_up = roles._taken_up

    def sort_out_first(
        doc: Document, phrase: NounPhrase, head: Head, memory: Memory, sentence: int, paragraph: int
    ) -> Found | None:
        memory.sort_out(doc)
        return take_up(doc, phrase, head, memory, sentence, paragraph)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(roles, "_taken_up", sort_out_first)
        assert find_mentions(make_document(text)) == found


@given(st.sampled_from([*load_roles(), *load_organization_nouns(), *TAKING_UP, *PERSON_ENDINGS]), st.text())
def test_a_noun_that_may_be_a_role_is_known_by_its_spelling_or_its_last_letters(
    noun: str, begin: str
) -> None:
    forms = [noun, noun + "s", noun + "es", noun[:-1] + "ies", noun.replace("woman", "women")]
    for key in {(front + form).lower() for front in ("", begin) for form in forms}:
        assert read_head(key) is None or key in listed_nouns() or key[-3:] in LAST_LETTERS


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Neither of them came.", []),
        ("Neither Mr. Roe nor Ann Lee came.", ["Mr. Roe", "Ann Lee"]),
        ("“Let’s go,” said Lee.", ["Lee"]),
        ("It isn’t over, nobody knows.", []),
        ("Amid protests, Lee left.", ["Lee"]),
        ("Besides China, Japan came.", ["China", "Japan"]),
        ("Seven ships left.", []),
        ("Three Mile Island is closed.", ["Three Mile Island"]),
        ("The Gang of Eight met.", ["Gang", "Eight"]),
    ],
)
def test_a_word_of_a_closed_class_begins_no_name_at_the_head_of_a_sentence(
    text: str, names: list[str]
) -> None:
    assert [text[name.start : name.end] for name in find_names(make_document(text))] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("WHY HULL CLAMPS DOWN ON SHIPS. The mayor of Hull met sailors.", ["HULL", "Hull"]),
        ("1. EXPERTS DOWNPLAY PLANNED LAUNCH. Nobody came.", []),
        ("MAKE AMERICA GREAT AGAIN! he wrote.", ["AMERICA"]),
        ("PORT HULL (AP) — Nobody came.", ["PORT HULL", "AP"]),
        ("The NATO and EU met the FBI and CIA.", ["NATO", "EU", "FBI", "CIA"]),
        ("He saw it on CNN.\n\nWHY SHIPS ARE LATE NOW", ["CNN"]),
    ],
)
def test_in_a_row_of_capitals_only_known_names_are_names(text: str, names: list[str]) -> None:
    assert [text[name.start : name.end] for name in find_names(make_document(text))] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("She runs the Center for Port Studies now.", {"Center for Port Studies": "organization"}),
        ("The Committee for a Free Port met.", {"Committee for a Free Port": "organization"}),
        (
            "The Centers for Port Control and Repair said so.",
            {"Centers for Port Control and Repair": "organization"},
        ),
        ("The Club for Growth and Ann Lee met.", {"Club for Growth": "organization", "Ann Lee": "person"}),
        (
            "He met Center for Disease Control Director Tim Roe.",
            {"Center for Disease Control": "organization", "Director Tim Roe": "person"},
        ),
        ("Lee called for China to act.", {"Lee": "given", "China": "place"}),
        (
            "He asked the Justice Department for Lee’s papers.",
            {"Justice Department": "organization", "Lee": "given"},
        ),
        ("Ann Lee and Bob Roe met.", {"Ann Lee": "person", "Bob Roe": "person"}),
    ],
)
def test_what_an_organization_is_for_belongs_to_its_name(text: str, names: dict[str, str]) -> None:
    found = find_names(make_document(text))
    assert {text[name.start : name.end]: name.kind for name in found} == names


def test_a_capital_that_only_honors_a_noun_names_nobody() -> None:
    assert find_mentions(make_document("They recalled the 1988 Fire. The fire took the mill.")) == []
    assert [m.surface for m in find_mentions(make_document("They recalled the 1988 Fire."))] == ["Fire"]


def test_an_agency_behind_a_place_is_no_acronym_of_the_headline() -> None:
    text = "A poll sees Lee ahead.\n\nPORT HULL (AP) — The Port Authority (PA) met."
    acronyms = find_acronyms(make_document(text))
    assert {acronym: text[start:end] for acronym, (start, end) in acronyms.items()} == {
        "PA": "Port Authority"
    }


@given(mixed_texts)
def test_an_acronym_in_parentheses_stands_for_words_in_front_of_it(text: str) -> None:
    doc = make_document("Hull Port Authority (HPA), Aa Bb (A.B.) " + text)
    acronyms = find_acronyms(doc)
    assert [doc.text[start:end] for start, end in acronyms.values()][:2] == ["Hull Port Authority", "Aa Bb"]
    for acronym, (start, end) in acronyms.items():
        assert doc.text[start] == acronym[0]
        assert "".join(doc.text[end:].split("(", 1)[1].split(")", 1)[0].split(".")) == acronym
