"""Alt texts: what each figure shows, in sentences made from the table that it draws."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.text.rates import rows_of
from analysis.views.style import FORM_LOOKS, VOICE_LOOKS, percent, signed

if TYPE_CHECKING:
    import pandas as pd


def describe_voice_strip(table: pd.DataFrame) -> str:
    """Say for each paragraph which voices it holds, in characters."""
    lengths = table.assign(length=table["end"] - table["start"])
    sentences = []
    for number, group in lengths.groupby("paragraph"):
        by_voice = group.groupby("voice")["length"].sum()
        whole = by_voice.sum()
        parts = [
            f"{look.words} {percent(by_voice[voice] / whole)}"
            for voice, look in VOICE_LOOKS.items()
            if voice in by_voice
        ]
        marked = ", of which some may be free indirect speech" if group["free_indirect"].any() else ""
        sentences.append(f"Paragraph {number}: {', '.join(parts)}{marked}.")
    return "Strips, one a paragraph, cut into voices by characters. " + " ".join(sentences)


def describe_quotation_share(table: pd.DataFrame) -> str:
    """Say the share under each definition."""
    parts = [
        f"{row.definition}: {percent(row.share)} ({row.n} of {row.base} words; a human reader's answer is "
        f"expected between {percent(row.low)} and {percent(row.high)})"
        for row in rows_of(table)
    ]
    return "Bars of the share of quotation. " + "; ".join(parts) + "."


def describe_tone(table: pd.DataFrame) -> str:
    """Say the mean of each paragraph and how many sentences it rests on."""
    parts = []
    for row in rows_of(table[table["unit"] == "paragraph"]):
        score = "no evidence" if row.score != row.score else signed(row.score)
        parts.append(f"paragraph {row.paragraph} {score} ({row.n_scored} of {row.n_sentences} sentences)")
    return "Tone on a scale of −4 to +4, sentences as dots and paragraphs as lines: " + ", ".join(parts) + "."


def describe_framing(table: pd.DataFrame) -> str:
    """Say for each frame how many terms stand in which paragraphs."""
    parts = []
    for frame in dict.fromkeys(table["frame"]):
        rows = table[(table["frame"] == frame) & (table["n"] > 0)]
        where = ", ".join(f"{row.n} in paragraph {row.paragraph}" for row in rows_of(rows))
        parts.append(f"{frame}: {where or 'none'}")
    return "Dots with the count of framing terms. " + "; ".join(parts) + "."


def describe_framing_by_voice(table: pd.DataFrame) -> str:
    """Say for each voice which frames it uses, with counts and rates."""
    parts = []
    for group in dict.fromkeys(table["group"]):
        rows = table[(table["group"] == group) & (table["n"] > 0)]
        terms = ", ".join(f"{row.frame} {row.n} ({row.per_thousand:.0f} per 1,000)" for row in rows_of(rows))
        parts.append(f"{VOICE_LOOKS[group].words}: {terms or 'none'}")
    return "Bars of framing terms per 1,000 words of each voice. " + "; ".join(parts) + "."


def describe_ledger(table: pd.DataFrame) -> str:
    """Say for each actor how often and in which forms it is named."""
    parts = []
    for _, rows in table.groupby(table.index // len(FORM_LOOKS)):
        forms = ", ".join(f"{FORM_LOOKS[row.form].words} {row.n}" for row in rows_of(rows[rows["n"] > 0]))
        parts.append(f"{rows['name'].iloc[0]}: {forms}")
    return "Bars of mentions by form. " + ("; ".join(parts) or "Nobody is named") + "."


def describe_calls(table: pd.DataFrame) -> str:
    """Say who must do what, in which voice."""
    parts = [
        f"paragraph {row.paragraph}, {VOICE_LOOKS[row.voice].words}: "
        f"{row.addressee or 'nobody named'} to {row.act}"
        for row in rows_of(table)
    ]
    return "A list of calls. " + ("; ".join(parts) or "None were found") + "."
