"""Signs that nobody sees are told wherever they stand: typed, as escapes, as character references, in names."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from tests.support import MINIMAL, write_project

PAGE, ITEM, SITE = "docs/about/foreword.md", "docs/knowledge/lesson.md", "mkdocs.yml"
SETTINGS = "site_name: คู่มือ\nplugins: [search, procedures, thai_search]\ntheme: material\n"
TURNING = {"U+202E": "\u202e", "U+200E": "\u200e", "U+2067": "\u2067", "U+061C": "\u061c"}
UNSEEN = {
    "U+200B": "\u200b",
    "U+00AD": "\xad",
    "U+2060": "\u2060",
    "U+FEFF": "\ufeff",
    "U+034F": "\u034f",
    "U+E0041": "\U000e0041",
    "U+FE0F": "\ufe0f",
    "U+E0100": "\U000e0100",
    "U+3164": "\u3164",
    "U+FFF9": "\ufff9",
    "U+206A": "\u206a",
    "U+2800": "\u2800",
    "U+180E": "\u180e",
}
SIGNS = {**dict.fromkeys(TURNING, "direction-character"), **dict.fromkeys(UNSEEN, "invisible-character")}


def told(root: Path, files: dict[str, str]) -> list[tuple[str, str, int, int, str]]:
    """What `khumue check` says of them: rule, file, line, column, message."""
    root = write_project(root, {**MINIMAL, SITE: SETTINGS, PAGE: "# คำนำ\n", **files})
    result = CliRunner().invoke(main, ["check", str(root), "--format", "json"])
    assert result.exit_code in (0, 1), result.output
    problems = json.loads(result.stdout)["problems"]
    keys = ("rule", "file", "line", "column", "message")
    return [tuple(each[key] for key in keys) for each in problems if each["rule"] != "unlinked-file"]


@pytest.mark.parametrize("code", SIGNS)
def test_every_sign_that_nobody_sees_is_told_and_named(tmp_path: Path, code: str) -> None:
    sign = {**TURNING, **UNSEEN}[code]
    number = ord(sign)
    files = {
        PAGE: f'---\ntitle: "กา\\U{number:08X}ร"\n---\n\n# กา{sign}ร\n\nกา&#x{number:x};ร กา&#{number};ร\n',
        ITEM: f"---\ntitle: ก\nkind: lesson\n---\n\nกา{sign}ร &#{number};ร\n",
        SITE: f'{SETTINGS}site_description: "กา\\U{number:08X}ร"\n',
    }
    found = [each for each in told(tmp_path, files) if each[0] == SIGNS[code]]
    assert [each[1:4] for each in found] == [
        *(
            (PAGE, line, column)
            for line, column in ((2, 11), (5, 5), (7, 3), (7, len(f"กา&#x{number:x};ร กา") + 1))
        ),
        *((ITEM, 6, column) for column in (3, 6)),
        (SITE, 4, 22),
    ]
    assert all(code in message for *_, message in found)


@pytest.mark.parametrize("code", SIGNS)
@pytest.mark.parametrize("name", ["docs/a{}b.md", "docs/ผัง{}.pdf"])
def test_a_name_with_such_a_sign_is_told(tmp_path: Path, code: str, name: str) -> None:
    sign = {**TURNING, **UNSEEN}[code]
    (rule, file, line, _, message) = told(tmp_path, {name.format(sign): "# ก\n"})[0]
    assert (rule, file, line) == ("bad-file-name", name.format(sign), 1)
    assert code in message


@pytest.mark.parametrize(
    "reference", ["&lrm;", "&rlm;", "&shy;", "&zwj;", "&zwnj;", "&ZeroWidthSpace;", "&NoBreak;"]
)
def test_named_references_are_told(tmp_path: Path, reference: str) -> None:
    assert [each[1:4] for each in told(tmp_path, {PAGE: f"# ก\n\nกา{reference}ร\n"})] == [(PAGE, 3, 3)]


@pytest.mark.parametrize(
    "text",
    [
        *(
            "👨‍👩‍👧",
            "❤️",
            "1️⃣",
            "#️⃣",
            "🏳️‍🌈",
            "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
            "☎️",
        ),
        *("©️", "🤷🏽‍♀️", "ℹ️", "‼️", "✔︎", "👁️‍🗨️", "葛\U000e0100", "क्‍ष", "می‌خواهم", "ᠠ᠎ᠠ"),
        *("&nbsp;&amp;&lt;&copy;&hellip;", "`&lrm;`", "AT&T &unknown; &"),
    ],
)
def test_signs_where_they_belong_are_left_alone(tmp_path: Path, text: str) -> None:
    assert told(tmp_path, {PAGE: f"# ก\n\nก {text} ข\n"}) == []
