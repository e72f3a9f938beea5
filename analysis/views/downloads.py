"""Files to keep, as links in a notebook: the report, the tables, the workbook."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from analysis.findings.reading import Findings, measure_all
from analysis.views.export import list_tables, make_files, name_of
from analysis.views.figures import FIGURES, draw_figure
from analysis.views.page import format_page
from analysis.views.reading_view.markup import escape_text

_TYPES = {
    ".html": "text/html",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".zip": "application/zip",
}
_WORDS = {".html": "Report (HTML)", ".xlsx": "Tables (XLSX)", ".zip": "Tables (CSV)"}
_LINK = "display: inline-block; margin: 4px; padding: 4px 10px; border: 1px solid #6b6b6b; border-radius: 4px"


def format_downloads(findings: Findings) -> str:
    """Links that save the report page, the workbook, and the CSV tables of one article.

    The files stand in the links themselves: no server, no other file.
    """
    measured = measure_all(findings)
    tables = list_tables(findings, measured)
    name = name_of(findings)
    drawn = [draw_figure(figure, findings, slides=False) for figure in FIGURES]
    page = format_page(findings, measured, drawn).encode("utf-8", "replace")
    packed = _pack(make_files(findings, "csv", tables=tables))
    files = (
        {f"{name}.html": page} | make_files(findings, "xlsx", tables=tables) | {f"{name}-tables.zip": packed}
    )
    return "<p><b>Keep it:</b> " + " ".join(_link(file, content) for file, content in files.items()) + "</p>"


def _link(name: str, content: bytes) -> str:
    ending = name[name.rindex(".") :]
    address = f"data:{_TYPES[ending]};base64,{b64encode(content).decode('ascii')}"
    return f'<a download="{escape_text(name)}" href="{address}" style="{_LINK}">{_WORDS[ending]}</a>'


def _pack(files: Mapping[str, bytes]) -> bytes:
    """The files in one archive; the same files give the same bytes."""
    content = BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(ZipInfo(name), data, ZIP_DEFLATED)
    return content.getvalue()
