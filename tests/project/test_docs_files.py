"""What is published of the documents: links of the file system, names that are no text, what is left alone."""

import os
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator.assembly import load_manual
from generator.project import read_project

Project = Callable[[Mapping[str, str | None]], Path]
PAGE = "# คำนำ\n"


def told(root: Path) -> list[str]:
    """What is found, as ``file:line:column rule``."""
    return [f"{each.location} {each.rule}" for each in load_manual(root)[1]]


def published(root: Path) -> list[str]:
    return [each.file for each in read_project(root).published]


@pytest.mark.parametrize(
    ("link", "target", "words"),
    [
        ("docs/scan.pdf", "nowhere", "ไม่มี"),
        ("docs/about/self.md", "self.md", "วน"),
        ("docs/about/up", "..", "วน"),
        ("docs/about/here", ".", "วน"),
        ("docs/about/all", "../..", "วน"),
        ("docs/.around", ".", "วน"),
        ("docs/about/env.txt", "/proc/self/environ", "นอกคู่มือ"),
        ("docs/about/etc", "/etc", "นอกคู่มือ"),
        ("docs/about/config", "../../.git/config", "ซ่อน"),
    ],
)
def test_a_link_that_may_not_be_followed_is_told_and_not_read(
    project: Project, link: str, target: str, words: str
) -> None:
    root = project({"docs/about/foreword.md": PAGE, ".git/config": "token"})
    (root / link).symlink_to(target)
    assert told(root) == [f"{link}:1:1 bad-file-link"]
    assert words in load_manual(root)[1][0].message
    assert published(root) == ["docs/about/foreword.md"]


def test_two_folders_that_lead_to_one_another_are_told(project: Project) -> None:
    root = project({"docs/a/foreword.md": PAGE, "docs/b/foreword.md": PAGE})
    (root / "docs/a/b").symlink_to("../b")
    (root / "docs/b/a").symlink_to("../a")
    assert told(root) == ["docs/a/b/a:1:1 bad-file-link", "docs/b/a/b:1:1 bad-file-link"]


def test_a_link_to_something_else_of_the_project_is_followed(project: Project) -> None:
    root = project({"docs/about/foreword.md": PAGE, "shared/order.txt": "ก", "shared/more/notes.md": PAGE})
    (root / "docs/about/order.txt").symlink_to("../../shared/order.txt")
    (root / "docs/more").symlink_to("../shared/more")
    assert published(root) == ["docs/about/foreword.md", "docs/about/order.txt", "docs/more/notes.md"]


@pytest.mark.parametrize("link", [".hidden.md", "._AppleDouble", ".#foreword.md"])
def test_links_that_editors_leave_are_passed_over(project: Project, link: str) -> None:
    root = project({"docs/about/foreword.md": PAGE})
    (root / "docs/about" / link).symlink_to("someone@machine.1234")
    assert told(root) == []


def test_the_folder_of_the_documents_may_be_no_link(project: Project, tmp_path: Path) -> None:
    root = project({})
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside/secret.md").write_text("ลับ", encoding="utf-8")
    (root / "docs").symlink_to(tmp_path / "outside")
    assert told(root) == ["docs:1:1 bad-file-link"]
    assert published(root) == []


def test_a_name_that_is_no_text_is_told(project: Project) -> None:
    root = project({"docs/about/foreword.md": PAGE})
    name = os.fsdecode("หนังสือ.pdf".encode("cp874"))
    (root / "docs/about" / name).write_bytes(b"%PDF")
    problem = load_manual(root)[1][0]
    assert problem.rule == "bad-file-name"
    assert problem.location.file.startswith("docs/about/")
    assert published(root) == ["docs/about/foreword.md"]


@pytest.mark.skipif(os.name == "nt", reason="there it parts folders")
def test_a_name_with_a_sign_that_parts_folders_elsewhere_is_told(project: Project) -> None:
    root = project({"docs/about/foreword.md": PAGE, "docs/about/a\\b.md": PAGE})
    assert told(root) == ["docs/about/a\\b.md:1:1 bad-file-name"]


def test_what_is_no_file_is_never_opened(project: Project) -> None:
    root = project({"docs/about/foreword.md": PAGE})
    os.mkfifo(root / "docs/about/pipe.md")
    assert told(root) == ["docs/about/pipe.md:1:1 unexpected-file"]


def test_what_the_settings_leave_out_is_not_read(project: Project) -> None:
    settings = "site_name: ก\nplugins: [procedures]\nexclude_docs: |\n  drafts/\n  !.well-known\n"
    root = project(
        {
            "mkdocs.yml": settings,
            "docs/drafts/a.md": "<<<<<<< ก\n",
            "docs/.well-known/a.txt": "ก",
            "docs/.x": "ก",
        }
    )
    assert published(root) == ["docs/.well-known/a.txt"]


def test_own_documents_stand_at_their_places(project: Project) -> None:
    root = project({"docs/editions/khonkaen5-2566/about/foreword.md": PAGE})
    (file,) = read_project(root).published
    assert (file.uri, file.edition) == ("about/foreword.md", "khonkaen5-2566")
