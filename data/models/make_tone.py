"""Learn the weights of the tone model from rated sentences.

    python data/models/make_tone.py RATED.jsonl      # writes tone.json and tone_terms.csv

RATED.jsonl has a line a sentence: {"id", "doc", "text", "rating"}. Needs numpy, scipy and
scikit-learn, which the project itself does not. Folds are made of whole documents.
`examine_tone.py` prints how good the model is.
"""

from __future__ import annotations

import argparse
import csv
import json
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from itertools import product
from pathlib import Path

import numpy as np
from scipy import sparse
from sklearn.linear_model import Ridge

from analysis.measures.tone.evidence import CONTRASTS, NEGATORS, Unit, find_units
from analysis.measures.tone.model import ToneModel
from analysis.text.document import make_document
from analysis.text.lexicon import load_valence
from analysis.text.spans import Spans

HERE = Path(__file__).parent
VADER = HERE.parent / "lexicons" / "vader_lexicon.txt"
REFERENCE_WORDS = 17  # words of the mean rated sentence
INNER_FOLDS = 4
RATED_LOOSER = 1.5  # a term that a list rates may be moved so much further than one that none does
# the widest that leaves no more than 35 in 100 sentences without a sign, in steps of .005 on held-out scores
NEUTRAL_BAND = 0.145


@dataclass(frozen=True)
class Settings:
    """What the folds choose from, and what the ablation switches off."""

    smoothing: float = 10
    group_penalty: float = 1.0
    word_penalty: float = 0.04
    least: float = 0.08  # a learned word that adds less than this is left out
    turned: float = -0.5
    before_contrast: float = 0.8
    after_contrast: float = 1.1
    lists: tuple[str, ...] = ("own", "vader")
    learn_words: bool = True
    least_docs: int = 30  # a word outside the lists is learned only if so many documents hold it


SEARCH = [
    {"word_penalty": penalty, "least": least, "turned": turned}
    for penalty, least, turned in product((0.03, 0.05), (0.06, 0.1), (-0.3, -0.5))
]


@dataclass(frozen=True)
class Sentence:
    """A rated sentence, cut into what may carry tone."""

    doc: str
    rating: float
    n_words: int
    units: tuple[Unit, ...]
    capitals: tuple[bool, ...]  # whether each unit begins with a capital


def read_sentences(path: Path) -> tuple[list[str], list[Sentence]]:
    """The ids and the sentences of a file; a rated text is taken as one sentence."""
    ids, sentences = [], []
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        doc = make_document(row["text"])
        whole = replace(doc, sentences=Spans.of([(0, len(doc.text))]))
        ids.append(row["id"])
        units = tuple(find_units(whole))
        capitals = tuple(doc.text[unit.start].isupper() for unit in units)
        sentences.append(Sentence(row["doc"], row["rating"], len(doc.words), units, capitals))
    return ids, sentences


# Words that only join others, or say who, when and how many: what they carry is the style of a page,
# and no reader would call it tone.
JOINING = frozenset(
    (
        *(
            "a",
            "an",
            "the",
            "and",
            "or",
            "of",
            "to",
            "in",
            "into",
            "on",
            "at",
            "by",
            "for",
            "from",
            "with",
            "as",
        ),
        *("than", "that", "which", "who", "whose", "whom", "what", "when", "where", "while", "how", "why"),
        *("is", "are", "was", "were", "be", "been", "being", "am", "has", "have", "had", "do", "does", "did"),
        *("i", "me", "my", "you", "your", "he", "him", "his", "she", "her", "it", "its", "we", "us", "our"),
        *("they", "them", "their", "himself", "herself", "itself", "themselves", "this", "these", "those"),
        *("there", "here", "such", "some", "any", "other", "one", "two", "three", "four", "five", "six"),
        *("seven", "eight", "nine", "ten", "said", "say", "says", "will", "would", "about", "among", "over"),
        *("people", "man", "men", "woman", "women", "day", "days", "week", "weeks", "year", "years"),
        *("ago", "recent", "million", "last", "now"),
    )
)


def read_vader() -> dict[str, float]:
    """VADER's values of plain words, without its emoticons."""
    rows = (line.split("\t") for line in VADER.read_text(encoding="utf-8").splitlines())
    return {word: float(value) for word, value, *_ in rows if re.fullmatch(r"[a-z][a-z'-]*", word)}


OWN = {entry.term: entry for entry in load_valence().entries}
OWN_FORMS = {
    " ".join(form)
    for alone, longer in load_valence().index.values()
    for forms in (alone, *longer.values())
    for form, _ in forms
}
VADER_WORDS = read_vader()


