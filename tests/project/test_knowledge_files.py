"""The files of items of knowledge: what is one, what only looks like one, and that anything may be in them."""

import os
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.assembly import load_manual
from generator.diagnostics.rendering import render_text
from generator.project.documents import FileKind
from generator.project.project import read_project
from generator.yamltext.narrowing import title_of
from tests.assembly.test_knowledge import FOLDER, item, read, told
from tests.support import MINIMAL, write_project
from tests.support.auditing import MANY, examples
from tests.support.changing import Project


@pytest.mark.parametrize(
    ("name", "rule", "hint"),
    [
        ("รายงานช้า.md", "bad-file-name", "report-on-time.md"),
        ("Late_Report.md", "bad-file-name", "late-report.md"),
        ("Late_Report.MD", "unexpected-file", "late-report.md"),
        ("late.md.txt", "unexpected-file", "late.md"),
        ("late.markdown", "unexpected-file", "late.md"),
        ("late.yml", "unexpected-file", "late.md"),
        ("index.md", "reserved-name", "docs/knowledge/"),
        ("README.md", "reserved-name", "docs/knowledge/"),
        ("report.md", "reserved-name", "docs/knowledge/"),
        ("con.md", "reserved-name", "docs/knowledge/"),
        ("old/late.md", "unexpected-file", "docs/knowledge/"),
        ("old/older/Late.MD", "unexpected-file", "docs/knowledge/"),
    ],
)
def test_a_file_that_is_no_item_is_told(project: Project, name: str, rule: str, hint: str) -> None:
    _, problems = load_manual(project({f"{FOLDER}/{name}": item()}))
    assert [f"{each.location.file} {each.rule}" for each in problems] == [f"{FOLDER}/{name} {rule}"]
    assert hint in problems[0].hint


@pytest.mark.parametrize("name", ["chart.png", "form.docx", "pictures/chart.png", ".late.md", "late.md~"])
def test_attachments_and_what_editors_leave_behind_are_left_alone(project: Project, name: str) -> None:
    page = {"docs/about/foreword.md": f"# คำนำ\n\nดู {name}\n"}
    assert load_manual(project({f"{FOLDER}/{name}": "x", **page}))[1] == []


def test_links_and_pipes_are_never_opened(project: Project, tmp_path: Path) -> None:
    root = project({f"{FOLDER}/learned.md": item()})
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.md").write_text(item(title="ความลับ"), encoding="utf-8")
    (root / FOLDER / "linked.md").symlink_to(outside / "secret.md")
    (root / "docs/editions/khonkaen5-2566").mkdir(parents=True)
    (root / "docs/editions/khonkaen5-2566/knowledge").symlink_to(outside, target_is_directory=True)
    os.mkfifo(root / FOLDER / "pipe.md")
    manual, problems = load_manual(root)
    assert manual is not None
    assert [each.id for each in manual.knowledge] == ["learned"]
    assert [f"{each.location.file} {each.rule}" for each in problems] == [
        "docs/editions/khonkaen5-2566/knowledge unexpected-file",
        f"{FOLDER}/linked.md unexpected-file",
        f"{FOLDER}/pipe.md unexpected-file",
    ]
    assert "ความลับ" not in render_text(problems)


@pytest.mark.parametrize(
    "target", ["a" * 5000 + ".png", "a/" * 2000 + "b.md", "%00.md", "%2e%2e/%2e%2e/x", "[::1", "//[x"]
)
def test_no_target_of_a_link_is_too_odd(project: Project, target: str) -> None:
    editions = read(project, {f"{FOLDER}/learned.md": item(body=f"[ก]({target}) [ข](http://[::1)")})
    assert [each.partition(" ")[2] for each in told(editions)][-1] == "bad-link"
    assert len(told(editions)) == 2


def test_an_item_of_no_edition_is_told_once(project: Project) -> None:
    _, problems = load_manual(project({"docs/editions/nowhere/knowledge/late.md": item()}))
    assert [f"{each.location.file} {each.rule}" for each in problems] == [
        "docs/editions/nowhere folder-without-edition"
    ]


PIECES = st.sampled_from(
    (
        *(
            "---",
            "---\n",
            "\n",
            "—",
            "...",
            "title: ก",
            "kind: lesson",
            "procedures:",
            "  - ",
            "[",
            "](",
            "procedure:",
        ),
        *("#", "${x}", "${", "`", "```\n", "\t", "\u200b", "\x00", '"', ": ", "<b>", "<<<<<<< a\n", "ำ่"),
    )
)
ANY_FILE = st.one_of(
    st.binary(max_size=200),
    st.lists(PIECES, max_size=30).map(lambda pieces: "".join(pieces).encode()),
    st.lists(PIECES, max_size=12).map(lambda pieces: item("".join(pieces), "".join(pieces)).encode()),
)


@given(ANY_FILE)
@settings(max_examples=examples(150))
def test_whatever_stands_in_a_file_is_read_or_told(content: bytes) -> None:
    with TemporaryDirectory() as folder:
        root = write_project(Path(folder), MINIMAL)
        (root / FOLDER).mkdir(parents=True)
        (root / FOLDER / "learned.md").write_bytes(content)
        manual, problems = load_manual(root)
        assert manual is not None
        assert bool(manual.knowledge) != any(each.severity.value == "error" for each in problems)
        lines = content.count(b"\n") + content.count(b"\r") + 1
        for each in problems:
            assert each.location.file == f"{FOLDER}/learned.md"
            assert 1 <= each.location.line <= lines
            assert each.hint
        render_text(problems)


@given(st.text(st.characters(exclude_categories=("Cs", "Cc", "Cf", "Zl", "Zp")), max_size=60))
def test_a_body_is_kept_as_it_was_written(text: str) -> None:
    with TemporaryDirectory() as folder:
        root = write_project(Path(folder), {**MINIMAL, f"{FOLDER}/learned.md": item(body=text)})
        (document,) = read_project(root).of_kind(FileKind.KNOWLEDGE)
        assert document.body == f"\n{text}\n"
        assert title_of(document.data) == "เรื่อง"


@pytest.mark.parametrize(
    ("content", "rule"),
    [
        (b"---\ntitle: " + b"[" * 30_000 + b"\nkind: lesson\n---\n", "too-deep"),
        (b"---\ntitle: " + b"{a: " * 30_000 + b"\n---\n", "too-deep"),
        (item(body="[" * 30_000 + "](" * 30_000).encode(), "too-deep"),
        (item(body="[ก](procedure:x) " * (30_000 // MANY)).encode(), "unknown-procedure"),
        (item(body="`" * 30_000 + "x`" * 30_000).encode(), None),
        (item(body="```\n" * 30_000).encode(), None),
        (item(body="](" + " " * 500_000).encode(), None),
        (item(body="[" * 300_000).encode(), "too-deep"),
        (item(body="ก" * 400_000).encode(), "too-large"),
        (bytes(range(256)) * 300, "control-character"),
        (b"\x89PNG\r\n\x1a\n" + b"\xff" * 3000, "encoding"),
        (b"", "missing-head"),
        (b"---", "unclosed-head"),
    ],
    ids=range(13),
)
def test_inputs_made_to_hurt(tmp_path: Path, content: bytes, rule: str | None) -> None:
    root = write_project(tmp_path, MINIMAL)
    (root / FOLDER).mkdir(parents=True)
    (root / FOLDER / "learned.md").write_bytes(content)
    manual, problems = load_manual(root)
    assert manual is not None
    assert len(problems) <= 51
    assert bool(manual.knowledge) is (rule is None)
    assert (rule in {each.rule for each in problems}) is (rule is not None)
