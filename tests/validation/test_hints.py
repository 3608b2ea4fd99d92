"""What a hint tells to write is what the author meant, ready to be copied."""

from pathlib import Path

import pytest

from generator.assembly import load_manual
from generator.model import parse_interval
from generator.problems import Problem
from generator.validation.written_dates import readable_date, readable_duration
from tests.support import minimal_with, write_project

PROCEDURE = "procedures/budget/expenditure-analysis.yml"
HEAD = "title: งานวิเคราะห์งบประมาณรายจ่าย\nowner: planning-group\n"
STEPS = "steps:\n  - text: ก\n"


def problems_of(root: Path, body: str) -> list[Problem]:
    """What is wrong with a procedure of this text."""
    write_project(root, minimal_with({PROCEDURE: HEAD + body}))
    return load_manual(root)[1]


@pytest.mark.parametrize(
    ("body", "hint"),
    [
        ("steps:\n  - text: ก\n  2. ข\n", "- ข"),
        ("steps:\n  - text: ก\n  \uf0b7 text: ข\n", "- text: ข"),
        ("steps: ก\n", "- text: ก"),
        ("steps:\n  - text: ก\n    outcomes: ใช่\n", "- label: ใช่"),
        ("steps:\n  - text: ก\n    outcomes:\n      ใช่: end\n", "“- {label: ใช่, go: end}”"),
        (
            STEPS + "document_control:\n  revisions:\n    - แก้แบบ\n",
            "{number: 1, changes: แก้แบบ}",
        ),
        (STEPS + "document_control:\n  revisions:\n    - 02\n", "number: 02"),
        (STEPS + "related: budget-request, budget-transfer\n", "“- budget-request” “- budget-transfer”"),
        (STEPS + "related:\n  - id: budget-request\n", "- budget-request "),
        (STEPS + "scope:\n  - - ก\n", '- "ก"'),
        ("steps:\n  - text: ก\n    accountable: [planning-group]\n", "accountable: planning-group"),
        ("steps:\n  - text: ก role: planning-group\n", "ขึ้นบรรทัดใหม่ก่อน “role:”"),
        (STEPS + "risks: หาย\n", "- หาย"),
        (STEPS + "scope:\n  - [ก, ข]\n", '“- "ก"” “- "ข"”'),
        (STEPS + "ends: [เสร็จ]\n", "{id: new-end-1, text: เสร็จ}"),
        (STEPS + "service:\n  fees: [ค่าคำขอ 20 บาท]\n", "{item: ค่าคำขอ 20 บาท, amount: …}"),
        (STEPS + "service:\n  ค่าธรรมเนียม: ไม่มี\n", "“fees: none”"),
        (STEPS + "เอกสาร: [ไม่มี]\nค่าธรรมเนียม: ฟรี\n", "“  documents: none” “  fees: none”"),
        ("steps:\n  - text: ก\n    detail: [ข, ค]\n", "“detail: |” “  - ข” “  - ค”"),
        ("steps:\n  - text: ก\n    หมายเหตุ: [ข, ค]\n", "“detail: |” “  - ข” “  - ค”"),
        ("steps:\n  - text: ก\n    parallel: true\n", "ตามด้วยช่อง text "),
        (
            "steps:\n  - text: ก\n    parallel: [{text: ข}, kho]\n  - {id: kho, text: ค}\n",
            "ตัดขั้นตอนที่มี id: kho ทั้งขั้น",
        ),
        ("steps:\n  - text: ก\n    fork: [kho]\n  - {id: kho, text: ค}\n", "“parallel:” “  - id: …”"),
        ("steps:\n  - text: ก\n    fork: [ข, ค]\n", "“parallel:” “  - text: ข” “  - text: ค”"),
        ("steps:\n  - text: ก\n    go: จบงาน\n", "“end”"),
        ("steps:\n  - text: ก\n    go: granted\n", "เพิ่ม granted ใน ends"),
        (STEPS + "service:\n  channels: [https://a.go.th/b]\n", "{name: …, url: https://a.go.th/b}"),
        (STEPS + "    informed: ไม่มี\n", "ให้ลบทั้งบรรทัด"),
        (STEPS + "    role: '-'\n", "ให้ลบทั้งบรรทัด"),
        (STEPS + "    kind: start\n", "ให้ลบทั้งขั้นตอน"),
        (STEPS + "    kind: สิ้นสุด\n", "ให้ลบทั้งขั้นตอน"),
        (STEPS + "    detail: ก<br>ข\n", "ขึ้นบรรทัดใหม่ได้เลย"),
        (STEPS + "title_en: Report\n", "“  - language: en”"),
        (STEPS + "document_control:\n  code: A\n  วันที่อนุมัติ: 2566\n", "“  date: …”"),
        ("steps:\n  - text: ก\n    ใช่: ข\n", "“  - label: ไม่ใช่”"),
        (STEPS + "document_control:\n  revisions: [2]\n", "number: 2"),
        (STEPS + "code: SOP-1\n", "เปลี่ยนบรรทัดนี้เป็น “document_control:” “  code: SOP-1”"),
        (STEPS + "    control: ทวน\n", "“  - risk: …” “    control: …”"),
        ('steps:\n  - text: "เสนอ "ร่าง" แล้ว"\n', "text: 'เสนอ \"ร่าง\" แล้ว'"),
        ('steps:\n  - text: "เสนอ" และ "ร่าง"\n', 'text: \'"เสนอ" และ "ร่าง"\''),
        ("effective: 21.5.2566\n" + STEPS, "2566-05-21"),
        ("steps:\n  - text: ก\n    duration: 3วัน ทำการ\n", "3 วันทำการ"),
    ],
)
def test_a_hint_shows_what_to_write(body: str, hint: str, tmp_path: Path) -> None:
    [problem] = problems_of(tmp_path, body)
    assert hint in problem.hint