def groups(term: str, listed: bool, settings: Settings) -> dict[str, float]:
    """What the lists say of a term, as values of features that many terms share."""
    features: dict[str, float] = {}
    entry = OWN.get(term) if listed and "own" in settings.lists else None
    if entry is not None and entry.weight:
        value, sign = entry.weight, "+" if entry.weight > 0 else "-"
        features[f"own {sign}"] = value
        if entry.label != "guard":  # no topic
            features[f"own {sign} {entry.label}"] = value
        features[f"own {sign} squared"] = value * abs(value)
        features[f"own {sign} count"] = value / abs(value)
    if not listed and term in NEGATORS | CONTRASTS:
        return {}
    known = entry is not None
    if (vader := VADER_WORDS.get(term)) and "vader" in settings.lists and not (known and not entry.weight):
        features["vader, own known" if known else f"vader alone {'+' if vader > 0 else '-'}"] = vader
    return features


def factor(unit: Unit, n_words: int, settings: Settings) -> float:
    """What the place of a unit does to its weight, as in `ToneModel.contribution`."""
    model = ToneModel(
        0, settings.smoothing, REFERENCE_WORDS, settings.turned, settings.before_contrast,
        settings.after_contrast, 0, {unit.term: 1.0}, {unit.term: 1.0},
    )  # fmt: skip
    return model.contribution(unit, n_words)


def matrix(rows: Iterable[Counter], index: dict, n_rows: int) -> sparse.csr_matrix:
    """Rows of named values as a sparse matrix; names outside the index are left out."""
    cells = [
        (i, index[key], value) for i, row in enumerate(rows) for key, value in row.items() if key in index
    ]
    i, j, values = zip(*cells, strict=True) if cells else ((), (), ())
    return sparse.csr_matrix((values, (i, j)), shape=(n_rows, len(index)))


def fit(sentences: Sequence[Sentence], settings: Settings) -> ToneModel:
    """Ridge regression on the lists' values (lightly bound) and on single terms (tightly bound)."""
    by_group, by_term = [], []
    for sentence in sentences:
        group_row: Counter = Counter()
        term_row: Counter = Counter()
        for unit in sentence.units:
            times = factor(unit, sentence.n_words, settings)
            for name, value in groups(unit.term, unit.listed, settings).items():
                group_row[name] += value * times
            term_row[unit.term, unit.listed] += times
        by_group.append(group_row)
        by_term.append(term_row)
    y = np.array([sentence.rating for sentence in sentences])
    names = {name: i for i, name in enumerate(sorted({name for row in by_group for name in row}))}
    learned = learnable(sentences, settings) if settings.learn_words else []
    terms = {key: i for i, key in enumerate(learned)}
    x = matrix(by_group, names, len(y))
    scale = 1 / (np.sqrt(np.asarray(x.power(2).mean(axis=0)).ravel()) + 1e-9)
    # one penalty for all columns, so the terms' columns are scaled by how much tighter they are bound
    bound = np.sqrt(settings.group_penalty / settings.word_penalty) / (REFERENCE_WORDS + settings.smoothing)
    tight = bound * np.array([RATED_LOOSER if groups(*key, settings) else 1.0 for key in terms])
    columns = sparse.hstack([x.multiply(scale), matrix(by_term, terms, len(y)).multiply(tight)]).tocsr()
    ridge = Ridge(alpha=settings.group_penalty, tol=1e-4).fit(columns, y)
    shared = dict(zip(names, ridge.coef_[: len(names)] * scale, strict=True))
    single = dict(zip(terms, ridge.coef_[len(names) :] * tight, strict=True))
    return finish(sentences, settings, ridge.intercept_, shared, single)


def learnable(sentences: Sequence[Sentence], settings: Settings) -> list[tuple[str, bool]]:
    """The terms that may have a weight of their own.

    Outside the lists these are common words only: no names or numbers, whose tone would be that of a few
    articles, and no negators or words of contrast, which work through the words around them.
    """
    docs: dict[tuple[str, bool], set[str]] = defaultdict(set)
    capitals: Counter = Counter()
    count: Counter = Counter()
    for sentence in sentences:
        for place, (unit, capital) in enumerate(zip(sentence.units, sentence.capitals, strict=True)):
            docs[unit.term, unit.listed].add(sentence.doc)
            count[unit.term] += place > 0
            capitals[unit.term] += place > 0 and capital

    def common(term: str) -> bool:
        plain = term.isalpha() and 2 * capitals[term] <= count[term]
        spread = len(docs[term, False]) >= settings.least_docs
        return plain and spread and term not in NEGATORS | CONTRASTS | JOINING

    return sorted(
        (term, listed)
        for term, listed in docs
        if (listed and not is_name(term)) or (not listed and (common(term) or groups(term, listed, settings)))
    )


