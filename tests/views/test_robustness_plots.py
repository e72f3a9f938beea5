"""Specification curves: what they draw and what their alt texts say."""

from __future__ import annotations

import pandas as pd
import pytest
from matplotlib.figure import Figure

from analysis.findings.reading import Findings, find_all
from analysis.findings.robustness.headlines import HEADLINES
from analysis.findings.robustness.multiverse import measure_choices
from analysis.text.document import Document, make_document
from analysis.views.robustness_plots import describe_choices, list_options, plot_choices

TABLE = pd.DataFrame(
    {
        "number": [1, 2, 3],
        "value": [0.4, -0.2, float("nan")],
        "n": [5, 5, 0],
        "primary": [True, False, False],
        "same_sign": [True, False, False],
        "benchmark": 0.0,
        "unit": "points of tone",
        "quotation": ["wide", "narrow", "none"],
    }
)


@pytest.fixture(scope="module")
def findings(article: Document) -> Findings:
    return find_all(article)


def heights(table: pd.DataFrame, marker: str) -> list[float]:
    curve, _ = plot_choices(table, ax=Figure().add_subplot()).child_axes
    return [
        float(line.get_ydata()[0])
        for line in curve.lines
        if line.get_marker() == marker and len(line.get_ydata())
    ]


def test_each_measured_combination_is_a_mark_and_the_declared_one_has_a_shape_of_its_own() -> None:
    assert heights(TABLE, "o") == [-0.2]
    assert heights(TABLE, "D") == [0.4]


def test_every_option_has_a_line_of_its_own_below_the_curve() -> None:
    _, grid = plot_choices(TABLE, ax=Figure().add_subplot()).child_axes
    names = [label.get_text() for label in grid.get_yticklabels()]
    assert names == ["quotation: wide", "quotation: narrow", "quotation: none"]
    squares = [list(line.get_xdata()) for line in grid.lines if line.get_marker() == "s"]
    assert squares == [[1], [0], []]


def test_the_alt_text_says_spread_declared_figure_and_signs() -> None:
    assert describe_choices(TABLE) == (
        "A figure under 3 combinations of choices, in points of tone: from −0.20 to +0.40; "
        "+0.40 under the one declared beforehand, whose sign 1 of 2 have. By option: "
        "quotation wide, from +0.40 to +0.40; quotation narrow, from −0.20 to −0.20; "
        "quotation none, nothing to measure."
    )


@pytest.mark.parametrize("name", [headline.name for headline in HEADLINES])
def test_every_headline_figure_can_be_drawn(name: str, findings: Findings) -> None:
    table = measure_choices(findings, name)
    curve, _ = plot_choices(table, ax=Figure().add_subplot()).child_axes
    assert sum(len(line.get_xdata()) == 1 for line in curve.lines) == table["value"].notna().sum()
    assert len(list_options(table)) >= 3


def test_a_text_with_nothing_to_measure_is_drawn_and_said_to_be_so() -> None:
    table = measure_choices(find_all(make_document("…")), "voice_tone")
    curve, _ = plot_choices(table, ax=Figure().add_subplot()).child_axes
    assert [text.get_text() for text in curve.texts] == ["nothing to measure"]
    assert describe_choices(table).endswith("under none is there anything to measure.")
