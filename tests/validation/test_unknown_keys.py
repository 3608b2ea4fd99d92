"""Fields at a level that does not have them: each is told where it belongs, and following that leads to the end."""

import re
from pathlib import Path

import pytest

from generator.model import ShapeKind, fields_of
from generator.problems import Problem
from tests.lint.test_hints_followed import followed
from tests.validation.test_concepts import MODELS, PROCEDURE, errors_of, fitting_value, laid_out

INDENTS = {match[2]: match[1] for match in re.finditer(r"^( *)\{(\w+)\}", PROCEDURE, re.MULTILINE)}
"""How far the keys of each level stand in, by its name in small letters; what is written in braces has no lines."""
LEVELS = [name for name in MODELS if name.lower() in INDENTS]
FIELDS = {key: field for model in MODELS.values() for key, field in fields_of(model).items()}
OF_PROCEDURES = {key for name in LEVELS for key in fields_of(MODELS[name])} - {
    key for name in ("Role", "Form", "Reference") for key in fields_of(MODELS[name])
}


def told_at(level: str, keys: list[str], root: Path) -> dict[str, Problem]:
    """What is told of unknown keys of one thing, by the key at whose place it is told."""
    lines = f"\n{INDENTS[level.lower()]}".join(f"{key}: ก" for key in keys)
    problems = errors_of(laid_out(root, level, lines))
    text = (root / "procedures/office-work/letters.yml").read_text(encoding="utf-8").split("\n")
    return {text[each.location.line - 1].strip().partition(":")[0]: each for each in problems}


@pytest.mark.parametrize("level", LEVELS)
def test_a_field_of_another_level_is_told_where_it_belongs(level: str, tmp_path: Path) -> None:
    known = fields_of(MODELS[level])
    foreign = sorted(OF_PROCEDURES - known.keys())
    told = told_at(level, foreign, tmp_path / "project")
    assert told
    for key, problem in told.items():
        said = f"{problem.message} {problem.hint}"
        homes = [name for name in MODELS if key in fields_of(MODELS[name])]
        assert "เยื้องหน้าบรรทัด" not in problem.hint
        assert "ช่องที่ใช้ได้ตรงนี้คือ" not in problem.hint, (key, problem.hint)
        names = re.findall(r"[a-z_]+", said.replace(key, "", 1))
        assert set(names) & (FIELDS.keys() | {"steps"}), (key, homes, said)


