"""How good the tone model is, by nested folds of documents, and what each part of it adds.

    python data/models/examine_tone.py RATED.jsonl                  # figures and ablation
    python data/models/examine_tone.py RATED.jsonl --held-out OUT   # held-out scores, for a scorer

Settings are chosen inside the training folds. A sentence without evidence counts as 0.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from make_tone import (
    OWN,
    VADER_WORDS,
    Sentence,
    Settings,
    choose,
    fit,
    fold_of,
    held_out,
    predict,
    read_sentences,
)

FOLDS = 10
NEGATED = frozenset(("no", "not", "never", "nor", "neither", "without", "nothing", "nobody"))


def nested(sentences: Sequence[Sentence]) -> np.ndarray:
    """Held-out predictions, with the settings chosen inside each training fold."""
    folds, scores = fold_of(sentences, FOLDS, 0), np.zeros(len(sentences))
    for fold in range(FOLDS):
        train = [s for s, f in zip(sentences, folds, strict=True) if f != fold]
        model = fit(train, choose(train))
        for i in np.flatnonzero(folds == fold):
            score, known = predict(model, sentences[i])
            scores[i] = score if known else 0.0
    return scores


def untrained(sentences: Sequence[Sentence], values: dict[str, float], listed: bool) -> np.ndarray:
    """The mean of a list's values over the words of a sentence; a negator turns them half."""
    scores = []
    for sentence in sentences:
        found = [
            values.get(unit.term, 0.0) * (1 if unit.negator is None else -0.5)
            for unit in sentence.units
            if unit.listed or not listed
        ]
        scores.append(sum(found) / (sentence.n_words + 10))
    return np.array(scores)


def figures(sentences: Sequence[Sentence], scores: np.ndarray) -> str:
    """Pearson's r by sentence, block of four, article, and on sentences with a negator; the slope."""
    y = np.array([sentence.rating for sentence in sentences])
    by_doc: dict[str, list[int]] = defaultdict(list)
    for i, sentence in enumerate(sentences):
        by_doc[sentence.doc].append(i)
    blocks = [ix[i : i + 4] for ix in by_doc.values() for i in range(0, len(ix) - 3, 4)]

    def r(parts: Sequence[Sequence[int]]) -> float:
        return float(np.corrcoef([y[p].mean() for p in parts], [scores[p].mean() for p in parts])[0, 1])

    words = [{word for unit in sentence.units for word in unit.term.split()} for sentence in sentences]
    negated = np.array([any(w in NEGATED or w.endswith("n't") for w in held) for held in words])
    values = {
        "r": np.corrcoef(y, scores)[0, 1],
        "blocks": r(blocks),
        "articles": r(list(by_doc.values())),
        "negated": np.corrcoef(y[negated], scores[negated])[0, 1],
        "slope": np.polyfit(scores, y, 1)[0],
    }
    return "  ".join(f"{name} {value:.3f}" for name, value in values.items())


def signs(sentences: Sequence[Sentence], scores: np.ndarray) -> str:
    """Wrong signs among sentences that readers call non-neutral, at several neutral bands."""
    y = np.array([sentence.rating for sentence in sentences])
    clear = np.abs(y) > 0.5
    lines = []
    for band in (0.1, 0.14, 0.145, 0.15, 0.2):
        sign = np.where(np.abs(scores) > band, np.sign(scores), 0)
        wrong = ((sign * np.sign(y)) < 0)[clear].mean()
        lines.append(f"band {band}: wrong sign {wrong:.3f}, without sign {(sign == 0).mean():.3f}")
    return "\n".join(lines)


ABLATION = {
    "own list, trained": Settings(lists=("own",), learn_words=False),
    "VADER, trained": Settings(lists=("vader",), learn_words=False),
    "own and VADER, trained": Settings(learn_words=False),
    "own, learned words": Settings(lists=("own",)),
    "VADER, learned words": Settings(lists=("vader",)),
    "all, negators turn nothing": Settings(turned=1),
    "all, no contrast": Settings(before_contrast=1, after_contrast=1),
    "all": Settings(),
}


def main() -> None:
    """Print the figures, or write held-out scores."""
    parser = argparse.ArgumentParser(description="Examine the tone model by nested folds.")
    parser.add_argument("rated", type=Path)
    parser.add_argument("--held-out", type=Path, help="write held-out scores here")
    options = parser.parse_args()
    ids, sentences = read_sentences(options.rated)
    scores = nested(sentences)
    if options.held_out:
        lines = [json.dumps({"id": i, "score": float(s)}) for i, s in zip(ids, scores, strict=True)]
        options.held_out.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return
    lists = {"own": {term: entry.weight or 0.0 for term, entry in OWN.items()}, "VADER": VADER_WORDS}
    for name, values in lists.items():
        plain = untrained(sentences, values, listed=name == "own")
        print(f"{name + ', untrained':27s}", figures(sentences, plain))
    for name, settings in ABLATION.items():
        print(f"{name:27s}", figures(sentences, held_out(sentences, settings, FOLDS, 0)))
    print(f"{'all, nested settings':27s}", figures(sentences, scores))
    print(signs(sentences, scores))


if __name__ == "__main__":
    main()
