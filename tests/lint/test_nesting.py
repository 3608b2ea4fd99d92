"""Texts that nest deeper than anybody reads are told at the place, and nothing that people write is."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator.assembly import load_manual
from tests.support.auditing import each_one_way

Project = Callable[[Mapping[str, str | None]], Path]
PAGE, ITEM = "docs/about/foreword.md", "docs/knowledge/lesson.md"
HEADS = {PAGE: "# ก\n\n", ITEM: "---\ntitle: ก\nkind: lesson\n---\n"}
MANY = 30_000

DEEP = {
    "quotes": ("> " * MANY + "ก", "1"),
    "quotes without blanks": (">" * MANY + "ก", "1"),
    "lists": ("- " * MANY + "ก", "1"),
    "numbered lists": ("1. " * MANY + "ก", "1"),
    "lists on lines": ("\n".join(f"{'  ' * depth}- ก" for depth in range(30)), "17"),
    "open brackets": ("[" * MANY, "17"),
    "closed brackets": ("[" * MANY + "ก" + "]" * MANY, "17"),
    "links in links": ("[ก](" * MANY, "68"),
    "pictures in pictures": ("![" * MANY + "ก" + "](ข)" * MANY, "34"),
    "footnotes never closed": ("[^ก " * MANY, "65"),
    "tags never closed": ("<a " * MANY, "49"),
    "comments never closed": ("<!-- " * MANY, "81"),
    "stress in stress": ("*" * 40 + "ก" + "*" * 40, "1"),
    "very much stress": ("*ก " * MANY, "6001"),
}


def told(root: Path) -> list[tuple[str, str, int, int]]:
    problems = load_manual(root)[1]
    return [(each.rule, each.location.file, each.location.line, each.location.column) for each in problems]


@pytest.mark.parametrize(("name", "file"), each_one_way(DEEP, list(HEADS)))
def test_what_is_nested_too_deep_is_told_once_at_its_place(project: Project, name: str, file: str) -> None:
    text, place = DEEP[name]
    lines = HEADS[file].count("\n") + 1
    line, column = (lines + 8, 17) if name == "lists on lines" else (lines, int(place))
    assert told(project({file: f"{HEADS[file]}{text}\n"})) == [("too-deep", file, line, column)]


PLAIN = {
    "quotes": "> " * 12 + "ก",
    "lists": "\n".join(f"{'    ' * depth}- ก" for depth in range(8)),
    "lines to fill in": ("ลงชื่อ ______________________ วันที่ ________________\n\n" * 40) + "_" * 200,
    "a line of stars": "ก\n\n" + "* " * 40 + "\n\n" + "*" * 80,
    "links in a row": "[ก](https://a.example/) (ข) [x] " * 40,
    "stress in a row": "**ก** *ข* " * 300,
    "code": "```\n" + "[" * 40 + "\n" + "> " * 40 + "\n```\n\n`" + "[" * 40 + "`",
    "table": "| ก | ข |\n| --- | --- |\n" + "| **ก** | *ข* |\n" * 100,
    "signs of more and less": "ก < ข และ ค > ง " * 100,
}


@pytest.mark.parametrize(("name", "file"), each_one_way(PLAIN, list(HEADS)))
def test_what_people_write_is_not_too_deep(project: Project, name: str, file: str) -> None:
    assert "too-deep" not in [rule for rule, *_ in told(project({file: f"{HEADS[file]}{PLAIN[name]}\n"}))]
