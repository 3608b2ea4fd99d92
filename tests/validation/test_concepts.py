"""What authors try under keys that no field has: each word leads to its field, and following the advice to the end."""

import shutil
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from string import Formatter

import pytest
import yaml

import generator.lint
from generator.assembly import load_manual
from generator.model import Frozen, Shape, ShapeKind, fields_of, models_within, record
from generator.model.catalogue import Form, Reference, Role, Term
from generator.model.procedure import Outcome, Procedure, Step
from generator.problems import Problem
from generator.validation.concepts import Concept, concepts, concepts_at, key_meant, words_of_concepts
from tests.lint.test_hints_followed import followed

EXAMPLE = Path(generator.lint.__file__).with_name("example")
MODELS: dict[str, type[Frozen]] = {
    each.__name__: each
    for whole in (Procedure, Role, Reference, Form, Term)
    for each in models_within(record(whole))
}
PROCEDURE = """\
title: งานรับหนังสือ
owner: clerk
{procedure}definitions:
  - term: หนังสือ
    meaning: เอกสาร
    {definition}
document_control:
  {documentcontrol}
  prepared:
    role: clerk
    {signature}
  revisions:
    - number: "1"
      {revision}
service:
  applicants:
    - name: ประชาชน
      {applicant}
  channels:
    - name: เคาน์เตอร์บริการ
      {channel}
  documents:
    - name: บัตรประจำตัวประชาชน
      {servicedocument}
  fees:
    - item: ค่าใบอนุญาต
      amount: 10 บาท
      {fee}
  complaints:
    - name: ศูนย์ดำรงธรรม
      {complaint}
  {service}
indicators:
  - name: ร้อยละ
    {indicator}
steps:
  - id: check
    text: ตรวจหนังสือ
    {step}
    outcomes:
      - label: ครบถ้วน
      - label: ไม่ครบถ้วน
        go: check
        {outcome}
  - id: register
    text: ลงทะเบียนรับหนังสือ
    role: clerk
    references: [{{id: law, {citation}}}]
    risks: [{{risk: เอกสารหาย, {risk}}}]
    forms: [slip]
"""
CATALOGUES = {
    "roles": "clerk:\n  title: เจ้าหน้าที่ธุรการ\n  kind: person\n  {entry}\n",
    "references": "law:\n  type: act\n  title: พระราชบัญญัติ\n  {entry}\n",
    "forms": "slip:\n  title: ใบรับหนังสือ\n  {entry}\n",
    "terms": "letter:\n  term: หนังสือราชการ\n  {entry}\n",
}
CATALOGUE_OF = {"Role": "roles", "Reference": "references", "Form": "forms", "Term": "terms"}


def laid_out(root: Path, level: str, line: str) -> Path:
    """A project with a line at one level, and nothing else that is wrong."""
    shutil.copytree(EXAMPLE, root)
    lines = dict.fromkeys((name for _, name, _, _ in Formatter().parse(PROCEDURE) if name), "")
    at_level = (
        {level.lower(): f"{line}\n" if level == "Procedure" else line} if level.lower() in lines else {}
    )
    text = PROCEDURE.format(**lines | at_level)
    (root / "procedures/office-work/letters.yml").write_text(_without_blanks(text), encoding="utf-8")
    for name, entry in CATALOGUES.items():
        text = entry.format(entry=line if CATALOGUE_OF.get(level) == name else "")
        (root / f"procedures/catalogue/{name}.yml").write_text(_without_blanks(text), encoding="utf-8")
    return root


def _without_blanks(text: str) -> str:
    return "".join(f"{line}\n" for line in text.split("\n") if line.strip())


def errors_of(root: Path) -> list[Problem]:
    """What is to be mended in a project."""
    return [each for each in load_manual(root)[1] if each.rule == "unknown-key"]


def fitting_value(shape: Shape) -> str:
    """A value that a field takes, so that the advice says what to write."""
    inner = shape.item or shape
    if inner.kind is ShapeKind.IDENTIFIER:
        return {"role": "clerk", "reference": "law", "form": "slip", "step": "register"}.get(
            inner.points_at or "", "letters"
        )
    if inner.kind is ShapeKind.CHOICE:
        return inner.choices[0]
    return {ShapeKind.DURATION: "3 วัน", ShapeKind.DATE: "2568", ShapeKind.STRING: "https://a.example/b"}.get(
        inner.kind, "ทุกเดือน"
    )


AROUND = {"Step": ("Procedure",), "Outcome": ("Step", "Procedure"), "Definition": ("Procedure",)}
"""The levels around a level, nearest first."""


def applies(concept: Concept, level: str) -> bool:
    """Whether a concept says anything at a level, as the models are."""
    if level not in concept.at:
        return False
    fields = (fields_of(MODELS[each]).get(concept.field) for each in (level, *AROUND.get(level, ())))
    return bool(concept.tell) or any(
        field is not None and getattr(field.shape, "is_rich", False) >= concept.rich for field in fields
    )


