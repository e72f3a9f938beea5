"""What looks like English, and that nothing breaks on what does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from analysis.findings.reading import find_all, measure_all
from analysis.text.document import make_document
from analysis.text.language import LEAST_SHARE, looks_english, share_of_function_words
from analysis.text.library import DATA

WARNING = "the text does not look like English; the measures know only English"
FOREIGN = {
    "German": "Der Rat der Stadt hat am Montag beschlossen, die alte Brücke im Norden zu schließen. Die "
    "Anwohner waren in großer Sorge, denn der Weg zur Schule wird nun länger.",
    "Dutch": "De raad van de stad heeft maandag besloten om de oude brug in het noorden te sluiten. De "
    "bewoners waren bezorgd, want de weg naar school wordt nu langer.",
    "Swedish": "Rådet i staden beslutade i måndags att stänga den gamla bron i norr. De boende var "
    "oroliga, för vägen till skolan blir längre. Man arbetar på en ny plan till hösten.",
    "French": "Le conseil de la ville a décidé lundi de fermer le vieux pont du nord. Les habitants sont "
    "inquiets, car le chemin de l’école sera plus long. On dit que le maire prépare un plan.",
    "Spanish": "El consejo de la ciudad decidió el lunes cerrar el viejo puente del norte. Los vecinos "
    "están preocupados, porque el camino a la escuela será más largo.",
    "Italian": "Il consiglio della città ha deciso lunedì di chiudere il vecchio ponte del nord. Gli "
    "abitanti sono preoccupati perché la strada per la scuola sarà più lunga.",
    "Finnish": "Kaupungin valtuusto päätti maanantaina sulkea pohjoisen vanhan sillan. Asukkaat ovat "
    "huolissaan, koska koulumatka pitenee. Syksyllä valmistellaan uutta suunnitelmaa, mutta he eivät vielä "
    "tiedä, milloin se on valmis.",
    "Persian": "شورای شهر روز دوشنبه تصمیم گرفت پل قدیمی شمال را ببندد. ساکنان نگران هستند چون راه مدرسه "
    "طولانی‌تر می‌شود. شهردار گفت که در پاییز برنامه‌ای تازه آماده خواهد شد.",
    "Russian": "Городской совет решил в понедельник закрыть старый мост на севере города. Жители "
    "обеспокоены, потому что дорога в школу станет длиннее. Осенью будет готов новый план.",
}


@pytest.mark.parametrize("language", FOREIGN)
def test_other_languages_do_not_look_like_english(language: str) -> None:
    doc = make_document(FOREIGN[language])
    assert len(doc.words) >= 20
    assert share_of_function_words(doc) < LEAST_SHARE / 2
    assert not looks_english(doc)


@pytest.mark.parametrize("path", sorted((DATA / "texts").glob("*.txt")), ids=lambda path: path.stem)
def test_the_articles_look_like_english_by_a_wide_margin(path: Path) -> None:
    assert share_of_function_words(make_document(path.read_text(encoding="utf-8"))) > LEAST_SHARE * 1.5


@pytest.mark.parametrize("text", ["", "Der Rat tagte.", "Bridge shut", "1 2 3"])
def test_a_short_text_is_not_judged(text: str) -> None:
    assert looks_english(make_document(text))
    assert WARNING not in find_all(make_document(text)).warnings


def test_shouting_in_english_is_english() -> None:
    shouted = "THE COUNCIL SHUT THE BRIDGE! THEY DID NOT ASK THE PEOPLE WHO LIVE BY IT, AND IT IS A SHAME! "
    assert looks_english(make_document(shouted * 2))


@pytest.mark.parametrize(
    ("text", "warned"),
    [
        (FOREIGN["German"], True),
        (FOREIGN["Persian"], True),
        ("🙂🔥 " * 50, False),
        ("WE WILL NOT LET THEM DO THIS TO US! " * 30, False),
        ("the man and the murder of " * 2_000, False),  # one sentence of more than 10,000 words
        ("12 345 6.78 " * 30, True),
    ],
    ids=["German", "Persian", "emoji", "shouting", "one long sentence", "numbers"],
)
def test_odd_texts_give_tables_and_a_warning_where_they_are_not_english(text: str, warned: bool) -> None:
    findings = find_all(make_document(text))
    assert (WARNING in findings.warnings) == warned
    assert set(measure_all(findings)) >= {"tone", "tone_by_voice", "tone_by_speaker"}
    for tone in findings.tone:
        assert (tone.score is None) == (tone.status == "no_evidence")


@pytest.mark.parametrize("text", ["🙂🔥 " * 50, "12 345 6.78 " * 30])
def test_emoji_and_numbers_are_no_evidence_of_tone(text: str) -> None:
    assert all(tone.status == "no_evidence" for tone in find_all(make_document(text)).tone)
