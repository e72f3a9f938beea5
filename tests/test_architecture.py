"""The imports, read from the source, hold the floors that analysis/ARCHITECTURE.md draws."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
FLOORS = ("text", "measures", "findings", "views")  # from the ground up; what lies beside them is the top
TOP = len(FLOORS)
LONGEST_MODULE = 350  # lines; one that outgrows it becomes a folder with its parts as files
TABLE_AND_PLOT_PACKAGES = {
    "pandas",
    "numpy",
    "scipy",
    "matplotlib",
}  # half a second at the start of a command

MODULES = {
    ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path
    for path in sorted((ROOT / "analysis").rglob("*.py"))
}


@cache
def read_tree(module: str) -> ast.Module:
    return ast.parse(MODULES[module].read_text(encoding="utf-8"))


def floor_of(module: str) -> int:
    parts = module.split(".")
    return FLOORS.index(parts[1]) if len(parts) > 1 and parts[1] in FLOORS else TOP


def measure_of(module: str) -> str:
    """``analysis.measures.quotation.marks`` -> ``quotation``: a folder is one measure."""
    return module.split(".")[2] if module.startswith("analysis.measures.") else ""


def is_only_for_types(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and ast.unparse(node.test).endswith("TYPE_CHECKING")


def walk(node: ast.AST, *, at_import_time: bool) -> Iterator[ast.AST]:
    """The nodes below; at import time neither a function's body nor what is only for types runs."""
    for child in ast.iter_child_nodes(node):
        if at_import_time and isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            continue
        if is_only_for_types(child):
            if not at_import_time:
                yield from walk(child, at_import_time=False)
            continue
        yield child
        yield from walk(child, at_import_time=at_import_time)


def find_imports(module: str, *, at_import_time: bool = False) -> Iterator[str]:
    """Dotted names that a module imports; of the project's own, the module that is meant."""
    package = module if MODULES[module].name == "__init__.py" else module.rpartition(".")[0]
    for node in walk(read_tree(module), at_import_time=at_import_time):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package.split(".")[: len(package.split(".")) - node.level + 1] if node.level else []
            base = ".".join([*above, *([node.module] if node.module else [])])
            for alias in node.names:
                name = f"{base}.{alias.name}"
                yield base if base in MODULES and name not in MODULES else name


def own_imports(module: str) -> list[str]:
    return [name for name in find_imports(module) if name.split(".")[0] == "analysis"]


def find_climbs() -> list[str]:
    return [
        f"{module} imports {name}"
        for module in MODULES
        if floor_of(module) < TOP
        for name in own_imports(module)
        # `from analysis import __version__` names the package itself, which imports nothing.
        if name != "analysis" and floor_of(name) > floor_of(module)
    ]


def test_imports_only_point_down() -> None:
    assert find_climbs() == []


def test_measures_do_not_import_each_other() -> None:
    meetings = [
        f"{module} imports {name}"
        for module in MODULES
        if measure_of(module)
        for name in own_imports(module)
        if measure_of(name) not in ("", measure_of(module))
    ]
    assert meetings == []


def test_the_two_lowest_floors_load_no_tables_and_no_plots() -> None:
    loads = [
        f"{module} imports {name}"
        for module in MODULES
        if floor_of(module) < FLOORS.index("findings")
        for name in find_imports(module, at_import_time=True)
        if name.split(".")[0] in TABLE_AND_PLOT_PACKAGES
    ]
    assert loads == []


def test_what_nltk_brings_along_loads_no_tables_and_no_plots_either() -> None:
    # Not read from the source but run. scikit-learn is no package of the project's; where somebody has it,
    # NLTK loads it, and it loads pandas.
    modules = [module for module in MODULES if floor_of(module) < FLOORS.index("findings")]
    code = (
        f"import sys; sys.modules['sklearn'] = None; import {', '.join(modules)}; "
        "print(*sorted({'pandas', 'matplotlib'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.stdout.strip(), done.stderr) == ("", "")


def test_no_module_bears_the_name_of_a_standard_module() -> None:
    names = {part for module in MODULES for part in module.split(".")}
    assert names & sys.stdlib_module_names <= {"__main__"}


@pytest.mark.parametrize("module", MODULES)
def test_a_module_is_short_and_says_what_it_is_for(module: str) -> None:
    lines = MODULES[module].read_text(encoding="utf-8").splitlines()
    assert len(lines) <= LONGEST_MODULE
    assert not lines or ast.get_docstring(read_tree(module)), "say in a docstring what the module is for"


def test_nothing_asks_for_nltk_data() -> None:
    # Refused behind proxies and in read-only homes: the words, weights and lists lie in data/.
    forbidden = ("nltk.data", "nltk.download", "nltk.downloader", "nltk.corpus")
    uses = [
        f"{module}: {text}"
        for module in MODULES
        for node in walk(read_tree(module), at_import_time=False)
        if isinstance(node, ast.Attribute) and (text := ast.unparse(node)).startswith(forbidden)
    ]
    imports = [
        f"{module}: {name}"
        for module in MODULES
        for name in find_imports(module)
        if f"{name}.".startswith(tuple(f"{word}." for word in forbidden))
    ]
    assert uses + imports == []


def test_every_measure_has_tests_and_stands_on_the_map() -> None:
    page = (ROOT / "analysis" / "ARCHITECTURE.md").read_text(encoding="utf-8")
    tests = ROOT / "tests" / "measures"
    measures = {name for module in MODULES if (name := measure_of(module))}
    assert measures
    assert [
        name for name in sorted(measures) if f"`{name}.py`" not in page and f"`{name}/`" not in page
    ] == []
    assert [
        name
        for name in sorted(measures)
        if not (tests / f"test_{name}.py").exists() and not (tests / name).is_dir()
    ] == []
