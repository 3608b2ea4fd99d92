"""Pages written by hand as files: bytes, characters, merge marks and heads, each told at its place."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator.assembly import load_manual
from generator.code_in_markdown import without_code
from generator.project import read_project

Project = Callable[[Mapping[str, str | None]], Path]
PAGE = "docs/about/foreword.md"
OWN_PAGE = "docs/editions/khonkaen5-2566/about/foreword.md"


def told(root: Path) -> list[str]:
    return [f"{each.location} {each.rule}" for each in load_manual(root)[1]]


@pytest.mark.parametrize("file", [PAGE, OWN_PAGE, "docs/a.markdown"])
@pytest.mark.parametrize(
    ("content", "place"),
    [
        ("# คำนำ\n".encode("cp874"), "1:3"),
        ("# คำนำ\n".encode("utf-16"), "1:1"),
        ("# คำนำ\n".encode().decode("latin-1").encode(), "1:3"),
        ("# ข้อ\n\nA\n".encode() + b"\xff\xfe\xfa", "4:1"),
    ],
    ids=["windows-874", "utf-16", "twice", "bytes"],
)
def test_other_encodings_are_named(project: Project, file: str, content: bytes, place: str) -> None:
    root = project({file: ""})
    (root / file).write_bytes(content)
    assert f"{file}:{place} encoding" in told(root)


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        (
            "# ก\n\n<<<<<<< HEAD\nก\n=======\nข\n>>>>>>> x\n",
            ["3:1 merge-conflict", "5:1 merge-conflict", "7:1 merge-conflict"],
        ),
        ("# ก\n\nลง\u200bทะเบียน\n", ["3:3 invisible-character"]),
        ("# ก\n\nงาน\u202eรับ\n", ["3:4 direction-character"]),
        ("# ก\n\nงาน\x00รับ\n", ["3:4 control-character"]),
        ("# ก\n\nจัดทํา\n", ["3:5 sara-am"]),
        ("---\ntitle: [ก\n---\n# ก\n", ["2:8 special-start"]),
        ("---\ntitle: ก\ntitle: ข\n---\n# ก\n", ["3:1 duplicate-key"]),
        ("---\ntitle: ก\n# ข\n", ["1:1 unclosed-head"]),
        ("---\ndate: 2566-13-45\n---\n# ก\n", ["2:7 syntax"]),
        ("---\na: &a [*a]\n---\n# ก\n", ["2:4 syntax"]),
    ],
)
def test_what_is_wrong_is_told_at_its_place(project: Project, text: str, problems: list[str]) -> None:
    assert told(project({PAGE: text})) == [f"{PAGE}:{each}" for each in problems]


@pytest.mark.parametrize(
    "text",
    [
        "# ก\n\n```\n<<<<<<< HEAD\n=======\n>>>>>>> x\nจัดทํา เเละ\n```\n",
        "# ก\n\n`จัดทํา`\n",
        "หัวข้อ\n=======\n",
        "---\n\n# ก\n",
        "---\n---\n# ก\n",
    ],
    ids=["fence", "span", "heading", "line", "empty head"],
)
def test_what_is_shown_or_means_nothing_is_left_alone(project: Project, text: str) -> None:
    assert told(project({PAGE: text})) == []


@pytest.mark.parametrize("sign", ["\u202e", "\x00", "\u200b"])
def test_what_nobody_sees_may_not_stand_in_code_either(project: Project, sign: str) -> None:
    assert told(project({PAGE: f"# ก\n\n```\nก{sign}\n```\n"})) != []


def test_a_page_knows_its_body_and_its_places(project: Project) -> None:
    (page,) = read_project(project({OWN_PAGE: "---\ntitle: ก\n---\nบรรทัด\nต่อไป\n"})).pages
    assert (page.uri, page.scope, page.body) == ("about/foreword.md", "khonkaen5-2566", "บรรทัด\nต่อไป\n")
    assert str(page.body_place(page.body.index("ต่อ"), 3).location) == f"{OWN_PAGE}:5:1"


def test_code_is_blanked_and_all_else_stays() -> None:
    text = "ก `ข` ค\n\n```x\nง\n```\nจ ``ฉ`ช`` ซ\n\n```\nไม่ปิด\n"
    blanked = without_code(text)
    assert [len(line) for line in blanked.split("\n")] == [len(line) for line in text.split("\n")]
    assert blanked.split() == ["ก", "ค", "จ", "ซ", "```", "ไม่ปิด"]
