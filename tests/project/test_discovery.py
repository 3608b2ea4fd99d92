"""Files that stand where none is expected, and things that only look like files."""

import os
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator.assembly import load_manual
from tests.support import MINIMAL

Project = Callable[[Mapping[str, str | None]], Path]
PROCEDURE = "procedures/budget/expenditure-analysis.yml"


def found(root: Path) -> list[str]:
    return [f"{problem.location.file} {problem.rule}" for problem in load_manual(root)[1]]


@pytest.mark.parametrize(
    ("name", "rule"),
    [
        ("procedures/budget/transfer.yaml", "unexpected-file"),
        ("procedures/budget/transfer.YML", "unexpected-file"),
        ("procedures/budget/transfer.yml.txt", "unexpected-file"),
        ("procedures/transfer.yml", "unexpected-file"),
        ("procedures/catalogue/people.yml", "unexpected-file"),
        ("procedures/budget/แบบฟอร์ม.docx", "stray-file"),
        ("procedures/budget/README.md", "stray-file"),
        ("procedures/budget/งานใหม่.yml", "bad-file-name"),
        ("procedures/editions/Khon Kaen.yml", "bad-file-name"),
        ("procedures/budget/index.yml", "reserved-name"),
        ("procedures/budget/con.yml", "reserved-name"),
        ("procedures/references/_area.yml", "reserved-name"),
        ("procedures/readme/_area.yml", "reserved-name"),
    ],
)
def test_a_file_out_of_place_is_told(project: Project, name: str, rule: str) -> None:
    root = project({name: "title: ก\n"})
    assert f"{name} {rule}" in found(root)


@pytest.mark.parametrize(
    "name", [".hidden.yml", "~$transfer.yml", "transfer.yml~", "Thumbs.db", "transfer.yml.swp"]
)
def test_what_editors_leave_behind_is_passed_over(project: Project, name: str) -> None:
    assert found(project({f"procedures/budget/{name}": "x"})) == []


def test_the_right_name_is_suggested(project: Project) -> None:
    _, problems = load_manual(project({"procedures/budget/Budget_Request.yml.txt": ""}))
    assert "Budget_Request.yml" in problems[0].hint
    _, problems = load_manual(project({"procedures/budget/Budget Request ๒.yml": MINIMAL[PROCEDURE]}))
    assert "budget-request-2.yml" in next(p.hint for p in problems if p.rule == "bad-file-name")


def test_a_folder_named_like_a_file(project: Project) -> None:
    root = project({})
    (root / "procedures" / "budget" / "transfer.yml").mkdir()
    (root / "procedures" / "office.yml").mkdir()
    (root / "procedures" / "budget" / "deeper").mkdir()
    assert found(root) == [
        "procedures/budget/deeper unexpected-file",
        "procedures/budget/transfer.yml unexpected-file",
        "procedures/office.yml unexpected-file",
    ]


def test_links_and_pipes_are_never_opened(project: Project, tmp_path: Path) -> None:
    root = project({})
    secret = tmp_path / "secret.txt"
    secret.write_text("title: ความลับ\n", encoding="utf-8")
    (root / "procedures" / "budget" / "linked.yml").symlink_to(secret)
    (root / "procedures" / "linked").symlink_to(tmp_path, target_is_directory=True)
    os.mkfifo(root / "procedures" / "budget" / "pipe.yml")
    _, problems = load_manual(root)
    assert [f"{problem.location.file} {problem.rule}" for problem in problems] == [
        "procedures/budget/linked.yml unexpected-file",
        "procedures/budget/pipe.yml unexpected-file",
        "procedures/linked unexpected-file",
    ]
    assert all(problem.line_text is None for problem in problems)


def test_a_name_that_is_no_text_is_told_and_not_read(project: Project) -> None:
    root = project({})
    odd = os.fsencode(root / "procedures" / "budget") + b"/\xe0\xb8.yml"
    with open(odd, "wb") as file:  # noqa: PTH123  # a path of bytes
        file.write(b"title: x\n")
    _, problems = load_manual(root)
    assert [problem.rule for problem in problems] == ["bad-file-name"]
    assert problems[0].location.file.encode("utf-8")


def test_a_file_that_cannot_be_opened_is_told(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    root = project({})
    read_bytes = Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path.name == "roles.yml":
            raise PermissionError(13, "Permission denied")
        return read_bytes(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert found(root) == ["procedures/catalogue/roles.yml unreadable"]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"procedures/manual.yml": None}, ["procedures/manual.yml missing-file"]),
        ({"procedures/budget/_area.yml": None}, ["procedures/budget/_area.yml missing-file"]),
        (
            {"procedures/editions/khonkaen5-2566.yml": None},
            ["procedures/editions missing-file", "procedures/manual.yml unknown-edition"],
        ),
    ],
)
def test_a_missing_file_is_told(project: Project, changes: Mapping[str, None], expected: list[str]) -> None:
    assert found(project(changes)) == expected


def test_an_empty_folder_has_no_manual(tmp_path: Path) -> None:
    (tmp_path / "procedures").mkdir()
    manual, problems = load_manual(tmp_path)
    assert manual is None
    assert {problem.rule for problem in problems} == {"missing-file"}
    assert load_manual(tmp_path / "nowhere")[0] is None
