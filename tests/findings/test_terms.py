"""Terms meet voices: a term's voice is that of the quotation layer."""

from __future__ import annotations

from analysis.findings.reading import find_all
from analysis.findings.terms import compare_quotation_words, find_term_voices
from analysis.measures.concordance import find_concordance
from analysis.text.document import make_document

STORY = "“We want peace,” Ada Brook said. The town has no peace. She said that peace was near."


def test_a_term_has_the_voice_and_the_speaker_of_its_place() -> None:
    findings = find_all(make_document(STORY))
    assert find_term_voices(findings, find_concordance(findings.doc, "peace")) == [
        ("direct", "Ada Brook"),
        ("narration", None),
        ("indirect", "Ada Brook"),
    ]


def test_quotation_is_set_against_narration() -> None:
    table = compare_quotation_words(find_all(make_document(STORY)), min_n=1).set_index("word")
    assert tuple(table.loc["peace", ["n_target", "n_reference"]]) == (2, 1)
    assert "said" not in table.index  # the reporting clause is on neither side
