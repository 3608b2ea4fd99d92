"""Approvals on pages, in tables and in the data: told where an office records them, and nowhere else."""

import csv
import io
from collections.abc import Mapping
from dataclasses import replace

from generator.charts import draw_charts
from generator.document.addresses import Addresses
from generator.indexes.indexes import Indexes
from generator.model.manual import Manual
from generator.words import speaking
from generator.writers.export_json import export_manual
from generator.writers.export_markdown import markdown_files
from generator.writers.status_table import status_table
from tests.document.manuals import STANDING, TODAY, approved, manual_of, placed, with_approvals

ORDER = "คำสั่งที่ **12** ปี 2567"
PENDING = "มีการแก้ไขที่รออนุมัติ"


def written(manual: Manual) -> Mapping[str, str]:
    """The pages of a manual as Markdown."""
    return markdown_files(Indexes(manual, TODAY), draw_charts(manual))


def with_order() -> Manual:
    sound, moved, *others = STANDING
    assert moved.approval is not None
    ordered = moved.approval.model_copy(update={"order": ORDER})
    return with_approvals(sound, replace(moved, approval=ordered), *others)


def test_a_change_after_the_approval_is_told_on_the_page_of_the_procedure() -> None:
    pages = written(with_order())
    (line,) = (line for line in pages["docs/budget/moved.md"].splitlines() if PENDING in line)
    assert line.startswith(f"ฉบับอนุมัติล่าสุด พ.ศ. 2567 ({ORDER}) {PENDING} ")
    assert "#document-control" in line
    assert ORDER in pages["docs/budget/moved.md"].partition("การควบคุมเอกสาร")[2]
    told = [name for name, text in pages.items() if PENDING in text]
    assert told == ["docs/budget/moved.md", "docs/status.md"]


def test_who_approved_is_told_at_the_end_of_the_page_and_on_the_page_of_the_role() -> None:
    pages = written(with_order())
    for name in ("sound", "moved", "unbound"):
        assert "การควบคุมเอกสาร" in pages[f"docs/budget/{name}.md"]
    assert "การควบคุมเอกสาร" not in pages["docs/budget/never.md"]
    signed = pages["docs/roles/director.md"].partition("เอกสารของงานที่จัดทำ ทบทวน หรืออนุมัติ")[2]
    assert [name in signed for name in ("sound", "moved", "unbound", "never")] == [True, True, True, False]
    assert "0" * 16 not in "".join(pages.values())


def test_the_status_page_tells_how_each_stands() -> None:
    status = written(with_order())["docs/status.md"].partition("## การอนุมัติ")[2].partition("\n## ")[0]
    rows = [line for line in status.splitlines() if line.startswith("| ") and "งาน " in line][-4:]
    assert [row.split(" | ")[1] for row in rows] == [
        "ตรงกับฉบับอนุมัติ",
        "มีการแก้ไขที่รออนุมัติ",
        "อนุมัติแล้ว ไม่ได้บันทึกว่าอนุมัติข้อความใด",
        "ไม่มีบันทึกการอนุมัติ",
    ]


def test_the_table_has_columns_where_approvals_are_recorded() -> None:
    for manual, told in ((with_order(), True), (manual_of(placed()), False)):
        text = status_table(Indexes(manual, TODAY), Addresses(manual))["status.csv"]
        header, *rows = csv.reader(io.StringIO(text.removeprefix("\ufeff")))
        assert {len(row) for row in rows} == {len(header)}
        assert ("การอนุมัติ" in header, "ตามคำสั่ง" in header) == (told, told)
        if told:
            first = dict(zip(header, rows[0], strict=True))
            assert (first["การอนุมัติ"], first["ผู้อนุมัติ"]) == ("ตรงกับฉบับอนุมัติ", "ผอ.")


def test_where_none_is_recorded_nothing_is_told() -> None:
    pages = written(manual_of(placed("never"), placed("other", "1.2")))
    words = (PENDING, "## การอนุมัติ", "บันทึกการอนุมัติ", "ฉบับอนุมัติ")
    assert [name for name, text in pages.items() if any(each in text for each in words)] == []


def test_the_data_say_whether_it_is_for_the_present_text() -> None:
    data = export_manual(with_order(), {})
    found = {each["id"]: each for area in data["areas"] for each in area["procedures"]}
    assert {name: each["approval"] and each["approval"]["is_current"] for name, each in found.items()} == {
        "sound": True,
        "moved": False,
        "unbound": False,
        "never": None,
        "planned": None,
        "retired": None,
    }
    assert found["sound"]["approval"]["fingerprint"] == found["sound"]["fingerprint"]
    assert found["moved"]["approval"]["role"] == ["director"]
    assert found["moved"]["approval"]["order"] == ORDER


def test_in_english() -> None:
    with speaking("en"):
        pages = written(with_order())
    assert (
        f"Last approved 2024 ({ORDER}); changes since then wait for approval" in pages["docs/budget/moved.md"]
    )
    assert "As approved" in pages["docs/status.md"]


def test_an_approval_beside_document_control_hides_nothing_of_it() -> None:
    control = {"code": "SOP-1", "approved": {"role": "group", "date": "2565"}}
    page = written(with_approvals(approved(placed(document_control=control))))["docs/budget/plan.md"]
    ending = page.partition("## การควบคุมเอกสาร")[2]
    assert "พ.ศ. 2565" in ending
    assert "พ.ศ. 2567" in ending
