"""The overview: one question a row, answered from the measures."""

from __future__ import annotations

from analysis.findings.reading import find_all
from analysis.text.document import make_document
from analysis.views.overview import summarize_findings

TEXT = (
    "“We lost nine boats,” Ada Brook said. “We lost them all,” said Brook. “No,” Ben Gray said.\n\n"
    "The council must act. It was a massacre."
)


def answers(text: str) -> dict[str, tuple[str, str]]:
    table = summarize_findings(find_all(make_document(text)))
    return {row.question: (row.answer, row.rests_on) for row in table.itertuples()}


def test_the_overview_answers_from_what_can_be_counted_in_the_text() -> None:
    told = answers(TEXT)
    assert told["How long is it?"] == ("25 words", "5 sentences, 2 paragraphs")
    assert told["Who speaks most?"] == ("Ada Brook", "8 of the 9 words of 2 speakers")
    assert told["How many calls does the narrator make?"] == ("1", "of 1 in the whole text")
    assert told["How many numbers stand without a source?"] == ("0", "of 1 in the whole text")
    assert told["How many loaded words does the narrator use?"][0] == "1"


def test_the_leading_frame_is_one_of_the_set_that_has_more_terms() -> None:
    question = "Which frame has most terms?"
    assert answers("The massacre was denied.")[question] == (
        "violence and victims",
        "1 of 1 term of frames of argument",
    )
    assert answers("The economy grew, prices rose and the police came.")[question] == (
        "economic consequences",
        "2 of 3 terms of frames of news",
    )


def test_a_text_without_words_gets_no_invented_answer() -> None:
    told = answers("")
    assert told["How much of it is quotation?"][0] == "no words"
    assert told["Who speaks most?"][0] == "nobody is quoted"
    assert told["Which frame has most terms?"][0] == "none of the listed terms"
    assert told["Does the narrator sound different from those quoted?"][0].startswith("cannot tell")
