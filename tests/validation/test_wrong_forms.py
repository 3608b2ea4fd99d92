"""Values of the wrong form: what is advised is accepted, and following it leads to the end."""

import re
from pathlib import Path

import pytest

from generator.assembly import load_manual
from generator.model import Manner, Shape, fields_of
from tests.lint.test_hints_followed import followed
from tests.validation.test_concepts import CATALOGUE_OF, MODELS, PROCEDURE, fitting_value, laid_out


def told(root: Path) -> list[tuple[str, str, str]]:
    """What is wrong in a project's errors: the rule, the place without the folder, the hint."""
    return [(each.rule, str(each.location).rpartition("/")[2], each.hint) for each in load_manual(root)[1]]


@pytest.mark.parametrize(
    ("level", "line", "rule", "hint"),
    [
        (
            "Step",
            "accountable: [clerk, head]",
            "wrong-type",
            "เปลี่ยนบรรทัดนี้เป็น “accountable: clerk” หรือเลือกรหัสอื่นรหัสเดียวจากที่เขียนไว้",
        ),
        ("Step", "role: {id: clerk, title: ธุรการ}", "wrong-type", "เปลี่ยนบรรทัดนี้เป็น “role:” “  - clerk”"),
        ("Step", "role: clerk, head", "bad-id", "เขียนเป็น [clerk, head]"),
        ("Step", 'role: "clerk, head"', "bad-id", "เขียนเป็น [clerk, head]"),
        ("Step", "informed: clerk; head", "bad-id", "เขียนเป็น [clerk, head]"),
        ("Step", 'role: ["clerk, head"]', "bad-id", None),
        ("Step", "role:\n      - clerk, head", "bad-id", "เปลี่ยนบรรทัดนี้เป็น “- clerk” “- head”"),
        ("Step", "output: [หนังสือ, บันทึก]", "wrong-type", "เปลี่ยนบรรทัดนี้เป็น “output: หนังสือ, บันทึก”"),
        ("Procedure", "summary: {text: รับหนังสือ}", "wrong-type", "เปลี่ยนบรรทัดนี้เป็น “summary: รับหนังสือ”"),
        ("Procedure", "related: {id: letters}", "wrong-type", "เปลี่ยนบรรทัดนี้เป็น “related:” “  - letters”"),
        (
            "Procedure",
            "scope: รับ, ส่ง, เก็บ",
            "wrong-type",
            "ขึ้นบรรทัดใหม่ เยื้องสองช่อง แล้วเขียนบรรทัดละข้อ คือ “- รับ” “- ส่ง” “- เก็บ”",
        ),
        ("Outcome", "go: ลงทะเบียนรับหนังสือ", "duplicate-key", None),
        (
            "DocumentControl",
            "reviewed:\n    - role: head\n      date: 2568\n    - role: clerk",
            "wrong-type",
            "เปลี่ยนบรรทัดนี้เป็น “reviewed:” “  role: head” “  date: 2568” หรือเลือกข้ออื่นข้อเดียวจากที่เขียนไว้",
        ),
        (
            "Procedure",
            "effective: [2568, 2569]",
            "wrong-type",
            "เปลี่ยนบรรทัดนี้เป็น “effective: 2568” หรือเลือกค่าอื่นค่าเดียวจากที่เขียนไว้",
        ),
        (
            "Procedure",
            "summary:\n  - รับ: ลงทะเบียน\n  - ส่ง: ออกเลข",
            "wrong-type",
            'เปลี่ยนบรรทัดนี้เป็น “summary: "รับ: ลงทะเบียน, ส่ง: ออกเลข"”',
        ),
    ],
)
def test_what_is_advised_instead(level: str, line: str, rule: str, hint: str | None, tmp_path: Path) -> None:
    root = laid_out(tmp_path / "project", level, line)
    roles = root / "procedures/catalogue/roles.yml"
    roles.write_text(
        roles.read_text(encoding="utf-8") + "head:\n  title: หัวหน้า\n  kind: person\n", encoding="utf-8"
    )
    told_rules = {found: advised for found, _, advised in told(root) if found != "unused-entry"}
    assert rule in told_rules
    if hint is not None:
        assert told_rules[rule] == hint
        assert rule in list(followed(root, tmp_path))


def test_keys_where_an_id_is_wanted_are_told_to_move(tmp_path: Path) -> None:
    root = laid_out(tmp_path / "project", "Procedure", "forms:\n  - title: แบบคำขอ\n    number: '1'")
    (found,) = [each for each in told(root) if each[0] == "wrong-type"]
    assert found == (
        "wrong-type",
        "letters.yml:4:5",
        "ย้ายช่องเหล่านี้ไปไว้ใน procedures/catalogue/forms.yml ใต้รหัสที่ตั้งเอง แล้วใส่เฉพาะรหัสนั้นตรงนี้",
    )


