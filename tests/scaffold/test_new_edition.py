"""The edition of another office: it passes the checks at once, says exactly what was given, and overwrites nothing."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.assembly import load_manual
from generator.cli import main
from generator.model.calendar import CalendarDate
from generator.scaffold.new_edition import NewEditionError, draft_edition, parse_values, start_edition
from tests.scaffold.terminal import at_a_terminal
from tests.support import MINIMAL, minimal_with, write_project

LayOut = Callable[[Mapping[str, str | None]], Path]
BASE = "procedures/budget/expenditure-analysis.yml"
SETTINGS = "procedures/manual.yml"
DEFAULT = "procedures/editions/khonkaen5-2566.yml"
NEW = "procedures/editions/nan-1.yml"
WITH_VALUES = {
    BASE: MINIMAL[BASE].replace("วิเคราะห์แผนงาน งาน", "วิเคราะห์แผนงานใน ${system} ตาม ${plan_word}"),
    SETTINGS: MINIMAL[SETTINGS] + "values:\n  plan_word: ยุทธศาสตร์\n",
    DEFAULT: MINIMAL[DEFAULT] + "values:\n  system: Smart Office\n",
}


def contents(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()
    }


def test_a_new_edition_passes_and_has_what_the_default_has(project: LayOut) -> None:
    root = project({})
    made = start_edition(draft_edition(root, "nan-1"), "สพป.น่าน เขต 1", "น่าน 1", "2570")
    assert made.file == root / NEW
    manual, problems = load_manual(root, "nan-1")
    assert problems == []
    assert manual is not None
    edition = manual.edition
    assert (edition.office, edition.short, edition.year) == (
        "สพป.น่าน เขต 1",
        "น่าน 1",
        CalendarDate(year=2027),
    )
    assert [(area.id, [each.id for each in area.procedures]) for area in manual.areas] == [
        ("budget", ["expenditure-analysis"])
    ]
    assert manual.left_out == ()


def test_every_unused_key_can_be_used_by_removing_its_mark(project: LayOut) -> None:
    root = project(WITH_VALUES)
    made = start_edition(draft_edition(root, "nan-1"), "สพป.น่าน เขต 1", values={"system": "e-filing"})
    lines = made.file.read_text(encoding="utf-8").splitlines()
    used = [re.sub(r"^( *)# ", r"\1", line) for line in lines if not line.startswith("##")]
    made.file.write_text("\n".join(used) + "\n", encoding="utf-8")
    manual, problems = load_manual(root, "nan-1")
    assert {each.rule for each in problems} == {"change-without-base"}, problems
    assert manual is not None
    assert manual.values == {"system": "e-filing", "plan_word": "ยุทธศาสตร์"}
    assert [placed.title for placed in manual.procedures()] == ["ชื่องานที่สำนักงานนี้ใช้"]


def test_values_are_found_in_the_texts_with_their_defaults(project: LayOut) -> None:
    draft = draft_edition(project(WITH_VALUES), "nan-1")
    assert [(each.name, each.default) for each in draft.values] == [
        ("plan_word", "ยุทธศาสตร์"),
        ("system", None),
    ]
    assert "วิเคราะห์แผนงานใน ${system}" in draft.values[1].sample


def test_only_what_the_base_has_is_listed(project: LayOut) -> None:
    own = {
        "procedures/editions/khonkaen5-2566/audit/_area.yml": "title: งานตรวจสอบ\n",
        "procedures/editions/khonkaen5-2566/audit/own.yml": MINIMAL[BASE].replace("งานวิเคราะห์", "งานของเรา "),
        DEFAULT: MINIMAL[DEFAULT] + "  - id: audit\n    procedures:\n      - own\n",
    }
    root = project(own)
    draft = draft_edition(root, "nan-1")
    assert [(area.id, [each.id for each in area.procedures]) for area in draft.areas] == [
        ("budget", ["expenditure-analysis"])
    ]
    start_edition(draft, "สำนักงาน")
    assert load_manual(root, "nan-1")[1] == []


def test_without_a_readable_default_edition_all_procedures_are_listed(project: LayOut) -> None:
    retired = "title: งานเก่า\nstatus: retired\nowner: planning-group\nsteps:\n  - text: ก\n"
    root = project({DEFAULT: "office: [\n", "procedures/budget/old.yml": retired})
    assert [each.id for area in draft_edition(root, "nan-1").areas for each in area.procedures] == [
        "expenditure-analysis"
    ]


@pytest.mark.parametrize(
    ("identifier", "reason", "said"),
    [
        ("Nan 1", "bad-id", "nan-1"),
        ("น่าน", "bad-id", "khonkaen5-2570"),
        ("../x", "bad-id", "x"),
        ("", "bad-id", "khonkaen5-2570"),
        ("x" * 81, "too-long", "80"),
        ("base", "reserved", "base-office"),
        ("compare", "reserved", "compare-office"),
        ("assets", "reserved", "assets-office"),
        ("search", "reserved", "search-office"),
        ("con", "reserved", "con-office"),
        ("khonkaen5-2566", "exists", DEFAULT),
    ],
)
def test_an_id_that_cannot_be_used_is_refused(
    project: LayOut, identifier: str, reason: str, said: str
) -> None:
    root = project({})
    before = contents(root)
    with pytest.raises(NewEditionError) as refused:
        draft_edition(root, identifier)
    assert refused.value.reason == reason
    assert said in str(refused.value)
    assert contents(root) == before


@pytest.mark.parametrize(
    ("office", "year", "values", "reason", "said"),
    [
        ("", "", {"system": "ก"}, "no-office", "--office"),
        ("ก", "", {}, "missing-values", "--value system=…"),
        ("ก", "", {"sistem": "ก"}, "unknown-value-near", "system"),
        ("ก", "", {"x": "ก"}, "unknown-value", "plan_word, system"),
        ("ก", "", {"system": " "}, "unusable-text", "ค่า system"),
        ("ก", "", {"system": "${plan_word}"}, "unusable-text", "${"),
        ("ก ${x}", "", {"system": "ก"}, "unusable-text", "ชื่อสำนักงาน"),
        ("ก\ud800", "", {"system": "ก"}, "unusable-text", "ตัวหนังสือ"),
        ("ก", "ปีหน้า", {"system": "ก"}, "unusable-text", "ปีหน้า"),
    ],
)
def test_what_cannot_be_written_is_refused(
    project: LayOut, office: str, year: str, values: dict[str, str], reason: str, said: str
) -> None:
    root = project(WITH_VALUES)
    before = contents(root)
    with pytest.raises(NewEditionError) as refused:
        start_edition(draft_edition(root, "nan-1"), office, "", year, values)
    assert refused.value.reason == reason
    assert said in str(refused.value)
    assert contents(root) == before


@pytest.mark.parametrize(
    ("given_values", "reason"),
    [(["system"], "value-form"), (["=x"], "value-form"), (["system=a", "system=b"], "value-twice")],
)
def test_values_of_the_command_line_have_a_form(
    project: LayOut, given_values: list[str], reason: str
) -> None:
    with pytest.raises(NewEditionError) as refused:
        parse_values(draft_edition(project(WITH_VALUES), "nan-1"), given_values)
    assert refused.value.reason == reason


def test_a_value_may_hold_signs_of_equality(project: LayOut) -> None:
    draft = draft_edition(project(WITH_VALUES), "nan-1")
    assert parse_values(draft, ["system=a=b"]) == {"system": "a=b"}


def test_a_manual_without_values_says_so(project: LayOut) -> None:
    draft = draft_edition(project({}), "nan-1")
    with pytest.raises(NewEditionError, match="ไม่ต้องใส่ --value"):
        parse_values(draft, ["system=a"])


def test_without_a_project_or_procedures_there_is_nothing_to_begin_with(tmp_path: Path) -> None:
    with pytest.raises(NewEditionError, match="procedures/"):
        draft_edition(tmp_path, "nan-1")
    root = write_project(tmp_path, minimal_with({BASE: None}))
    with pytest.raises(NewEditionError, match="ต้นฉบับร่วมยังไม่มีงาน"):
        draft_edition(root, "nan-1")


def test_a_folder_that_is_a_link_is_left_alone(project: LayOut, tmp_path: Path) -> None:
    root = project({DEFAULT: None})
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (root / "procedures/editions").symlink_to(elsewhere)
    with pytest.raises(NewEditionError) as refused:
        draft_edition(root, "nan-1")
    assert refused.value.reason == "no-folder"
    assert list(elsewhere.iterdir()) == []


# What people can type; "${" and a link to nowhere are refused.
TYPED = st.text(
    st.one_of(
        st.sampled_from("\"'\\:#-?{}[]|>&*!%@`~,=$()/. \n"),
        st.characters(min_codepoint=0x21, max_codepoint=0x7E),
        st.sampled_from("กขคงสำนัเขต่้๑"),
    ),
    min_size=1,
    max_size=30,
).filter(lambda text: bool(text.strip()) and "${" not in text and "](" not in text)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(office=TYPED, value=TYPED)
def test_texts_are_read_exactly_as_they_were_given(
    tmp_path_factory: pytest.TempPathFactory, office: str, value: str
) -> None:
    root = write_project(tmp_path_factory.mktemp("manual"), minimal_with(WITH_VALUES))
    start_edition(draft_edition(root, "nan-1"), office, values={"system": value})
    manual, _ = load_manual(root, "nan-1")
    assert manual is not None
    assert (manual.edition.office, manual.values["system"]) == (office.strip(), value.strip())


def test_the_command_takes_options_and_never_waits_without_a_terminal(project: LayOut) -> None:
    root = project(WITH_VALUES)
    runner = CliRunner()
    refused = runner.invoke(main, ["new", "edition", "nan-1", str(root)])
    assert (refused.exit_code, "--office" in refused.output) == (2, True)
    options = ["--office", "สพป.น่าน", "--short", "น่าน", "--year", "2570", "--value", "system=e-filing"]
    done = runner.invoke(main, ["new", "edition", "nan-1", *options, str(root)])
    assert (done.exit_code, NEW in done.output, "plan_word" in done.output) == (0, True, True)
    assert load_manual(root, "nan-1")[1] == []


def test_at_a_terminal_the_command_asks(project: LayOut) -> None:
    root = project(WITH_VALUES)
    code, shown = at_a_terminal(
        ["new", "edition", "nan-1"], ["สพป.น่าน", "", "2570", "กลยุทธ์", "e-filing"], root
    )
    assert code == 0, shown
    assert "[ยุทธศาสตร์]" in shown
    manual, problems = load_manual(root, "nan-1")
    assert problems == []
    assert manual is not None
    assert (manual.edition.office, manual.edition.short) == ("สพป.น่าน", None)
    assert dict(manual.values) == {"plan_word": "กลยุทธ์", "system": "e-filing"}


def test_a_word_that_is_nearly_a_command_is_no_procedure(project: LayOut) -> None:
    refused = CliRunner().invoke(main, ["new", "editoin", "nan-1", str(project({}))])
    assert (refused.exit_code, "khumue new edition" in refused.output) == (2, True)
