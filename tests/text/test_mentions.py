"""Who is named, and which mentions mean the same."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from analysis.text.document import Document, make_document
from analysis.text.mentions import find_entities, find_mentions


def names_of(text: str) -> dict[str, list[str]]:
    """Entity name -> surfaces of its mentions."""
    doc = make_document(text)
    mentions = find_mentions(doc)
    return {e.name: [text[a:b] for a, b in e.mentions] for e in find_entities(doc, mentions)}


def test_name_title_and_pronoun_in_the_article_are_one_person(article: Document) -> None:
    mentions = find_mentions(article)
    entities = {e.name: e for e in find_entities(article, mentions)}
    surfaces = {article.text[a:b] for a, b in entities["Maryam Rajavi"].mentions}
    assert surfaces >= {"Maryam Rajavi", "the President-elect", "Mrs. Rajavi", "Rajavi", "She"}
    assert sum(article.text[a:b] == "She" for a, b in entities["Maryam Rajavi"].mentions) == 2
    khomeini = [article.text[a:b] for a, b in entities["Ruhollah Khomeini"].mentions]
    assert khomeini[:2] == ["Ruhollah Khomeini", "he"]
    assert {"MEK", "National Council of Resistance of Iran", "United Nations"} <= entities.keys()


@given(st.text(max_size=120))
def test_a_mention_is_what_stands_at_its_place(text: str) -> None:
    doc = make_document(text)
    mentions = find_mentions(doc)
    assert mentions == sorted(mentions, key=lambda m: (m.start, m.end))
    for mention in mentions:
        assert text[mention.start : mention.end] == mention.surface
    entities = find_entities(doc, mentions)
    assert [e.entity for e in entities] == list(range(1, len(entities) + 1))
