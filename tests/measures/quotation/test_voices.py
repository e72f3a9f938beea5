"""Voices: each character of a paragraph has exactly one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.measures.quotation import VoiceSpan, find_quotations, find_voices
from analysis.measures.quotation.voices import _LETTER, VOICES
from analysis.text.document import Document, make_document

D, X, R, N = "direct", "indirect", "reporting", "narration"


def _voices(doc: Document) -> list[VoiceSpan]:
    return find_voices(doc, find_quotations(doc))


def _read(text: str) -> list[tuple[str, str]]:
    return [(span.voice, span.surface.strip()) for span in _voices(make_document(text))]


# fact -> (text, its voices)
PARTED = {
    "a text without quotation": ("It rained in Hull.", [(N, "It rained in Hull.")]),
    "an indirect report": ("Lee said that it rained.", [(R, "Lee said that"), (X, "it rained.")]),
    "words in marks": ("“It rained,” Lee said.", [(D, "“It rained,”"), (R, "Lee said.")]),
    "words in marks inside a report": (
        "Lee said the port was “safe” again.",
        [(R, "Lee said"), (X, "the port was"), (D, "“safe”"), (X, "again.")],
    ),
    "a thought stays with the narrator": (
        "Lee believes that it rains.",
        [(N, "Lee believes that it rains.")],
    ),
    "a plan stays with the narrator": ("Lee wants to leave.", [(N, "Lee wants to leave.")]),
    "what is blamed stays with the narrator": (
        "The crews blamed the storm.",
        [(N, "The crews blamed the storm.")],
    ),
    "a scare quote stays with the narrator": (
        "The “Harbour Walk” festival opened in May.",
        [(N, "The “Harbour Walk” festival opened in May.")],
    ),
    "a nested quotation takes the voice around it": (
        "Lee said: “They call it ‘the end’ and leave.”",
        [(R, "Lee said:"), (D, "“They call it ‘the end’ and leave.”")],
    ),
    "a thought inside a report is reported": (
        "Lee said that Roe believed in rain.",
        [(R, "Lee said that"), (X, "Roe believed in rain.")],
    ),
    "a split quotation": (
        "“The port,” Lee said, “is safe.”",
        [(D, "“The port,”"), (R, "Lee said,"), (D, "“is safe.”")],
    ),
    "what is told of a speaker in a clause is the narrator's": (
        "“It rained,” said Lee, the mayor, who left.",
        [(D, "“It rained,”"), (R, "said Lee, the mayor,"), (N, "who left.")],
    ),
    "a source": ("It rained, according to Lee.", [(X, "It rained,"), (R, "according to Lee.")]),
}


@pytest.mark.parametrize("fact", PARTED)
def test_how_a_sentence_is_parted(fact: str) -> None:
    text, expected = PARTED[fact]
    assert _read(text) == expected


def test_a_voice_has_the_entity_that_speaks_and_says_why() -> None:
    doc = make_document("Ann Lee said that it rained.")
    reporting, indirect = _voices(doc)
    assert (reporting.entity, reporting.reason) == (None, None)
    assert indirect.entity is not None
    assert "said" in (indirect.reason or "")


FREE = [
    ("Lee said that the port was unsafe. This neglect costs lives.", True),
    ("Lee said that the port was unsafe. That’s why crews leave.", True),
    ("Lee said that the port was unsafe. The crews will leave.", True),
    ("Lee said that the port was unsafe. The crews left.", False),
    ("“The port is unsafe,” Lee said. The crews will leave.", False),
    ("Lee believed that the port was unsafe. This neglect costs lives.", False),
    ("The port was unsafe. This neglect costs lives.", False),
]


@pytest.mark.parametrize(("text", "flagged"), FREE)
def test_what_may_be_free_indirect_speech_is_narration_with_a_flag(text: str, flagged: bool) -> None:
    last = _voices(make_document(text))[-1]
    assert last.voice == "reporting" or (last.voice, last.free_indirect) == (N, flagged)
    assert not last.free_indirect or last.reason


def test_free_indirect_speech_never_crosses_a_paragraph() -> None:
    doc = make_document("Lee said that the port was unsafe.\n\nThis neglect costs lives.")
    assert not any(span.free_indirect for span in _voices(doc))


TEXTS = st.lists(
    st.sampled_from(
        ["Lee said", "that", "it rained", "“", "”", '"', "’", ",", ".", "\n\n", "she", "wants to leave",
         "according to", "This", "is", "😀", "\u00a0", "—"]
    ),
    max_size=30,
).map(" ".join)  # fmt: skip


@given(st.one_of(TEXTS, st.text(max_size=80)))
def test_voices_cover_each_paragraph_exactly_once(text: str) -> None:
    doc = make_document(text)
    voices = _voices(doc)
    assert all(doc.text[span.start : span.end] == span.surface for span in voices)
    assert all(span.voice in VOICES for span in voices)
    covered = [place for span in voices for place in range(span.start, span.end)]
    assert covered == [place for start, end in doc.paragraphs for place in range(start, end)]


@given(st.characters())
def test_the_letters_that_tell_a_voice_are_letters_and_digits_of_any_script(character: str) -> None:
    assert bool(_LETTER.match(character)) == character.isalnum()
