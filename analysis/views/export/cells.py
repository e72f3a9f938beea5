"""What a cell of a spreadsheet may hold: no formula, no character that XML refuses, nothing cut unseen."""

from __future__ import annotations

import re
from typing import Any

import pandas as pd

LONGEST_CELL = 32_767  # UTF-16 units: what Excel keeps of a cell
CUT = " […]"
# What a spreadsheet reads as the beginning of a formula, or skips before one; also the full-width signs.
# Source: OWASP, CSV Injection.
_FORMULA = re.compile(r"[\s\x00-\x1f]*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n]")
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_CONTROL_PICTURES = 0x2400  # ␀ and its neighbors, one for each control character


def plain_value(value: Any) -> Any:
    """A value as a cell holds it: None where it is missing, a number, or a string.

    >>> plain_value(float("nan")), plain_value(2), plain_value(("a", "b"))
    (None, 2, 'a; b')
    """
    if isinstance(value, list | tuple):
        return "; ".join(map(str, value))
    if pd.isna(value):
        return None
    if isinstance(value, str):
        return value
    if hasattr(value, "item"):  # numpy's numbers and truth values
        value = value.item()
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value if isinstance(value, int | float) else str(value)


def printable(text: str) -> str:
    """The text as XML can hold it: control characters as their pictures, broken ones as �, line ends as LF.

    >>> printable("a\\x00b\\r\\nc")
    'a␀b\\nc'
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _NOT_XML.sub(lambda found: _picture(found.group()), text)


def shorten(text: str) -> str:
    """The text, cut where a workbook would drop it; the cut is shown."""
    if len(text) * 2 <= LONGEST_CELL or _n_units(text) <= LONGEST_CELL:
        return text
    raw = text.encode("utf-16-le", "surrogatepass")[: 2 * (LONGEST_CELL - len(CUT))]
    return raw.decode("utf-16-le", "ignore") + CUT


def defuse(text: str) -> str:
    """The text with an apostrophe before it, where a spreadsheet that opens a CSV would run it.

    >>> defuse("=1+1"), defuse("- a dash"), defuse("1+1")
    ("'=1+1", "'- a dash", '1+1')
    """
    return "'" + text if _FORMULA.match(text) else text


def _n_units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _picture(character: str) -> str:
    return chr(_CONTROL_PICTURES + ord(character)) if ord(character) < 0x20 else "\ufffd"
