"""Whoever makes the site of one edition waits for nothing that only the sites of many, or a preview, need."""

import subprocess
import sys

import pytest

NEEDED_BY_OTHERS = ("generator.portal", "generator.scaffold", "mkdocs.livereload")


@pytest.mark.parametrize("module", ["generator.site.making", "generator.site.plugin"])
def test_making_a_site_brings_neither_the_portal_nor_a_server_along(module: str) -> None:
    program = f"import sys, generator.cli, {module}; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, check=True, encoding="utf-8"
    )
    assert module in loaded.stdout.split()
    assert not set(NEEDED_BY_OTHERS) & set(loaded.stdout.split())
