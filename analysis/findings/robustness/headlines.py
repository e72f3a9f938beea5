"""The headline figures: for each its question, the choices that bear on it, and the one declared beforehand.

What is declared here is what tables, notebooks and figures showed before any other combination was computed,
and it is the same for every text.
"""

from __future__ import annotations

from functools import partial

from analysis.findings.robustness import by_voice, leads, paragraphs
from analysis.findings.robustness.choices import (
    NAMES,
    PLACES,
    QUOTATION,
    SENTENCES,
    TONE,
    WORDS,
    Choice,
    Material,
)
from analysis.findings.robustness.headline import (
    POINTS,
    RATE,
    SHARE,
    Headline,
    deal_sample,
    flip_halves,
    flip_lead,
    flip_lists,
    flip_scores,
    prepare_extreme,
    prepare_lead,
    prepare_plain,
    prepare_rate,
    shuffle_paragraphs,
)
from analysis.findings.robustness.rates import (
    CALLS,
    MILD,
    place_calls,
    place_frames,
    place_loaded,
    sample_lists,
)

QUOTED = QUOTATION[1]  # direct and indirect: what `compare_voice_tone` and the tables by voice show
BOTH = {"quotation": QUOTED, "words": WORDS[0]}
CUTS = {"tone": TONE, "sentences": SENTENCES, "words": WORDS}
CUT = paragraphs.PRIMARY_CUT


def _label_frames(material: Material, choice: Choice) -> list[leads.Labeled]:
    return leads.label_frames(material, choice, material.findings.framing)


def _label_news_frames(material: Material, choice: Choice) -> list[leads.Labeled]:
    return leads.label_frames(material, choice, material.findings.news_framing)


def _label_most_used_set(material: Material, choice: Choice) -> list[leads.Labeled]:
    return leads.label_chosen_words(material, choice, leads.find_set(material))


def _label_government(material: Material, choice: Choice) -> list[leads.Labeled]:
    return leads.label_chosen_words(material, choice, "government")


FRAME_CHOICES = {"names": NAMES, "counted": leads.COUNTED}
FRAME = {"names": NAMES[0], "counted": leads.COUNTED[0]}
SPEAKER = {"quotation": QUOTED, "counted": leads.SPEECH[0]}
ACTOR = {"forms": leads.FORMS[0], "counted": leads.COUNTED[0]}
CALLED = {"calls": leads.CALLS[0], "counted": leads.COUNTED[0]}
PLACE = {"counted": leads.COUNTED[0]}

