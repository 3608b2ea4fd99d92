"""``khumue fmt``: what files say and every comment stays, twice is once, broken files are refused."""

import re
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.model.shapes import fields_of
from generator.project import FileKind, shape_of
from generator.scaffold.even_layout import laid_out
from generator.yamltext import quick_data
from tests.desk.written_yaml import a_file
from tests.support.auditing import examples

Project = Callable[[Mapping[str, str | None]], Path]
PROCEDURE = "procedures/budget/expenditure-analysis.yml"
COMMENT = re.compile(r"# (?:หมายเหตุ|ท้าย) \d+|# หัวไฟล์")
FILES = range(examples(400))
AT_ONCE = 100
UNTIDY = """\
# หัวไฟล์


steps:
   # ก่อน
   -  text: 'ทำงาน'   # ท้าย
      id: analyse


      role:   planning-group
      detail: |
             บรรทัด

               ย่อหน้า
        # ของขั้นแรก
   -  text: งาน
        ที่สอง
      outcomes:
      - {label: ใช่}
      - label: ไม่
        go: analyse
# ของคู่มือ
owner: planning-group # ผู้รับผิดชอบ
title: "งาน"
"""
TIDY = """\
# หัวไฟล์

title: "งาน"
# ของคู่มือ
owner: planning-group  # ผู้รับผิดชอบ
steps:
  # ก่อน
  - id: analyse
    text: "ทำงาน"  # ท้าย
    detail: |
      บรรทัด

        ย่อหน้า
    # ของขั้นแรก

    role: planning-group
  - text: งาน
      ที่สอง
    outcomes:
      - {label: ใช่}
      - label: ไม่
        go: analyse
"""


def fmt(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["fmt", *map(str, arguments)])


def test_an_untidy_file_becomes_tidy() -> None:
    formatted = laid_out(UNTIDY, shape_of(FileKind.PROCEDURE))
    assert formatted == TIDY
    assert laid_out(TIDY, shape_of(FileKind.PROCEDURE)) == TIDY
    assert quick_data(UNTIDY) == quick_data(TIDY)


@pytest.mark.parametrize("start", FILES[::AT_ONCE])
def test_files_of_many_hands_say_the_same_afterwards(start: int) -> None:
    shape, taken = shape_of(FileKind.PROCEDURE), 0
    seeds = FILES[start : start + AT_ONCE]
    for seed in seeds:
        written, data = a_file(seed)
        text = written.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
        formatted = laid_out(text, shape)
        if formatted is None:
            continue
        taken += 1
        assert quick_data(formatted) == data
        assert Counter(COMMENT.findall(formatted)) == Counter(COMMENT.findall(text))
        assert laid_out(formatted, shape) == formatted
        assert "\n\n\n" not in re.sub(r"[|>][^\n]*\n(?:[ ]*\n|[ ]+\S[^\n]*\n)*", "", formatted)
    assert taken > len(seeds) / 2


@pytest.mark.parametrize("kind", FileKind)
def test_keys_come_in_the_order_of_the_model(kind: FileKind) -> None:
    model = shape_of(kind).model
    if model is None:
        return
    keys = [
        key
        for key, field in fields_of(model).items()
        if field.shape.model is None and field.shape.item is None
    ]
    text = "".join(f"{key}: ก\n" for key in reversed(keys))
    assert laid_out(text, shape_of(kind)) == "".join(f"{key}: ก\n" for key in keys)


def test_our_own_files_and_those_of_a_new_manual_are_laid_out(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    new = [tmp_path / language for language in ("th", "en")]
    for root in new:
        assert CliRunner().invoke(main, ["init", str(root), "--language", root.name]).exit_code == 0
    for root in (repository, *new):
        monkeypatch.chdir(root)
        done = fmt("--check")
        assert done.exit_code == 0, done.output
        assert "คงไว้" not in done.output


def test_a_file_is_written_once_with_its_own_line_ends(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = project({})
    path = root / PROCEDURE
    path.write_bytes(UNTIDY.replace("\n", "\r\n").encode())
    monkeypatch.chdir(root)
    assert fmt("--check", PROCEDURE).exit_code == 1
    assert path.read_bytes() == UNTIDY.replace("\n", "\r\n").encode()
    done = fmt(PROCEDURE)
    assert (done.exit_code, PROCEDURE in done.output) == (0, True)
    assert path.read_bytes() == TIDY.replace("\n", "\r\n").encode()
    assert fmt("--check", PROCEDURE).exit_code == 0


def test_the_body_of_markdown_stays(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    body = "เนื้อหา:   ยังไง\n\n\n---\n- ก\n"
    root = project({"docs/knowledge/learned.md": f"---\nkind:   lesson\ntitle: 'เรื่อง'\n---\n{body}"})
    monkeypatch.chdir(root)
    assert fmt("docs/knowledge/learned.md").exit_code == 0
    text = (root / "docs/knowledge/learned.md").read_text(encoding="utf-8")
    assert text == f'---\ntitle: "เรื่อง"\nkind: lesson\n---\n{body}'


@pytest.mark.parametrize(
    "text", ["title: [ก\n", "title: ก\n\towner: x\n", "title: ก\ntitle: ข\n", "title: &a ก\n"]
)
def test_a_broken_file_is_refused_with_its_place(
    project: Project, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    root = project({PROCEDURE: text})
    monkeypatch.chdir(root)
    done = fmt()
    assert done.exit_code == 1
    assert re.search(rf"{re.escape(PROCEDURE)}:\d+:\d+", done.output)
    assert (root / PROCEDURE).read_text(encoding="utf-8") == text


def test_an_oddly_written_file_is_left_and_named(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "title: # ชื่อ\n  งาน\nstatus: planned\n"
    root = project({PROCEDURE: text})
    monkeypatch.chdir(root)
    done = fmt(PROCEDURE)
    assert (done.exit_code, "คงไว้" in done.output) == (0, True)
    assert (root / PROCEDURE).read_text(encoding="utf-8") == text


def test_what_is_no_file_of_the_manual_is_refused(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    root = project({"mkdocs.yml": "site_name: ก\n"})
    monkeypatch.chdir(root)
    done = fmt("mkdocs.yml")
    assert (done.exit_code, "mkdocs.yml" in done.output) == (2, True)
    assert fmt("nothing.yml").exit_code == 2
