"""The same change in many procedures: told once, with where it is; what only few have in common one by one."""

import re
from html import unescape
from pathlib import Path

import pytest

from bench.synthetic import write_manual
from generator.revisions import tell_changes
from generator.revisions.alike import LEAST_ALIKE
from generator.revisions.html_parts import MOST_DRAWN, MOST_WHOLE
from generator.revisions.request import ReportFormat
from tests.repository.repository import ROOT

ROLE = ("role: area-director", "role: committee")
"""What stands in every procedure, and what is put in its place: an approver."""


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_manual(tmp_path_factory.mktemp("alike") / "before", MOST_WHOLE + 5, ROOT / "mkdocs.yml")


def edited(folder: Path, count: int, texts: tuple[str, str] = ROLE) -> Path:
    """The same manual with an edit in its first procedures; `{}` in what is put in is the number of the procedure."""
    after = write_manual(folder / "after", MOST_WHOLE + 5, ROOT / "mkdocs.yml")
    for number in range(1, count + 1):
        (path,) = after.rglob(f"procedure-{number}.yml")
        text = path.read_text(encoding="utf-8").replace(texts[0], texts[1].format(number))
        path.write_text(text, encoding="utf-8")
    return after


@pytest.mark.parametrize("shape", ["text", "markdown", "html"])
@pytest.mark.parametrize("count", [LEAST_ALIKE - 1, LEAST_ALIKE])
def test_it_is_told_once_where_many_have_it_in_common(
    shape: ReportFormat, count: int, before: Path, tmp_path: Path
) -> None:
    after = edited(tmp_path, count)
    told = tell_changes(None, (str(before), str(after)), None, shape)
    report = re.sub(r"<[^>]+>", "", unescape(told.report))
    assert (f"เหมือนกันใน {count} งาน" in report) is (count == LEAST_ALIKE)
    for number in range(1, count + 1 if shape != "markdown" else 2):
        assert re.search(rf"เรื่องที่ {number} ขั้นตอนที่ [\d., ]*\b4\b", report), number


def test_data_tell_every_procedure_by_itself(before: Path, tmp_path: Path) -> None:
    after = edited(tmp_path, LEAST_ALIKE)
    told = tell_changes(None, (str(before), str(after)), None, "json").report
    assert told.count('"line": ') == LEAST_ALIKE


def test_a_document_shows_one_of_those_alike_and_leads_to_all(before: Path, tmp_path: Path) -> None:
    report = tell_changes(None, (str(before), str(edited(tmp_path, LEAST_ALIKE))), None, "html").report
    assert report.count('<section class="cmp-procedure"') == 1
    assert f"งานอื่นที่เปลี่ยนเหมือนงานนี้ {LEAST_ALIKE - 1} งาน" in report
    targets = set(re.findall(r'href="#(procedure--[^"]+)"', report))
    assert targets == {f"procedure--procedure-{number}" for number in range(1, LEAST_ALIKE + 1)}
    assert all(report.count(f'id="{each}"') == 1 for each in targets)


def test_of_very_many_a_document_shows_those_that_matter_most(before: Path, tmp_path: Path) -> None:
    count = MOST_WHOLE + 5
    after = edited(tmp_path, count, ("- id: draft\n  text: ", "- id: draft\n  text: เร่งเรื่องที่ {} "))
    (last,) = after.rglob(f"procedure-{count}.yml")
    last.write_text(last.read_text(encoding="utf-8").replace(*ROLE), encoding="utf-8")
    report = tell_changes(None, (str(before), str(after)), None, "html").report
    sections = report.split('<section class="cmp-procedure"')[1:]
    assert len(sections) == count
    assert sum('class="cmp-steps"' in each for each in sections) == MOST_WHOLE
    assert sum('class="cmp-charts"' in each for each in sections) == MOST_DRAWN
    assert 'class="cmp-charts"' in sections[-1]  # whose duties changed comes first
    assert sum(f"คำต่อคำ {MOST_WHOLE} งาน" in each for each in sections) == count - MOST_WHOLE
    assert all(
        f"เร่งเรื่องที่ {number} " in report.partition("รายละเอียดแต่ละงาน")[0] for number in range(1, count + 1)
    )
