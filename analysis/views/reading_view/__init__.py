"""The reading view: the text exactly as read, under layers of marks that switch on and off."""

from analysis.views.reading_view.notebook import Shown, highlight, show_table

__all__ = ["Shown", "highlight", "show_table"]
