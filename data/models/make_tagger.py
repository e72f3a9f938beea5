"""Learn the weights of ``tagger.json`` from treebanks in CoNLL-U, and print how good they are.

    python data/models/make_tagger.py TREEBANK_FOLDER            # writes tagger.json
    python data/models/make_tagger.py TREEBANK_FOLDER --check    # writes nothing; fails where it would differ

The folder is searched for ``*.conllu`` files. The same files give the same bytes: the order of learning is
drawn from a fixed seed, and what the project has changed since about words and lists is kept out, because
one word more in one sentence moves most weights a little. Takes a few minutes.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from analysis.text.library import DATA, read_rows
from analysis.text.tag_features import Token, find_features, find_tokens
from analysis.text.tagging import WRITTEN_SMALL, Tagger, make_tagger, tag_spans
from analysis.text.tokenization import find_words, fold_marks

ROUNDS = 5
SEED = 1988
HELD_OUT = 10  # every tenth document
KNOWN_COUNT = 8  # of a word seen so often ...
KNOWN_SHARE = 0.01  # ... tags that it has less often are mistakes
SMALLEST = 3.0  # weights nearer to zero than this are dropped
DIGITS = 1
SEEN = 2  # a feature value that occurs less often teaches nothing

MODEL = Path(__file__).with_name("tagger.json")
# Roles of titles_roles.csv, as it was when the weights were learned, by whose endings they are neither
# verbs nor adjectives: spokesman, prosecutor, lobbyist.
PERSONS = Path(__file__).with_name("tagger_persons.csv")
# When the weights were learned, initials were a word of their own before letters too: m.p. | cock
INITIALS = re.compile(r"(?>(?:[^\W\d_]\.){2,})(?=[^\W\d_])")

Spans = tuple[tuple[int, int], ...]
Sentence = tuple[str, Spans, list[str]]  # straight text, spans of the words, their tags
NO_WORD = frozenset(["HYPH", "POS", ":", ",", ".", "''", "``", "NFP"])
Table = dict[str, dict[str, dict[str, float]]]


class Part(NamedTuple):
    """A token of a treebank: its number, that of its head, its tag and its relation to the head."""

    id: str
    head: str
    tag: str
    relation: str


def find_files(folder: Path) -> list[Path]:
    """The files of all treebanks in a folder; in which of its folders they lie changes nothing."""
    return sorted(folder.rglob("*.conllu"), key=lambda path: path.name)


def fingerprint(files: Sequence[Path]) -> str:
    """SHA-256 of the files, one behind the other."""
    return hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()


def read_documents(files: Sequence[Path]) -> list[tuple[str, list[Sentence]]]:
    """Documents of all treebanks, by their ids."""
    documents: dict[str, list[Sentence]] = defaultdict(list)
    for path in files:
        name = path.stem
        for block in path.read_text(encoding="utf-8").split("\n\n"):
            if found := re.search(r"^# newdoc id = (.+)$", block, re.MULTILINE):
                name = found[1]
            if sentence := read_sentence(block):
                documents[name].append(sentence)
    return sorted(documents.items())


def read_sentence(block: str) -> Sentence | None:
    """A sentence with one tag for each word as this project counts words."""
    if not (found := re.search(r"^# text = (.*)$", block, re.MULTILINE)):
        return None
    text = fold_marks(found[1])
    tokens: list[tuple[int, int, Part]] = []
    position = 0
    for line in block.split("\n"):
        fields = line.split("\t")
        if len(fields) != 10 or not fields[0].isdigit():
            continue
        form = fold_marks(fields[1])
        start = text.find(form, position)
        if start < 0 or start - position > 3:
            return None
        position = start + len(form)
        tokens.append((start, position, Part(fields[0], fields[6], fields[4], fields[7])))
    spans, tags = [], []
    for start, end in find_words_as_learned(text):
        parts = [part for a, b, part in tokens if a < end and start < b]
        if not parts:
            return None
        spans.append((start, end))
        tags.append(tag_of(text[start:end], parts))
    return (text, tuple(spans), tags) if spans else None


def find_words_as_learned(text: str) -> Iterator[tuple[int, int]]:
    """The words of a text, cut as they were when the weights were learned."""
    for start, end in find_words(text):
        if initials := INITIALS.match(text, start, end):
            yield start, initials.end()
            start = initials.end()
        yield start, end


def tag_of(word: str, parts: list[Part]) -> str:
    """One tag for a word that a treebank cuts into parts: that of its head."""
    inside = {part.id for part in parts}
    parts = [p for p in parts if p.tag not in NO_WORD] or parts
    if "-" not in word or len(parts) == 1:
        return parts[0].tag  # can't: can; Ann's: Ann
    heads = [p for p in parts if p.head not in inside] or parts
    part = heads[-1]
    # long-term effects, a two-man team, state-funded schools: what stands before a noun describes it
    if part.relation in ("compound", "amod") and part.tag in ("NN", "CD", "VB", "VBN", "VBG", "IN", "RP"):
        return "JJ"
    return part.tag


def known_tags(sentences: list[Sentence]) -> dict[str, list[str]]:
    """The tags that frequent words can have, and those of irregular verbs and roles."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for text, spans, tags in sentences:
        for (a, b), tag in zip(spans, tags, strict=True):
            counts[text[a:b].lower()][tag] += 1
    verbs = read_rows(DATA / "lexicons" / "irregular_verbs.csv", ("term", "past", "participle"))
    base = {row["term"] for row in verbs}
    forms: dict[str, set[str]] = defaultdict(set)
    for row in verbs:
        forms[row["past"]].add("VBD")
        forms[row["participle"]].add("VBN")
    known = {}
    for word, by_tag in sorted(counts.items()):
        total = by_tag.total()
        if word.isalpha() and total >= KNOWN_COUNT:
            usual = {tag for tag, count in by_tag.items() if count >= KNOWN_SHARE * total}
            known[word] = sorted(usual | forms.get(word, set()))
    for word in sorted(forms.keys() - known.keys() - base):
        known[word] = sorted(forms[word] | counts[word].keys())
    for row in read_rows(PERSONS, ("term",)):
        word = row["term"]
        if word not in known:
            known[word] = sorted({"NN"} | counts[word].keys())
            known.setdefault(word + "s", sorted({"NNS"} | counts[word + "s"].keys()))
    return dict(sorted(known.items()))


