"""Findings as plain text for a terminal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from textwrap import shorten, wrap
from typing import TYPE_CHECKING

from analysis.findings.reading import Findings
from analysis.findings.robustness.card import RobustnessCard
from analysis.findings.tables import measure_calls_placed, measure_framing_by_voice_titled
from analysis.findings.unknowns import list_unknowns
from analysis.findings.voice_tone import compare_voice_tone
from analysis.measures.loaded import KINDS, MILD
from analysis.text.rates import rows_of
from analysis.views.robustness_text import format_cards_short
from analysis.views.style import VOICE_LOOKS, count_of, percent, signed

if TYPE_CHECKING:
    import pandas as pd

WIDTH = 88
LONGEST_NAME = 40
_BAR = 30


def format_summary(
    findings: Findings, tables: Mapping[str, pd.DataFrame], cards: Sequence[RobustnessCard] = ()
) -> str:
    """The findings on one article in about two screens; with its cards, also how far to trust them."""
    doc = findings.doc
    head = (
        f"{doc.id}: {len(doc.words)} words, {len(doc.sentences)} sentences, {len(doc.paragraphs)} paragraphs"
    )
    parts = [
        head,
        *(f"warning: {warning}" for warning in findings.warnings),
        _titled("Whose words are these?", _voices(tables)),
        _titled(
            "How much is quotation? It depends on the definition", _definitions(tables["quotation_share"])
        ),
        _titled("Who speaks?", _speakers(tables["speakers"])),
        _titled("What does it frame? Terms per 1,000 words of each voice (count)", _framing(findings)),
        _titled("Which words are loaded?", _loaded(findings)),
        _titled("Who must do what?", _calls(findings)),
        _titled("How does it sound, on a scale of −4 to +4?", _tone(tables["tone"])),
        *wrap(compare_voice_tone(findings).verdict, WIDTH, initial_indent="  ", subsequent_indent="  "),
        *([_titled("How far can this be trusted?", format_cards_short(cards))] if cards else []),
        _titled("What this cannot tell", [f"- {sentence}" for sentence in list_unknowns(findings)]),
    ]
    return "\n".join(parts)


def _titled(title: str, lines: list[str]) -> str:
    return "\n".join(["", title.upper(), *lines])


def _voices(tables: Mapping[str, pd.DataFrame]) -> list[str]:
    return [
        f"  {VOICE_LOOKS[row.voice].words:<20}{'█' * round(row.share * _BAR):<{_BAR}} {percent(row.share):>7}"
        f"  {row.n_words} of {row.base} words"
        for row in rows_of(tables["voices"])
    ]


def _definitions(table: pd.DataFrame) -> list[str]:
    return [
        f"  {row.definition:<32}{percent(row.share):>7}  {row.n} of {row.base} words; "
        f"a human reader would say {percent(row.low)} to {percent(row.high)}"
        for row in rows_of(table)
    ]


def _speakers(table: pd.DataFrame) -> list[str]:
    lines = []
    for row in rows_of(table[table["n_quotations"] > 0]):
        name = shorten(row.name, LONGEST_NAME, placeholder=" …")
        n_quotations, n_words = count_of(row.n_quotations, "quotation"), count_of(row.n_words, "word")
        lines.append(
            f"  {name:<{LONGEST_NAME}} {n_quotations}, {n_words} "
            f"({row.n_words_direct} direct, {row.n_words_indirect} indirect)"
        )
    return lines or ["  nobody is quoted"]


def _framing(findings: Findings) -> list[str]:
    """Both sets of frames; those without a term share a line."""
    lines: list[str] = []
    for name, head in (
        ("framing", "Frames of texts that argue"),
        ("news_framing", "Frames of news in general"),
    ):
        without = []
        lines.append(f"  {head:<36}" + "".join(f"{voice:>12}" for voice in VOICE_LOOKS))
        for frame, rows in measure_framing_by_voice_titled(findings, name).groupby("frame", sort=False):
            cells = rows.set_index("group").loc[list(VOICE_LOOKS)]
            values = [f"{row.per_thousand:.0f} ({row.n})" if row.n else "–" for row in rows_of(cells)]
            if cells["n"].any():
                lines.append(f"  {frame:<36}" + "".join(f"{value:>12}" for value in values))
            else:
                without.append(str(frame).partition("  ")[2])
        if without:
            listed = f"no term of: {', '.join(without)}"
            lines += wrap(listed, WIDTH, initial_indent="  ", subsequent_indent="    ")
    return lines


def _loaded(findings: Findings) -> list[str]:
    """The loaded words of each kind; the mild ones, which load no sentence by themselves, stand last."""
    words: dict[str, dict[str, None]] = {}
    mild: dict[str, None] = {}
    for term in findings.loaded.terms:
        if term.weight < MILD:
            mild[_folded(term.surface)] = None
        else:
            words.setdefault(term.kind, {})[_folded(term.surface)] = None
    lines = []
    named = [(kind.replace("_", " "), words[kind]) for kind in KINDS if kind in words]
    for head, listed in [*named, *([("mild", mild)] if mild else [])]:
        head = f"  {head:<14}"
        lines += wrap(", ".join(listed), WIDTH, initial_indent=head, subsequent_indent=" " * 16)
    return lines or ["  none of the listed kinds"]


def _folded(surface: str) -> str:
    return " ".join(surface.lower().split())


def _calls(findings: Findings) -> list[str]:
    lines = []
    for row in rows_of(measure_calls_placed(findings)):
        who = row.addressee or "(nobody named)"
        whose = f"{VOICE_LOOKS[row.voice].words}{f', {row.speaker}' if row.speaker else ''}"
        lines += wrap(f"{who}: {row.act} ({whose})", WIDTH, initial_indent="  ", subsequent_indent="    ")
    return lines or ["  no calls were found"]


def _tone(table: pd.DataFrame) -> list[str]:
    lines = ["  paragraph   score   sentences scored   words behind it   VADER (−1 to +1)"]
    for row in rows_of(table):
        score = "none" if row.score != row.score else signed(row.score)
        lines.append(
            f"  {row.paragraph:>9}   {score:>5}   {f'{row.n_scored} of {row.n_sentences}':>16}"
            f"   {percent(row.coverage):>15}   {signed(row.vader, 2):>16}"
        )
    return lines