@pytest.mark.parametrize(
    ("level", "line", "message", "hint"),
    [
        (
            "Outcome",
            "duration: 3 วัน",
            (
                "ไม่มีช่องชื่อ “duration” ตรงนี้ เรื่องนี้เขียนในช่อง duration (ระยะเวลา) "
                "ที่ระดับขั้นตอน (ตรงกับ text ของขั้นตอนนั้น)"
            ),
            (
                "ลบบรรทัดนี้ แล้วเขียนที่ระดับขั้นตอน (ตรงกับ text ของขั้นตอนนั้น) แบบนี้ “duration: 3 วัน” "
                "(ตรงนี้ใช้ได้เฉพาะช่อง label, go, tone)"
            ),
        ),
        (
            "Outcome",
            "place: ห้องประชุม",
            ("ไม่มีช่องชื่อ “place” ตรงนี้ เรื่องนี้เขียนในช่อง detail (รายละเอียด) ที่ระดับขั้นตอน (ตรงกับ text ของขั้นตอนนั้น)"),
            (
                "ลบบรรทัดนี้ แล้วเขียนที่ระดับขั้นตอน (ตรงกับ text ของขั้นตอนนั้น) แบบนี้ “detail: ห้องประชุม” "
                "(ตรงนี้ใช้ได้เฉพาะช่อง label, go, tone)"
            ),
        ),
        (
            "DocumentControl",
            "note: ใช้ภายใน",
            ("ไม่มีช่องชื่อ “note” ตรงนี้ เรื่องนี้เขียนในช่อง summary (สรุป) ที่ระดับงาน (ชิดซ้ายสุดของไฟล์)"),
            "ลบบรรทัดนี้ แล้วเพิ่มบรรทัดเหล่านี้ท้ายไฟล์ procedures/office-work/letters.yml: “summary: ใช้ภายใน”",
        ),
        (
            "Service",
            "place: ชั้น 1",
            "ช่อง “place” (สถานที่) อยู่ใน “channels” (ช่องทางและเวลาให้บริการ)",
            (
                "ย้ายบรรทัดนี้ไปไว้ใต้ “channels:” ที่มีอยู่แล้ว ให้ตรงแนวกับช่องอื่นในนั้น "
                "ถ้าเป็นข้อใหม่เขียนเป็น “  - name: …” “    place: …”"
            ),
        ),
        (
            "Step",
            "hours: จันทร์ถึงศุกร์",
            "ไม่มีช่องชื่อ “hours” เรื่องนี้เขียนในช่อง duration (ระยะเวลา)",
            None,
        ),
        (
            "Outcome",
            "url: https://a.example",
            "ช่อง “url” ใช้ตรงนี้ไม่ได้ ช่องชื่อนี้อยู่ใน service › channels, service › complaints",
            (
                "ลบบรรทัดนี้ หรือย้ายไปไว้ในข้อที่ต้องการของ service › channels, service › complaints "
                "(ตรงนี้ใช้ได้เฉพาะช่อง label, go, tone)"
            ),
        ),
        (
            "Signature",
            "code: A-1",
            "ไม่มีช่องชื่อ “code” ตรงนี้ เรื่องนี้เขียนในช่อง code (รหัสเอกสาร) ใน document_control",
            "ลบบรรทัดนี้ แล้วเขียนใน document_control แบบนี้ “code: A-1” (ตรงนี้ใช้ได้เฉพาะช่อง role, date)",
        ),
        (
            "Channel",
            "total_time: 3 วัน",
            "ไม่มีช่องชื่อ “total_time” ตรงนี้ เรื่องนี้เขียนในช่อง total_time (ระยะเวลารวม) ใน service",
            (
                "ลบบรรทัดนี้ แล้วเขียนใน service แบบนี้ “total_time: 3 วัน” "
                "(ตรงนี้ใช้ได้เฉพาะช่อง name, place, hours, phone, url)"
            ),
        ),
        (
            "Channel",
            "tone: good",
            "ช่อง “tone” (ผลต่อผู้เกี่ยวข้อง) ใช้ตรงนี้ไม่ได้ ช่องนี้อยู่ใน “ends” (จุดจบของงาน) ที่ระดับงาน (ชิดซ้ายสุดของไฟล์)",
            None,
        ),
        (
            "Revision",
            "revised: 2",
            "ไม่มีช่องชื่อ “revised”",
            "ช่องที่ใช้ได้ตรงนี้คือ number, date, changes",
        ),
    ],
)
def test_what_is_told(level: str, line: str, message: str, hint: str | None, tmp_path: Path) -> None:
    root = laid_out(tmp_path / "project", level, line)
    (problem,) = errors_of(root)
    assert (problem.message, problem.hint if hint is not None else None) == (message, hint)
    list(followed(root, tmp_path))


def test_what_there_can_be_only_one_of_is_not_told_to_be_joined(tmp_path: Path) -> None:
    root = laid_out(tmp_path / "project", "Signature", "title: งานอื่น")
    (problem,) = errors_of(root)
    assert problem.hint == (
        "ช่อง title มีได้ค่าเดียว ลบบรรทัดนี้ออก ถ้าค่านี้คือค่าที่ถูกต้อง ให้เปลี่ยนค่าที่มีอยู่แล้วเป็น “title: งานอื่น”"
    )


@pytest.mark.parametrize("level", ["Outcome", "Signature", "Channel", "Indicator"])
def test_what_fits_a_level_around_is_moved_there(level: str, tmp_path: Path) -> None:
    moved = 0
    for key in sorted(fields_of(MODELS["Step"]).keys() - fields_of(MODELS[level]).keys()):
        shape = fields_of(MODELS["Step"])[key].shape
        if shape.model is not None or (shape.kind is ShapeKind.LIST and shape.item and shape.item.model):
            continue
        folder = tmp_path / key
        folder.mkdir()
        root = laid_out(folder / "project", level, f"{key}: {fitting_value(shape)}")
        moved += "unknown-key" in list(followed(root, folder))
    assert moved or level != "Outcome"
