"""Edits as editors make them, judged from the report alone: what it says, in which order, and what it does not say."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from tests.revisions.offices import EDITS, copied, edit
from tests.support.goldens import assert_golden

GOLDEN = Path(__file__).parent / "golden"


def diff(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["diff", *map(str, arguments)])


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The manual as it was."""
    return copied(tmp_path_factory.mktemp("states") / "before")


@pytest.mark.parametrize("name", EDITS)
def test_the_report_says_what_the_edit_means(name: str, before: Path, tmp_path: Path) -> None:
    after, told = copied(tmp_path / "after"), EDITS[name]
    if "from" in told:
        before = copied(tmp_path / "before")
        edit(before, told["from"])
    edit(after, told["do"])
    result = diff(before, after, "--strict-duties")
    labels = {f"โฟลเดอร์ {before}": "ฉบับเดิม", f"โฟลเดอร์ {after}": "ฉบับใหม่"}
    report = result.stdout
    for label, short in labels.items():
        report = report.replace(label, short)
    assert_golden(GOLDEN / f"{name}.txt", report)
    place = 0
    for said in told["says"]:
        found = report.find(said, place)
        assert found >= 0, f"{said}\n---\n{report}"
        place = found + len(said)
    assert not [each for each in told.get("silent", ()) if each in report], report
    assert result.exit_code == (1 if told["duty"] else 0), result.stderr


def test_the_data_says_what_a_new_office_has_and_where_it_has_its_own_text(
    before: Path, tmp_path: Path
) -> None:
    after = copied(tmp_path / "after")
    edit(after, EDITS["new-office-with-changes"]["do"])
    told = json.loads(diff(before, after, "--format", "json").stdout)
    (office,) = (each for each in told["offices"] if each["sort"] == "added")
    assert office["placed"]
    assert office["changed"]
    assert set(office["changed"]) <= set(office["placed"])


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("retired", "เปลี่ยนสถานะ จาก ประกาศใช้ เป็น เลิกใช้; เลิกใช้ตั้งแต่ 2 มกราคม พ.ศ. 2567"),
        ("procedure-renamed", "เปลี่ยนที่อยู่ของหน้างานนี้"),
        ("step-renamed", "เปลี่ยนลิงก์ของขั้นตอนที่ 3 “บันทึกวันลาในทะเบียน”"),
        (
            "new-loop",
            (
                "ขั้นตอนที่ 2 “พิจารณาอนุญาตการลา” เพิ่มผล “อนุญาต” ให้ไปที่ ทำขั้นตอนถัดไป; "
                "ขั้นตอนที่ 2 “พิจารณาอนุญาตการลา” เพิ่มผล “ไม่อนุญาต” ให้ย้อนกลับไปที่ ขั้นตอนที่ 1 รับใบลา; ปรับถ้อยคำ 1 แห่ง"
            ),
        ),
    ],
)
def test_the_line_of_a_history_says_it_to_who_knows_no_ids(
    name: str, said: str, before: Path, tmp_path: Path
) -> None:
    after = copied(tmp_path / "after")
    edit(after, EDITS[name]["do"])
    told = diff(before, after, "--edition", "north", "--format", "json")
    changed = json.loads(told.stdout)["changes"]["procedures"]
    assert said in [each["line"] for each in changed]
