"""PDF files that have a text layer: lines into paragraphs, running heads and page numbers cut away."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import pairwise
from math import isfinite
from statistics import median
from typing import Any

from analysis.text.reading.extracts import Extract, counted, join_paragraphs
from analysis.text.reading.limits import MAX_PDF_LINES, MAX_PDF_PAGES, ReadingError, keep_quiet
from analysis.text.reading.pdf_limits import check_streams, make_device, make_interpreter

# In lines of a page from its edge: where running heads and page numbers stand.
EDGE_LINES = 2
# Parts of a line's height: how much further right a paragraph's first line begins, and how far two pieces
# of one line may lie above each other.
INDENT, SAME_LINE = 0.7, 0.4
# A paragraph's last line ends this part of the column before the others do.
SHORT_LINE = 0.1
# How much more than from line to line is the step to a new paragraph, and from what on letters are larger.
WIDE_STEP, OTHER_SIZE = 1.25, 1.15
_PAGE_NUMBER = re.compile(r"(?:page|p\.|–|-)?\s*\d{1,4}\s*(?:(?:/|of)\s*\d{1,4}|–|-)?", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?…:][\"'”’»)\]]*$")
_SOFT_HYPHEN = "\u00ad"
_LINE_HYPHEN = re.compile(r"[^\W\d_][-\u00ad]$")
_HYPHENED = re.compile(r"\b\w++-\w+")  # each word is looked at once, however long


@dataclass(frozen=True, slots=True)
class Line:
    """A line of words with its place on its page, in points."""

    text: str
    page: int
    left: float
    right: float
    bottom: float
    height: float


def read_pdf(data: bytes, name: str) -> Extract:
    """The paragraphs of a PDF's text layer.

    Raises:
        ReadingError: it has a password, no text layer, more pages than an article, or is damaged.

    Limits: a PDF knows places, not paragraphs; where a paragraph begins is told by blocks, indents and short
    lines. A hyphen at a line's end goes unless the file has the word with it elsewhere.
    """
    pages, info = _read_pages(data, name)
    lines = [line for page in pages for line in page]
    if not lines:
        raise ReadingError(
            f"{name} has no text layer: its pages are pictures; use text recognition first, or type it"
        )
    kept, cut = _without_running_lines(pages)
    paragraphs, n_hyphens = _join_lines(kept)
    cut["hyphens at line ends"] = n_hyphens
    return Extract(
        join_paragraphs(paragraphs),
        "PDF",
        n_pages=len(pages),
        title=info.get("Title"),
        author=info.get("Author"),
        cut=counted(cut),
    )


def _read_pages(data: bytes, name: str) -> tuple[list[list[Line]], dict[str, str]]:
    from pdfminer.pdfdocument import PDFDocument, PDFPasswordIncorrect
    from pdfminer.pdfinterp import PDFResourceManager
    from pdfminer.pdfpage import PDFPage
    from pdfminer.pdfparser import PDFParser

    keep_quiet("pdfminer")
    check_streams(data, name)
    try:
        document = PDFDocument(PDFParser(BytesIO(data)))
        resources = PDFResourceManager()
        device = make_device(resources, name)
        interpreter = make_interpreter(resources, device, name)
        pages: list[list[Line]] = []
        n_lines = 0
        for number, page in enumerate(PDFPage.create_pages(document)):
            if number == MAX_PDF_PAGES:
                raise ReadingError(f"{name} has more than {MAX_PDF_PAGES} pages; an article has fewer")
            interpreter.process_page(page)
            pages.append(list(_lines(device.get_result(), number)))
            n_lines += len(pages[-1])
            if n_lines > MAX_PDF_LINES:
                raise ReadingError(f"{name} has more than {MAX_PDF_LINES:,} lines; an article has fewer")
        return pages, _information(document)
    except PDFPasswordIncorrect as error:
        raise ReadingError(f"{name} has a password; open it and save it without one") from error
    except ReadingError:
        raise
    except Exception as error:  # on a damaged file pdfminer raises errors of every kind
        raise ReadingError(
            f"{name} is damaged or no PDF that can be read; copy its text and paste it"
        ) from error


def _lines(layout: Any, number: int) -> Iterator[Line]:
    from pdfminer.layout import LTTextBox, LTTextLine

    for box in layout:
        for line in box if isinstance(box, LTTextBox) else ():
            text = line.get_text().replace("\0", " ").strip() if isinstance(line, LTTextLine) else ""
            box = (line.x0, line.x1, line.y0, line.height)
            if text and all(map(isfinite, box)) and line.height > 0 and line.x1 > line.x0:
                yield Line(text, number, line.x0, line.x1, line.y0, line.height)


def _information(document: Any) -> dict[str, str]:
    from pdfminer.utils import decode_text

    info = document.info[0] if document.info else {}
    texts = {key: decode_text(value) for key, value in info.items() if isinstance(value, bytes)}
    return {key: " ".join(text.split()) for key, text in texts.items() if text.strip()}


def _without_running_lines(pages: Sequence[Sequence[Line]]) -> tuple[list[Line], Counter[str]]:
    """The lines without page numbers, and without lines that stand at the edge of most pages."""
    edges = [
        (*page[:EDGE_LINES], *page[-EDGE_LINES:]) if len(page) > 2 * EDGE_LINES else tuple(page)
        for page in pages
    ]
    running = Counter(shape for edge in edges for shape in {_shape(line.text) for line in edge})
    kept: list[Line] = []
    cut: Counter[str] = Counter()
    for page, edge in zip(pages, edges, strict=True):
        for line in page:
            if line in edge and _PAGE_NUMBER.fullmatch(line.text):
                cut["page numbers"] += 1
            elif line in edge and len(pages) > 1 and running[_shape(line.text)] > max(1, len(pages) // 2):
                cut["running heads and feet"] += 1
            else:
                kept.append(line)
    return kept, cut


def _shape(text: str) -> str:
    """A line without its numbers: page 3 of a running head is like page 4."""
    return re.sub(r"\d+", "0", " ".join(text.split()).lower())


def _join_lines(lines: Sequence[Line]) -> tuple[list[str], int]:
    """Lines as paragraphs, and how many hyphens at line ends went."""
    hyphened = {word for line in lines for word in _HYPHENED.findall(line.text)}
    step, edges = _usual_step(lines), _edges(lines)
    paragraphs: list[str] = []
    n_hyphens = 0
    before: Line | None = None
    for line in lines:
        text = line.text[:-1].replace(_SOFT_HYPHEN, "") + line.text[-1]
        if before is None or _begins_paragraph(before, line, step, edges[line.page]):
            paragraphs.append(text)
        elif _LINE_HYPHEN.search(paragraphs[-1][-2:]):
            head = paragraphs[-1]
            first, second = head.rsplit(maxsplit=1)[-1], re.match(r"\w*", text)
            keeps = head.endswith("-") and (
                not text[:1].islower() or (second is not None and first + second[0] in hyphened)
            )
            paragraphs[-1] = (head if keeps else head[:-1]) + text
            n_hyphens += not keeps
        else:
            paragraphs[-1] += " " + text
        before = line
    return [paragraph.replace(_SOFT_HYPHEN, "") for paragraph in paragraphs], n_hyphens


def _usual_step(lines: Sequence[Line]) -> float:
    """How far a line usually lies below the one before it, in heights of a line."""
    steps = [
        (before.bottom - line.bottom) / line.height
        for before, line in pairwise(lines)
        if before.page == line.page and before.bottom - line.bottom > SAME_LINE * line.height
    ]
    return median(steps) if steps else 1.0


def _edges(lines: Sequence[Line]) -> dict[int, list[tuple[float, float]]]:
    """The left and right edges of each page's columns, from left to right."""
    columns: dict[int, list[tuple[float, float]]] = {}
    for line in sorted(lines, key=lambda line: (line.page, line.left)):
        found = columns.setdefault(line.page, [])
        if found and line.left < found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], line.right))
        else:
            found.append((line.left, line.right))
    return columns


def _begins_paragraph(before: Line, line: Line, step: float, columns: list[tuple[float, float]]) -> bool:
    ended = bool(_SENTENCE_END.search(before.text))
    if not 1 / OTHER_SIZE < line.height / before.height < OTHER_SIZE:
        return True
    down = (before.bottom - line.bottom) / line.height
    if line.page != before.page or down < -SAME_LINE:  # a paragraph may go on over the page or the column
        return ended
    if down <= SAME_LINE:  # the next piece of the same line
        return False
    if down > WIDE_STEP * step:
        return True
    left, right = next(column for column in columns if column[0] <= line.left < column[1])
    if line.left - left > INDENT * line.height and before.left - left <= INDENT * line.height:
        return True
    return ended and right - before.right > SHORT_LINE * (right - left)
