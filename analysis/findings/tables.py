"""Tables for figures and pages: the measures' tables in the form that a reader looks at."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from analysis.findings.reading import MEASURES, Findings
from analysis.findings.terms import find_term_voices
from analysis.measures.framing import load_frames
from analysis.measures.tone import find_tone
from analysis.measures.vader import score_vader
from analysis.text.document import make_document
from analysis.text.library import DATA, read_rows
from analysis.text.rates import rows_of, to_table

if TYPE_CHECKING:
    import pandas as pd

LEDGER = 12  # actors in the figure of names


def measure_voice_strip(findings: Findings) -> pd.DataFrame:
    """Where each voice stands in its paragraph.

    Returns: a row a stretch of one voice: paragraph (from 1), start and end (characters from the
    beginning of the paragraph), voice, free_indirect (may be free indirect speech).
    """
    paragraphs = findings.doc.paragraphs
    rows = []
    for span in findings.voices:
        number = paragraphs.holding(span.start)
        assert number is not None, "a voice lies in a paragraph"
        offset = paragraphs.starts[number]
        rows.append(
            {
                "paragraph": number + 1,
                "start": span.start - offset,
                "end": span.end - offset,
                "voice": span.voice,
                "free_indirect": span.free_indirect,
            }
        )
    return to_table(
        rows,
        {"paragraph": "int64", "start": "int64", "end": "int64", "voice": "str", "free_indirect": "bool"},
    )


def measure_definitions(findings: Findings) -> pd.DataFrame:
    """The share of quotation by definition, in words.

    Returns: a row a definition: definition, n (words), base (all words), share, low, high (0 to 1).
    """
    table = MEASURES["quotation_share"](findings)
    return table[["definition", "n", "base", "share", "low", "high"]]


def measure_tone_units(findings: Findings) -> pd.DataFrame:
    """Tone of paragraphs and of their sentences, one under the other.

    Returns: a row a paragraph or sentence: unit ("paragraph", "sentence"), paragraph (from 1),
    start, end (characters), score (−4 to +4; nan where there is no evidence), n_scored and
    n_sentences (sentences with a score, all), coverage (0 to 1, share of the words that bear the score).
    """
    paragraphs = findings.doc.paragraphs
    rows = [
        {
            "unit": "paragraph",
            "paragraph": row.paragraph,
            "start": row.start,
            "end": row.end,
            "score": row.score,
            "n_scored": row.n_scored,
            "n_sentences": row.n_sentences,
            "coverage": row.coverage,
        }
        for row in rows_of(MEASURES["tone"](findings))
    ]
    for tone in findings.tone:
        rows.append(
            {
                "unit": "sentence",
                "paragraph": (paragraphs.holding(tone.start) or 0) + 1,
                "start": tone.start,
                "end": tone.end,
                "score": math.nan if tone.score is None else tone.score,
                "n_scored": int(tone.score is not None),
                "n_sentences": 1,
                "coverage": tone.coverage,
            }
        )
    columns = dict.fromkeys(
        ("unit", "paragraph", "start", "end", "score", "n_scored", "n_sentences"), "int64"
    )
    return to_table(rows, columns | {"unit": "str", "score": "float64", "coverage": "float64"})


def measure_framing_titled(findings: Findings) -> pd.DataFrame:
    """The table of the set of frames that has more terms in the text, each under its letter and title.

    Returns: a row a paragraph and frame: paragraph, frame (letter and title), n, n_words, per_thousand.
    """
    return _titled(MEASURES[findings.fuller_framing](findings))


def measure_framing_by_voice_titled(findings: Findings, name: str | None = None) -> pd.DataFrame:
    """The table of frames by voice with each frame under its letter and title.

    Args:
        name: the set, ``framing`` or ``news_framing``; without it, the one that has more terms in the text.

    Returns: a row a frame and voice: frame, group (the voice), n, n_words, per_thousand.
    """
    return _titled(MEASURES[f"{name or findings.fuller_framing}_by_voice"](findings))


def measure_ledger(findings: Findings, *, most: int = LEDGER) -> pd.DataFrame:
    """How the actors named most often are named, in whichever voice.

    Returns: a row an actor and form, also where ``n`` is 0; actors named most often first, among equals by
    first mention: name, form (name, title, role, group, pronoun), n, n_mentions (of the actor).
    """
    table = MEASURES["names"](findings)
    counts = table.groupby(["entity", "name", "n_mentions", "form"], sort=False)["n"].sum().reset_index()
    order = counts.drop_duplicates("entity").sort_values(["n_mentions", "entity"], ascending=[False, True])
    kept = list(order["entity"].head(most))
    rows = [
        {"name": row.name, "form": row.form, "n": row.n, "n_mentions": row.n_mentions}
        for entity in kept
        for row in counts[counts["entity"] == entity].itertuples(index=False, name="Row")
    ]
    return to_table(rows, {"name": "str", "form": "str", "n": "int64", "n_mentions": "int64"})


def measure_calls_placed(findings: Findings) -> pd.DataFrame:
    """Who must do what: each call with its place and its voice.

    Returns: a row a call in the order of the text: paragraph (from 1), start (characters), voice, speaker
    (the name of who calls, empty in narration and where it is not known), addressee (empty if nobody is
    named), act.
    """
    calls = [match for match in findings.stance if match.kind == "call"]
    rows = []
    for call, (voice, speaker) in zip(calls, find_term_voices(findings, calls), strict=True):
        rows.append(
            {
                "paragraph": (findings.doc.paragraphs.holding(call.start) or 0) + 1,
                "start": call.start,
                "voice": voice,
                "speaker": speaker or "",
                "addressee": " ".join((call.addressee or "").split()),
                "act": " ".join((call.act or call.surface).split()),
            }
        )
    columns = dict.fromkeys(("voice", "speaker", "addressee", "act"), "str")
    return to_table(rows, {"paragraph": "int64", "start": "int64"} | columns)


def _titled(table: pd.DataFrame) -> pd.DataFrame:
    frames = load_frames() + load_frames("frames_news")
    titles = {frame.frame: f"{frame.letter}  {frame.title}" for frame in frames}
    return table.assign(frame=[titles[frame] for frame in table["frame"]])


def compare_with_vader() -> pd.DataFrame:
    """Ten sentences, made for this purpose, on which VADER errs.

    Returns: a row a sentence: sentence, vader (-1 to 1), tone (-4 to 4; nan where there is no evidence), why.
    """
    rows = []
    for row in read_rows(DATA / "lexicons" / "vader_errors.csv", ("sentence", "why")):
        tone = find_tone(make_document(row["sentence"]))[0]
        score = math.nan if tone.score is None else tone.score
        rows.append(row | {"vader": score_vader(row["sentence"]), "tone": score})
    return to_table(rows, {"sentence": "str", "vader": "float64", "tone": "float64", "why": "str"})
