"""The files for the browser: small, plain, complete."""

import gzip
import json
from importlib import resources

from generator.search.browser_files import WORKER, browser_files

FOLDER = resources.files("generator.search") / "browser"
LARGEST = 14_000
"""Bytes of all of them, compressed."""


def test_every_file_of_the_folder_is_part_of_one() -> None:
    parts = json.loads((FOLDER / "parts.json").read_text(encoding="utf-8"))
    used = {part for own in parts.values() for part in own}
    assert used == {file.name for file in FOLDER.iterdir() if file.name.endswith((".js", ".css"))}


def test_they_travel_light() -> None:
    assert sum(len(gzip.compress(text.encode(), 9)) for text in browser_files().values()) < LARGEST


def test_comments_stay_behind_and_names_stay_inside() -> None:
    worker = browser_files()[WORKER]
    assert "/*" not in worker
    assert worker.startswith("(() => {\n")
    assert worker.endswith("})();\n")


def test_nothing_is_asked_of_another_host() -> None:
    for name, text in browser_files().items():
        assert "://" not in text, name