def is_name(term: str) -> bool:
    """Whether a listed term is a name that says nothing: such a guard stays at 0."""
    return not OWN[term].weight and not term.islower()


def finish(
    sentences: Sequence[Sentence], settings: Settings, intercept: float, shared: dict, single: dict
) -> ToneModel:
    """One weight a term: what the lists say, and what was learned; small learned words go."""

    def total(term: str, listed: bool) -> float:
        said = groups(term, listed, settings)
        learned = single.get((term, listed), 0.0)
        if not said and abs(learned) < settings.least:
            return 0.0
        return sum(shared.get(name, 0.0) * value for name, value in said.items()) + learned

    listed = {term: round(total(term, True), 4) for term in OWN}
    others = set(VADER_WORDS) - OWN_FORMS | {term for term, is_listed in single if not is_listed}
    others -= NEGATORS | CONTRASTS  # they work through the words around them
    words = {term: weight for term in sorted(others) if (weight := round(total(term, False), 4))}
    model = ToneModel(
        0.0, settings.smoothing, REFERENCE_WORDS, settings.turned, settings.before_contrast,
        settings.after_contrast, 0.0, listed, words,
    )  # fmt: skip
    rest = np.mean([sentence.rating - predict(model, sentence)[0] for sentence in sentences])
    return replace(model, intercept=round(float(rest), 4))


def predict(model: ToneModel, sentence: Sentence) -> tuple[float, bool]:
    """The score of a sentence, and whether anything in it carries tone."""
    values = [model.contribution(unit, sentence.n_words) for unit in sentence.units if model.weight(unit)]
    return model.intercept + sum(values), bool(values)


def fold_of(sentences: Sequence[Sentence], k: int, seed: int) -> np.ndarray:
    """The fold of each sentence; a document is never divided."""
    docs = sorted({sentence.doc for sentence in sentences})
    random.Random(seed).shuffle(docs)
    place = {doc: i % k for i, doc in enumerate(docs)}
    return np.array([place[sentence.doc] for sentence in sentences])


def held_out(sentences: Sequence[Sentence], settings: Settings, k: int, seed: int) -> np.ndarray:
    """Predictions of each sentence by a model that saw nothing of its document."""
    folds, scores = fold_of(sentences, k, seed), np.zeros(len(sentences))
    for fold in range(k):
        model = fit([s for s, f in zip(sentences, folds, strict=True) if f != fold], settings)
        for i in np.flatnonzero(folds == fold):
            score, known = predict(model, sentences[i])
            scores[i] = score if known else 0.0
    return scores


def choose(sentences: Sequence[Sentence]) -> Settings:
    """The settings of SEARCH whose held-out predictions correlate best with the ratings."""
    y = [sentence.rating for sentence in sentences]

    def worth(choice: dict[str, float]) -> float:
        return float(np.corrcoef(y, held_out(sentences, Settings(**choice), INNER_FOLDS, 1))[0, 1])

    return Settings(**max(SEARCH, key=worth))


def write(model: ToneModel) -> None:
    """Write the model as plain numbers."""
    numbers = {k: v for k, v in asdict(model).items() if k not in ("listed", "words")}
    (HERE / "tone.json").write_text(json.dumps(numbers, indent=1) + "\n", encoding="utf-8")
    with (HERE / "tone_terms.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("term", "kind", "weight"))
        for term in sorted(model.listed):
            writer.writerow((term, "listed", f"{model.listed[term]:.4f}"))
        for term in sorted(model.words):
            kind = "vader" if term in VADER_WORDS else "learned"
            writer.writerow((term, kind, f"{model.words[term]:.4f}"))


def main() -> None:
    """Choose the settings by folds, fit on everything, write."""
    parser = argparse.ArgumentParser(description="Learn the weights of the tone model.")
    parser.add_argument("rated", type=Path)
    _, sentences = read_sentences(parser.parse_args().rated)
    settings = choose(sentences)
    model = replace(fit(sentences, settings), neutral_band=NEUTRAL_BAND)
    write(model)
    print(settings)
    print(f"intercept {model.intercept}, {len(model.listed)} listed terms, {len(model.words)} words")


if __name__ == "__main__":
    main()
