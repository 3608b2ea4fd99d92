"""The files for the browser: small, plain, complete."""

import gzip
import json
from importlib import resources
from itertools import pairwise

from generator.search.browser_files import SCRIPT, browser_files, plain_files, spoken_words
from generator.search.javascript import tokens_of

FOLDER = resources.files("generator.search") / "browser"
LARGEST = 8_000
"""Bytes of the script of page and worker, compressed."""


def test_every_file_of_the_folder_is_part_of_one() -> None:
    parts = json.loads((FOLDER / "parts.json").read_text(encoding="utf-8"))
    used = {part for own in parts.values() for part in own}
    assert used == {file.name for file in FOLDER.iterdir() if file.name.endswith((".js", ".css"))}


def test_they_travel_light() -> None:
    assert len(gzip.compress(browser_files()[SCRIPT].encode(), 9)) <= LARGEST


def test_comments_stay_behind_and_names_stay_inside() -> None:
    script = browser_files()[SCRIPT]
    assert "/*" not in script
    assert script.startswith("(self.document&&!self.isWorker?()=>{")
    assert script.endswith("})();\n")


def test_no_property_is_named_by_a_string() -> None:
    for name, script in plain_files().items():
        if name.endswith(".js"):
            tokens = list(tokens_of(script))
            strings = {text[1:-1] for kind, text in tokens if kind == "string"}
            named = {text for (_, before), (_, text) in pairwise(tokens) if before == "."}
            assert not strings & (named - spoken_words().properties), name


def test_every_word_that_is_kept_is_used() -> None:
    used = {
        text
        for name, script in plain_files().items()
        if name.endswith(".js")
        for _, text in tokens_of(script)
    }
    spoken = spoken_words()
    assert (spoken.properties | spoken.variables) - used <= {"do", "in"}, (
        "short names must not be words of the language"
    )


def test_nothing_is_asked_of_another_host() -> None:
    for name, text in browser_files().items():
        assert "://" not in text, name