def tags_of(token: Token, known: dict[str, list[str]]) -> list[str] | None:
    """The tags that a word can have, if they are known."""
    return known.get(token.word) if token.shape in WRITTEN_SMALL else None


def learn(sentences: list[Sentence], *, rounds: int) -> Table:
    """Averaged perceptron: where the guess is wrong, the right tag gains and the guess loses."""
    weights: dict[tuple[str, str], dict[str, float]] = {}
    totals: dict[tuple[str, str, str], float] = defaultdict(float)
    stamps: dict[tuple[str, str, str], int] = defaultdict(int)
    tags = sorted({tag for _, _, all_tags in sentences for tag in all_tags})
    prepared = [([*find_tokens(text, spans)], all_tags) for text, spans, all_tags in sentences]
    known = known_tags(sentences)
    seen: Counter[tuple[str, str]] = Counter()
    for pairs, right_tags in prepared:
        tokens = [token for token, _ in pairs]
        before, before_that = "-START-", "-START-"
        for place, (token, number) in enumerate(pairs):
            seen.update(find_features(tokens, place, before, before_that))
            before, before_that = token.word if number < 0 else right_tags[number], before
    order = random.Random(SEED)
    now = 0

    def update(feature: tuple[str, str], tag: str, change: float) -> None:
        key = (*feature, tag)
        row = weights.setdefault(feature, {})
        totals[key] += (now - stamps[key]) * row.get(tag, 0.0)
        stamps[key] = now
        row[tag] = row.get(tag, 0.0) + change

    for _ in range(rounds):
        order.shuffle(prepared)
        for pairs, right_tags in prepared:
            tokens = [token for token, _ in pairs]
            before, before_that = "-START-", "-START-"
            for place, (token, number) in enumerate(pairs):
                if number < 0:
                    guess = token.word
                elif len(possible := tags_of(token, known) or tags) == 1:
                    guess = possible[0]
                else:
                    now += 1
                    features = [
                        f for f in find_features(tokens, place, before, before_that) if seen[f] >= SEEN
                    ]
                    scores: dict[str, float] = dict.fromkeys(tags, 0.0)
                    for feature in features:
                        for tag, weight in weights.get(feature, {}).items():
                            scores[tag] += weight
                    guess = max(possible, key=scores.__getitem__)
                    right = right_tags[number]
                    if guess != right:
                        for feature in features:
                            update(feature, right, 1.0)
                            update(feature, guess, -1.0)
                before, before_that = guess, before
    table: Table = defaultdict(dict)
    for (name, value), row in sorted(weights.items()):
        means = {}
        for tag, weight in sorted(row.items()):
            key = (name, value, tag)
            means[tag] = (totals[key] + (now - stamps[key]) * weight) / now
        table[name][value] = means
    scale = max(abs(w) for rows in table.values() for row in rows.values() for w in row.values())
    return {
        n: {v: {t: w * 100 / scale for t, w in r.items()} for v, r in rows.items()}
        for n, rows in table.items()
    }


