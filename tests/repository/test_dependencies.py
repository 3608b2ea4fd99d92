"""The packages: each declared, locked with hashes, and explained."""

import ast
import re
import sys
import tomllib
from functools import cache
from importlib.metadata import packages_distributions

from tests.repository.repository import ROOT, files_with_suffix

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
LOCK = (ROOT / "requirements.txt").read_text(encoding="utf-8")
EXPLAINED = (ROOT / "docs" / "engineering" / "dependencies.md").read_text(encoding="utf-8")

LOCKED_PACKAGE = re.compile(
    r"^([a-z][\w.-]*)==\S+[^\n]*((?:\n    --hash=sha256:[0-9a-f]{64}(?: \\)?)*)", re.MULTILINE
)
"""A package in a lock: its name, and its hashes."""


def package_name(requirement: str) -> str:
    """The normalised name of a requirement: ``types_PyYAML >=6`` gives ``types-pyyaml``."""
    match = re.match(r"[\w.-]+", requirement)
    assert match
    return re.sub(r"[-_.]+", "-", match.group()).lower()


RUNTIME = {package_name(requirement) for requirement in PROJECT["dependencies"]}
DEVELOPMENT = {package_name(requirement) for requirement in PROJECT["optional-dependencies"]["dev"]}


_distributions = cache(packages_distributions)


def imported_packages(folder: str) -> set[str]:
    """The names of the packages, other than Python's own, that a folder's modules import."""
    modules = set()
    for name, text in files_with_suffix(".py").items():
        if name.startswith(folder):
            for node in ast.walk(ast.parse(text)):
                if isinstance(node, ast.Import):
                    modules |= {alias.name.partition(".")[0] for alias in node.names}
                elif isinstance(node, ast.ImportFrom) and node.module:
                    modules.add(node.module.partition(".")[0])
    distributions = _distributions()
    foreign = modules - set(sys.stdlib_module_names) - {"generator", "tests", "scripts", "bench"}
    return {package_name(distribution) for module in foreign for distribution in distributions[module]}


def test_what_the_generator_imports_is_a_runtime_dependency() -> None:
    # pydantic pins pydantic-core exactly and documents that its error type is imported from there.
    assert imported_packages("generator/") - RUNTIME == {"pydantic-core"}


def test_what_tests_and_scripts_import_is_declared() -> None:
    imported = imported_packages("tests/") | imported_packages("scripts/") | imported_packages("bench/")
    assert imported - RUNTIME - DEVELOPMENT - {"pydantic-core"} == set()


def test_every_dependency_is_explained_with_its_licence() -> None:
    lines = (line.split("|") for line in EXPLAINED.splitlines())
    rows = {cells[1].strip(" `").lower(): cells for cells in lines if len(cells) >= 5}
    for name in RUNTIME | DEVELOPMENT:
        assert name in rows, f"{name} has no row"
        assert all(cell.strip() for cell in rows[name][1:-1]), f"{name} has an empty cell"


def test_nothing_is_explained_that_is_not_used() -> None:
    rows = set(re.findall(r"^\| `([\w-]+)`", EXPLAINED, re.MULTILINE))
    assert rows == RUNTIME | DEVELOPMENT


def test_the_lock_holds_every_dependency_with_hashes_and_no_address() -> None:
    blocks = LOCKED_PACKAGE.findall(LOCK)
    locked = {package_name(name) for name, _ in blocks}
    assert locked >= RUNTIME | DEVELOPMENT
    assert [name for name, hashes in blocks if not hashes] == []
    assert "://" not in LOCK
    assert "--index" not in LOCK
