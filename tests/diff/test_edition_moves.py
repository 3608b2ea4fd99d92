"""Which step has moved where editions say so, or nobody does; ways and roles of moved steps."""

from pathlib import Path

import pytest

from tests.support.moving import BASE, EDITION, khumue, laid_out, told_by_compare

COPY = "{id: copy, text: คัดสำเนา}"


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
        ((REGISTER_LATER, []), ["↕ ขั้นตอนที่ 3 → 2: ลงทะเบียน"], ["↕ ขั้นตอนที่ 2 → 3: ลงทะเบียน"]),
        ((REGISTER_LATER, REGISTER_LATER), [], []),
        (
            (REGISTER_LATER, COPY_SOONER),
            ["↕ ขั้นตอนที่ 3 → 2: ลงทะเบียน", "↕ ขั้นตอนที่ 6 → 5: คัดสำเนา"],
            ["↕ ขั้นตอนที่ 2 → 3: ลงทะเบียน", "↕ ขั้นตอนที่ 5 → 6: คัดสำเนา"],
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


def test_steps_that_replace_each_other_have_moved_and_nothing_between_them(tmp_path: Path) -> None:
    changes = [
        "{replace: steps/register, with: {id: sign, text: ลงนาม}}",
        "{replace: steps/sign, with: {id: register, text: ลงทะเบียน}}",
    ]
    root = laid_out(tmp_path, {"letters": changes})
    assert khumue("accept", root).exit_code == 0
    assert told_by_compare(root, "base", "khonkaen5-2566") == [
        "↕ ขั้นตอนที่ 5 → 2: ลงนาม",
        "↕ ขั้นตอนที่ 2 → 5: ลงทะเบียน",
    ]


def test_where_no_edition_says_which_step_moved_it_is_none_that_decides(tmp_path: Path) -> None:
    steps = [line.strip() for line in BASE.split("steps:")[1].splitlines() if line.strip()]
    decision = f"{{id: check, {steps[3]}, {steps[4]}}}"
    whole = [steps[0][2:], decision, steps[1][2:], *(each[2:] for each in steps[5:])]
    root = laid_out(tmp_path, {"letters": [f"{{replace: steps, with: [{', '.join(whole)}]}}"]})
    assert khumue("accept", root).exit_code == 0
    assert told_by_compare(root, "base", "khonkaen5-2566") == ["↕ ขั้นตอนที่ 2 → 3: ลงทะเบียน"]


WRONG_TO_PROPOSE = "{replace: steps/check/outcomes/ไม่ถูกต้อง/go, with: propose}"


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        (["{add: steps/copy/go, with: deliver}"], []),
        (["{add: steps/deliver/go, with: end}"], []),
        (["{add: steps/check/outcomes/ถูกต้อง/go, with: propose}"], []),
        (
            ["{replace: steps/check/outcomes/ไม่ถูกต้อง/go, with: copy}", "{add: steps/sign/go, with: deliver}"],
            [
                "~ ไปที่: [-ทำขั้นตอนถัดไป-]{+ขั้นตอนที่ 7 ส่งหนังสือออก+}",
                "~ ไม่ถูกต้อง: [-ขั้นตอนที่ 1 รับเรื่อง-]{+ขั้นตอนที่ 6 คัดสำเนา+}",
            ],
        ),
        (
            [WRONG_TO_PROPOSE, "{add: steps/check/outcomes/ถูกต้อง/go, with: sign}"],
            [
                "~ ถูกต้อง: [-ทำขั้นตอนถัดไป-]{+ขั้นตอนที่ 5 ลงนาม+}",
                "~ ไม่ถูกต้อง: [-ขั้นตอนที่ 1 รับเรื่อง-]{+ขั้นตอนที่ 4 เสนอผู้อำนวยการ+}",
            ],
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
    assert f"- ขั้นตอนที่ {numbers}\n" in output
    assert f"+ ขั้นตอนที่ {numbers}\n" in output
