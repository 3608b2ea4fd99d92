"""Links in Markdown that lead nowhere are told at their places; a hint that is followed ends it."""

import json
import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from tests.support.projects import MINIMAL, write_project

PROCEDURE = "expenditure-analysis"
HEAD = "---\ntitle: เรื่อง {}\nkind: lesson\nprocedures: []\ndate: 2568\n---\n"
HEADS = {"knowledge": HEAD, "about": "---\ntitle: เรื่อง {}\n---\n"}
_MEANT = re.compile("“(.*?)”")


def _files(folder: str, text: str) -> dict[str, str]:
    """A project in which a text stands in a folder of the documents."""
    return {
        **MINIMAL,
        "mkdocs.yml": "site_name: คู่มือ\ntheme: {name: material}\nplugins: [procedures]\nexclude_docs: drafts/\n",
        f"docs/{folder}/ผัง งาน.png": "",
        f"docs/{folder}/แบบขอ ใช้รถ.docx": "",
        "docs/drafts/idea.md": "# ร่าง\n",
        f"docs/{folder}/note.md": f"{HEADS[folder].format('โน้ต')}\n## วิธียื่น (ก่อน)\n\n## English\n",
        f"docs/{folder}/text.md": f"{HEADS[folder].format('ที่ตรวจ')}{text}\n\n## ในหน้า\n",
    }


def _problems(root: Path, files: Mapping[str, str]) -> list[dict[str, object]]:
    """What the check says of the text."""
    done = CliRunner().invoke(main, ["check", "--format", "json", str(write_project(root, files))])
    return [each for each in json.loads(done.output)["problems"] if each["file"].endswith("/text.md")]


BROKEN = [
    ("[ก](nota.md)", "unknown-document", 5, "nota.md", "note.md"),
    ("[ก](<nota.md> 'ข')", "unknown-document", 6, "nota.md", "note.md"),
    ("[ก](nota.md#english)", "unknown-document", 5, "nota.md#english", "note.md#english"),
    ("[ก][ข]\n\n[ข]: nota.md", "unknown-document", 6, "nota.md", "note.md"),
    ("![ก](ผัง งาน.png)", "bad-link", 6, "ผัง งาน.png", "<ผัง งาน.png>"),
    ("![ก](<ผังงาน.png>)", "unknown-document", 7, "ผังงาน.png", "<ผัง งาน.png>"),
    ("[ก](แบบขอใช้รถ.docx)", "unknown-document", 5, "แบบขอใช้รถ.docx", "<แบบขอ ใช้รถ.docx>"),
    ("[ก](note.html)", "unknown-document", 5, "note.html", "note.md"),
    ("[ก](/roles/index.md)", "bad-link", 5, "/roles/index.md", "../roles/index.md"),
    ("[ก](note.md#วิธียื่น)", "unknown-anchor", 13, "วิธียื่น", "วิธียื่น-ก่อน"),
    ("[ก](note.md#English)", "unknown-anchor", 13, "English", "english"),
    ("[ก](#%E0%B9%83%E0%B8%99)", "unknown-anchor", 6, "%E0%B9%83%E0%B8%99", "ในหน้า"),
    ("[ก](#หน้า)", "unknown-anchor", 6, "หน้า", "ในหน้า"),
    ("> - [ก](procedure:expenditure-analysi)", "unknown-procedure", 19, "expenditure-analysi", PROCEDURE),
    (f"<procedure:{PROCEDURE}#analyze>", "unknown-step", 33, "analyze", "analyse"),
    (
        "[ก](procedure: expenditure-analysis)",
        "bad-link",
        5,
        f"procedure: {PROCEDURE}",
        f"procedure:{PROCEDURE}",
    ),
    ("[ขคง]: note.md\n\n[ก][ขค]", "bad-link", 5, "ขค", "ขคง"),
    (f"[ก](../budget/{PROCEDURE}.md#step-analyze)", "unknown-anchor", 39, "step-analyze", "step-analyse"),
]


@pytest.mark.parametrize("folder", HEADS)
@pytest.mark.parametrize(("text", "rule", "column", "written", "meant"), BROKEN, ids=str)
def test_a_dead_link_is_told_at_its_place_and_its_hint_ends_it(  # noqa: PLR0913, PLR0917 - a table
    folder: str, text: str, rule: str, column: int, written: str, meant: str, tmp_path: Path
) -> None:
    (problem,) = _problems(tmp_path / "broken", _files(folder, text))
    line = HEADS[folder].count("\n") + 1 + text[: text.rindex(written)].count("\n")
    told = [problem["rule"], problem["line"], problem["column"], _MEANT.findall(str(problem["hint"]))]
    assert told == [rule, line, column, [meant]]
    before, _, after = text.rpartition(written)
    if meant.startswith("<"):
        before, after = before.removesuffix("<"), after.removeprefix(">")
    assert _problems(tmp_path / "mended", _files(folder, before + meant + after)) == []


@pytest.mark.parametrize("folder", HEADS)
@pytest.mark.parametrize(
    ("text", "rule", "column"),
    [
        ("[ก]()", "bad-link", 5),
        ("[ก](www.moe.go.th)", "bad-link", 5),
        ("[ก](https://[::1)", "bad-link", 5),
        ("[ก](ftp://a.example/)", "bad-link", 5),
        ("[ก](//a.example/)", "bad-link", 5),
        ("[ก](../../mkdocs.yml)", "bad-link", 5),
        ("[ก](../drafts/idea.md)", "unknown-document", 5),
        ("คำ[^๑]", "bad-link", 5),
        ("[^๑]: คำ", "bad-link", 3),
        ("[ก](ดู ข้อ 2)", "bad-link", 5),
    ],
)
def test_what_leads_nowhere_is_told(folder: str, text: str, rule: str, column: int, tmp_path: Path) -> None:
    (problem,) = _problems(tmp_path, _files(folder, text))
    assert (problem["rule"], problem["column"]) == (rule, column)
    assert problem["hint"]


def test_what_only_another_edition_has_is_told_where_all_show_the_link(tmp_path: Path) -> None:
    other = {
        "procedures/editions/other.yml": MINIMAL["procedures/editions/khonkaen5-2566.yml"],
        "docs/editions/other/about/history.md": "# ประวัติ\n",
    }
    files = {**_files("about", "[ก](history.md)"), **other}
    (problem,) = _problems(tmp_path / "shared", files)
    assert (problem["rule"], problem["column"]) == ("unknown-document", 5)
    own = {**files, "docs/editions/khonkaen5-2566/about/text.md": "# ของเรา\n"}
    assert _problems(tmp_path / "own", own) == []
