"""The Markdown export: what it looks like, and that other engines build it."""

import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from generator.charts import draw_charts
from generator.document.addresses import Addresses
from generator.document.authored import Authored
from generator.document.texts import Texts
from generator.indexes.indexes import Indexes
from generator.model.manual import Manual
from generator.site.authored import authored_pages
from generator.writers.export import export_files
from generator.writers.export_markdown import markdown_files
from generator.writers.markdown import MarkdownWriter
from tests.support.every_field import every_field_manual
from tests.support.goldens import assert_golden
from tests.support.showcase import SHOWCASE, SHOWCASE_DAY, showcase_manual
from tests.support.visible import visible_text

GOLDEN = Path(__file__).parent / "golden"


@pytest.fixture
def exported(tmp_path: Path) -> Path:
    """The showcase, exported."""
    export_files(showcase_manual(), "markdown", tmp_path / "export")
    return tmp_path / "export"


@pytest.mark.parametrize(
    "name",
    [
        "mkdocs.yml",
        "docs/budget/spending-plan.md",
        "docs/references/index.md",
        "docs/references/budget-regulation.md",
        "docs/forms.md",
        "docs/status.md",
        "docs/knowledge/index.md",
        "docs/knowledge/late-draft.md",
        "docs/knowledge/report.md",
        "docs/roles/index.md",
        "docs/roles/planning-group.md",
        "docs/responsibilities.md",
        "docs/about/mission.md",
        "docs/index.md",
    ],
)
def test_document(name: str) -> None:
    manual = showcase_manual()
    files = markdown_files(Indexes(manual, SHOWCASE_DAY), draw_charts(manual))
    assert_golden(GOLDEN / name.replace("/", "-"), files[name])


def test_charts_are_files_of_their_own(exported: Path) -> None:
    drawn = sorted(path.relative_to(exported / "docs").as_posix() for path in exported.rglob("*.svg"))
    assert drawn == [
        "charts/budget/audit.svg",
        "charts/budget/old-plan.svg",
        "charts/budget/spending-plan.draft.svg",
        "charts/budget/spending-plan.group.svg",
        "charts/budget/spending-plan.svg",
        "charts/roles/planning-group.svg",
    ]
    assert (exported / "docs/charts/budget/spending-plan.svg").read_text(encoding="utf-8").startswith("<svg")


def test_the_navigation_names_every_document(exported: Path) -> None:
    settings = yaml.safe_load((exported / "mkdocs.yml").read_text(encoding="utf-8"))
    apart = settings["not_in_nav"].splitlines()
    assert apart == ["budget/old-plan.md"], "what is out of use"
    for document in (exported / "docs").rglob("*.md"):
        uri = document.relative_to(exported / "docs").as_posix()
        assert (f"'{uri}'" in str(settings["nav"])) is (uri not in apart)


@pytest.mark.parametrize(
    ("manual", "authored"),
    [(showcase_manual(), authored_pages(SHOWCASE, "sample-2566")), (every_field_manual(str), Authored())],
    ids=["showcase", "every field"],
)
def test_mkdocs_builds_it_without_a_warning(manual: Manual, authored: Authored, tmp_path: Path) -> None:
    """Every link and every anchor is found."""
    exported = tmp_path / "export"
    export_files(manual, "markdown", exported, lambda: authored)
    settings = exported / "mkdocs.yml"
    checks = "validation:\n  links:\n    anchors: warn\n    unrecognized_links: warn\n"
    settings.write_text(settings.read_text(encoding="utf-8") + checks, encoding="utf-8")
    run("mkdocs", "build", "--strict", cwd=exported)


def test_zensical_builds_it(exported: Path) -> None:
    run("zensical", "build", cwd=exported)
    page = (exported / "site/budget/spending-plan/index.html").read_text(encoding="utf-8")
    seen = visible_text(page)
    for text in (
        "งานจัดทำแผนใช้จ่าย",
        "รวบรวมข้อมูลจากทุกกลุ่ม",
        "กลับไปขั้นตอนที่ 2",
        "2.1.2",
        "แผนที่บอกว่าใช้เงิน เมื่อใด และเท่าใด",
    ):
        assert text in seen
    assert "<table>" in page
    assert 'id="step-propose"' in page
    assert (exported / "site/charts/budget/spending-plan.svg").is_file()


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("**คำ**ต่อ", "**คำ**ต่อ"),
        ("ก**(ข)**ค", "ก<strong>(ข)</strong>ค"),
        ("[เว็บ (1)](https://a.example/?b=1&c=2)", "[เว็บ (1)](https://a.example/?b=1&c=2)"),
        ("[](procedure:gone)", "gone"),
        ("หนึ่ง\nสอง", "หนึ่ง<br>สอง"),
        ("ก **ข** ค", "ก **ข** ค"),
    ],
)
def test_inline_markdown(text: str, written: str) -> None:
    addresses = Addresses(None)
    writer = MarkdownWriter("a.md", addresses, lambda _: None)
    assert writer.inlines(Texts(addresses).rich(text)) == written


def run(module: str, *arguments: str, cwd: Path) -> None:
    """Run a tool of this environment, with UTF-8 whatever the machine's locale."""
    command = [sys.executable, "-X", "utf8", "-m", module, *arguments]
    done = subprocess.run(command, cwd=cwd, capture_output=True, encoding="utf-8", timeout=120, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