def tried() -> Iterator[tuple[Concept, str, str]]:
    """Each concept that says anything, with the first level and word at which none before it does."""
    taken_at: dict[str, set[str]] = {level: set() for level in MODELS}
    for concept in concepts():
        for level in concept.at:
            taken = taken_at[level]
            words = concept.words or next(iter((concept.parts or {}).values()))
            free = [word for word in words if word not in taken and word not in fields_of(MODELS[level])]
            if applies(concept, level) and free:
                yield concept, level, free[0]
                break
        for level in filter(partial(applies, concept), MODELS):
            taken_at[level].update(word for other, word in words_of_concepts() if other is concept)


TRIED = list(tried())


@pytest.mark.parametrize(("concept", "level", "word"), TRIED, ids=[f"{each[1]}-{each[2]}" for each in TRIED])
def test_the_advice_leads_to_the_end(concept: Concept, level: str, word: str, tmp_path: Path) -> None:
    field = fields_of(MODELS[level]).get(concept.field)
    value = fitting_value(field.shape) if field is not None else "ข้อความ"
    root = laid_out(tmp_path / "project", level, f"{word}: {value}")
    (problem,) = errors_of(root)
    assert concept.field in problem.message
    assert concept.tell in problem.hint
    is_written_out = any(each in problem.hint for each in ("เปลี่ยนบรรทัดนี้เป็น", "ท้ายไฟล์", "ให้ลบตรงนี้ออก"))
    assert ("unknown-key" in list(followed(root, tmp_path))) is is_written_out


IN_PARTS = [
    (concept, level)
    for concept in concepts()
    for level in concept.at
    if len(concept.parts or {}) > 1 and concept.field in fields_of(MODELS[level])
]


@pytest.mark.parametrize(("concept", "level"), IN_PARTS)
def test_what_stands_side_by_side_is_told_at_once(concept: Concept, level: str, tmp_path: Path) -> None:
    shape = fields_of(MODELS[level])[concept.field].shape
    inner = (shape.item or shape).model
    assert inner is not None
    indent = {"Procedure": "", "Step": "    "}[level]
    lines = [
        f"{words[0]}: {fitting_value(fields_of(inner)[part].shape)}"
        for part, words in list((concept.parts or {}).items())[:2]
    ]
    root = laid_out(tmp_path / "project", level, f"\n{indent}".join(lines))
    (problem,) = errors_of(root)
    assert all(f"“{line.partition(':')[0]}”" in problem.message for line in lines)
    list(followed(root, tmp_path))


JOINED = {
    "often and by when": ("repeat: ทุกเดือน", "due: วันที่ 5 ของเดือนถัดไป"),
    "a picture and a call": ("image: images/a.png", "contact: โทร. 5599", "caution: ร้อน"),
    "limits": ("limit: ≤ 5%", "tolerance: ± 5%", "อุณหภูมิ: 25 °C"),
    "several who do it": ("ผู้ปฏิบัติ: clerk", "officer: [clerk]"),
    "papers": ("law: law", "policy: [law]"),
}


