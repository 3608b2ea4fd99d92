"""Steps that an edition moves: the check, the page, the comparison and ``khumue accept`` say the same of each."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from tests.support import minimal_with, write_project
from tests.support.visible import visible_text

EDITION = "procedures/editions/khonkaen5-2566.yml"
BASE = """
    title: งานวิเคราะห์งบประมาณ
    owner: planning-group
    steps:
      - {id: receive, text: รับเรื่อง}
      - {id: register, text: ลงทะเบียน}
      - id: check
        text: ตรวจสอบ
        outcomes: [{label: ถูกต้อง}, {label: ไม่ถูกต้อง, go: receive}]
      - {id: propose, text: เสนอผู้อำนวยการ}
      - {id: sign, text: ลงนาม}
      - {id: copy, text: คัดสำเนา}
      - {id: deliver, text: ส่งหนังสือออก}
    """


def laid_out(folder: Path, changes: Mapping[str, list[str]], base: str = BASE) -> Path:
    """A project with a procedure for each list of changes, all like one another."""
    listed = "".join(
        f"\n          {name}:" + "".join(f"\n            - {change}" for change in of_one)
        for name, of_one in changes.items()
    )
    files: dict[str, str | None] = {f"procedures/budget/{name}.yml": base for name in changes}
    files |= {
        "procedures/budget/expenditure-analysis.yml": None,
        "docs/about.md": "# เกี่ยวกับคู่มือ\n",
        "mkdocs.yml": "site_name: ชื่อ\ntheme: {name: mkdocs}\nplugins: [procedures]\n",
        EDITION: f"""
        office: สำนักงาน
        areas: [{{id: budget, procedures: [{", ".join(changes)}]}}]
        changes:{listed}
        """,
    }
    return write_project(folder, minimal_with(files))


def khumue(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [*map(str, arguments)])


def told_by_check(root: Path) -> list[tuple[str, int, int]]:
    problems = json.loads(khumue("check", root, "--format", "json").output)["problems"]
    told = [(each["rule"], each["line"], each["column"]) for each in problems]
    return [each for each in told if each[0] != "change-without-base"]


def told_by_the_page(root: Path, name: str) -> tuple[str, list[str]]:
    """How many changes a page counts, and what it says of each."""
    html = (root / "site" / "budget" / name / "index.html").read_text(encoding="utf-8")
    count = visible_text(html).partition("ข้อความกลาง ปรับ ")[2].partition(" ")[0]
    section = html.partition(' id="changes"')[2].partition("</h2>")[2].partition("</ul>")[0]
    return count, [visible_text(f"<li{each}") for each in section.split("<li")[1:]]


def told_by_compare(root: Path, *arguments: str) -> list[str]:
    """The lines about steps, but those about steps that are the same."""
    result = khumue("compare", *arguments, root)
    assert result.exit_code == 0, result.output
    lines = result.output.partition("ขั้นตอนการปฏิบัติงาน\n")[2].partition("ผู้รับผิดชอบที่ต่างกัน")[0].split("\n")
    told = [line.strip() for line in lines]
    return [line for line in told if line and not line.startswith(("=", "+ ผู้รับผิดชอบ:"))]


MOVES: dict[str, tuple[list[str], list[str], list[str]]] = {
    "as it is": (
        ["{remove: steps/copy}", "{insert_after: steps/register, with: {id: copy, text: คัดสำเนา}}"],
        ["ย้ายขั้นตอน 3 (ขั้นตอน 6 ในข้อความกลาง) ไปไว้หลังขั้นตอน 2"],
        ["↕ ขั้นที่ 6 → 3: คัดสำเนา"],
    ),
    "reworded": (
        ["{remove: steps/copy}", "{insert_after: steps/register, with: {id: copy, text: ถ่ายเอกสารเก็บ}}"],
        ["ย้ายขั้นตอน 3 (ขั้นตอน 6 ในข้อความกลาง) ไปไว้หลังขั้นตอน 2 และแก้ข้อความ"],
        ["~ ขั้นที่ 6 → 3 (ย้ายที่ด้วย): [-คัดสำเนา-]{+ถ่ายเอกสารเก็บ+}"],
    ),
    "no id": (
        ["{remove: steps/copy}", "{insert_before: steps/check, with: {text: คัดสำเนา}}"],
        ["ย้ายขั้นตอน 3 (ขั้นตอน 6 ในข้อความกลาง) ไปไว้ก่อนขั้นตอน 4"],
        ["↕ ขั้นที่ 6 → 3: คัดสำเนา"],
    ),
    "new id": (
        ["{insert_after: steps/deliver, with: {id: scan, text: คัดสำเนา}}", "{remove: steps/copy}"],
        ["ย้ายขั้นตอน 7 (ขั้นตอน 6 ในข้อความกลาง) ไปไว้หลังขั้นตอน 6"],
        ["↕ ขั้นที่ 6 → 7: คัดสำเนา"],
    ),
    "to the end of the list": (
        ["{remove: steps/register}", "{add: steps, with: {id: register, text: ลงทะเบียน}}"],
        ["ย้ายขั้นตอน 7 (ขั้นตอน 2 ในข้อความกลาง) ไปไว้หลังขั้นตอน 6"],
        ["↕ ขั้นที่ 2 → 7: ลงทะเบียน"],
    ),
    "first of two": (
        [
            "{remove: steps/copy}",
            "{insert_after: steps/check, with: [{id: copy, text: คัดสำเนา}, {id: file, text: เก็บเข้าแฟ้ม}]}",
        ],
        ["ย้ายขั้นตอน 4 (ขั้นตอน 6 ในข้อความกลาง) ไปไว้หลังขั้นตอน 3", "เพิ่มขั้นตอน 5 หลังขั้นตอน 4"],
        ["↕ ขั้นที่ 6 → 4: คัดสำเนา", "+ ขั้นที่ 5: เก็บเข้าแฟ้ม"],
    ),
    "two to one place": (
        [
            "{remove: steps/copy}",
            "{insert_after: steps/receive, with: {id: copy, text: คัดสำเนา}}",
            "{remove: steps/sign}",
            "{insert_after: steps/receive, with: {id: sign, text: ลงนาม}}",
        ],
        [
            "ย้ายขั้นตอน 2 (ขั้นตอน 6 ในข้อความกลาง) ไปไว้หลังขั้นตอน 1",
            "ย้ายขั้นตอน 3 (ขั้นตอน 5 ในข้อความกลาง) ไปไว้หลังขั้นตอน 2",
        ],
        ["↕ ขั้นที่ 6 → 2: คัดสำเนา", "↕ ขั้นที่ 5 → 3: ลงนาม"],
    ),
    "past a decision beside it": (
        ["{remove: steps/register}", "{insert_after: steps/check, with: {id: register, text: ลงทะเบียน}}"],
        ["ย้ายขั้นตอน 3 (ขั้นตอน 2 ในข้อความกลาง) ไปไว้หลังขั้นตอน 2"],
        ["↕ ขั้นที่ 2 → 3: ลงทะเบียน"],
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
            "ย้ายขั้นตอน 5 (ขั้นตอน 4 ในข้อความกลาง) ไปไว้หลังขั้นตอน 4",
            "ย้ายขั้นตอน 6 (ขั้นตอน 5 ในข้อความกลาง) ไปไว้หลังขั้นตอน 5",
            "ย้ายขั้นตอน 7 (ขั้นตอน 6 ในข้อความกลาง) ไปไว้หลังขั้นตอน 6",
        ],
        ["↕ ขั้นที่ 4 → 5: เสนอผู้อำนวยการ", "↕ ขั้นที่ 5 → 6: ลงนาม", "↕ ขั้นที่ 6 → 7: คัดสำเนา"],
    ),
    "nowhere, but reworded": (
        ["{remove: steps/copy}", "{insert_after: steps/sign, with: {id: copy, text: ถ่ายเอกสารเก็บ}}"],
        ["แก้ข้อความของขั้นตอน 6"],
        ["~ ขั้นที่ 6: [-คัดสำเนา-]{+ถ่ายเอกสารเก็บ+}"],
    ),
    "nowhere, as a new one stands before it": (
        [
            "{remove: steps/copy}",
            "{insert_before: steps/copy, with: [{id: copy, text: คัดสำเนา}, {id: file, text: เก็บเข้าแฟ้ม}]}",
        ],
        ["เพิ่มขั้นตอน 7 ก่อนขั้นตอน 8"],
        ["+ ขั้นที่ 7: เก็บเข้าแฟ้ม"],
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
    move = "ย้ายขั้นตอน 4 (ขั้นตอน 6 ในข้อความกลาง) ไปไว้หลังขั้นตอน 3"
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


def two_editions(folder: Path, *changes: list[str]) -> Path:
    """Two editions that change one procedure, each in its own way."""
    root = laid_out(folder, {"letters": changes[0]})
    text = (root / EDITION).read_text(encoding="utf-8")
    entries = "".join(f"    - {change}\n" for change in changes[1])
    other = text.partition("changes:")[0] + (f"changes:\n  letters:\n{entries}" if entries else "")
    (root / "procedures/editions/other.yml").write_text(other, encoding="utf-8")
    assert khumue("accept", root).exit_code == 0
    return root


REGISTER_LATER = [
    "{remove: steps/register}",
    "{insert_after: steps/check, with: {id: register, text: ลงทะเบียน}}",
]
COPY_SOONER = ["{remove: steps/copy}", f"{{insert_before: steps/sign, with: {COPY}}}"]


@pytest.mark.parametrize(
    ("changes", "there", "back"),
    [
        ((REGISTER_LATER, []), ["↕ ขั้นที่ 3 → 2: ลงทะเบียน"], ["↕ ขั้นที่ 2 → 3: ลงทะเบียน"]),
        ((REGISTER_LATER, REGISTER_LATER), [], []),
        (
            (REGISTER_LATER, COPY_SOONER),
            ["↕ ขั้นที่ 3 → 2: ลงทะเบียน", "↕ ขั้นที่ 6 → 5: คัดสำเนา"],
            ["↕ ขั้นที่ 2 → 3: ลงทะเบียน", "↕ ขั้นที่ 5 → 6: คัดสำเนา"],
        ),
    ],
    ids=["only one", "both alike", "each its own"],
)
def test_between_two_editions_those_steps_moved_that_an_edition_moved(
    tmp_path: Path, changes: tuple[list[str], list[str]], there: list[str], back: list[str]
) -> None:
    root = two_editions(tmp_path, *changes)
    assert told_by_compare(root, "khonkaen5-2566", "other") == there
    assert told_by_compare(root, "other", "khonkaen5-2566") == back


def test_where_no_edition_says_which_step_moved_it_is_none_that_decides(tmp_path: Path) -> None:
    steps = [line.strip() for line in BASE.split("steps:")[1].splitlines() if line.strip()]
    decision = f"{{id: check, {steps[3]}, {steps[4]}}}"
    whole = [steps[0][2:], decision, steps[1][2:], *(each[2:] for each in steps[5:])]
    root = laid_out(tmp_path, {"letters": [f"{{replace: steps, with: [{', '.join(whole)}]}}"]})
    assert khumue("accept", root).exit_code == 0
    assert told_by_compare(root, "base", "khonkaen5-2566") == ["↕ ขั้นที่ 2 → 3: ลงทะเบียน"]


WRONG_TO_PROPOSE = "{replace: steps/check/outcomes/ไม่ถูกต้อง/go, with: propose}"


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        (["{add: steps/copy/go, with: deliver}"], []),
        (["{add: steps/deliver/go, with: end}"], []),
        (["{add: steps/check/outcomes/ถูกต้อง/go, with: propose}"], []),
        (
            ["{replace: steps/check/outcomes/ไม่ถูกต้อง/go, with: copy}", "{add: steps/sign/go, with: deliver}"],
            ["~ ไปที่: [-ทำขั้นถัดไป-]{+ขั้นที่ 7 ส่งหนังสือออก+}", "~ ไม่ถูกต้อง: [-ขั้นที่ 1 รับเรื่อง-]{+ขั้นที่ 6 คัดสำเนา+}"],
        ),
        (
            [WRONG_TO_PROPOSE, "{add: steps/check/outcomes/ถูกต้อง/go, with: sign}"],
            ["~ ถูกต้อง: [-ทำขั้นถัดไป-]{+ขั้นที่ 5 ลงนาม+}", "~ ไม่ถูกต้อง: [-ขั้นที่ 1 รับเรื่อง-]{+ขั้นที่ 4 เสนอผู้อำนวยการ+}"],
        ),
    ],
)
def test_a_way_that_only_says_what_follows_anyway_is_no_change(
    tmp_path: Path, changes: list[str], told: list[str]
) -> None:
    root = laid_out(tmp_path, {"letters": changes})
    assert khumue("accept", root).exit_code == 0
    ways = [line for line in told_by_compare(root, "base", "khonkaen5-2566") if "{+" in line]
    assert sorted(ways) == told


def test_the_steps_of_a_role_are_listed_in_their_order(tmp_path: Path) -> None:
    base = BASE.replace(
        "- {id: sign, text: ลงนาม}",
        "- {id: sign, text: ลงนาม, steps: [{id: a, text: เปิด}, {id: b, text: อ่านทาน}, {id: c, text: พิมพ์}]}",
    )
    changes = ["{remove: steps/a}", "{insert_after: steps/b, with: {id: a, text: เปิด}}"]
    changes.append("{replace: owner, with: director}")
    root = laid_out(tmp_path, {"letters": changes}, base)
    (root / "procedures/catalogue/roles.yml").write_text(
        "planning-group: {title: กลุ่ม, kind: unit}\ndirector: {title: ผู้อำนวยการ, kind: person}\n",
        encoding="utf-8",
    )
    assert khumue("accept", root).exit_code == 0
    output = khumue("compare", "base", "khonkaen5-2566", root).output
    numbers = "1, 2, 3, 4, 5, 5.1, 5.2, 5.3, 6, 7"
    assert f"- ขั้นที่ {numbers}\n" in output
    assert f"+ ขั้นที่ {numbers}\n" in output