# The one list of headline figures, in the order of the cards.
HEADLINES = (
    Headline(
        "voice_tone", "Does quotation sound better or worse than narration?",
        "whether quotation and narration differ in tone",
        "quotation sounds better than narration", "quotation sounds worse than narration",
        POINTS, {"quotation": QUOTATION, **CUTS}, {"quotation": QUOTED, **CUT},
        prepare_plain(by_voice.sample_tone_by_voice), deal_sample,
    ),
    Headline(
        "quotation_share", "Is more than half of the text quotation?",
        "whether more than half of the text is quotation",
        "more than half of the text is quotation", "less than half of the text is quotation",
        SHARE, {"quotation": QUOTATION, "words": (*WORDS, "characters")}, BOTH,
        prepare_plain(by_voice.sample_quotation_share), None, benchmark=0.5,
    ),
    Headline(
        "framing_by_voice", "Does quotation hold more framing terms than narration?",
        "whether quotation or narration holds more framing terms",
        "quotation holds more framing terms than narration",
        "narration holds more framing terms than quotation",
        RATE, {"quotation": QUOTATION, "words": WORDS, "names": NAMES}, BOTH | {"names": NAMES[0]},
        prepare_rate(place_frames), deal_sample,
    ),
    Headline(
        "loaded_by_voice", "Does quotation hold more loaded words than narration?",
        "whether quotation or narration holds more loaded words",
        "quotation holds more loaded words than narration",
        "narration holds more loaded words than quotation",
        RATE, {"quotation": QUOTATION, "words": WORDS, "mild": MILD}, BOTH | {"mild": MILD[0]},
        prepare_rate(place_loaded), deal_sample,
    ),
    Headline(
        "calls_by_voice", "Does quotation hold more calls than narration?",
        "whether quotation or narration holds more calls",
        "quotation holds more calls than narration",
        "narration holds more calls than quotation",
        RATE, {"quotation": QUOTATION, "words": WORDS, "calls": CALLS}, BOTH | {"calls": CALLS[0]},
        prepare_rate(place_calls), deal_sample,
    ),
    Headline(
        "top_frame", "Does one of the ten frames lead?",
        "whether one of the ten frames leads",
        "the frame {first} leads", "another frame leads, not {first}",
        SHARE, FRAME_CHOICES, FRAME,
        prepare_lead(_label_frames, FRAME, "frames"), flip_lead,
    ),
    Headline(
        "top_news_frame", "Does one of the eleven frames of news lead?",
        "whether one of the eleven frames of news leads",
        "the frame {first} leads", "another frame leads, not {first}",
        SHARE, FRAME_CHOICES, FRAME,
        prepare_lead(_label_news_frames, FRAME, "frames_news"), flip_lead,
    ),
    Headline(
        "two_lists", "Does the list of ten frames find more terms than that of eleven?",
        "which of the two lists of frames finds more terms",
        "the list of ten frames finds more", "the list of eleven frames finds more",
        RATE, {"names": NAMES, "places": PLACES, "words": WORDS},
        {"names": NAMES[0], "places": PLACES[0], "words": WORDS[0]},
        prepare_plain(sample_lists), flip_lists,
    ),
    Headline(
        "text_tone", "Does the text as a whole sound good or bad?",
        "whether the text as a whole sounds good or bad",
        "the text sounds good", "the text sounds bad",
        POINTS, CUTS, CUT, prepare_plain(paragraphs.sample_text_tone), flip_scores,
    ),
    Headline(
        "darkest", "Does one paragraph sound darker than every other?",
        "which paragraph sounds darkest",
        "{first} is the darkest", "another paragraph is the darkest, not {first}",
        POINTS, CUTS, CUT, prepare_extreme(lowest=True), partial(shuffle_paragraphs, lowest=True),
    ),
    Headline(
        "brightest", "Does one paragraph sound brighter than every other?",
        "which paragraph sounds brightest",
        "{first} is the brightest", "another paragraph is the brightest, not {first}",
        POINTS, CUTS, CUT, prepare_extreme(lowest=False), partial(shuffle_paragraphs, lowest=False),
    ),
    Headline(
        "tone_and_vader", "Do the project's tone and VADER mostly contradict each other?",
        "whether the project's tone and VADER mostly contradict each other",
        "tone and VADER contradict each other in more than half",
        "tone and VADER contradict each other in less than half",
        SHARE, {"units": paragraphs.UNITS, "sentences": SENTENCES, "words": WORDS},
        {"units": paragraphs.UNITS[0], "sentences": SENTENCES[0], "words": WORDS[0]},
        prepare_plain(paragraphs.sample_opposite_signs), flip_halves, benchmark=0.5, counts="paragraph",
    ),
    Headline(
        "top_speaker", "Does one speaker have most of the quoted words?",
        "whether one speaker has most of the quoted words",
        "{first} leads", "another speaker leads, not {first}",
        SHARE, {"quotation": QUOTATION[:2], "counted": leads.SPEECH}, SPEAKER,
        prepare_lead(leads.label_speakers, SPEAKER), flip_lead,
    ),
    Headline(
        "top_actor", "Is one actor named more often than every other?",
        "whether one actor is named more often than every other",
        "{first} leads", "another actor leads, not {first}",
        SHARE, {"forms": leads.FORMS, "counted": leads.COUNTED}, ACTOR,
        prepare_lead(leads.label_actors, ACTOR), flip_lead,
    ),
    Headline(
        "top_word", "Of the words for which there were others, does the text prefer one?",
        "whether the text prefers one word for which there were others",
        "the text prefers {first}", "the text prefers another word, not {first}",
        SHARE, {"counted": leads.COUNTED}, PLACE, prepare_lead(_label_most_used_set, PLACE), flip_lead,
    ),
    Headline(
        "word_for_government", "Does the text prefer one word for a government?",
        "whether the text prefers one word for a government",
        "the text prefers {first}", "the text prefers another word, not {first}",
        SHARE, {"counted": leads.COUNTED}, PLACE, prepare_lead(_label_government, PLACE), flip_lead,
    ),
    Headline(
        "top_addressee", "Is one addressee called upon more often than every other?",
        "whether one addressee is called upon more often than every other",
        "{first} leads", "another addressee leads, not {first}",
        SHARE, {"calls": leads.CALLS, "counted": leads.COUNTED}, CALLED,
        prepare_lead(leads.label_addressees, CALLED), flip_lead,
    ),
)  # fmt: skip


def find_headline(name: str) -> Headline:
    """The headline figure of a name.

    Raises:
        ValueError: there is none; the message lists those there are.
    """
    for headline in HEADLINES:
        if headline.name == name:
            return headline
    raise ValueError(f"there is no figure {name!r}; there are: {', '.join(h.name for h in HEADLINES)}")
