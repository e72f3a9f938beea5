"""Numbers, calls and the headline of each text, on one template."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from analysis.findings.reading import Findings
from analysis.findings.terms import find_term_voices
from analysis.measures.stance.model import StanceMatch
from analysis.text.rates import mean, per_thousand, to_table

if TYPE_CHECKING:
    import pandas as pd

LONGEST_HEADLINE = 25  # words
HEADLINE, BODY = "headline", "body"


def compare_numbers(texts: Sequence[Findings]) -> pd.DataFrame:
    """Which numbers each text gives, and whether it says by whose account.

    Returns: a row a number and text, numbers of most texts first, then by place: ``number`` (with the word
        behind it, in small letters), ``n_texts`` (that give it), ``text`` (id), ``n`` (how often there),
        ``n_sourced`` (of these, with a source), ``source`` (the first that is named; missing if none is),
        ``start`` (of the first; missing where n is 0).

    Limits: *five men* and *5 men* are two numbers, and so are *five men* and *five young men*.

    Source: own definition.
    """
    given: dict[str, dict[int, list[StanceMatch]]] = {}
    for number, findings in enumerate(texts):
        for match in findings.stance:
            if match.kind == "number":
                key = _with_noun(findings, match)
                given.setdefault(key, {}).setdefault(number, []).append(match)
    rows = []
    for key, of_text in sorted(given.items(), key=lambda item: -len(item[1])):
        for number, findings in enumerate(texts):
            matches = of_text.get(number, [])
            rows.append(
                {
                    "number": key, "n_texts": len(of_text), "text": findings.doc.id, "n": len(matches),
                    "n_sourced": sum(bool(match.sourced) for match in matches),
                    "source": next((match.source for match in matches if match.source), None),
                    "start": matches[0].start if matches else None,
                }
            )  # fmt: skip
    columns = {"number": "str", "n_texts": "int64", "text": "str", "n": "int64", "n_sourced": "int64"}
    return to_table(rows, columns | {"source": "str", "start": "Int64"})


def _with_noun(findings: Findings, match: StanceMatch) -> str:
    """The number and the next word, if nothing but white space or a hyphen parts them."""
    doc = findings.doc
    number = " ".join(match.surface.lower().split())
    behind = doc.words.inside(match.end, len(doc.text))
    if behind and doc.text[match.end : doc.words.starts[behind.start]].strip() in ("", "-"):
        return f"{number} {doc.keys[behind.start]}"
    return number


def compare_calls(texts: Sequence[Findings]) -> pd.DataFrame:
    """Who must do what, in each text.

    Returns: a row a call, text by text: ``text`` (id), ``addressee`` (missing if nobody is named), ``act``,
        ``voice`` in which it stands, ``speaker`` (missing where the voice has none), ``start``, ``end``.
    """
    rows = []
    for findings in texts:
        calls = [match for match in findings.stance if match.kind == "call"]
        for match, (voice, speaker) in zip(calls, find_term_voices(findings, calls), strict=True):
            rows.append(
                {
                    "text": findings.doc.id, "addressee": match.addressee, "act": match.act,
                    "voice": voice, "speaker": speaker, "start": match.start, "end": match.end,
                }
            )  # fmt: skip
    columns = dict.fromkeys(("text", "addressee", "act", "voice", "speaker"), "str")
    return to_table(rows, columns | {"start": "int64", "end": "int64"})


def compare_headlines(texts: Sequence[Findings]) -> pd.DataFrame:
    """The headline of each text against its body.

    The headline is the first paragraph if it has at most 25 words, no stop at its end, and others follow it.

    Returns: two rows a text, headline and body; none for a text without a headline: ``text`` (id), ``part``,
        ``surface`` (of the headline; empty for the body), ``n_words``, ``tone`` (mean of its scored
        sentences; nan without any), ``n_loaded``, ``loaded_per_thousand``, ``n_framing`` (terms of both
        sets), ``framing_per_thousand``, ``frame`` (the most frequent of both sets; empty without terms),
        ``only_here`` (of the headline: its words of four letters or more that the body has not).

    Limits: a byline or a date line may be taken for a headline; one headline is too few words for a rate.
    """
    rows = []
    for findings in texts:
        doc = findings.doc
        start, end = find_headline(findings)
        if start == end:
            continue
        for part, first, last in ((HEADLINE, start, end), (BODY, end, len(doc.text))):
            words = doc.words.inside(first, last)
            framing = [
                m.label for m in [*findings.framing, *findings.news_framing] if first <= m.start < last
            ]
            n_loaded = sum(first <= term.start < last for term in findings.loaded.terms)
            body = set(doc.keys[words.stop :])
            only = [k for k in doc.keys[words.start : words.stop] if len(k) > 3 and k not in body]
            rows.append(
                {
                    "text": doc.id, "part": part, "surface": doc.text[first:last] if part == HEADLINE else "",
                    "n_words": len(words),
                    "tone": mean(t.score for t in findings.tone if first <= t.start < last),
                    "n_loaded": n_loaded, "loaded_per_thousand": per_thousand(n_loaded, len(words)),
                    "n_framing": len(framing), "framing_per_thousand": per_thousand(len(framing), len(words)),
                    "frame": next((label for label, _ in Counter(framing).most_common(1)), ""),
                    "only_here": ", ".join(dict.fromkeys(only)) if part == HEADLINE else "",
                }
            )  # fmt: skip
    columns = {
        "text": "str", "part": "str", "surface": "str", "n_words": "int64", "tone": "float64",
        "n_loaded": "int64", "loaded_per_thousand": "float64", "n_framing": "int64",
        "framing_per_thousand": "float64", "frame": "str", "only_here": "str",
    }  # fmt: skip
    return to_table(rows, columns)


def find_headline(findings: Findings) -> tuple[int, int]:
    """Where the headline stands; an empty span if there is none."""
    doc = findings.doc
    if len(doc.paragraphs) < 2:
        return 0, 0
    start, end = doc.paragraphs[0]
    few = 0 < len(doc.words.inside(start, end)) <= LONGEST_HEADLINE
    return (start, end) if few and doc.text[start:end].rstrip()[-1:] not in (".", ":", ",") else (0, 0)