@pytest.mark.parametrize("lines", JOINED.values(), ids=JOINED)
def test_what_belongs_in_one_field_is_told_as_one(lines: tuple[str, ...], tmp_path: Path) -> None:
    root = laid_out(tmp_path / "project", "Step", "\n    ".join(lines))
    (root / "docs/images").mkdir(parents=True)
    (root / "docs/images/a.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (problem,) = errors_of(root)
    for line in lines:
        key, _, value = line.partition(": ")
        assert f"“{key}”" in problem.message
        assert problem.hint.count(value.strip("[]")) == 1
    assert "unknown-key" in list(followed(root, tmp_path))


def test_what_is_too_long_for_a_message_is_shown_with_fewer_keys(tmp_path: Path) -> None:
    lines = "audience: ก\nchannels: [ก]\nfees: ก\ndocuments: [ข]\ncomplaints: [ค]\ntotal_time: 5 วัน\n"
    text = PROCEDURE.replace(PROCEDURE[PROCEDURE.index("service:") : PROCEDURE.index("indicators:")], "")
    root = laid_out(tmp_path / "project", "Procedure", "")
    fields = dict.fromkeys((name for _, name, _, _ in Formatter().parse(text) if name), "")
    file = root / "procedures/office-work/letters.yml"
    file.write_text(_without_blanks(text.format(**fields | {"procedure": lines})), encoding="utf-8")
    (problem,) = errors_of(root)
    for key in ("applicants", "channels", "documents", "fees", "total_time", "complaints"):
        assert f"  {key}:" in problem.hint
    assert problem.hint.count("“") == problem.hint.count("”")  # no line is cut


def test_every_field_that_is_advised_exists() -> None:
    for concept in concepts():
        assert concept.at, concept
        assert bool(concept.tell) != bool(concept.field), concept
        homes = [model for model in MODELS.values() if concept.field in fields_of(model)]
        assert concept.tell or homes, concept.field


def test_every_part_is_one_of_its_field() -> None:
    for concept in concepts():
        for home in (
            model for model in MODELS.values() if concept.parts and concept.field in fields_of(model)
        ):
            shape = fields_of(home)[concept.field].shape
            inner = (shape.item or shape).model
            assert inner is not None
            assert set(concept.parts or ()) <= set(fields_of(inner)), concept.field


def test_no_word_is_said_twice_of_one_concept() -> None:
    seen = set()
    for concept, word in words_of_concepts():
        assert (id(concept), word) not in seen, word
        seen.add((id(concept), word))


@pytest.mark.parametrize(
    ("level", "line", "hint"),
    [
        ("Step", "responsible: clerk", "เปลี่ยนบรรทัดนี้เป็น “role: clerk”"),
        ("Step", "ผู้รับผิดชอบ: clerk", "เปลี่ยนบรรทัดนี้เป็น “role: clerk”"),
        ("Step", "assignee: [clerk]", "เปลี่ยนบรรทัดนี้เป็น “role:” “  - clerk”"),
        ("Step", "Approved-By: clerk", "เปลี่ยนบรรทัดนี้เป็น “accountable: clerk”"),
        ("Step", "contact: 'โทร: 5599'", 'เปลี่ยนบรรทัดนี้เป็น “detail: "โทร: 5599"”'),
        ("Procedure", "legal_basis: [law]", "เปลี่ยนบรรทัดนี้เป็น “references:” “  - law”"),
        (
            "Outcome",
            "note: แจ้งผู้ส่ง",
            (
                "ลบบรรทัดนี้ แล้วเขียนที่ระดับขั้นตอน (ตรงกับ text ของขั้นตอนนั้น) แบบนี้ “detail: แจ้งผู้ส่ง” "
                "(ตรงนี้ใช้ได้เฉพาะช่อง label, go, tone)"
            ),
        ),
        (
            "Step",
            "attachments: {a: b}",
            "ย้ายสิ่งที่เขียนไว้มาเขียนแบบนี้ “forms:” “  - …” (รหัสแบบฟอร์มใน catalogue/forms.yml)",
        ),
        ("Role", "department: clerk", "เปลี่ยนบรรทัดนี้เป็น “part_of: clerk”"),
    ],
)
def test_what_was_written_is_put_where_it_belongs(level: str, line: str, hint: str, tmp_path: Path) -> None:
    (problem,) = errors_of(laid_out(tmp_path / "project", level, line))
    assert problem.hint == hint


def test_a_field_that_is_there_is_not_advised_again(tmp_path: Path) -> None:
    line = "detail: ดูคู่มือ\n    หมายเหตุ: ด่วน"
    (problem,) = errors_of(laid_out(tmp_path / "project", "Step", line))
    assert problem.hint == "ใส่รวมไว้ในช่อง detail ที่มีอยู่แล้ว แบบนี้ “detail: ด่วน” แล้วลบบรรทัดนี้"
    assert str(problem.location) == "procedures/office-work/letters.yml:29:5"


def test_a_slip_of_a_key_stays_a_slip(tmp_path: Path) -> None:
    (problem,) = errors_of(laid_out(tmp_path / "project", "Step", "durations: 3 วัน"))
    assert problem.hint.startswith("ต้องการเขียน “duration”")


def test_a_key_that_means_a_needed_one_explains_why_that_lacks(tmp_path: Path) -> None:
    root = laid_out(tmp_path / "project", "Role", "")
    (root / "procedures/catalogue/roles.yml").write_text(
        "clerk:\n  ชื่อเรื่อง: ธุรการ\n  kind: person\n", encoding="utf-8"
    )
    assert key_meant("ชื่อเรื่อง", Role) == "title"
    assert [each.rule for each in load_manual(root)[1]] == ["unknown-key"]
    assert key_meant("label", Outcome) is None
    assert key_meant("steps", Step) is None


OFFICES_KEYS: dict[str, list[str]] = yaml.safe_load(
    Path(__file__).with_name("tried_keys.yml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("level", OFFICES_KEYS)
def test_what_forms_of_offices_have_means_a_field_or_something_to_do(level: str) -> None:
    levels = [MODELS[each] for each in (level, *AROUND.get(level, ()))]
    keys = [
        key for key in OFFICES_KEYS[level] if not any(key in fields_of(model) for model in MODELS.values())
    ]
    assert len(keys) > 10
    assert [key for key in keys if not any(any(concepts_at(model, key)) for model in levels)] == []
