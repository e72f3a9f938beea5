"""Texts side by side: one page with the texts in columns, what they share linked, and the tables below."""

from __future__ import annotations

from analysis.views.side_by_side.page import format_before_after, format_side_by_side

__all__ = ["format_before_after", "format_side_by_side"]
