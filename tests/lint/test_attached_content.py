"""What attached files hold is told where readers could not open it; names that other systems take for one."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator.assembly import load_manual
from generator.lint.rules.names_elsewhere import LONGEST_PATH

Project = Callable[[Mapping[str, str | None]], Path]
POINTER = b"version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n"
PICTURE, PDF = b"\x89PNG\r\n\x1a\n" + b"0" * 50, b"%PDF-1.7\n"
PACKED, OLD_OFFICE = b"PK\x03\x04" + b"0" * 50, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def told(root: Path) -> list[str]:
    return [f"{each.rule} {each.location}" for each in load_manual(root)[1] if each.rule != "unlinked-file"]


def with_file(root: Path, name: str, content: bytes) -> Path:
    (root / "docs").mkdir(exist_ok=True)
    (root / "docs" / name).write_bytes(content)
    return root


@pytest.mark.parametrize(
    ("name", "content"),
    [
        *((f"form.{kind}", POINTER) for kind in ("pdf", "png", "docx", "zip", "mp4", "svg")),
        *((f"form.{kind}", b"") for kind in ("pdf", "png", "docx", "svg")),
        *(
            (f"form.{kind}", b"\n <!DOCTYPE HTML><title>404</title>")
            for kind in ("pdf", "png", "docx", "zip")
        ),
        ("form.pdf", b"\xef\xbb\xbf<html>"),
        *(("form.pdf", each) for each in (PICTURE, PACKED, OLD_OFFICE, b"MZ\x90")),
        *((f"form.{kind}", PDF) for kind in ("png", "jpg", "docx", "doc", "zip")),
    ],
)
def test_what_readers_cannot_open_is_told(project: Project, name: str, content: bytes) -> None:
    assert told(with_file(project({}), name, content)) == [f"attached-content docs/{name}:1:1"]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        *(("form.pdf", each) for each in (PDF, b"\n%PDF-1.7\n")),
        *(("photo.jpg", each) for each in (PICTURE, b"\xff\xd8\xff\xe0", b"GIF89a", b"RIFF\0\0\0\0WEBP")),
        *(("form.docx", each) for each in (PACKED, OLD_OFFICE)),
        ("form.doc", PACKED),
        ("notes.txt", b"<html> is how a page begins"),
        ("empty.txt", b""),
    ],
)
def test_what_readers_can_open_is_left_alone(project: Project, name: str, content: bytes) -> None:
    assert told(with_file(project({}), name, content)) == []


@pytest.mark.parametrize(
    ("files", "place"),
    [
        (["docs/Foo.md", "docs/foo.md"], "docs/foo.md"),
        (["docs/a/Foo.pdf", "docs/a/foo.PDF"], "docs/a/foo.PDF"),
        (["docs/Foo/a.md", "docs/foo/b.md"], "docs/foo/b.md"),
        (["docs/\u00e9.md", "docs/e\u0301.md"], "docs/\u00e9.md"),
    ],
)
def test_names_that_are_one_on_other_systems_are_told(project: Project, files: list[str], place: str) -> None:
    root = project(dict.fromkeys(files, "# ก\n"))
    assert [each for each in told(root) if each.startswith("clashing")] == [f"clashing-names {place}:1:1"]


@pytest.mark.parametrize(
    ("file", "is_fit"),
    [
        *((f"docs/{name}", False) for name in ("a:b.md", "ก?.md", 'ก".md', "a|b.pdf", "a*.md", "<ก>.md")),
        *(
            (f"docs/{name}", False)
            for name in ("con.md", "AUX.txt", "nul", "Lpt1.tar.zip", "con/a.md", "con .pdf")
        ),
        *((f"docs/{name}", False) for name in ("ก.", "ก ", "ก./a.md", "ก /a.md")),
        (f"docs/{'ก' * 80}/{'ข' * 80}/{'ค' * 40}.md", False),
        *((f"docs/{name}", True) for name in ("console.md", "con-1.md", "ก ข (1).md", "ก.ข.md", "com10.md")),
        (f"docs/{'ก' * 80}.md", True),
    ],
)
def test_names_that_windows_cannot_have_are_told(project: Project, file: str, is_fit: bool) -> None:
    root = project({file: "# ก\n"})
    names = [each for each in told(root) if each.startswith("bad-file-name")]
    assert names == ([] if is_fit else [f"bad-file-name {file}:1:1"])


@pytest.mark.parametrize("length", [70, 100, 120])
def test_a_path_that_is_too_long_for_windows_is_told(project: Project, length: int) -> None:
    area, name = "a" * length, "b" * length
    procedure = "title: งาน\nowner: planning-group\nsteps:\n  - text: รับ\n"
    files = {f"procedures/{area}/_area.yml": "title: ด้าน\n", f"procedures/{area}/{name}.yml": procedure}
    files[f"docs/{area}/{name}.txt"] = "ข้อความ"
    paths = [path for path in files if len(path) > LONGEST_PATH]
    problems = [each for each in load_manual(project(files))[1] if each.rule == "bad-file-name"]
    assert sorted(each.location.file for each in problems) == sorted(paths)
    assert bool(paths) is (length > 70)
    for each in problems:
        assert str(len(each.location.file)) in each.message
        assert str(LONGEST_PATH) in each.message
