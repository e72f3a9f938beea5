"""Everything in data/, loaded once with its rules: what `discourse check-data` does."""

from __future__ import annotations

from analysis.measures.framing import load_frames, load_framing
from analysis.text.document import make_document
from analysis.text.lexicon import find_terms, load_lexicon
from analysis.text.library import DATA, DataError
from analysis.text.reading import check_texts, text_names

LEXICONS = ("framing", "framing_news", "cues", "valence", "loaded", "label_pairs")


def check_data() -> list[str]:
    """Load each lexicon and text by its rules, and try the examples of the lexicons.

    Returns: a line a file with its count.

    Raises:
        DataError: the first rule that is broken, with file, row and what to do.
    """
    lines = []
    for name in LEXICONS:
        lexicon = load_lexicon(name)
        for number, entry in enumerate(lexicon.entries, start=2):
            if entry.example:
                found = find_terms(make_document(entry.example), lexicon)
                if not any(match.term == entry.term for match in found):
                    raise DataError(
                        f"{name}.csv, row {number}: the example does not hold {entry.term!r}; mend one"
                    )
        lines.append(f"data/lexicons/{name}.csv: {len(lexicon.entries)} rows, {len(lexicon.labels)} labels")
    for terms, set_of_frames in (("framing", "frames"), ("framing_news", "frames_news")):
        frames = {frame.frame for frame in load_frames(set_of_frames)}
        if unknown := [e.label for e in load_framing(terms).entries if e.label not in frames | {"none"}]:
            raise DataError(
                f"{terms}.csv: add the frame {unknown[0]!r} to {set_of_frames}.csv, or correct it"
            )
    check_texts()
    lines.append(f"{DATA.name}/texts: {len(text_names())} texts, each listed with its sha256")
    return lines
