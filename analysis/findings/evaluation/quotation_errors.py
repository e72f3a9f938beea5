"""Where the quotation measure and a human reader differ: what `discourse evaluate quotations --list` adds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import shorten

from analysis.findings.evaluation.pairs import Stretch, cover, is_same_name, pair_stretches, trim_rows
from analysis.findings.evaluation.quotation import FoundRow
from analysis.findings.gold import GoldArticle
from analysis.measures.quotation.marks import find_marks
from analysis.text.document import Document
from analysis.text.spans import Span

MISSED, FOUND_ONLY, EXTENT, SPEAKER = "missed", "found only", "other extent", "other speaker"
KINDS = (MISSED, FOUND_ONLY, EXTENT, SPEAKER)
SHOWN = 70  # characters of the words


@dataclass(frozen=True, slots=True)
class QuotationError:
    """One place where the two differ."""

    article: str
    start: int
    end: int
    kind: str  # of KINDS
    type: str  # direct, mixed or indirect
    rule: str  # by which it was found; "" where it was not, or a reader found it
    surface: str
    speakers: tuple[str, str]  # the reader's and the found one; "" where nobody is named


def find_both_errors(article: GoldArticle, doc: Document, found: Sequence[FoundRow]) -> list[QuotationError]:
    """The errors in what `read_both` gives of one article."""
    left_out = [Span(start, end) for start, end in article.ignored]
    return find_errors(doc, article.rows, found, left_out=left_out, article=article.id)


def find_errors(
    doc: Document,
    gold: Sequence[tuple[int, int, str | None]],
    found: Sequence[FoundRow],
    *,
    left_out: Sequence[Span] = (),
    article: str = "",
) -> list[QuotationError]:
    """Where the quotations found in one text differ from a reader's, in the order of the text.

    A quotation of the reader's without a partner is ``missed`` where nothing was found in its place, else
    of ``other extent``; partners are those of `pair_stretches`.

    Example: nothing was found where a reader marked the last two words.

    >>> from analysis.text.document import make_document
    >>> [(e.kind, e.surface) for e in find_errors(make_document("So be it."), [(3, 8, None)], [])]
    [('missed', 'be it')]
    """
    in_marks = cover(doc.text, [mark for mark in find_marks(doc)[0] if mark.level == 1])
    judged = cover(doc.text, left_out)
    theirs, rules = trim_rows(doc.text, gold, in_marks), dict[Stretch, str]()
    for start, end, speaker, rule in found:
        for stretch in trim_rows(doc.text, [(start, end, speaker)], in_marks):
            if not any(judged[stretch.start : stretch.end]):
                rules.setdefault(stretch, rule)
    ours = list({(one.start, one.end): one for one in reversed(rules)}.values())
    pairs = pair_stretches(doc.text, theirs, ours)

    def error(kind: str, theirs: Stretch | None, ours: Stretch | None) -> QuotationError:
        one = theirs or ours
        assert one is not None, "one of the two has found something"
        speakers = ((theirs and theirs.speaker) or "", (ours and ours.speaker) or "")
        rule = rules[ours] if ours is not None else ""
        words = doc.text[one.start : one.end]
        return QuotationError(article, one.start, one.end, kind, one.type, rule, words, speakers)

    errors = []
    for one in theirs:
        partner = pairs.get(one)
        if partner is None:
            near = next((other for other in ours if _overlap(one, other)), None)
            errors.append(error(EXTENT if near else MISSED, one, near))
        elif one.speaker and not is_same_name(one.speaker, partner.speaker):
            errors.append(error(SPEAKER, one, partner))
    taken = set(pairs.values())
    for one in ours:
        if one not in taken and not any(_overlap(one, other) for other in theirs):
            errors.append(error(FOUND_ONLY, None, one))
    return sorted(errors, key=lambda found: (found.start, found.end))


def _overlap(one: Stretch, other: Stretch) -> bool:
    return one.start < other.end and other.start < one.end


def format_errors(errors: Sequence[QuotationError]) -> list[str]:
    """The errors counted, by kind and type and by rule, and then a line each."""
    lines = ["", "Errors, by kind and type"]
    kinds = Counter((one.kind, one.type) for one in errors)
    for kind in KINDS:
        counts = {type_: kinds[kind, type_] for type_ in ("direct", "mixed", "indirect")}
        told = ", ".join(f"{type_} {n}" for type_, n in counts.items())
        lines.append(f"  {kind:<16}{sum(counts.values()):>7}   {told}")
    for kind in (FOUND_ONLY, SPEAKER):
        rules = Counter(one.rule for one in errors if one.kind == kind and one.rule)
        if rules:
            told = ", ".join(f"{rule} {n}" for rule, n in rules.most_common())
            lines.append(f"  {kind}, by rule: {told}")
    lines.append("")
    for one in errors:
        words = shorten(one.surface, SHOWN, placeholder=" …")
        who = f"  [{one.speakers[0] or '–'} / {one.speakers[1] or '–'}]" if one.kind == SPEAKER else ""
        lines.append(f"{one.article} {one.start}–{one.end} {one.kind} ({one.rule or one.type}): {words}{who}")
    return lines
