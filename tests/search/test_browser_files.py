"""The files for the browser: small, plain, complete."""

import gzip
import json
import re
from importlib import resources

import pytest

from generator.search.browser_files import ENGINE, SCRIPT, files_for_browsers, plain_files
from generator.search.index import IndexedPage, Vocabulary, index_text
from generator.search.passages import PAGE, Passage

FOLDER = resources.files("generator.search") / "browser"
LARGEST = {SCRIPT: 2_335, ENGINE: 7_450}
"""Bytes of what every page runs, and of what a search fetches, compressed."""


def test_every_file_of_the_folder_is_part_of_one() -> None:
    parts = json.loads((FOLDER / "parts.json").read_text(encoding="utf-8"))
    used = {part for own in parts.values() for part in own}
    assert used == {file.name for file in FOLDER.iterdir() if file.name.endswith((".js", ".css"))}


@pytest.mark.parametrize("name", LARGEST)
def test_they_travel_light(name: str) -> None:
    assert len(gzip.compress(files_for_browsers()[name].encode(), 9)) <= LARGEST[name]


@pytest.mark.parametrize("name", LARGEST)
def test_comments_stay_behind_and_names_stay_inside(name: str) -> None:
    script = files_for_browsers()[name]
    assert "/*" not in script
    assert script.startswith("(")
    assert re.search(r"\}\)\(.*\)$", script)


def test_only_names_that_nobody_else_knows_are_shortened() -> None:
    """The index keeps its names: the engine finds them there."""
    names: dict[str, list[str]] = json.loads((FOLDER / "names.json").read_text(encoding="utf-8"))
    index = index_text([IndexedPage("a/", "x", [Passage("", PAGE)])], Vocabulary())
    for script, own in names.items():
        plain, short = plain_files()[script], files_for_browsers()[script]
        assert len(own) == len(set(own))
        for name in own:
            assert re.search(rf"\b{name}\b", plain), name
            assert not re.search(rf"\.{name}\b", short), name
            assert f'"{name}"' not in index, name


def test_nothing_is_asked_of_another_host() -> None:
    for name, text in files_for_browsers().items():
        assert "://" not in text, name
