"""Templates in the place of the theme's say beside which version of it, and are looked at when that changes."""

import re
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

import pytest
from mkdocs.utils import get_theme_dir

import generator.site
from generator.site.theme_mends import FRAME

OURS = Path(generator.site.__file__).parent / "theme"
THEIRS = Path(get_theme_dir("material"))
SAID = re.compile(r"Beside mkdocs-material (\S+)\. -#}")
SEEN = {
    "404.html": "80c93494b5432b1b",
    "base.html": "8536d352b0093623",
    "main.html": "9948b55a7bc979c3",
    "partials/actions.html": "1bcd66d6f428194e",
    "partials/copyright.html": "bc86bca3bf75070f",
    "partials/javascripts/base.html": "d6113712bc4deb30",
    "partials/javascripts/palette.html": "8790389765ea6036",
    "partials/language.html": "3a44516f305006ac",
    "partials/path.html": "cbde0642861fe915",
    "partials/progress.html": "f7596002950a7d9f",
    "partials/search.html": "bfd556535abcddb9",
    "partials/source.html": "6847616d67be4920",
    "partials/toc-item.html": "418f31ce2e6d5599",
    "partials/toc.html": "fde48f583563364b",
}
"""How the theme's own file begins as SHA-256, when ours was written or last looked at. Where it is another now:
read what changed, mend ours where it has to follow, write down the version in it and the sum here."""
IN_PLACE = sorted(
    path.relative_to(OURS).as_posix()
    for path in OURS.rglob("*.html")
    if (THEIRS / path.relative_to(OURS)).is_file()
)


@pytest.mark.parametrize("name", IN_PLACE)
def test_each_says_beside_which_version_it_stands(name: str) -> None:
    said = SAID.search((OURS / name).read_text(encoding="utf-8"))
    assert said
    assert said[1] == version("mkdocs-material")


@pytest.mark.parametrize("name", [*IN_PLACE, FRAME])
def test_the_themes_own_is_as_it_was(name: str) -> None:
    assert sha256((THEIRS / name).read_bytes()).hexdigest()[:16] == SEEN[name]


def test_nothing_else_was_looked_at() -> None:
    assert set(SEEN) == {*IN_PLACE, FRAME}
