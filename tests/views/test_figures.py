"""Figures: the same bytes on every run, true to their tables, described in words."""

from __future__ import annotations

import io
from pathlib import Path

import pandas as pd
import pytest
from matplotlib.figure import Figure

from analysis.findings.reading import Findings, find_all
from analysis.text.document import Document, make_document
from analysis.views import plots
from analysis.views.figures import FIGURES, DrawnFigure, draw_figure, find_stale

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def findings(article: Document) -> Findings:
    return find_all(article)


@pytest.fixture(scope="module")
def drawn(findings: Findings) -> list[DrawnFigure]:
    return [draw_figure(name, findings) for name in FIGURES]


def test_the_committed_figures_are_up_to_date(drawn: list[DrawnFigure]) -> None:
    assert find_stale(drawn, ROOT / "figures") == []


def test_a_figure_drawn_twice_has_the_same_bytes(findings: Findings, drawn: list[DrawnFigure]) -> None:
    again = [draw_figure(name, findings) for name in FIGURES]
    assert again == drawn


@pytest.mark.parametrize("name", FIGURES)
def test_each_figure_carries_its_numbers_and_its_words(name: str, drawn: list[DrawnFigure]) -> None:
    figure = next(figure for figure in drawn if figure.name == name)
    assert len(pd.read_csv(io.StringIO(figure.csv))) > 0
    assert len(figure.alt_text) > 60
    assert f'alt="{figure.alt_text[:20]}' in figure.to_html()
    assert "<dc:date>" not in figure.svg


@pytest.mark.parametrize("name", FIGURES)
def test_a_text_without_quotation_terms_or_tone_can_be_drawn(name: str) -> None:
    assert draw_figure(name, find_all(make_document("Xx yy zz."))).svg.startswith("<?xml")


@pytest.mark.parametrize(
    ("text", "letters", "title"),
    [
        ("The massacre was denied.", "A", "Framing terms by paragraph"),
        ("The economy grew, prices rose and wages fell.", "M", "Terms of news frames by paragraph"),
        ("Xx yy zz.", "", "Framing terms by paragraph"),
    ],
)
def test_the_figure_of_frames_shows_the_set_that_has_more_terms(text: str, letters: str, title: str) -> None:
    figure = draw_figure("framing", find_all(make_document(text)))
    table = pd.read_csv(io.StringIO(figure.csv))
    assert "".join(table.loc[table["n"] > 0, "frame"].str[0]) == letters
    assert figure.title == title


def test_bars_are_as_long_as_the_shares_in_the_table() -> None:
    table = pd.DataFrame({"definition": ["a", "b"], "n": [1, 3], "base": [4, 4], "share": [0.25, 0.75]})
    table = table.assign(low=[0.2, 0.7], high=[0.3, 0.8])
    axes = plots.plot_quotation_share(table, ax=Figure().add_subplot())
    assert [bar.get_width() for bar in axes.patches] == [0.25, 0.75]


@pytest.mark.parametrize("score", [0.3, 2.06, -3.4])
def test_every_sentence_stands_inside_the_picture_of_tone(score: float) -> None:
    table = pd.DataFrame(
        {
            "unit": ["paragraph", "sentence"],
            "paragraph": [1, 1],
            "score": [score, score],
            "n_scored": [1, 1],
            "n_sentences": [1, 1],
        }
    )
    axes = plots.plot_tone(table, ax=Figure().add_subplot())
    low, high = axes.get_ylim()
    assert (low, high) == (-high, high)
    assert high == 2 if abs(score) < 1 else abs(score) < high < abs(score) + 0.2


def test_a_strip_has_the_length_of_its_voice() -> None:
    table = pd.DataFrame(
        {
            "paragraph": [1, 1],
            "start": [0, 12],
            "end": [12, 40],
            "voice": ["reporting", "indirect"],
            "free_indirect": [False, False],
        }
    )
    axes = plots.plot_voice_strip(table, ax=Figure().add_subplot())
    assert [(bar.get_x(), bar.get_width()) for bar in axes.patches[:2]] == [(0, 12), (12, 28)]


def test_a_sentence_without_evidence_is_a_cross_and_no_dot() -> None:
    table = pd.DataFrame(
        {
            "unit": ["paragraph", "sentence", "sentence"],
            "paragraph": [1, 1, 1],
            "score": [-0.5, -0.5, float("nan")],
            "n_scored": [1, 1, 0],
            "n_sentences": [2, 1, 1],
        }
    )
    axes = plots.plot_tone(table, ax=Figure().add_subplot())
    assert axes.get_xticklabels()[0].get_text() == "1\n−0.5\n1 of 2"
    dots, crosses = axes.collections[:2]
    assert [float(y) for _, y in dots.get_offsets()] == [-0.5]
    assert [float(y) for _, y in crosses.get_offsets()] == [0.0]
