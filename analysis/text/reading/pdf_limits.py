"""Bounds on what a PDF may unpack to and draw, so that no file keeps pdfminer busy for hours."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Iterator
from typing import Any

from analysis.text.reading import limits
from analysis.text.reading.limits import ReadingError

_STREAM = re.compile(rb"stream\r?\n")
_CHUNK, _UNPACKED_CHUNK = 65_536, 10_000_000


def check_streams(data: bytes, name: str) -> None:
    """Unpack every packed part once, keep nothing, and refuse what swells beyond all bounds.

    pdfminer unpacks a part whole; this walk sees before it how large each one becomes.

    Raises:
        ReadingError: the file unpacks to more than an article.
    """
    total = 0
    for found in _STREAM.finditer(data):
        size = 0
        for n_bytes in _unpacked(data, found.end()):
            size += n_bytes
            if size > limits.MAX_UNPACKED_BYTES or total + size > limits.MAX_PDF_UNPACKED_BYTES:
                raise ReadingError(f"{name} unpacks to more than {size - 1:,} bytes, which no article does")
        total += size


def _unpacked(data: bytes, place: int) -> Iterator[int]:
    """How many bytes each next piece of a packed part gives; nothing where it is not packed in this way."""
    unpacker = zlib.decompressobj()
    while place < len(data) and not unpacker.eof:
        piece = data[place : place + _CHUNK]
        place += _CHUNK
        while piece and not unpacker.eof:
            try:
                yield len(unpacker.decompress(piece, _UNPACKED_CHUNK))
            except zlib.error:
                return
            piece = unpacker.unconsumed_tail


def make_device(resources: Any, name: str) -> Any:
    """pdfminer's collector of a page's lines, which refuses a page that is too crowded to be one."""
    from pdfminer.converter import PDFPageAggregator
    from pdfminer.layout import LAParams, LTPage

    class Page(LTPage):
        def group_textlines(self, laparams: Any, lines: Iterable[Any]) -> Iterator[Any]:
            found = list(lines)
            if len(found) > (most := limits.MAX_PDF_PAGE_LINES):
                raise ReadingError(f"{name} has a page of more than {most:,} lines; an article has fewer")
            return super().group_textlines(laparams, found)

        def group_textboxes(self, laparams: Any, boxes: Any) -> Any:
            if len(boxes) <= limits.MAX_PDF_PAGE_BLOCKS:
                return super().group_textboxes(laparams, boxes)
            for box in boxes:  # too many to be put in order: they stay in the order of the file
                box.analyze(laparams)
            return []

    class Device(PDFPageAggregator):
        n_letters = 0

        def begin_page(self, page: Any, ctm: Any) -> None:
            super().begin_page(page, ctm)
            self.cur_item = Page(self.pageno, self.cur_item.bbox)

        def render_char(self, *arguments: Any, **options: Any) -> float:
            self.n_letters += 1
            if self.n_letters > limits.MAX_PDF_CHARACTERS:
                raise ReadingError(
                    f"{name} has more than {limits.MAX_PDF_CHARACTERS:,} characters; an article has fewer"
                )
            return super().render_char(*arguments, **options)

    return Device(resources, laparams=LAParams())


def make_interpreter(resources: Any, device: Any, name: str) -> Any:
    """pdfminer's reader of drawing commands, which refuses more of them than an article needs."""
    from pdfminer.pdfinterp import PDFPageInterpreter
    from pdfminer.pdftypes import stream_value

    n_bytes = 0

    class Interpreter(PDFPageInterpreter):
        def execute(self, streams: Any) -> None:
            nonlocal n_bytes  # those of a figure have an interpreter of their own
            n_bytes += sum(len(stream_value(stream).get_data()) for stream in streams)
            if n_bytes > limits.MAX_PDF_COMMANDS:
                raise ReadingError(f"{name} draws more than an article; copy its text and paste it")
            super().execute(streams)

    return Interpreter(resources, device)
