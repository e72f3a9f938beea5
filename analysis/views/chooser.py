"""An article chosen in a notebook, from those at hand, from a file or pasted, with its findings below.

Widgets are made only here. Beside each stands a plain call that gives the same: `load_text`, `read_document`
and `read_pasted` for the article, `show_findings` for what stands below.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from analysis.findings.reading import Findings, find_all
from analysis.text.document import Document
from analysis.text.reading import SAMPLE, ReadingError, load_text, read_bytes, read_pasted, text_names
from analysis.views.downloads import format_downloads
from analysis.views.figures import draw_figure
from analysis.views.overview import summarize_findings
from analysis.views.reading_view import Shown, highlight, show_table
from analysis.views.reading_view.markup import escape_text

ACCEPTED = ".txt,.md,.html,.htm,.mhtml,.docx,.pdf"
FIRST_FIGURES = ("voices", "framing-by-voice")
FULL = {"width": "100%"}


def show_findings(findings: Findings) -> Shown:
    """The findings on one article, for a notebook: warnings, overview, marked text, two figures."""
    doc = findings.doc
    told = "".join(f"<p><b>Warning:</b> <bdi>{escape_text(line)}</bdi></p>" for line in findings.warnings)
    overview = summarize_findings(findings).rename(columns={"rests_on": "rests on"})
    table = show_table(overview, (doc.source and doc.source.title) or doc.id).html
    figures = "".join(draw_figure(name, findings, slides=False).to_html() for name in FIRST_FIGURES)
    return Shown(told + table + highlight(findings).html + figures)


def choose_article(*, first: str = SAMPLE) -> Any:
    """Widgets to choose an article at hand, to upload one, or to paste one; the findings stand below.

    Whatever cannot be read gets a sentence in their place, and the next choice starts anew. Nothing leaves
    the computer: an uploaded file goes to the notebook's own kernel.

    Raises:
        ReadingError: there is no text of the name ``first``; the message lists those there are.
    """
    import ipywidgets as widgets

    load_text(first)  # an unknown name is refused here, before there is a widget
    shelf = widgets.Dropdown(options=text_names(), value=first, description="At hand", layout=FULL)
    upload = widgets.FileUpload(accept=ACCEPTED, description="Upload a file", layout=FULL)
    paste = widgets.Textarea(description="Pasted", placeholder="Paste a text here", rows=4, layout=FULL)
    read_paste = widgets.Button(description="Read the pasted text", layout=FULL)
    shown, kept = widgets.HTML(layout=FULL), widgets.HTML(layout=FULL)

    def show(read: Callable[[], Document]) -> None:
        shown.value, kept.value = '<p role="status">Reading …</p>', ""
        try:
            findings = find_all(read())
        except ReadingError as error:
            told = escape_text(str(error))
            shown.value = f'<p role="alert"><b>This cannot be read:</b> <bdi>{told}</bdi>.</p>'
            return
        shown.value = show_findings(findings).html
        kept.value = '<p role="status">Preparing files to keep …</p>'
        kept.value = format_downloads(findings)

    def show_own(read: Callable[[], Document]) -> None:
        shelf.value = None  # so that any article at hand can be chosen next
        show(read)

    def on_shelf(change: dict[str, Any]) -> None:
        if (name := change["new"]) is not None:
            show(lambda: load_text(name))

    def on_upload(change: dict[str, Any]) -> None:
        if change["new"]:
            (file,) = change["new"]
            show_own(lambda: read_bytes(bytes(file["content"]), str(file["name"])))

    shelf.observe(on_shelf, names="value")
    upload.observe(on_upload, names="value")
    read_paste.on_click(lambda _: show_own(lambda: read_pasted(paste.value)))
    show(lambda: load_text(first))

    class Chooser(widgets.VBox):  # type: ignore[misc]
        """What a notebook says of it where widgets do not run, as on a page that only shows notebooks."""

        def __repr__(self) -> str:
            return "Run this cell in JupyterLab to choose an article here."

    return Chooser([shelf, upload, paste, read_paste, shown, kept])