@pytest.mark.parametrize("go", ["budget-request", "budget-request#step"])
def test_a_way_to_another_procedure_is_a_call(go: str, tmp_path: Path) -> None:
    edition = "procedures/editions/khonkaen5-2566.yml"
    listed = minimal_with({})[edition].replace(
        "- expenditure-analysis", "- budget-request\n      - expenditure-analysis"
    )
    other = {edition: listed, "procedures/budget/budget-request.yml": HEAD + STEPS}
    write_project(tmp_path, minimal_with({**other, PROCEDURE: f"{HEAD}{STEPS}    go: {go}\n"}))
    [hint] = [each.hint for each in load_manual(tmp_path)[1] if each.rule == "go-to-nowhere"]
    assert hint.endswith("call: budget-request")


@pytest.mark.parametrize("target", ["2", "๒", "ขั้นตอนที่ 2", "ข้อ 2", "วิเคราะห์แผนงาน", "Analyse"])
def test_a_go_is_understood_by_number_text_or_letter_case(target: str, tmp_path: Path) -> None:
    steps = f"  - text: แจ้ง\n  - id: analyse\n    text: วิเคราะห์แผนงาน\n  - text: ส่ง\n    go: {target}\n"
    problems = problems_of(tmp_path, f"steps:\n{steps}")
    assert [problem.rule for problem in problems] == ["go-to-nowhere"]
    assert "“analyse”" in problems[0].hint


def test_the_reserved_word_is_never_proposed_as_an_id(tmp_path: Path) -> None:
    [problem] = problems_of(tmp_path, "steps:\n  - id: END\n    text: ก\n")
    assert "“end”" not in problem.hint


@pytest.mark.parametrize(
    ("written", "readable"),
    [
        ("2566/05/21", "2566-05-21"),
        ("21-5-2566", "2566-05-21"),
        ("๒๑.๕.๒๕๖๖", "2566-05-21"),
        ("วันที่ 21 เดือนพฤษภาคม พ.ศ. 2566", "21 พฤษภาคม 2566"),
        ("กุมภาพันธ์, 2566", "กุมภาพันธ์ 2566"),
        ("May 21, 2023", "21 May 2023"),
        ("ปีงบประมาณ 2566", "2566"),
        ("21 พฤษพาคม 2566", None),
        ("21/5/66", None),
        ("21 พ.ค. 66", "21 พ.ค. 2566"),
        ("วันที่ ๒๑ เดือนพฤษภาคม ๖๖", "21 พฤษภาคม 2566"),
        ("21 May 23", None),
        ("2566-2570", None),
        ("", None),
        ("9" * 5_000, None),
    ],
)
def test_dates_are_brought_into_a_form_that_is_read(written: str, readable: str | None) -> None:
    assert readable_date(written) == readable


@pytest.mark.parametrize(
    ("written", "readable"),
    [
        ("3วัน ทำการ", "3 วันทำการ"),
        ("1 - 2เดือ น", "1-2 เดือน"),
        ("3 วันทำกาน", "3 วันทำการ"),
        ("45-30 นาที", "30-45 นาที"),
        ("3 หมู", None),
        ("เร็ว ๆ นี้", None),
        ("หลายวัน", None),
        ("300 มิลลิวินาที", None),
        ("24 ชม. ทุกวัน", None),
        ("ไม่ใช่ 3 วัน", None),
        ("ทันทีหรือภายใน 1 วัน", None),
    ],
)
def test_durations_that_are_read_are_guessed(written: str, readable: str | None) -> None:
    assert readable_duration(written) == readable


def test_of_what_comes_round_an_interval_is_guessed() -> None:
    assert readable_duration("ทุกปี", parse_interval) == "1 ปี"


def test_where_a_procedure_was_renamed_the_editions_are_told_its_new_name(tmp_path: Path) -> None:
    edition = "procedures/editions/khonkaen5-2566.yml"
    changed = "changes:\n  expenditure-analysis:\n    - remove: steps/ask\n"
    text = minimal_with({})[PROCEDURE]
    files = {PROCEDURE: None, "procedures/budget/yearly-spending.yml": text}
    root = write_project(tmp_path, minimal_with({**files, edition: minimal_with({})[edition] + changed}))
    problems = load_manual(root)[1]
    hints = [each.hint for each in problems if each.rule == "unknown-procedure"]
    assert len(hints) == 2
    assert all("yearly-spending" in hint for hint in hints)


def test_an_address_with_something_added_means_the_item_that_it_begins_with(tmp_path: Path) -> None:
    edition = "procedures/editions/khonkaen5-2566.yml"
    changed = "changes:\n  expenditure-analysis:\n    - remove: scope/การทำลายเอกสาร\n"
    body = f"{HEAD}scope:\n  - การจัดทำเอกสาร\n  - การทำลาย\n{STEPS}"
    files = {PROCEDURE: body, edition: minimal_with({})[edition] + changed}
    problems = load_manual(write_project(tmp_path, minimal_with(files)))[1]
    assert [each.hint for each in problems if each.rule == "change-addresses-nothing"] == [
        "ต้องการเขียน “scope/การทำลาย” ใช่หรือไม่"
    ]


def test_what_belongs_into_a_part_that_is_there_is_only_indented_wrongly(tmp_path: Path) -> None:
    control = "document_control:\n  code: SOP-1\nrevision: 2\n"
    [problem] = problems_of(tmp_path, STEPS + control)
    assert "ในช่อง document_control ที่มีอยู่แล้ว" in problem.hint
    assert "“  revision: 2”" in problem.hint
