"""The reading view: the text exactly as read, under layers of marks that switch on and off."""

from analysis.views.reading_view.notebook import Shown, highlight, show_table
from analysis.views.reading_view.readers import show_readers

__all__ = ["Shown", "highlight", "show_readers", "show_table"]
