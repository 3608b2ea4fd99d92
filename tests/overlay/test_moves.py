"""Steps that an edition moves: the check, the page, the comparison and ``khumue accept`` say the same of each."""

from pathlib import Path

import pytest

from tests.support.moving import EDITION, khumue, laid_out, told_by_check, told_by_compare, told_by_the_page

MOVES: dict[str, tuple[list[str], list[str], list[str]]] = {
    "as it is": (
        ["{remove: steps/copy}", "{insert_after: steps/register, with: {id: copy, text: คัดสำเนา}}"],
        ["ย้ายขั้นตอน 3 (ขั้นตอน 6 ในต้นฉบับร่วม) ไปไว้หลังขั้นตอน 2"],
        ["↕ ขั้นตอนที่ 6 → 3: คัดสำเนา"],
    ),
    "reworded": (
        ["{remove: steps/copy}", "{insert_after: steps/register, with: {id: copy, text: ถ่ายเอกสารเก็บ}}"],
        ["ย้ายขั้นตอน 3 (ขั้นตอน 6 ในต้นฉบับร่วม) ไปไว้หลังขั้นตอน 2 และแก้ข้อความ"],
        ["~ ขั้นตอนที่ 6 → 3 (ย้ายที่ด้วย): [-คัดสำเนา-]{+ถ่ายเอกสารเก็บ+}"],
    ),
    "no id": (
        ["{remove: steps/copy}", "{insert_before: steps/check, with: {text: คัดสำเนา}}"],
        ["ย้ายขั้นตอน 3 (ขั้นตอน 6 ในต้นฉบับร่วม) ไปไว้ก่อนขั้นตอน 4"],
        ["↕ ขั้นตอนที่ 6 → 3: คัดสำเนา"],
    ),
    "new id": (
        ["{insert_after: steps/deliver, with: {id: scan, text: คัดสำเนา}}", "{remove: steps/copy}"],
        ["ย้ายขั้นตอน 7 (ขั้นตอน 6 ในต้นฉบับร่วม) ไปไว้หลังขั้นตอน 6"],
        ["↕ ขั้นตอนที่ 6 → 7: คัดสำเนา"],
    ),
    "to the end of the list": (
        ["{remove: steps/register}", "{add: steps, with: {id: register, text: ลงทะเบียน}}"],
        ["ย้ายขั้นตอน 7 (ขั้นตอน 2 ในต้นฉบับร่วม) ไปไว้หลังขั้นตอน 6"],
        ["↕ ขั้นตอนที่ 2 → 7: ลงทะเบียน"],
    ),
    "first of two": (
        [
            "{remove: steps/copy}",
            "{insert_after: steps/check, with: [{id: copy, text: คัดสำเนา}, {id: file, text: เก็บเข้าแฟ้ม}]}",
        ],
        ["ย้ายขั้นตอน 4 (ขั้นตอน 6 ในต้นฉบับร่วม) ไปไว้หลังขั้นตอน 3", "เพิ่มขั้นตอน 5 หลังขั้นตอน 4"],
        ["↕ ขั้นตอนที่ 6 → 4: คัดสำเนา", "+ ขั้นตอนที่ 5: เก็บเข้าแฟ้ม"],
    ),
    "two to one place": (
        [
            "{remove: steps/copy}",
            "{insert_after: steps/receive, with: {id: copy, text: คัดสำเนา}}",
            "{remove: steps/sign}",
            "{insert_after: steps/receive, with: {id: sign, text: ลงนาม}}",
        ],
        [
            "ย้ายขั้นตอน 2 (ขั้นตอน 6 ในต้นฉบับร่วม) ไปไว้หลังขั้นตอน 1",
            "ย้ายขั้นตอน 3 (ขั้นตอน 5 ในต้นฉบับร่วม) ไปไว้หลังขั้นตอน 2",
        ],
        ["↕ ขั้นตอนที่ 6 → 2: คัดสำเนา", "↕ ขั้นตอนที่ 5 → 3: ลงนาม"],
    ),
    "past a decision beside it": (
        ["{remove: steps/register}", "{insert_after: steps/check, with: {id: register, text: ลงทะเบียน}}"],
        ["ย้ายขั้นตอน 3 (ขั้นตอน 2 ในต้นฉบับร่วม) ไปไว้หลังขั้นตอน 2"],
        ["↕ ขั้นตอนที่ 2 → 3: ลงทะเบียน"],
    ),
    "past many others": (
        [
            "{remove: steps/propose}",
            "{remove: steps/sign}",
            "{remove: steps/copy}",
            "{insert_after: steps/deliver, with: [{id: propose, text: เสนอผู้อำนวยการ}, {id: sign, text: ลงนาม}]}",
            "{add: steps, with: {id: copy, text: คัดสำเนา}}",
        ],
        [
            "ย้ายขั้นตอน 5 (ขั้นตอน 4 ในต้นฉบับร่วม) ไปไว้หลังขั้นตอน 4",
            "ย้ายขั้นตอน 6 (ขั้นตอน 5 ในต้นฉบับร่วม) ไปไว้หลังขั้นตอน 5",
            "ย้ายขั้นตอน 7 (ขั้นตอน 6 ในต้นฉบับร่วม) ไปไว้หลังขั้นตอน 6",
        ],
        ["↕ ขั้นตอนที่ 4 → 5: เสนอผู้อำนวยการ", "↕ ขั้นตอนที่ 5 → 6: ลงนาม", "↕ ขั้นตอนที่ 6 → 7: คัดสำเนา"],
    ),
    "nowhere, but reworded": (
        ["{remove: steps/copy}", "{insert_after: steps/sign, with: {id: copy, text: ถ่ายเอกสารเก็บ}}"],
        ["แก้ข้อความของขั้นตอน 6"],
        ["~ ขั้นตอนที่ 6: [-คัดสำเนา-]{+ถ่ายเอกสารเก็บ+}"],
    ),
    "nowhere, as a new one stands before it": (
        [
            "{remove: steps/copy}",
            "{insert_before: steps/copy, with: [{id: copy, text: คัดสำเนา}, {id: file, text: เก็บเข้าแฟ้ม}]}",
        ],
        ["เพิ่มขั้นตอน 7 ก่อนขั้นตอน 8"],
        ["+ ขั้นตอนที่ 7: เก็บเข้าแฟ้ม"],
    ),
}


