"""The figures of the project: drawn, described, saved. The only module that saves a figure.

Each figure is three files, the same bytes on every run: NAME.svg, NAME.png for slides, and NAME.csv
with the numbers that it draws. The gallery page lists them with their alt texts.
"""

from __future__ import annotations

import base64
import html
import io
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import matplotlib as mpl
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure

from analysis.findings import tables
from analysis.findings.reading import Findings
from analysis.findings.robustness.multiverse import measure_choices
from analysis.views import actor_plots, alt_text, plots, robustness_plots
from analysis.views.style import RC
from analysis.views.writing import write_files

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes

GALLERY = "README.md"
TITLE_PAD = 28  # points; room for a legend between title and axes


@dataclass(frozen=True)
class FigureKind:
    """How one figure is made: its table, its plot, its alt text, its size in inches."""

    title: str
    table: Callable[[Findings], pd.DataFrame]
    plot: Callable[..., Axes]
    alt_text: Callable[[pd.DataFrame], str]
    size: tuple[float, float]
    news_title: str = ""  # where it shows the frames of news


# The one list of figures: file name -> how it is made.
FIGURES = {
    "voices": FigureKind(
        "Whose words, along the text",
        tables.measure_voice_strip, plots.plot_voice_strip, alt_text.describe_voice_strip, (9, 5),
    ),
    "quotation-share": FigureKind(
        "How much is quotation? Four definitions",
        tables.measure_definitions, plots.plot_quotation_share, alt_text.describe_quotation_share, (9, 3),
    ),
    "tone": FigureKind(
        "How each paragraph sounds",
        tables.measure_tone_units, plots.plot_tone, alt_text.describe_tone, (9, 5),
    ),
    "framing": FigureKind(
        "Framing terms by paragraph",
        tables.measure_framing_titled, plots.plot_framing, alt_text.describe_framing, (9, 5),
        "Terms of news frames by paragraph",
    ),
    "framing-by-voice": FigureKind(
        "Framing terms by voice",
        tables.measure_framing_by_voice_titled,
        plots.plot_framing_by_voice, alt_text.describe_framing_by_voice, (11, 5),
        "Terms of news frames by voice",
    ),
    "names": FigureKind(
        "How the actors are named",
        tables.measure_ledger, actor_plots.plot_ledger, alt_text.describe_ledger, (10, 5.5),
    ),
    "calls": FigureKind(
        "Who must do what",
        tables.measure_calls_placed, actor_plots.plot_calls, alt_text.describe_calls, (11, 4),
    ),
    "choices": FigureKind(
        "Tone of quotation minus narration, under every choice",
        lambda findings: measure_choices(findings, "voice_tone"),
        robustness_plots.plot_choices, robustness_plots.describe_choices, (11, 6),
    ),
}  # fmt: skip


@dataclass(frozen=True)
class DrawnFigure:
    """One figure, drawn: what its three files hold, and its alt text. Notebooks show it."""

    name: str
    title: str
    alt_text: str
    svg: str = field(repr=False)
    png: bytes | None = field(repr=False)
    csv: str = field(repr=False)

    def to_html(self) -> str:
        """The figure as HTML that needs no other file; readers who cannot see it get the alt text."""
        data = base64.b64encode(self.svg.encode("utf-8")).decode("ascii")
        alt = html.escape(self.alt_text, quote=True)
        return (
            f'<figure style="margin:0"><img src="data:image/svg+xml;base64,{data}" alt="{alt}" '
            f'style="max-width:100%"><figcaption>{html.escape(self.title)}</figcaption></figure>'
        )

    def _repr_html_(self) -> str:
        return self.to_html()


def draw_figure(name: str, findings: Findings, *, slides: bool = True) -> DrawnFigure:
    """Draw one figure of `FIGURES` for a document.

    Args:
        slides: also draw the PNG for slides, which takes as long as the figure itself.

    Raises:
        ValueError: there is no figure of that name; the message lists those there are.
    """
    if name not in FIGURES:
        raise ValueError(f"there is no figure {name!r}; there are: {', '.join(FIGURES)}")
    kind = FIGURES[name]
    return draw_table(
        name,
        kind.table(findings),
        title=(findings.fuller_framing == "news_framing" and kind.news_title) or kind.title,
        plot=kind.plot,
        alt_text=kind.alt_text,
        size=kind.size,
        slides=slides,
    )


def draw_table(
    name: str,
    table: pd.DataFrame,
    *,
    title: str,
    plot: Callable[..., Axes],
    alt_text: Callable[[pd.DataFrame], str],
    size: tuple[float, float],
    slides: bool = True,
) -> DrawnFigure:
    """Draw a table of any origin: the same bytes for the same table on every run.

    Args:
        plot: takes the table and ``ax=``.
        alt_text: says in words what the plot shows, from the same table.
        size: width and height in inches.
        slides: also draw the PNG for slides.
    """
    # nobody's own settings change a figure
    settings: Any = {**mpl.rcParamsDefault, **RC, "backend": "agg"}
    with mpl.rc_context(settings):
        figure = Figure(figsize=size, layout="constrained")
        axes = plot(table, ax=figure.add_subplot())
        axes.set_title(title, pad=TITLE_PAD)
        svg, png = io.StringIO(), io.BytesIO()
        # `savefig` would draw each figure twice, the first time only to give its parts their places
        FigureCanvasSVG(figure).print_svg(svg, metadata={"Date": None, "Creator": None, "Title": title})
        if slides:
            figure.dpi = RC["savefig.dpi"]
            FigureCanvasAgg(figure).print_png(png, metadata={"Software": None})
    # matplotlib leaves blanks at line ends, which git complains about
    clean_svg = "\n".join(line.rstrip() for line in svg.getvalue().splitlines()) + "\n"
    csv = table.to_csv(index=False, float_format="%.6g", lineterminator="\n")
    return DrawnFigure(name, title, alt_text(table), clean_svg, png.getvalue() or None, csv)


def write_figures(figures: list[DrawnFigure], folder: Path) -> list[Path]:
    """Write the files of the figures, and the gallery page if all figures are there."""
    return write_files(_files(figures), folder)


def find_stale(figures: list[DrawnFigure], folder: Path) -> list[str]:
    """Names of the files in the folder that are missing or differ from what would be written."""
    return [
        name
        for name, content in _files(figures).items()
        if not (folder / name).is_file() or (folder / name).read_bytes() != content
    ]


def _files(figures: list[DrawnFigure]) -> dict[str, bytes]:
    files: dict[str, bytes] = {}
    for figure in figures:
        files[f"{figure.name}.svg"] = figure.svg.encode("utf-8")
        if figure.png is not None:
            files[f"{figure.name}.png"] = figure.png
        files[f"{figure.name}.csv"] = figure.csv.encode("utf-8")
    if [figure.name for figure in figures] == list(FIGURES):
        files[GALLERY] = _gallery(figures).encode("utf-8")
    return files


def _gallery(figures: list[DrawnFigure]) -> str:
    parts = [
        "# Figures",
        "Made by `discourse figures`; do not edit. "
        "Beside each figure lies a CSV file with the numbers it draws.",
    ]
    for figure in figures:
        parts += [
            f"## {figure.title}",
            f"![{figure.alt_text}]({figure.name}.svg)",
            f"{figure.alt_text}",
            f"Numbers: [{figure.name}.csv]({figure.name}.csv)"
            + (f" · for slides: [{figure.name}.png]({figure.name}.png)" if figure.png is not None else ""),
        ]
    return "\n\n".join(parts) + "\n"
