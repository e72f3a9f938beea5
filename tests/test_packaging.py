"""What the set-up promises: the lists of packages agree, the lock can be trusted, the version is one."""

from __future__ import annotations

import re
import subprocess
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

import analysis

ROOT = Path(__file__).resolve().parents[1]
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
RUNTIME = [Requirement(line) for line in PROJECT["project"]["dependencies"]]
DEVELOPMENT = [Requirement(line) for line in PROJECT["dependency-groups"]["dev"]]
BUILD = [Requirement(line) for line in PROJECT["build-system"]["requires"]]

# conda-forge's `matplotlib` brings a window toolkit along; the package itself is `matplotlib-base`.
CONDA_NAMES = {"matplotlib-base": "matplotlib"}

TOP_LEVEL = {
    *("README.md", "environment.yml", "notebooks", "analysis", "data", "figures", "tests"),
    *("pyproject.toml", "requirements.lock", "Makefile", "LICENSE", "CITATION.cff", "CHANGELOG.md"),
    *("CONTRIBUTING.md", ".gitignore", ".gitattributes", ".github", ".ci"),
}


def read_lock() -> list[Requirement]:
    # The pins start at the margin; their hashes and origins are indented.
    return [Requirement(line.rstrip("\\ ")) for line in LOCK.splitlines() if re.match(r"\w", line)]


def read_conda() -> dict[str, str]:
    """Package -> version range of environment.yml, under the names that pip knows."""
    text = (ROOT / "environment.yml").read_text(encoding="utf-8")
    rows = re.findall(r"^  - ([\w.-]+)([<>=].*)?$", text.partition("dependencies:")[2], flags=re.MULTILINE)
    return {CONDA_NAMES.get(name, name): versions for name, versions in rows}


@pytest.mark.parametrize("needed", [*RUNTIME, *DEVELOPMENT, *BUILD], ids=str)
def test_the_lock_holds_a_fitting_version_of_each_package(needed: Requirement) -> None:
    pins = [pin for pin in read_lock() if canonicalize_name(pin.name) == canonicalize_name(needed.name)]
    assert pins
    for pin in pins:
        (version,) = (clause.version for clause in pin.specifier)
        assert needed.specifier.contains(version)


def test_each_line_of_the_lock_is_one_exact_version_with_hashes() -> None:
    blocks = re.split(r"\n(?=\w)", LOCK)[1:]
    assert len(blocks) == len(read_lock()) > 0
    for block in blocks:
        assert re.match(r"[\w.-]+==[\w.]+( ; [^\\]+)? \\\n    --hash=sha256:[0-9a-f]{64}", block), block


def test_the_lock_names_no_index_and_no_place() -> None:
    assert re.findall(r"^\s*--(?!hash=).*", LOCK, flags=re.MULTILINE) == []
    assert re.findall(r"\S*(?:://| @ |^-e )\S*", LOCK, flags=re.MULTILINE) == []


def test_the_lock_fits_every_system() -> None:
    systems = {system for pin in read_lock() for system in re.findall(r"win32|darwin|linux", str(pin.marker))}
    assert systems >= {"win32", "darwin"}  # left out by a lock that was resolved for one machine


def test_conda_gets_the_same_versions() -> None:
    conda = read_conda()
    python, pip = conda.pop("python"), conda.pop("pip")
    assert (python, pip) == ("=3.11", "")
    ranges = {name: Requirement(f"{name}{versions}").specifier for name, versions in conda.items()}
    assert ranges == {needed.name: needed.specifier for needed in RUNTIME}


def test_one_oldest_python_everywhere() -> None:
    oldest = "3.11"
    tools = PROJECT["tool"]
    assert PROJECT["project"]["requires-python"] == f">={oldest}"
    assert tools["mypy"]["python_version"] == oldest
    assert tools["ruff"]["target-version"] == f"py{oldest.replace('.', '')}"
    assert f"--python-version {oldest} " in (ROOT / "Makefile").read_text(encoding="utf-8")
    assert f'"{oldest}"' in (ROOT / ".github" / "workflows" / "test.yml").read_text(encoding="utf-8")


def test_continuous_integration_runs_make_test_and_nothing_weaker() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    commands = [line for line in script if line and not line.startswith("#")]
    assert commands == [
        "set -euo pipefail",
        'cd "$(dirname "${BASH_SOURCE[0]}")/.."',
        "make test",
        "exec make test-browser",
    ]


def test_the_plain_commands_are_those_of_make_test() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    (recipe,) = re.findall(r"^test:.*\n((?:\t.*\n)+)", makefile, flags=re.MULTILINE)
    commands = [line.strip().removeprefix("$(RUN) ") for line in recipe.splitlines()]
    assert commands == [
        "ruff check .",
        "ruff format --check .",
        "mypy",
        "pytest",
        "pytest --nbval --nbval-current-env notebooks",
    ]
    workflow = (ROOT / ".github" / "workflows" / "test.yml").read_text(encoding="utf-8")
    assert "\n".join(f"          python -m {command}" for command in commands) in workflow


def test_the_version_is_the_same_everywhere() -> None:
    version = analysis.__version__
    assert str(Version(version)) == version
    citation = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert PROJECT["project"]["dynamic"] == ["version"]  # read from the package, so it cannot differ
    assert re.findall(r"^version: (.+)$", citation, flags=re.MULTILINE) == [version]
    assert re.findall(r"^## \[(\d.*?)\]", changelog, flags=re.MULTILINE)[0] == version
    assert "### Findings that changed" in changelog


def test_the_top_level_holds_only_what_it_should() -> None:
    if (ROOT / ".git").exists():
        done = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True)
        assert {path.split("/")[0] for path in done.stdout.split("\0") if path} <= TOP_LEVEL
    assert {name for name in TOP_LEVEL if not (ROOT / name).exists()} == set()