NAMES = {case: f"case-{number}" for number, case in enumerate(MOVES)}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with all of them, accepted and built."""
    changes = {NAMES[case]: changes for case, (changes, _, _) in MOVES.items()}
    root = laid_out(tmp_path_factory.mktemp("moves"), changes)
    assert khumue("accept", "khonkaen5-2566", root).exit_code == 0
    result = khumue("build", root, "--quiet", "--jobs", "1")
    assert result.exit_code == 0, result.output
    return root


@pytest.mark.parametrize("case", MOVES)
def test_a_move_is_told_once_and_everywhere_the_same(built: Path, case: str) -> None:
    _, page, compared = MOVES[case]
    assert told_by_compare(built, "base", "khonkaen5-2566", NAMES[case]) == compared
    assert told_by_the_page(built, NAMES[case]) == (str(len(page)), page)


COPY = "{id: copy, text: คัดสำเนา}"


@pytest.mark.parametrize(
    "changes",
    [
        ["{remove: steps/copy}", f"{{insert_after: steps/sign, with: {COPY}}}"],
        ["{remove: steps/copy}", f"{{insert_before: steps/deliver, with: [{COPY}]}}"],
        ["{remove: steps/copy}", f"{{insert_after: steps/copy, with: {COPY}}}"],
        ["{remove: steps/copy}", f"{{insert_before: steps/copy, with: {COPY}}}"],
        ["{remove: steps/copy}", "{insert_after: steps/copy, with: {text: คัดสำเนา}}"],
        ["{remove: steps/copy}", "{insert_after: steps/copy, with: {id: scan, text: คัดสำเนา}}"],
        ["{remove: steps/copy}", f"{{insert_after: steps/sign, with: [{{id: new, text: ใหม่}}, {COPY}]}}"],
        ["{remove: steps/deliver}", "{add: steps, with: {id: deliver, text: ส่งหนังสือออก}}"],
        ["{remove: steps/receive}", "{insert_before: steps/register, with: {id: receive, text: รับเรื่อง}}"],
    ],
)
def test_a_step_that_is_put_back_where_it_was_changes_nothing(tmp_path: Path, changes: list[str]) -> None:
    root = laid_out(tmp_path, {"letters": changes})
    assert told_by_check(root) == [("change-changes-nothing", 5, 16)]
    assert "บรรทัด 6" in khumue("check", root).output
    lines = (root / EDITION).read_text(encoding="utf-8").splitlines()
    (root / EDITION).write_text("\n".join(lines[:2]), encoding="utf-8")
    assert told_by_check(root) == []


def test_two_steps_that_are_put_back_in_their_order_change_nothing(tmp_path: Path) -> None:
    put_back = f"{{insert_after: steps/deliver, with: [{COPY}, {{id: deliver, text: ส่งหนังสือออก}}]}}"
    root = laid_out(tmp_path, {"letters": ["{remove: steps/copy}", "{remove: steps/deliver}", put_back]})
    assert told_by_check(root) == [("change-changes-nothing", line, 16) for line in (5, 6)]


def test_what_changes_something_is_not_refused(built: Path) -> None:
    assert told_by_check(built) == []


def test_a_step_whose_new_id_is_the_end_of_a_way_is_no_repetition(tmp_path: Path) -> None:
    changes = [
        "{remove: steps/copy}",
        "{insert_after: steps/sign, with: {id: scan, text: คัดสำเนา}}",
        "{replace: steps/check/outcomes/ไม่ถูกต้อง/go, with: scan}",
    ]
    assert told_by_check(laid_out(tmp_path, {"letters": changes})) == []


def test_two_reasons_of_a_move_are_told_with_it(tmp_path: Path) -> None:
    changes = [
        "{remove: steps/copy, reason: ไม่ต้องรอลงนาม}",
        f"{{insert_after: steps/check, with: {COPY}, reason: ทำพร้อมการตรวจ}}",
    ]
    root = laid_out(tmp_path, {"letters": changes})
    assert khumue("accept", "khonkaen5-2566", root).exit_code == 0
    assert khumue("build", root, "--quiet", "--jobs", "1").exit_code == 0
    move = "ย้ายขั้นตอน 4 (ขั้นตอน 6 ในต้นฉบับร่วม) ไปไว้หลังขั้นตอน 3"
    assert told_by_the_page(root, "letters") == ("1", [f"{move} เหตุผล: ไม่ต้องรอลงนาม เหตุผล: ทำพร้อมการตรวจ"])


@pytest.mark.parametrize("text", ["คัดสำเนา", "ถ่ายเอกสารเก็บ"])
def test_accepting_calls_a_move_a_move(tmp_path: Path, text: str) -> None:
    inserted = f"{{insert_after: steps/check, with: {{id: copy, text: {text}}}}}"
    root = laid_out(tmp_path, {"letters": ["{remove: steps/copy}", "{remove: steps/sign}", inserted]})
    report = khumue("accept", "khonkaen5-2566", "--dry-run", root).output
    assert ":5:16: ย้าย steps/copy\n" in report
    assert f"  ฉบับนี้: copy · {text}\n" in report
    assert ":6:16: ตัดออก steps/sign\n" in report
    assert report.count("ฉบับนี้: ไม่มีส่วนนี้") == 1


def test_a_base_that_moved_under_a_move_is_told_with_what_the_edition_says(tmp_path: Path) -> None:
    inserted = "{insert_after: steps/check, with: {id: copy, text: ถ่ายเอกสาร}}"
    root = laid_out(tmp_path, {"letters": ["{remove: steps/copy, base: 00000000}", inserted]})
    assert told_by_check(root) == [("base-moved", 5, 34)]
    output = khumue("check", root).output
    assert "ส่วนฉบับนี้ใช้ “copy · ถ่ายเอกสาร”" in output
    assert "ตัดออก" not in output


GROUPED = """
    title: งานวิเคราะห์งบประมาณ
    owner: planning-group
    steps:
      - {id: receive, text: รับเรื่อง}
      - id: prepare
        text: เตรียมเอกสาร
        steps: [{id: gather, text: รวบรวมข้อมูล}, {id: draft, text: ร่างหนังสือ}]
      - {id: sign, text: ลงนาม}
    """
INNER: dict[str, tuple[list[str], list[str], list[str]]] = {
    "out of a step": (
        ["{remove: steps/gather}", "{insert_after: steps/receive, with: {id: gather, text: รวบรวมข้อมูล}}"],
        ["ย้ายขั้นตอน 2 (ขั้นตอน 2.1 ในต้นฉบับร่วม) ไปไว้หลังขั้นตอน 1"],
        ["↕ ขั้นตอนที่ 2.1 → 2: รวบรวมข้อมูล"],
    ),
    "into a new one": (
        [
            "{remove: steps/sign}",
            "{insert_after: steps/receive, with: {text: ปิด, steps: [{id: sign, text: ลงนาม}]}}",
        ],
        ["ย้ายขั้นตอน 2.1 (ขั้นตอน 3 ในต้นฉบับร่วม) ไปไว้ในขั้นตอน 2", "เพิ่มขั้นตอน “ปิด” หลังขั้นตอน 1"],
        ["+ ขั้นตอนที่ 2: ปิด", "↕ ขั้นตอนที่ 3 → 2.1: ลงนาม"],
    ),
    "with its parts": (
        [
            "{remove: steps/prepare}",
            "{insert_after: steps/sign, with: {id: prepare, text: เตรียมเอกสาร, steps: [GATHER, DRAFT]}}".replace(
                "GATHER", "{id: gather, text: รวบรวมข้อมูล}"
            ).replace("DRAFT", "{id: draft, text: ร่างหนังสือราชการ}"),
        ],
        ["ย้ายขั้นตอน 3 (ขั้นตอน 2 ในต้นฉบับร่วม) ไปไว้หลังขั้นตอน 2 และแก้ขั้นตอนย่อย"],
        ["↕ ขั้นตอนที่ 2 → 3: เตรียมเอกสาร", "~ ขั้นตอนที่ 2.2 → 3.2: ร่าง[-หนังสือ-]{+หนังสือราชการ+}"],
    ),
    "without the step around them": (
        [
            "{remove: steps/prepare}",
            "{insert_after: steps/receive, with: [{id: gather, text: รวบรวมข้อมูล}, {id: draft, text: ร่างหนังสือ}]}",
        ],
        [
            "ตัดขั้นตอน “เตรียมเอกสาร”",
            "ย้ายขั้นตอน 2 (ขั้นตอน 2.1 ในต้นฉบับร่วม) ไปไว้หลังขั้นตอน 1",
            "ย้ายขั้นตอน 3 (ขั้นตอน 2.2 ในต้นฉบับร่วม) ไปไว้หลังขั้นตอน 2",
        ],
        ["- ขั้นตอนที่ 2: เตรียมเอกสาร", "↕ ขั้นตอนที่ 2.1 → 2: รวบรวมข้อมูล", "↕ ขั้นตอนที่ 2.2 → 3: ร่างหนังสือ"],
    ),
}


@pytest.fixture(scope="module")
def built_inner(tmp_path_factory: pytest.TempPathFactory) -> Path:
    changes = {f"case-{number}": changes for number, (changes, _, _) in enumerate(INNER.values())}
    root = laid_out(tmp_path_factory.mktemp("inner"), changes, GROUPED)
    assert khumue("accept", "khonkaen5-2566", root).exit_code == 0
    assert khumue("build", root, "--quiet", "--jobs", "1").exit_code == 0
    return root


@pytest.mark.parametrize("case", INNER)
def test_a_move_into_or_out_of_a_step_is_told_likewise(built_inner: Path, case: str) -> None:
    name = f"case-{list(INNER).index(case)}"
    _, page, compared = INNER[case]
    told = told_by_compare(built_inner, "base", "khonkaen5-2566", name)
    assert [line for line in told if "ผู้รับผิดชอบ" not in line] == compared
    assert told_by_the_page(built_inner, name) == (str(len(page)), page)
