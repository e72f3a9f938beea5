"""Many articles into tables: `run_corpus`; `load_table` reads one back."""

from analysis.corpus.run import run_corpus
from analysis.corpus.tables import TABLES, load_table

__all__ = ["TABLES", "load_table", "run_corpus"]
