"""What the desk's page brings along from others is what is pinned, with its licence, and small and harmless."""

import gzip
import json
import re

import pytest

from scripts.build_vendor import MODULES, PINNED, RESULTS

MOST_BYTES = 40_000
"""Of both modules together, as they travel."""
REFUSED = re.compile(r"\beval\(|\bFunction\(|\bimport\b|\brequire\(|sourceMappingURL")
"""What a strict policy refuses, or what would fetch more."""

wanted = json.loads((PINNED / "package.json").read_text(encoding="utf-8"))["devDependencies"]
locked = json.loads((PINNED / "package-lock.json").read_text(encoding="utf-8"))["packages"]


@pytest.mark.parametrize("module", MODULES)
def test_a_module_names_the_versions_that_are_pinned_and_needs_nothing_else(module: str) -> None:
    text = (RESULTS / module).read_text(encoding="utf-8")
    named = dict(re.findall(r"([a-z]+) (\d+\.\d+\.\d+) \(", text.splitlines()[0]))
    assert named == {package: wanted[package] for package in MODULES[module]}
    assert not REFUSED.search(text)


@pytest.mark.parametrize("package", sorted(package for packages in MODULES.values() for package in packages))
def test_a_package_is_pinned_by_its_hash_and_its_licence_is_there(package: str) -> None:
    assert locked[f"node_modules/{package}"]["version"] == wanted[package]
    assert locked[f"node_modules/{package}"]["integrity"].startswith("sha512-")
    licence = (RESULTS / f"{package}.LICENSE.txt").read_text(encoding="utf-8")
    assert "Copyright" in licence


def test_nothing_stands_beside_the_modules_but_their_licences() -> None:
    licences = {f"{package}.LICENSE.txt" for packages in MODULES.values() for package in packages}
    assert {path.name for path in RESULTS.iterdir()} == {*MODULES, *licences}


def test_the_modules_are_small() -> None:
    assert sum(len(gzip.compress((RESULTS / module).read_bytes())) for module in MODULES) < MOST_BYTES
