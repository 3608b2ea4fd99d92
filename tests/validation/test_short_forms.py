"""What clerks write for a service, and what they are told, at its place; followed, it leads to the end."""

from pathlib import Path

import pytest

from generator.assembly import load_manual
from generator.problems import Problem
from tests.support import minimal_with, write_project

PROCEDURE = "procedures/budget/expenditure-analysis.yml"
HEAD = "title: งานขออนุญาต\nowner: planning-group\nsteps:\n  - text: ก\n    duration: 15 วัน\nservice:\n"


def problems_of(root: Path, service: str) -> list[Problem]:
    """What is wrong with a procedure of this service, which begins in line 7."""
    write_project(root, minimal_with({PROCEDURE: HEAD + service}))
    return load_manual(root)[1]


@pytest.mark.parametrize(
    ("service", "rule", "place", "hint"),
    [
        ("  fees: 0\n", "wrong-type", "7:9", "fees: none (ผู้อ่านจะเห็นว่า “ไม่มีค่าธรรมเนียม”)"),
        ("  fees: ไม่มีค่าธรรมเนียม\n", "wrong-type", "7:9", "fees: none"),
        ("  documents: '-'\n", "wrong-type", "7:14", "documents: none (ผู้อ่านจะเห็นว่า “ไม่ต้องใช้เอกสาร”)"),
        ("  fees: 100 บาท\n", "wrong-type", "7:9", "ช่อง item amount"),
        ("  fees:\n", "empty-text", "7:3", "fees: none"),
        ("  fees: []\n", "empty-list", "7:3", "fees: none"),
        ("  applicants: []\n", "empty-list", "7:3", "ให้ลบทั้งบรรทัด"),
        ("  fees:\n    - none\n", "wrong-type", "8:7", "fees: none ในบรรทัดเดียว"),
        ("  channels: none\n", "wrong-type", "7:13", "ให้ลบทั้งบรรทัด"),
        ("  complaints:\n    - ไม่มี\n", "wrong-type", "8:7", "ให้ลบทั้งบรรทัด"),
        ("  complaints:\n    - ก\n    -\n", "empty-text", "9:6", "หรือลบบรรทัดนี้"),
        ("  applicants: ประชาชน\n", "wrong-type", "7:15", "- ประชาชน"),
        ("  channels:\n    - เคาน์เตอร์\n", "wrong-type", "8:7", "name: เคาน์เตอร์"),
        ("  channels:\n    - hours: ทุกวัน\n", "missing-key", "8:7", "name: …"),
        ("  fees:\n    - item: ค่าปรับ\n", "missing-key", "8:7", "amount: …"),
        ("  fees:\n    - item: ก\n      amount: 2000\n", "amount-without-unit", "9:15", "2000 บาท"),
        ("  channels:\n    - name: ก\n      phone: 21234567\n", "bad-phone", "9:14", "“021234567”"),
        ("  channels:\n    - name: ก\n      phone: [191, 1567]\n", "wrong-type", "9:7", "phone: 191, 1567"),
        ("  complaints:\n    - name: ก\n      url: a.go.th/x\n", "bad-url", "9:12", "https://a.go.th/x"),
        ("  channels:\n    - name: ก\n      url: javascript:x\n", "bad-url", "9:12", "https://"),
        ("  documents:\n    - name: ก\n      issuer: ข\n", "unknown-key", "9:7", "issued_by"),
        ("  documents:\n    - name: ก\n      form: none-such\n", "unknown-form", "9:13", ""),
        ("  total_time: 5 วัน\n", "time-too-short", "7:15", "total_time หรือ duration"),
        ("  total_time: เร็ว ๆ\n", "bad-duration", "7:15", "3 วันทำการ"),
        ("  complaints:\n    - โทร ${nobody}\n", "unknown-value", "8:11", ""),
        ("  complaints:\n    - name: โทร ${nobody}\n", "unknown-value", "8:17", ""),
    ],
)
def test_what_is_told(service: str, rule: str, place: str, hint: str, tmp_path: Path) -> None:
    (problem,) = problems_of(tmp_path, service)
    assert (problem.rule, str(problem.location)) == (rule, f"{PROCEDURE}:{place}")
    assert hint in problem.hint


@pytest.mark.parametrize(
    "service",
    [
        "  fees: none\n  documents: ไม่มี\n",
        "  channels:\n    - name: ก\n      phone: 021234567\n",
        "  applicants:\n    - ประชาชน\n    - name: นิติบุคคล\n      only_if: มีหนังสือรับรอง\n",
        "  total_time: 15 วัน\n",
        "  fees:\n    - item: ก\n      amount: ๒๐๐ บาท\n",
    ],
)
def test_what_is_right(service: str, tmp_path: Path) -> None:
    assert problems_of(tmp_path, service) == []


def test_a_number_keeps_its_first_zero(tmp_path: Path) -> None:
    write_project(
        tmp_path, minimal_with({PROCEDURE: HEAD + "  channels:\n    - name: ก\n      phone: 021234567\n"})
    )
    manual, _ = load_manual(tmp_path)
    assert manual is not None
    (placed,) = manual.procedures()
    assert placed.procedure.service is not None
    assert placed.procedure.service.channels[0].phone == "021234567"
