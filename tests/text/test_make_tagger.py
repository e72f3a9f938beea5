"""The weights of the tagger are what the card says: made from these files, and made again from them."""

from __future__ import annotations

import hashlib
import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from analysis.text.library import DATA

MODELS = DATA / "models"
CARD = (MODELS / "tagger.md").read_text(encoding="utf-8")
# It holds the tags that the lists of the project know of words.
DOCUMENT = """# newdoc id = {id}
# text = {subject} left towns seen by a child
1\t{subject}\t_\tX\t{tag}\t_\t2\tnsubj\t_\t_
2\tleft\tleave\tVERB\tVBD\t_\t0\troot\t_\t_
3\ttowns\ttown\tNOUN\tNNS\t_\t2\tobj\t_\t_
4\tseen\tsee\tVERB\tVBN\t_\t3\tacl\t_\t_
5\tby\tby\tADP\tIN\t_\t7\tcase\t_\t_
6\ta\ta\tDET\tDT\t_\t7\tdet\t_\t_
7\tchild\tchild\tNOUN\tNN\t_\t4\tobl\t_\t_

"""


@pytest.fixture(scope="module")
def maker() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_tagger", MODELS / "make_tagger.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def treebank(tmp_path: Path) -> Path:
    folder = tmp_path / "treebank"
    (folder / "more").mkdir(parents=True)
    # the first document is held out, the others are learned
    subjects = {"She": "PRP", "Dogs": "NNS", "Ann": "NNP", "Rain": "NN", "Ten": "CD", "Green": "JJ"}
    documents = [DOCUMENT.format(id=name, subject=name, tag=tag) for name, tag in subjects.items()]
    (folder / "b.conllu").write_text("".join(documents))
    (folder / "more" / "a.conllu").write_text(DOCUMENT.format(id="A", subject="He", tag="PRP"))
    return folder


@pytest.mark.parametrize(
    "name", ["models/tagger.json", "models/tagger_persons.csv", "lexicons/irregular_verbs.csv"]
)
def test_the_card_of_the_tagger_names_the_bytes_that_are_there(name: str) -> None:
    found = hashlib.sha256((DATA / name).read_bytes()).hexdigest()
    assert f"`data/{name}` | `{found}`" in CARD, "run make_tagger.py --check, and say on the card what moved"


def test_a_model_that_was_just_made_is_what_its_treebank_gives(
    maker: ModuleType, treebank: Path, tmp_path: Path
) -> None:
    model = tmp_path / "tagger.json"
    assert maker.main([str(treebank)], model=model) == 0
    assert maker.main([str(treebank), "--check"], model=model) == 0


def test_a_check_tells_a_model_that_differs_and_writes_nothing(
    maker: ModuleType, treebank: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    model = tmp_path / "tagger.json"
    model.write_text("{}")
    assert maker.main([str(treebank), "--check"], model=model) == 1
    assert capsys.readouterr().out.endswith("tagger.json is not what these files give, byte for byte\n")
    assert model.read_text() == "{}"


def test_another_treebank_has_another_fingerprint_but_not_another_folder(
    maker: ModuleType, treebank: Path
) -> None:
    before = maker.fingerprint(maker.find_files(treebank))
    (treebank / "more" / "a.conllu").rename(treebank / "a.conllu")
    assert maker.fingerprint(maker.find_files(treebank)) == before
    (treebank / "a.conllu").write_text(DOCUMENT.format(id="A", subject="She", tag="PRP"))
    assert maker.fingerprint(maker.find_files(treebank)) != before


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("write to m.p.cock today", ["write", "to", "m.p.", "cock", "today"]),
        ("the U.S. today", ["the", "U.S.", "today"]),
        ("the A.B.C. today", ["the", "A.B.C.", "today"]),
        ("at 5 p.m.", ["at", "5", "p.m."]),
    ],
)
def test_initials_are_a_word_of_their_own_for_the_tagger_that_learns(
    maker: ModuleType, text: str, expected: list[str]
) -> None:
    assert [text[a:b] for a, b in maker.find_words_as_learned(text)] == expected
