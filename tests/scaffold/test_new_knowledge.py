"""A new item of knowledge: a head that passes the checks whatever was answered, and nothing overwritten."""

from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from generator.assembly import load_manual, read_editions
from generator.cli import main
from generator.model.knowledge_item import ItemKind
from generator.scaffold.given_texts import is_text
from generator.scaffold.new_knowledge import KnowledgeAnswers, NewKnowledgeError, start_knowledge
from tests.support import MINIMAL, SITE, write_project

LayOut = Callable[[Mapping[str, str | None]], Path]
STEP = "expenditure-analysis#analyse"


@pytest.fixture(autouse=True)
def written_in_2569(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795000000")


def test_its_head_says_what_was_answered_and_only_the_body_is_missing(project: LayOut) -> None:
    root = project({})
    made = start_knowledge(
        root,
        KnowledgeAnswers(
            "  รายงานต้องบอกยอด:\nคงเหลือ #1 ",
            kind="caution",
            procedures=[STEP, "expenditure-analysis", STEP],
            tags=["งบประมาณ", " ", "งบประมาณ"],
            contributor="planning-group",
        ),
    )
    assert made.file == root / "docs/knowledge/expenditure-analysis-caution-1.md"
    manual, problems = load_manual(root)
    assert [problem.rule for problem in problems] == ["empty-item"]
    assert manual is not None
    (placed,) = manual.knowledge
    assert placed.item.title == "รายงานต้องบอกยอด: คงเหลือ #1"
    assert placed.item.kind is ItemKind.CAUTION
    assert placed.item.procedures == (STEP, "expenditure-analysis")
    assert placed.item.tags == ("งบประมาณ",)
    assert placed.item.contributor == "planning-group"
    assert placed.item.date is not None
    assert placed.item.date.iso() == "2026-11-18"
    assert placed.item.reviewed is None
    assert placed.body == ""


def test_with_a_body_nothing_is_wrong(project: LayOut) -> None:
    root = project({})
    made = start_knowledge(root, KnowledgeAnswers("รายงานช้า", procedures=[STEP]))
    with made.file.open("a", encoding="utf-8") as file:
        file.write("เพราะรอข้อมูล\n")
    assert load_manual(root)[1] == []


def test_every_unused_key_can_be_used_by_removing_its_mark(project: LayOut) -> None:
    root = project({})
    made = start_knowledge(root, KnowledgeAnswers("รายงานช้า"))
    lines = made.file.read_text(encoding="utf-8").split("\n")
    unmarked = [line.replace("# ", "", 1) for line in lines if line.strip()[:2] != "##"]
    made.file.write_text("\n".join(unmarked), encoding="utf-8")
    rules = {problem.rule for problem in load_manual(root)[1]}
    assert "empty-text" in rules
    assert not rules & {"syntax", "unknown-key", "duplicate-key", "wrong-type", "tab", "missing-head"}


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=40), st.text(max_size=20))
def test_any_title_and_tag_are_written_so_that_they_are_read_again(title: str, tag: str) -> None:
    plain = " ".join(title.split())
    with TemporaryDirectory() as folder:
        root = write_project(Path(folder), MINIMAL)
        if not plain or not all(map(is_text, (plain, " ".join(tag.split())))):
            with pytest.raises(NewKnowledgeError):
                start_knowledge(root, KnowledgeAnswers(title, tags=[tag], id="learned"))
            assert not (root / "docs").exists()
            return
        made = start_knowledge(root, KnowledgeAnswers(title, tags=[tag], id="learned"))
        text = made.file.read_text(encoding="utf-8")
        assert text.startswith("---\n")
        assert text.endswith("\n---\n\n")
        if "${" not in title + tag:
            manual, _ = load_manual(root)
            assert manual is not None
            (placed,) = manual.knowledge
            assert placed.item.title == plain
            assert placed.item.tags == tuple(filter(None, [" ".join(tag.split())]))


@pytest.mark.parametrize(
    ("answers", "file"),
    [
        (KnowledgeAnswers("Budget report: what must be in it"), "budget-report-what-must-be-in-it.md"),
        (KnowledgeAnswers("รายงานช้า"), "lesson-1.md"),
        (
            KnowledgeAnswers("รายงานช้า", kind="question", procedures=[STEP]),
            "expenditure-analysis-question-1.md",
        ),
        (KnowledgeAnswers("รายงานช้า", id="late-report"), "late-report.md"),
        (KnowledgeAnswers("A b " * 60), f"{'a-b-' * 20}"[:79] + ".md"),
    ],
)
def test_the_file_is_named_by_what_is_known(project: LayOut, answers: KnowledgeAnswers, file: str) -> None:
    assert start_knowledge(project({}), answers).file.name == file


