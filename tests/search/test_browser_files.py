"""The files for the browser: small, plain, complete."""

import gzip
import json
from importlib import resources

from generator.search.browser_files import SCRIPT, files_for_browsers

FOLDER = resources.files("generator.search") / "browser"
LARGEST = 9_650
"""Bytes of the script of page and worker, compressed."""


def test_every_file_of_the_folder_is_part_of_one() -> None:
    parts = json.loads((FOLDER / "parts.json").read_text(encoding="utf-8"))
    used = {part for own in parts.values() for part in own}
    assert used == {file.name for file in FOLDER.iterdir() if file.name.endswith((".js", ".css"))}


def test_they_travel_light() -> None:
    assert len(gzip.compress(files_for_browsers()[SCRIPT].encode(), 9)) <= LARGEST


def test_comments_stay_behind_and_names_stay_inside() -> None:
    script = files_for_browsers()[SCRIPT]
    assert "/*" not in script
    assert script.startswith("(")
    assert script.endswith("})")


def test_nothing_is_asked_of_another_host() -> None:
    for name, text in files_for_browsers().items():
        assert "://" not in text, name
