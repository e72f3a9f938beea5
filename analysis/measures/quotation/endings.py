"""Endings: where a quotation ends, or begins, whose mark is missing.

What a reader goes by: a clause that says who spoke, a new sentence in marks, the end of the
sentence for a few words, else the end of the paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from analysis.measures.quotation.pairs import Pairing
from analysis.measures.quotation.signs import Sign
from analysis.text.document import Document

_NAME = r"(?:[A-Z][\w.’'-]*|(?:he|she|they|it|we|I|you|who)\b|(?:the|a|an|his|her|one)\s+[\w’'-]+)"
_SAID = (
    r"(?:said|says|say|told|tells|added|adds|asked|asks|replied|wrote|writes|tweeted|noted|explained|argued|"
    r"warned|insisted|continued|recalled|declared|announced|concluded|admitted|joked|claimed|stated|testified|"
    r"responded|answered|shouted|according\s+to)"
)
# “We wait, she said. / “We wait, said Mara Lind. The stop before the clause ended the quotation.
_REPORT = rf"\s+(?:{_NAME}(?:\s+[\w.’'-]+){{0,3}}\s+{_SAID}\b|{_SAID}\s+{_NAME})"
_CLAUSE = re.compile(rf"(?<=[,?!…—–]){_REPORT}")
# “We wait,” Brodie said.” — the last mark closes nothing
_ONLY_CLAUSE = re.compile(rf"(?:{_NAME}(?:\s+[\w.’'-]+){{0,3}}\s+{_SAID}|{_SAID}\s+{_NAME})\.?")
_CLAUSE_BEHIND = re.compile(_REPORT)
# called it “a joke and left: the verb behind *and* has the narrator's subject
_FRAGMENT_STOP = re.compile(
    r"\s(?:and|but)\s(?:\w+ed|left|went|said|told|took|made|gave|came|began|put|ran|won|lost|kept)\b|[.?!…][)\]]?(?=\s)"
)
# a digest names its source in brackets behind the quotation: … and waits. [The Tide]
_SOURCE = re.compile(r"\s\[[^\[\]]+\]$")
_LONGEST_SOURCE = 60
_FRAGMENT_END = re.compile(r"[,.;:?!](?=\s|$)")


def find_end_without_mark(
    text: str, pairing: Pairing, pairs: dict[int, int], k: int, limit: int
) -> tuple[int, bool]:
    """Where a quotation without closing mark ends, and whether evidence in the text says so."""
    if pairing.too_deep:
        return limit, False
    sign = pairing.signs[k]
    fragment = sign.behind.islower() and sign.before.isspace() and not is_introduced(text, sign)
    for start, end, opener in _gaps(pairing, pairs, k, limit):
        if clause := _CLAUSE.search(text, start, end):
            return clause.start(), True
        if fragment and (stop := _FRAGMENT_STOP.search(text, start, end)):
            return (stop.start() if stop.group()[0].isspace() else stop.end()), True
        if opener is not None and _independent(text, pairing, pairs, opener):
            return sign.start + len(text[sign.start : end].rstrip()), True
        source = _SOURCE.search(text, max(start, end - _LONGEST_SOURCE), end)
        if source and end == limit:
            return source.start(), True
    return limit, False


def _gaps(
    pairing: Pairing, pairs: dict[int, int], k: int, limit: int
) -> Iterator[tuple[int, int, int | None]]:
    """The text behind an opener outside inner pairs: (start, end, the opener that follows)."""
    signs = pairing.signs
    at, j = signs[k].end, k + 1
    while j < len(signs) and signs[j].start < limit:
        if signs[j].role != "close" and signs[j].family == signs[k].family:
            yield at, signs[j].start, j
        else:
            yield at, signs[j].start, None
        closer = pairs.get(j, j)
        at, j = signs[closer].end, closer + 1
    yield at, limit, None


def _independent(text: str, pairing: Pairing, pairs: dict[int, int], k: int) -> bool:
    """Whether a mark opens a quotation of its own: a new sentence that ends before its mark."""
    sign = pairing.signs[k]
    if text[max(0, sign.start - 3) : sign.start].rstrip()[-1:] not in (".", "?", "!", "…", ":"):
        return False
    if sign.behind.islower():
        return False
    if k not in pairs:
        return True
    return pairing.signs[pairs[k]].before in (".", ",", "?", "!", "…")


def find_inner_without_mark(
    text: str, pairing: Pairing, pairs: dict[int, int], k: int, end: int
) -> int | None:
    """The inner opener whose closing mark is the one that is missing, if it is not this one's.

    “They call it “bad business, which it is,” he said: the mark ends the whole.
    """
    signs = pairing.signs
    inner = k + 1
    if inner not in pairs or signs[inner].family != signs[k].family or not signs[inner].behind.islower():
        return None
    if _CLAUSE.search(text, signs[k].end, signs[inner].start):
        return None
    closer = signs[pairs[inner]]
    if closer.before not in (",", ".", "?", "!"):
        return None
    rest = text[closer.end : end].strip()
    if rest and not _CLAUSE_BEHIND.match(text, closer.end, end):
        return None
    return inner


def find_fragment_end(text: str, start: int, limit: int) -> int:
    """Where a short quotation inside another ends that lost its mark: before the next stop."""
    stop = _FRAGMENT_END.search(text, start, limit)
    return stop.start() if stop else limit


def find_beginning_without_mark(doc: Document, signs: list[Sign], k: int, start: int) -> int | None:
    """Where a quotation begins whose opening mark is missing: with its sentence."""
    sign = signs[k]
    if sign.before not in (",", ".", "?", "!", "…"):
        return None
    sentence = doc.sentences.holding(sign.start)
    begin = max(doc.sentences.starts[sentence] if sentence is not None else start, start)
    if k:
        begin = max(begin, signs[k - 1].end)
    begin += len(doc.text[begin : sign.start]) - len(doc.text[begin : sign.start].lstrip())
    if begin >= sign.start or _ONLY_CLAUSE.fullmatch(doc.text, begin, sign.start):
        return None
    return begin


def is_introduced(text: str, sign: Sign) -> bool:
    """Whether a comma or colon leads to this mark: he said, ‘go home."""
    return text[max(0, sign.start - 2) : sign.start].rstrip().endswith((",", ":"))