def test_a_name_that_is_taken_gets_the_next_number(project: LayOut) -> None:
    root = project({})
    made = [start_knowledge(root, KnowledgeAnswers(f"เรื่องที่ {number}")).file.name for number in range(3)]
    assert made == ["lesson-1.md", "lesson-2.md", "lesson-3.md"]


def test_an_editions_own_item_stands_with_its_documents(project: LayOut) -> None:
    root = project({})
    made = start_knowledge(root, KnowledgeAnswers("รายงานช้า", edition="khonkaen5-2566"))
    assert made.file == root / "docs/editions/khonkaen5-2566/knowledge/lesson-1.md"
    assert "khonkaen5-2566" in made.report
    assert [problem.rule for problem in read_editions(root).problems] == ["empty-item"]


@pytest.mark.parametrize(
    ("answers", "reason", "told"),
    [
        (KnowledgeAnswers(" \n"), "empty-title", "khumue new knowledge"),
        (KnowledgeAnswers("ก", kind="lessen"), "unknown-kind", "good-practice"),
        (
            KnowledgeAnswers("ก", procedures=["expenditure-analysi"]),
            "unknown-procedure-like",
            "expenditure-analysis",
        ),
        (KnowledgeAnswers("ก", procedures=["xyz"]), "unknown-procedure", "expenditure-analysis"),
        (KnowledgeAnswers("ก", procedures=["expenditure-analysis#nope"]), "unknown-step", "analyse"),
        (KnowledgeAnswers("ก", procedures=["งานวิเคราะห์"]), "bad-address", "expenditure-analysis"),
        (KnowledgeAnswers("ก", procedures=["expenditure-analysis#"]), "bad-address", "expenditure-analysis"),
        (KnowledgeAnswers("ก", contributor="nobody"), "unknown-role", "planning-group"),
        (KnowledgeAnswers("ก", edition="nowhere"), "unknown-edition", "khonkaen5-2566"),
        (KnowledgeAnswers("ก", id="รายงาน"), "bad-id", "report-on-time"),
        (KnowledgeAnswers("ก", id="../secret"), "bad-id", "secret"),
        (KnowledgeAnswers("ก", id="a" * 81), "too-long", "80"),
        (KnowledgeAnswers("ก", id="index"), "reserved", "index-lesson"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_written(
    project: LayOut, answers: KnowledgeAnswers, reason: str, told: str
) -> None:
    root = project({})
    with pytest.raises(NewKnowledgeError) as failure:
        start_knowledge(root, answers)
    assert failure.value.reason == reason
    assert told in str(failure.value)
    assert not (root / "docs").exists()


def test_nothing_is_overwritten(project: LayOut) -> None:
    root = project({"docs/knowledge/late.md": "ของเดิม"})
    for edition in ("", "khonkaen5-2566"):
        with pytest.raises(NewKnowledgeError) as failure:
            start_knowledge(root, KnowledgeAnswers("รายงานช้า", id="late", edition=edition))
        assert failure.value.reason == "exists"
        assert "docs/knowledge/late.md" in failure.value.message
    assert (root / "docs/knowledge/late.md").read_text(encoding="utf-8") == "ของเดิม"


def test_nothing_is_written_through_a_link(project: LayOut, tmp_path: Path) -> None:
    root = project({})
    (root / "docs").symlink_to(tmp_path, target_is_directory=True)
    with pytest.raises(NewKnowledgeError) as failure:
        start_knowledge(root, KnowledgeAnswers("รายงานช้า"))
    assert failure.value.reason == "no-folder"


def test_no_project_no_item(tmp_path: Path) -> None:
    with pytest.raises(NewKnowledgeError) as failure:
        start_knowledge(tmp_path, KnowledgeAnswers("รายงานช้า"))
    assert failure.value.reason == "no-project"


def test_the_command(project: LayOut) -> None:
    root = project(SITE)
    runner = CliRunner()
    options = ["--kind", "case", "--procedure", STEP, "--tag", "ก", "--tag", "ข", "--id", "late"]
    made = runner.invoke(main, ["new", "knowledge", "รายงานช้า", *options, str(root)])
    assert (made.exit_code, "docs/knowledge/late.md" in made.output) == (0, True)
    again = runner.invoke(main, ["new", "knowledge", "รายงานช้า", "--id", "late", str(root)])
    assert (again.exit_code, "docs/knowledge/late.md" in again.output) == (2, True)
    checked = runner.invoke(main, ["check", str(root)])
    assert (checked.exit_code, "empty-item" in checked.output) == (0, True)
