"""Texts in the columns of one page: what belongs together is linked, and the tables stand below."""

from __future__ import annotations

from analysis.views.side_by_side.readers import format_readers
from analysis.views.side_by_side.texts import format_before_after, format_side_by_side

__all__ = ["format_before_after", "format_readers", "format_side_by_side"]
