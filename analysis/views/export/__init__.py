"""Findings for other programs: spreadsheets, data frames, annotation tools."""

from analysis.views.export.csv_table import format_csv
from analysis.views.export.files import FORMATS, make_files, name_of
from analysis.views.export.marks import list_marks
from analysis.views.export.tables import list_tables
from analysis.views.writing import write_files

__all__ = ["FORMATS", "format_csv", "list_marks", "list_tables", "make_files", "name_of", "write_files"]