@pytest.mark.parametrize(
    ("go", "hint"),
    [
        ("ปิดเรื่อง", "เพิ่มบรรทัด “id: new-step-1” เหนือ “text: ปิดเรื่อง” (ขั้นตอนที่ 2) แล้วเขียน “new-step-1” ตรงนี้"),
        ("ปิด", "เพิ่มบรรทัด “id: new-step-1” เหนือ “text: ปิดเรื่อง” (ขั้นตอนที่ 2) แล้วเขียน “new-step-1” ตรงนี้"),
        ("รับเรื่อง", "ต้องการเขียน “receive” ใช่หรือไม่ (ขั้นตอนที่มีรหัสคือ receive)"),
        (
            "ส่งกลับ",
            (
                "ตั้งรหัสให้ขั้นตอนที่จะไปต่อ ด้วยบรรทัด “id: new-step-1” ในขั้นตอนนั้น แล้วเขียน “new-step-1” ตรงนี้ "
                "หรือเลือกรหัสที่มี คือ receive หรือเขียน “end” เพื่อจบงาน"
            ),
        ),
    ],
)
def test_a_target_in_thai_leads_to_an_id(go: str, hint: str, tmp_path: Path) -> None:
    root = laid_out(tmp_path / "project", "Step", "")
    outcomes = f"    outcomes:\n      - label: ครบ\n      - label: ไม่ครบ\n        go: {go}\n"
    first = f"  - id: receive\n    text: รับเรื่อง\n{outcomes}"
    text = f"title: ก\nowner: clerk\nsteps:\n{first}  - text: ปิดเรื่อง\n  - text: เก็บ\n"
    (root / "procedures/office-work/letters.yml").write_text(text, encoding="utf-8")
    assert ("go-to-nowhere", "letters.yml:9:13", hint) in told(root)
    assert "go-to-nowhere" in list(followed(root, tmp_path))


@pytest.mark.parametrize("values", ["", "values:\n  office_system: ระบบสารบรรณ\n"])
def test_a_value_with_a_thai_name_leads_to_one_with_an_english_name(values: str, tmp_path: Path) -> None:
    root = laid_out(tmp_path / "project", "Procedure", "summary: ใช้ ${ระบบบัญชี}")
    settings = root / "procedures/manual.yml"
    settings.write_text(settings.read_text(encoding="utf-8") + values, encoding="utf-8")
    assert "unknown-value" in list(followed(root, tmp_path))


def test_a_value_that_is_called_by_its_text_is_known(tmp_path: Path) -> None:
    root = laid_out(tmp_path / "project", "Procedure", "summary: ใช้ ${ระบบสารบรรณ}")
    settings = root / "procedures/manual.yml"
    known = "values:\n  office_system: ระบบสารบรรณ\n"
    settings.write_text(settings.read_text(encoding="utf-8") + known, encoding="utf-8")
    assert "ต้องการเขียน “${office_system}” ใช่หรือไม่" in [hint for _, _, hint in told(root)]


def may_be_a_list(shape: Shape) -> bool:
    """Whether a list may stand there: of things, or for a thing by its short form."""
    short = fields_of(shape.model).get(shape.model.short_form) if shape.model else None
    return shape.item is not None or (short is not None and short.shape.takes_one)


ONE = re.compile("ใส่ได้ค่าเดียว|ใส่ได้รหัสเดียว|เป็นข้อความเดียว|มีได้ข้อเดียว")
LEVELS = {
    name: [key for key, field in fields_of(model).items() if not may_be_a_list(field.shape)]
    for name, model in MODELS.items()
    if f"{{{name.lower()}}}" in PROCEDURE or name in CATALOGUE_OF
}


@pytest.mark.parametrize(
    ("level", "key"), [(level, key) for level, keys in LEVELS.items() for key in keys], ids="-".join
)
def test_a_list_where_one_is_wanted_is_told_that_there_is_only_one(
    level: str, key: str, tmp_path: Path
) -> None:
    value = fitting_value(fields_of(MODELS[level])[key].shape)
    root = laid_out(tmp_path / "project", level, f"{key}: [{value}, {value}]")
    problems = [each for each in load_manual(root)[1] if each.rule in ("wrong-type", "duplicate-key")]
    assert problems
    for problem in problems:
        if problem.rule == "wrong-type" and f"“{key}”" in problem.message:
            assert ONE.search(problem.message) or fields_of(MODELS[level])[key].manner is Manner.PHONE
            assert f"“{key}:" in problem.hint or f"เขียนเป็น {key}:" in problem.hint


@pytest.mark.parametrize(
    ("line", "advised"),
    [
        ("role: clerk และ head", "เขียนเป็น [clerk, head]"),
        ("role: clerk/head", "เขียนเป็น [clerk, head]"),
        ("role: เจ้าหน้าที่ธุรการ และ หัวหน้า", "เขียนเป็น [clerk, head]"),
        ("role: เจ้าหน้าที่ธุรการและหัวหน้า", "เขียนเป็น [clerk, head]"),
        ("informed: หัวหน้า, clerk", "เขียนเป็น [head, clerk]"),
        ("role:\n      - หัวหน้า + เจ้าหน้าที่ธุรการ", "เปลี่ยนบรรทัดนี้เป็น “- head” “- clerk”"),
        ("role: ฝ่ายรับและส่ง", "เขียนเป็น “both”"),
        ("role: หัวหน้าและใครก็ได้", "เขียนรหัส (ซ้ายสุด)"),
    ],
)
def test_several_names_in_one_text_are_told_as_the_ids_that_they_mean(
    line: str, advised: str, tmp_path: Path
) -> None:
    root = laid_out(tmp_path / "project", "Step", line)
    roles = root / "procedures/catalogue/roles.yml"
    entries = "head:\n  title: หัวหน้า\n  kind: person\nboth:\n  title: ฝ่ายรับและส่ง\n  kind: unit\n"
    roles.write_text(roles.read_text(encoding="utf-8") + entries, encoding="utf-8")
    (hint,) = [hint for rule, _, hint in told(root) if rule == "bad-id"]
    assert hint.startswith(advised)