def prune(table: Table, *, smallest: float) -> Table:
    """Without the weights that are near zero, and rounded."""
    pruned: Table = {}
    for name, rows in table.items():
        kept = {v: {t: round(w, DIGITS) for t, w in r.items() if abs(w) >= smallest} for v, r in rows.items()}
        pruned[name] = {v: r for v, r in kept.items() if r}
    return pruned


def accuracy(tagger: Tagger, sentences: list[Sentence]) -> tuple[float, int, Counter[tuple[str, str]]]:
    """Share of words with the right tag, number of words, and the confusions (right, guessed)."""
    confusions: Counter[tuple[str, str]] = Counter()
    total = 0
    for text, spans, tags in sentences:
        for right, guess in zip(tags, tag_spans(tagger, text, spans), strict=True):
            total += 1
            if right != guess:
                confusions[right, guess] += 1
    return 1 - confusions.total() / total, total, confusions


def format_model(tags: list[str], known: dict[str, list[str]], table: Table) -> str:
    """One line a feature value, so that a reader (and a difference) can find it."""
    lines = ["{", f'"tags": {json.dumps(tags)},', f'"known": {json.dumps(known, ensure_ascii=False)},']
    lines.append('"weights": {')
    for number, (name, rows) in enumerate(sorted(table.items())):
        lines.append(f"{json.dumps(name)}: {{")
        last = len(rows) - 1
        for place, (value, row) in enumerate(sorted(rows.items())):
            inner = json.dumps(dict(sorted(row.items())), separators=(",", ":"))
            lines.append(json.dumps(value, ensure_ascii=False) + ":" + inner + ("," if place < last else ""))
        lines.append("}" + ("," if number < len(table) - 1 else ""))
    lines.append("}}")
    return "\n".join(lines) + "\n"


def make_model(documents: list[tuple[str, list[Sentence]]]) -> str:
    """Learn on nine documents of ten, prune, and print the accuracy on the tenth."""
    held_out = [s for n, (_, found) in enumerate(documents) if n % HELD_OUT == 0 for s in found]
    learned = [s for n, (_, found) in enumerate(documents) if n % HELD_OUT for s in found]
    print(len(documents), "documents", len(learned), "sentences learned", len(held_out), "held out")
    tags = sorted({tag for _, _, all_tags in learned for tag in all_tags})
    known = known_tags(learned)
    table = learn(learned, rounds=ROUNDS)
    for smallest in (0.0, SMALLEST):
        share, total, confusions = accuracy(
            make_tagger(tags, known, prune(table, smallest=smallest)), held_out
        )
        print(f"weights from {smallest}: accuracy {share:.4f} on {total} words")
    print(confusions.most_common(15))
    return format_model(tags, known, prune(table, smallest=SMALLEST))


def main(arguments: Sequence[str] | None = None, *, model: Path = MODEL) -> int:
    """Write the file, or say whether it is what would be written."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folder", type=Path, metavar="TREEBANK_FOLDER")
    parser.add_argument("--check", action="store_true", help="write nothing; fail where it would differ")
    options = parser.parse_args(arguments)
    files = find_files(options.folder)
    print(f"{len(files)} files, SHA-256 {fingerprint(files)}")
    made = make_model(read_documents(files))
    if not options.check:
        model.write_bytes(made.encode("utf-8"))
        return 0
    is_same = model.read_bytes() == made.encode("utf-8")
    print(f"{model.name} is {'' if is_same else 'not '}what these files give, byte for byte")
    return 0 if is_same else 1


if __name__ == "__main__":
    sys.exit(main())
